"""What a document's title tells of its parties: the states that it names, who meets, and whose statement it is."""

from __future__ import annotations

import re
from functools import cache

from servanda.codebook import ActorId, Reading
from servanda.codebook.vocabulary import ActorKind
from servanda.lexicon.bodies import load_bodies
from servanda.lexicon.matching import Names
from servanda.lexicon.states import load_states
from servanda.reading.actors.references import state_of
from servanda.reading.actors.topics import without_topic
from servanda.reading.scenes import Scene

_COMPOUND = re.compile(r"\b[A-Z][\w.]*[-–][A-Z][\w.]*")
_TOPIC = re.compile(
    r"\s(?:on|about|regarding|concerning|announcing|providing|at|in|following|marking|celebrating)\s", re.IGNORECASE
)
_CODE = 3
_BY = re.compile(
    r"(?:National\s)?(?:Statement|Address|Speech|Message|Intervention)\s(?:of|by)\s(?:the\s)?", re.IGNORECASE
)


def sides_meeting(scene: Scene, sofar: Reading, home: ActorId) -> tuple[ActorId, ...]:
    """Those who speak together in a transcript: its publisher, and the states whose leaders its title names or who speak in it."""
    title = _TOPIC.split(scene.document.title or "", maxsplit=1)[0]
    guests = [actor for _, actor in sorted(sides_by_name().find(title))]
    guests += [actor for compound in _COMPOUND.findall(scene.document.title or "") for actor in _sides_of(compound)]
    spoken = [actor for statement in sofar.statements for actor in statement.speakers.value or ()]
    speaking = [state for actor in dict.fromkeys(spoken) if (state := state_of(sofar, actor)) and actor != state]
    return tuple(dict.fromkeys((home, *guests, *(speaking if not guests else ()))))


def whose_statement(scene: Scene) -> tuple[ActorId, ...]:
    """The state whose statement a title says it is: `Statement of Kenya`, `Address by the Republic of Chad`."""
    title = scene.document.title or ""
    lead = _BY.match(title)
    found = sorted(sides_by_name().find(title[lead.end() :])) if lead else []
    return (found[0][1],) if found and found[0][0].start == 0 and len(found) == 1 else ()


def sides_in_title(scene: Scene) -> tuple[ActorId, ...]:
    """The states and groups that a title names as parties in any way: `on U.S.-EU Cooperation`."""
    title = next((span.of(scene.text) for span in scene.paragraphs[:1]), "")
    named = without_topic(
        title, sorted(sides_by_name().find(title)), lambda one: one[0].start, lambda some: len({one[1] for one in some})
    )
    return tuple(actor for _, actor in named)


def publishing_body(scene: Scene, sofar: Reading) -> tuple[ActorId, ...]:
    """The body of several states whose own text it is: its outlet is called as that body, and the title names no state."""
    outlet = (scene.document.outlet or "").strip()
    found = [actor for place, actor in all_sides().find(outlet) if place.start == 0 and place.end == len(outlet)]
    known = {actor.actor for actor in sofar.actors}
    named = any(len(actor) == _CODE and actor.isupper() for _, actor in all_sides().find(scene.document.title or ""))
    return (found[0],) if found and found[0] in known and not named else ()


def _sides_of(compound: str) -> tuple[ActorId, ...]:
    """The sides of a compound of two: `U.S.-ASEAN`."""
    return tuple(actor for _, actor in sorted(all_sides().find(compound.replace("-", " ").replace("–", " "))))


@cache
def all_sides() -> Names[ActorId]:
    """States and the bodies and groups of several states by name."""
    bodies = (body for body in load_bodies().values() if "/" not in body.id)
    return Names({**{name: b.id for b in bodies for name in (b.name, *b.names)}, **sides_by_name().table})


@cache
def sides_by_name() -> Names[ActorId]:
    """States and groups of states by every name and adjective."""
    states = {name: s.id for s in load_states().values() for name in (s.name, *s.names, *s.adjectives) if len(name) > 1}
    bodies = {name: b.id for b in load_bodies().values() for name in (b.name, *b.names) if b.kind is ActorKind.GROUP}
    return Names({"EU": "european-union", "European Union": "european-union", **bodies, **states})
