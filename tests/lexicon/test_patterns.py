"""Many words as one pattern: it finds what the words one by one would find."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.lexicon.patterns import any_of

FOUND = [
    (["talks", "talk", "peace talks"], "peace talks and a talk", ["peace talks", "talk"]),
    (["war", "warship"], "a warship at war, a warning", ["warship", "war"]),
    (["tête-à-tête", "co-op"], "a co-op", ["co-op"]),
    (["a.b"], "axb a.b", ["a.b"]),
    (["deal"], "no such word", []),
]


@pytest.mark.parametrize(("words", "text", "found"), FOUND)
def test_finds_the_longest_word_that_fits(words, text, found):
    assert re.findall(rf"\b{any_of(words)}\b", text) == found


def test_a_blank_is_what_it_is_said_to_be():
    assert re.findall(any_of(["phone call"], space="[ -]"), "phone-call") == ["phone-call"]


WORDS = st.lists(st.text("ab -.", min_size=1, max_size=5), min_size=1, max_size=12)


@given(WORDS, st.text("ab -.", max_size=30))
def test_finds_what_an_alternation_finds(words, text):
    plain = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    places = [match.span() for match in re.finditer(f"(?:{plain})(?!a)", text)]
    assert [match.span() for match in re.finditer(f"{any_of(words)}(?!a)", text)] == places
