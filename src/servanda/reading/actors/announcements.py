"""Those who an official text says that it speaks for: `We, the Leaders of the Group of Seven, …`.

A group of several states that speaks so is bound as a group: the states that its text happens to name are others.
"""

from __future__ import annotations

import re

from servanda.codebook import ActorId, Reading
from servanda.codebook.vocabulary import ActorKind
from servanda.reading.scenes import Scene

_PARAGRAPHS = 4
_WE = re.compile(
    r"\bwe,? (?:the )?(?:\w+ )?(?:leaders|ministers|heads of (?:state|government)(?: and (?:of )?government)?|members|representatives)"
    r" (?:of|from) (?:the )?(?=[A-Z])",
    re.IGNORECASE,
)
_NAMED_FIRST = re.compile(
    r"\b[Ww]e,? (?:the )?(?=(?:[A-Z][\w-]* ){1,5}(?:Leaders|Ministers|Heads|Members|Presidents)\b)"
)
"""`We, the ECOWAS Fisheries Ministers`."""
_GROUPS = frozenset({ActorKind.BODY, ActorKind.GROUP})


def announced_group(scene: Scene, sofar: Reading) -> ActorId | None:
    """The body or group of states that a text speaks for by its own words; None where it does not say.

    ‹We, the Leaders of the Group of Seven›, met …; ‹we, the foreign ministers of ASEAN›, condemn …
    """
    for paragraph in scene.paragraphs[:_PARAGRAPHS]:
        found = _WE.search(scene.text, paragraph.start, paragraph.end)
        found = found or _NAMED_FIRST.search(scene.text, paragraph.start, paragraph.end)
        if found is not None:
            return _named_at(sofar, found.end())
    return None


def _named_at(sofar: Reading, place: int) -> ActorId | None:
    named = {
        actor.actor
        for actor in sofar.actors
        for mention in actor.mentions
        if actor.kind in _GROUPS and mention.span.start <= place < mention.span.end
    }
    return named.pop() if len(named) == 1 else None
