"""Who takes part in an occasion: persons where they are named, else states and bodies.

A visit's destination is its place only. A possessive pronoun and "the two leaders" are worked out, with the reason.
"""

from __future__ import annotations

import re

from servanda.codebook import ActorId, Reading, Span
from servanda.codebook.vocabulary import ActorKind, EventType
from servanda.lexicon.names import load_names
from servanda.reading.nominals import Nominal, Stretch
from servanda.reading.references import Referent, parties_in_view, refer, state_of
from servanda.reading.sightings import Part, Sighting

_PRONOUN = re.compile(r"(?:his|her|their|our|its)\b", re.IGNORECASE)
_SUBJECT_PRONOUN = re.compile(r"(?:they|he|she|we)\b", re.IGNORECASE)
_HOST = re.compile(
    r"[\s,]*(?:that\s(?:was|is)\s|which\s(?:was|is)\s)?(?:hosted|organi[sz]ed|held|chaired|led|attended)\sby\s(?:the\s)?\Z"
)
_JOINT = frozenset({"bilateral", "joint", "two", "both", "trilateral", "combined"})


def participants_of(sofar: Reading, sighting: Sighting) -> Part:
    """Those who take part, as far as the sentence says.

    Args:
        sofar: the reading with its actors.
        sighting: the occasion as the sentence names it.
    """
    named = _inside(sighting) + _hosts(sighting) + _pronouns(sofar, sighting)
    if len({actor for referent in named for actor in referent.actors}) < 2 and sighting.nominal is not None:
        named += _subjects(sighting, named)
    adjectives = adjectives_in(sighting.stretch, sighting.nominal) if sighting.nominal else []
    actors = _ranked(sofar, [actor for referent in [*named, *adjectives] for actor in referent.actors])
    spans = tuple(sorted({referent.span for referent in [*named, *adjectives]}))
    reasons = dict.fromkeys(referent.reason for referent in named if referent.reason.startswith(("stands", "the ")))
    if not actors and sighting.nominal and _JOINT & set(sighting.nominal.lead):
        parties = parties_in_view(sighting.stretch.scene, sofar, sighting.span)
        return Part(actors=parties, spans=(sighting.span,), reason="the parties in view")
    return Part(actors=actors, spans=spans or (sighting.span,), reason="; ".join(reasons))


def _inside(sighting: Sighting) -> list[Referent]:
    """The mentions in the nominal or clause; what a visit goes to is left out."""
    inside = [mention for mention in sighting.stretch.mentions if sighting.span.holds(mention.span)]
    if sighting.gathering.family != "visit":
        return inside
    text = sighting.stretch.scene.text
    return [
        m
        for m in inside
        if not re.search(
            r"\b(?:to|in|for|visit\w*)\s(?:the\s)?\Z", text[max(sighting.span.start - 1, 0) : m.span.start]
        )
    ]


def _hosts(sighting: Sighting) -> list[Referent]:
    """`hosted by Norway` behind the nominal."""
    text, end = sighting.stretch.scene.text, sighting.span.end
    return [m for m in sighting.stretch.mentions if m.span.start >= end and _HOST.match(text[end : m.span.start])]


def _pronouns(sofar: Reading, sighting: Sighting) -> list[Referent]:
    text = sighting.stretch.scene.text
    pattern = _PRONOUN if sighting.nominal else _SUBJECT_PRONOUN
    found = pattern.match(text, sighting.span.start, sighting.span.end)
    if found is None:
        return []
    referent = refer(sighting.stretch.scene, sofar, Span(*found.span()))
    return [referent] if referent else []


def _subjects(sighting: Sighting, known: list[Referent]) -> list[Referent]:
    """The subject of the clause: the nearest actors before the nominal that own nothing, joined by "and"."""
    text = sighting.stretch.scene.text
    taken = {actor for referent in known for actor in referent.actors}
    before = [
        m
        for m in sighting.stretch.mentions
        if m.span.end <= sighting.span.start
        and not set(m.actors) & taken
        and text[m.span.end : m.span.end + 2] not in ("'s", "’s")
    ]
    if not before or sighting.gathering.type is EventType.ASSAULT:
        return []
    chosen = [before[-1]]
    for mention in reversed(before[:-1]):
        if not re.fullmatch(
            r"\s*(?:,|and|,\sand)\s+(?:the\s)?|\s*,\s*", text[mention.span.end : chosen[-1].span.start]
        ):
            break
        chosen.append(mention)
    return chosen[::-1]


def adjectives_in(stretch: Stretch, nominal: Nominal) -> list[Referent]:
    """States that stand before the head as adjectives (`a Chinese takeover of Taiwan`)."""
    start = nominal.span.start
    if nominal.head.start == start:
        return []
    lead = stretch.scene.text[start : nominal.head.start]
    return [
        Referent(actors=(known.id,), span=Span(start + span.start, start + span.end), reason="adjective")
        for span, known in load_names().find(lead)
        if known.sort == "adjective" and known.id
    ]


def _ranked(sofar: Reading, actors: list[ActorId]) -> tuple[ActorId, ...]:
    """Each once, without the states for which a person is named."""
    kinds = {actor.actor: actor.kind for actor in sofar.actors}
    once = tuple(dict.fromkeys(actors))
    people = [actor for actor in once if kinds.get(actor) is ActorKind.PERSON]
    states = {state_of(sofar, actor) for actor in people}
    unnamed = [actor for actor in once if actor not in states and not (people and _belongs(actor, states))]
    return tuple(actor for actor in unnamed if kinds.get(actor) is not ActorKind.OFFICE or not people)


def _belongs(actor: ActorId, states: set[ActorId | None]) -> bool:
    return "/" in actor and actor.partition("/")[0] in states
