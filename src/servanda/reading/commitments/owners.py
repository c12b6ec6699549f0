"""Whom a possessive takes up, as the sentence's tree has it: `Norway said that Chad would send its ships` means Chad's.

Without a tree that tells, `pronouns.py` asks the names before it.
"""

from __future__ import annotations

from functools import cache

from servanda.codebook import ActorId, Span
from servanda.lexicon.grammar import load_grammar
from servanda.lexicon.inflections import forms_of
from servanda.reading.commitments.lines import Line
from servanda.reading.trees import Node

Actors = tuple[ActorId, ...]

_THANKING = (
    "thank", "congratulate", "commend", "applaud", "praise", "salute", "hail", "welcome", "appreciate", "acknowledge", "recognize", "recognise"
)  # fmt: skip


def subject_above(line: Line, span: Span) -> Actors | None:
    """The actors of the subject that a possessive takes up, as the tree has it: that of its clause, or of the clause above."""
    node = line.tree.at(span.start)
    predicate = line.tree.predicate(node) if node is not None else None
    while predicate is not None:
        subjects = line.tree.subjects(predicate)
        subject = subjects[0] if len(subjects) == 1 else None
        if (thanked := _thanked(line, predicate, span)) is not None:
            return thanked
        if subject is not None and not line.tree.stretch(subject).overlaps(span):
            at = line.index_of(subject)
            name = next((one for one in line.names.values() if one.first <= at < one.last), None)
            if name is None and subject.tag == "NOUN" and line.at(at) in load_grammar().party_nouns:
                return _owner_of(line, at)
            end = line.reach(line.tree.stretch(subject, but=("acl", "appos")))[1]
            return None if name is None or name.owns else line.joined(name.first, end)
        head = line.tree.head(predicate)
        predicate = line.tree.predicate(head) if head is not None and subjects else None
    return None


def _thanked(line: Line, predicate: Node, span: Span) -> Actors | None:
    """The one who is thanked or praised before the possessive: `thanked Chad for | its support`, `praised Chad's courage and | its`."""
    if predicate.lower not in _thanking():
        return None
    first, last = line.index_of(predicate) + 1, line.reach(span)[0]
    named = [one for one in line.names_in(first, last) if one.last <= last]
    return named[0].actors if len(named) == 1 else None


@cache
def _thanking() -> frozenset[str]:
    return frozenset(form for verb in _THANKING for form in forms_of(verb))


def _owner_of(line: Line, at: int) -> Actors | None:
    """The actors to whom the noun at `at` belongs: `Jordan's king`."""
    name = line.ends.get(at - 1)
    return name.actors if name is not None else None
