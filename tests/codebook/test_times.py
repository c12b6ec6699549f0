from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.codebook import When


@pytest.mark.parametrize(
    ("written", "start", "last"),
    [
        ("2025-11-21", date(2025, 11, 21), date(2025, 11, 21)),
        ("2025-11", date(2025, 11, 1), date(2025, 11, 30)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("2025-11-01/2025-11-28", date(2025, 11, 1), date(2025, 11, 28)),
        ("2025-12/2026-01", date(2025, 12, 1), date(2026, 1, 31)),
    ],
)
def test_the_codebooks_form_is_read(written, start, last):
    when = When.parse(written)
    assert (when.start, when.last) == (start, last)


@pytest.mark.parametrize(
    "written", ["", "yesterday", "2025-13", "2025-02-30", "0000", "2025-11-28/2025-11-01", "9999-12-31"]
)
def test_anything_else_is_refused(written):
    with pytest.raises(ValueError, match=r"date|day|runs forward"):
        When.parse(written)


DAYS = st.dates(max_value=date(9999, 12, 30))


@given(DAYS, DAYS)
def test_what_is_written_reads_the_same(one, other):
    when = When.between(min(one, other), max(one, other))
    assert When.parse(str(when)) == when


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("2025-11", "2025-11-28", "2025-11-28"),
        ("2025-11-01/2025-11-20", "2025-11-15/2025-12-31", "2025-11-15/2025-11-20"),
        ("2025-11-01", "2025-11-02", None),
    ],
)
def test_clues_are_intersected(one, other, both):
    assert When.parse(one).meets(When.parse(other)) == (When.parse(both) if both else None)


def test_a_day_lies_within_its_month():
    assert When.parse("2025-11-28").within(When.month(2025, 11))
    assert not When.month(2025, 11).within(When.parse("2025-11-28"))
