"""How far what a verb tells is a fact: held, going on, planned, only imagined, or denied.

The verb's own helpers say so, and the verb, noun or adjective on which an infinitive or participle hangs.
"""

from __future__ import annotations

from collections.abc import Iterator

from servanda.codebook.vocabulary import OccasionStatus
from servanda.lexicon.standings import load_standing_words
from servanda.reading.trees import Node, Tree

_WORDS = load_standing_words()
_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_IMAGINED = frozenset({"would", "could", "may", "might", "should", "must", "can", "ca"})
# What came first is as much a fact as what followed it.
_AFTER = frozenset({"after", "upon", "following", "since"})
_IF = frozenset({"if", "unless", "whether", "should", "lest"})


def status_in(tree: Tree, verb: Node) -> OccasionStatus | None:
    """How far what a verb tells is a fact; None where it is denied, wished or asked for."""
    if tree.is_negated(verb) or any(tree.is_negated(one) for one in tree.children(verb, "nsubj")):
        return None
    status = _own_status(tree, verb)
    for above in _governing(tree, verb):
        if tree.is_negated(above):
            return None
    return status


def _governing(tree: Tree, verb: Node) -> Iterator[Node]:
    """The verbs on which a clause hangs as their complement, nearest first."""
    at = verb
    while at.relation in {"xcomp", "conj", "ccomp"}:
        head = tree.head(at)
        if head is None:
            return
        if at.relation == "xcomp":
            yield head
        if at.relation == "ccomp":
            return
        at = head


def _own_status(tree: Tree, verb: Node) -> OccasionStatus | None:
    helpers = {one.lower for one in tree.children(verb, "aux")}
    marks = {one.lower for one in tree.children(verb, "mark", "advmod")}
    if verb.relation == "conj" and not helpers and not tree.children(verb, "nsubj") and verb.fine in {"VB", "VBN"}:
        head = tree.head(verb)
        if head is not None and head.tag == "VERB":
            return _own_status(tree, head)
    if helpers & _FUTURE:
        return OccasionStatus.PLANNED
    if helpers & _IMAGINED or marks & _IF:
        return OccasionStatus.HYPOTHETICAL
    if verb.fine == "VB" or "to" in marks:
        return _of_infinitive(tree, verb)
    if verb.fine == "VBG" and not helpers and verb.relation in {"advcl", "acl", "xcomp", "conj"}:
        return _of_participle(tree, verb, marks)
    if verb.fine == "VBG" and {"is", "are", "'s", "’s", "am"} & helpers:
        return OccasionStatus.ONGOING
    return OccasionStatus.HELD


def _of_participle(tree: Tree, verb: Node, marks: set[str]) -> OccasionStatus | None:
    """`…, visiting Oslo`: as far a fact as the verb that it hangs on; behind a preposition it only tells when or how."""
    head = tree.head(verb)
    if head is not None and marks & _AFTER and verb.relation == "advcl" and head.tag == "VERB":
        return OccasionStatus.HELD if _own_status(tree, head) is OccasionStatus.HELD else None
    if marks & _WORDS.before or head is None:
        return None
    if verb.relation in {"advcl", "xcomp"} and head.tag == "VERB":
        return OccasionStatus.HELD if head.lower in _WORDS.starts else status_in(tree, head)
    return OccasionStatus.HELD


def _of_infinitive(tree: Tree, verb: Node) -> OccasionStatus | None:
    """`is to visit`, `plans to visit`, `flew to visit`; what is wanted, asked or threatened is no occasion."""
    if any(one.lower in {"is", "are", "was", "were"} for one in tree.children(verb, "aux", "cop")):
        return OccasionStatus.PLANNED
    if tree.children(verb, "nsubj") and not tree.children(verb, "mark", "aux"):
        return OccasionStatus.HELD  # `Leaders meet in Oslo`, tagged as a bare verb.
    head = tree.head(verb)
    if head is None or head.lower in _WORDS.wishes:
        return None
    if head.lower in _WORDS.plans:
        return OccasionStatus.PLANNED
    if head.lower in _WORDS.motion and verb.relation in {"advcl", "xcomp"}:
        return status_in(tree, head)
    if verb.relation == "acl" and head.lower in _WORDS.projects:
        return OccasionStatus.PLANNED
    return None
