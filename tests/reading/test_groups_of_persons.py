"""Groups by office whose members the document names elsewhere: one of each state."""

import pytest

from mentions import bare, marked

READ = [
    # Told behind the group, not all with their titles
    "[The security advisers of Chad and Niger|ali-maiga amadou-sow] met. [Chadian security adviser Amadou Sow|amadou-sow] hosted [Ali Maiga of Niger|ali-maiga].",
    "[The foreign ministers of Peru and Chile|ana-rojas luis-vera] met. [Peruvian Foreign Minister Ana Rojas|ana-rojas] thanked [Luis Vera of Chile|luis-vera].",
    "It held [a Peru-Chile Foreign Ministers|ana-rojas luis-vera]’ Meeting. [Peruvian Foreign Minister Ana Rojas|ana-rojas] hosted [Chilean Foreign Minister Luis Vera|luis-vera].",
    # A secretary of state is a foreign minister
    "[Norwegian Foreign Minister Ann Berg|ann-berg] and [U.S. Secretary of State Joan Roe|joan-roe] met. [The foreign ministers|ann-berg joan-roe] dined.",
]
STATES = [
    # Others of these states are named: an envoy and a spokesman are no presidents
    "[The presidents of Peru and Chile|CHL PER] spoke. [Peruvian envoy Ana Rojas|ana-rojas] and [Chilean spokesman Luis Vera|luis-vera] said so.",
    # Two of one state
    "[The ministers of Peru and Chile|CHL PER] met. [Ana Rojas of Peru|ana-rojas] and [Eva Ruiz of Peru|eva-ruiz] thanked [Chilean Minister Luis Vera|luis-vera].",
]


@pytest.mark.parametrize("row", READ)
def test_a_group_is_tied_to_its_persons(row):
    assert marked(bare(row)) == row


@pytest.mark.parametrize("row", STATES)
def test_a_group_whose_persons_are_not_named_is_tied_to_its_states(row):
    assert marked(bare(row)) == row
