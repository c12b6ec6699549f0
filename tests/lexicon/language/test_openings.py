"""Our own sentences that the language model learns from: each is a tree, and its labels are those of the treebanks."""

import sys
from pathlib import Path

import pytest

from servanda.lexicon.language.trees import is_tree

sys.path.append(str(Path(__file__).parents[3] / "training"))

from openings import openings

RELATIONS = frozenset(
    [
        "acl",
        "acl:relcl",
        "advcl",
        "advmod",
        "amod",
        "appos",
        "aux",
        "aux:pass",
        "case",
        "cc",
        "ccomp",
        "compound",
        "conj",
        "cop",
        "det",
        "fixed",
        "flat",
        "iobj",
        "mark",
        "nmod",
        "nmod:desc",
        "nmod:poss",
        "nmod:unmarked",
        "nsubj",
        "nsubj:pass",
        "nummod",
        "obj",
        "obl",
        "obl:agent",
        "obl:unmarked",
        "parataxis",
        "punct",
        "root",
        "xcomp",
    ]
)


@pytest.fixture(scope="module")
def sentences():
    return openings()


def test_every_sentence_is_one_tree(sentences):
    assert [sentence.words for sentence in sentences if not is_tree(sentence.heads)] == []


def test_every_word_has_all_labels(sentences):
    for sentence in sentences:
        rows = (sentence.tags, sentence.fine_tags, sentence.lemmas, sentence.heads, sentence.relations, sentence.names)
        assert {len(row) for row in rows} == {len(sentence.words)}
        assert all(map(all, (sentence.tags, sentence.fine_tags, sentence.lemmas)))


def test_the_relations_are_those_of_the_treebanks(sentences):
    assert {relation for sentence in sentences for relation in sentence.relations} <= RELATIONS


def test_only_the_root_hangs_on_nothing(sentences):
    for sentence in sentences:
        pairs = zip(sentence.heads, sentence.relations, strict=True)
        assert all((head == 0) == (relation == "root") for head, relation in pairs)


def test_they_are_the_same_at_every_call(sentences):
    assert openings() == sentences


def test_a_name_begins_before_it_goes_on(sentences):
    for sentence in sentences:
        for before, name in zip(("O", *sentence.names), sentence.names, strict=False):
            assert not name.startswith("I-") or before[2:] == name[2:]
