"""What somebody types as a day, asked on Wednesday, 31 July 2024."""

from datetime import date

import pytest

from servanda.view.typed_days import day_typed

TODAY = date(2024, 7, 31)

DAYS = [
    ("2024-02-29", "2024-02-29"),
    ("today", "2024-07-31"),
    ("Yesterday", "2024-07-30"),
    ("tomorrow", "2024-08-01"),
    ("last week", "2024-07-24"),
    ("past  week", "2024-07-24"),
    ("a week ago", "2024-07-24"),
    ("7 days", "2024-07-24"),
    ("10 days ago", "2024-07-21"),
    ("2 weeks", "2024-07-17"),
    ("last month", "2024-06-30"),
    ("3 months ago", "2024-04-30"),
    ("last year", "2023-07-31"),
    ("monday", "2024-07-29"),
    ("wednesday", "2024-07-31"),
    ("last Wednesday", "2024-07-24"),
    ("in 2 weeks", "2024-08-14"),
    ("next month", "2024-08-31"),
    ("in a year", "2025-07-31"),
]
NONE = [
    "",
    "week",
    "weeks ago",
    "soon",
    "March",
    "2024-02-30",
    "0x7 days",
    "9999 years ago",
    "the day before",
    "next",
]


@pytest.mark.parametrize(("written", "day"), DAYS)
def test_it_is_a_day(written, day):
    assert day_typed(written, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize("written", NONE)
def test_it_is_none(written):
    assert day_typed(written, TODAY) is None


@pytest.mark.parametrize(
    ("written", "today"), [("yesterday", date.min), ("last monday", date.min), ("tomorrow", date.max)]
)
def test_there_is_no_day_beyond_the_calendar(written, today):
    assert day_typed(written, today) is None
