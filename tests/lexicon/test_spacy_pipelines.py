"""A spaCy pipeline may stand in the place of the packaged model."""

import pytest
import spacy
from spacy.language import Language

from servanda.codebook import Document
from servanda.lexicon.spacy_pipelines import PipelineError, SpacyParser
from servanda.pipeline import means_of
from servanda.reading.readers import read_document
from servanda.reading.scenes import Scene

SENTENCE = "Norway pledged to lend Kenya two ships."
TOLD = [  # tag, fine tag, lemma, head, relation, name
    ("PROPN", "NNP", "Norway", 1, "nsubj", "B-GPE"),
    ("VERB", "VBD", "pledge", 1, "ROOT", ""),
    ("PART", "TO", "to", 3, "aux", ""),
    ("VERB", "VB", "lend", 1, "xcomp", ""),
    ("PROPN", "NNP", "Kenya", 3, "dative", "B-GPE"),
    ("NUM", "CD", "two", 6, "nummod", ""),
    ("NOUN", "NNS", "ship", 3, "dobj", ""),
    ("PUNCT", ".", ".", 1, "punct", ""),
]


@Language.component("told_by_hand")
def told_by_hand(doc):
    """Says of the sentence above what its table says, and of every other one that each word is a root."""
    told = TOLD if len(doc) == len(TOLD) else [("X", "XX", w.text, w.i, "ROOT", "") for w in doc]
    words, rows = [w.text for w in doc], list(zip(*told, strict=True))
    return spacy.tokens.Doc(
        doc.vocab,
        words=words,
        pos=rows[0],
        tags=rows[1],
        lemmas=rows[2],
        heads=rows[3],
        deps=rows[4],
        ents=[name or "O" for name in rows[5]],
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    nlp = spacy.blank("en")
    nlp.add_pipe("told_by_hand")
    nlp.meta["name"], nlp.meta["version"] = "by_hand", "1.2.3"
    path = tmp_path_factory.mktemp("pipeline") / "by_hand"
    nlp.to_disk(path)
    return path


def test_a_pipeline_reads_the_trees_of_a_scene(folder):
    means = means_of(str(folder))
    scene = Scene(Document(text=SENTENCE), means.parser)
    tree = scene.tree(scene.sentences[0])
    lend = next(node for node in tree.nodes if node.text == "lend")
    assert [node.text for node in tree.subjects(lend)] == ["Norway"]
    assert [(node.text, node.relation) for node in tree.children(lend)] == [
        ("to", "mark"), ("Kenya", "iobj"), ("ships", "obj"),
    ]  # fmt: skip


def test_records_name_the_pipeline_that_they_were_read_with(folder):
    reading = read_document(Document(text=SENTENCE), means=means_of(str(folder)))
    assert reading.version.endswith("+en_by_hand-1.2.3")
    assert {one.origin.version for one in (*reading.actors, *reading.commitments)} == {reading.version}


def test_several_roots_are_one_sentence(folder):
    (parse,) = SpacyParser.load(str(folder)).parse([["Talks", "failed"]])
    assert (parse.heads, parse.relations) == ((0, 1), ("root", "parataxis"))


def test_the_pipeline_ends_the_sentences_of_a_text(folder):
    parses = SpacyParser.load(str(folder)).read("Hello\n" + SENTENCE)
    assert [(parse.words[0], parse.starts[0]) for parse in parses] == [("Hello", 0), ("Norway", 6)]


def test_a_pipeline_without_trees_is_refused(tmp_path):
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(PipelineError, match="does not give: tag, pos, lemma, dep, head"):
        SpacyParser.load(str(tmp_path / "blank"))


def test_a_pipeline_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(PipelineError, match="There is no spaCy pipeline"):
        SpacyParser.load(str(tmp_path / "nowhere"))
