"""Full calendar dates as documents print them on a line of their own or in a dateline.

Only a day with month and year is read, or a month and day in `month_and_day`. Relative dates, intervals and weekdays
in prose are the readers' work, not intake's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from servanda.codebook import Span, When
from servanda.lexicon.calendars import load_calendar


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with the place where it stands."""

    when: When
    span: Span


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    month = rf"(?P<month>{'|'.join(sorted(_months(), key=len, reverse=True))})\.?"
    day, year = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>(?:19|20)\d\d)"
    return (
        re.compile(rf"\b{month}\s{{1,3}}{day},?\s{{1,3}}{year}\b", re.IGNORECASE),
        re.compile(rf"\b{day}(?:\s{{1,3}}of)?\s{{1,3}}{month},?\s{{1,3}}{year}\b", re.IGNORECASE),
        re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b"),
    )


@cache
def month_pattern() -> str:
    """The months' names and short forms, as an alternation for a pattern that ignores case."""
    return "|".join(sorted(_months(), key=len, reverse=True))


@cache
def _months() -> dict[str, int]:
    return {name.lower(): number for name, number in load_calendar().months.items()}


def find_date(text: str, start: int = 0, end: int | None = None) -> Dated | None:
    """The first full date of a stretch, or None."""
    end = len(text) if end is None else end
    found = [
        dated for pattern in _patterns() for match in pattern.finditer(text, start, end) if (dated := _dated(match))
    ]
    return min(found, key=lambda dated: dated.span, default=None)


def month_number(name: str) -> int | None:
    """The number of a month by its name or short form."""
    return int(name) if name.isdigit() else _months().get(name.lower().rstrip("."))


def _dated(match: re.Match[str]) -> Dated | None:
    month = month_number(match["month"])
    try:
        day = date(int(match["year"]), month or 0, int(match["day"]))
    except ValueError:
        return None
    return Dated(When.day(day), Span(*match.span()))
