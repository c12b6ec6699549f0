"""What is due: undertakings whose deadline has passed, lies ahead, or stands only in the instrument that holds them.

A deadline that has passed says nothing of whether it was kept: it says that no text of the ledger calls the undertaking
met or taken back.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from servanda.codebook import ActorId
from servanda.codebook.vocabulary import Clock
from servanda.store import Ledger, side_of
from servanda.store.deadlines import Deadlined
from servanda.view.corrections import count_rejected, opinions_in
from servanda.view.lines import UndertakingLine, line_of
from servanda.view.names import date_in_words, names_in
from servanda.view.sequels import MOST, Sequel, sequels_of
from servanda.view.statuses import Deadline, deadlines_of
from servanda.view.undertakings import Undertaking, settled_sides, undertakings_of, until_of
from servanda.view.weights import sides_of

WITHIN = 90
"""Days ahead that are looked at where nothing else is asked."""

_DURING = re.compile(
    r"(?:over|during|through(?:out)?)\b.*\b(?:weekend|day|night|week|spring|summer|autumn|fall|winter)s?\b",
    re.IGNORECASE,
)
"""Words for a time in which something goes on: nobody is late when the weekend has passed over which leaders travelled."""
_SHOWN = (Clock.OVERDUE, Clock.DUE)
_RUNNING = (*_SHOWN, Clock.IN_INSTRUMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLine:
    """One undertaking with a deadline.

    Attributes:
        undertaking: the undertaking.
        deadline: where its deadline stands, and the words that state it.
        sequel: of what is overdue, a later sentence that seems to tell it as done; None where none was found.
    """

    undertaking: UndertakingLine
    deadline: Deadline
    sequel: Sequel | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DuePage:
    """What is due.

    Attributes:
        parties: names of the parties that were asked for; empty for all.
        called: the same as they stand within a sentence: `the Netherlands`.
        on: the day, as an ISO date.
        on_words: the same in words.
        within: how many days ahead are shown; None for all.
        lines: those overdue, the latest first; then those due, the next first, also where the deadline stands in the
            instrument alone.
        later: how many are due later than that.
        alone: how many one party says of itself alone, where these are left out.
        counts: how many lines stand where.
        rejected: how many records with a deadline people rejected; these are left out.
        unasked: for how many of what is overdue no later text was searched.
    """

    parties: tuple[str, ...]
    called: tuple[str, ...]
    on: str
    on_words: str
    within: int | None
    lines: tuple[DueLine, ...]
    later: int
    alone: int
    counts: tuple[tuple[str, int], ...]
    rejected: int = 0
    unasked: int = 0


def due_page(
    ledger: Ledger, typed: Sequence[str], on: date, within: int | None = WITHIN, *, alone: bool = True
) -> DuePage:
    """What is due on a day, by all that was published until then.

    Args:
        ledger: the ledger.
        typed: parties by id or name; all where none is named.
        on: the day.
        within: how many days ahead to show; None for all. What is overdue is shown however long it is.
        alone: also what one party says of itself alone, to nobody that the text names; what stands between parties that
            were asked for is none of that.

    Raises:
        UnaskableError: a party is in no commitment of the ledger.
    """
    sides = settled_sides(ledger, typed)
    names = names_in(ledger)
    found = tuple(ledger.find_by_ids({one.record for one in dated_between(ledger, sides, on)}).values())
    running = [one for one in undertakings_of(ledger, found, on, until=on) if one.timing.clock in _RUNNING]
    listed = [one for one in running if alone or len(sides) > 1 or len(sides_of(one)) > 1]
    told = running_deadlines(ledger, listed, on)
    overdue = [one.record(one.timing.record) for one, deadline in told if deadline.clock is Clock.OVERDUE]
    sequels = sequels_of(ledger, overdue, on)
    lines = [
        DueLine(undertaking=line_of(one, names), deadline=deadline, sequel=sequels.get(one.timing.record))
        for one, deadline in told
    ]
    shown = [line for line in lines if _is_near(line, within)]
    return DuePage(
        parties=tuple(map(names.actor, sides)),
        called=tuple(map(names.called, sides)),
        on=on.isoformat(),
        on_words=date_in_words(on),
        within=within,
        lines=tuple(shown),
        later=len(lines) - len(shown),
        alone=len(running) - len(listed),
        counts=tuple((clock.value, sum(line.deadline.clock is clock for line in shown)) for clock in _SHOWN),
        rejected=count_rejected(found, opinions_in(ledger)),
        unasked=max(0, len(overdue) - MOST),
    )


def dated_between(
    ledger: Ledger, sides: Sequence[ActorId], until: date, *, first: date | None = None, last: date | None = None
) -> tuple[Deadlined, ...]:
    """The commitments with a deadline that bind or are owed to one party, or stand between several; of all where none is named.

    Args:
        ledger: the ledger.
        sides: ids of parties, which count with their bodies and their people.
        until: the last day of publication.
        first: the first day on which a deadline ends; None for any.
        last: the last one.
    """
    people = ledger.find_people() if sides else {}
    ids = [frozenset((side, *people.get(side, ()))) for side in sides]
    dated, undated = ledger.find_deadlines(), until_of(ledger, until) is None
    begin = bisect_left(dated, first, key=_last) if first else 0
    end = bisect_right(dated, last, key=_last) if last else len(dated)
    return tuple(
        one
        for one in dated[begin:end]
        if (undated if one.published is None else one.published <= until)
        and (not ids or _stands_between(one.parties, ids))
    )


def _last(one: Deadlined) -> date:
    return one.last


def _stands_between(parties: frozenset[ActorId], sides: Sequence[frozenset[ActorId]]) -> bool:
    named = parties.union(map(side_of, parties))
    return sum(not named.isdisjoint(side) for side in sides) >= min(2, len(sides))


def running_deadlines(
    ledger: Ledger, undertakings: Iterable[Undertaking], on: date, *, cited: bool = True
) -> tuple[tuple[Undertaking, Deadline], ...]:
    """The undertakings that are due or overdue on a day, each with its deadline: those overdue first, the nearest first."""
    running = [one for one in undertakings if one.timing.clock in _RUNNING]
    told = zip(running, map(_ahead, deadlines_of(ledger, running, on, cited=cited)), strict=True)
    return tuple(sorted(((one, deadline) for one, deadline in told if not is_span_of_time(deadline.words)), key=_order))


def _ahead(deadline: Deadline) -> Deadline:
    """A deadline that stands in the instrument alone is due all the same; that it stands there alone is a remark."""
    return replace(deadline, clock=Clock.DUE) if deadline.clock is Clock.IN_INSTRUMENT else deadline


def is_span_of_time(words: str) -> bool:
    """Whether words tell a time in which something goes on, and not by when it is to be done."""
    return _DURING.match(words) is not None


def _is_near(line: DueLine, within: int | None) -> bool:
    days = line.deadline.days
    return within is None or days is None or days <= within


def _order(told: tuple[Undertaking, Deadline]) -> tuple[int, int, str]:
    one, deadline = told
    return _SHOWN.index(deadline.clock), abs(deadline.days or 0), one.id
