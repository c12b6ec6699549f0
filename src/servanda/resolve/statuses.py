"""How far an undertaking has come over all documents, with dated evidence, and where its deadline stands on a day.

    announced → adopted → restated, strengthened, weakened        what the texts say it is
    in progress → partly fulfilled → fulfilled; withdrawn; disputed    what the texts say became of it
    broken                                                         what only a person says

A report's wording is not the party's: an undertaking is strengthened or weakened by adopted texts, releases, readouts,
transcripts and words in quotation marks, on a later day and by the same parties; a report that only words it otherwise
restates it. The day is given from
outside; nothing here reads the clock.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from servanda.codebook import Commitment, Judgement, Link, RecordId, When
from servanda.codebook.vocabulary import Clock, CommitmentStatus, Polarity, Role, ThreadStatus, Tie, Verdict

CLOSED = frozenset({ThreadStatus.FULFILLED, ThreadStatus.WITHDRAWN, ThreadStatus.BROKEN})
"""Statuses after which no deadline runs."""

_BY_NAME = {status.value: status for status in ThreadStatus}
_FATES = frozenset({
    ThreadStatus.IN_PROGRESS, ThreadStatus.PARTLY_FULFILLED, ThreadStatus.FULFILLED,
    ThreadStatus.WITHDRAWN, ThreadStatus.DISPUTED,
})  # fmt: skip
_BY_TIE: Mapping[Tie, ThreadStatus] = {
    Tie.WITHDRAWS: ThreadStatus.WITHDRAWN,
    Tie.FULFILMENT: ThreadStatus.FULFILLED,
    Tie.PROGRESS: ThreadStatus.IN_PROGRESS,
    Tie.CONTRADICTS: ThreadStatus.DISPUTED,
}
_BY_WORD: Mapping[CommitmentStatus, tuple[ThreadStatus, str]] = {
    CommitmentStatus.WITHDRAWN: (ThreadStatus.WITHDRAWN, "the text says that it is taken back"),
    CommitmentStatus.FULFILLED: (ThreadStatus.FULFILLED, "the text says that it is met"),
    CommitmentStatus.IN_PROGRESS: (ThreadStatus.IN_PROGRESS, "the text says that it is being met"),
    CommitmentStatus.BROKEN: (ThreadStatus.DISPUTED, "the text calls it broken, which only a person may judge"),
}
_FIRMER = {Tie.STRENGTHENS: ThreadStatus.STRENGTHENED, Tie.WEAKENS: ThreadStatus.WEAKENED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One record of an undertaking, with what its status depends on.

    Attributes:
        commitment: the record.
        day: when it was said: the day of its document; None where that is unknown.
        source: what counts as one source: its document, or the story that its document tells with others.
        adopted: whether an instrument that the parties adopted holds it.
        own_words: whether the words are the party's: those of an official text, or in quotation marks.
        quoted: whether they stand in quotation marks.
        credits_text: whether a report gives it as what a text says: `according to the joint declaration`.
    """

    commitment: Commitment
    day: When | None
    source: str
    adopted: bool = False
    own_words: bool = False
    quoted: bool = False
    credits_text: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What one record, or one person, shows of the status.

    Attributes:
        status: the status that it shows.
        record: id of the record that shows it, or that was judged.
        day: when it was said or judged; None where unknown.
        reason: in words, why it shows this.
        by: who judged; empty where a text shows it.
    """

    status: ThreadStatus
    record: RecordId
    day: When | None
    reason: str
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """Where the deadline stands.

    Attributes:
        clock: where it stands on the day asked for.
        deadline: the deadline that was stated last; None where none is.
        record: id of the record that states it; empty where none does.
        only_in_instrument: whether an adopted text states it and no report does.
    """

    clock: Clock
    deadline: When | None = None
    record: RecordId = ""
    only_in_instrument: bool = False


def status_evidence(
    sayings: Iterable[Saying], links: Iterable[Link], judgements: Iterable[Judgement] = ()
) -> tuple[Evidence, ...]:
    """Dated evidence of the status of one undertaking, the oldest first.

    Args:
        sayings: all its records.
        links: links between them; others do not count.
        judgements: what people judged about them and did not take back; only `status` counts.
    """
    ordered = in_order(sayings)
    known = {saying.commitment.id: saying for saying in ordered}
    towards: defaultdict[RecordId, list[Link]] = defaultdict(list)
    for link in links:
        if link.earlier in known and link.later in known:
            towards[link.later].append(link)
    rows: list[Evidence] = []
    sources: set[str] = set()
    for saying in ordered:
        rows.extend(_shown(saying, towards[saying.commitment.id], known, sources, rows))
        sources.add(saying.source)
    rows.extend(_judged(judgements, known))
    return tuple(sorted(rows, key=lambda row: _sorting(row.day)))


def current_status(evidence: Iterable[Evidence]) -> ThreadStatus:
    """The status that the evidence leaves, in its order.

    A person's word stands until a person says otherwise. What became of an undertaking outweighs how it is worded,
    unless it was taken back and is adopted anew; and to restate what is adopted changes nothing.
    """
    current, by = ThreadStatus.ANNOUNCED, ""
    for row in evidence:
        if row.by or (not by and _moves(current, row.status)):
            current, by = row.status, row.by
    return current


def status_changes(evidence: Iterable[Evidence]) -> Iterator[tuple[Evidence, ThreadStatus]]:
    """Each piece of evidence that changed the status, with the status before it; the first one changes nothing."""
    told: list[Evidence] = []
    for row in evidence:
        before = current_status(told)
        told.append(row)
        if len(told) > 1 and current_status(told) is not before:
            yield row, before


def timing_of(sayings: Iterable[Saying], status: ThreadStatus, on: date) -> Timing:
    """Where the deadline of an undertaking stands on a day. The deadline that was stated last counts.

    Args:
        sayings: all its records.
        status: how far it has come.
        on: the day.
    """
    ordered = [saying for saying in in_order(sayings) if saying.commitment.polarity.value is not Polarity.MINUS]
    stated = [saying for saying in ordered if saying.commitment.deadline.value]
    if not stated:
        return Timing(clock=Clock.CLOSED if status in CLOSED else Clock.NONE)
    newest = stated[-1]
    deadline = newest.commitment.deadline.value
    only = all(saying.adopted for saying in stated) and any(not saying.adopted for saying in ordered)
    clock = _clock(deadline, status, on, only=only)
    return Timing(clock=clock, deadline=deadline, record=newest.commitment.id, only_in_instrument=only)


def is_rewording(earlier: Saying, later: Saying) -> bool:
    """Whether parties reword their own undertaking: in words of their own, on a later day, the same parties or some of them.

    Two texts of one day stand beside one another, and what one says with Japan is not what it said with Australia.
    """
    if not (earlier.own_words and later.own_words) or not _sorting(earlier.day) < _sorting(later.day):
        return False
    before, after = (set(saying.commitment.debtors.value or ()) for saying in (earlier, later))
    return before <= after or after <= before


def as_worded(link: Link, earlier: Saying, later: Saying) -> Link:
    """A link as people are shown it: a report that is firmer or weaker than the party only says it in other words."""
    if link.tie not in _FIRMER or is_rewording(earlier, later):
        return link
    told = "in another text" if later.own_words else "by a report"
    return replace(link, tie=Tie.PARAPHRASES, reason=f"worded otherwise {told}: {link.reason}")


def with_one_source(sayings: Iterable[Saying]) -> tuple[Saying, ...]:
    """Sayings of one undertaking in which a report that credits the text itself is no source beside that text."""
    listed = in_order(sayings)
    texts = [saying for saying in listed if saying.adopted and not saying.credits_text]
    source = texts[0].source if texts else ""
    return tuple(replace(one, source=source) if source and one.credits_text else one for one in listed)


def in_order(sayings: Iterable[Saying]) -> list[Saying]:
    """The records by the day on which they were said; of one day, adopted texts first; those without a day last."""
    return sorted(sayings, key=lambda saying: (_sorting(saying.day), not saying.adopted, saying.commitment.id))


def _clock(deadline: When | None, status: ThreadStatus, on: date, *, only: bool) -> Clock:
    if status in CLOSED:
        return Clock.CLOSED
    if deadline is None:
        return Clock.NONE
    if deadline.last < on:
        return Clock.OVERDUE
    return Clock.IN_INSTRUMENT if only else Clock.DUE


def _sorting(day: When | None) -> tuple[date, date]:
    return (day.start, day.last) if day else (date.max, date.max)


def _shown(
    saying: Saying, links: list[Link], known: Mapping[RecordId, Saying], sources: set[str], before: list[Evidence]
) -> Iterator[Evidence]:
    """What one record shows: what became of the undertaking, and else how it is worded."""
    fate = _fate(saying, links, known)
    if fate is None or not before:
        worded = _worded(saying, links, known, sources, before)
        if worded is not None:
            yield _row(saying, *worded)
    if fate is not None:
        yield _row(saying, *fate)


def _row(saying: Saying, status: ThreadStatus, reason: str) -> Evidence:
    return Evidence(status=status, record=saying.commitment.id, day=saying.day, reason=reason)


def _fate(saying: Saying, links: list[Link], known: Mapping[RecordId, Saying]) -> tuple[ThreadStatus, str] | None:
    for tie, status in _BY_TIE.items():
        for link in (link for link in links if link.tie is tie):
            if status is ThreadStatus.FULFILLED and (part := _part(saying, links, known)):
                return ThreadStatus.PARTLY_FULFILLED, part
            return status, link.reason
    told = saying.commitment.status.value
    found = _BY_WORD.get(told) if told is not None else None
    if found is None:
        return None
    if found[0] is ThreadStatus.FULFILLED and (part := _part(saying, links, known)):
        return ThreadStatus.PARTLY_FULFILLED, part
    return found


def _part(saying: Saying, links: list[Link], known: Mapping[RecordId, Saying]) -> str:
    """Why only a part is met; empty where nothing says so."""
    if any(link.tie is Tie.SPLITS for link in links):
        return "the text says that a part of it is met"
    here = _amounts(saying)
    for link in links:
        for unit, whole in _amounts(known[link.earlier]).items():
            if unit in here and here[unit] < whole:
                return f"{here[unit]:,f} of {whole:,f} {unit}"
    return ""


def _amounts(saying: Saying) -> dict[str, Decimal]:
    told = saying.commitment.quantities.value or ()
    return {quantity.unit: quantity.value for quantity in told if quantity.role is Role.AMOUNT}


def _worded(
    saying: Saying, links: list[Link], known: Mapping[RecordId, Saying], sources: set[str], before: list[Evidence]
) -> tuple[ThreadStatus, str] | None:
    if saying.adopted and not any(row.status is ThreadStatus.ADOPTED for row in before):
        return ThreadStatus.ADOPTED, "an instrument that the parties adopted holds it"
    if not before:
        return ThreadStatus.ANNOUNCED, "the first text of the ledger that says it"
    firmer = [link for link in links if link.tie in _FIRMER and known[link.earlier].source != saying.source]
    if firmer:
        nearest = max(firmer, key=lambda link: (_sorting(known[link.earlier].day), link.id))
        if is_rewording(known[nearest.earlier], saying):
            return _FIRMER[nearest.tie], nearest.reason
        told = "in another text" if saying.own_words else "by a report"
        return ThreadStatus.RESTATED, f"worded otherwise {told}: {nearest.reason}"
    if saying.source in sources:
        return None
    return ThreadStatus.RESTATED, links[0].reason if links else "said again in another text"


def _judged(judgements: Iterable[Judgement], known: Mapping[RecordId, Saying]) -> Iterator[Evidence]:
    for judgement in judgements:
        record = next((record for record in judgement.records if record in known), None)
        value = judgement.value.replace("-", " ")
        if judgement.verdict is not Verdict.STATUS or record is None or (value not in _BY_NAME and value != "open"):
            continue
        yield Evidence(
            status=_BY_NAME.get(value, ThreadStatus.ANNOUNCED),
            record=record,
            day=When.day(judgement.at.date()),
            reason=judgement.why or f"judged to be {value}",
            by=judgement.by,
        )


def _moves(current: ThreadStatus, status: ThreadStatus) -> bool:
    if status in _FATES:
        return True
    if current in _FATES:
        return current is ThreadStatus.WITHDRAWN and status is ThreadStatus.ADOPTED
    return status is not ThreadStatus.RESTATED or current is ThreadStatus.ANNOUNCED
