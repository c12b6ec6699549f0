"""Instruments that no rule knows and the trained model sees: what they are called, and what sort they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from servanda.codebook.vocabulary import InstrumentKind, InstrumentStatus
from servanda.lexicon.papers import Paper, papers_by_word
from servanda.reading.instruments.extents import nominal_of
from servanda.reading.instruments.generals import is_gathering, is_general
from servanda.reading.instruments.nouns import NEGATED, Naming, is_proper_name
from servanda.reading.likely import likely_in
from servanda.reading.stretches import Stretch

LEAST = 1.0
"""How much must speak for an instrument, as the logarithm of the odds."""
_SCORE = 0.6
_OPENS = 0.5
"""What a rule holds less likely can only point back to an instrument named before."""


def find_likely(stretch: Stretch, taken: Sequence[Naming]) -> Iterator[Naming]:
    """The instruments of one sentence that only the model sees.

    Args:
        stretch: the sentence.
        taken: what the rules have read in it.
    """
    for one in likely_in(stretch.scene, stretch.span, "instruments", LEAST):
        if any(other.score >= _OPENS and other.nominal.span.overlaps(one.span) for other in taken):
            continue
        nominal = nominal_of(stretch, one.span)
        if not NEGATED.isdisjoint(nominal.lead) or is_general(stretch, nominal) or is_gathering(stretch, nominal):
            continue
        paper = papers_by_word().get(one.span.of(stretch.scene.text).lower()) or _paper(one.label("paper"))
        proper = is_proper_name(stretch, nominal)
        yield Naming(paper=paper, nominal=nominal, stretch=stretch, score=_SCORE, is_proper=proper, seen=True)


@cache
def _paper(kind: str) -> Paper:
    """An instrument of which only the kind is known."""
    return Paper(name="likely", words=(), kind=InstrumentKind(kind), status=InstrumentStatus.CONCLUDED, example="")
