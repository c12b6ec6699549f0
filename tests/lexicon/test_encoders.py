"""Words as numbers, and runs of members that fit together."""

import pytest

from servanda.lexicon.encoders import MOST_PIECES_OF_A_WORD, cutter, numbered, windows
from servanda.lexicon.record_model import VOCABULARY


@pytest.mark.parametrize(
    ("sizes", "most", "expected"),
    [
        ([], 5, []),
        ([3], 5, [(0, 1)]),
        ([3, 2, 1], 5, [(0, 2), (2, 3)]),
        ([9, 1, 1], 5, [(0, 1), (1, 3)]),
        ([1, 9, 1], 5, [(0, 1), (1, 2), (2, 3)]),
        ([0, 0], 5, [(0, 2)]),
    ],
    ids=["none", "one", "as many as fit", "a large one first", "a large one between", "empty ones"],
)
def test_members_in_runs(sizes, most, expected):
    assert list(windows(sizes, most)) == expected


def test_each_word_is_known_by_its_first_piece():
    given = numbered(["Norway", "reaffirms", "…"], cutter(VOCABULARY))
    assert len(given["firsts"]) == 3
    assert len(given["pieces"]) == len(given["shapes"])
    assert list(given["firsts"]) == sorted(set(given["firsts"]))


def test_a_word_is_never_no_piece_and_never_too_many():
    pieces = cutter(VOCABULARY)
    assert len(pieces("\u200b")) == 1
    assert len(pieces("x" * 400)) <= MOST_PIECES_OF_A_WORD
