"""Known names are found as whole words, and the longest of those that overlap."""

import pytest

from servanda.lexicon.bodies import load_bodies, ministry_id
from servanda.lexicon.names import load_names
from servanda.lexicon.states import load_states

FOUND = [
    ("North Korea warned Norway.", ["state PRK", "state NOR"]),
    ("The U.S.-Japan alliance", ["state USA", "state JPN"]),
    ("Kenyan and Ugandan farmers", ["adjective KEN", "adjective UGA"]),
    ("the Democratic People’s Republic of Korea", ["state PRK"]),
    ("Côte d’Ivoire joined ECOWAS", ["state CIV", "body ecowas"]),
    ("Malacañang and the Kremlin", ["seat PHL", "seat RUS"]),
    ("Guinea-Bissau, Equatorial Guinea and Papua New Guinea", ["state GNB", "state GNQ", "state PNG"]),
    ("the Republic of the Congo and the DRC", ["state COG", "state COD"]),
    ("Türkiye met Burma’s envoys", ["state TUR", "state MMR"]),
]
PASSED_OVER = [
    pytest.param("He told us about USAGE of maliciously oman-like words.", id="parts of words"),
    pytest.param("the chad of a ballot, a turkey dinner, fine china", id="lower case"),
]
OTHERS = ["New Mexico", "the South China Sea", "the Paris Agreement", "the Washington Post", "42 U.S.C. 1234"]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_names_are_found_whole_and_longest(text, expected):
    assert [f"{known.sort} {known.id}" for _, known in load_names().find(text)] == expected


@pytest.mark.parametrize("text", PASSED_OVER)
def test_no_name_is_found_in_other_words(text):
    assert load_names().find(text) == []


@pytest.mark.parametrize("text", OTHERS)
def test_a_name_around_a_states_name_hides_it(text):
    assert {known.sort for _, known in load_names().find(text)} == {"other"}


def test_spans_point_into_the_text_as_it_stands():
    text = "İstanbul’s port, then Türkiye’s budget"
    (span, known), *_ = load_names().find(text)
    assert (span.of(text), known.id) == ("Türkiye", "TUR")


def test_every_state_has_a_code_of_three_letters_a_name_and_an_owner_for_each_name():
    states = load_states()
    assert len(states) > 200
    assert all(len(code) == 3 and code.isupper() and state.name for code, state in states.items())
    for state in states.values():
        assert {known.id for _, known in load_names().find(state.name)} == {state.id}


def test_every_body_is_found_by_its_own_name():
    seats = {seat for state in load_states().values() for seat in state.seats}
    for body in load_bodies().values():
        assert body.name in seats or body.id in {known.id for _, known in load_names().find(body.name)}


MINISTRIES = [
    ("KEN", "defence", "KEN/ministry-of-defense"),
    ("NOR", "foreign", "NOR/ministry-of-foreign-affairs"),
    ("USA", "Energy", "USA/department-of-energy"),
    ("PHL", "national defense", "PHL/department-of-national-defense"),
    ("BRA", "trade and industry", "BRA/ministry-of-trade"),
    ("BRA", "moonlight", None),
]


@pytest.mark.parametrize(("state", "portfolio", "expected"), MINISTRIES)
def test_a_ministry_follows_from_its_state_and_portfolio(state, portfolio, expected):
    assert ministry_id(state, portfolio) == expected
