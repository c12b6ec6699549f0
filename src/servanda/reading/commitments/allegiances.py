"""For whom persons speak whose state the reader of actors leaves open: whom the words around their name say.

    Gabon's trade envoy Paul Ondo · Ada Eze, the commissioner of ECOWAS · of an office holder, the only state that the paragraph has named
    who holds no state's office, the body of several states whose text it is

They bind that side as any minister does. Nobody's state is changed by this: the actors stay as they were read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from servanda.codebook import Actor, ActorId, Reading, Span
from servanda.codebook.vocabulary import ActorKind
from servanda.reading.commitments.bodies import body_told
from servanda.reading.commitments.titles import all_sides, sides_by_name
from servanda.reading.scenes import Scene

_OF = re.compile(r"\bof\s(?:the\s)?\Z")
_UNION = "european-union"
_OF_THE_UNION = frozenset({"european-commission", "european-council", "european-external-action-service"})
"""Whose presidents and envoys speak for the whole union."""
_BEFORE, _BEHIND = 70, 70
_CODE = 3
_BREAK = re.compile(r".*(?:[.;:()“”\"]|,\s|\b(?:to|with|and|that|told|met|by|in|at|from|against)\s)", re.DOTALL)
_ASIDE = re.compile(r",\s(?:the\s|a\s|an\s)?(?P<words>[^,.;:()“”\"]{3,70})[,.;]")
_CLAUSE = re.compile(r"\w+ed\b|\w+ing\b|(?:who|which|whose|whom|said|told|and|but|as)\b", re.IGNORECASE)
_PLACE = re.compile(r"\b(?:in|at|to|for|on|from|with)\s(?:the\s)?\Z")


def allegiances_of(scene: Scene, sofar: Reading, states: Mapping[ActorId, ActorId | None]) -> dict[ActorId, ActorId]:
    """The side for which each person without a state speaks, as far as the words tell.

    Args:
        scene: the document laid out.
        sofar: the reading with its actors.
        states: the state of every actor that has one.
    """
    known = {actor.actor for actor in sofar.actors}
    found: dict[ActorId, ActorId] = {}
    for actor in sofar.actors:
        if actor.kind is not ActorKind.PERSON or states.get(actor.actor):
            continue
        side = _told(scene, actor) or _only_state(scene, actor) or body_told(scene, sofar)
        if side is not None and (side in known or len(side) == _CODE):
            found[actor.actor] = side
    return found


def bodies_served(sofar: Reading) -> dict[ActorId, ActorId]:
    """The body of several states that each of its officers speaks for, whatever state the officer is from: `NATO Secretary General Ann Berg`."""
    people = (actor for actor in sofar.actors if actor.kind is ActorKind.PERSON and actor.office.value)
    found = ((actor.actor, _body_in(actor.office.value or "")) for actor in people)
    return {person: body for person, body in found if body is not None}


def _body_in(office: str) -> ActorId | None:
    """The body that an office is of: named first, or behind `of`, never the one to which a state sends somebody."""
    named = sorted(all_sides().find(office))
    if not named or len(named[0][1]) == _CODE:
        return None
    place, body = named[0]
    own = place.start == 0 or _OF.search(office[: place.start]) is not None
    return (_UNION if body in _OF_THE_UNION else body) if own else None


def _told(scene: Scene, actor: Actor) -> ActorId | None:
    """The side that stands in the title before one of its names, or in the aside behind it."""
    for span in actor.spans:
        before = scene.text[max(0, span.start - _BEFORE) : span.start]
        title = _BREAK.sub("", before, count=1) + span.of(scene.text)
        aside = _ASIDE.match(scene.text, span.end, span.end + _BEHIND + 4)
        words = aside["words"] if aside is not None and not _CLAUSE.match(aside["words"]) else ""
        side = _named_in(title) or _named_in(words)
        if side is not None:
            return side
    return None


def _named_in(words: str) -> ActorId | None:
    """The first side that some words name, but for where somebody is sent or stays: `ambassador to Chad`."""
    named = sorted(all_sides().find(words))
    return next((side for place, side in named if not _PLACE.search(words[: place.start])), None)


def _only_state(scene: Scene, actor: Actor) -> ActorId | None:
    """The one state that the paragraph of its first name has named up to there, for one who holds an office."""
    first = actor.spans[0]
    paragraph = scene.paragraph_of(first)
    if paragraph is None or not actor.office.value:
        return None
    named = {state for _, state in sides_by_name().find(Span(paragraph.start, first.end).of(scene.text))}
    return named.pop() if len(named) == 1 else None
