"""Who speaks together of what names nobody: the subject of the clause above it, where that is several.

    The leaders discussed | the need to protect the lake · they underlined | the importance of trade · both ministers welcomed | plans to

One who speaks alone binds those who issued the text, or is the speaker of a statement.
"""

from __future__ import annotations

from servanda.codebook import ActorId, Span
from servanda.codebook.vocabulary import ActorKind
from servanda.lexicon.grammar import load_grammar
from servanda.reading.actors.references import refer
from servanda.reading.commitments.backgrounds import Background
from servanda.reading.commitments.promises import Promise
from servanda.reading.trees import Node

Actors = tuple[ActorId, ...]

_PRONOUNS = frozenset({"they", "both"})
_STEPS = 6


def tellers_of(background: Background, promise: Promise) -> tuple[Actors, Span] | None:
    """The sides that speak together, with their words; None where no clause above has several as its subject.

    Args:
        background: the document.
        promise: what names nobody.
    """
    line = promise.line
    start = promise.head.start if promise.head is not None and line.span.holds(promise.head) else None
    node = line.tree.at(line.words[promise.deeds[0].first].span.start if start is None else start)
    for _ in range(_STEPS):
        if node is None:
            return None
        found = next((told for one in line.tree.subjects(node) if (told := _sides(background, promise, one))), None)
        if found is not None:
            return found
        node = line.tree.head(node)
    return None


def _sides(background: Background, promise: Promise, subject: Node) -> tuple[Actors, Span] | None:
    line = promise.line
    plural = subject.fine in {"NNS", "NNPS"} and subject.lower in load_grammar().party_nouns
    if not plural and subject.lower not in _PRONOUNS:
        return None
    first, last = line.reach(line.tree.stretch(subject, but=("acl", "appos", "parataxis")))
    span = line.stretch(first, last)
    meant = refer(background.scene, background.sofar, span)
    actors = meant.actors if meant is not None else ()
    sides = background.whole(background.sides_of(actors))
    known = all(background.kinds.get(one) is not ActorKind.PERSON for one in sides)
    return (sides, span) if known and len(sides) > 1 else None
