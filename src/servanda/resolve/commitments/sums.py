"""A whole and its parts: 350 is 150 and 200, where the same parties give both parts in one text.

The numbers must add up exactly, and no two ways of adding up may lead to one whole: then nothing is said. The same
number for another thing is no part of anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from servanda.codebook import Link
from servanda.codebook.vocabulary import Role, Tie
from servanda.resolve.commitments.orders import said_order
from servanda.resolve.commitments.undertakings import Undertaking

_PARTS = (2, 3, 4)
_NEAR = 12
"""How many terms apart, at most, whole and parts stand in a text."""


def sums_of(document: Iterable[Undertaking]) -> Iterator[Link]:
    """The links between wholes and parts among the commitments of one document."""
    amounts = [(one, *amount) for one in document if (amount := _amount(one)) is not None]
    for whole, value, unit in amounts:
        parts = [
            (part, number)
            for part, number, of in amounts
            if of == unit and number < value and _is_of(whole, part) and abs(part.position - whole.position) <= _NEAR
        ]
        found = _adding_up(parts, value)
        if found:
            yield from _links(whole, found, value, unit)


def _amount(one: Undertaking) -> tuple[Decimal, str] | None:
    """The one sum that a commitment is about; None where it gives none or several, or a share or rate."""
    given = [quantity for quantity in one.record.quantities.value or () if quantity.role is Role.AMOUNT]
    if len(given) != 1 or "%" in given[0].unit or given[0].value <= 0:
        return None
    return given[0].value, given[0].unit


def _is_of(whole: Undertaking, part: Undertaking) -> bool:
    """Whether one can be a part of the other: the same parties, and other words."""
    return (
        whole is not part
        and whole.debtors == part.debtors
        and whole.record.polarity.value == part.record.polarity.value
    )


def _adding_up(parts: Sequence[tuple[Undertaking, Decimal]], value: Decimal) -> tuple[tuple[Undertaking, Decimal], ...]:
    """The one way to add up; empty where there is none, or several."""
    for number in _PARTS:
        found = [few for few in combinations(parts, number) if sum(held for _, held in few) == value]
        if found:
            return found[0] if len(found) == 1 else ()
    return ()


def _links(
    whole: Undertaking, parts: Iterable[tuple[Undertaking, Decimal]], value: Decimal, unit: str
) -> Iterator[Link]:
    parts = tuple(parts)
    told = f"{value:,f} {unit} is {' and '.join(f'{held:,f}' for _, held in parts)}"
    for part, _ in parts:
        if said_order(whole) < said_order(part):
            yield Link(tie=Tie.SPLITS, earlier=whole.id, later=part.id, slot="quantities", reason=told)
        else:
            yield Link(tie=Tie.SUMS, earlier=part.id, later=whole.id, slot="quantities", reason=told)
