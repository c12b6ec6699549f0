"""The best row of labels of names."""

import numpy as np
import pytest

from servanda.lexicon.language.names import best_names

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG")

ROWS = [
    pytest.param([[0, 3, 0, 0, 0], [0, 0, 3, 0, 0]], "B-PER I-PER", id="right as it is"),
    pytest.param([[0, 3, 0, 0, 0], [0, 3, 0, 0, 0]], "B-PER B-PER", id="two names side by side"),
    pytest.param([[0, 2, 3, 0, 0], [3, 0, 0, 0, 0]], "B-PER O", id="a name begins before it goes on"),
    pytest.param([[3, 0, 0, 0, 0], [0, 2, 0, 0, 3], [3, 0, 0, 0, 0]], "O B-PER O", id="the best that may stand there"),
    pytest.param([[0, 3, 0, 2, 0], [0, 0, 1, 0, 3]], "B-ORG I-ORG", id="the surer word settles the kind"),
    pytest.param([[5, 0, 0, 0, 0], [0, 0, 0, 0, 3]], "O O", id="a name that nothing begins is none"),
]


@pytest.mark.parametrize(("scores", "names"), ROWS)
def test_names_stand_in_a_right_order(scores, names):
    assert best_names(np.array(scores, dtype=np.float32), LABELS) == tuple(names.split())


def test_no_words_have_no_names():
    assert best_names(np.zeros((0, 5), dtype=np.float32), LABELS) == ()
