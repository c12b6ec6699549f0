"""From where a text's time words count: the day of publication and the tense of the clause.

The small arithmetic that the rules of times share. Nothing here looks at words.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from servanda.codebook import When
from servanda.reading.times.tenses import Tense

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a time word is counted from.

    Attributes:
        day: the day of publication; None where it is not known to the day.
        tense: of the clause that holds the word.
        named: the last day that the same stretch named before; what "a day earlier" counts from.
    """

    day: date | None
    tense: Tense
    named: date | None = None

    @property
    def ahead(self) -> bool:
        """Whether the clause looks ahead."""
        return self.tense is Tense.FUTURE


Resolved: TypeAlias = tuple[When | None, str]
"""The interval and how it was worked out; None where the words do not settle it."""

Resolver: TypeAlias = Callable[[re.Match[str], "Anchor"], Resolved]


@dataclass(frozen=True, slots=True)
class TimeRule:
    """One kind of expression: a pattern that says where, and a function that says when."""

    pattern: re.Pattern[str]
    resolve: Resolver


NO_DAY: Resolved = (None, "the day of publication is not known")


def shift(day: date, count: int, unit: str) -> date | None:
    """The day so many days, weeks, months or years on; the month's last day where it has no such day.

    Returns:
        None where the calendar ends before that.
    """
    try:
        if unit in ("day", "week"):
            return day + timedelta(days=count * (7 if unit == "week" else 1))
        if not 100 < day.year + count * (10 if unit == "decade" else 1) < 9900:
            return None
        months = day.year * 12 + day.month - 1 + count * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit]
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        return None


def unit_of(day: date, unit: str) -> When:
    """The whole day, week (from Monday), month, quarter, year or decade that holds a day."""
    if unit == "day":
        return When.day(day)
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return When.between(monday, monday + 6 * DAY)
    if unit == "month":
        return When.month(day.year, day.month)
    if unit == "quarter":
        first = (day.month - 1) // 3 * 3 + 1
        return When(When.month(day.year, first).start, When.month(day.year, first + 2).end)
    if unit == "decade":
        first = day.year // 10 * 10
        return When(date(first, 1, 1), date(first + 10, 1, 1))
    return When.year(day.year)


def near_unit(day: date, unit: str, count: int) -> When | None:
    """The whole unit that lies `count` units away from the one holding a day."""
    there = shift(day.replace(day=1) if unit not in ("day", "week") else day, count, unit)
    return unit_of(there, unit) if there else None


def part_of(when: When, part: str | None) -> When:
    """The named part of a period: its early, mid or late third, or its last day for "the end of"."""
    if not part:
        return when
    word = part.lower().removeprefix("the ")
    if word.startswith(("end", "close")):
        return When(when.end - DAY, when.end)
    if word.startswith(("beginning", "start")):
        return third_of(when, "early")
    return third_of(when, "mid" if word.startswith("mid") else word)


def cut(when: When, anchor: Anchor) -> When:
    """A past unit ends at publication; a future one is whole."""
    if anchor.day is None or anchor.ahead or not when.start <= anchor.day < when.end:
        return when
    return When.between(when.start, anchor.day)


def third_of(when: When, part: str) -> When:
    """The early, mid or late third of a week, a month, a year or a decade.

    A year's thirds are four months, a month's are its days 1 to 10, 11 to 20 and 21 to the end, a decade's its years 0
    to 3, 4 to 6 and 7 to 9, a week's Monday to Wednesday, Wednesday to Friday and Friday to Sunday: our convention,
    since the words themselves draw no line.
    """
    index = {"early": 0, "mid": 1, "late": 2}[part]
    year, days = when.start.year, (when.end - when.start).days
    if days <= 7:
        start = min(when.start + 2 * index * DAY, when.end - DAY)
        return When(start, min(start + 3 * DAY, when.end))
    if days <= 31:
        start = when.start + index * 10 * DAY
        return When(start, when.end if part == "late" else start + 10 * DAY)
    if days <= 366:
        return When(date(year, 1 + 4 * index, 1), When.month(year, 4 + 4 * index).end)
    first, last = ((0, 4), (4, 7), (7, 10))[index]
    return When(date(year + first, 1, 1), date(year + last, 1, 1))
