"""Words of worth that characterize nothing in their clause: `expects [good] results`, `pledged to avoid [reckless] moves`, `issues of [common concern]`.

What somebody expects, hopes for, seeks or will keep from is not there; what two sides share an interest in is a formula.
"""

from __future__ import annotations

import re
from functools import cache

from servanda.codebook import Span
from servanda.lexicon.inflections import forms_of
from servanda.reading.scenes import Scene
from servanda.reading.trees import Node, Tree

_FORMULA = re.compile(
    r"\b(?:of|on)\s+(?:(?:[a-z]+\s+and\s+)?(?:common|mutual|shared|bilateral))\s+(?:concern|interest|importance)s?\b",
    re.IGNORECASE,
)
_WISHING = ("avoid", "desire", "expect", "refrain", "seek", "want", "wish")
_OBJECTS = frozenset({"obj", "obl"})


def is_unmeant(scene: Scene, sentence: Span, words: Span) -> bool:
    """Whether words of worth say of nothing that it is so.

    Args:
        scene: the document laid out.
        sentence: their sentence.
        words: the words.
    """
    around = Span(max(sentence.start, words.start - _BEFORE), min(sentence.end, words.end + _BEFORE))
    if any(found.start() <= words.start and words.end <= found.end() for found in _formulas(scene, around)):
        return True
    if not any(word.lower in _wishing() for word in scene.words(sentence)):
        return False
    tree = scene.tree(sentence)
    node = tree.top(words)
    noun = _noun(tree, node) if node is not None else None
    verb = tree.head(noun) if noun is not None and noun.relation in _OBJECTS else None
    return verb is not None and verb.tag == "VERB" and verb.lower in _wishing()


_BEFORE = 30


def _formulas(scene: Scene, around: Span) -> list[re.Match[str]]:
    return list(_FORMULA.finditer(scene.text, around.start, around.end))


def _noun(tree: Tree, node: Node) -> Node | None:
    """The noun that the words describe, or the words' own."""
    while node.relation in {"amod", "conj"} and node.tag not in {"NOUN", "PROPN"}:
        head = tree.head(node)
        if head is None:
            return None
        node = head
    return node if node.tag == "NOUN" else None


@cache
def _wishing() -> frozenset[str]:
    return frozenset(form for verb in _WISHING for form in forms_of(verb))
