"""From where a text's time words count: the day of publication, the tense of the clause, the time told before.

What the rules of times hand on, and the small arithmetic that they share. Nothing here looks at words.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeAlias

from servanda.codebook import Span, When
from servanda.reading.times.homes import NOWHERE, Home
from servanda.reading.times.tenses import Tense
from servanda.reading.times.values import TimeKind, written

DAY = timedelta(days=1)
_FAR = 400
_SOON, _YEAR_OFF = 75, 285


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a time word is counted from.

    Attributes:
        day: the day of publication; None where it is not known to the day.
        tense: of the clause that holds the word.
        named: the last day that the same paragraph named before; what "a day earlier" counts from.
        told: the last time that the text named before; what a month without its year counts from in a text without a
            day of publication, or in a paragraph that tells of years long past.
        is_story: whether the paragraph tells of years long past.
        near: whether the last time was named in the same paragraph.
        home: where the text was written, and what its state's calendar is like.
        dated: the days that the text names beside a word, given the word's pattern; None before all days are read.
    """

    day: date | None
    tense: Tense
    named: date | None = None
    told: When | None = None
    is_story: bool = False
    near: bool = False
    home: Home = NOWHERE
    dated: Callable[[str], tuple[When, ...]] | None = None

    @property
    def ahead(self) -> bool:
        """Whether the clause looks ahead."""
        return self.tense is Tense.FUTURE

    @property
    def base(self) -> When | None:
        """What a name of the calendar without its year counts from, where that is not publication."""
        if self.day is None:
            return self.told
        return self.told if self.is_story and self.tense is Tense.PAST else None


@dataclass(frozen=True, slots=True)
class Resolved:
    """What an expression means.

    Attributes:
        when: the days meant; None where the words do not settle them.
        reason: how they were worked out, or why they are open.
        value: the expression itself as `values.py` writes it; empty where it names no time of the calendar.
        kind: what sort of time it is.
        ends: the two ends of a range, each with its place and its value.
    """

    when: When | None
    reason: str = ""
    value: str = ""
    kind: TimeKind = TimeKind.DATE
    ends: tuple[tuple[Span, str], ...] = ()


NOTHING = Resolved(None)
"""What looks like a time and is none: the rules hand it on so that no shorter reading takes its place."""

Resolver: TypeAlias = Callable[[re.Match[str], "Anchor"], Resolved]


@dataclass(frozen=True, slots=True)
class TimeRule:
    """One kind of expression: a pattern that says where, and a function that says when."""

    pattern: re.Pattern[str]
    resolve: Resolver


NOT_KNOWN = "the day of publication is not known"


def settled(when: When | None, unit: str, reason: str = "") -> Resolved:
    """A whole unit of the calendar; without days where none could be found."""
    return Resolved(when, reason, written(when, unit))


def left_open(reason: str, value: str = "") -> Resolved:
    """A time that the words do not settle."""
    return Resolved(None, reason, value)


def no_day(unit: str = "day") -> Resolved:
    """A time that counts from a day of publication which is not known."""
    return left_open(NOT_KNOWN, written(None, unit))


def counted(anchor: Anchor) -> str:
    """The reason of what is counted from publication."""
    return f"counted from publication on {anchor.day}"


def clipped(resolved: Resolved, anchor: Anchor) -> Resolved:
    """The same, a past unit ended at publication."""
    return replace(resolved, when=cut(resolved.when, anchor)) if resolved.when else resolved


def pick(whens: Sequence[When], anchor: Anchor) -> tuple[When | None, str]:
    """Of the same name in several years, the one that the text means, and how that is known.

    Counted from the time told before where the text has no day of publication or tells of years long past; else the
    latest on or before publication, or the next one where the clause looks ahead.
    """
    if not whens:
        return None, "no such day in the calendar"
    base = anchor.base
    if base is not None:
        return min(
            whens, key=lambda when: (_gap(when, base), -when.start.toordinal())
        ), f"nearest to {base}, named before"
    if anchor.day is None:
        return None, NOT_KNOWN
    day = anchor.day
    ahead = [when for when in whens if when.end > day]
    back = [when for when in whens if when.start <= day]
    reason = f"year worked out from publication on {day}"
    near = min(whens, key=lambda when: (_gap(when, When.day(day)), when))
    if near.end - near.start == DAY and _gap(near, When.day(day)) <= _SOON:
        far = [when for when in (ahead if near in back else back) if near not in (ahead if near in back else back)]
        # A day of the year without its year, next month or last, is that one, whatever the verb nearest to it says.
        if not far or min(_gap(when, When.day(day)) for when in far) >= _YEAR_OFF:
            return near, reason
    if anchor.ahead and ahead:
        return min(ahead), reason
    if anchor.tense is Tense.PAST and back:
        return max(back), reason
    return min(whens, key=lambda when: (_gap(when, When.day(day)), when)), reason


