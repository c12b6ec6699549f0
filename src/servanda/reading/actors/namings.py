"""A stretch that names or describes an actor, before it is tied to the others of its document.

The steps of `actors.py` hand these on to one another; nothing of them is kept.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
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


_LONGEST = 2_000
"""No naming is longer, in code points; how far back one that reaches into a stretch may begin."""


def touching(span: Span, namings: Sequence[Naming]) -> list[Naming]:
    """Those of these namings, sorted by place, that share something with a stretch."""
    first = bisect_left(namings, span.start - _LONGEST, key=_start)
    last = bisect_left(namings, span.end, key=_start)
    return [naming for naming in namings[first:last] if naming.span.overlaps(span)]


def in_order(namings: Iterable[Naming]) -> list[Naming]:
    """Namings sorted by place."""
    return sorted(namings, key=lambda naming: naming.span)


def _start(naming: Naming) -> int:
    return naming.span.start
