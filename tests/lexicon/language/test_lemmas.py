"""Dictionary forms as edits."""

import pytest

from servanda.lexicon.language.lemmas import edit_between, edited, verb_lemma

PAIRS = [
    pytest.param("Agreements", "agreement", id="plural, with a capital"),
    pytest.param("went", "go", id="nothing shared"),
    pytest.param("pledged", "pledge", id="past"),
    pytest.param("KENYA", "Kenya", id="capitals"),
    pytest.param("Oslo", "Oslo", id="a name stays"),
    pytest.param("n't", "not", id="a negation"),
    pytest.param("10:30", "10:30", id="colons"),
    pytest.param(":", ":", id="only a colon"),
]


@pytest.mark.parametrize(("word", "lemma"), PAIRS)
def test_an_edit_leads_back_to_the_lemma_it_was_made_from(word, lemma):
    assert edited(word, edit_between(word, lemma)) == lemma


def test_one_edit_serves_many_words():
    assert edited("Ministries", edit_between("treaties", "treaty")) == "ministry"


def test_an_edit_that_cuts_too_much_leaves_the_word():
    assert edited("As", "lower:4:e") == "as"


@pytest.mark.parametrize(
    ("guess", "lemma"), [("ratifie", "ratify"), ("die", "die"), ("belie", "belie"), ("sign", "sign")]
)
def test_a_verb_in_ied_has_its_y_back(guess, lemma):
    assert verb_lemma(guess) == lemma
