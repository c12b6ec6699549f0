"""Full dates, and dates as metadata write them."""

from datetime import UTC, date, datetime

import pytest

from servanda.intake.dates import find_date
from servanda.intake.facts import read_when


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("on March 5, 2024 in Oslo", "2024-03-05"),
        ("5th of march 2024", "2024-03-05"),
        ("Sept. 9 2023", "2023-09-09"),
        ("2024-03-05T10:00", None),
        ("May 32, 2024", None),
        ("March 2024", None),
        ("marches 5, 2024", None),
    ],
)
def test_full_dates_are_found(words, when):
    found = find_date(words)
    assert (str(found.when) if found else None) == when


@pytest.mark.parametrize(
    ("written", "when"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024-03", "2024-03-01/2024-03-31"),
        (2024, "2024-01-01/2024-12-31"),
        ("2024-03-01/2024-03-05", "2024-03-01/2024-03-05"),
        ("2024-03-05T10:00:00+03:00", "2024-03-05"),
        ("2022-08-03 23:22:16-04:00", "2022-08-03"),
        ("5 March 2024", "2024-03-05"),
        (date(2024, 3, 5), "2024-03-05"),
        (datetime(2024, 3, 5, 10, tzinfo=UTC), "2024-03-05"),
        ("05/03/2024", None),
        ("soon", None),
        (True, None),
        (date.max, None),
        ("9" * 5000, None),
    ],
)
def test_dates_of_metadata(written, when):
    found = read_when(written)
    assert (str(found) if found else None) == when
