"""Offices with portfolio and state written out, two offices before one name, and one office that several states have."""

import pytest

from mentions import bare, marked

READ = [
    # The holder unnamed: one office however it is put
    "[The Minister of Foreign Affairs of Peru|PER/foreign-minister] spoke. [The Peruvian foreign minister|PER/foreign-minister] left.",
    "[Ann Berg|ann-berg] met [the Minister for Trade and Industry of Kenya|KEN/trade-and-industry-minister].",
    # The holder named beside it
    "He met [the Minister of Ports and Rural Education of Kenya|ben-otieno], [Ben Otieno|ben-otieno].",
    "It was opened by [Ana Rojas|ana-rojas], [Minister of Education of the Republic of Peru|ana-rojas], in Lima.",
    # Two offices, one bearer
    "[Minister for Rural Development and Minister for Law Ann Berg|ann-berg] met [Luis Vera|luis-vera]. [Minister Berg|ann-berg] left.",
    "[Minister for Manpower and Second Minister for Home Affairs Ann Berg|ann-berg] met [Luis Vera|luis-vera].",
    "[Minister for Climate Change Ann Berg|ann-berg] met [Luis Vera|luis-vera].",
    # One office of two states
    "[Chad|TCD] and [Niger|NER] agreed. [The trade ministers of both countries|NER/trade-minister TCD/trade-minister] will meet.",
    "[Chad|TCD] and [Niger|NER] agreed. [The two countries' finance ministers|NER/finance-minister TCD/finance-minister] will meet.",
    "[The foreign ministers of Peru and Chile|CHL/foreign-minister PER/foreign-minister] met.",
    # States, where no office of theirs is told
    "[Chad|TCD] and [Niger|NER] agreed. [The two sides' negotiators|NER TCD] met.",
    "[Chad|TCD] and [Niger|NER] told [their respective Ministers of Education|NER TCD] to meet.",
    "It was seen by [delegates from the Netherlands, Peru and Kenya|KEN NLD PER].",
    "She met [her counterparts from the UK, Peru and Kenya|GBR KEN PER].",
]
ALONE = [
    # What the countries own is no group of persons
    "[Chad|TCD] and [Niger|NER] met. [The two countries|NER TCD]' ties are good.",
    # A surname only behind a name
    "[Jude Law|jude-law] met [Luis Vera|luis-vera]. [Law|jude-law] left.",
    # A city, though a statesman has its name
    "[Chad|TCD] held talks in Lagos.",
]


@pytest.mark.parametrize("row", READ)
def test_offices_are_read_in_full(row):
    assert marked(bare(row)) == row


@pytest.mark.parametrize("row", ALONE)
def test_what_only_looks_so_is_left_alone(row):
    assert marked(bare(row)) == row
