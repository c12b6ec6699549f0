"""Who speaks at joint press conferences where the text names at most one of them: those who met just before.

Ruto met Store in Oslo. At [their joint press conference] Ruto said …: Ruto and Store.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from servanda.codebook import Reading
from servanda.codebook.vocabulary import ActorKind, OccasionKind
from servanda.reading.occasions.sightings import Part, Told

_MEETINGS = frozenset({OccasionKind.SUMMIT, OccasionKind.TALKS, OccasionKind.VISIT})
_PAIR = 2


def spoken_together(sofar: Reading, told: Sequence[Told], one: Told) -> Part | None:
    """The persons of the meeting told last before it, where the one speaker who is named was there.

    Args:
        sofar: the reading with its actors.
        told: the occasions of the document, in the order of their names.
        one: the press conference.
    """
    nominal = one.sighting.nominal
    joint = nominal is not None and "joint" in nominal.lead
    if one.sighting.gathering.kind is not OccasionKind.PRESS_CONFERENCE or not joint:
        return None
    people = {actor.actor for actor in sofar.actors if actor.kind is ActorKind.PERSON}
    speaking = people & set(one.part.actors)
    if len(speaking) >= _PAIR:
        return None
    before = [other for other in told if other.sighting.span.start < one.sighting.span.start]
    met = [other.part for other in before if other.sighting.gathering.kind in _MEETINGS]
    fitting = [part for part in met if len(people & set(part.actors)) >= _PAIR and speaking <= set(part.actors)]
    if not fitting:
        return None
    actors = tuple(actor for actor in fitting[-1].actors if actor in people)
    return replace(one.part, actors=actors, reason="those who met just before")
