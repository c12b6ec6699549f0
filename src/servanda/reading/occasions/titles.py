"""Who takes part where a title says who spoke at an occasion: `Remarks by President Ruto and Prime Minister Store Before a Meeting`.

Those who speak there together are those who met. One who speaks alone is found with the author of the text.
"""

from __future__ import annotations

import re

from servanda.codebook import Reading, Span
from servanda.codebook.vocabulary import ActorKind, EventType
from servanda.reading.actors.references import Referent, mentions_in
from servanda.reading.occasions.sightings import Sighting

_BY = re.compile(r"\b(?:[Rr]emarks|REMARKS|[Ss]peech(?:es)?|[Tt]oasts?|[Pp]ress\s[Ss]tatements?)\s(?:by|BY|of)\s")
# How a title leads from those who speak to where they spoke.
_THERE = re.compile(
    r"\b(?:in|at|to|during|before|after|following|upon|ahead\sof|prior\sto|on)\s(?:the\s|a\s|an\s|their\s)?\Z",
    re.IGNORECASE,
)
_AMONG_PEOPLE = frozenset({EventType.CONSULT, EventType.AGREE, EventType.SUPPORT})
_SEVERAL = 2


def titled(sofar: Reading, sighting: Sighting) -> list[Referent]:
    """The persons who speak together at the occasion that a title names; empty where fewer than two do.

    Args:
        sofar: the reading with its actors.
        sighting: the occasion as the title names it.
    """
    scene = sighting.stretch.scene
    if sighting.nominal is None or not scene.paragraphs or not scene.paragraphs[0].holds(sighting.span):
        return []
    by = _BY.search(scene.text, scene.paragraphs[0].start, sighting.span.start)
    if by is None or sighting.gathering.type not in _AMONG_PEOPLE:
        return []
    if not _THERE.search(scene.text, by.end(), sighting.span.start):
        return []
    people = {actor.actor for actor in sofar.actors if actor.kind is ActorKind.PERSON}
    named = [m for m in mentions_in(sofar, Span(by.end(), sighting.span.start)) if set(m.actors) <= people]
    return named if len({actor for m in named for actor in m.actors}) >= _SEVERAL else []
