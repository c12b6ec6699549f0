"""Those who met, told again by what they are: `the leaders`, `her counterparts`, `our nations`, behind a list of whose they are.

    The President met the leaders of Chad, Niger and Mali. She thanked [her counterparts]. [The leaders] agreed that [our
    nations] must act.

It is asked where no persons of the group are named. Who met them belongs to `the leaders`, and not to `her counterparts`.
"""

from __future__ import annotations

from servanda.codebook import ActorId, Span
from servanda.codebook.vocabulary import ActorKind
from servanda.reading.actors.frames import Frame
from servanda.reading.actors.namings import Naming
from servanda.reading.actors.parties import MAKERS
from servanda.reading.actors.views import View

_ONES = frozenset({"his", "her"})
_ALL = frozenset({"the", "these", "both", "all"})
_PEOPLES = frozenset({"country", "nation", "government", "state"})
_MET = frozenset({"leader", "president", "minister", "counterpart", "official", "head of state", "premier", "adviser"})


def tie_gathered(frame: Frame, view: View) -> Naming | None:
    """The members of the last list of leaders or ministers, with whoever met them; None where it is not told again."""
    word, determiner = frame.word, frame.determiner
    if frame.states or frame.behind > frame.head + 1 or frame.head - frame.first > 1 + (frame.number is not None):
        return None
    listed = next((naming for naming in reversed(view.tied) if _is_list(naming, view)), None)
    if listed is None:
        return None
    if word == "counterpart" and determiner in _ONES:
        return _naming(frame, listed.actors)
    host = _host(listed, view)
    if determiner in _ALL and word in _MET:
        return _counted(frame, (*((host,) if host else ()), *listed.actors))
    if determiner == "our" and word in _PEOPLES:
        state = view.state_of(host) if host else None
        return _counted(frame, (*((state,) if state else ()), *listed.actors))
    return None


def _is_list(naming: Naming, view: View) -> bool:
    """Whether it names leaders or ministers by their states, more than one."""
    several = len(naming.actors) > 1 and naming.kind is ActorKind.STATE
    return several and MAKERS.match(naming.span.of(view.scene.text)) is not None


def _host(listed: Naming, view: View) -> ActorId | None:
    """The one person of another state whom the sentence of the list names before it."""
    sentence = view.scene.sentence_of(listed.span)
    if sentence is None:
        return None
    before = Span(sentence.start, max(sentence.start + 1, listed.span.start))
    people = dict.fromkeys(
        naming.actors[0]
        for naming in view.tied
        if naming.kind is ActorKind.PERSON and len(naming.actors) == 1 and before.holds(naming.span)
    )
    told = [actor for actor in people if view.state_of(actor) not in listed.actors]
    return told[0] if len(people) == len(told) == 1 else None


def _counted(frame: Frame, actors: tuple[ActorId, ...]) -> Naming | None:
    """They, where the description gives no other number."""
    return _naming(frame, actors) if frame.number in (None, len(actors)) else None


def _naming(frame: Frame, actors: tuple[ActorId, ...]) -> Naming:
    return Naming(span=frame.span, actors=actors, kind=ActorKind.STATE, reason="those of the list before it")
