"""How a word is written."""

import pytest

from servanda.lexicon.language.shapes import SHAPES, shape_of

ROWS = [
    ("treaty", "lower"),
    ("Oslo", "title"),
    ("NATO", "capitals"),
    ("U.S.", "capitals"),
    ("A", "capital"),
    ("W.", "capital"),
    ("McKay", "mixed"),
    ("iPad", "mixed"),
    ("1,250", "number"),
    ("19th", "code"),
    ("—", "mark"),
    ("Łódź", "title"),
]


@pytest.mark.parametrize(("word", "shape"), ROWS)
def test_a_word_has_one_shape(word, shape):
    assert SHAPES[shape_of(word)] == shape
