"""To whom a deed is owed, as far as the text says.

The other party to a bilateral term is its creditor; terms that both owe jointly have none; a party that a cap spares is owed
restraint by the other.
"""

from __future__ import annotations

from servanda.codebook import ActorId, Slot, Span, stated, unclear, unstated
from servanda.reading.commitments.backgrounds import Background
from servanda.reading.commitments.foreign import states_in
from servanda.reading.commitments.lines import Name
from servanda.reading.commitments.promises import Promise

Actors = tuple[ActorId, ...]


def creditors_of(background: Background, promise: Promise, debtors: Slot[Actors], deed: Span) -> Slot[Actors]:
    """To whom the deed is owed.

    Args:
        background: the document.
        promise: what a construction found.
        debtors: who is bound.
        deed: the words of the deed.
    """
    sides = {background.states.get(actor) or actor for actor in debtors.value or ()}
    if len(sides) > 1:
        return stated((), debtors.spans, "both owe it jointly")
    two = len(background.parties) == 2 and sides < set(background.parties)
    other = tuple(party for party in background.parties if party not in sides)
    if two and background.adopted:
        return stated(other, debtors.spans, "the other party")
    named = _named_in(background, promise, deed, sides)
    if named is not None:
        return named
    placed = _placed_in(background, deed, sides)
    if two and placed is None:
        return stated(other, debtors.spans, "the other of the two parties in view")
    return placed or unstated()


def reversed_slots(
    background: Background, debtors: Slot[Actors], sources: frozenset[ActorId] = frozenset()
) -> tuple[Slot[Actors], Slot[Actors]]:
    """Debtors and creditors of a cap: who "shall not be required" is owed restraint by the other party.

    Args:
        background: the document.
        debtors: who is spared or gets something.
        sources: the states from which one gets something, as the words have it.
    """
    spared = debtors.value or ()
    if spared and len(sources) == 1 and sources.isdisjoint(spared):
        return stated(tuple(sources), debtors.spans, "from whom it comes"), debtors
    other = tuple(party for party in background.parties if party not in spared)
    if not spared or len(other) + len(spared) != len(background.parties) or not other:
        return unclear("a cap binds the other party, and the text names none", debtors.spans), debtors
    return stated(other, debtors.spans, "a cap binds the other party"), debtors


def _named_in(background: Background, promise: Promise, deed: Span, sides: set[ActorId]) -> Slot[Actors] | None:
    """The first other party that the deed names."""
    line = promise.line
    for name in line.names.values():
        place = line.stretch(name.first, name.last)
        others = [side for side in _sides_of(background, name) if side not in sides]
        if deed.holds(place) and others:
            return stated((others[0],), (place,))
    return None


def _placed_in(background: Background, deed: Span, sides: set[ActorId]) -> Slot[Actors] | None:
    """The one other state that the deed names without naming it a party: `send nurses to Barbados`, `duties on Korean goods`."""
    others = tuple(state for state in states_in(background, deed) if state not in sides)
    return stated(others, (deed,), "the only other state that the deed names") if len(others) == 1 else None


def _sides_of(background: Background, name: Name) -> list[ActorId]:
    return [background.states.get(actor) or actor for actor in name.actors]
