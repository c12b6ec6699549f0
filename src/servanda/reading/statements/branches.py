"""What the tree says of a reporting verb: which verbs are joined to it, and what behind it is the reporter's own.

A report ends where the reporter goes on: `…, which Oslo denied`, `…, prompting a protest`, `… and spoke with the envoy`.
Where no tree tells, the words decide (`contents.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.codebook import Span
from servanda.lexicon.speech import load_speech
from servanda.reading.scenes import Scene
from servanda.reading.trees import Node, Tree

_RELATIVE = frozenset({"which", "who", "whose", "whom", "where"})
_CHARGES = frozenset(
    ["accusation", "allegation", "assertion", "charge", "claim", "decision", "demand", "idea", "move", "proposal", "remark", "step", "suggestion", "threat"]
)  # fmt: skip
_RESULTS = frozenset(
    [
        "angering",
        "drawing",
        "earning",
        "fueling",
        "fuelling",
        "infuriating",
        "prompting",
        "provoking",
        "sparking",
        "triggering",
    ]
)
_EMPTY = frozenset({"there", "it", "this"})
_NEVER_IN_NAMES = frozenset(
    ["said", "say", "saying", "says", "tell", "telling", "tells", "told", "added", "adding", "adds", "wrote", "writes"]
)
"""Words that are verbs wherever they stand."""
_BEGINS_ANOTHER = re.compile(
    r"\s(?:that|the|an?|this|these|those|its|his|her|their|our|my|it|he|she|they|we|I|you|there)\b"
)
"""What begins a nominal or clause of its own, and so stands inside none."""
_VERBAL = frozenset({"VERB", "AUX"})
_NEAR = 3


def is_joined(scene: Scene, cue: Span, outer: Span) -> bool:
    """Whether the verb of one cue is joined to that of another, so that both report: `urged … and spoke`."""
    tree, node = _verb(scene, cue)
    if tree is not None and node is not None and node.relation == "conj" and _is_empty(tree, node):
        return True  # "said it was too late and urged Togo to act"
    while node is not None and node.relation == "conj" and tree is not None:
        node = tree.head(node)
        if node is not None and outer.overlaps(node.span):
            return True
    return False


def _is_empty(tree: Tree, node: Node) -> bool:
    """Whether the subject that a verb would share can say nothing: `there`, `it`."""
    return any(one.lower in _EMPTY for one in tree.subjects(node))


def is_part_of_name(scene: Scene, cue: Span) -> bool:
    """Whether the tree takes a cue for a part of a noun: `a [reporting] mechanism`, `the [pledged] delegates`."""
    if cue.of(scene.text).lower() in _NEVER_IN_NAMES or _BEGINS_ANOTHER.match(scene.text, cue.end):
        return False
    _, node = _verb(scene, cue)
    return node is not None and node.tag not in _VERBAL and node.relation in ("amod", "compound", "flat")


def is_aside(scene: Scene, cue: Span) -> bool:
    """Whether a cue stands in a relative clause or a clause that another verb governs: no report of the whole sentence."""
    _, node = _verb(scene, cue)
    return node is not None and node.relation in ("acl", "ccomp")


def describes_thing(scene: Scene, cue: Span) -> bool:
    """Whether a cue stands in a clause that describes a thing: `a plan that supports growth, encourages trade and …`."""
    tree, node = _verb(scene, cue)
    while node is not None and node.relation == "conj" and tree is not None:
        node = tree.head(node)
    if tree is None or node is None or node.relation != "acl":
        return False
    led = any(one.lower in ("that", "which") for one in tree.children(node, "nsubj"))
    thing = tree.head(node)
    words = load_speech()
    return led and thing is not None and thing.tag == "NOUN" and thing.lower not in words.documents | words.people


def holds_verb(scene: Scene, span: Span) -> bool:
    """Whether a finite verb stands in a stretch, so that it is a clause and no bare subject."""
    sentence = scene.sentence_of(span)
    return sentence is not None and any(one.is_finite for one in scene.tree(sentence).within(span))


def content_end(scene: Scene, cue: Span, content: Span, *, clausal: bool) -> int:
    """Where what was said ends at the latest.

    Args:
        scene: the document laid out.
        cue: the cue.
        content: its content as the words have it.
        clausal: whether it is a clause or quotation, not a noun phrase.
    """
    tree, node = _verb(scene, cue)
    if tree is None or node is None or not tree.sentence.holds(content):
        return content.end
    ends = [*_joined(tree, node), *_relatives(tree, content, clausal=clausal), *_reactions(tree, content)]
    inside = [end for end in ends if content.start < end < content.end and scene.in_quote(Span(end, end + 1)) is None]
    return min(inside, default=content.end)


def _verb(scene: Scene, cue: Span) -> tuple[Tree | None, Node | None]:
    sentence = scene.sentence_of(cue)
    tree = scene.tree(sentence) if sentence is not None else None
    return tree, tree.at(cue.start) if tree is not None else None


def _joined(tree: Tree, node: Node) -> Iterator[int]:
    """Where a verb begins that is joined to the cue's: `and spoke with the envoy`, `and Chad did the same`."""
    for child in tree.children(node, "conj"):
        first = _first(tree, child)
        parted = first.place > 0 and tree.nodes[first.place - 1].text == ","
        if child.tag in _VERBAL and child.fine != "VBG" and (parted or not tree.children(child, "nsubj")):
            yield first.span.start


def _first(tree: Tree, node: Node) -> Node:
    """The first word of what hangs on a word, marks left out."""
    return next((one for one in tree.below(node) if one.tag != "PUNCT"), node)


def _relatives(tree: Tree, content: Span, *, clausal: bool) -> Iterator[int]:
    """Where a relative clause closes the content: behind a noun phrase, or behind a clause where it tells of an answer."""
    for one in tree.within(content):
        if one.relation not in ("acl", "advcl"):
            continue
        words, first = tree.below(one), _first(tree, one)
        pronoun = next((word for word in tree.nodes[first.place : first.place + 3] if word.lower in _RELATIVE), None)
        if pronoun is None or words[-1].span.end < content.end - _NEAR:
            continue
        parted = first.place > 0 and tree.nodes[first.place - 1].text == ","
        answers = parted and pronoun.relation == "obj" and any(tree.children(one, "nsubj"))
        if answers or (not clausal and (parted or first.lower == "which")):
            yield first.span.start


def _reactions(tree: Tree, content: Span) -> Iterator[int]:
    """Where the reporter judges or goes on behind a comma: `, a charge that Oslo denied`, `, prompting a protest`."""
    for one in tree.within(content):
        if one.lower not in _CHARGES and one.lower not in _RESULTS:
            continue
        first = _first(tree, one)
        parted = first.place > 0 and tree.nodes[first.place - 1].text == ","
        charge = one.lower in _CHARGES and first.lower in ("a", "an") and bool(tree.children(one, "acl"))
        if parted and (charge or (one.lower in _RESULTS and first is one)):
            yield first.span.start
