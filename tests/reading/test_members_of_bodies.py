"""Bodies by their members, organs and heads, and those who stand against one another."""

import pytest

from mentions import bare, marked

READ = [
    # The members of a body, with `of` before it and `states` behind it
    "[The countries of the EU|european-union] agreed.",
    "[The fisheries ministers of the ECOWAS states|ecowas] met.",
    # Each state, where the text names them all
    "[The members of the G5 Sahel|BFA MLI MRT NER TCD] met: [Chad|TCD], [Niger|NER], [Mali|MLI], [Mauritania|MRT] and [Burkina Faso|BFA] signed.",
    "[The governments of the G5 Sahel|g5-sahel] met. [Chad|TCD] signed.",
    "[Belgium|BEL], [Luxembourg|LUX] and [Poland|POL] met the [Netherlands|NLD]. [The Benelux member states|BEL LUX NLD] agreed.",
    # Its head, by the office alone
    "[UN Secretary-General Ann Berg|ann-berg] and [UN envoy Jan Roe|jan-roe] spoke. [The UN chief|ann-berg] left.",
    "[Ann Berg|ann-berg], [Chairwoman of the African Union Commission|ann-berg], spoke. [The AU Chair|ann-berg] left.",
    "[Ann Berg|ann-berg], [deputy chief of the World Bank|ann-berg], spoke. The [World Bank|world-bank] chief left.",
    "[EU foreign policy chief Ann Berg|ann-berg] spoke. [The EU's top diplomat|ann-berg] left.",
    # A part of the world
    "[Chad|TCD] and [Niger|NER] spoke. [The Nordic countries|nordic-countries] agreed.",
    # A chamber's committee
    "The [Senate Harbours and Fisheries Committee|USA/senate-harbours-and-fisheries-committee] met.",
    "The [U.S. Senate Armed Services Committee|USA/senate-armed-services-committee] met.",
    "The [Kenyan Senate Committee on Health|KEN/senate-committee-on-health] met. The [Committee on Health|KEN/senate-committee-on-health] left.",
    # A city in the name
    "The [Nairobi Chamber of Commerce|KEN/nairobi-chamber-of-commerce] met.",
    # Abbreviations written as words
    "[Celac|celac] and [Unasur|unasur] met.",
    # Rivals, neighbors, halves
    "[Peru|PER] and [Chile|CHL] spoke. [The South American rivals|CHL PER] agreed. [The former war foes|CHL PER] met.",
    "[Sudan|SDN] and [South Sudan|SSD] spoke. [The South|SSD] agreed, and [the North|SDN] left.",
    "[Peru|PER] and [Chile|CHL] met. [Peru|PER] bought herring from [its neighbor|CHL]. [Chile|CHL] thanked [its northern neighbour|PER].",
    "[Chad|TCD] and [Niger|NER] met. [The two countries' coastguards|NER/coast-guard TCD/coast-guard] agreed.",
    "[Kenyan President Ben Otieno|ben-otieno] and [his accompanying delegation|KEN] left.",
    # Two persons
    "[Ann Berg of Norway|ann-berg] met [Eva Roe of Denmark|eva-roe]. [The two women|ann-berg eva-roe] shook hands.",
]
ALONE = [
    # Somebody's rivals, and other persons
    "[India|IND] and [Pakistan|PAK] spoke. His political rivals left.",
    "[Ann Berg of Norway|ann-berg] met [Eva Roe of Denmark|eva-roe]. Two men were shot.",
    "[Ann Berg of Norway|ann-berg] met [Eva Roe of Denmark|eva-roe] and [Ida Lid of Chad|ida-lid]. The two women left.",
    # Countries of a part of the world are no two sides
    "[Chad|TCD] and [Niger|NER] spoke. The Western nations agreed, and the Arab countries left.",
    # A third state is in view
    "[Chad|TCD], [Niger|NER] and [Mali|MLI] met. [Chad|TCD] called [Niger|NER] and [Mali|MLI] in, and a neighbor left.",
    # No half of anything
    "[Chad|TCD] and [Niger|NER] spoke. The South agreed.",
    # Islands that are owned, states of a federation
    "[Mauritius|MUS] spoke of the Chagos Archipelago. The Commonwealth of Virginia agreed.",
]


@pytest.mark.parametrize("row", READ)
def test_bodies_and_their_members_are_read(row):
    assert marked(bare(row)) == row


@pytest.mark.parametrize("row", ALONE)
def test_what_only_looks_so_is_left_alone(row):
    assert marked(bare(row)) == row
