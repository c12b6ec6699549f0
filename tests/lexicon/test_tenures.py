"""Who held office when: by name, by office, and several together."""

from datetime import date

import pytest

from servanda.lexicon.offices import is_office, role_of
from servanda.lexicon.tenures import Incumbent, bearers, incumbents, shared_days

BEARERS = [
    (Incumbent("Merkel"), date(2010, 5, 1), ["chancellor DEU"]),
    (Incumbent("Angela Merkel", "Chancellor"), date(2010, 5, 1), ["chancellor DEU"]),
    (Incumbent("Fumio Kishida", "Foreign Minister"), date(2015, 3, 2), ["foreign minister JPN"]),
    (Incumbent("Kishida", "prime minister", "JPN"), date(2022, 3, 2), ["prime minister JPN"]),
    (Incumbent("Zelenskiy", "President"), date(2022, 3, 2), ["president UKR"]),
    (Incumbent("Joseph Biden", "President"), date(2022, 3, 2), ["president USA"]),
    (Incumbent("Donald J. Trump", "president"), date(2018, 3, 2), ["president USA"]),
]
BEARERS += [
    (Incumbent("Lula da Silva", "President", "BRA"), date(2005, 3, 2), ["president BRA"]),
    (Incumbent("Ben Ali", "President", "TUN"), date(2005, 3, 2), ["president TUN"]),
    (Incumbent("Fahd", "King", "SAU"), date(1995, 3, 2), ["king SAU"]),
    (Incumbent("Harald", "King"), date(2015, 3, 2), ["king NOR"]),
]
NOBODY = [
    (Incumbent("Harald"), date(2015, 3, 2)),
    (Incumbent("Fahd", "president"), date(1995, 3, 2)),
    (Incumbent("Merkel"), date(2023, 5, 1)),
    (Incumbent("Merkel", "president"), date(2010, 5, 1)),
    (Incumbent("Merkel", "", "FRA"), date(2010, 5, 1)),
    (Incumbent("Otto Merkel", "chancellor"), date(2010, 5, 1)),
    (Incumbent(""), date(2010, 5, 1)),
    (Incumbent("J."), None),
]


@pytest.mark.parametrize(("asked", "day", "expected"), BEARERS)
def test_a_name_is_tied_to_who_bore_it_in_office(asked, day, expected):
    assert sorted({f"{holder.office} {holder.state}" for holder in bearers(asked, day)}) == expected


@pytest.mark.parametrize(("asked", "day"), NOBODY)
def test_a_name_out_of_office_is_nobody(asked, day):
    assert bearers(asked, day) == ()


INCUMBENTS = [
    ("secretary of state", "USA", date(2010, 1, 1), ["Hillary Clinton"]),
    ("Foreign Minister", "USA", date(2010, 1, 1), ["Hillary Clinton"]),
    ("Minister of Defence", "FRA", date(2015, 1, 1), ["Jean-Yves Le Drian"]),
    ("chief of protocol", "FRA", date(2015, 1, 1), []),
    ("president", "ATL", date(2015, 1, 1), []),
]


@pytest.mark.parametrize(("office", "state", "day", "expected"), INCUMBENTS)
def test_an_office_is_tied_to_its_holder(office, state, day, expected):
    assert [holder.name for holder in incumbents(office, state, day)] == expected


def test_on_the_day_of_a_handover_the_office_is_the_newcomers():
    assert [h.name for h in incumbents("president", "USA", date(2021, 1, 20))] == ["Joe Biden"]


SHARED = [
    ((Incumbent("Blair", "prime minister"), Incumbent("Chirac", "president")), ["1997-05-02/2007-05-16"]),
    ((Incumbent("Trump", "president"),), ["2017-01-20/2021-01-20", "2025-01-20/9999-12-30"]),
    ((Incumbent("Trump", "president"), Incumbent("Merkel", "chancellor")), ["2017-01-20/2021-01-20"]),
    (
        (Incumbent("Trump", "president"), Incumbent("Nobody Known", "envoy")),
        ["2017-01-20/2021-01-20", "2025-01-20/9999-12-30"],
    ),
    ((Incumbent("Merkel", "chancellor"), Incumbent("Starmer", "prime minister")), []),
]


@pytest.mark.parametrize(("named", "expected"), SHARED)
def test_offices_held_at_once_bound_the_time(named, expected):
    assert [str(when) for when in shared_days(named)] == expected


def test_names_that_nobody_in_office_bears_say_nothing_of_the_time():
    assert shared_days([Incumbent("Nobody Known", "president")]) is None


ROLES = [
    ("Foreign Secretary", "foreign minister"),
    ("secretary of state", "foreign minister"),
    ("Minister of Defence", "defense minister"),
    ("taoiseach", "head of government"),
    ("Harbor Master", "harbor master"),
]


@pytest.mark.parametrize(("office", "role"), ROLES)
def test_an_office_of_several_names_has_one_role(office, role):
    assert role_of(office) == role


@pytest.mark.parametrize(
    ("asked", "held", "expected"),
    [
        ("leader", "chancellor", True),
        ("leader", "vice president", False),
        ("minister", "foreign secretary", True),
        ("minister", "prime minister", False),
        ("president", "vice president", False),
        ("secretary", "secretary of state", True),
    ],
)
def test_a_rank_asks_for_any_office_of_it(asked, held, expected):
    assert is_office(asked, held) is expected
