"""Where an occasion is, as one sentence says it."""

from __future__ import annotations

import re

from servanda.codebook import Span
from servanda.reading.occasions.sightings import Sighting
from servanda.reading.stretches import Stretch

_GOAL = re.compile(r"\b(?:to|in|for|visit(?:ed|s|ing)?|from)\s(?P<place>(?:the\s)?[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+)*)")
_PLACE = re.compile(r"\s(?:in|at)\s(?P<place>(?:the\s)?[A-Z][\w.’'-]+(?:(?:,|\sof|\sthe)?\s[A-Z][\w.’'-]+)*)")


def place_of(sighting: Sighting) -> Span | None:
    """The place named in or right behind the occasion, or a visit's destination."""
    text, stretch = sighting.stretch.scene.text, sighting.stretch
    start = sighting.nominal.head.end if sighting.nominal else sighting.span.start
    is_visit = sighting.gathering.family == "visit"
    for match in (_GOAL if is_visit else _PLACE).finditer(text, start, min(stretch.span.end, sighting.span.end + 60)):
        place = _alone(stretch, Span(*match.span("place")))
        words = place.of(text)
        ending = len(words) - len(re.sub(r"(?:[’']s)?[.’']*\Z", "", words))
        if not any(time.span.overlaps(place) for time in stretch.times):
            return Span(place.start, place.end - ending)
    return None


def _alone(stretch: Stretch, place: Span) -> Span:
    """A place without the actor of the main clause that a comma sets behind it (`in Lima, Ruto said`)."""
    named = next((m for m in stretch.mentions if place.start < m.span.start < place.end), None)
    comma = stretch.scene.text.rfind(",", place.start, named.span.start) if named else -1
    return Span(place.start, comma) if comma > 0 else place
