"""Which words of a text head a record and which act a clause is, as a trained model sees it, and what the package asks of such a model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from servanda.codebook.vocabulary import Act

ACTS = tuple(Act)
"""The acts in the order in which a model weighs them."""
FAINTEST = -5.0
"""Words for which less speaks, as the logarithm of the odds, are not named: of what rules read there, one in ten assessments is right and one in five commitments."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A word that may head a record.

    Attributes:
        place: the word's number in its sentence, from 0.
        first: number of the first word of the record around it.
        last: number behind its last word.
        kind: the kind of record, by its plural name ("occasions").
        odds: how much speaks for it, as the logarithm of the odds.
        labels: what sort it is, by the name of the question ("type": "CONSULT"); none where little speaks for it.
    """

    place: int
    first: int
    last: int
    kind: str
    odds: float
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What a model sees in one sentence.

    Attributes:
        heads: the words that may head a record.
        acts: for each word, how much speaks for each act of the commitment in which it stands: logarithms, in the order of
            `ACTS`, of which only the differences count. Empty where the model has nothing to say of acts.
    """

    heads: tuple[Head, ...]
    acts: Sequence[Sequence[float]] = ()


class HeadModel(Protocol):
    """What the package asks of a model of records."""

    def sights(self, sentences: Sequence[Sequence[str]]) -> tuple[Sight, ...]:
        """What it sees in each sentence of a text, given as words."""
        ...


@cache
def packaged_head_model() -> HeadModel:
    """The model of the package, loaded once."""
    # What runs it takes half a second to import, and most commands read no text.
    from servanda.lexicon.record_model import packaged_record_model  # noqa: PLC0415

    return packaged_record_model()
