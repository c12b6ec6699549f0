"""Who is struck, where the words before the name of an attack say who withstands it: `support Peru in the face of Chile's invasion`."""

from __future__ import annotations

import re

from servanda.codebook import Span
from servanda.codebook.vocabulary import EventType
from servanda.reading.actors.references import Referent
from servanda.reading.occasions.hosts import states_in
from servanda.reading.occasions.sightings import Sighting

_HARD = frozenset({EventType.ASSAULT, EventType.COERCE})
_WITHSTANDS = re.compile(
    r"(?:[’']s)?\s(?:in\sthe\sface\sof|as\sit\s(?:continues\sto\s|seeks\sto\s)?(?:defends?|resists?|repels?|fights?|faces?|withstands?)(?:\sitself)?(?:\s(?:against|from|off))?"
    r"|to\s(?:resist|repel|withstand|counter|defend\s(?:itself\s)?(?:against|from))"
    r"|(?:efforts?\sto\s|right\sto\s)?(?:defen[ds]e?|defence|resist|resistance|fight|struggle|self-defen[cs]e)(?:\sitself)?(?:\s(?:against|to|from))?)"
    r"\s(?:the\s)?"
)
_NEAR = 70


def withstood_by(sighting: Sighting) -> list[Referent]:
    """The state or body that withstands an attack, as the words right before its name say.

    Args:
        sighting: the attack as the sentence names it.
    """
    if sighting.nominal is None or sighting.gathering.type not in _HARD:
        return []
    stretch, start = sighting.stretch, sighting.span.start
    before = Span(max(stretch.span.start, start - _NEAR), start) if start > stretch.span.start else None
    if before is None:
        return []
    named = [*(m for m in stretch.mentions if before.holds(m.span)), *states_in(stretch, before, "state")]
    fitting = [one for one in named if _WITHSTANDS.fullmatch(stretch.scene.text, one.span.end, start)]
    return fitting[:1]
