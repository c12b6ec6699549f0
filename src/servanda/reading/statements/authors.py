"""Whose voice an official text speaks with where nobody is quoted: a person who signs it, its parties, or one state.

A report is the narrator's. What a text says in its first person belongs to these.
"""

from __future__ import annotations

import re

from servanda.codebook import ActorId, Reading, Span
from servanda.codebook.vocabulary import ActorKind, DocumentKind
from servanda.reading.actors.issuers import home_of
from servanda.reading.actors.parties import states_among
from servanda.reading.actors.references import mentions_in, state_of, voice_of
from servanda.reading.scenes import Scene

_BY = re.compile(r"\b(?:statement|remarks|letter|message|address|op-ed)\s+(?:by|from|of)\s+", re.IGNORECASE)
_JOINT = re.compile(r"\bjoint\b|\btrilateral\b|[’']\s+statement\b", re.IGNORECASE)


def authors_of(scene: Scene, sofar: Reading) -> tuple[ActorId, ...]:
    """The actors whose voice the text is; `narrator` for a report.

    A heading names them: `Statement by Minister X`, `Joint Readout of …`, `Readout of Prime Minister X's Call with Y`.
    """
    if scene.document.kind is DocumentKind.NEWS or not scene.paragraphs:
        return voice_of(scene, sofar)
    heading = scene.paragraphs[0]
    by = _BY.search(scene.text, heading.start, min(heading.end, heading.start + 160))
    if by is not None and not _JOINT.search(heading.of(scene.text)):
        signed = _person_at(sofar, Span(by.end(), heading.end))
        if signed:
            return signed
    if scene.document.kind is DocumentKind.INSTRUMENT or _JOINT.search(heading.of(scene.text)[:40]):
        return _parties(scene, sofar) or voice_of(scene, sofar)
    home = home_of(scene)
    return (home,) if home else _states(sofar, heading)[:1] or voice_of(scene, sofar)


def _parties(scene: Scene, sofar: Reading) -> tuple[ActorId, ...]:
    """The states that the first sentences name, up to the sentence where there are two."""
    found: tuple[ActorId, ...] = ()
    for sentence in scene.sentences[:3]:
        found = _states(sofar, Span(scene.sentences[0].start, sentence.end))
        if len(found) > 1:
            break
    return found


def _person_at(sofar: Reading, span: Span) -> tuple[ActorId, ...]:
    people = {actor.actor for actor in sofar.actors if actor.kind is ActorKind.PERSON}
    named = mentions_in(sofar, span)
    return named[0].actors if named and named[0].span.start - span.start < 5 and set(named[0].actors) <= people else ()


def _states(sofar: Reading, span: Span) -> tuple[ActorId, ...]:
    inside = [actor for mention in mentions_in(sofar, span) for actor in mention.actors]
    return states_among(inside, lambda actor: state_of(sofar, actor))
