"""How much a deed is of, and whose currency a word means that several states share.

    Norway will give Ukraine 85 billion kroner: Norwegian ones, since Norway gives them

The giver's currency comes first, then the taker's; a word that fits neither stays the unit.
"""

from __future__ import annotations

from collections.abc import Iterable

from servanda.codebook import ActorId, Quantity, Slot, Span, stated, unclear, unstated
from servanda.codebook.vocabulary import Bound
from servanda.lexicon.states import load_states
from servanda.lexicon.units import load_units
from servanda.reading.commitments.backgrounds import Background
from servanda.reading.quantities.quantities import find_quantities, find_vague

_NEAR = 14
_AHEAD = frozenset({"next", "past", "last", "coming", "these", "first", "following"})


def sums_of(background: Background, words: Span, sides: Iterable[ActorId]) -> Slot[tuple[Quantity, ...]]:
    """The quantities of a deed.

    Args:
        background: the document.
        words: the deed.
        sides: who owes it and then to whom, whose currency it may be.
    """
    states = [state for side in sides if (state := background.states.get(side) or side) in load_states()]
    found = tuple(
        Quantity(
            value=measure.value,
            unit=_currency(measure.unit, states),
            role=measure.role,
            span=measure.words,
            bound=Bound(measure.bound) if measure.bound else None,
            per=measure.per,
        )
        for measure in find_quantities(background.scene, words)
        if not _is_length(background, measure.unit, measure.words)
    )
    if found:
        return stated(found, tuple(quantity.span for quantity in found))
    vague = find_vague(background.scene, words)
    return unclear(vague[0].reason, tuple(each.span for each in vague)) if vague else unstated()


def _is_length(background: Background, unit: str, words: Span) -> bool:
    """Whether a number only tells how long a thing lasts: `a two-year term`, `the next five years`."""
    if unit not in load_units().times.values():
        return False
    before = background.scene.text[max(0, words.start - _NEAR) : words.start].lower().split()
    return "-" in words.of(background.scene.text) or not _AHEAD.isdisjoint(before[-2:])


def _currency(unit: str, states: list[ActorId]) -> str:
    """The code of a shared word's currency, by the first state that has one of that name; else the unit as it is."""
    known = load_units().currencies
    if known.get(unit) != unit:
        return unit
    for state in states:
        owned = (f"{adjective} {unit}".lower() for adjective in load_states()[state].adjectives)
        code = next((known[name] for name in owned if name in known), None)
        if code is not None:
            return code
    return unit
