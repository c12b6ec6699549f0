"""`Allies`, `all thirty Allies`: the members of the one alliance, as its own texts write of them, in capitals."""

from __future__ import annotations

from servanda.codebook.vocabulary import ActorKind
from servanda.reading.actors.frames import Frame
from servanda.reading.actors.namings import Naming
from servanda.reading.actors.views import View

_ALLIANCE, _NAME = "nato", "NATO"
_COUNTED = frozenset(str(number) for number in range(12, 40))
"""How many members the alliance has had, and some more."""


def are_allies(frame: Frame) -> bool:
    """Whether a frame may mean them: no state says whose allies they are."""
    after = [token.lower for token in frame.row.tokens[frame.behind : frame.behind + 2]]
    if after == ["and", "partners"]:
        return False
    plain = not frame.states and frame.determiner in ("", "all") and not frame.modifiers - {"all"} - _COUNTED
    return frame.row.tokens[frame.head].text == "Allies" and plain and not frame.row.heading


def tie_allies(frame: Frame, view: View) -> Naming | None:
    """The alliance, where the text names it."""
    if _NAME not in view.scene.text:
        return None
    return Naming(span=frame.span, actors=(_ALLIANCE,), kind=ActorKind.BODY, name=_NAME, reason="its members")
