"""Who of those named takes part: each once, persons before their states, an unnamed holder of an office as the state."""

from __future__ import annotations

from servanda.codebook import Actor, ActorId, Reading
from servanda.codebook.vocabulary import ActorKind
from servanda.lexicon.names import load_names
from servanda.reading.actors.references import state_of

_NAMES = load_names()


def ranked(
    text: str, sofar: Reading, actors: list[ActorId], *, kept: frozenset[ActorId] = frozenset()
) -> tuple[ActorId, ...]:
    """Each once, without the states for which a person or a body of theirs is named; an office whose holder is unnamed is its state.

    Those in `kept` stay beside their own persons.
    """
    kinds = {actor.actor: actor.kind for actor in sofar.actors}
    offices = {
        actor.actor for actor in sofar.actors if kinds[actor.actor] is ActorKind.OFFICE or _is_unnamed(text, actor)
    }
    people = {actor for actor in actors if kinds.get(actor) is ActorKind.PERSON} - offices
    states = {state_of(sofar, actor) for actor in people}
    bodies = {actor.partition("/")[0] for actor in actors if "/" in actor and kinds.get(actor) is ActorKind.BODY}
    shown = (state_of(sofar, actor) or actor if actor in offices else actor for actor in actors)
    once = tuple(dict.fromkeys(shown))
    spoken = states | bodies
    return tuple(
        actor for actor in once if actor in kept or (actor not in spoken and not (people and _belongs(actor, states)))
    )


def _is_unnamed(text: str, actor: Actor) -> bool:
    """Whether a text has a person by the office alone, and only a list of holders knows who it is."""
    if actor.kind is not ActorKind.PERSON:
        return False
    words, said = set(actor.name.split()), [span.of(text) for span in actor.spans]
    # "The president" is the person; "Thailand's foreign minister" is Thailand.
    return not any(words & set(one.split()) for one in said) and all(map(_names_state, said))


def _names_state(words: str) -> bool:
    return any(one.sort in ("state", "adjective") for _, one in _NAMES.find(words))


def _belongs(actor: ActorId, states: set[ActorId | None]) -> bool:
    return "/" in actor and actor.partition("/")[0] in states
