"""What spaces, marks and capitals tell of sentences."""

import numpy as np
import pytest

from servanda.lexicon.language.breaks import break_scores, turned
from servanda.lexicon.language.tokens import tokens_of

TURNED = [
    pytest.param('He said "yes" twice.', "He said “ yes ” twice .", id="a pair"),
    pytest.param('"Yes." "No," she said.', '" Yes . ” “ No , ” she said .', id="the edge of the text stays as it is"),
    pytest.param('a 5" gun and "x"y', 'a 5 ” gun and “ x " y', id="what touches both sides stays"),
    pytest.param("No marks here.", "No marks here .", id="none"),
]


@pytest.mark.parametrize(("text", "words"), TURNED)
def test_quotation_marks_turn_as_the_spaces_tell(text, words):
    tokens = tokens_of(text)
    assert [token.text for token in turned(tokens)] == words.split()
    assert [token.start for token in turned(tokens)] == [token.start for token in tokens]


WEIGHED = [
    pytest.param("It ended. Kenya left.", "Kenya", 1, id="a mark, a space, a capital"),
    pytest.param('It "ended." Kenya left.', "Kenya", 1, id="a closing mark between"),
    pytest.param("It ended. (Kenya left.)", "(", 1, id="an opening bracket"),
    pytest.param("It ended. kenya left.", "kenya", 0, id="no capital"),
    pytest.param("It ended, Kenya left.", "Kenya", 0, id="no final mark"),
    pytest.param("See (Annex.pdf)(Kenya)", "Kenya", -1, id="no space"),
]


@pytest.mark.parametrize(("text", "word", "sign"), WEIGHED)
def test_the_page_speaks_for_or_against_a_beginning(text, word, sign):
    tokens = turned(tokens_of(text))
    place = [token.text for token in tokens].index(word)
    scores = break_scores(np.zeros((len(tokens), 2), dtype=np.float32), tokens)
    plain = break_scores(np.zeros((2, 2), dtype=np.float32), tokens_of("Kenya left"))[1]
    assert np.sign(scores[place] - plain) == sign


def test_the_model_is_heard():
    tokens = tokens_of("Norway agreed Kenya refused")
    scores = np.array([[4, 0], [4, 0], [0, 4], [4, 0]], dtype=np.float32)
    assert [score > 0 for score in break_scores(scores, tokens)] == [False, False, True, False]
