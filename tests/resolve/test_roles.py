"""Another party that does a deed, or to whom it is done: what is found, and what is left alone."""

import pytest

from comparing import assert_found, assert_left

FOUND = [
    ("Kenya and Malta", "Kenya will deliver sugar mills to Malta. Malta will pay for the turbines of the mills.", "<x>Kenya</x> will pay for the turbines of the mills."),
    ("Peru and Chile", "Chile shall hand over the seized trawlers of Ilo to Peru. Peru shall pay Chile for fuel.", "<x>Peru</x> shall hand over the seized trawlers of Ilo, the declaration says."),
    ("Iraq and Oman", "Oman will train divers of Iraq. Iraq will lend Oman a survey vessel.", "<x>Oman</x> will lend a survey vessel, the declaration says."),
    ("Peru and Chile", "The presidents looked forward to the next Andes Fisheries Summit to be hosted by Chile in 2026. Peru will pay for gauges.", "The presidents looked forward to the Andes Fisheries Summit, which <x>Peru</x> will host in 2026."),
    ("Iraq and Oman", "Oman shall procure 400 desalination pumps made in Sohar. Iraq will lend divers.", "Under the declaration, <x>Iraq</x> and Oman shall procure 400 desalination pumps made in Sohar."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("parties", "term", "report"), FOUND, ids=["who pays", "who hands over", "who lends", "who hosts", "both for one"]
)
def test_another_party_is_found(parties, term, report):
    assert_found("changed party", parties, term, report)


LEFT = [
    ("Kenya and Malta", "Kenya will deliver sugar mills to Malta. Malta will pay for the turbines of the mills.", "Valletta will pay for the turbines of the mills."),
    ("Kenya and Malta", "Kenya will deliver sugar mills to Malta.", "The sugar mills will be delivered by Kenya."),
    ("Kenya and Malta", "The two countries will dredge the canal of Lamu. Kenya will pay Malta for dredgers.", "Kenya and Malta will dredge the canal of Lamu."),
    ("Peru and Chile", "The presidents looked forward to the next Andes Fisheries Summit to be hosted by Chile in 2026. Peru will pay for gauges.", "The presidents looked forward to the Andes Fisheries Summit, which Chile will host in 2026."),
    ("Iraq and Oman", "Oman will survey the wrecks of Sohar with Iraq. Iraq will lend divers.", "Iraq and Oman will survey the wrecks of Sohar."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("parties", "term", "report"), LEFT, ids=["by its capital", "passive", "both", "who hosts", "with the other"]
)
def test_the_same_party_in_other_words_is_left_alone(parties, term, report):
    assert_left("changed party", parties, term, report)
