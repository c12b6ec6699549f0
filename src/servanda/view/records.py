"""One record: its evidence, every field with its words, how it came here, and what it hangs together with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from servanda.codebook import Commitment, Document, Origin, Reading, Record, RecordId, Spans, Statement
from servanda.codebook.spans import words_of
from servanda.store import Found, Ledger
from servanda.view.cards import NOUNS, kind_of, labels_of, record_highlights
from servanda.view.codes import codes_field, codes_of
from servanda.view.corrected_fields import as_corrected, corrections_on
from servanda.view.documents import text_hash
from servanda.view.excerpts import excerpt_of
from servanda.view.fields import Field, Part, fields_of, manners_of
from servanda.view.judgements import Opinion, opinions_on
from servanda.view.moments import of_one_moment
from servanda.view.names import Names, names_in
from servanda.view.passages import Passage, passages_of
from servanda.view.sectors import sector_field
from servanda.view.sources import Source, source_of
from servanda.view.speakers import offices_of, with_offices
from servanda.view.undertakings import day_of

_SAME = "The same claim elsewhere"
_OF_RELATIVE = 90
"""Letters of the words of a record that is only linked to: they stay one line."""
_PLACES = 20
"""Places of a record whose sentences are shown: an actor may be mentioned a thousand times."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """Another record that this one hangs together with.

    Attributes:
        id: its id.
        noun: singular name of its kind.
        words: the words it rests on.
        source: the document it was read in.
    """

    id: RecordId
    noun: str
    words: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """One way in which records hang together.

    Attributes:
        name: the way, such as `Given in return`.
        relatives: the other records; never empty.
        elsewhere: whether they are the same thing as other places tell of it.
    """

    name: str
    relatives: tuple[Relative, ...]
    elsewhere: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPage:
    """One record.

    Attributes:
        id: the record's id.
        kind: plural name of its kind.
        noun: singular name of its kind.
        label: its short name on the page of its document.
        words: the words it rests on.
        spans: where they stand.
        source: the document it was read in.
        passages: the sentences it stands in, with its words highlighted; of many places, the first ones.
        places_left: how many of its places are not among the passages.
        fields: every field, with how it is known and in which words, and what is told from them: the sector of a
            commitment, and the codes of PLOVER and CAMEO where these have any.
        relays: the way from the reader back to the speaker: outlet, agency, relays, speakers.
        bonds: the records it hangs together with.
        opinions: what people decided about it, the newest last.
        origin: reader, version, rule, method and score.
        claim: hash of what it says; records that say the same share it.
        text_hash: SHA-256 of the document's text as UTF-8.
    """

    id: RecordId
    kind: str
    noun: str
    label: str
    words: str
    spans: Spans
    source: Source
    passages: tuple[Passage, ...]
    places_left: int
    fields: tuple[Field, ...]
    relays: tuple[Part, ...]
    bonds: tuple[Bond, ...]
    opinions: tuple[Opinion, ...]
    origin: Origin
    claim: str
    text_hash: str


@of_one_moment
def record_page(ledger: Ledger, record_id: RecordId) -> RecordPage | None:
    """One record, or None where the ledger has no such record."""
    found = ledger.find_record(record_id)
    if found is None:
        return None
    record = found.record
    document, reading = ledger.find_document(record.document), ledger.find_reading(record.document)
    if document is None or reading is None:
        return None
    names = replace(names_in(ledger), records=_words_of_records(document, reading))
    words = words_of(document.text, record.spans)
    return RecordPage(
        id=record.id,
        kind=kind_of(record),
        noun=NOUNS[kind_of(record)],
        label=labels_of(reading).get(record.id, ""),
        words=words_of(document.text, record.spans[:3]),
        spans=record.spans,
        source=source_of(document),
        passages=passages_of(document.text, record.spans[:_PLACES], record_highlights(record)),
        places_left=max(0, len(record.spans) - _PLACES),
        fields=(
            *_fields(ledger, found, document.text, names),
            *((sector_field(record, words),) if isinstance(record, Commitment) else ()),
            *((codes_field(record),) if codes_of(record) else ()),
        ),
        relays=_relays(record, document, reading, names),
        bonds=tuple(_bonds(ledger, record, document, reading)),
        opinions=opinions_on(ledger, record.document, record.id),
        origin=record.origin,
        claim=record.claim,
        text_hash=text_hash(document.text),
    )


def _fields(ledger: Ledger, found: Found, text: str, names: Names) -> Iterator[Field]:
    """The fields of a record, as people corrected them; whoever speaks stands with their office then."""
    offices, corrected = offices_of(ledger, (found.record,)), corrections_on(ledger, (found,)).get(found.record.id, {})
    kind = kind_of(found.record)
    for field in fields_of(found.record, manners_of(kind), text, names):
        shown = with_offices(field, found.document.id, offices) if field.slot == "speakers" else field
        yield as_corrected(shown, kind, corrected, names)


def _words_of_records(document: Document, reading: Reading) -> dict[RecordId, str]:
    return {record.id: excerpt_of(words_of(document.text, record.spans), _OF_RELATIVE) for record in reading.records()}


def _relays(record: Record, document: Document, reading: Reading, names: Names) -> tuple[Part, ...]:
    """Outlet, agency, relays and speakers, as far as the document names them."""
    statement = _statement_of(record, reading)
    path = [
        Part(text=name, note=note) for name, note in ((document.outlet, "outlet"), (document.agency, "agency")) if name
    ]
    if statement is not None:
        path += [Part(text=relay.name.replace("-", " "), code=relay.name, note="relay") for relay in statement.via]
        speakers = statement.speakers.value or ()
        path += [Part(text=names.actor(a), code=a, note="speaker", goal="actor", id=a) for a in speakers]
    return tuple(path)


def _statement_of(record: Record, reading: Reading) -> Statement | None:
    if isinstance(record, Statement):
        return record
    if isinstance(record, Commitment):
        return next((s for s in reading.statements if s.id == record.statement.value), None)
    return None


def _bonds(ledger: Ledger, record: Record, document: Document, reading: Reading) -> Iterator[Bond]:
    source = source_of(document)
    for name, ids in _neighbors(record, reading):
        inside = [_relative(other, document.text, source) for other in reading.records() if other.id in ids]
        if inside:
            yield Bond(name=name, relatives=tuple(inside))
    told = _elsewhere(ledger, record)
    same = tuple(one for one in ledger.find_same(record.claim) if one.record.id not in {record.id, *told})
    for name, found in ((f"The same {NOUNS[kind_of(record)]} elsewhere", told.values()), (_SAME, same)):
        if found:
            yield Bond(name=name, relatives=tuple(map(_found_relative, found)), elsewhere=True)


def _elsewhere(ledger: Ledger, record: Record) -> dict[RecordId, Found]:
    """The records of other documents that linking found to tell of the same occasion or instrument, the newest first."""
    kind = kind_of(record)
    if kind not in {"occasions", "instruments"}:
        return {}
    held = {one for thread in ledger.find_threads_of({record.id}) if thread.kind == kind for one in thread.records}
    found = [one for one in ledger.find_by_ids(held - {record.id}).values() if one.record.document != record.document]
    return {one.record.id: one for one in sorted(found, key=lambda one: (day_of(one), one.record.id), reverse=True)}


def _found_relative(found: Found) -> Relative:
    noun = NOUNS[kind_of(found.record)]
    return Relative(
        id=found.record.id, noun=noun, words=excerpt_of(found.words, _OF_RELATIVE), source=source_of(found.document)
    )


def _neighbors(record: Record, reading: Reading) -> Iterator[tuple[str, set[RecordId]]]:
    """What a record is exchanged for, and what points to it; what it points to itself stands in its fields."""
    if isinstance(record, Commitment):
        yield "Given in return for it", set(record.exchange.value.commitments) if record.exchange.value else set()
    yield "Promised in it", {c.id for c in reading.commitments if record.id in (c.statement.value, c.instrument.value)}
    yield "Said there", {s.id for s in reading.statements if s.occasion.value == record.id}
    yield "Said of it", {a.id for a in reading.assessments if record.id in (a.target.value or ())}


def _relative(record: Record, text: str, source: Source) -> Relative:
    return Relative(
        id=record.id,
        noun=NOUNS[kind_of(record)],
        words=excerpt_of(words_of(text, record.spans), _OF_RELATIVE),
        source=source,
    )
