"""To whom a purchase is owed: to the one from whom it is bought, where the text says so."""

import pytest

from servanda.codebook import Document
from servanda.reading.readers import read_document

BOUGHT = [
    ("Qatar will buy 24 jets from Britain.", ("GBR",)),
    ("Peru pledged to import more wheat from Argentina each year.", ("ARG",)),
    ("Kenya agreed to lease two ferries from Norway.", ("NOR",)),
]
LEFT_ALONE = [
    pytest.param("Qatar will withdraw 24 jets from Britain.", "GBR", id="nothing is bought"),
    pytest.param("Peru will buy ships to shield refugees from Chile's navy.", "CHL", id="not the seller"),
]


def creditors(text):
    return [one.creditors.value for one in read_document(Document(text=text)).commitments]


@pytest.mark.parametrize(("text", "owed"), BOUGHT)
def test_the_seller_is_owed_the_purchase(text, owed):
    assert creditors(text) == [owed]


@pytest.mark.parametrize(("text", "state"), LEFT_ALONE)
def test_others_behind_from_are_not(text, state):
    assert all(state not in (owed or ()) for owed in creditors(text))
