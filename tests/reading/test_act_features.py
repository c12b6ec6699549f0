"""The trained model beside the rules: whole numbers only, and its word is marked as its own."""

import pytest

from servanda.codebook import Document
from servanda.codebook.vocabulary import Act
from servanda.lexicon.act_model import ACTS, BIAS, act_scores, row_of
from servanda.lexicon.acts import load_acts
from servanda.reading.readers import read_document

BY_MODEL = "by a model trained on clauses and their acts"


MENDED = [
    ("Kenya and Norway will build trusted supply chains.", "cooperate"),
    ("Norway and Ghana agreed to maintain an open dialogue.", "consult"),
    ("Norway and Kenya will develop new technologies together.", "cooperate"),
]
LEFT = [
    ("Norway will send Kenya six radars.", "transfer"),
    ("Chile pledged to build a dairy plant in Chad.", "build"),
    ("Kenya will not stop helping Chad.", "refrain"),
    ("Peru will lower its tariffs on Chilean copper.", "tariff"),
    ("Kenya and Norway pledged to stay in close touch.", "consult"),
]


def acts_of(text):
    return [(one.act.value.value, one.act.reason) for one in read_document(Document(text=text)).commitments]


def test_the_columns_are_all_acts_and_a_feature_never_takes_the_row_of_all():
    assert set(ACTS) == set(Act)
    assert all(row_of(f"u:{number}") < BIAS for number in range(20_000))


def test_scores_are_whole_numbers_and_add_up():
    none, one, twice = act_scores([]), act_scores([("c0:support", 2)]), act_scores([("c0:support", 4)])
    assert all(type(score) is int for score in one.values())
    assert {act: twice[act] - none[act] for act in ACTS} == {act: 2 * (one[act] - none[act]) for act in ACTS}
    assert one[Act.SUPPORT] > none[Act.SUPPORT]


@pytest.mark.parametrize(("text", "act"), MENDED)
def test_the_model_decides_where_it_is_sure_and_says_so(text, act):
    assert acts_of(text) == [(act, BY_MODEL)]


@pytest.mark.parametrize(("text", "act"), LEFT)
def test_the_rules_stand_where_they_are_plain(text, act):
    assert [found for found, _ in acts_of(text)] == [act]
    assert all(reason != BY_MODEL for _, reason in acts_of(text))


def test_most_examples_of_the_lexicon_keep_their_act():
    told = [(act.value, acts_of(f"Kenya pledged to {deed}.")) for deed, act in load_acts().examples]
    read = [(act, found[0][0]) for act, found in told if len(found) == 1]
    assert len(read) > 60
    assert sum(act == found for act, found in read) >= 0.95 * len(read)
