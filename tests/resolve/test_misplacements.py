"""Numbers of a text that a report gives for another thing: what is found, and what is left alone."""

import pytest

from comparing import assert_found, assert_left

TERM = "Spain will train 70 engineers of Morocco in Cadiz. Morocco will receive 25 divers at the harbor school of Agadir. Spain will give $90 million for tide gauges and $60 million for lighthouses."

FOUND = [
    "Spain will train <x>25 engineers</x> of Morocco in Cadiz.",
    "Morocco will receive <x>70 divers</x> at the harbor school of Agadir.",
    "Spain will give <x>$60 million</x> for tide gauges, the declaration says.",
]


@pytest.mark.parametrize("report", FOUND, ids=["count", "the other way", "in one sentence"])
def test_a_number_of_another_thing_is_found(report):
    assert_found("misplaced number", "Spain and Morocco", TERM, report)


LEFT = [
    "Spain will train 70 engineers of Morocco in Cadiz.",
    "Spain will give $60 million for lighthouses and $90 million for tide gauges.",
    "Some 25 ferries cross from Cadiz every day.",
    "Spain will train 40 engineers of Morocco in Cadiz.",
]


@pytest.mark.parametrize(
    "report", LEFT, ids=["its own", "both in another order", "another matter", "no number of the text"]
)
def test_numbers_at_their_place_are_left_alone(report):
    assert_left("misplaced number", "Spain and Morocco", TERM, report)
