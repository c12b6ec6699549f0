"""Cutting text into words."""

import pytest

from servanda.lexicon.language.tokens import tokens_of

CUT = [
    pytest.param("Norway didn't sign.", "Norway did n't sign .", id="a negation is its own word"),
    pytest.param("Kenya’s envoy won’t go", "Kenya ’s envoy wo n’t go", id="curly apostrophes"),
    pytest.param("a 15-year lease", "a 15 - year lease", id="hyphens cut"),
    pytest.param("The U.S. and the E.U. met Mr. Haugen.", "The U.S. and the E.U. met Mr. Haugen .", id="abbreviations whole"),
    pytest.param("Amina W. Okafor", "Amina W. Okafor", id="an initial whole"),
    pytest.param("$1,250.5 (or 5%)", "$ 1,250.5 ( or 5 % )", id="sums"),
    pytest.param("It cannot wait...", "It can not wait ...", id="cannot and an ellipsis"),
    pytest.param("See www.example.org/a, then write to a.b@example.org!", "See www.example.org/a , then write to a.b@example.org !", id="addresses whole"),
    pytest.param("“We agreed,” he said—twice.", "“ We agreed , ” he said — twice .", id="quotation marks and a dash"),
    pytest.param("the 19th round at 10:30", "the 19th round at 10:30", id="ordinals and times whole"),
    pytest.param("", "", id="nothing"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), CUT)
def test_text_is_cut_as_the_treebanks_cut_it(text, words):
    assert " ".join(token.text for token in tokens_of(text)) == words


@pytest.mark.parametrize("text", [row.values[0] for row in CUT])
def test_each_word_stands_where_it_says(text):
    assert all(text[token.start :].startswith(token.text) for token in tokens_of(text))


@pytest.mark.parametrize("text", [row.values[0] for row in CUT])
def test_only_whitespace_is_left_out(text):
    assert "".join(token.text for token in tokens_of(text)) == "".join(text.split())
