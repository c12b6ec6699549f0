"""Publishers whose names say that they speak for themselves."""

import pytest

from servanda.lexicon.outlets import is_governing


@pytest.mark.parametrize(
    "name",
    [
        "Ministry of Foreign Affairs of Norway",
        "Kenyan Ministry of Trade",
        "Presidency of the Republic of Ghana",
        "New Zealand Government",
        "Government of Peru",
        "Philippine Department of Foreign Affairs",
        "Embassy of Chile in Oslo",
        "Prime Minister of Fiji",
        "Office of the President of Uganda",
    ],
)
def test_a_government_speaks_for_itself(name):
    assert is_governing(name)


@pytest.mark.parametrize(
    "name",
    [
        "The Presidency Project",
        "Lagos Government News",
        "Saudi Press Agency",
        "The Korea Herald",
        "Atlantic Council",
        "Council on Foreign Relations",
        "Government Executive",
        "Foreign Policy",
        "Nairobi Daily",
    ],
)
def test_a_paper_does_not(name):
    assert not is_governing(name)
