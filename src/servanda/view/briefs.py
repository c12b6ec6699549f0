"""One page on a relationship: what is due, new and reworded, what each side promised, and exchanges with who asserts them.

Every line is cited. No sentence of it is written here: a line is labels and the documents' own words, and it names the
sentences that bear it by their number in the list of sources.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from servanda.codebook import RecordId
from servanda.codebook.vocabulary import Polarity
from servanda.resolve.statuses import CLOSED
from servanda.store import Ledger, Query
from servanda.view.brief_parts import (
    MOST,
    Part,
    changed_drafts,
    due_drafts,
    exchange_drafts,
    promised_parts,
    sum_drafts,
)
from servanda.view.change_drafts import News
from servanda.view.changes import changes_page
from servanda.view.citations import Citation
from servanda.view.corrections import opinions_in
from servanda.view.deadlines import due_page
from servanda.view.names import date_in_words, names_in
from servanda.view.sources import Source
from servanda.view.undertakings import commitments_between, settled_sides, undertakings_of, until_of
from servanda.view.weights import weight_of

_Numbers: TypeAlias = dict[tuple[str, str], tuple[int, Citation]]


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefLine:
    """One line.

    Attributes:
        label: who, to whom and in which words: `Norway → Finland: “Norway will buy three ferries”`; without the words where
            the line is about two wordings.
        note: the rest in labels: `pledged, adopted, said by 3 documents`; `25 % there, 15 % here`.
        quotes: words of documents, each with the number of its source; the newer ones last.
        id: id of the thread or record.
        goal: what the id is one of: `thread` or `record`.
    """

    label: str
    note: str
    quotes: tuple[tuple[str, int], ...]
    id: RecordId
    goal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefSection:
    """One part of the page.

    Attributes:
        title: its heading.
        lines: its lines, at most four.
        more: how many lines there are beside them.
        party: name of the side whose promises these are; empty for the other sections.
    """

    title: str
    lines: tuple[BriefLine, ...]
    more: int
    party: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefSource:
    """One source in the list at the end.

    Attributes:
        number: the number that lines name it by.
        sentence: the sentence.
        source: its document, outlet and day.
        location: where the document was found.
        record: id of the record.
    """

    number: int
    sentence: str
    source: Source
    location: str
    record: RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefPage:
    """The page.

    Attributes:
        parties: names of the parties.
        called: the same as they stand within a sentence: `the Netherlands`.
        since: the first day that counts as new, as an ISO date.
        since_words: the same in words.
        on: the day that the page speaks for, as an ISO date.
        on_words: the same in words.
        open: how many undertakings no text calls met, broken or taken back; what a party declines is none.
        undertakings: how many there are.
        records: how many records of commitments these are.
        documents: how many documents they were read in.
        rejected: how many records people rejected; these are left out of all numbers.
        sections: what is due, new, reworded and come further; exchanges; sums.
        sides: what each side promised, and what they promised together, to stand beside one another.
        sources: the list of sources.
    """

    parties: tuple[str, ...]
    called: tuple[str, ...]
    since: str
    since_words: str
    on: str
    on_words: str
    open: int
    undertakings: int
    records: int
    documents: int
    sections: tuple[BriefSection, ...]
    sides: tuple[BriefSection, ...]
    sources: tuple[BriefSource, ...]
    rejected: int = 0


def brief_page(ledger: Ledger, typed: Sequence[str], *, since: date, on: date) -> BriefPage:
    """The page.

    Args:
        ledger: the ledger.
        typed: two or more parties, by id or name.
        since: the first day of publication that is new.
        on: the day that the page speaks for; what was published later is left out.

    Raises:
        UnaskableError: a party is in no commitment of the ledger.
    """
    sides, names = settled_sides(ledger, typed), names_in(ledger)
    found = commitments_between(ledger, sides, Query(until=until_of(ledger, on)))
    opinions = opinions_in(ledger)
    kept = [one for one in found if one.record.id not in opinions.rejected]
    undertakings = undertakings_of(ledger, kept, on, until=on)
    changes, due = changes_page(ledger, typed, since=since, until=on), due_page(ledger, typed, on, None)
    weights = {one.id: weight_of(one) for one in undertakings}
    running = sorted(
        (one for one in undertakings if one.status not in CLOSED), key=lambda one: weights[one.id], reverse=True
    )
    parts = (
        Part(title="Due", drafts=tuple(due_drafts(due))),
        *(Part(title=title, drafts=changed_drafts(changes, news, weights)) for news, title in _NEWS),
        Part(title="Given in return", drafts=tuple(exchange_drafts(ledger, undertakings, names))),
        Part(title="Sums", drafts=tuple(sum_drafts(ledger, undertakings, names))),
    )
    promised = tuple(promised_parts(ledger, running, sides, names))
    numbers: _Numbers = {}
    sections = tuple(_section(part, numbers) for part in parts if part.drafts)
    facing = tuple(_section(part, numbers) for part in promised)
    return BriefPage(
        parties=tuple(map(names.actor, sides)),
        called=tuple(map(names.called, sides)),
        since=since.isoformat(),
        since_words=date_in_words(since),
        on=on.isoformat(),
        on_words=date_in_words(on),
        open=sum(one.commitment.polarity.value is not Polarity.MINUS for one in running),
        undertakings=len(undertakings),
        records=len(kept),
        documents=len({one.document.id for one in kept}),
        sections=sections,
        sides=facing,
        sources=tuple(_source(number, cited) for number, cited in numbers.values()),
        rejected=len(found) - len(kept),
    )


_NEWS = ((News.REWORDED, "Changed in wording"), (News.STATUS, "Come further"), (News.NEW, "New"))


def _section(part: Part, numbers: _Numbers) -> BriefSection:
    """A section with its sources numbered, in the order in which the page names them."""
    for draft in part.drafts[:MOST]:
        for cited in draft.cited:
            numbers.setdefault(_place(cited), (len(numbers) + 1, cited))
    lines = tuple(
        BriefLine(
            label=draft.label,
            note=draft.note,
            quotes=tuple((cited.words, numbers[_place(cited)][0]) for cited in draft.cited),
            id=draft.id,
            goal="thread" if draft.id.startswith("t-") else "record",
        )
        for draft in part.drafts[:MOST]
    )
    return BriefSection(
        title=part.title, lines=lines, more=part.more + max(0, len(part.drafts) - MOST), party=part.party
    )


def _place(cited: Citation) -> tuple[str, str]:
    """What one number stands for: a sentence of a document, whatever records it bears."""
    return cited.source.id, cited.sentence


def _source(number: int, cited: Citation) -> BriefSource:
    return BriefSource(
        number=number, sentence=cited.sentence, source=cited.source, location=cited.location, record=cited.id
    )
