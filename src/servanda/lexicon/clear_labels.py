"""Trees labelled as ClearNLP does, turned into Universal Dependencies.

spaCy's English pipelines hang a noun on its preposition and a predicate noun on its `be`; Universal Dependencies, which
our readers speak, do the reverse. What both say alike is only renamed. Sources: the ClearNLP guidelines (Choi and Palmer
2012) and the guidelines of Universal Dependencies 2.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_RENAMED = {
    "ROOT": "root",
    "acomp": "xcomp",
    "agent": "case",
    "attr": "xcomp",
    "auxpass": "aux:pass",
    "csubjpass": "csubj:pass",
    "dative": "iobj",
    "dobj": "obj",
    "intj": "discourse",
    "meta": "punct",
    "neg": "advmod",
    "nn": "compound",
    "npadvmod": "obl:unmarked",
    "nsubjpass": "nsubj:pass",
    "oprd": "xcomp",
    "pcomp": "acl",
    "pobj": "nmod",
    "poss": "nmod:poss",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "prep": "case",
    "prt": "compound:prt",
    "quantmod": "advmod",
    "relcl": "acl:relcl",
}
_OF_CLEAR_ONLY = frozenset(
    {"dobj", "pobj", "nsubjpass", "auxpass", "prep", "attr", "acomp", "relcl", "poss", "npadvmod"}
)
_PREPOSITIONS = frozenset({"prep", "agent", "dative"})
_PREDICATES = frozenset({"attr", "acomp"})
_VERBAL = frozenset({"VERB", "AUX", "ADJ", "ADV"})


@dataclass(slots=True)
class _Arcs:
    """A tree that is being turned: the head of each word (its own for the root) and its relation."""

    heads: list[int]
    relations: list[str]
    tags: Sequence[str]


def is_clear(relations: Sequence[str]) -> bool:
    """Whether relations are those of ClearNLP and not of Universal Dependencies."""
    return not _OF_CLEAR_ONLY.isdisjoint(relations)


def universal(
    heads: Sequence[int], relations: Sequence[str], tags: Sequence[str], lemmas: Sequence[str]
) -> tuple[list[int], list[str]]:
    """Heads and relations as Universal Dependencies have them.

    Args:
        heads: the place of each word's head, its own for the root.
        relations: ClearNLP's relations.
        tags: universal parts of speech.
        lemmas: dictionary forms.

    Returns:
        The new heads, in the same form, and relations.
    """
    arcs = _Arcs(list(heads), list(relations), tags)
    for place, relation in enumerate(relations):
        if relation in _PREPOSITIONS:
            _lower_preposition(arcs, place)
    for place, relation in enumerate(relations):
        if relation in _PREDICATES and lemmas[heads[place]] == "be":
            _raise_predicate(arcs, place)
    return arcs.heads, [_renamed(relation, tag) for relation, tag in zip(arcs.relations, tags, strict=True)]


def _renamed(relation: str, tag: str) -> str:
    """The `to` of an infinitive is an auxiliary there and a mark here."""
    return "mark" if (relation, tag) == ("aux", "PART") else _RENAMED.get(relation, relation)


def _lower_preposition(arcs: _Arcs, preposition: int) -> None:
    """`sent -prep-> to -pobj-> Kenya` becomes `sent -obl-> Kenya -case-> to`."""
    below = [place for place, head in enumerate(arcs.heads) if head == preposition and place != preposition]
    noun = next((place for place in below if arcs.relations[place] in {"pobj", "pcomp"}), None)
    if noun is None:
        return
    above = arcs.heads[preposition]
    clause = arcs.relations[noun] == "pcomp"
    if arcs.tags[above] in _VERBAL:
        arcs.relations[noun] = "advcl" if clause else "obl"
    else:
        arcs.relations[noun] = "acl" if clause else "nmod"
    arcs.heads[noun] = noun if above == preposition else above
    for place in below:
        if place != noun:
            arcs.heads[place] = noun
    arcs.heads[preposition] = noun
    arcs.relations[preposition] = "mark" if clause else "case"


def _raise_predicate(arcs: _Arcs, predicate: int) -> None:
    """`Kenya <-nsubj- is -attr-> partner` becomes `Kenya <-nsubj- partner -cop-> is`."""
    being = arcs.heads[predicate]
    above = arcs.heads[being]
    arcs.heads[predicate] = predicate if above == being else above
    arcs.relations[predicate] = arcs.relations[being]
    for place, head in enumerate(arcs.heads):
        if head == being and place != being:
            arcs.heads[place] = predicate
    arcs.heads[being] = predicate
    arcs.relations[being] = "cop"
