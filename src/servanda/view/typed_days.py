"""What a person typed as a day: an ISO date, or a day as it is called from today: `yesterday`, `last week`, `10 days ago`.

A stretch that is named without its day means its distance from today, so that `last week` asks for the seven days that
end today. What is none of these is no day, and nothing is guessed.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

EXAMPLES = "2025-03-07, yesterday, last week or 10 days ago"
"""Days as a person may type them, for who typed another."""

_NEAR: Mapping[str, int] = MappingProxyType({"today": 0, "yesterday": -1, "tomorrow": 1})
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_BACK = re.compile(r"(?:(last|past|an?|\d{1,4}) )?(?:the )?(day|week|month|year)s?(?: ago)?")
_AHEAD = re.compile(r"(?:in (an?|\d{1,4})|next) (day|week|month|year)s?")
_WEEK = 7
_MONTHS = 12


def day_typed(written: str, today: date) -> date | None:
    """The day that somebody means who types this; None where it is none.

    Args:
        written: an ISO date; `today`, `yesterday`, `tomorrow`; `last week`, `3 months`, `10 days ago`; `in 2 weeks`,
            `next month`; or a weekday, which is the latest one up to today.
        today: the day on which it is typed.
    """
    told = " ".join(written.lower().split())
    if told in _NEAR:
        return _moved(today, _NEAR[told], "day")
    weekday = told.removeprefix("last ")
    if weekday in _WEEKDAYS:
        back = (today.weekday() - _WEEKDAYS.index(weekday)) % _WEEK
        return _moved(today, -(back or (_WEEK if weekday != told else 0)), "day")
    for pattern, sign in ((_BACK, -1), (_AHEAD, 1)):
        match = pattern.fullmatch(told)
        if match and (match[1] or sign > 0):
            return _moved(today, sign * _number(match[1]), match[2])
    try:
        return date.fromisoformat(told.upper())
    except ValueError:
        return None


def _number(written: str | None) -> int:
    return int(written) if written and written.isdigit() else 1


def _moved(today: date, number: int, unit: str) -> date | None:
    """So many days, weeks, months or years from today; a month without such a day has its last one."""
    try:
        if unit in {"day", "week"}:
            return today + timedelta(days=number * (_WEEK if unit == "week" else 1))
        months = today.year * _MONTHS + today.month - 1 + number * (_MONTHS if unit == "year" else 1)
        year, month = divmod(months, _MONTHS)
        return date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError, calendar.IllegalMonthError):
        return None
