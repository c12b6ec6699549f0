"""Names of persons: strangers, spellings, given names alone, and what stands before a name without being one."""

import pytest

from mentions import bare, marked
from servanda.codebook import Document
from servanda.lexicon.language_model import Parse
from servanda.reading.actors.people import named_people
from servanda.reading.actors.spellings import is_spelt_alike
from servanda.reading.actors.strangers import strangers
from servanda.reading.actors.tags import rows_of
from servanda.reading.scenes import Scene

READ = [
    # Two spellings
    "[Minister Noh Kyung-hwa|noh-kyung-hwa] spoke, and [Minister Noh Kyung-wha|noh-kyung-hwa] left.",
    "[President Yahya Sarea|yahya-sarea] spoke. [Saree|yahya-sarea] left.",
    # A known holder as the text spells the name
    "[President Qais Saied of Tunisia|qais-saied] spoke. [Saied|qais-saied] left.",
    "[President Kais Saied of Tunisia|kais-saied] spoke. [Saied|kais-saied] left.",
    # The given name alone
    "[Hamza Lunde|hamza-lunde], [the minister|hamza-lunde], spoke. [Hamza|hamza-lunde] left.",
    # Particles at the head of a sentence
    "[President Ursula van der Berg|ursula-van-der-berg] left. [Van der Berg|ursula-van-der-berg] spoke.",
    "[De la Cruz|ana-de-la-cruz] said so. [President Ana de la Cruz of Peru|ana-de-la-cruz] left.",
    # Who serves another
    "[National Security Advisor to the Vice President Nancy Roe|nancy-roe] met a spokesman for [Foreign Minister Ann Berg|ann-berg].",
    # What stands before a name
    "He told NPR [Hamza Lunde|hamza-lunde] left.",
    "[His Majesty King Sverre II of Norway|sverre-ii] met First Minister of Scotland [Nicola Lunde|nicola-lunde].",
]
LEFT_ALONE = [
    "The planes landed at Hamza Lunde International Airport.",
    "The Angelos Bridge is old.",
    "Statement by the President on the [[United Nations|un]] Vote\n\nIt was long.",
]


@pytest.mark.parametrize("row", READ)
def test_a_person_is_read_by_name(row):
    assert marked(bare(row)) == row


@pytest.mark.parametrize("row", LEFT_ALONE)
def test_a_thing_that_bears_a_name_is_left_alone(row):
    assert marked(bare(row)) == row


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Kyung-hwa", "Kyung-wha", True),
        ("Ladin", "Laden", True),
        ("Zelensky", "Zelenskyy", True),
        ("Jong-un", "Jong-il", False),
        ("Jong-un", "Jong-nam", False),
        ("Daniel", "Daniela", False),
    ],
)
def test_two_spellings_are_one_name(one, other, alike):
    assert is_spelt_alike(one, other) is alike


class Namer:
    """A language model that takes the words of two names for persons', and one of them for an outfit's at times."""

    def parse(self, sentences):
        return tuple(self._parse(words) for words in sentences)

    def read(self, text):
        raise NotImplementedError

    def _parse(self, words):
        persons = {"Zorica", "Planinc"} | ({"Ovren", "Dalsgard"} if "spoke" in words else set())
        names = tuple("I-PER" if word in persons else "O" for word in words)
        same = tuple("X" for _ in words)
        heads = tuple(range(len(words)))
        return Parse(words, tuple(-1 for _ in words), same, same, tuple(words), heads, same, names)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Talks with Zorica Planinc went on, and Zorica Planinc left.", ["Zorica Planinc", "Zorica Planinc"]),
        ("Yesterday the Zorica Planinc sailed.", []),
        ("Many flew to Zorica Planinc Airport.", []),
        ("Then Ovren Dalsgard spoke.", ["Ovren Dalsgard"]),
        ("Then Ovren Dalsgard spoke.\nBread from Ovren Dalsgard is sold. He likes Ovren Dalsgard.", []),
    ],
)
def test_a_stranger_is_a_person_where_the_model_says_so_more_often_than_not(text, found):
    scene = Scene(Document(text=text), Namer)
    rows = rows_of(scene)
    assert [named.span.of(text) for named in strangers(scene, rows, named_people(rows, scene.register))] == found
