"""The parties that a list of undertakings is narrowed by: one, or two between whom they stand; by id or by name."""

from __future__ import annotations

from collections.abc import Sequence

from servanda.codebook import ActorId
from servanda.store import Ledger
from servanda.view.filters import Choice, Filter
from servanda.view.names import Names
from servanda.view.undertakings import settled_sides

_LABELS = (("party", "Party"), ("with", "And"))
_MOST = 1_000
"""So many parties are offered, by name; any other can be typed."""


def chosen_parties(ledger: Ledger, typed: Sequence[str]) -> tuple[ActorId, ...]:
    """The parties that were typed, by their ids.

    Raises:
        UnaskableError: a party is in no commitment of the ledger, several are called so, or both are one.
    """
    return settled_sides(ledger, tuple(filter(None, typed)))


def party_filters(ledger: Ledger, sides: Sequence[ActorId], names: Names) -> tuple[Filter, ...]:
    """The two filters, with every party of the ledger to choose from."""
    offered = sorted((names.actor(side), side) for side in ledger.find_sides())[:_MOST]
    choices = tuple(Choice(value=side, text=name, count=0, chosen=side in sides) for name, side in offered)
    values = (*sides, "", "")
    return tuple(
        Filter(
            name=name,
            label=label,
            form="party",
            value=names.actor(value) if value else "",
            text=names.actor(value) if value else "",
            choices=choices if at == 0 else (),
        )
        for at, ((name, label), value) in enumerate(zip(_LABELS, values, strict=False))
    )
