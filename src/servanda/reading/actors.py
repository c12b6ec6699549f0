"""Who is mentioned: every actor of a document, with all its mentions.

The steps, in order: sentences are tagged with what the lexicon knows; bodies with names of their own are found; persons
are named, tied together and found again by surname; then states and known bodies; then groups and descriptions, which
need to know who is in view. What the words mean for one another is not read here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from servanda.codebook import Actor, ActorId, Mention, Problem, Reading, Slot, Span, stated, unstated
from servanda.lexicon.bodies import load_bodies
from servanda.lexicon.states import load_states
from servanda.reading.bodies import with_bodies
from servanda.reading.people import named_people
from servanda.reading.persons import people_namings, tie_people
from servanda.reading.places import place_namings
from servanda.reading.reader import origin
from servanda.reading.scenes import Scene
from servanda.reading.namings import Naming
from servanda.reading.tags import rows_of


def read_actors(scene: Scene, sofar: Reading) -> Iterable[Actor | Problem]:  # noqa: ARG001 (the readers' one shape)
    """The actors of a document, in the order of their first mention.

    Args:
        scene: the document laid out.
        sofar: not used; actors are read first.
    """
    nominals = namings_of(scene)
    first: dict[ActorId, list[tuple[Naming, Mention]]] = {}
    for nominal in nominals:
        for actor in nominal.actors:
            first.setdefault(actor, []).append((nominal, Mention(span=nominal.span, reason=nominal.reason)))
    for actor, found in first.items():
        yield _actor(scene, actor, found)


def namings_of(scene: Scene) -> list[Naming]:
    """Every mention, in text order, tied to its actors."""
    rows = with_bodies(rows_of(scene), None)
    people = tie_people(named_people(rows))
    named = people_namings(rows, people, ())
    places = place_namings(rows, named)
    return sorted([*named, *places], key=lambda nominal: nominal.span)


def _actor(scene: Scene, actor: ActorId, found: Sequence[tuple[Naming, Mention]]) -> Actor:
    own = [nominal for nominal, _ in found if len(nominal.actors) == 1] or [nominal for nominal, _ in found]
    return Actor(
        document=scene.document.id,
        actor=actor,
        kind=own[0].kind,
        name=_name(actor, own),
        mentions=tuple(mention for _, mention in found),
        state=_state(actor, own),
        office=_office(scene, own),
        origin=origin("actor-name", 0.8),
    )


def _name(actor: ActorId, own: Sequence[Naming]) -> str:
    state, body = load_states().get(actor), load_bodies().get(actor)
    usual = state or body
    return usual.name if usual else max((nominal.name for nominal in own), key=len) or actor


def _state(actor: ActorId, own: Sequence[Naming]) -> Slot[ActorId]:
    bearing = next((n for n in own if n.state is not None and n.state != actor and n.state_span is not None), None)
    if bearing is None or bearing.state is None or bearing.state_span is None:
        return unstated()
    return stated(bearing.state, (bearing.state_span,), "the title or name says so")


def _office(scene: Scene, own: Sequence[Naming]) -> Slot[str]:
    span = next((n.office for n in own if n.office is not None), None)
    return stated(_words(scene, span), (span,)) if span is not None else unstated()


def _words(scene: Scene, span: Span) -> str:
    return " ".join(span.of(scene.text).split())
