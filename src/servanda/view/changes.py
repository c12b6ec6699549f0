"""What is new since a day: new undertakings, changed wording, changed status, and deadlines that passed.

By day of saying (when the documents were published), or by day of knowing (when the ledger took them in). Every line
has the words that it rests on; nothing is new only because a document was read again and says the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby, islice

from servanda.codebook import RecordId, When
from servanda.codebook.vocabulary import Term, ThreadStatus
from servanda.resolve.statuses import CLOSED, Evidence, status_changes
from servanda.store import Found, Ledger, Query
from servanda.view.citations import Citation, citations_of
from servanda.view.corrections import count_rejected, opinions_in
from servanda.view.lines import UndertakingLine, line_of
from servanda.view.names import Names, day_in_words, deadline_in_words, names_in
from servanda.view.reasons import reason_in_words
from servanda.view.rewordings import rewordings_of
from servanda.view.undertakings import Undertaking, commitments_between, day_of, settled_sides, undertakings_of
from servanda.view.weights import sides_of, weight_of

_WORDED = (ThreadStatus.ANNOUNCED, ThreadStatus.RESTATED, ThreadStatus.STRENGTHENED, ThreadStatus.WEAKENED)


class News(Term):
    """What is new about an undertaking."""

    NEW = "new", "no text of the ledger says it earlier"
    REWORDED = "reworded", "said again in other words, which change what it says"
    STATUS = "status", "a text or a person shows that it has come to another status"
    PASSED = "deadline passed", "its deadline has passed, and no linked text tells that it is met"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """One thing that is new.

    Attributes:
        news: what is new.
        day: when it was said, judged, or passed, as an ISO date; empty where unknown.
        what: the change itself: `strengthens`, `drops deadline`, `announced → fulfilled`.
        reason: why, in words; empty where the words themselves show it.
        undertaking: the undertaking.
        now: the words that are new, or that state the deadline.
        before: the words that they are compared with; None where there are none.
    """

    news: News
    day: str
    what: str
    reason: str
    undertaking: UndertakingLine
    now: Citation
    before: Citation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesPage:
    """What is new.

    Attributes:
        parties: names of the parties that were asked for; empty for all.
        called: the same as they stand within a sentence: `the Netherlands`.
        since: the first day, or moment of knowing, as an ISO date.
        since_words: the day in words.
        until: the last day, as an ISO date.
        until_words: the same in words.
        by_knowledge: whether it is new to the ledger, whenever it was said.
        lines: what is new, in the order of `News`; the gravest changes of wording and the weightiest undertakings
            first, those between the same parties together.
        counts: how many there are of each kind of news, with those that are left out.
        rejected: how many records people rejected; these are left out.
    """

    parties: tuple[str, ...]
    called: tuple[str, ...]
    since: str
    since_words: str
    until: str
    until_words: str
    by_knowledge: bool
    lines: tuple[ChangeLine, ...]
    counts: tuple[tuple[str, int], ...]
    rejected: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Window:
    """What counts as new."""

    since: date
    until: date
    is_new: Callable[[Found], bool]

    def holds(self, day: date) -> bool:
        """Whether a day lies within it."""
        return self.since <= day <= self.until


def changes_page(  # noqa: PLR0913 - the window has four edges
    ledger: Ledger,
    typed: Sequence[str],
    *,
    since: date,
    until: date,
    known_since: datetime | None = None,
    most: int | None = None,
) -> ChangesPage:
    """What is new.

    Args:
        ledger: the ledger.
        typed: parties by id or name; all where none is named.
        since: the first day of publication that is new; not asked where `known_since` is given.
        until: the last day of publication, and the day on which deadlines are looked at.
        known_since: what the ledger did not hold at this moment is new, whenever it was said.
        most: how many of each kind of news to list; None for all.

    Raises:
        UnaskableError: a party is in no commitment of the ledger.
    """
    sides = settled_sides(ledger, typed)
    window = _window(ledger, since, until, known_since)
    first = None if known_since else since
    dated = Query(states="deadline", until=until)
    found = {
        one.record.id: one
        for asked in (Query(since=first, until=until), dated)
        for one in commitments_between(ledger, sides, asked)
    }
    names = names_in(ledger)
    judged = _judged(ledger, window)
    if judged - set(found):
        everything = commitments_between(ledger, sides, Query(until=until))
        found |= {one.record.id: one for one in everything if one.record.id in judged}
    undertakings = undertakings_of(ledger, _worth_a_look(found.values(), judged, window), until, until=until)
    drafts = [draft for one in undertakings for draft in _drafts(one, window, names)]
    counts = Counter(draft.news for draft in drafts)
    drafts = _listed(drafts, most)
    cited = citations_of(ledger, (found for draft in drafts for found in draft.cited))
    lines = tuple(
        ChangeLine(
            news=draft.news,
            day=draft.day,
            what=draft.what,
            reason=draft.reason,
            undertaking=line_of(draft.undertaking, names),
            now=cited[draft.now.record.id],
            before=cited[draft.before.record.id] if draft.before else None,
        )
        for draft in drafts
    )
    return ChangesPage(
        parties=tuple(map(names.actor, sides)),
        called=tuple(map(names.called, sides)),
        since=window.since.isoformat(),
        since_words=_in_words(window.since),
        until=until.isoformat(),
        until_words=_in_words(until),
        by_knowledge=known_since is not None,
        lines=lines,
        counts=tuple((news.value, counts[news]) for news in News),
        rejected=count_rejected(found.values(), opinions_in(ledger)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """A line before its words are cited."""

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
        return (self.now, self.before) if self.before else (self.now,)


def _window(ledger: Ledger, since: date, until: date, known_since: datetime | None) -> _Window:
    if known_since is None:
        return _Window(since=since, until=until, is_new=lambda found: since.isoformat() <= day_of(found))
    then = ledger.as_known_on(known_since)
    held = then.find_record_ids(then.find_hashes())
    known = {key for kinds in held.values() for ids in kinds.values() for key in ids}
    return _Window(since=known_since.date(), until=until, is_new=lambda found: found.record.id not in known)


def _judged(ledger: Ledger, window: _Window) -> frozenset[RecordId]:
    return frozenset(
        about.now
        for judged in ledger.find_judgements()
        if window.holds(judged.judgement.at.date())
        for about in judged.about
        if about.now is not None
    )


def _worth_a_look(found: Iterable[Found], judged: Collection[RecordId], window: _Window) -> Iterator[Found]:
    """New records, those judged, and those whose deadline may have passed meanwhile; the others change nothing."""
    for one in found:
        deadline = getattr(one.record, "deadline", None)
        when = deadline.value if deadline else None
        passed = when is not None and window.holds(when.last + timedelta(days=1))
        if passed or window.is_new(one) or one.record.id in judged:
            yield one


def _drafts(one: Undertaking, window: _Window, names: Names) -> Iterator[_Draft]:
    new = {found.record.id for found in one.found if window.is_new(found)}
    if len(new) == len(one.found):
        first = one.found[0]
        yield _Draft(news=News.NEW, undertaking=one, day=day_of(first), now=first, what=one.status.value)
    yield from _rewordings(one, new, names)
    yield from _statuses(one, new, window, names)
    yield from _passed(one, window)


def _rewordings(one: Undertaking, new: set[RecordId], names: Names) -> Iterator[_Draft]:
    for told in rewordings_of(one, names):
        if told.later in new:
            yield _Draft(
                news=News.REWORDED,
                undertaking=one,
                day=day_of(one.record(told.later)),
                now=one.record(told.later),
                before=one.record(told.earlier),
                what=told.what,
                reason=told.reason,
                gravity=told.gravity,
            )


def _statuses(one: Undertaking, new: set[RecordId], window: _Window, names: Names) -> Iterator[_Draft]:
    for row, before in status_changes(one.evidence):
        if not row.by and (row.status in _WORDED or row.record == one.found[0].record.id):
            continue
        is_new = row.day is not None and window.holds(row.day.start) if row.by else row.record in new
        if is_new:
            yield _Draft(
                news=News.STATUS,
                undertaking=one,
                day=str(row.day.start) if row.day else "",
                now=one.record(row.record),
                what=f"{before} → {row.status}",
                reason=_told(row, names),
            )


def _told(row: Evidence, names: Names) -> str:
    return f"{row.reason} (judged by {row.by})" if row.by else reason_in_words(row.reason, names)


def _passed(one: Undertaking, window: _Window) -> Iterator[_Draft]:
    deadline = one.timing.deadline
    if deadline is None or one.status in CLOSED:
        return
    passed = deadline.last + timedelta(days=1)
    if window.holds(passed):
        yield _Draft(
            news=News.PASSED,
            undertaking=one,
            day=passed.isoformat(),
            now=one.record(one.timing.record),
            what=f"was due {deadline_in_words(deadline)}",
        )


_PLACES = {news: at for at, news in enumerate(News)}


def _listed(drafts: Iterable[_Draft], most: int | None) -> list[_Draft]:
    """The strongest of each kind of news; those between the same parties stand together, where the strongest stands."""
    kept: list[_Draft] = []
    for _, group in groupby(sorted(drafts, key=_order), key=lambda draft: draft.news):
        shown = list(islice(group, most))
        places: dict[tuple[str, ...], int] = {}
        for draft in shown:
            places.setdefault(sides_of(draft.undertaking), len(places))
        kept += sorted(shown, key=lambda draft: places[sides_of(draft.undertaking)])
    return kept


def _order(draft: _Draft) -> tuple[object, ...]:
    newest_first = -date.fromisoformat(draft.day).toordinal() if draft.day else 1
    weightiest_first = -weight_of(draft.undertaking)[0]
    place = (draft.undertaking.id, draft.now.record.id)
    return _PLACES[draft.news], draft.gravity, weightiest_first, newest_first, place


def _in_words(day: date) -> str:
    return day_in_words(When.day(day))
