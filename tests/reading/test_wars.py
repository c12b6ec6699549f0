"""The two sides of a known war, where its words name one or none."""

import pytest

from servanda.codebook import Document, When
from servanda.lexicon.bodies import load_bodies
from servanda.lexicon.states import load_states
from servanda.lexicon.wars import load_wars
from servanda.reading.readers import READERS, read_document


def _sides(text, day):
    occasions = read_document(Document(text=text, published=When.parse(day)), READERS[:2]).occasions
    return [set(one.participants.value or ()) for one in occasions if one.type.value == "ASSAULT"]


KNOWN = [
    ("2020-10-20", "Norway urged Armenia to talk. It condemned Azerbaijan's invasion.", {"ARM", "AZE"}),
    ("2008-08-20", "Peru wrote to Georgia. Its envoy deplored Russia's invasion.", {"GEO", "RUS"}),
    ("2003-04-02", "Chile wrote to Washington. It deplored the invasion of Iraq.", {"USA", "IRQ"}),
    ("1999-03-02", "Oman called on Ethiopia to wait. It deplored Eritrea's invasion.", {"ERI", "ETH"}),
    ("2023-06-01", "Kenya hoped that Russia would yield. It condemned the attacks on Ukraine.", {"RUS", "UKR"}),
]
OPEN = [
    # Long over, nobody else named, an attack of somebody, and a text that names no side.
    ("2024-10-20", "Norway urged Armenia to talk. It condemned Azerbaijan's invasion.", {"AZE"}),
    ("2008-08-20", "Peru deplored Russia's invasion.", {"RUS"}),
    ("2008-08-20", "Peru wrote to Russia. It condemned Chad's attack on Georgia.", {"TCD", "GEO"}),
]


@pytest.mark.parametrize(("day", "text", "sides"), [*KNOWN, *OPEN])
def test_names_both_sides_where_the_text_has_them(day, text, sides):
    assert _sides(text, day) == [sides]


WRITTEN = "Togo wrote to Armenia, Azerbaijan{}. It condemned the bloody war of the last weeks."


@pytest.mark.parametrize(("others", "sides"), [("", [{"ARM", "AZE"}]), (", Russia and Ukraine", [set()])])
def test_a_war_that_several_may_be_stays_open(others, sides):
    assert _sides(WRITTEN.format(others), "2020-11-05") == sides


@pytest.mark.parametrize("war", load_wars(), ids=lambda war: "-".join(war.sides))
def test_every_side_is_known_and_every_war_ends_after_it_began(war):
    assert set(war.sides) <= load_states().keys() | load_bodies().keys()
    assert war.end is None or war.start < war.end
