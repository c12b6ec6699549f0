"""What is new of undertakings since a day, before its words are cited: new ones, other wordings, other statuses, passed deadlines.

`changes`, the brief and the page of what changed over the whole ledger are made of the same drafts. By day of saying (when
the documents were published), or by day of knowing (when the ledger took them in). Nothing is new only because a document
was read again and says the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby, islice

from servanda.codebook import RecordId
from servanda.codebook.vocabulary import Novelty, Term, ThreadStatus
from servanda.resolve.statuses import CLOSED, Evidence, status_changes
from servanda.store import Found, Ledger
from servanda.view.names import Names, deadline_in_words
from servanda.view.reasons import reason_in_words
from servanda.view.rewordings import rewordings_of
from servanda.view.undertakings import Undertaking, day_of, undertakings_of
from servanda.view.weights import sides_of, weight_of

_WORDED = (ThreadStatus.ANNOUNCED, ThreadStatus.RESTATED, ThreadStatus.STRENGTHENED, ThreadStatus.WEAKENED)


class News(Term):
    """What is new about an undertaking."""

    NEW = "new", "no text of the ledger says it earlier, and it does not say itself that it is said again"
    REWORDED = "reworded", "said again in other words, which change what it says"
    STATUS = "status", "a text or a person shows that it has come to another status"
    PASSED = "deadline passed", "its deadline has passed, and no linked text tells that it is met"


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """What counts as new.

    Attributes:
        since: the first day.
        until: the last day, on which deadlines are looked at.
        known_since: what the ledger did not hold at this moment is new, whenever it was said; None where it goes by the day
            of publication.
    """

    since: date
    until: date
    known_since: datetime | None = None

    def holds(self, day: date) -> bool:
        """Whether a day lies within it."""
        return self.since <= day <= self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeDraft:
    """One thing that is new, before its words are cited.

    Attributes:
        news: what is new.
        undertaking: the undertaking.
        day: when it was said, judged, or passed, as an ISO date; empty where unknown.
        now: the record that shows it.
        before: the record that it is compared with.
        what: the change itself.
        reason: why, in words.
        gravity: how grave a change of wording is, the gravest smallest.
    """

    news: News
    undertaking: Undertaking
    day: str
    now: Found
    before: Found | None = None
    what: str = ""
    reason: str = ""
    gravity: tuple[float, ...] = ()

    @property
    def cited(self) -> tuple[Found, ...]:
        """The records that it rests on."""
        return (self.now, self.before) if self.before else (self.now,)


def days_before(day: date, number: int) -> date:
    """The day so many days before; the first day of the calendar where there is none."""
    return date.fromordinal(max(1, day.toordinal() - number))


def judged_within(ledger: Ledger, window: Window) -> frozenset[RecordId]:
    """The records that people judged in these days."""
    return frozenset(
        about.now
        for judged in ledger.find_judgements()
        if window.holds(judged.judgement.at.date())
        for about in judged.about
        if about.now is not None
    )


def drafts_of(
    ledger: Ledger, found: Collection[Found], judged: Collection[RecordId], window: Window, names: Names
) -> list[ChangeDraft]:
    """What is new of the undertakings that these commitments belong to."""
    listed = tuple(_worth_a_look(found, judged, window, _new_among(ledger, found, window)))
    undertakings = undertakings_of(ledger, listed, window.until, until=window.until)
    new = _new_among(ledger, [one for undertaking in undertakings for one in undertaking.found], window)
    return [draft for one in undertakings for draft in _drafts(one, window, new, names)]


def _new_among(ledger: Ledger, found: Iterable[Found], window: Window) -> frozenset[RecordId]:
    """The ids of those of these records that are new."""
    listed = tuple(found)
    if window.known_since is None:
        return frozenset(one.record.id for one in listed if window.since.isoformat() <= day_of(one))
    held = ledger.as_known_on(window.known_since).find_record_ids({one.document.id for one in listed})
    known = {key for kinds in held.values() for ids in kinds.values() for key in ids}
    return frozenset(one.record.id for one in listed) - known


def _worth_a_look(
    found: Iterable[Found], judged: Collection[RecordId], window: Window, new: Collection[RecordId]
) -> Iterator[Found]:
    """New records, those judged, and those whose deadline may have passed meanwhile; the others change nothing."""
    for one in found:
        deadline = getattr(one.record, "deadline", None)
        when = deadline.value if deadline else None
        passed = when is not None and window.holds(when.last + timedelta(days=1))
        if passed or one.record.id in new or one.record.id in judged:
            yield one


def _drafts(one: Undertaking, window: Window, news: frozenset[RecordId], names: Names) -> Iterator[ChangeDraft]:
    new = {found.record.id for found in one.found} & news
    first = one.found[0]
    if len(new) == len(one.found) and not is_restated(one):
        yield ChangeDraft(news=News.NEW, undertaking=one, day=day_of(first), now=first, what=one.status.value)
    yield from _rewordings(one, new, names)
    yield from _statuses(one, new, window, names)
    yield from _passed(one, window)


def is_restated(one: Undertaking) -> bool:
    """Whether the words that say it first say themselves that it was said before: `reaffirmed its pledge`, `remains committed`."""
    return one.sayings[0].commitment.novelty.value is Novelty.REAFFIRMED


def _rewordings(one: Undertaking, new: set[RecordId], names: Names) -> Iterator[ChangeDraft]:
    for told in rewordings_of(one, names):
        if told.later in new:
            yield ChangeDraft(
                news=News.REWORDED,
                undertaking=one,
                day=day_of(one.record(told.later)),
                now=one.record(told.later),
                before=one.record(told.earlier),
                what=told.what,
                reason=told.reason,
                gravity=told.gravity,
            )


def _statuses(one: Undertaking, new: set[RecordId], window: Window, names: Names) -> Iterator[ChangeDraft]:
    for row, before in status_changes(one.evidence):
        if not row.by and (row.status in _WORDED or row.record == one.found[0].record.id):
            continue
        is_new = row.day is not None and window.holds(row.day.start) if row.by else row.record in new
        if is_new:
            yield ChangeDraft(
                news=News.STATUS,
                undertaking=one,
                day=str(row.day.start) if row.day else "",
                now=one.record(row.record),
                what=f"{before} → {row.status}",
                reason=_told(row, names),
            )


def _told(row: Evidence, names: Names) -> str:
    return f"{row.reason} (judged by {row.by})" if row.by else reason_in_words(row.reason, names)


def _passed(one: Undertaking, window: Window) -> Iterator[ChangeDraft]:
    deadline = one.timing.deadline
    if deadline is None or one.status in CLOSED:
        return
    passed = deadline.last + timedelta(days=1)
    if window.holds(passed):
        yield ChangeDraft(
            news=News.PASSED,
            undertaking=one,
            day=passed.isoformat(),
            now=one.record(one.timing.record),
            what=f"was due {deadline_in_words(deadline)}",
        )


_PLACES = {news: at for at, news in enumerate(News)}


def strongest_of(drafts: Iterable[ChangeDraft], most: int | None) -> list[ChangeDraft]:
    """The strongest of each kind of news; those between the same parties stand together, where the strongest stands."""
    kept: list[ChangeDraft] = []
    for _, group in groupby(sorted(drafts, key=_order), key=lambda draft: draft.news):
        shown = list(islice(group, most))
        places: dict[tuple[str, ...], int] = {}
        for draft in shown:
            places.setdefault(sides_of(draft.undertaking), len(places))
        kept += sorted(shown, key=lambda draft: places[sides_of(draft.undertaking)])
    return kept


def _order(draft: ChangeDraft) -> tuple[object, ...]:
    newest_first = -date.fromisoformat(draft.day).toordinal() if draft.day else 1
    weightiest_first = -weight_of(draft.undertaking)[0]
    place = (draft.undertaking.id, draft.now.record.id)
    return _PLACES[draft.news], draft.gravity, weightiest_first, newest_first, place
