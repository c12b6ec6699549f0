"""The ledger as a table: one page of records of one kind, each with its fields and the sentence it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from servanda.codebook import Commitment, Judgement, Record, RecordId, Span, Statement
from servanda.codebook.spans import BETWEEN
from servanda.codebook.vocabulary import Known
from servanda.store import Found, Ledger, Query, Seen
from servanda.view.cards import kind_of, record_highlights
from servanda.view.codes import LABEL, codes_field
from servanda.view.corrected_fields import as_corrected, corrections_on
from servanda.view.fields import Field, fields_of, manners_of
from servanda.view.filters import Filter, filters_of
from servanda.view.highlights import MATCHES, Highlight
from servanda.view.judgements import verdicts_on
from servanda.view.moments import of_one_moment
from servanda.view.names import Names, names_in
from servanda.view.pagings import Paging, paging_of, settled_on
from servanda.view.passages import Passage, passages_of
from servanda.view.sectors import LABEL as SECTOR
from servanda.view.sectors import SLOT, sector_field
from servanda.view.sources import Source, source_of
from servanda.view.speakers import Offices, offices_of, with_offices
from servanda.view.spellings import spelled_out
from servanda.view.undertakings import between_of

_TITLES = {
    "commitments": ("Commitments", "Who promised what to whom, in which words."),
    "statements": ("Statements", "Who is reported to have said what."),
    "occasions": ("Occasions", "What the parties did together, or to one another."),
    "instruments": ("Instruments", "What the parties adopted or work on."),
    "assessments": ("Assessments", "How relationships, partners and threats are characterized."),
}
_COLUMNS = {
    "commitments": (
        *("debtors", "creditors", "act", "object", "quantities", "deadline", "firmness", "status"),
        *(SLOT, "said_by"),
    ),
    "statements": ("speakers", "cue", "mode", "via", "date"),
    "occasions": ("kind", "participants", "date", "place", "status", "codes"),
    "instruments": ("name", "kind", "parties", "date", "status"),
    "assessments": ("speakers", "span", "about", "target", "valence"),
}
_WORKED_OUT = {SLOT: SECTOR, "said_by": "Said by", "codes": LABEL}
"""Columns that are no field of the record itself."""
_SPEAKING = ("speakers", "said_by")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One record in a table.

    Attributes:
        id: the record's id.
        kind: plural name of its kind.
        fields: its fields, in the order of the table's columns.
        source: the document it was read in.
        passages: the sentences it stands in, with its words highlighted.
        judged: what people have said of it and stands, such as `rejected by ana`.
        conditions: the words of a commitment's conditions and qualifiers, where no column has them.
    """

    id: RecordId
    kind: str
    fields: tuple[Field, ...]
    source: Source
    passages: tuple[Passage, ...]
    judged: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnChoice:
    """A column that a table may have.

    Attributes:
        slot: the field's name in the codebook and in the address.
        label: its name on the page.
        chosen: whether the table has it.
    """

    slot: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerPage(Paging):
    """One page of records of one kind.

    Attributes:
        kind: plural name of the kind.
        title: heading of the page.
        lede: what the records are, in one sentence.
        order: how the records are sorted.
        columns: names of the columns.
        choices: every column that the table may have.
        rows: the records.
        filters: what the page can be narrowed by, and is.
        documents: in how many documents those that were counted stand; of a list that nothing narrows, how many
            documents the ledger holds.
        narrowed: whether the list is narrowed at all.
        rejected: how many of the records people have rejected; they are marked, and counted with the others.
        beside: where a list asks who is bound and to whom: how many more commitments name both, bound together or the
            other way round.
    """

    kind: str
    title: str
    lede: str
    order: str
    columns: tuple[str, ...]
    choices: tuple[ColumnChoice, ...]
    rows: tuple[Row, ...]
    filters: tuple[Filter, ...]
    documents: int
    narrowed: bool
    rejected: int
    beside: int = 0


@of_one_moment
def ledger_page(ledger: Ledger, query: Query, kind: str = "commitments", columns: tuple[str, ...] = ()) -> LedgerPage:
    """One page of the ledger.

    Args:
        ledger: the ledger.
        query: what to narrow by, and which stretch of the records to show.
        kind: plural name of the kind of record, but `actors`.
        columns: the columns by the codebook's names of their fields; the usual ones where none is named.
    """
    (title, lede), typed = _TITLES[kind], query
    query, upto = settled_on(ledger, spelled_out(ledger, query))
    found, names, shown = ledger.find_records(kind, query), names_in(ledger), columns or _COLUMNS[kind]
    filters, survey = filters_of(ledger, kind, query, names)
    return LedgerPage(
        kind=kind,
        title=title,
        lede=lede,
        order=query.order,
        columns=tuple(_label(kind, slot) for slot in shown),
        choices=tuple(
            ColumnChoice(slot=slot, label=_label(kind, slot), chosen=slot in shown) for slot in known_columns(kind)
        ),
        rows=rows_of(ledger, found, names, shown),
        filters=filters,
        documents=survey.documents,
        narrowed=any(one.value for one in filters),
        rejected=_rejected(ledger, kind, query),
        beside=_beside(ledger, kind, typed, query),
        **paging_of(query, found, survey.total, more=survey.more, upto=upto),
    )


