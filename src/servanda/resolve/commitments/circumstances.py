"""Where and when two commitments were said: in one document or two, how far apart, on one occasion."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.codebook.vocabulary import Act, Novelty
from servanda.resolve.commitments.findings import Comparison, Found
from servanda.resolve.commitments.tokens import token_of, total
from servanda.resolve.commitments.undertakings import Undertaking

_YEAR = 365.25
_PASSING = frozenset((Act.VISIT, Act.EXERCISE, Act.TRANSFER, Act.FUND, Act.PROCURE))
"""Acts that are done once, and then done anew."""
_VISITS = frozenset(map(token_of, ("visit", "welcome", "host", "travel")))
_MEETINGS = frozenset(map(token_of, ("meet", "meeting", "bilateral", "trilateral")))
_TALKS = frozenset((Act.CONSULT, Act.NEGOTIATE, Act.VISIT))
"""Words and acts of what is done on one day; of a group with a name of its own it is told that it meets again."""
_TERMS = {"day": 1, "week": 7, "month": 30, "year": 365}
"""Units of a term, with their days."""
DAYS = 7
_WEEKS, _LONG = 45, 4.0
_TITLE, _ENDLESS = 20.0, 1_000_000


def compare_places(one: Undertaking, other: Undertaking) -> Iterator[Found]:
    """Two terms of one document are two, unless their words are nearly the same."""
    if one.document == other.document:
        yield Found("one document", 1.0, "two terms of one document")


def compare_times(one: Undertaking, other: Undertaking) -> Iterator[Found]:
    """When they were said: a meeting of last year is not this year's, a sum of last year was paid or is another."""
    if one.said is None or other.said is None:
        return
    days = days_between(one, other)
    if days <= DAYS:
        yield Found("within days", 1.0, "said within days of one another")
    elif days <= _WEEKS:
        yield Found("within weeks", 1.0, "said within weeks of one another")
    else:
        years = min(days / _YEAR, _LONG)
        acts, shared = {one.record.act.value, other.record.act.value}, one.tokens & other.tokens
        if Act.VISIT in acts or shared & _VISITS or (acts <= _TALKS and shared & _MEETINGS and not _has_name(shared)):
            yield Found("visit of another time", 1.0, "a visit or a meeting, months apart")
        if any(value * _TERMS.get(unit, _ENDLESS) <= days + _WEEKS for value, unit in one.figures & other.figures):
            yield Found("term over", 1.0, "its term was over when it was said again")
        yield Found("years, passing" if acts & _PASSING else "years", years, f"said {days / _YEAR:.1f} years apart")


def _has_name(tokens: frozenset[str]) -> bool:
    return any(token.startswith("#") for token in tokens)


def compare_newness(one: Undertaking, other: Undertaking) -> Iterator[Found]:
    """Whether what is said again after days is called new then, or one more: another package is not the one before."""
    if one.said is None or other.said is None or days_between(one, other) <= DAYS:
        return
    later = other if one.said < other.said else one
    if later.is_one_more:
        yield Found("one more later", 1.0, "called new or one more, days later")
    if later.record.novelty.value is Novelty.NEW and days_between(one, other) > _WEEKS:
        yield Found("announced later", 1.0, "announced as new, weeks later")


def days_between(one: Undertaking, other: Undertaking) -> int:
    """The days between the two, or very many where one is undated."""
    return abs(one.said.toordinal() - other.said.toordinal()) if one.said and other.said else _ENDLESS


def compare_documents(one: Undertaking, other: Undertaking) -> Iterator[Found]:
    """How far the two documents are about the same: the states that they name, the words of their titles."""
    if one.document == other.document:
        return
    mine, theirs = one.company, other.company
    if mine and theirs:
        yield Found("same company", len(mine & theirs) / len(mine | theirs))
    if shared := total(one.title & other.title):
        yield Found("titles", min(shared, _TITLE) / _TITLE)


COMPARISONS: tuple[Comparison, ...] = (compare_places, compare_times, compare_newness, compare_documents)
