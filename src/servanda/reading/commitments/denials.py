"""Whether an undertaking is denied, doubted or left undone: nobody is bound by what was never promised.

    Chad denied having agreed to · Chad dismissed reports that it had promised · no side agreed to · stopped short of pledging to
    Chad did not promise to sell the port in exchange for ships: neither is a term

A party that declines (`refused to`, `will not`) does undertake something, to the contrary; that is not read here.
"""

from __future__ import annotations

from functools import cache

from servanda.lexicon.grammar import load_grammar
from servanda.lexicon.inflections import forms_of
from servanda.reading.commitments.lines import Line
from servanda.reading.trees import Node

_DENYING = frozenset({"deny", "refute", "disavow", "dispute", "disclaim"})
_DISMISSING = _DENYING | frozenset({"dismiss", "reject", "contradict", "rebut"})
_RUMORS = frozenset(
    ["report", "claim", "allegation", "suggestion", "rumor", "rumour", "speculation", "assertion", "accusation", "story"]
)  # fmt: skip
_WORDS = frozenset(["criticism", "insinuations", "narrative", "characterization", *(f"{one}s" for one in _RUMORS)])
_FANCIES = frozenset({"idea", "notion", "possibility", "prospect", "suggestion", "speculation", "rumor", "rumour"})
_SHORT = frozenset({"stop", "fall"})
_NOBODY = frozenset({"nobody", "none", "no", "neither"})
_DENIED = ("denied", "denies", "deny")
_NEAR = 3
_STEPS = 6
_CLIMBED = frozenset({"ccomp", "xcomp", "conj", "acl", "obj", "advcl", "nmod", "obl"})


def is_denied(line: Line, at: int, first: int) -> bool:
    """Whether an undertaking is denied by what it hangs on or by the words before its clause.

    Args:
        line: the sentence.
        at: the word of undertaking.
        first: where its clause begins.
    """
    if _is_denied_before(line, first):
        return True
    node = line.node(at)
    for _ in range(_STEPS):
        head = line.tree.head(node) if node is not None else None
        if node is None or head is None or node.relation not in _CLIMBED:
            return False
        if _denies(line, node, head):
            return True
        node = head
    return False


def _denies(line: Line, node: Node, head: Node) -> bool:
    """Whether a word says that what hangs on it is not so."""
    lemma = _bare(head)
    if node.relation in {"ccomp", "xcomp", "obj"} and lemma in _DENYING:
        return not line.tree.is_negated(head)
    if lemma in _FANCIES and node.relation in {"acl", "ccomp"}:
        return True
    if lemma in _RUMORS and node.relation in {"acl", "ccomp"}:
        above = line.tree.head(head)
        return above is not None and _bare(above) in _DISMISSING
    short = any(one.lower == "short" for one in line.tree.children(head, "advmod", "xcomp", "acl", "obj"))
    return node.relation in {"advcl", "xcomp", "obl"} and lemma in _SHORT and short


def is_nobody(line: Line, first: int) -> bool:
    """Whether a subject says that nobody did it: `neither side agreed`, `no country pledged`."""
    return line.at(first) in _NOBODY


def _is_denied_before(line: Line, first: int) -> bool:
    """By word order: `denied that | it had agreed`, `the idea that | it would`."""
    at = next((n for n in range(max(0, first - _NEAR), first) if line.at(n).startswith(_DENIED)), None)
    denied = at is not None and load_grammar().negations.isdisjoint(line.lower[max(0, at - 2) : at])
    return denied or (line.at(first - 1) == "that" and line.at(first - 2) in _FANCIES)


def is_of_words(line: Line, at: int) -> bool:
    """Whether what is rejected are only words: `rejected | claims that`, `rejects the criticism`."""
    return not _WORDS.isdisjoint(line.lower[at : at + _NEAR])


def is_denied_exchange(line: Line, at: int) -> bool:
    """Whether the words `in return for` at `at` hang on a verb that is denied: then neither side is a term."""
    node = line.node(at)
    above = () if node is None else line.tree.above(node)
    return any(_bare(one) in _DENYING or line.tree.is_negated(one) for one in above if one.tag in {"VERB", "AUX"})


def _bare(node: Node) -> str:
    """The dictionary form of a word of this page; the language model's own where it is none of them."""
    return _forms().get(node.lower, node.lemma.lower())


@cache
def _forms() -> dict[str, str]:
    return {form: verb for verb in sorted(_DISMISSING | _SHORT) for form in forms_of(verb)}
