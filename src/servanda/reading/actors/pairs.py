"""Two persons told again by what everyone is: `the two men`, `both women`.

They are the two whom the nearest sentence before it names, where it names just two.
"""

from __future__ import annotations

from servanda.codebook.vocabulary import ActorKind
from servanda.reading.actors.frames import Frame
from servanda.reading.actors.namings import Naming
from servanda.reading.actors.views import View

_PERSONS = frozenset({"men", "women"})
_TWO = 2
_NEAR = 600
"""How far back, in code points, their names may stand."""


def tie_pair(frame: Frame, view: View) -> Naming | None:
    """The two persons whom the text named together last; None where it was another number of them."""
    alone = frame.modifiers <= {"the", "both", "two"} and frame.behind == frame.head + 1
    if frame.row.tokens[frame.head].lower not in _PERSONS or frame.number != _TWO or not alone or not frame.determiner:
        return None
    near = [n for n in view.before(frame.span, (ActorKind.PERSON,)) if frame.span.start - n.span.end < _NEAR]
    actors = tuple(dict.fromkeys(naming.actors[0] for naming in near))
    if len(actors) != _TWO:
        return None
    return Naming(span=frame.span, actors=actors, kind=ActorKind.PERSON, reason=f"group of {' and '.join(actors)}")
