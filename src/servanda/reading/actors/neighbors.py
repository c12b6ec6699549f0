"""The other one of two states: `its neighbor`, `its eastern neighbour`."""

from __future__ import annotations

from servanda.codebook.vocabulary import ActorKind
from servanda.lexicon.states import load_states
from servanda.reading.actors.frames import Frame
from servanda.reading.actors.namings import Naming
from servanda.reading.actors.views import View

_NEIGHBORS = frozenset({"neighbor", "neighbour"})
_PAIR = 2


def tie_neighbor(frame: Frame, view: View) -> Naming | None:
    """The party that is not the state named last before it; None where the text is about others than just two."""
    head = frame.row.tokens[frame.head]
    if head.lower not in _NEIGHBORS or frame.determiner != "its" or frame.states:
        return None
    near, pair = view.states_before(frame.span)[:1], view.parties(frame.span, _PAIR)
    other = [state for state in pair if state not in near]
    if len(pair) != _PAIR or len(other) != 1 or other[0] not in load_states():
        return None
    name = load_states()[other[0]].name
    return Naming(span=frame.span, actors=(other[0],), kind=ActorKind.STATE, name=name, reason="the other of the two")
