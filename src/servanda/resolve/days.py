"""Whether two dates may be one time: intervals that meet, with a day more where the date line lies between the parties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from servanda.codebook import ActorId, When
from servanda.lexicon.calendars import zone_of

_FAR = 8
"""Hours between two capitals from which on a working day there is often another date here."""


def closeness(one: When, other: When, states: Iterable[ActorId] = ()) -> tuple[float, str]:
    """How sure it is that two dates mean one time, from 0 to 1, and why.

    Args:
        one: the one.
        other: the other.
        states: whose clocks may have been meant; none where one clock was.
    """
    longer = max(one, other, key=lambda when: when.end - when.start)
    length = (longer.end - longer.start).days
    if one.meets(other) is not None:
        score = 1.0 if length <= 1 else next(worth for days, worth in _LENGTHS if length <= days)
        return score, f"both on {one}" if one == other else f"{one} meets {other}"
    apart = min(abs((one.start - other.last).days), abs((other.start - one.last).days))
    if apart == 1 and one.is_day and other.is_day and are_far(tuple(sorted(set(states)))):
        return 0.93, f"{one} here is {other} there"
    return 0.0, ""


_LENGTHS = ((7, 0.95), (31, 0.85), (92, 0.7), (366, 0.6), (10**6, 0.5))
"""What a shared time is worth by the length of the longer interval in days."""


def months_of(when: When) -> Iterator[str]:
    """The months that a date touches, a day more on both sides, for at most a year."""
    day = _safe(when.start, -1)
    last = min(_safe(when.last, 1), _safe(when.start, 366))
    while (day.year, day.month) <= (last.year, last.month):
        yield f"{day.year}-{day.month:02}"
        day = date(day.year + (day.month == 12), day.month % 12 + 1, 1)


@lru_cache(maxsize=4_096)
def are_far(states: tuple[ActorId, ...]) -> bool:
    """Whether the capitals of two of these states are so many hours apart that one deed has two dates."""
    hours = [offset for state in states if (offset := _hours(state)) is not None]
    return bool(hours) and max(hours) - min(hours) >= _FAR


def _hours(state: ActorId) -> float | None:
    zone = zone_of(state)
    if zone is None:
        return None
    offset = datetime(2025, 1, 15, tzinfo=UTC).astimezone(ZoneInfo(zone)).utcoffset()
    return offset.total_seconds() / 3600 if offset is not None else None


def _safe(day: date, more: int) -> date:
    try:
        return day + timedelta(days=more)
    except OverflowError:
        return day
