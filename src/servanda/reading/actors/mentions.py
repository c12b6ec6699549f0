"""The mentions of a reading by place: who stands where in a stretch of the text."""

from __future__ import annotations

from functools import lru_cache

from servanda.codebook import Actor, ActorId, Reading, Span
from servanda.reading.actors.parties import Referent, held_by


def mentions_in(sofar: Reading, span: Span) -> tuple[Referent, ...]:
    """The mentions that lie in a stretch, in text order; one for each mention span, with several actors for a group."""
    return tuple(held_by(span, _referents(_Actors(sofar.actors))))


class _Actors:
    """The actors of a reading as a key: the same tuple is the same key, without hashing every record in it."""

    __slots__ = ("records",)

    def __init__(self, records: tuple[Actor, ...]) -> None:
        self.records = records

    def __hash__(self) -> int:
        return id(self.records)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Actors) and other.records is self.records


@lru_cache(maxsize=4)
def _referents(actors: _Actors) -> tuple[Referent, ...]:
    found: dict[Span, tuple[list[ActorId], str]] = {}
    for actor in actors.records:
        for mention in actor.mentions:
            found.setdefault(mention.span, ([], mention.reason))[0].append(actor.actor)
    return tuple(Referent(actors=tuple(ids), span=at, reason=why) for at, (ids, why) in sorted(found.items()))
