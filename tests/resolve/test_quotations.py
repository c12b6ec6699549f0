"""Quotations of a text held against it from the first to the last word."""

import pytest

from comparing import assert_found, assert_left

TERM = "The two states recognize that “the wells of the border belong to those who dig them and to their herds in years of drought”."

ROWS = [
    ("kept quotation", 'The declaration says that "<x>the wells of the border belong to those who dig them</x>".'),
    ("kept quotation", 'The declaration speaks of "<x>herds in years of drought</x>".'),
    ("changed quotation", 'The declaration says that "the wells of the border belong to those who <x>pay for</x> them".'),
    ("changed quotation", 'Both agreed that "the wells of the border belong to those who dig them and <x>may be sold at any price</x>".'),
    ("added quotation", 'The declaration says that "<x>no caravan shall carry rifles after sunset</x>".'),
]  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "report"), ROWS, ids=["word for word", "its end", "another end", "going on", "nowhere"]
)
def test_a_quotation_is_held_against_the_text(wanted, report):
    assert_found(wanted, "Mali and Algeria", TERM, report)


LEFT = [
    ("changed quotation", 'The declaration says that "the wells of the border … belong to … their herds in years of drought".'),
    ("changed quotation", '"The wells of the border belong to my people, whatever anybody signs in the capital," said Amadou Keita, a herder.'),
    ("added quotation", '"No caravan shall carry rifles after sunset," said Amadou Keita, a herder.'),
]  # fmt: skip


@pytest.mark.parametrize(("unwanted", "report"), LEFT, ids=["omissions marked", "a person's words", "of another thing"])
def test_what_a_person_says_and_marked_omissions_are_left_alone(unwanted, report):
    assert_left(unwanted, "Mali and Algeria", TERM, report)
