"""The packaged model of records: which words head one, how far it reaches, and that the same words give the same heads."""

import pytest

from servanda.lexicon.language.tokens import tokens_of
from servanda.lexicon.record_heads import ACTS, FAINTEST
from servanda.lexicon.record_model import LEAST, RecordModel, packaged_record_model

SURE = 1.5
KINDS = {"occasions", "instruments", "commitments", "assessments"}
PLAIN = "The weather in the north was mild."
TEXT = (
    "The foreign ministers of Ghana and Norway signed a fisheries agreement in Accra on Monday.",
    "Norway will give Ghana 40 million dollars for its ports.",
    "Ghana's president called the accord a historic step.",
    PLAIN,
)


def words(text: str) -> list[str]:
    return [token.text for token in tokens_of(text)]


@pytest.fixture(scope="module")
def found():
    return [sight.heads for sight in packaged_record_model().sights([words(sentence) for sentence in TEXT])]


@pytest.mark.parametrize(
    ("sentence", "kind", "word"),
    [(0, "instruments", "agreement"), (1, "commitments", "give"), (2, "assessments", "historic")],
)
def test_it_sees_the_head_of_a_record(found, sentence, kind, word):
    heads = [head for head in found[sentence] if head.kind == kind and head.odds > 0]
    near = {words(TEXT[sentence])[place] for head in heads for place in range(head.first, head.last)}
    assert word in near


def test_a_head_lies_in_its_record_and_all_lie_in_the_sentence(found):
    for sentence, heads in zip(TEXT, found, strict=True):
        for head in heads:
            assert 0 <= head.first <= head.place < head.last <= len(words(sentence))
            assert head.kind in KINDS
            assert head.odds >= FAINTEST
            assert bool(head.labels) == (head.odds >= LEAST)


def test_a_head_is_asked_only_what_its_kind_is_asked(found):
    asked = {head.kind: set(head.labels) for heads in found for head in heads if head.odds >= LEAST}
    assert asked["commitments"] == {"act", "firmness"}
    assert asked["instruments"] == {"paper"}
    assert asked["assessments"] == {"about", "valence"}


def test_a_sentence_that_tells_nothing_has_no_sure_head(found):
    assert not [head for head in found[TEXT.index(PLAIN)] if head.odds > SURE]


def test_the_same_words_give_the_same_heads(found):
    anew = RecordModel.load()
    assert [sight.heads for sight in anew.sights([words(sentence) for sentence in TEXT])] == found


@pytest.mark.parametrize("sentences", [[], [[]], [[], ["Norway"], []]], ids=["none", "empty", "between empty ones"])
def test_each_sentence_has_its_heads_and_an_empty_one_none(sentences):
    found = packaged_record_model().sights(sentences)
    assert len(found) == len(sentences)
    assert not [sight for sentence, sight in zip(sentences, found, strict=True) if sight.heads and not sentence]


def test_a_sentence_longer_than_the_window_is_read_in_parts():
    long = words("Norway will give Ghana 40 million dollars. ") * 120
    (sight,) = packaged_record_model().sights([long])
    assert max(head.place for head in sight.heads) > 500
    assert len(sight.acts) == len(long)


def test_acts_stand_in_the_order_that_readers_take_them_in():
    assert packaged_record_model().labels["act"][1] == tuple(act.value for act in ACTS)


def test_each_word_has_a_weight_for_each_act():
    for sentence, sight in zip(TEXT, packaged_record_model().sights([words(one) for one in TEXT]), strict=True):
        assert [len(row) for row in sight.acts] == [len(ACTS)] * len(words(sentence))
