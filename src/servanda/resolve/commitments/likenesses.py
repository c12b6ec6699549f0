"""How like two commitments are: what named comparisons find, each with its weight and its reason in words.

A weight is for one undertaking where it is positive and against it where it is negative; the weights add up, and their
sum is the score on a scale from 0 to 1. The weights are a table of the lexicon, learned from pairs that were judged by
reading (`training/links` of the source). A comparison sees the two commitments and the lexicon alone. What one of the two
leaves open is neither for nor against.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from math import exp, log

from servanda.lexicon.likenesses import load_weights
from servanda.resolve.commitments import circles, circumstances, surroundings, terms, wordings
from servanda.resolve.commitments.circumstances import DAYS, days_between
from servanda.resolve.commitments.findings import Comparison, Found
from servanda.resolve.commitments.undertakings import Undertaking
from servanda.resolve.commitments.wordings import most_of_words

COMPARISONS: tuple[Comparison, ...] = (
    *circles.COMPARISONS,
    *circumstances.COMPARISONS,
    *terms.COMPARISONS,
    *surroundings.COMPARISONS,
    *wordings.COMPARISONS,
)
_OF_STATES = ("same state named", "same relation", "same creditor", "same state")
_START = "start"
"""The weight before anything is compared: of records that share a key most are not one undertaking."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two commitments compared.

    Attributes:
        weight: what all findings weigh together.
        found: what was found, each with its weight, in the order of the comparisons.
    """

    weight: float
    found: tuple[tuple[float, Found], ...]

    @property
    def reason(self) -> str:
        """In words, what was compared, the weightiest first. It is put together only for the few pairs that are kept."""
        reasons = ((weight, told.reason) for weight, told in self.found)
        return "; ".join(reason for _, reason in sorted(reasons, key=lambda told: (-abs(told[0]), told[1])) if reason)

    @property
    def score(self) -> float:
        """The weight on a scale from 0 to 1; only a person is wholly sure."""
        return min(round(1 / (1 + exp(-self.weight)), 3), 0.999)


def findings_of(one: Undertaking, other: Undertaking) -> Iterator[Found]:
    """All that the comparisons find; the same whichever commitment is named first."""
    one, other = sorted((one, other), key=lambda undertaking: undertaking.id)
    return (found for compare in COMPARISONS for found in compare(one, other))


def likeness_of(one: Undertaking, other: Undertaking) -> Likeness:
    """How like two commitments are; the same whichever is named first."""
    weights = load_weights()
    found = tuple((weights[told.feature] * told.value, told) for told in findings_of(one, other))
    return Likeness(weight=weights[_START] + sum(weight for weight, _ in found), found=found)


def may_be_like(one: Undertaking, other: Undertaking, score: float) -> bool:
    """Whether two commitments may reach a score: most pairs fail by their parties, or by how few words they share.

    What is quickest to compare comes first, and nothing more is compared once the rest cannot make up for it.
    """
    if are_apart(one, other):
        return False
    one, other = sorted((one, other), key=lambda undertaking: undertaking.id)
    wanted = log(score / (1 - score)) - load_weights()[_START]
    weight = _weight((circles.compare_debtors,), one, other) + most_of_words(one, other)
    rest = [most(one, other) for most, _ in _STEPS]
    for place, (_, comparisons) in enumerate(_STEPS):
        if weight + sum(rest[place:]) < wanted:
            return False
        weight += _weight(comparisons, one, other)
    return weight >= wanted


def are_apart(one: Undertaking, other: Undertaking) -> bool:
    """Whether two commitments bind others, as far as the reading tells, and no four words in a row stand in both."""
    return one.debtors.isdisjoint(other.debtors) and one.is_clear and other.is_clear and one.runs.isdisjoint(other.runs)


def _most_of_circumstances(one: Undertaking, other: Undertaking) -> float:
    """The most that documents and days can weigh."""
    days = load_weights()["within days"] if days_between(one, other) <= DAYS else _most_of(("within weeks",))
    return days + _most_of(("same company",)) + _most_of(("titles",))


def _most_of_states(one: Undertaking, other: Undertaking) -> float:
    """The most that third states and partners can weigh."""
    states = 0.0 if one.states.isdisjoint(other.states) else _most_of(_OF_STATES)
    return states + _most_of(("same partner by title",))


def _most_of_terms(one: Undertaking, other: Undertaking) -> float:
    """The most that act, numbers, deadline and instrument can weigh, from what is there to be compared at all."""
    weights = load_weights()
    found = _most_of(terms.SPEAKING)
    found += 0.0 if one.figures.isdisjoint(other.figures) else _most_of(terms.OF_FIGURES)
    if one.instrument and one.instrument == other.instrument:
        found += weights["same instrument"]
    if one.deadline is not None and one.deadline == other.deadline:
        found += weights["same deadline"]
    return found


def _nothing(_one: Undertaking, _other: Undertaking) -> float:
    """What comparisons weigh at most that only ever speak against one undertaking."""
    return 0.0


_STEPS: tuple[tuple[Callable[[Undertaking, Undertaking], float], tuple[Comparison, ...]], ...] = (
    (_most_of_circumstances, circumstances.COMPARISONS),
    (_most_of_states, circles.BESIDE_DEBTORS),
    (_most_of_terms, terms.COMPARISONS),
    (_nothing, surroundings.COMPARISONS),
)
"""What is compared beside words and debtors, what is quickest first, each with the most that it can weigh."""


def _weight(comparisons: tuple[Comparison, ...], one: Undertaking, other: Undertaking) -> float:
    weights = load_weights()
    return sum(weights[told.feature] * told.value for compare in comparisons for told in compare(one, other))


@cache
def _most_of(features: tuple[str, ...]) -> float:
    return sum(max(0.0, load_weights()[feature]) for feature in features)
