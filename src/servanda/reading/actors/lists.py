"""A group whose members are named right behind it: `the ministers of Norway and Chad, Ann Berg and Idris Deby,`.

The names say who is meant, and the states of the group, where there are as many, whose office each holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from servanda.codebook.vocabulary import ActorKind
from servanda.reading.actors.frames import Frame
from servanda.reading.actors.namings import Naming
from servanda.reading.actors.offices import Office
from servanda.reading.actors.persons import Person
from servanda.reading.actors.views import View

_JOINT = re.compile(r",?\s+and\s+|,\s+")


def tie_listed(frame: Frame, view: View) -> Naming | None:
    """The persons named behind a group, who learn their offices from it; None where no list of names follows."""
    named = _names_behind(frame, view)
    if len(named) < 2 or (frame.states and len(named) != len(frame.states)):
        return None
    people = {person.id: person for person in view.people}
    members = [people[naming.actors[0]] for naming in named if naming.actors[0] in people]
    for person, office in zip(members, _offices(frame, view, len(members)), strict=False):
        person.learn(office)
    actors = tuple(naming.actors[0] for naming in named)
    reason = f"group of {' and '.join(actors)}"
    return Naming(span=frame.span, actors=actors, kind=ActorKind.PERSON, reason=reason)


def _names_behind(frame: Frame, view: View) -> Sequence[Naming]:
    """The names in a row behind the comma that follows a group."""
    end = frame.span.end
    found: list[Naming] = []
    for naming in view.named:
        if naming.span.start < end or len(naming.actors) != 1:
            continue
        between = view.scene.text[end : naming.span.start]
        bare = naming.kind is ActorKind.PERSON and naming.reason == "name"
        if not bare or not _JOINT.fullmatch(between) or (not found and not between.startswith(",")):
            break
        found.append(naming)
        end = naming.span.end
    return found


def _offices(frame: Frame, view: View, number: int) -> Sequence[Office]:
    """An office for each member: the group's own, or for counterparts the one of the person named before."""
    office = frame.office
    if frame.word == "counterpart":
        near: Sequence[Person] = view.people_before(frame.span)[:1]
        office = next((office for person in near for office in person.offices), None)
    if office is None:
        return ()
    if not frame.states:
        return [replace(office, span=frame.span)] * number
    return [replace(office, span=frame.span, state=(state, frame.span)) for state in frame.states]
