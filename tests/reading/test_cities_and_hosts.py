"""Cities and states that only say where something was written, signed or held, or where somebody comes."""

import pytest

from mentions import bare, marked

PLACES = [
    "Brussels, 15 November 2015",
    "Moscow 10 July, 2023",
    "Washington D.C.",
    "[Embassy of Kenya|KEN/embassy] - Canberra",
    "The Tripoli Agreement holds.",
    "They met in host country Ecuador.",
    "She welcomed [President Ann Berg|ann-berg] to Kenya.",
    "Thank you for welcoming me here to Warsaw. They welcomed him to Oslo.",
    "The summit was shifted to Riyadh.",
]
PARTIES = [
    "[Moscow|RUS], which signed in July, left.",
    "[Oslo|NOR] agreed.",
    "She welcomed the aid to [Kenya|KEN]. She welcomed the commitment to [Kenya|KEN].",
]


@pytest.mark.parametrize("row", PLACES + PARTIES)
def test_a_place_is_no_mention_and_a_party_is(row):
    assert marked(bare(row)) == row


def test_two_countries_are_those_that_the_headline_joins():
    row = (
        "[Chad|TCD] and [Niger|NER] agree on border\n\n[The presidents of Chad and Niger|NER TCD] met in Lima on Monday.\n\n"
        "[Peruvian President Ana Rojas|ana-rojas], whose [Peru|PER] is host, said that [Peru|PER] and [Chad|TCD] spoke.\n\n"
        "[The two countries|NER TCD] will meet again."
    )
    assert marked(bare(row)) == row
