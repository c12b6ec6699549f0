"""What is due over the whole ledger, page by page: deadlines that have passed and those that come, the nearest to the day first.

The same lines as `due` has, narrowed by parties and days. A ledger of a million records has more deadlines than a page
can weigh: then those nearest to the day are looked at, and the page says of how many.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from servanda.codebook import ActorId
from servanda.codebook.vocabulary import Clock
from servanda.store import Found, Ledger, Query
from servanda.store.deadlines import Deadlined
from servanda.view.corrections import count_rejected, opinions_in
from servanda.view.deadlines import WITHIN, DueLine, dated_between, running_deadlines
from servanda.view.filters import Choice, Filter
from servanda.view.lines import line_of
from servanda.view.names import Names, date_in_words, names_in
from servanda.view.pagings import Paging, paging_of
from servanda.view.party_filters import chosen_parties, party_filters
from servanda.view.sequels import sequels_of
from servanda.view.statuses import Deadline, deadlines_of
from servanda.view.undertakings import Undertaking, undertakings_of
from servanda.view.weights import sides_of

MOST = 300
"""So many commitments with a deadline are looked at for a page, those nearest to the day; the next ones on further pages."""
_FIRST = Query()
STRETCHES = {"30": "30 days", "90": "90 days", "365": "a year", "0": "any time"}
"""How far from the day deadlines are shown, before it and after it: as the address has it, and in words."""
CLOCKS = {"due": "still ahead", "overdue": "passed"}
_ALONE = {"": "left out", "yes": "shown too"}


@dataclass(frozen=True, slots=True, kw_only=True)
class DueChoice:
    """What a list of deadlines is narrowed by.

    Attributes:
        parties: up to two parties by id or name; of one what it owes and is owed, of two what stands between them.
        on: the day.
        within: so many days before and after the day; 0 for any number; None for the shortest stretch of `STRETCHES` from
            90 days on in which anything lies.
        clock: `due` or `overdue`; empty for both.
        alone: also what one party says of itself alone, to nobody that the text names.
        skip: so many commitments, those nearest to the day, are passed over: a list that is too long begins there anew.
        page: which stretch of the list is shown.
    """

    parties: tuple[str, ...] = ()
    on: date
    within: int | None = None
    clock: str = ""
    alone: bool = False
    skip: int = 0
    page: Query = _FIRST


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What is due within so many days.

    Attributes:
        within: so many days before and after the day; 0 for any number.
        dated: how many commitments have a deadline within them.
        found: those that are looked at.
        told: the undertakings that are listed, the nearest first.
        alone: how many are left out because one party says them of itself alone.
    """

    within: int
    dated: int
    found: tuple[Found, ...]
    told: tuple[tuple[Undertaking, Deadline], ...]
    alone: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DueList(Paging):
    """Deadlines over the whole ledger.

    Attributes:
        parties: names of the parties that were asked for; empty for all.
        called: the same as they stand within a sentence.
        on: the day, as an ISO date.
        on_words: the same in words.
        within: so many days before and after the day; 0 for any number.
        lines: one stretch of them, the nearest to the day first.
        filters: what the page can be narrowed by, and is.
        looked_at: how many commitments with a deadline the list is made of.
        skipped: how many nearer to the day are passed over.
        left: how many farther from the day were not looked at.
        outside: how many commitments have a deadline that lies outside the days of the list.
        alone: how many undertakings one party says of itself alone, where these are left out.
        rejected: how many records people rejected; these are left out.
    """

    parties: tuple[str, ...]
    called: tuple[str, ...]
    on: str
    on_words: str
    within: int
    lines: tuple[DueLine, ...]
    filters: tuple[Filter, ...]
    looked_at: int
    skipped: int
    left: int
    outside: int
    alone: int
    rejected: int


def due_list(ledger: Ledger, choice: DueChoice) -> DueList:
    """One page of the deadlines of a ledger.

    Raises:
        UnaskableError: a party is in no commitment of the ledger.
    """
    sides, names, on = chosen_parties(ledger, choice.parties), names_in(ledger), choice.on
    everything = dated_between(ledger, sides, on)
    stretch = _shortest(ledger, choice, sides, everything)
    within, told = stretch.within, stretch.told
    wanted = [pair for pair in told if not choice.clock or pair[1].clock.value == choice.clock]
    shown = wanted[choice.page.offset : choice.page.offset + choice.page.limit]
    return DueList(
        parties=tuple(map(names.actor, sides)),
        called=tuple(map(names.called, sides)),
        on=on.isoformat(),
        on_words=date_in_words(on),
        within=within,
        lines=_lines(ledger, shown, on, names),
        filters=_filters(ledger, replace(choice, within=within), sides, names, [deadline for _, deadline in told]),
        looked_at=len(stretch.found),
        skipped=min(choice.skip, stretch.dated),
        left=max(0, stretch.dated - choice.skip - len(stretch.found)),
        outside=len(everything) - stretch.dated,
        alone=stretch.alone,
        rejected=count_rejected(stretch.found, opinions_in(ledger)),
        **paging_of(choice.page, shown, len(wanted), upto=ledger.last_reading()),
    )


