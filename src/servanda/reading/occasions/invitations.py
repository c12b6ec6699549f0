"""Who takes part in a journey as the one who asked for it: `At the invitation of President Boric, Prime Minister Berg visited Chile`."""

from __future__ import annotations

import re

from servanda.codebook import ActorId
from servanda.reading.actors.references import Referent
from servanda.reading.occasions.sightings import Sighting

_INVITED = re.compile(
    r"\b(?:[Aa]t|[Oo]n|[Uu]pon|[Aa]ccepting)\s(?:the|an)\s(?:\w+\s){0,2}invitation\s(?:extended\s)?(?:of|from|by)\s(?:the\s)?"
)
# What may stand before a name and is no part of its mention.
_HONORS = re.compile(
    r"(?:(?:H\.\s?E\.|His|Her|Their|Excellency|Excellencies|Majesty|Royal|Highness|Honou?rable|Hon\.|Mr\.|Mrs\.|Ms\.|Dr\.)\s?){0,6}"
)
_GOES = re.compile(r",?\s(?:[a-z]+\s){1,4}")
_NAMED_TOO = re.compile(r",\s(?:\w+\s){0,3}")


def inviting(sighting: Sighting) -> list[Referent]:
    """Those who invited the travelers, in the sentence of the journey, and the traveler whom a row of commas hides.

    Args:
        sighting: the journey as the sentence names it.
    """
    stretch, text = sighting.stretch, sighting.stretch.scene.text
    found = _INVITED.search(text, stretch.span.start, stretch.span.end)
    if sighting.gathering.family != "visit" or found is None:
        return []
    first = next((m for m in stretch.mentions if _is_next(text, found.end(), m)), None)
    if first is None:
        return []
    people = [m for m in stretch.mentions if set(m.actors) & stretch.homes.keys()]
    # "Of the President of Chile, Gabriel Boric": the name behind the office.
    named = next((m for m in people if _NAMED_TOO.fullmatch(text, first.span.end, m.span.start)), None)
    host = (
        named
        if first not in people and named is not None and _homes(sighting, named) == _homes(sighting, first)
        else first
    )
    # The tree takes "of the President of Chile, Prime Minister Berg paid a visit" for one row.
    gone = [m for m in people if _GOES.fullmatch(text, m.span.end, sighting.span.start)]
    return [host, *(m for m in gone[-1:] if _homes(sighting, m) != _homes(sighting, host))]


def _homes(sighting: Sighting, one: Referent) -> set[ActorId | None]:
    return {sighting.stretch.home_of(actor) for actor in one.actors}


def _is_next(text: str, end: int, mention: Referent) -> bool:
    return mention.span.start >= end and _HONORS.fullmatch(text, end, mention.span.start) is not None
