"""A tree says who does what to whom where word order alone does not."""

import pytest

from servanda.codebook import Document, Span
from servanda.reading.scenes import Scene
from servanda.reading.trees import Node, Tree


def tree_of(text: str) -> Tree:
    scene = Scene(Document(text=text))
    return scene.tree(scene.sentences[0])


def word(tree: Tree, text: str) -> Node:
    return next(node for node in tree.nodes if node.text == text)


@pytest.mark.parametrize(
    ("text", "verb", "subjects"),
    [
        ("Norway pledged on Friday to lend Kenya two ships.", "pledged", ["Norway"]),
        ("Norway pledged on Friday to lend Kenya two ships.", "lend", ["Norway"]),
        ("Peru signed the accord in May and promised to open its ports.", "promised", ["Peru"]),
        ("Chad asked Niger to reopen the border.", "reopen", ["Niger"]),
        ("The base, which was built by Denmark, will close.", "built", ["base"]),
        ("Oman thanked the ministers who negotiated the treaty.", "negotiated", ["ministers"]),
        ("Talks with Fiji will resume in June.", "resume", ["Talks"]),
    ],
)
def test_the_subject_of_a_verb_is_found(text, verb, subjects):
    tree = tree_of(text)
    assert [node.text for node in tree.subjects(word(tree, verb))] == subjects


@pytest.mark.parametrize(
    ("text", "verb", "passive"),
    [
        ("The treaty was signed by Ghana.", "signed", True),
        ("The ships will be lent to Kenya.", "lent", True),
        ("Aid pledged by Japan arrived.", "pledged", True),
        ("Ghana has signed the treaty.", "signed", False),
        ("Ghana signed the treaty.", "signed", False),
    ],
)
def test_a_passive_is_told_by_its_form(text, verb, passive):
    tree = tree_of(text)
    assert tree.is_passive(word(tree, verb)) is passive


def test_the_agent_of_a_passive_is_behind_by():
    tree = tree_of("The treaty was signed by Ghana in Accra by Friday.")
    assert [node.text for node in tree.agents(word(tree, "signed"))][:1] == ["Ghana"]


@pytest.mark.parametrize(
    ("text", "verb", "group", "negated"),
    [
        ("Chile has not yet ratified the pact.", "ratified", "has not yet ratified", True),
        ("Chile will ratify the pact.", "ratify", "will ratify", False),
        ("Chile never ratified the pact.", "ratified", "never ratified", True),
    ],
)
def test_a_verb_group_holds_its_auxiliaries_and_its_denial(text, verb, group, negated):
    tree = tree_of(text)
    node = word(tree, verb)
    assert (tree.group(node).of(text), tree.is_negated(node)) == (group, negated)


def test_a_clause_ends_where_another_one_begins():
    text = "Mali said on Monday that it would free the sailors because the talks had succeeded."
    tree = tree_of(text)
    assert [n.text for n in tree.clause(word(tree, "free"))] == ["that", "it", "would", "free", "the", "sailors"]
    assert tree.stretch(word(tree, "free"), but={"advcl"}).of(text) == "that it would free the sailors"


def hanging(text: str, place: int, **known) -> Node:
    """A word made by hand, for what a model may say of it."""
    start = place * 9
    shape = {"tag": "NOUN", "fine": "NN", "lemma": text, "head": 0, "relation": "root"}
    return Node(place=place, text=text, span=Span(start, start + len(text)), **(shape | known))


@pytest.mark.parametrize(
    ("relation", "kind", "subjects"),
    [("acl", "relcl", ["ships"]), ("advcl", "relcl", ["ships"]), ("advcl", "", ["which"])],
)
def test_a_relative_clause_has_its_noun_for_a_subject_whatever_it_hangs_by(relation, kind, subjects):
    nodes = (
        hanging("ships", 0),
        hanging("which", 1, tag="PRON", fine="WDT", head=2, relation="nsubj"),
        hanging("sailed", 2, tag="VERB", fine="VBD", relation=relation, kind=kind),
    )
    assert [one.text for one in Tree(Span(0, 30), nodes).subjects(nodes[2])] == subjects


def test_an_agent_by_its_own_relation_is_one():
    nodes = (hanging("signed", 0, tag="VERB", fine="VBD"), hanging("Peru", 1, relation="obl", kind="agent"))
    assert [one.text for one in Tree(Span(0, 30), nodes).agents(nodes[0])] == ["Peru"]


def test_words_are_found_by_their_place():
    text = "Qatar thanked Nepal."
    tree = tree_of(text)
    assert [tree.at(place).text if tree.at(place) else None for place in (0, 4, 5, 14)] == [
        "Qatar",
        "Qatar",
        None,
        "Nepal",
    ]
    assert tree.top(tree.stretch(word(tree, "thanked"))) == word(tree, "thanked")


def test_a_stretch_of_white_space_is_a_tree_without_nodes():
    scene = Scene(Document(text="Kenya  agreed."))
    assert scene.tree(Span(5, 7)).nodes == ()
