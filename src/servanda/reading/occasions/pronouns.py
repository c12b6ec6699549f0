"""Who takes part by a pronoun or without a word: "they", "his", and the one under whose title a text stands."""

from __future__ import annotations

import re
from dataclasses import replace

from servanda.codebook import NARRATOR, Reading, Span
from servanda.codebook.vocabulary import ActorKind, EventType
from servanda.reading.actors.references import Referent, mentions_in, refer
from servanda.reading.occasions.delegations import delegation_in
from servanda.reading.occasions.sightings import Sighting
from servanda.reading.statements.authors import author_of, authors_of

_PRONOUN = re.compile(r"(?:his|her|their|our|its|my)\b", re.IGNORECASE)
_SUBJECT_PRONOUN = re.compile(r"(?:they|he|she|we|i)\b", re.IGNORECASE)
_SPOKEN_AT = re.compile(
    r"\b(?:[Rr]emarks|[Aa]ddress|[Ss]peech|[Ss]tatement)\s(?:by|of)\s.{3,80}?\s(?:in|at|to|during|before|after)\s(?:the\s|an?\s)?(?:[A-Z][\w-]+\s){0,2}\Z"
)
_WRITTEN_ON = re.compile(
    r"\b(?:[Ss]tatement|[Rr]emarks)\s(?:by|of|from)\s.{3,80}?\s(?:on|after|following|before)\s(?:.{3,60}\sand\s)?(?:the\s|a\s|an\s)?\Z"
)
AMONG_PEOPLE = frozenset({EventType.CONSULT, EventType.AGREE})


def author_under(sofar: Reading, sighting: Sighting) -> list[Referent]:
    """Whoever speaks or writes under a title: `Remarks by Berg at the Summit`, `Statement by Berg on the Call with Ruto`."""
    scene, nominal = sighting.stretch.scene, sighting.nominal
    if nominal is None or not scene.paragraphs or not scene.paragraphs[0].holds(sighting.span):
        return []
    before = scene.text[scene.paragraphs[0].start : sighting.span.start]
    met = scene.text.startswith(" with ", nominal.head.end) and not any(
        m.span.start < nominal.head.start for m in nominal.inside
    )
    if not _SPOKEN_AT.search(before) and not (met and _WRITTEN_ON.search(before)):
        return []
    actors = author_of(scene, sofar)
    return [Referent(actors=actors, span=sighting.span, reason="the one whose text it is")] if actors else []


def meant_by_pronouns(sofar: Reading, sighting: Sighting) -> list[Referent]:
    """Whom a possessive before the noun, or the subject of the clause, stands for."""
    pattern = _PRONOUN if sighting.nominal else _SUBJECT_PRONOUN
    found = pattern.match(sighting.stretch.scene.text, sighting.span.start, sighting.span.end)
    return _stands_for(sofar, sighting, Span(*found.span())) if found else []


def _stands_for(sofar: Reading, sighting: Sighting, pronoun: Span) -> list[Referent]:
    """Who a pronoun means: those who meet are persons where several are named just before."""
    scene = sighting.stretch.scene
    if pronoun.of(scene.text).lower() in ("they", "their", "both") and sighting.gathering.type in AMONG_PEOPLE:
        people = people_before(sofar, sighting, pronoun)
        if people:
            return [people]
    authors = tuple(actor for actor in authors_of(scene, sofar) if actor != NARRATOR)
    if pronoun.of(scene.text).lower() in ("i", "my") and author_of(scene, sofar):
        return [Referent(actors=authors, span=pronoun, reason="stands for the one whose text it is")]
    referent = refer(scene, sofar, pronoun, speakers=authors)
    return [referent] if referent else []


def people_before(sofar: Reading, sighting: Sighting, pronoun: Span) -> Referent | None:
    """The persons of the nearest stretch before the pronoun that names at least two."""
    scene = sighting.stretch.scene
    people = {actor.actor for actor in sofar.actors if actor.kind is ActorKind.PERSON}
    before = [sentence for sentence in scene.sentences if sentence.start < pronoun.start][-4:]
    for sentence in reversed(before):
        mentions = mentions_in(sofar, Span(sentence.start, min(sentence.end, pronoun.start)))
        named = tuple(dict.fromkeys(actor for mention in mentions for actor in mention.actors if actor in people))
        sent = delegation_in(scene, sofar, Span(sentence.start, min(sentence.end, pronoun.start)))
        if sent is not None:
            return replace(sent, span=pronoun)
        if len(named) > 1:
            return Referent(actors=named, span=pronoun, reason="the persons named just before")
    return None
