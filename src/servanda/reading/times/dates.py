"""Calendar days, with or without their year, and ranges of them.

A day without a year is the latest such day on or before publication, or the next one where the clause looks ahead.
"""

from __future__ import annotations

import re
from datetime import date

from servanda.codebook import When
from servanda.reading.times.anchors import NO_DAY, Anchor, Resolved, TimeRule
from servanda.reading.times.tenses import Tense
from servanda.reading.times.words import (
    CALENDAR,
    DASH,
    DAY_NUMBER,
    MONTH,
    NOT_NUMBER,
    OF_YEAR,
    WEEKDAY_HEAD,
    YEAR,
    month_of,
    number_of,
    time_rule,
)

_NONE = "no such day in the calendar"


def _day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest(days: list[date], anchor: Anchor, published: date) -> date | None:
    """Of the same day in several years, the one that the tense points to."""
    ahead = [day for day in days if day >= published]
    back = [day for day in days if day <= published]
    if anchor.ahead and ahead:
        return min(ahead)
    if anchor.tense is Tense.PAST and back:
        return max(back)
    return min(days, key=lambda day: (abs((day - published).days), day), default=None)


def _full_day(month: int, day: int, said: dict[str, str | None], anchor: Anchor) -> tuple[date | None, str]:
    if said["year"]:
        return _day_of(int(said["year"]), month, day), ""
    if anchor.day is None:
        return None, NO_DAY[1]
    years = range(anchor.day.year - 1, anchor.day.year + 2)
    days = [known for year in years if (known := _day_of(year, month, day))]
    if weekday := said.get("weekday"):
        days = [known for known in days if known.weekday() == CALENDAR.weekdays[weekday]] or days
    return _nearest(days, anchor, anchor.day), f"year worked out from publication on {anchor.day}"


def _resolve_day(match: re.Match[str], anchor: Anchor) -> Resolved:
    day, reason = _full_day(month_of(match["month"]), number_of(match["day"]), match.groupdict(), anchor)
    return (When.day(day), reason) if day else (None, reason or _NONE)


def _resolve_days(match: re.Match[str], anchor: Anchor) -> Resolved:
    said = match.groupdict()
    month, last_month = month_of(match["month"]), month_of(said.get("last_month") or match["month"])
    last, reason = _full_day(last_month, number_of(match["last"]), said, anchor)
    if last is None:
        return None, reason or _NONE
    first = _day_of(last.year if month <= last_month else last.year - 1, month, number_of(match["day"]))
    if first is None or first > last:
        return None, _NONE if first is None else "the range runs backward"
    return When.between(first, last), reason


def _resolve_iso(match: re.Match[str], anchor: Anchor) -> Resolved:
    del anchor
    day = _day_of(int(match["year"]), int(match["month"]), int(match["day"]))
    return (When.day(day), "") if day else (None, _NONE)


def _resolve_slashed(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`30/06/2025`: only one order may make a date."""
    del anchor
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    days = {day for day in (_day_of(year, second, first), _day_of(year, first, second)) if day}
    if len(days) != 1:
        return None, "day or month may stand first" if days else _NONE
    return When.day(days.pop()), ""


def _resolve_day_in_year(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`April 3 next year`."""
    if anchor.day is None:
        return NO_DAY
    year = anchor.day.year + {"last": -1, "next": 1, "this": 0}[match["which"].lower()]
    day = _day_of(year, month_of(match["month"]), number_of(match["day"]))
    return (When.day(day), f"year counted from publication on {anchor.day}") if day else (None, _NONE)


def _resolve_bare_day(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`on the 15th`: the latest such day, or the next where the clause looks ahead."""
    if anchor.day is None:
        return NO_DAY
    number, here = number_of(match["day"]), anchor.day.year * 12 + anchor.day.month - 1
    months = [divmod(here + step, 12) for step in (-1, 0, 1)]
    days = [known for year, month in months if (known := _day_of(year, month + 1, number))]
    day = _nearest(days, anchor, anchor.day)
    return (When.day(day), f"month worked out from publication on {anchor.day}") if day else (None, _NONE)


_FIRST = rf"(?P<day>{DAY_NUMBER})"
_LAST = rf"(?P<last>{DAY_NUMBER})"
_IN = rf"(?P<month>{MONTH})"
_IN_LAST = rf"(?P<last_month>{MONTH})"

DATE_RULES: tuple[TimeRule, ...] = (
    time_rule(rf"{NOT_NUMBER}(?P<year>{YEAR})-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)", _resolve_iso),
    time_rule(rf"{NOT_NUMBER}(?P<first>\d\d?)[/.](?P<second>\d\d?)[/.](?P<year>{YEAR})", _resolve_slashed),
    # 30 May to 2 June 2024 · May 30 to June 2, 2024
    time_rule(rf"{NOT_NUMBER}{_FIRST}\s{_IN}{DASH}{_LAST}\s{_IN_LAST}{OF_YEAR}?", _resolve_days),
    time_rule(rf"\b{_IN}\s{_FIRST}{DASH}{_IN_LAST}\s{_LAST}{OF_YEAR}?", _resolve_days),
    # 10 to 12 May 2024 · May 10-12, 2024
    time_rule(rf"{NOT_NUMBER}{_FIRST}{DASH}{_LAST}\s(?:of\s)?{_IN}{OF_YEAR}?", _resolve_days),
    time_rule(rf"\b{_IN}\s{_FIRST}{DASH}{_LAST}{OF_YEAR}?", _resolve_days),
    # April 3 next year · 3 April of last year
    time_rule(rf"\b(?:{_IN}\s{_FIRST}),?\s(?:of\s)?(?P<which>last|next|this)\syear\b", _resolve_day_in_year),
    time_rule(r"(?<=\b[Oo]n\s)the\s(?P<day>\d\d?(?:st|nd|rd|th))(?=[,.;]|\sand\s|\sin\s|$)", _resolve_bare_day),
    # Monday, 30 June 2025 · the 30th of June · Monday, June 30, 2025 · Nov. 3
    time_rule(rf"{NOT_NUMBER}{WEEKDAY_HEAD}{_FIRST}\s(?:of\s)?{_IN}{OF_YEAR}?", _resolve_day),
    time_rule(rf"\b{WEEKDAY_HEAD}{_IN}\s{_FIRST}{OF_YEAR}?", _resolve_day),
)
