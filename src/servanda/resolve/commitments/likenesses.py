"""How like two commitments are: named comparisons, each with the weight of what it found and its reason in words.

A weight is for one undertaking where it is positive and against it where it is negative; the weights add up, and their
sum is the score on a scale from 0 to 1. A comparison sees the two commitments and the lexicon alone. What one of the
two leaves open is neither for nor against.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from math import exp
from typing import TypeAlias

from servanda.codebook.vocabulary import Act, Polarity
from servanda.lexicon.states import load_states
from servanda.resolve.commitments.tokens import bits_of, total, without_doubles
from servanda.resolve.commitments.undertakings import Undertaking, is_state


@dataclass(frozen=True, slots=True)
class Found:
    """What one comparison found.

    Attributes:
        weight: how much it speaks for one undertaking; negative where it speaks against.
        reason: in words.
    """

    weight: float
    reason: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two commitments compared.

    Attributes:
        score: from 0 to 1.
        reason: in words, what was compared, the weightiest first.
    """

    score: float
    reason: str


Comparison: TypeAlias = Callable[[Undertaking, Undertaking], Found | None]

_START = -4.0
"""The weight before anything is compared: of records that share a key most are not one undertaking."""


def likeness_of(one: Undertaking, other: Undertaking) -> Likeness:
    """How like two commitments are; the same whichever is named first."""
    one, other = sorted((one, other), key=lambda undertaking: undertaking.id)
    found = [told for compare in COMPARISONS if (told := compare(one, other))]
    weight = _START + sum(told.weight for told in found)
    reasons = [told.reason for told in sorted(found, key=lambda told: (-abs(told.weight), told.reason))]
    # Only a person is wholly sure.
    return Likeness(score=min(round(1 / (1 + exp(-weight)), 3), 0.999), reason="; ".join(reasons))


def compare_words(one: Undertaking, other: Undertaking) -> Found | None:
    """What they are about: `a new consultative group on nuclear planning` and `the Nuclear Consultative Group`."""
    whole = _words_in_common(one.tokens_beside(other), other.tokens_beside(one))
    best = max((_words_in_common(*way) for way in _ways(one, other)), key=lambda found: found.weight, default=whole)
    if best.weight - _OF_PART <= whole.weight:
        return whole
    return Found(best.weight - _OF_PART, f"{best.reason}, by one deed of several or with the sentence before")


_OF_PART = 0.5
"""How much less is sure where not all of both clauses is compared, or more than they."""


