"""Those who serve somebody in view: `Secretary Roe and his team`, `and other senior officials`, `European officials`.

They stand for the state, or for the Union, whose staff they are.
"""

from __future__ import annotations

import re

from servanda.codebook import ActorId
from servanda.codebook.vocabulary import ActorKind
from servanda.lexicon.bodies import load_bodies
from servanda.lexicon.states import load_states
from servanda.reading.actors.frames import Frame
from servanda.reading.actors.namings import Naming
from servanda.reading.actors.views import View

_SERVING = frozenset({"officials", "ministers", "advisers", "advisors", "aides", "diplomats", "negotiators"})
"""Plurals that several who serve one state are called by."""
_RANKED = frozenset(
    {"other", "senior", "top", "high-ranking", "high-level", "government", "cabinet", "key", "additional"}
)
_TEAMS = frozenset({"team", "cabinet", "delegation"})
_OWN = frozenset({"his", "her"})
_JOINT = re.compile(r",?\s+and\s+")
_UNION = "european-union"
_OF_EUROPE = _SERVING | {"leaders", "nations", "countries", "governments", "states", "allies", "partners"}


def tie_staff(frame: Frame, view: View) -> Naming | None:
    """Whose staff a description means at this place; None where that is not in view."""
    if frame.states:
        return None
    head = frame.row.tokens[frame.head].lower
    if head in _TEAMS | _SERVING and frame.determiner in _OWN:
        return _of_owner(frame, view)
    if head in _SERVING and _follows_person(frame):
        return _of_person_before(frame, view)
    return _of_europe(frame, view) if head in _OF_EUROPE else None


def _of_owner(frame: Frame, view: View) -> Naming | None:
    """`his team`, `her ministers`: of the state of the person named last."""
    people = view.people_before(frame.span)
    return _naming(frame, people[0].state[0]) if people and people[0].state else None


def _follows_person(frame: Frame) -> bool:
    """Whether it ends a list without saying whose it is: `, and other senior officials`."""
    before = frame.row.tokens[frame.first - 1].lower if frame.first else ""
    ranked = bool(frame.modifiers & _RANKED) and not frame.determiner
    return ranked and before == "and" and not frame.row.heading


def _of_person_before(frame: Frame, view: View) -> Naming | None:
    sentence = view.scene.sentence_of(frame.span)
    if sentence is None:
        return None
    near = [n for n in view.before(frame.span, (ActorKind.PERSON,)) if n.span.start >= sentence.start]
    if not near or not _JOINT.fullmatch(view.scene.text[near[0].span.end : frame.span.start]):
        return None
    states = [state for naming in near if (state := view.state_of(naming.actors[0])) is not None]
    chosen = next((state for state in states if state != view.home), None) or next(iter(states), None)
    return _naming(frame, chosen) if chosen is not None else None


def _of_europe(frame: Frame, view: View) -> Naming | None:
    """`European officials`, where the text speaks of the Union."""
    tokens = frame.row.tokens
    first = frame.first + (frame.determiner == "the")
    alone = frame.head - first == 1 and tokens[first].text == "European" and frame.determiner in ("", "the")
    before = tokens[frame.first - 1].lower if frame.first else ""
    if not alone or _UNION not in view.actors or before in ("other", "some", "many", "most", "in", "across"):
        return None
    name = load_bodies()[_UNION].name
    return Naming(span=frame.span, actors=(_UNION,), kind=ActorKind.BODY, name=name, reason="those of the Union")


def _naming(frame: Frame, state: ActorId) -> Naming | None:
    if state not in load_states():
        return None
    name = load_states()[state].name
    return Naming(span=frame.span, actors=(state,), kind=ActorKind.STATE, name=name, reason=f"those who serve {name}")