def _rejected(ledger: Ledger, kind: str, query: Query) -> int:
    if query.judged in (Seen.NOBODY, Seen.ACCEPTED) or not ledger.has_judgements():
        return 0
    if query.judged == Seen.REJECTED:
        return ledger.count_records(kind, query)
    asked = query if query.judged is None else replace(query, judged=None)
    return ledger.count_records(kind, replace(asked, judged=Seen.REJECTED))


def _beside(ledger: Ledger, kind: str, asked: Query, query: Query) -> int:
    """How many more commitments name both parties than those that bind the one to the other."""
    if kind != "commitments" or not (asked.debtor and asked.creditor):
        return 0
    both = between_of(ledger, (asked.debtor, asked.creditor))
    named = replace(query, debtor=None, creditor=None, between=both)
    return max(0, ledger.count_records(kind, named) - ledger.count_records(kind, query))


def known_columns(kind: str) -> tuple[str, ...]:
    """Every column that a table of this kind may have: its usual ones first."""
    usual = _COLUMNS[kind]
    return (*usual, *(manner.slot for manner in manners_of(kind) if manner.slot not in usual))


def columns_of(kind: str) -> tuple[str, ...]:
    """The names of the usual columns of a table of this kind."""
    return tuple(_label(kind, slot) for slot in _COLUMNS[kind])


def rows_of(ledger: Ledger, found: tuple[Found, ...], names: Names, columns: tuple[str, ...] = ()) -> tuple[Row, ...]:
    """Found records as rows of a table, with these columns or the usual ones."""
    texts = ledger.find_texts({one.document.id for one in found})
    carried = {one.record.statement.value for one in found if isinstance(one.record, Commitment)}
    carriers = ledger.find_bare({key for key in carried if key})
    judged = verdicts_on(ledger, found)
    offices = offices_of(ledger, (*(one.record for one in found), *carriers.values()))
    rows = (_row(one, carriers, texts.get(one.document.id, ""), names, columns) for one in found)
    rows = (_in_office(row, offices) for row in rows)
    corrected = corrections_on(ledger, [one for one in found if one.record.id in judged])
    rows = (_corrected(row, corrected[row.id], names) if row.id in corrected else row for row in rows)
    return tuple(replace(row, judged=judged[row.id]) if row.id in judged else row for row in rows)


def _corrected(row: Row, corrections: Mapping[str, Judgement], names: Names) -> Row:
    return replace(row, fields=tuple(as_corrected(field, row.kind, corrections, names) for field in row.fields))


def _in_office(row: Row, offices: Offices) -> Row:
    """A row whose speakers stand with their offices; the row itself where its document gives none."""
    if not offices:
        return row
    fields = (with_offices(field, row.source.id, offices) if field.slot in _SPEAKING else field for field in row.fields)
    return replace(row, fields=tuple(fields))


def _label(kind: str, slot: str) -> str:
    return _WORKED_OUT[slot] if slot in _WORKED_OUT else manners_of(kind, slot)[0].label


def _row(one: Found, carriers: Mapping[RecordId, Record], text: str, names: Names, columns: tuple[str, ...]) -> Row:
    record, kind = one.record, kind_of(one.record)
    shown = columns or _COLUMNS[kind]
    manners = manners_of(kind, *(slot for slot in shown if slot not in _WORKED_OUT))
    own = fields_of(record, manners, text, names, evidence=one.words)
    known = {field.slot: field for field in own}
    if isinstance(record, Commitment) and "said_by" in shown:
        known["said_by"] = _said_by(carriers, record, text, names)
    if isinstance(record, Commitment) and SLOT in shown:
        known[SLOT] = sector_field(record, one.words)
    if "codes" in shown:
        known["codes"] = codes_field(record)
    return Row(
        id=record.id,
        kind=kind,
        fields=tuple(known[slot] for slot in shown),
        source=source_of(one.document),
        passages=passages_of(text, record.spans, (*record_highlights(record), *_matched(one, text))),
        conditions=_conditions(record, text) if "condition" not in shown else (),
    )


def _conditions(record: Record, text: str) -> tuple[str, ...]:
    """The words of what a commitment depends on: a promise under a condition must never look like one without."""
    spans = record.condition if isinstance(record, Commitment) else ()
    return tuple(" ".join(span.of(text).split()) for span in spans)


def _matched(one: Found, text: str) -> Iterator[Highlight]:
    """What was searched for, in the record's own words, where these stand in the text."""
    start = 0
    for span in one.record.spans:
        end = start + len(span)
        for match in one.matches:
            if start <= match.start and match.end <= end and text:
                at = span.start - start
                yield Highlight(span=Span(match.start + at, match.end + at), kind=MATCHES)
        start = end + len(BETWEEN)


def _said_by(carriers: Mapping[RecordId, Record], commitment: Commitment, text: str, names: Names) -> Field:
    """The speakers of the statement that carries a commitment."""
    carried = carriers.get(commitment.statement.value or "")
    if isinstance(carried, Statement):
        (speakers,) = fields_of(carried, manners_of("statements", "speakers"), text, names)
        return replace(speakers, slot="said_by", label="Said by")
    return Field(slot="said_by", label="Said by", known=Known.UNSTATED, absent="no one quoted")
