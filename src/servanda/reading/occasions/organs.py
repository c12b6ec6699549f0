"""Joint organs of two states: whoever sits in one are the states or persons that meet, and the organ is but where they do.

`The Chile-Peru Joint Committee met`: Chile and Peru. A body that the lexicon knows, or an organ of one, takes part itself
(`the OAS Permanent Council met`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from servanda.codebook import Actor, ActorId, Reading
from servanda.codebook.vocabulary import ActorKind
from servanda.lexicon.bodies import load_bodies
from servanda.lexicon.memberships import load_memberships
from servanda.lexicon.names import load_names
from servanda.reading.actors.references import Referent

_ORGAN = re.compile(r"\b(?:Committee|Commission|Council|Group|Task Force|Dialogue|Forum|Subcommittee|Panel)\b")
_JOINT = re.compile(
    r"\b(?:Joint|Bilateral|Bi-?[Nn]ational|Trilateral|Mixed|Standing|Working|Border|Boundary|Consultati(?:on|ve)|Coordination|Cooperation|Partnership"
    r"|Strategic|Steering|Integration|Task Force)\b"
)
_PAIR = 2
_FEW = 4
"""A group of so few states has no organs of its own: who meets in it are they."""
_NAMES = load_names()


def is_joint_organ(actor: Actor) -> bool:
    """Whether an actor is an organ that states set up among themselves: its name says so, and names no body above it."""
    if actor.kind is not ActorKind.BODY or "/" in actor.actor or _is_known(actor):
        return False
    if not _ORGAN.search(actor.name):
        return False
    if any(known.sort == "body" for _, known in _NAMES.find(actor.name)):
        return len(founders_of(actor)) >= _PAIR
    return len(founders_of(actor)) >= _PAIR or _JOINT.search(actor.name) is not None


def _is_known(actor: Actor) -> bool:
    """Whether the lexicon knows a body as one that acts for itself; those that only consult do not."""
    return actor.actor in load_bodies() and "Consultative" not in actor.name


def founders_of(actor: Actor) -> tuple[ActorId, ...]:
    """The states and unions that an organ has in its name (`the Chile-Peru Joint Committee`)."""
    found = (known.id for _, known in _NAMES.find(actor.name) if known.id and known.sort != "other")
    return tuple(dict.fromkeys(found))


def organs_in(sofar: Reading, named: Sequence[Referent]) -> tuple[Actor, ...]:
    """The joint organs among those named."""
    told = {actor for one in named for actor in one.actors}
    return tuple(actor for actor in sofar.actors if actor.actor in told and is_joint_organ(actor))


def without_organs(sofar: Reading, named: Sequence[Referent]) -> list[Referent]:
    """Those named, with the members of a group of few and the founders of a joint organ for themselves; without an organ whose name has none."""
    organs = {actor.actor: founders_of(actor) for actor in organs_in(sofar, named)}
    organs |= {group: tuple(sorted(members)) for group, members in load_memberships().items() if len(members) <= _FEW}
    found = []
    for one in named:
        actors = tuple(meant for actor in one.actors for meant in organs.get(actor, (actor,)))
        if actors:
            found.append(Referent(actors=actors, span=one.span, reason=one.reason))
    return found
