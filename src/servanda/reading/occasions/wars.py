"""The sides of a known war, where a text names them both but its words for the war only one or none: `Russia's invasion`, `the war`.

    President Ruto spoke with President Zelenskyy. Both hope that Russia's war ends: [Russia and Ukraine].

A war of no list, an unnamed one in a text that names the sides of two, and an attack on nobody in particular stay open.
"""

from __future__ import annotations

import re

from servanda.codebook import ActorId, Reading, Span
from servanda.codebook.vocabulary import EventType
from servanda.lexicon.wars import load_wars
from servanda.reading.actors.references import mentions_in, state_of
from servanda.reading.occasions.roles import names_in
from servanda.reading.occasions.sightings import Sighting
from servanda.reading.scenes import Scene
from servanda.reading.times.times import published_on

_WAR = re.compile(r"\b(?:war|invasion|aggression|onslaught|invad(?:ed|es?|ing))\b", re.IGNORECASE)
_ATTACK = re.compile(r"\b(?:attacks?|strikes?|shelling|bombardment|assaults?)\b", re.IGNORECASE)
_POINTING = frozenset({"the", "this", "that", "its", "his", "their"})


def sides_of(scene: Scene, sofar: Reading, sighting: Sighting, known: tuple[ActorId, ...]) -> tuple[ActorId, ...]:
    """Both sides of the one war that is meant; empty where none or several may be.

    Args:
        scene: the document.
        sofar: the reading with its actors.
        sighting: the attack or war as its sentence names it.
        known: who takes part by the words for it.
    """
    day = published_on(scene)
    if day is None or sighting.gathering.type is not EventType.ASSAULT or not _may_be(sighting, known):
        return ()
    named = _named(scene, sofar, sighting)
    states = {state_of(sofar, actor) or actor for actor in known}
    fitting = [war.sides for war in load_wars() if war.is_in_mind(day) and states < set(war.sides) <= named]
    return fitting[0] if len(fitting) == 1 else ()


def _may_be(sighting: Sighting, known: tuple[ActorId, ...]) -> bool:
    """Whether the words are those of a war that somebody wages, or of attacks on one whose enemy they leave open."""
    words = sighting.span.of(sighting.stretch.scene.text)
    if _WAR.search(words):
        return bool(known) or (sighting.nominal is not None and bool(_POINTING & set(sighting.nominal.lead[:1])))
    struck = sighting.nominal is not None and re.match(r"\s(?:on|against)\s", words[_behind(sighting) :])
    return bool(known) and bool(struck) and _ATTACK.search(words) is not None


def _behind(sighting: Sighting) -> int:
    return sighting.nominal.head.end - sighting.span.start if sighting.nominal else 0


def _named(scene: Scene, sofar: Reading, sighting: Sighting) -> set[ActorId]:
    """Everybody whom the text names, in its sentence as an adjective or place too."""
    mentions = mentions_in(sofar, Span(0, len(scene.text)))
    found = {actor for one in mentions for actor in one.actors}
    found |= {state for actor in tuple(found) if (state := state_of(sofar, actor))}
    return found | {actor for one in names_in(sighting.stretch, sighting.stretch.span) for actor in one.actors}
