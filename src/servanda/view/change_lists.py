"""What changed over the whole ledger, page by page: the lines that `changes` has, narrowed by parties, days and kind of news.

A long stretch of days of a large ledger has more new commitments than a page can weigh: then the newest are looked at,
and the page says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from servanda.codebook import ActorId
from servanda.store import Found, Ledger, Query
from servanda.view.change_drafts import ChangeDraft, News, Window, days_before, drafts_of, judged_within, strongest_of
from servanda.view.changes import ChangeLine, counts_of, lines_of, passed_within
from servanda.view.corrections import count_rejected, opinions_in
from servanda.view.filters import Choice, Filter
from servanda.view.names import Names, date_in_words, names_in
from servanda.view.pagings import Paging, paging_of
from servanda.view.party_filters import chosen_parties, party_filters
from servanda.view.undertakings import between_of

MOST = 300
"""So many commitments are looked at for a page, the newest, the next ones on further pages; and so many whose deadlines passed."""
_FIRST = Query()
SINCE = 7
"""So far back a page goes where nothing else is asked, from the newest text of the ledger on."""
BYS = {"published": "published since", "learned": "taken in since"}
ORDERS = {"weight": "weightiest first", "newest": "newest first"}
NEWS = {news.name.lower(): news.value for news in News}
STRETCHES = (("1 day", 1), ("7 days", 7), ("30 days", 30), ("90 days", 90), ("a year", 365))


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeChoice:
    """What a list of changes is narrowed by.

    Attributes:
        parties: up to two parties by id or name; of one what it owes and is owed, of two what stands between them.
        since: the first day that is new; None for a week before the newest text of the ledger.
        until: the last day.
        by: `published`, or `learned` for what the ledger took in on these days, whenever it was said.
        news: a kind of news, as `NEWS` has it; empty for all.
        order: `weight` or `newest`.
        skip: so many commitments, the newest, are passed over: a list that is too long begins there anew.
        page: which stretch of the list is shown.
    """

    parties: tuple[str, ...] = ()
    since: date | None = None
    until: date
    by: str = "published"
    news: str = ""
    order: str = "weight"
    skip: int = 0
    page: Query = _FIRST


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of days that a link leads to.

    Attributes:
        name: how long it is.
        since: its first day, as an ISO date.
        chosen: whether the page shows it.
    """

    name: str
    since: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeList(Paging):
    """What changed over the whole ledger.

    Attributes:
        parties: names of the parties that were asked for; empty for all.
        called: the same as they stand within a sentence.
        since: the first day, as an ISO date.
        since_words: the same in words.
        until: the last day, as an ISO date.
        until_words: the same in words.
        by_knowledge: whether it is new to the ledger, whenever it was said.
        lines: one stretch of them, in the order that was asked for.
        counts: how many there are of each kind of news.
        stretches: usual stretches of days up to the newest text.
        filters: what the page can be narrowed by, and is.
        looked_at: how many new commitments the list is made of.
        skipped: how many newer ones are passed over.
        cut: whether there are older ones, which were not looked at.
        passed_before: how many deadlines passed in these days before those that are told here.
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
    stretches: tuple[Stretch, ...]
    filters: tuple[Filter, ...]
    looked_at: int
    skipped: int
    cut: bool
    passed_before: int
    rejected: int


def change_list(ledger: Ledger, choice: ChangeChoice) -> ChangeList:
    """One page of what changed.

    Raises:
        UnaskableError: a party is in no commitment of the ledger.
    """
    sides, names = chosen_parties(ledger, choice.parties), names_in(ledger)
    newest = _newest(ledger, choice.until, choice.by)
    since = min(choice.since or days_before(newest, SINCE), choice.until)
    window = Window(since=since, until=choice.until, known_since=_before(since) if choice.by == "learned" else None)
    recent, cut = _recent(ledger, sides, window, choice.skip)
    judged = judged_within(ledger, window)
    # What passed in these days is told once, where the list begins.
    passed = () if choice.skip else passed_within(ledger, sides, window)
    further = ledger.find_by_ids({*passed[:MOST], *(() if sides else judged)})
    found = {one.record.id: one for one in recent} | dict(further)
    drafts = drafts_of(ledger, found.values(), judged, window, names)
    wanted = [draft for draft in drafts if not choice.news or draft.news == NEWS[choice.news]]
    ordered = strongest_of(wanted, None) if choice.order == "weight" else sorted(wanted, key=_newest_first)
    shown = ordered[choice.page.offset : choice.page.offset + choice.page.limit]
    return ChangeList(
        parties=tuple(map(names.actor, sides)),
        called=tuple(map(names.called, sides)),
        since=since.isoformat(),
        since_words=date_in_words(since),
        until=choice.until.isoformat(),
        until_words=date_in_words(choice.until),
        by_knowledge=choice.by == "learned",
        lines=lines_of(ledger, shown, names),
        counts=counts_of(drafts),
        stretches=_stretches(newest, since),
        filters=_filters(ledger, choice, sides, names, (since, drafts)),
        looked_at=len(recent),
        skipped=choice.skip,
        cut=cut,
        passed_before=len(passed[MOST:]),
        rejected=count_rejected(found.values(), opinions_in(ledger)),
        **paging_of(choice.page, shown, len(wanted), upto=ledger.last_reading()),
    )


def usual_since(ledger: Ledger, until: date) -> date:
    """The first day that is new where nobody says which: a week before the newest text up to the last day."""
    return min(days_before(_newest(ledger, until), SINCE), until)


def _newest(ledger: Ledger, until: date, by: str = "published") -> date:
    """The day of the newest text up to the last day that is asked for; by knowing, that day itself."""
    heads = ledger.find_documents(Query(until=until, limit=1)) if by == "published" else ()
    published = heads[0].published if heads else None
    return min(published.last, until) if published else until


def _before(since: date) -> datetime:
    """The last moment before a day begins."""
    return datetime.combine(days_before(since, 1), time.max, UTC)


def _recent(ledger: Ledger, sides: Sequence[ActorId], window: Window, skip: int) -> tuple[Sequence[Found], bool]:
    """The newest commitments of the window after so many, and whether it has more of them."""
    days = Query(since=window.since, until=window.until)
    if window.known_since is not None:
        days = Query(learned_since=window.since, learned_until=window.until)
    asked = Query(
        since=days.since,
        until=window.until,
        learned_since=days.learned_since,
        learned_until=days.learned_until,
        between=between_of(ledger, sides),
        limit=MOST + 1,
        offset=skip,
    )
    found = ledger.find_records("commitments", asked)
    return found[:MOST], len(found) > MOST


def _newest_first(draft: ChangeDraft) -> tuple[int, str, str]:
    day = date.fromisoformat(draft.day).toordinal() if draft.day else 0
    return -day, draft.undertaking.id, draft.now.record.id


def _stretches(newest: date, since: date) -> tuple[Stretch, ...]:
    begins = [(name, newest - timedelta(days=days)) for name, days in STRETCHES if newest.toordinal() > days]
    return tuple(Stretch(name=name, since=day.isoformat(), chosen=day == since) for name, day in begins)


def _filters(
    ledger: Ledger,
    choice: ChangeChoice,
    sides: Sequence[ActorId],
    names: Names,
    told: tuple[date, Sequence[ChangeDraft]],
) -> tuple[Filter, ...]:
    since, drafts = told
    numbers = dict(counts_of(drafts))
    kinds = tuple(
        Choice(value=value, text=text, count=numbers[text], chosen=value == choice.news) for value, text in NEWS.items()
    )
    chosen = choice.news and NEWS[choice.news]
    return (
        *party_filters(ledger, sides, names),
        Filter(name="since", label="New since", form="day", value=since.isoformat(), always=True),
        Filter(name="until", label="Until", form="day", value=choice.until.isoformat(), always=True),
        Filter(name="news", label="What is new", form="choice", value=choice.news, text=chosen, choices=kinds),
        Filter(
            name="by", label="New by day", form="word", value=choice.by, choices=_words(BYS, choice.by), always=True
        ),
        Filter(
            name="order",
            label="Sorted",
            form="word",
            value=choice.order,
            choices=_words(ORDERS, choice.order),
            always=True,
        ),
    )


def _words(words: dict[str, str], chosen: str) -> tuple[Choice, ...]:
    return tuple(Choice(value=value, text=text, count=0, chosen=value == chosen) for value, text in words.items())
