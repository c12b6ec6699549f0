"""What two commitments undertake, term by term: the act, how much, by when, in which instrument, and whether at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from servanda.codebook.vocabulary import Act, Firmness, Novelty, Polarity
from servanda.lexicon.grammar import load_grammar
from servanda.resolve.commitments.findings import Comparison, Found
from servanda.resolve.commitments.undertakings import Undertaking

_LARGE, _MANY = Decimal(100_000_000), 1_000
_NO_LONGER = re.compile(r"\b(?:no longer|any ?longer|any ?more|after all)\b", re.IGNORECASE)
_IS_MONEY, _IS_THING = re.compile(r"[A-Z]{3}"), re.compile(r"[a-z]{3}")


def compare_acts(one: Undertaking, other: Undertaking) -> Iterator[Found]:
    """What is to be done."""
    mine, theirs = one.record.act.value, other.record.act.value
    if mine == theirs:
        if mine is not Act.OTHER:
            yield Found("same act", 1.0, "the same act, {}", (str(mine),))
    elif Act.OTHER not in {mine, theirs} and not any({mine, theirs} <= near for near in _NEAR):
        yield Found("other act", 1.0, "{} is not {}", (str(mine), str(theirs)))


_NEAR = tuple(
    frozenset(acts)
    for acts in (
        (Act.INVEST, Act.FUND, Act.SPEND, Act.BUILD, Act.SUPPORT),
        (Act.PROCURE, Act.TRANSFER, Act.TRADE, Act.FUND, Act.SUPPORT),
        (Act.COOPERATE, Act.CONSULT, Act.NEGOTIATE, Act.SUPPORT),
        (Act.DEFEND, Act.DETER, Act.SUPPORT, Act.COOPERATE),
        (Act.VISIT, Act.CONSULT, Act.NEGOTIATE),
        (Act.EXERCISE, Act.COOPERATE, Act.DETER),
        (Act.TRADE, Act.TARIFF),
        (Act.DISARM, Act.NEGOTIATE, Act.SUPPORT),
        (Act.IMPLEMENT, Act.COOPERATE, Act.SUPPORT),
    )
)
"""Acts that two readers of one clause may hold for one another."""


def compare_figures(one: Undertaking, other: Undertaking) -> Iterator[Found]:
    """How much: another number of the same unit is another undertaking, unless one is a part or a rounding."""
    same = one.figures & other.figures
    if same:
        told = f"both give {', '.join(sorted(f'{value:,f} {unit}' for value, unit in same))}"
        if _is_one_sum(one, other):
            yield Found("one sum", 1.0, told)
        else:
            yield Found("same number", max(_telling(value, unit) for value, unit in same), told)
        return
    units = {unit for _, unit in one.figures} & {unit for _, unit in other.figures}
    if units:
        yield Found("other number", 1.0, f"another number of {', '.join(sorted(units))}")
    elif bool(one.figures) != bool(other.figures) and not _is_taken_back(one, other):
        yield Found("number in one")


def _is_one_sum(one: Undertaking, other: Undertaking) -> bool:
    """Whether two texts tell of one large sum that the same side owes the same side by the same act, in whatever words."""
    sums = {value for value, unit in one.figures & other.figures if value >= _LARGE and _IS_MONEY.fullmatch(unit)}
    acts = {one.record.act.value, other.record.act.value}
    same_sides = one.debtors == other.debtors and bool(one.creditors) and one.creditors == other.creditors
    return bool(sums) and len(acts) == 1 and same_sides and one.record.document != other.record.document


def _telling(value: Decimal, unit: str) -> float:
    """How much a number in common tells: three of something say little, 3.5 or 32,000 much, round sums of money less."""
    if value >= _MANY and _IS_THING.match(unit):
        return 1.0
    return 0.8 if value >= 20 or value != value.to_integral_value() else 0.3


def compare_numbers(one: Undertaking, other: Undertaking) -> Iterator[Found]:
    """Numbers that name something: a year, an order, a resolution."""
    mine, theirs = ({token[1:] for token in side.tokens if token.startswith("№")} for side in (one, other))
    if mine & theirs:
        yield Found("same named number", 1.0, f"both name {', '.join(sorted(mine & theirs))}")
    elif mine and theirs:
        told = f"{', '.join(sorted(mine))} here, {', '.join(sorted(theirs))} there"
        yield Found("other named number", 1.0, told)
    elif mine or theirs:
        yield Found("named number in one")


def compare_deadlines(one: Undertaking, other: Undertaking) -> Iterator[Found]:
    """By when."""
    mine, theirs = one.deadline, other.deadline
    if mine is None or theirs is None:
        return
    if mine == theirs:
        yield Found("same deadline", 1.0, f"both by {mine}")
    # The end of a decade, a year or a month is told as its last day or as the one that follows.
    elif not mine.meets(theirs) and mine.end != theirs.start and theirs.end != mine.start:
        yield Found("other deadline", 1.0, f"by {mine} here, by {theirs} there")


def compare_instruments(one: Undertaking, other: Undertaking) -> Iterator[Found]:
    """In which instrument."""
    if one.instrument and one.instrument == other.instrument:
        yield Found("same instrument", 1.0, f"both in {one.instrument}")


def compare_polarities(one: Undertaking, other: Undertaking) -> Iterator[Found]:
    """Whether it is undertaken or declined."""
    mine, theirs = one.record.polarity.value, other.record.polarity.value
    if mine == theirs or Polarity.MINUS not in {mine, theirs}:
        return
    if _is_taken_back(one, other):
        yield Found("taken back", 1.0, "undertaken, then declined by the same")
    else:
        yield Found("declined once", 1.0, "undertaken here, declined there")


def _is_taken_back(one: Undertaking, other: Undertaking) -> bool:
    """Whether one tells that what the other undertakes is to be done no longer."""
    refused = next((b for a, b in ((one, other), (other, one)) if is_refused_later(a, b)), None)
    # "Will no longer lend" presupposes a promise to lend; "will not lend" may be of what was never promised.
    return refused is not None and refused.record.act.value is not Act.OTHER and _presupposes(refused.words)


def is_refused_later(earlier: Undertaking, later: Undertaking) -> bool:
    """Whether the same debtor declines on a later day the act that it undertook."""
    if Polarity.MINUS is not later.record.polarity.value or earlier.record.polarity.value is Polarity.MINUS:
        return False
    same = (
        bool(later.debtors) and later.debtors == earlier.debtors and later.record.act.value is earlier.record.act.value
    )
    after = earlier.said is not None and later.said is not None and earlier.said < later.said
    return same and after


def _presupposes(words: str) -> bool:
    """Whether what is declined was undertaken before, by the words that decline it."""
    return _NO_LONGER.search(words) is not None or not load_grammar().withdrawing.isdisjoint(words.lower().split())


def compare_firmnesses(one: Undertaking, other: Undertaking) -> Iterator[Found]:
    """Whether one undertakes what the other only wishes."""
    if (one.record.firmness.value is Firmness.ASPIRED) != (other.record.firmness.value is Firmness.ASPIRED):
        yield Found("wish in one", 1.0, "a wish in one of them")


def compare_novelties(one: Undertaking, other: Undertaking) -> Iterator[Found]:
    """Whether one of them says that it was said before."""
    told = {one.record.novelty.value, other.record.novelty.value}
    if Novelty.REAFFIRMED in told:
        yield Found("said again", 1.0, "")


COMPARISONS: tuple[Comparison, ...] = (
    compare_acts,
    compare_figures,
    compare_numbers,
    compare_deadlines,
    compare_instruments,
    compare_polarities,
    compare_firmnesses,
    compare_novelties,
)
SPEAKING = ("same act", "same named number", "said again")
"""Findings that speak for one undertaking, but for those of figures, deadlines and instruments."""
OF_FIGURES = ("one sum", "same number")
"""Findings of which a pair has one, where it shares a figure."""