def years_around(anchor: Anchor) -> range:
    """The years in which a name of the calendar without its year may lie."""
    base = anchor.base
    year = base.start.year if base else anchor.day.year if anchor.day else 2000
    last = base.last.year if base else year
    return range(max(2, year - 1), min(9998, last + 1) + 1)


def _gap(when: When, other: When) -> int:
    return max(0, (other.start - when.end).days + 1, (when.start - other.end).days + 1)


def shift(day: date, count: int, unit: str) -> date | None:
    """The day so many days, weeks, months or years on; the month's last day where it has no such day.

    Returns:
        None where the calendar ends before that.
    """
    try:
        if unit in ("day", "week", "weekend", "fortnight"):
            return day + timedelta(days=count * {"day": 1, "fortnight": 14}.get(unit, 7))
        if not 100 < day.year + count * {"decade": 10, "century": 100}.get(unit, 1) < 9900:
            return None
        steps = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
        year, month = divmod(day.year * 12 + day.month - 1 + count * steps[unit], 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        return None


def unit_of(day: date, unit: str) -> When:
    """The whole day, week (from Monday), month, quarter, year, decade or century that holds a day."""
    if unit == "day":
        return When.day(day)
    if unit in ("week", "weekend", "fortnight"):
        monday = day - timedelta(days=day.weekday())
        return When.between(monday + (5 * DAY if unit == "weekend" else 0 * DAY), monday + 6 * DAY)
    if unit == "month":
        return When.month(day.year, day.month)
    if unit in ("quarter", "half"):
        size = 3 if unit == "quarter" else 6
        first = (day.month - 1) // size * size + 1
        return When(When.month(day.year, first).start, When.month(day.year, first + size - 1).end)
    if unit in ("decade", "century"):
        years = 10 if unit == "decade" else 100
        first = day.year // years * years
        return When(date(max(1, first), 1, 1), date(first + years, 1, 1))
    return When.year(day.year)


def near_unit(day: date, unit: str, count: int) -> When | None:
    """The whole unit that lies `count` units away from the one holding a day."""
    there = shift(day.replace(day=1) if unit not in ("day", "week", "weekend", "fortnight") else day, count, unit)
    return unit_of(there, unit) if there else None


def part_of(when: When, part: str | None) -> When:
    """The named part of a period: its early, mid or late third, or its last day for "the end of"."""
    if not part:
        return when
    word = part.lower().removeprefix("the ")
    if word.startswith(("end", "close", "very end")):
        return When(when.end - DAY, when.end)
    if word.startswith(("beginning", "start")):
        return third_of(when, "early")
    if word.startswith(("mid", "middle")):
        return third_of(when, "mid")
    return third_of(when, "late" if word.startswith("late") else "early")


def cut(when: When, anchor: Anchor) -> When:
    """A past unit ends at publication; a future one is whole."""
    if anchor.day is None or anchor.ahead or not when.start <= anchor.day < when.end:
        return when
    return When.between(when.start, anchor.day)


def third_of(when: When, part: str) -> When:
    """The early, mid or late third of a week, a month, a quarter, a year or a decade.

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
    if days <= 366 and when.start.month == 1 and when.start.day == 1 and days > 360:
        return When(date(year, 1 + 4 * index, 1), When.month(year, 4 + 4 * index).end)
    if days <= 400:
        start = when.start + index * (days // 3) * DAY
        return When(start, when.end if part == "late" else start + (days // 3) * DAY)
    tenth = max(1, (when.end.year - year) // 10)
    first, last = ((0, 4), (4, 7), (7, 10))[index]
    return When(date(year + first * tenth, 1, 1), date(year + last * tenth, 1, 1))


def is_long_past(when: When, day: date | None) -> bool:
    """Whether a time lies more than a year before publication."""
    return day is not None and (day - when.last).days > _FAR
