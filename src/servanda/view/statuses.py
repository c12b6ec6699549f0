"""How far an undertaking has come, row by row, each with the words that show it; and where its deadline stands.

The same for a thread and for a record that no other document repeats. Nobody is said to have broken anything but by a
person's judgement, which is shown with who judged.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from servanda.codebook import RecordId
from servanda.codebook.vocabulary import Clock, DocumentKind, ThreadStatus
from servanda.resolve.statuses import Saying
from servanda.store import Found, Ledger
from servanda.view.citations import Citation, citations_of, words_at
from servanda.view.names import day_in_words, deadline_in_words, names_in
from servanda.view.reasons import reason_in_words
from servanda.view.undertakings import Undertaking


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One row of evidence.

    Attributes:
        status: the status that it shows.
        meaning: what this word means.
        day: when it was said or judged, as an ISO date; empty where unknown.
        day_words: the same in words.
        reason: why it shows this, in words.
        by: who judged; empty where a text shows it.
        citation: the words that show it, or that were judged.
    """

    status: ThreadStatus
    meaning: str
    day: str
    day_words: str
    reason: str
    by: str
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """Where the deadline of an undertaking stands.

    Attributes:
        clock: where it stands on the day asked for.
        meaning: what this word means.
        deadline: the deadline as the codebook writes it; empty where none is stated.
        deadline_words: the same as a person writes it.
        days: days from the day asked for to the last day of the deadline, below zero where that has passed; None where
            there is no deadline.
        words: the words that state it.
        only_in_instrument: whether an adopted text states it and no report does.
        whose: whose words state it: `adopted text`, `official text`, `words quoted by a report`, `words of a report`.
        citation: where it is stated; None where there is no deadline.
    """

    clock: Clock
    meaning: str
    deadline: str = ""
    deadline_words: str = ""
    days: int | None = None
    words: str = ""
    only_in_instrument: bool = False
    whose: str = ""
    citation: Citation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """How far an undertaking has come.

    Attributes:
        id: id of the thread, or of the record where it is alone.
        status: how far it has come.
        meaning: what this word means.
        rungs: the evidence, the oldest first.
        deadline: where its deadline stands.
    """

    id: RecordId
    status: ThreadStatus
    meaning: str
    rungs: tuple[Rung, ...]
    deadline: Deadline


def ladders_of(ledger: Ledger, undertakings: Iterable[Undertaking], on: date) -> tuple[Ladder, ...]:
    """How far each of these undertakings has come."""
    listed = tuple(undertakings)
    citations = citations_of(ledger, (found for one in listed for found in one.found))
    deadlines, names = deadlines_of(ledger, listed, on), names_in(ledger)
    return tuple(
        Ladder(
            id=one.id,
            status=one.status,
            meaning=one.status.meaning,
            rungs=tuple(
                Rung(
                    status=row.status,
                    meaning=row.status.meaning,
                    day=str(row.day) if row.day else "",
                    day_words=day_in_words(row.day) if row.day else "",
                    reason=row.reason if row.by else reason_in_words(row.reason, names),
                    by=row.by,
                    citation=citations[row.record],
                )
                for row in one.evidence
            ),
            deadline=deadline,
        )
        for one, deadline in zip(listed, deadlines, strict=True)
    )


def deadlines_of(
    ledger: Ledger, undertakings: Iterable[Undertaking], on: date, *, cited: bool = True
) -> tuple[Deadline, ...]:
    """Where the deadline of each of these undertakings stands, with the words that state it; cited where that is asked."""
    listed = tuple(undertakings)
    stating = {one.id: one.record(one.timing.record) for one in listed if one.timing.record}
    citations = citations_of(ledger, stating.values()) if cited else {}
    texts = ledger.find_texts({found.document.id for found in stating.values()})
    return tuple(
        _deadline(one, on, citations.get(one.timing.record), texts.get(stating[one.id].document.id, ""))
        if one.timing.record
        else Deadline(clock=one.timing.clock, meaning=one.timing.clock.meaning)
        for one in listed
    )


def _deadline(one: Undertaking, on: date, citation: Citation | None, text: str) -> Deadline:
    timing = one.timing
    saying = next(saying for saying in one.sayings if saying.commitment.id == timing.record)
    stated = saying.commitment.deadline
    when = timing.deadline
    return Deadline(
        clock=timing.clock,
        meaning=timing.clock.meaning,
        deadline=str(when) if when else "",
        deadline_words=deadline_in_words(when) if when else "",
        days=(when.last - on).days if when else None,
        words=words_at(text, stated.spans),
        only_in_instrument=timing.only_in_instrument,
        whose=_whose(saying, one.record(timing.record)),
        citation=citation,
    )


def _whose(saying: Saying, found: Found) -> str:
    """Whose words state the deadline: an adopted undertaking may have it from a report alone."""
    if found.document.kind is DocumentKind.INSTRUMENT:
        return "adopted text"
    if found.document.kind is not DocumentKind.NEWS:
        return "official text"
    return "words quoted by a report" if saying.own_words else "words of a report"
