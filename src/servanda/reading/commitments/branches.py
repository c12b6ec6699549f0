"""Where a deed ends and the next one begins, as the sentence's tree has it.

    pledged to send ships | , train officers | and share data        coordinated deeds
    Kenya's refusal to admit sugar | angered Uganda                   the sentence's own verb

Says nothing where the deed does not begin with a verb; `deeds.py` then goes by its words.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from servanda.lexicon.grammar import load_grammar
from servanda.reading.commitments.lines import Line
from servanda.reading.trees import SUBJECTS, Node

_CHAIN = frozenset({"conj", "xcomp"})
_FILLED = ("obj", "obl", "xcomp", "ccomp", "advcl")
_LEADS = frozenset({"and", "or", "but", ",", "to", "then", "also"})
_BARE = frozenset({"VB", "VBP"})


@dataclass(frozen=True, slots=True)
class Branches:
    """What the tree says of the words behind the beginning of a deed.

    Attributes:
        stops: where another clause begins, which is no part of the deed.
        nexts: the verb of the next deed, by the word where the deed before it ends.
    """

    stops: frozenset[int] = frozenset()
    nexts: dict[int, int] = field(default_factory=dict)


NONE = Branches()


def branches_of(line: Line, first: int) -> Branches:
    """The boundaries behind the deed whose verb stands at `first`."""
    verb = line.node(first)
    while verb is not None and verb.relation in {"aux", "cop"}:
        verb = line.tree.head(verb)
    if verb is None or verb.tag not in {"VERB", "AUX"}:
        return NONE
    deed = {one.place for one in line.tree.below(verb)}
    stops: set[int] = set()
    nexts: dict[int, int] = {}
    for node in line.tree.nodes[verb.place + 1 :]:
        if node.tag not in {"VERB", "AUX"} or node.relation in {"aux", "cop"}:
            continue
        if node.place not in deed:
            if _is_finite(line, node) and (start := _start(line, node, first)) is not None:
                stops.add(start)
        elif node.relation == "conj" and _is_own(line, node, verb):
            if line.tree.children(node, *SUBJECTS) or (_is_finite(line, node) and not _is_alike(verb, node)):
                if (start := _start(line, node, first)) is not None:
                    stops.add(start)
            elif _is_alike(verb, node) and _has_object(line, node):
                at = line.index_of(node)
                nexts[_lead(line, at)] = at
    return Branches(frozenset(stops), nexts)


def _is_finite(line: Line, node: Node) -> bool:
    return node.is_finite or any(one.is_finite for one in line.tree.children(node, "aux", "cop"))


def _is_own(line: Line, node: Node, verb: Node) -> bool:
    """Whether a verb is joined to the deed's own verb, be it behind `continue to`, and to none inside its object or purpose."""
    head = line.tree.head(node)
    while head is not None and head.place != verb.place and head.relation in _CHAIN:
        head = line.tree.head(head)
    return head is not None and head.place == verb.place


def _is_alike(verb: Node, node: Node) -> bool:
    """Whether both verbs have one form: both bare or both in `-ing`."""
    return verb.fine == node.fine or {verb.fine, node.fine} <= _BARE


def _has_object(line: Line, node: Node) -> bool:
    """Whether the verb before has an object of its own, so that the two do not share one: `adopt and maintain rules`."""
    before = line.tree.head(node)
    return before is not None and any(
        before.place < one.place < node.place for one in line.tree.children(before, *_FILLED)
    )


def _start(line: Line, node: Node, first: int) -> int | None:
    """The first word of another clause: its verb group where its subject stands before the deed, else its subject behind a comma or `and`."""
    subjects = line.tree.subjects(node)
    if not subjects:
        return None
    if not any(line.index_of(one) > first for one in subjects):
        return _lead(line, max(first + 1, line.reach(line.tree.group(node))[0]))
    at = line.reach(line.tree.stretch(subjects[0]))[0]
    lead = _lead(line, at)
    return lead if first < lead < at else None


def _lead(line: Line, at: int) -> int:
    """Back over the conjunction, comma and adverbs before a clause."""
    while (
        at > 1
        and at - 1 not in line.end_of
        and (line.at(at - 1) in _LEADS or load_grammar().is_adverb(line.at(at - 1)))
    ):
        at -= 1
    return at
