"""News agencies and outlets by name and address."""

import pytest

from servanda.lexicon.agencies import AGENCIES, agency_named
from servanda.lexicon.outlets import OUTLETS, outlet_at, outlet_named


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Xinhua News Agency", "Xinhua"),
        ("reuters", "Reuters"),
        ("MAP", "MAP"),
        (" AP. ", "AP"),
        ("dpa", "dpa"),
        ("Deutsche Presse-Agentur", "dpa"),
    ],
)
def test_agencies_are_known_by_their_credits(words, name):
    assert agency_named(words) == name


@pytest.mark.parametrize("words", ["map", "Tap", "Daily Harbour", "", "AU"])
def test_other_words_are_no_agency(words):
    assert agency_named(words) is None


def test_no_spelling_stands_for_two_agencies():
    spellings = [
        spelling.casefold() for name, others in AGENCIES for spelling in {name.casefold(), *map(str.casefold, others)}
    ]
    assert len(spellings) == len(set(spellings))


def test_every_agency_is_found_by_each_of_its_spellings():
    assert all(agency_named(spelling) == name for name, others in AGENCIES for spelling in (name, *others))


def test_the_longest_ending_of_a_host_counts():
    assert (outlet_at("news.un.org").official, outlet_at("press.un.org").official) == (False, True)
    assert outlet_at("example.org") is None


def test_every_outlet_is_found_by_host_and_name():
    assert all(outlet_at(f"www.{outlet.host}") == outlet for outlet in OUTLETS)
    assert all(outlet_named(outlet.name).official == outlet.official for outlet in OUTLETS)
    assert len({outlet.host for outlet in OUTLETS}) == len(OUTLETS)
