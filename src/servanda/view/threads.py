"""One undertaking over documents: each time it was said, in which words, and what changed from one time to the next.

A thread, or a commitment that no other document repeats. The words are the documents' own; what differs from the row
before is marked word by word, and which of it matters is left to the reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from servanda.codebook import Commitment, Link, Record, RecordId
from servanda.codebook.vocabulary import Firmness, Polarity
from servanda.resolve.statuses import CLOSED
from servanda.store import Found, Ledger
from servanda.view.fields import Part
from servanda.view.followings import Following, followings_of
from servanda.view.names import Names, day_in_words, names_in, quantity_in_words
from servanda.view.reasons import reason_in_words
from servanda.view.records import RecordPage, record_page
from servanda.view.rewordings import what_of
from servanda.view.sequels import Sequel, sequels_of
from servanda.view.sources import Source, source_of
from servanda.view.statuses import Ladder, ladders_of
from servanda.view.supports import support_of
from servanda.view.totals import totals_around
from servanda.view.undertakings import Undertaking, undertaking_of

_WORD = re.compile(r"\w+(?:['’.,-]\w+)*|[^\w\s]")
_FIRMNESS = (Firmness.ASPIRED, Firmness.INTENDED, Firmness.AGREED, Firmness.PLEDGED, Firmness.BINDING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of words of a row.

    Attributes:
        text: the words.
        change: `kept`, `new` where the row before has not these words, or `gone` where only the row before has them.
    """

    text: str
    change: str = "kept"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """How a row stands to another one.

    Attributes:
        tie: how, as the codebook has it.
        meaning: what the word means.
        slot: the field that it is about; empty where it is about none.
        what: tie and field as a person calls them: `drops a number`.
        reason: what was compared, in words.
        other: id of the record that it stands to so.
    """

    tie: str
    meaning: str
    slot: str
    what: str
    reason: str
    other: RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One time that it was said.

    Attributes:
        id: id of the record.
        source: the document.
        day: the day of publication in words; empty where unknown.
        words: the words of the clause.
        pieces: the same with what is new and gone against the row before; the first row is all `kept`.
        firmness: how firmly it binds.
        strength: the same as a number from 0 to 4, for a chart; None where it was not read.
        quantities: how much, in words.
        amounts: the same as numbers with their units, for a chart.
        deadline: by when, in words; empty where it is not stated.
        speakers: who says it in the document, as far as a statement carries it.
        steps: how it stands to earlier rows.
    """

    id: RecordId
    source: Source
    day: str
    words: str
    pieces: tuple[Piece, ...]
    firmness: str
    strength: int | None
    quantities: tuple[str, ...]
    amounts: tuple[tuple[float, str], ...]
    deadline: str
    speakers: tuple[Part, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadPage:
    """One undertaking over documents.

    Attributes:
        id: id of the thread, or of the record where it is alone.
        title: its words where it was said last.
        debtors: who is bound, over all rows.
        creditors: to whom.
        act: what is to be done, as its newest row has it.
        reason: in words, why the rows are one undertaking.
        score: how sure that is.
        sayings: the rows, in the order in which they were said.
        documents: in how many documents it stands.
        sources: how many independent sources say it: copies and rewrites of one report count once.
        first_said: the first day in words; empty where unknown.
        last_said: the last day in words.
        parts: links to records outside the thread: parts and wholes.
        exchange: the pages of records that it is given in return for.
        ladder: how far it has come, with evidence; None where that was not asked.
        followed: the standing bodies that its words name, with what else names them: their meetings above all.
        sequel: a later sentence that seems to tell the deed as done, though nothing links it; None where none was found, or
            where it is closed.
    """

    id: RecordId
    title: str
    debtors: tuple[Part, ...]
    creditors: tuple[Part, ...]
    act: str
    reason: str
    score: float
    sayings: tuple[Saying, ...]
    documents: int
    sources: int
    first_said: str
    last_said: str
    parts: tuple[Step, ...]
    exchange: tuple[RecordPage, ...]
    ladder: Ladder | None
    followed: tuple[Following, ...] = ()
    sequel: Sequel | None = None


def thread_page(ledger: Ledger, key: RecordId, on: date) -> ThreadPage | None:
    """The thread of this id, or the one that holds the commitment of this id; None where the ledger has none.

    Args:
        ledger: the ledger.
        key: id of a thread of commitments or of a commitment, or the only beginning of one.
        on: the day on which its deadline is looked at.
    """
    thread = ledger.find_thread(key)
    one = ledger.find_record(thread.records[0] if thread else key)
    if one is None or not isinstance(one.record, Commitment):
        return None
    undertaking = undertaking_of(ledger, one, on)
    return None if undertaking is None else _page(ledger, undertaking, on)


def _page(ledger: Ledger, undertaking: Undertaking, on: date) -> ThreadPage:
    names = names_in(ledger)
    ids = {found.record.id for found in undertaking.found}
    beyond = (link for link in ledger.find_links(ids) if not {link.earlier, link.later} <= ids)
    links = tuple(dict.fromkeys((*undertaking.links, *beyond, *totals_around(ledger, (undertaking,)))))
    thread = next((told for told in ledger.find_threads_of(ids) if told.id == undertaking.id), None)
    days = [found.document.published for found in undertaking.found if found.document.published]
    commitments = [one.commitment for one in undertaking.sayings]
    words = [found.words for found in undertaking.found]
    return ThreadPage(
        id=undertaking.id,
        title=" ".join(undertaking.newest.words.split()),
        debtors=_parties((one.debtors.value or () for one in commitments), names),
        creditors=_parties((one.creditors.value or () for one in commitments), names),
        act=str(undertaking.commitment.act.value or ""),
        reason=reason_in_words(thread.reason, names, words) if thread else "",
        score=thread.score if thread else 1.0,
        sayings=_sayings(ledger, undertaking, links, names),
        documents=len({found.document.id for found in undertaking.found}),
        sources=len(support_of(undertaking)),
        first_said=day_in_words(min(days)) if days else "",
        last_said=day_in_words(max(days)) if days else "",
        parts=tuple(_step(link, ids, names) for link in links if not {link.earlier, link.later} <= ids),
        exchange=_exchange(ledger, commitments),
        ladder=next(iter(ladders_of(ledger, (undertaking,), on)), None),
        followed=followings_of(ledger, undertaking.found),
        sequel=_sequel(ledger, undertaking, on),
    )


def _sequel(ledger: Ledger, undertaking: Undertaking, on: date) -> Sequel | None:
    if undertaking.status in CLOSED or undertaking.commitment.polarity.value is Polarity.MINUS:
        return None
    return sequels_of(ledger, (undertaking.newest,), on).get(undertaking.newest.record.id)


def _sayings(ledger: Ledger, undertaking: Undertaking, links: Iterable[Link], names: Names) -> tuple[Saying, ...]:
    """The rows, each beside the one that it is linked to, or the one before."""
    ids = {found.record.id for found in undertaking.found}
    steps: dict[RecordId, list[Step]] = {}
    for link in links:
        if {link.earlier, link.later} <= ids:
            steps.setdefault(link.later, []).append(_step(link, {link.later}, names))
    carried = ledger.find_bare({one.commitment.statement.value or "" for one in undertaking.sayings} - {""})
    words: dict[RecordId, str] = {}
    rows = []
    for found in undertaking.found:
        mine = tuple(steps.get(found.record.id, ()))
        before = words.get(mine[0].other) if mine else next(reversed(words.values()), None)
        rows.append(_saying(found, before, mine, _speakers(found, carried, names)))
        words[found.record.id] = rows[-1].words
    return tuple(rows)


def _saying(found: Found, before: str | None, steps: tuple[Step, ...], speakers: tuple[Part, ...]) -> Saying:
    record = found.record
    if not isinstance(record, Commitment):
        raise TypeError(f"{record.id} is no commitment")
    words, published = " ".join(found.words.split()), found.document.published
    quantities, firmness = record.quantities.value or (), record.firmness.value
    return Saying(
        id=record.id,
        source=source_of(found.document),
        day=day_in_words(published) if published else "",
        words=words,
        pieces=pieces_of(before, words) if before is not None else (Piece(text=words),),
        firmness=str(firmness or ""),
        strength=None if firmness is None else _FIRMNESS.index(firmness),
        quantities=tuple(quantity_in_words(quantity) for quantity in quantities),
        amounts=tuple((float(quantity.value), quantity.unit) for quantity in quantities),
        deadline=day_in_words(record.deadline.value) if record.deadline.value else "",
        speakers=speakers,
        steps=steps,
    )


def pieces_of(before: str, after: str) -> tuple[Piece, ...]:
    """A wording with what is new and gone against the one before, word by word."""
    old, new = (_words_with_blanks(text) for text in (before, after))
    found: list[Piece] = []
    for kind, i, j, k, m in SequenceMatcher(None, _folded(old), _folded(new), autojunk=False).get_opcodes():
        if kind in {"delete", "replace"}:
            found.append(Piece(text="".join(old[i:j]), change="gone"))
        if kind in {"insert", "replace"}:
            found.append(Piece(text="".join(new[k:m]), change="new"))
        if kind == "equal":
            found.append(Piece(text="".join(new[k:m])))
    return tuple(found)


def _words_with_blanks(text: str) -> list[str]:
    """The words of a text, each with the blanks behind it, so that together they are the text."""
    starts = [match.start() for match in _WORD.finditer(text)]
    ends = [*starts[1:], len(text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


def _folded(words: list[str]) -> list[str]:
    return [word.strip().casefold() for word in words]


def _step(link: Link, mine: Iterable[RecordId], names: Names) -> Step:
    other = link.earlier if link.later in set(mine) else link.later
    return Step(
        tie=str(link.tie),
        meaning=link.tie.meaning,
        slot=link.slot,
        what=what_of(link),
        reason=reason_in_words(link.reason, names),
        other=other,
    )


def _speakers(found: Found, carried: Mapping[RecordId, Record], names: Names) -> tuple[Part, ...]:
    statement = carried.get(getattr(getattr(found.record, "statement", None), "value", "") or "")
    speakers = getattr(getattr(statement, "speakers", None), "value", None)
    return tuple(Part(text=names.actor(actor), code=actor, goal="actor", id=actor) for actor in speakers or ())


def _parties(sides: Iterable[Iterable[str]], names: Names) -> tuple[Part, ...]:
    parties = dict.fromkeys(party for side in sides for party in side)
    return tuple(Part(text=names.actor(party), code=party, goal="actor", id=party) for party in parties)


def _exchange(ledger: Ledger, commitments: Iterable[Commitment]) -> tuple[RecordPage, ...]:
    ids = dict.fromkeys(
        record for one in commitments if one.exchange.value for record in one.exchange.value.commitments
    )
    pages = (record_page(ledger, record) for record in ids)
    return tuple(page for page in pages if page is not None)
