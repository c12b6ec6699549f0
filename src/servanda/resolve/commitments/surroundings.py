"""What stands around two commitments: the rest of their sentences.

Two short clauses that are alike (`continue our close coordination`) are of one thing where their sentences go on about the
same, and mostly of two where these share nothing more.
"""

from __future__ import annotations

from collections.abc import Iterator

from servanda.resolve.commitments.findings import Comparison, Found
from servanda.resolve.commitments.tokens import total
from servanda.resolve.commitments.undertakings import Undertaking

_NOTHING, _ENOUGH = 5.0, 15.0
"""Bits below which there is nothing, and that a sentence tells which goes on."""


def compare_sentences(one: Undertaking, other: Undertaking) -> Iterator[Found]:
    """Whether the sentences of two documents share something beyond what the clauses do."""
    if one.document == other.document:
        return
    more = total(one.surroundings & other.surroundings) - total(one.tokens & other.tokens)
    if more < _NOTHING and all(total(side.surroundings) - total(side.tokens) >= _ENOUGH for side in (one, other)):
        yield Found("sentences apart", 1.0, "their sentences go on, and share nothing more")


COMPARISONS: tuple[Comparison, ...] = (compare_sentences,)
