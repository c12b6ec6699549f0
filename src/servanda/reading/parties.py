"""Which states a text is about at a given place: those that "both sides" and "the two countries" mean.

Works on mentions already tied to actors. It settles nothing about single mentions; see `references.py`.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from servanda.codebook import ActorId, Span
from servanda.reading.scenes import Scene

_BOND = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:[-–—/]|,?\s*and|,?\s*with|,\s*and)\s*(?:the\s+)?(?:[’']s?\s*)?\Z|\s*[-–—/]\s*\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Referent:
    """Whom a stretch of text stands for.

    Attributes:
        actors: one actor, or all members of a group ("the allies").
        span: the stretch.
        reason: how that is known, in words.
    """

    actors: tuple[ActorId, ...]
    span: Span
    reason: str


StateOf = Callable[[ActorId], ActorId | None]


def states_among(actors: Iterable[ActorId], state_of: StateOf) -> tuple[ActorId, ...]:
    """The states behind these actors, each once, in order."""
    found = dict.fromkeys(state_of(actor) for actor in actors)
    return tuple(state for state in found if state is not None)


def chains_in(scene: Scene, mentions: Sequence[Referent], state_of: StateOf, within: Span) -> list[tuple[ActorId, ...]]:
    """States named side by side in a stretch: `Kenya and Norway`, `the U.S.-Japan alliance`, leaders who meet."""
    found: list[tuple[ActorId, ...]] = []
    chain: tuple[ActorId, ...] = ()
    inside = [mention for mention in mentions if within.holds(mention.span)]
    for left, right in itertools.pairwise(inside):
        joined = left.span.end <= right.span.start and _BOND.match(scene.text[left.span.end : right.span.start])
        if not joined:
            chain = ()
            continue
        states = states_among((*chain, *left.actors, *right.actors), state_of)
        if chain and len(states) > len(chain):
            found[-1] = states
        elif len(states) > 1 and states != chain:
            found.append(states)
        chain = states
    return found


def parties_around(
    scene: Scene, mentions: Sequence[Referent], state_of: StateOf, span: Span, number: int = 2
) -> tuple[ActorId, ...]:
    """The states that a description like "both sides" or "the three countries" means at this place.

    Asked in this order: those last named side by side before it in its sentence; those that its paragraph names before
    it, where they are just so many; those that the whole text names most. Empty where fewer are in view.

    Args:
        scene: the document laid out.
        mentions: the mentions of named actors.
        state_of: the state behind an actor.
        span: the place.
        number: how many states are meant.
    """
    sentence = scene.sentence_of(span)
    if sentence is not None and sentence.start < span.start:
        before = Span(sentence.start, span.start)
        near = [chain for chain in chains_in(scene, mentions, state_of, before) if len(chain) == number]
        if near:
            return near[-1]
    leading = leading_states(mentions, state_of, number)
    paragraph = scene.paragraph_of(span)
    if paragraph is not None and paragraph.start < span.start:
        named = _states_in(mentions, state_of, Span(paragraph.start, span.start))
        if len(named) == number and not set(leading) <= set(_states_in(mentions, state_of, paragraph)):
            return named
    return leading


def leading_states(mentions: Sequence[Referent], state_of: StateOf, number: int) -> tuple[ActorId, ...]:
    """The states that the text names most, earliest first among equals; empty where there are not so many."""
    counted: Counter[ActorId] = Counter()
    for mention in mentions:
        counted.update(states_among(mention.actors, state_of))
    if len(counted) < number:
        return ()
    first = {state: at for at, state in enumerate(counted)}
    ranked = sorted(counted, key=lambda state: (-counted[state], first[state]))[:number]
    return tuple(sorted(ranked, key=lambda state: first[state]))


def _states_in(mentions: Sequence[Referent], state_of: StateOf, within: Span) -> tuple[ActorId, ...]:
    inside = [actor for mention in mentions if within.holds(mention.span) for actor in mention.actors]
    return states_among(inside, state_of)
