"""What became of an undertaking, as the sentence that recalls it says.

    kept its promise to · broke its pledge to · withdrew its offer to                     by the verb before the noun
    freed the last crew, completing the release it promised · the aid that Oslo pledged has arrived     by the verb of the thing

What will or must still be done is open.
"""

from __future__ import annotations

from functools import cache

from servanda.codebook.vocabulary import CommitmentStatus
from servanda.lexicon.grammar import load_grammar
from servanda.lexicon.inflections import forms_of
from servanda.reading.commitments.lines import Line
from servanda.reading.trees import Node

_REACH = 3
_TAKING_BACK = {
    "take": ("back",),
    "walk": ("back", "away"),
    "go": ("back",),
    "back": ("out", "away"),
    "pull": ("out", "back"),
}
_PASSED = frozenset({"the", "out", "on", "good", "through", "back", "its", "their", "up", "with"})
_AHEAD = frozenset({"to", "if", "unless"})
_DENIED = frozenset({"not", "never"})
_WALLS = frozenset({",", ";", ":", "and", "that", "which", "“", '"'})
_DONE = frozenset(
    ["deliver", "send", "ship", "arrive", "reach", "receive", "disburse", "provide", "give", "hand", "complete", "finish", "fulfil", "fulfill",
     "honor", "honour", "pay", "transfer", "release", "free", "implement", "enact", "open", "reopen", "ratify", "lift", "carry", "repay", "restore",
     "build", "install", "supply", "land", "dispatch", "deploy", "return", "repatriate", "get", "obtain", "extend", "introduce", "lower", "buy"]
)  # fmt: skip
_INTO_FORCE = frozenset({"put", "bring", "come", "go", "enter", "take"})
_FORCE = frozenset({"force", "effect", "operation", "practice"})
_STARTING = frozenset({"begin", "start", "commence"})
_PARTS = frozenset({"part", "half", "some", "portion", "third", "quarter", "most", "first", "batch", "tranche"})
_GOVERNED = frozenset({"obj", "nsubj", "nmod"})


def fate_at(line: Line, first: int) -> CommitmentStatus | None:
    """What the verb before the noun's phrase says of it; None where it says nothing.

    Args:
        line: the sentence.
        first: the first word of the phrase.
    """
    grammar = load_grammar()
    for at in range(first - 1, max(-1, first - 1 - _REACH), -1):
        word = line.at(at)
        keeps = word in grammar.keeping or (word in {"made", "making"} and line.at(at + 1) == "good")
        if keeps or word in grammar.breaking or takes_back(line, at):
            return _of_verb(line, at, keeps=keeps)
        if word not in grammar.prepositions | _PASSED:
            return None
    return None


def takes_back(line: Line, at: int) -> bool:
    """Whether a verb takes back, or does with its particle: `withdrew its guarantee`, `backed out of the pledge`, `went back on its word`."""
    return line.at(at) in load_grammar().withdrawing or line.at(at + 1) in _particles().get(line.at(at), ())


@cache
def _particles() -> dict[str, tuple[str, ...]]:
    return {form: particles for verb, particles in _TAKING_BACK.items() for form in forms_of(verb)}


def _of_verb(line: Line, at: int, *, keeps: bool) -> CommitmentStatus | None:
    """What a verb says that keeps, breaks or takes back; nothing where it only lies ahead."""
    before = _group(line, at)
    if not _AHEAD.isdisjoint(before) or not load_grammar().modals.isdisjoint(before):
        failed = keeps and any(word.startswith("fail") for word in before)
        return CommitmentStatus.BROKEN if failed else None
    under_way = line.at(at).endswith("ing") and not load_grammar().being.isdisjoint(before)
    if keeps and under_way:
        return CommitmentStatus.IN_PROGRESS
    denied = not (_DENIED | load_grammar().negations).isdisjoint(before)
    if keeps:
        return (
            CommitmentStatus.BROKEN
            if denied and "yet" not in before
            else None
            if denied
            else CommitmentStatus.FULFILLED
        )
    if denied:
        return None
    return CommitmentStatus.BROKEN if line.at(at) in load_grammar().breaking else CommitmentStatus.WITHDRAWN


def _group(line: Line, at: int) -> tuple[str, ...]:
    """The words of a verb's group before it, with `to` and what leads to it: `has failed to`."""
    first = at
    while first > 0 and at - first < _REACH + 1 and line.at(first - 1) not in _WALLS and first - 1 not in line.end_of:
        first -= 1
    return line.lower[first:at]


def fate_of_thing(line: Line, thing: Node | None) -> CommitmentStatus | None:
    """What is said of a thing that was promised, by the verb whose object or subject it is: `delivered the ships that it promised`."""
    part = False
    while thing is not None and thing.relation == "nmod" and _is_of(line, thing):
        thing = line.tree.head(thing)
        part |= thing is not None and thing.lemma.lower() in _PARTS
    verb = line.tree.head(thing) if thing is not None and thing.relation in _GOVERNED else None
    if verb is None or not _gives(line, verb) or line.tree.is_negated(verb):
        return None
    if verb.relation == "xcomp" and (above := line.tree.head(verb)) is not None and _bare(above) in _STARTING:
        return CommitmentStatus.IN_PROGRESS if _is_done(line, above) else None
    if not _is_done(line, verb):
        return CommitmentStatus.IN_PROGRESS if _is_under_way(line, verb) else None
    return CommitmentStatus.IN_PROGRESS if part else CommitmentStatus.FULFILLED


def _is_of(line: Line, noun: Node) -> bool:
    return any(one.lower == "of" for one in line.tree.children(noun, "case"))


def _gives(line: Line, verb: Node) -> bool:
    """Whether a verb says that what was promised is there: `delivered`, `put into force`."""
    if _bare(verb) in _INTO_FORCE:
        return any(one.lemma in _FORCE for one in line.tree.children(verb, "obl"))
    return _bare(verb) in _DONE


def _bare(verb: Node) -> str:
    """The dictionary form of a verb of this page; the language model's own where it is none of them."""
    return _forms().get(verb.lower, verb.lemma)


@cache
def _forms() -> dict[str, str]:
    return {form: verb for verb in sorted(_DONE | _INTO_FORCE | _STARTING) for form in forms_of(verb)}


def _is_done(line: Line, verb: Node) -> bool:
    """Whether a verb tells what has happened: `delivered`, `has arrived`, `freed the crew, | completing`."""
    if line.tree.modal(verb) is not None or line.tree.is_negated(verb):
        return False
    helpers = {one.lemma for one in line.tree.children(verb, "aux")}
    if verb.fine == "VBD" or "have" in helpers:
        return True
    if verb.fine == "VBN":
        return any(one.lower in {"was", "were"} for one in line.tree.children(verb, "aux"))
    above = line.tree.head(verb)
    joined = verb.fine == "VBG" and not helpers and verb.relation in {"advcl", "conj"}
    return joined and above is not None and _is_done(line, above)


def _is_under_way(line: Line, verb: Node) -> bool:
    """Whether a verb tells what is being done: `is delivering`."""
    helpers = {one.lemma for one in line.tree.children(verb, "aux")}
    return verb.fine == "VBG" and "be" in helpers and line.tree.modal(verb) is None
