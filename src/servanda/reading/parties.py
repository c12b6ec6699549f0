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


def pairs_in(scene: Scene, mentions: Sequence[Referent], state_of: StateOf, within: Span) -> list[tuple[ActorId, ...]]:
    """Pairs of states named side by side in a stretch: `Kenya and Norway`, `the U.S.-Japan alliance`, two leaders who meet."""
    found: list[tuple[ActorId, ...]] = []
    inside = [mention for mention in mentions if within.holds(mention.span)]
    for left, right in itertools.pairwise(inside):
        states = states_among((*left.actors, *right.actors), state_of)
        if (
            left.span.end <= right.span.start
            and _BOND.match(scene.text[left.span.end : right.span.start])
            and len(states) == 2
        ):
            found.append(states)
    return found


def parties_around(scene: Scene, mentions: Sequence[Referent], state_of: StateOf, span: Span) -> tuple[ActorId, ...]:
    """The states that a description like "both sides" means at this place.

    Asked in this order: the pair last named side by side before it in its sentence; the two states that its paragraph
    and the one before name, where there are just two; the states that the whole text names most.
    Empty where fewer than two are in view.
    """
    sentence = scene.sentence_of(span)
    if sentence is not None and sentence.start < span.start:
        near = pairs_in(scene, mentions, state_of, Span(sentence.start, span.start))
        if near:
            return near[-1]
    leading = leading_pair(mentions, state_of)
    paragraph = scene.paragraph_of(span)
    if paragraph is not None and paragraph.start < span.start:
        before = Span(paragraph.start, span.start)
        named = _states_in(mentions, state_of, before)
        if len(named) == 2 and (not leading or not set(leading) <= set(_states_in(mentions, state_of, paragraph))):
            return named
    return leading


def leading_pair(mentions: Sequence[Referent], state_of: StateOf) -> tuple[ActorId, ...]:
    """The two states that the text names most, earliest first among equals."""
    counted: Counter[ActorId] = Counter()
    for mention in mentions:
        counted.update(states_among(mention.actors, state_of))
    if len(counted) < 2:
        return ()
    first = {state: at for at, state in enumerate(counted)}
    ranked = sorted(counted, key=lambda state: (-counted[state], first[state]))[:2]
    return tuple(sorted(ranked, key=lambda state: first[state]))


def _states_in(mentions: Sequence[Referent], state_of: StateOf, within: Span) -> tuple[ActorId, ...]:
    inside = [actor for mention in mentions if within.holds(mention.span) for actor in mention.actors]
    return states_among(inside, state_of)
