"""What is new since a day: new undertakings, changed wording, changed status, and deadlines that passed.

By day of saying (when the documents were published), or by day of knowing (when the ledger took them in). Every line
has the words that it rests on; what is new is decided in `change_drafts.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from servanda.codebook import ActorId, RecordId
from servanda.store import Ledger, Query
from servanda.view.change_drafts import ChangeDraft, News, Window, days_before, drafts_of, judged_within, strongest_of
from servanda.view.citations import Citation, citations_of
from servanda.view.corrections import count_rejected, opinions_in
from servanda.view.deadlines import dated_between
from servanda.view.lines import UndertakingLine, line_of
from servanda.view.names import Names, date_in_words, names_in
from servanda.view.undertakings import commitments_between, settled_sides


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """One thing that is new.

    Attributes:
        news: what is new.
        day: when it was said, judged, or passed, as an ISO date; empty where unknown.
        what: the change itself: `strengthens`, `drops deadline`, `announced → fulfilled`.
        reason: why, in words; empty where the words themselves show it.
        undertaking: the undertaking, as the words that are new have it.
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
    window = Window(since=known_since.date() if known_since else since, until=until, known_since=known_since)
    first, learned = (None, known_since.date()) if known_since else (since, None)
    recent = commitments_between(ledger, sides, Query(since=first, learned_since=learned, until=until))
    found = {one.record.id: one for one in recent} | dict(ledger.find_by_ids(passed_within(ledger, sides, window)))
    names = names_in(ledger)
    judged = judged_within(ledger, window)
    if judged - set(found):
        everything = commitments_between(ledger, sides, Query(until=until))
        found |= {one.record.id: one for one in everything if one.record.id in judged}
    drafts = drafts_of(ledger, found.values(), judged, window, names)
    return ChangesPage(
        parties=tuple(map(names.actor, sides)),
        called=tuple(map(names.called, sides)),
        since=window.since.isoformat(),
        since_words=date_in_words(window.since),
        until=until.isoformat(),
        until_words=date_in_words(until),
        by_knowledge=known_since is not None,
        lines=lines_of(ledger, strongest_of(drafts, most), names),
        counts=counts_of(drafts),
        rejected=count_rejected(found.values(), opinions_in(ledger)),
    )


def passed_within(ledger: Ledger, sides: Sequence[ActorId], window: Window) -> tuple[RecordId, ...]:
    """The ids of the commitments of parties whose deadline passed within the window, the last to pass first."""
    first, last = (days_before(day, 1) for day in (window.since, window.until))
    found = dated_between(ledger, sides, window.until, first=first, last=last)
    return tuple(dict.fromkeys(one.record for one in reversed(found)))


def counts_of(drafts: Iterable[ChangeDraft]) -> tuple[tuple[str, int], ...]:
    """How many there are of each kind of news."""
    counts = Counter(draft.news for draft in drafts)
    return tuple((news.value, counts[news]) for news in News)


def lines_of(ledger: Ledger, drafts: Sequence[ChangeDraft], names: Names) -> tuple[ChangeLine, ...]:
    """What is new, with the words that it rests on."""
    cited = citations_of(ledger, (found for draft in drafts for found in draft.cited))
    return tuple(
        ChangeLine(
            news=draft.news,
            day=draft.day,
            what=draft.what,
            reason=draft.reason,
            undertaking=line_of(draft.undertaking, names, draft.now.record.id),
            now=cited[draft.now.record.id],
            before=cited[draft.before.record.id] if draft.before else None,
        )
        for draft in drafts
    )
