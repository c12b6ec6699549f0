"""Countries of a part of the world: `the Nordic countries`, `the Arab states`. They are no two sides in view.

Those of a part that acts together are a group of their own; of others nobody is meant by name.
"""

from __future__ import annotations

from servanda.codebook.vocabulary import ActorKind
from servanda.reading.actors.frames import Frame
from servanda.reading.actors.namings import Naming

_COUNTRIES = frozenset({"countries", "nations", "states"})
_TOGETHER = frozenset({"nordic", "baltic"})
_LOOSE = frozenset(
    {
        "african",
        "arab",
        "asian",
        "balkan",
        "caribbean",
        "european",
        "gulf",
        "islamic",
        "latin",
        "muslim",
        "pacific",
        "western",
    }
)


def names_region(frame: Frame) -> bool:
    """Whether a group is that of the countries of a region, of which the text says no number."""
    head = frame.row.tokens[frame.head].lower
    return (
        head in _COUNTRIES
        and frame.number is None
        and not frame.states
        and bool(frame.modifiers & (_TOGETHER | _LOOSE))
    )


def tie_region(frame: Frame) -> Naming | None:
    """The group of a region whose countries act together."""
    told = frame.modifiers & _TOGETHER
    if len(told) != 1 or frame.determiner not in ("the", "") or frame.behind > frame.head + 1:
        return None
    (region,) = told
    name = f"{region.title()} countries"
    return Naming(
        span=frame.span, actors=(f"{region}-countries",), kind=ActorKind.BODY, name=name, reason="its countries"
    )
