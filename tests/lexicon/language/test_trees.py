"""The best tree for arc scores."""

from itertools import product

import pytest

from servanda.lexicon.language.trees import best_tree, is_tree

TREES = [
    pytest.param((0,), True, id="one word"),
    pytest.param((2, 0, 2), True, id="two words under one"),
    pytest.param((0, 0), False, id="two roots"),
    pytest.param((2, 1, 0), False, id="a circle"),
    pytest.param((2, 1), False, id="no root"),
]


@pytest.mark.parametrize(("heads", "expected"), TREES)
def test_a_tree_has_one_root_and_no_circle(heads, expected):
    assert is_tree(heads) is expected


SCORES = [
    pytest.param([[0, 0, 5], [9, 5, 0]], id="two words, root plain"),
    pytest.param([[1, 0, 9, 2], [0, 9, 0, 1], [8, 3, 2, 0]], id="a circle away from the root"),
    pytest.param([[9, 0, 1, 8], [8, 2, 0, 1], [0, 1, 7, 0]], id="two would-be roots"),
    pytest.param([[2, 0, 7, 1, 1], [1, 1, 0, 8, 1], [0, 9, 1, 0, 3], [6, 2, 2, 1, 0]], id="a circle of three"),
    pytest.param([[0, 0, 9, 1, 4], [1, 9, 0, 3, 0], [2, 1, 2, 0, 9], [1, 3, 1, 9, 0]], id="two circles"),
]  # fmt: skip


@pytest.mark.parametrize("scores", SCORES)
def test_no_other_tree_under_the_same_root_scores_more(scores):
    found = best_tree(scores)
    root = found.index(0)
    others = [
        heads for heads in product(range(len(scores) + 1), repeat=len(scores)) if is_tree(heads) and heads[root] == 0
    ]
    assert sum(scores[w][h] for w, h in enumerate(found)) == max(
        sum(scores[w][h] for w, h in enumerate(o)) for o in others
    )
    assert root == max(range(len(scores)), key=lambda word: scores[word][0])
