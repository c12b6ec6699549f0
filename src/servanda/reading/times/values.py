"""How a time is written, never more exact than its words were.

ISO 8601, with the letters that TIMEX3 adds for what ISO has no sign for: `2025-SU` a summer, `2025-11-14TNI` a night,
`202` the 2020s, `FY2026` a fiscal year, `PXM` some months, `PAST_REF` the past, `R/P1Y` what comes every year. The precision stands in the form itself.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from servanda.codebook import When


class TimeKind(StrEnum):
    """What sort of time an expression names."""

    DATE = "date"
    CLOCK = "clock"
    LENGTH = "length"
    REPEATED = "repeated"


PAST, PRESENT, FUTURE = "PAST_REF", "PRESENT_REF", "FUTURE_REF"

_LETTERS = {
    "day": "D",
    "week": "W",
    "weekend": "WE",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
}
_CLOCK_LETTERS = {"hour": "H", "minute": "M", "second": "S"}
_UNKNOWN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
    "decade": "XXX",
}


def written(when: When | None, unit: str) -> str:
    """A whole day, week, month, quarter, half, year, decade or century, or its unknown place in time."""
    if when is None:
        return _UNKNOWN.get(unit, "XXXX-XX-XX")
    start = when.start
    year = f"{start.year:04d}"
    week = start.isocalendar()
    return {
        "week": f"{week.year:04d}-W{week.week:02d}",
        "weekend": f"{week.year:04d}-W{week.week:02d}-WE",
        "month": f"{year}-{start.month:02d}",
        "quarter": f"{year}-Q{(start.month + 2) // 3}",
        "half": f"{year}-H{1 if start.month < 7 else 2}",
        "year": year,
        "decade": year[:3],
        "century": year[:2],
    }.get(unit, start.isoformat())


def length(count: str, unit: str) -> str:
    """A length of time: `P2W`, `PT6H`; the count is `X` where the words give none."""
    if unit in ("quarter", "half") and count.isdigit():
        return f"P{int(count) * (3 if unit == 'quarter' else 6)}M"
    if unit in _CLOCK_LETTERS:
        return f"PT{count}{_CLOCK_LETTERS[unit]}"
    return f"P{count}{_LETTERS[unit]}"


def part_of_day(day: date | None, part: str) -> str:
    """The part of a day: `2025-11-14TNI`."""
    return f"{day.isoformat() if day else 'XXXX-XX-XX'}T{part}"
