"""A date as the texts give it: an interval, never more exact than the words were.

Written as the codebook writes it: `2025-11-21` for a day, `2025-11-01/2025-11-30` (both days included) for a longer
stretch. Kept half-open inside, so that intervals meet without a gap. Reading dates from prose is not done here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_ISO = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?\Z")
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class When:
    """A half-open interval of days.

    Attributes:
        start: its first day.
        end: the day after its last one; always later than `start`.

    Raises:
        ValueError: the interval is empty or backward.
    """

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.start >= self.end:
            raise ValueError(f"a date runs forward, not from {self.start} to {self.end}")

    @classmethod
    def day(cls, day: date) -> When:
        """One calendar day.

        Raises:
            ValueError: it is the last day that a calendar date can hold.
        """
        if day == date.max:
            raise ValueError("no day follows the last day of the calendar")
        return cls(day, day + _DAY)

    @classmethod
    def month(cls, year: int, month: int) -> When:
        """One calendar month."""
        after = date(year + 1, 1, 1) if month == 12 else date(year, month + 1, 1)
        return cls(date(year, month, 1), after)

    @classmethod
    def year(cls, year: int) -> When:
        """One calendar year."""
        return cls(date(year, 1, 1), date(year + 1, 1, 1))

    @classmethod
    def between(cls, first: date, last: date) -> When:
        """From `first` to `last`, both included."""
        return cls(first, last + _DAY)

    @classmethod
    def parse(cls, written: str) -> When:
        """Read the codebook's form; `2025-11` and `2025` stand for the whole month and year.

        Raises:
            ValueError: it is in another form, or no day of the calendar.
        """
        first, slash, last = written.strip().partition("/")
        begun = _part(first)
        return cls(begun.start, _part(last).end) if slash else begun

    @property
    def last(self) -> date:
        """Its last day."""
        return self.end - _DAY

    @property
    def is_day(self) -> bool:
        """Whether it is known to the day."""
        return self.last == self.start

    def within(self, other: When) -> bool:
        """Whether no day of it lies outside `other`."""
        return other.start <= self.start and self.end <= other.end

    def meets(self, other: When) -> When | None:
        """The days that both hold, or None where they share none."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return When(start, end) if start < end else None

    def __str__(self) -> str:
        return self.start.isoformat() if self.is_day else f"{self.start.isoformat()}/{self.last.isoformat()}"


def _part(written: str) -> When:
    found = _ISO.match(written)
    if found is None:
        raise ValueError(f"not a date as the codebook writes it: {written!r}")
    year, month, day = (int(group) if group else None for group in found.groups())
    try:
        if year is not None and month is not None and day is not None:
            return When.day(date(year, month, day))
        if year is not None and month is not None:
            return When.month(year, month)
        return When.year(year or 0)
    except (ValueError, OverflowError) as error:
        raise ValueError(f"no such date: {written!r}") from error
