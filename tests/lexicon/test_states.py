"""The tables of states and bodies are consistent in themselves: ids, codes, items, names, successors."""

import re
from datetime import date

import pytest

from servanda.lexicon.bodies import load_bodies
from servanda.lexicon.names import load_names
from servanda.lexicon.states import load_states

STATES = tuple(load_states().values())
BODIES = tuple(load_bodies().values())


def test_items_of_wikidata_look_like_items_and_belong_to_one_actor_each():
    items = [actor.wikidata for actor in (*STATES, *BODIES) if actor.wikidata]
    assert all(re.fullmatch(r"Q[1-9]\d*", item) for item in items)
    assert len(items) == len(set(items))


def test_every_state_has_its_item_and_code():
    assert [state.id for state in STATES if not state.wikidata or not re.fullmatch("[A-Z]{2}", state.code)] == []


def test_a_code_of_two_letters_belongs_to_one_state_at_a_time():
    codes = [state.code for state in STATES if state.until is None]
    assert len(codes) == len(set(codes))


def test_a_name_belongs_to_one_state():
    owners = {}
    for state in STATES:
        for name in (state.name, *state.names):
            assert owners.setdefault(name, state.id) == state.id, name


def test_a_name_belongs_to_one_body():
    owners = {}
    for body in BODIES:
        for name in (body.name, *body.names):
            assert owners.setdefault(name, body.id) == body.id, name


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.id)
def test_a_state_is_found_by_each_of_its_names(state):
    for name in (state.name, *state.names):
        assert {known.id for _, known in load_names().find(name)} == {state.id}, name


def test_a_former_state_has_successors_that_are_states():
    former = [state for state in STATES if state.until is not None]
    assert {"SUN", "YUG", "CSK", "DDR"} <= {state.id for state in former}
    assert all(state.successors and set(state.successors) <= set(load_states()) for state in former)
    assert all(not state.successors for state in STATES if state.until is None)


@pytest.mark.parametrize(
    ("id_", "day", "expected"),
    [("SUN", date(1991, 12, 25), True), ("SUN", date(1991, 12, 26), False), ("NOR", date(2026, 1, 1), True)],
)
def test_a_state_ends_on_its_first_day_without_it(id_, day, expected):
    assert load_states()[id_].existed_on(day) is expected


SEATS = [
    ("the Casa Rosada", "ARG"),
    ("Malacañang", "PHL"),
    ("the Kantei", "JPN"),
    ("the Planalto", "BRA"),
    ("Downing Street", "GBR"),
    ("Zhongnanhai", "CHN"),
    ("the Quai d’Orsay", "FRA"),
    ("South Block", "IND"),
    ("Rashtrapati Bhavan", "IND"),
    ("Merdeka Palace", "IDN"),
    ("Rosenbad", "SWE"),
    ("the Quirinale", "ITA"),
    ("the Beehive", "NZL"),
    ("Aso Rock", "NGA"),
    ("the Union Buildings", "ZAF"),
    ("Bankova", "UKR"),
]


@pytest.mark.parametrize(("text", "state"), SEATS)
def test_a_seat_stands_for_its_state(text, state):
    assert [(known.sort, known.id) for _, known in load_names().find(text)] == [("seat", state)]


OWN_NAMES = [
    ("Auswärtiges Amt", "DEU/ministry-of-foreign-affairs"),
    ("Gaimusho", "JPN/ministry-of-foreign-affairs"),
    ("FCDO", "GBR/foreign-office"),
    ("DFAT", "AUS/department-of-foreign-affairs-and-trade"),
    ("DIRCO", "ZAF/ministry-of-foreign-affairs"),
    ("Kemlu", "IDN/ministry-of-foreign-affairs"),
    ("Foggy Bottom", "USA"),
    ("UNIFIL", "unifil"),
    ("EUFOR", "eufor-althea"),
    ("G77", "g77"),
    ("Combined Forces Command", "rok-us-combined-forces-command"),
    ("Council of the European Union", "council-of-the-european-union"),
    ("European Council", "european-council"),
]


@pytest.mark.parametrize(("text", "actor"), OWN_NAMES)
def test_a_body_is_known_by_its_own_name(text, actor):
    assert [known.id for _, known in load_names().find(text)] == [actor]


@pytest.mark.parametrize("text", ["New Jersey", "the Doha Agreement", "Peking University", "Swiss cheese"])
def test_what_only_holds_a_name_is_no_state(text):
    assert {known.sort for _, known in load_names().find(text)} == {"other"}
