"""A stretch that names or describes an actor, before it is tied to the others of its document.

The steps of `actors.py` hand these on to one another; nothing of them is kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from servanda.codebook import ActorId, Span
from servanda.codebook.vocabulary import ActorKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One mention on its way.

    Attributes:
        span: the whole nominal with its title.
        actors: whom it is tied to; several for a group.
        kind: what they are.
        name: the actor's name as it stands here.
        reason: how it was tied.
        state: the state that a person or body belongs to, where this place says so.
        state_span: the words that say so.
        office: the words of a person's office, where it has some.
    """

    span: Span
    actors: tuple[ActorId, ...]
    kind: ActorKind
    name: str = ""
    reason: str = "name"
    state: ActorId | None = None
    state_span: Span | None = None
    office: Span | None = None


def free_of(span: Span, namings: Iterable[Naming]) -> bool:
    """Whether a stretch shares nothing with these."""
    return not any(span.overlaps(naming.span) for naming in namings)
