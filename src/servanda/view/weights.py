"""How much an undertaking weighs where a page has room for few. What it weighs is no verdict on what it is worth."""

from __future__ import annotations

from typing import TypeAlias

from servanda.codebook.vocabulary import Firmness, ThreadStatus
from servanda.store import side_of
from servanda.view.undertakings import Undertaking

_WEIGHT = {Firmness.BINDING: 3, Firmness.PLEDGED: 2, Firmness.AGREED: 2, Firmness.INTENDED: 1, Firmness.ASPIRED: 0}
_ADOPTED = 2
_BETWEEN = 3

Weight: TypeAlias = tuple[float, str, str]


def weight_of(one: Undertaking) -> Weight:
    """How firm and how often said, between parties or of one alone, with a number, and how lately."""
    commitment = one.commitment
    weight = _WEIGHT[commitment.firmness.value] if commitment.firmness.value else 0
    weight += _ADOPTED if any(row.status is ThreadStatus.ADOPTED for row in one.evidence) else 0
    weight += bool(commitment.quantities.value) + bool(one.timing.deadline)
    weight += _BETWEEN if len(sides_of(one)) > 1 else 0
    return weight + min(3, len({saying.source for saying in one.sayings}) - 1), str(one.sayings[-1].day or ""), one.id


def sides_of(one: Undertaking) -> tuple[str, ...]:
    """Whom it binds and to whom, each once: one alone where a party only says what it will do itself."""
    return tuple(sorted(set(map(side_of, (*one.debtors, *one.creditors)))))