def _ways(one: Undertaking, other: Undertaking) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Other ways to lay two commitments beside one another: with what one points to, and each of several joined deeds."""
    if one.document == other.document:
        return
    if one.context:
        yield one.tokens | one.context, other.tokens
    if other.context:
        yield one.tokens, other.tokens | other.context
    yield from ((tokens, other.tokens) for tokens in one.clauses)
    yield from ((one.tokens, tokens) for tokens in other.clauses)


def _words_in_common(mine: frozenset[str], theirs: frozenset[str]) -> Found:
    shared = mine & theirs
    if not total(shared):
        return Found(-3.0, "no word in common")
    mine, theirs = without_doubles(mine, shared), without_doubles(theirs, shared)
    common, least, all_ = total(shared), min(total(mine), total(theirs)), total(mine | theirs)
    cover, whole = common / least, common / all_
    told = sorted((t for t in shared if bits_of(t)), key=lambda token: (-bits_of(token), token))[:5]
    weight = min(common, 45.0) / 10 + 3.0 * (cover - 0.5) + 4.0 * (whole - 0.3) - 6.0 * max(0.0, 0.25 - whole)
    return Found(
        weight, f"beginnings of words in common: {', '.join(map(_shown, told))} ({round(100 * whole)} % of both)"
    )


def compare_substance(one: Undertaking, other: Undertaking) -> Found | None:
    """Whether there is enough in common to tell anything: to `stay the course` is no undertaking that could be followed."""
    usual = total(one.tokens_beside(other) & other.tokens_beside(one))
    told = max((usual, *(total(mine & theirs) for mine, theirs in _ways(one, other))))
    told += _OF_FIGURE * len(one.figures & other.figures)
    if _is_one_sum(one, other):
        return None
    return Found((told - _LITTLE) / 2, "little in common that could be told from others") if told < _LITTLE else None


_LITTLE, _OF_FIGURE = 15.0, 6.0


def compare_debtors(one: Undertaking, other: Undertaking) -> Found | None:
    """Who is bound: the same words by another circle of parties are another undertaking."""
    mine, theirs = one.debtors, other.debtors
    if mine == theirs:
        return Found(1.4 if len(one.circle) > _FEW else 1.0, f"bound are {_listed(mine)}")
    if not mine & theirs:
        if mine & other.creditors and theirs & one.creditors:
            return Found(-3.0, "each is bound to the other")
        return Found(-3.5, f"bound are {_listed(mine)} here, others there: {_listed(theirs)}")
    told = f"bound are {_listed(mine)} here, {_listed(theirs)} there"
    if one.circle == other.circle:
        return Found(0.8, f"{told}, between the same parties")
    if mine <= theirs or theirs <= mine:
        return Found(0.3 if (mine ^ theirs) <= one.company & other.company else 0.0, told)
    return Found(-2.5, told)


_FEW = 2
"""A circle of more parties than these tells more than that of two."""


def compare_creditors(one: Undertaking, other: Undertaking) -> Found | None:
    """To whom it is owed, and which states its words name."""
    bound = one.debtors | other.debtors
    here, there = one.named - bound, other.named - bound
    if here and there and not here & there:
        return Found(-4.0, f"one names {_listed(here)}, the other {_listed(there)}")
    mine, theirs = one.states - bound, other.states - bound
    if mine and theirs:
        if mine & theirs:
            return Found(0.7, f"both concern {_listed(mine & theirs)}")
        return Found(-4.0, f"one concerns {_listed(mine)}, the other {_listed(theirs)}")
    both = one.states & other.states
    return Found(0.4, f"both concern {_listed(both)}") if both else None


def compare_company(one: Undertaking, other: Undertaking) -> Found | None:
    """Whether each one's document knows the parties of the other: of Kenya's port no report is that never names Kenya."""
    for here, there in ((one, other), (other, one)):
        unknown = (here.states | {party for party in here.circle if is_state(party)}) - there.company
        if unknown:
            return Found(-2.5, f"the document of one does not name {_listed(unknown)}")
    return None


def compare_acts(one: Undertaking, other: Undertaking) -> Found | None:
    """What is to be done."""
    mine, theirs = one.record.act.value, other.record.act.value
    if mine == theirs:
        return Found(0.6, f"the same act, {mine}") if mine is not Act.OTHER else None
    if Act.OTHER in {mine, theirs}:
        return None
    if any({mine, theirs} <= near for near in _NEAR):
        return Found(0.0, f"{mine} and {theirs} are near one another")
    return Found(-0.8, f"{mine} is not {theirs}")


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


def compare_figures(one: Undertaking, other: Undertaking) -> Found | None:
    """How much: another number of the same unit is another undertaking, unless one is a part or a rounding."""
    if not one.figures or not other.figures:
        return None
    same = one.figures & other.figures
    if same:
        weight = _ONE_SUM if _is_one_sum(one, other) else max(_telling(value, unit) for value, unit in same)
        return Found(weight, f"both give {', '.join(sorted(f'{value:,f} {unit}' for value, unit in same))}")
    units = {unit for _, unit in one.figures} & {unit for _, unit in other.figures}
    if units:
        return Found(-5.5, f"another number of {', '.join(sorted(units))}")
    return None


def _is_one_sum(one: Undertaking, other: Undertaking) -> bool:
    """Whether two texts tell of one large sum that the same side owes the same side by the same act, in whatever words."""
    sums = {value for value, unit in one.figures & other.figures if value >= _LARGE and _IS_MONEY.fullmatch(unit)}
    acts = {one.record.act.value, other.record.act.value}
    same_sides = one.debtors == other.debtors and bool(one.creditors) and one.creditors == other.creditors
    return bool(sums) and len(acts) == 1 and same_sides and one.record.document != other.record.document


_LARGE, _ONE_SUM = Decimal(100_000_000), 6.0
_IS_MONEY = re.compile(r"[A-Z]{3}")


def _telling(value: Decimal, unit: str) -> float:
    """How much a number in common tells: three of something say little, 3.5 or 32,000 much, round sums of money less."""
    if value >= _MANY and _IS_THING.match(unit):
        return 3.2
    return 2.5 if value >= 20 or value != value.to_integral_value() else 1.0


_MANY = 1_000
_IS_THING = re.compile(r"[a-z]{3}")


def compare_numbers(one: Undertaking, other: Undertaking) -> Found | None:
    """Numbers that name something: a year, an order, a resolution."""
    mine, theirs = ({token for token in side.tokens if token.startswith("№")} for side in (one, other))
    if not mine or not theirs:
        return None
    if mine & theirs:
        return Found(0.5, f"both name {_listed(map(_shown, mine & theirs))}")
    return Found(-2.5, f"{_listed(map(_shown, mine))} here, {_listed(map(_shown, theirs))} there")


def compare_deadlines(one: Undertaking, other: Undertaking) -> Found | None:
    """By when."""
    mine, theirs = one.record.deadline.value, other.record.deadline.value
    if mine is None or theirs is None:
        return None
    if mine == theirs:
        return Found(1.2, f"both by {mine}")
    # The end of a decade, a year or a month is told as its last day or as the one that follows.
    apart = not mine.meets(theirs) and mine.end != theirs.start and theirs.end != mine.start
    return Found(-1.0, f"by {mine} here, by {theirs} there") if apart else None


def compare_instruments(one: Undertaking, other: Undertaking) -> Found | None:
    """In which instrument."""
    if not one.instrument or not other.instrument:
        return None
    if one.instrument == other.instrument:
        return Found(1.0, f"both in {one.instrument}")
    return None


def compare_polarities(one: Undertaking, other: Undertaking) -> Found | None:
    """Whether it is undertaken or declined."""
    mine, theirs = one.record.polarity.value, other.record.polarity.value
    return (
        None
        if mine == theirs or Polarity.MINUS not in {mine, theirs}
        else Found(-1.0, "undertaken here, declined there")
    )


def compare_places(one: Undertaking, other: Undertaking) -> Found | None:
    """Two terms of one document are two, unless their words are nearly the same."""
    return Found(-2.6, "two terms of one document") if one.document == other.document else None


def compare_times(one: Undertaking, other: Undertaking) -> Found | None:
    """When they were said: a meeting of last year is not this year's, a sum of last year was paid or is another."""
    if one.said is None or other.said is None:
        return None
    years = abs((one.said - other.said).days) / 365.25
    passing = {one.record.act.value, other.record.act.value} & _PASSING
    if years < 0.1:
        return Found(0.5, "said within days of one another")
    if years < 0.5:
        return None
    weight = -min(years, 4.0) * (0.9 if passing else 0.2)
    return Found(weight, f"said {years:.1f} years apart")


_PASSING = frozenset((Act.VISIT, Act.EXERCISE, Act.TRANSFER, Act.FUND, Act.PROCURE))
"""Acts that are done once, and then done anew."""

COMPARISONS: tuple[Comparison, ...] = (
    compare_words,
    compare_substance,
    compare_debtors,
    compare_creditors,
    compare_company,
    compare_acts,
    compare_figures,
    compare_numbers,
    compare_deadlines,
    compare_instruments,
    compare_polarities,
    compare_places,
    compare_times,
)


def _shown(token: str) -> str:
    """A token for people: a state by its name, initials and numbers as they are, a stem as the beginning of a word."""
    bare = token.lstrip("@#№~")
    if token.startswith("@"):
        return _named(bare)
    return bare if bare != token or not token.isalpha() else f"{token}-"


def _named(party: str) -> str:
    known = load_states().get(party)
    return known.name if known else party


def _listed(parties: Iterable[str]) -> str:
    return ", ".join(_named(party) for party in sorted(parties)) or "nobody"