def _shortest(ledger: Ledger, choice: DueChoice, sides: Sequence[ActorId], everything: Sequence[Deadlined]) -> _Stretch:
    """The stretch of days that was asked for; where none was, the first from the usual one on in which anything lies."""
    if choice.within is not None:
        return _stretch(ledger, choice, sides, everything, choice.within)
    *usual, last = (int(days) for days in STRETCHES if int(days) == 0 or int(days) >= WITHIN)
    tried = (_stretch(ledger, choice, sides, everything, within) for within in usual)
    return next(filter(_has_any, tried), None) or _stretch(ledger, choice, sides, everything, last)


def _has_any(stretch: _Stretch) -> bool:
    return bool(stretch.told)


def _stretch(
    ledger: Ledger, choice: DueChoice, sides: Sequence[ActorId], everything: Sequence[Deadlined], within: int
) -> _Stretch:
    """What is due within so many days before and after the day."""
    on = choice.on
    first, last = _window(on, within)
    begin = bisect_left(everything, first, key=_last) if first else 0
    dated = everything[begin : bisect_right(everything, last, key=_last) if last else len(everything)]
    found = tuple(ledger.find_by_ids({one.record for one in _nearest(dated, on, choice.skip)}).values())
    running = [one for one in undertakings_of(ledger, found, on, until=on) if _is_within(one, first, last)]
    listed = [one for one in running if choice.alone or len(sides) > 1 or len(sides_of(one)) > 1]
    told = sorted(running_deadlines(ledger, listed, on, cited=False), key=_nearest_first)
    return _Stretch(within, len(dated), found, tuple(told), len(running) - len(listed))


def _last(one: Deadlined) -> date:
    return one.last


def _window(on: date, within: int) -> tuple[date | None, date | None]:
    """The first and the last day on which a shown deadline may end; None for any."""
    first = within and on.toordinal() - within > 0
    last = within and on.toordinal() + within < date.max.toordinal()
    around = timedelta(days=within)
    return on - around if first else None, on + around if last else None


def _nearest(dated: Sequence[Deadlined], on: date, skip: int) -> Sequence[Deadlined]:
    """Those whose deadlines are nearest to the day, after so many; they come in the order of their deadlines."""
    if len(dated) <= MOST and not skip:
        return dated
    place, most = bisect_left(dated, on, key=lambda one: one.last), skip + MOST
    around = dated[max(0, place - most) : place + most]
    return sorted(around, key=lambda one: (abs((one.last - on).days), one.record))[skip:most]


def _is_within(one: Undertaking, first: date | None, last: date | None) -> bool:
    """Whether the deadline that counts lies in these days, whichever was stated before."""
    deadline = one.timing.deadline
    return (
        deadline is not None and (first is None or first <= deadline.last) and (last is None or deadline.last <= last)
    )


def _nearest_first(told: tuple[Undertaking, Deadline]) -> tuple[bool, int, str]:
    one, deadline = told
    days = deadline.days or 0
    return days < 0, abs(days), one.id


def _lines(
    ledger: Ledger, shown: Sequence[tuple[Undertaking, Deadline]], on: date, names: Names
) -> tuple[DueLine, ...]:
    """The undertakings of a page, each with the words that state its deadline, and with what is told as done since."""
    overdue = [one.record(one.timing.record) for one, deadline in shown if deadline.clock is Clock.OVERDUE]
    sequels = sequels_of(ledger, overdue, on)
    cited = deadlines_of(ledger, [one for one, _ in shown], on)
    return tuple(
        DueLine(undertaking=line_of(one, names), deadline=deadline, sequel=sequels.get(one.timing.record))
        for (one, _), deadline in zip(shown, cited, strict=True)
    )


def _filters(
    ledger: Ledger, choice: DueChoice, sides: Sequence[ActorId], names: Names, told: Iterable[Deadline]
) -> tuple[Filter, ...]:
    clocks = [deadline.clock.value for deadline in told]
    counted = tuple(
        Choice(value=value, text=text, count=clocks.count(value), chosen=value == choice.clock)
        for value, text in CLOCKS.items()
    )
    stretches = tuple(
        Choice(value=value, text=text, count=0, chosen=value == str(choice.within)) for value, text in STRETCHES.items()
    )
    alone = tuple(
        Choice(value=value, text=text, count=0, chosen=bool(value) is choice.alone) for value, text in _ALONE.items()
    )
    chosen = choice.clock and CLOCKS[choice.clock]
    return (
        *party_filters(ledger, sides, names),
        Filter(name="on", label="On the day", form="day", value=choice.on.isoformat(), always=True),
        Filter(name="within", label="Within", form="word", value=str(choice.within), choices=stretches, always=True),
        Filter(name="clock", label="Deadline", form="choice", value=choice.clock, text=chosen, choices=counted),
        Filter(
            name="alone",
            label="Said of oneself alone",
            form="word",
            value="yes" if choice.alone else "",
            choices=alone,
            always=True,
        ),
    )
