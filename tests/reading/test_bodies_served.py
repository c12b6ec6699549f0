"""Officers of a body of several states bind that body, not the state they are from; its `we` is no pair of states in view."""

import pytest

from servanda.codebook import Document, When
from servanda.codebook.vocabulary import DocumentKind
from servanda.reading.readers import read_document


def debtors(text, kind=None):
    document = Document(text=text, published=When.parse("2026-03-06"), kind=kind or DocumentKind.NEWS)
    return [one.debtors.value for one in read_document(document).commitments]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ('"We will send more ships to Estonia," NATO Secretary General Ann Berg said.', "nato"),
        ('"We will send doctors to Haiti," UN Secretary-General Ben Otieno said.', "un"),
        ('"We will send doctors to Haiti," Danish Foreign Minister Lars Holm said.', "DNK"),
    ],
)
def test_officers_bind_their_body(text, bound):
    assert debtors(text) == [(bound,)]


def test_presidents_of_the_union_adopt_a_text_for_it():
    text = (
        "Declaration by the President of the European Council Anna Kovac and Iceland's Prime Minister "
        "John Hall\n\nWe agreed to deepen our cooperation on fisheries."
    )
    (bound,) = debtors(text, DocumentKind.INSTRUMENT)
    assert set(bound) == {"european-union", "ISL"}


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ('"We will cooperate on the new dam," Juma said.', True),
        ('"We will build a new dam for Kenya," Juma said.', False),
    ],
)
def test_a_deed_that_needs_another_is_of_both(text, both):
    opening = "Kenyan President Ali Owino met Tanzanian President Salma Juma in Nairobi on Monday.\n\n"
    (bound,) = debtors(opening + text)
    assert set(bound) == ({"KEN", "TZA"} if both else {"TZA"})
