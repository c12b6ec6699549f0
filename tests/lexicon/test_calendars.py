"""How calendar and clock run from state to state, and where a text comes from."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from servanda.lexicon.calendars import FiscalYear, day_in_state, fiscal_year_of, half_of, load_calendar, zone_of
from servanda.lexicon.presses import state_of_origin, state_of_press
from servanda.lexicon.states import load_states


def test_every_state_has_a_clock_that_can_be_read():
    current = [state for state in load_states() if zone_of(state)]
    assert len(current) > 190
    assert all(ZoneInfo(zone_of(state) or "") for state in current)


@pytest.mark.parametrize(
    ("state", "fiscal"),
    [
        ("USA", FiscalYear(10, named_by_end=True)),
        ("GBR", FiscalYear(4, named_by_end=True)),
        ("IND", FiscalYear(4, named_by_end=True)),
        ("JPN", FiscalYear(4, named_by_end=False)),
        ("AUS", FiscalYear(7, named_by_end=True)),
        ("KOR", FiscalYear(1, named_by_end=True)),
        ("XXX", None),
    ],
)
def test_fiscal_years_by_state(state, fiscal):
    assert fiscal_year_of(state) == fiscal


@pytest.mark.parametrize(("state", "half"), [("NOR", "north"), ("ARG", "south"), ("KEN", None), ("XXX", None)])
def test_halves_of_the_earth(state, half):
    assert half_of(state) == half


@pytest.mark.parametrize(
    ("state", "day"), [("USA", "2025-11-13"), ("KOR", "2025-11-14"), ("NZL", "2025-11-14"), ("BRA", "2025-11-13")]
)
def test_one_moment_is_another_day_elsewhere(state, day):
    assert str(day_in_state(datetime(2025, 11, 14, 1, 28, tzinfo=UTC), state)) == day


def test_no_state_writes_both_orders():
    calendar = load_calendar()
    assert not calendar.month_first & calendar.day_first


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Yonhap", "KOR"),
        ("The Jakarta Post", "IDN"),
        ("Bangkok Post", "THA"),
        ("The Times of Israel", "ISR"),
        ("Kenyan Foreign Ministry", "KEN"),
        ("French Foreign Ministry", "FRA"),
        ("The White House", "USA"),
        ("Reuters", None),
        ("Wikinews", None),
    ],
)
def test_where_a_paper_sits(name, state):
    assert state_of_press(name) == state


@pytest.mark.parametrize(
    ("place", "presses", "state"),
    [
        ("SEOUL", ("Reuters",), "KOR"),
        ("Nairobi", ("AP",), "KEN"),
        (None, ("Reuters", "Yonhap"), "KOR"),
        ("ATLANTIS", (None, "Dawn"), "PAK"),
        (None, (None, None), None),
    ],
)
def test_a_dateline_goes_before_the_paper(place, presses, state):
    assert state_of_origin(place, presses) == state
