"""How each record of a thread stands to the one before it: one rule a tie, each with its reason in words.

The record before is the nearest one in time that is like it; of several on one day the one that is most alike. Of wording there is
exactly one tie (repeats, quotes or paraphrases); what is firmer, new, gone or changed comes beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import groupby
from typing import TypeAlias

from servanda.codebook import Link, RecordId, Thread
from servanda.codebook.keys import plain
from servanda.codebook.vocabulary import CommitmentStatus, Firmness, Novelty, Polarity, Tie
from servanda.resolve.commitments.likenesses import likeness_of
from servanda.resolve.commitments.orders import firmness_of, said_order
from servanda.resolve.commitments.terms import is_refused_later
from servanda.resolve.commitments.threads import ACCEPTED, PROPOSED
from servanda.resolve.commitments.tokens import total
from servanda.resolve.commitments.undertakings import Undertaking

Told: TypeAlias = tuple[Tie, str, str]
"""A tie, the field that it is about, and its reason."""
Rule: TypeAlias = Callable[[Undertaking, Undertaking], Iterator[Told]]

_WORD = re.compile(r"\w+")
_CONDITION = re.compile(r"\b(?:condition\w*|provided that|subject to|depend\w* on|if|unless|once)\b", re.IGNORECASE)
_RUN = 4
_SAME = 0.9
_TWO = 2
_ROUNDED = 20


def links_of(
    thread: Thread, members: Iterable[Undertaking], same: Collection[frozenset[RecordId]] = ()
) -> Iterator[Link]:
    """The links of a thread's records, each to the one before it that is like it.

    Args:
        thread: the thread.
        members: its records.
        same: what people called the same, two by two: it is alike.
    """
    ordered = sorted(members, key=said_order)
    # What holds a thread of two together is that the two are one.
    same = (*same, frozenset(thread.records)) if len(ordered) == _TWO else same
    for place, later in enumerate(ordered[1:], 1):
        earlier = _before(later, ordered[:place], same)
        if earlier is not None:
            yield from told_of(earlier, later, thread.score)


def told_of(earlier: Undertaking, later: Undertaking, score: float) -> Iterator[Link]:
    """All links of a record to the one before it.

    Args:
        earlier: the one before.
        later: the record.
        score: how sure it is that the two are one.
    """
    for rule in RULES:
        for tie, slot, reason in rule(earlier, later):
            yield Link(tie=tie, earlier=earlier.id, later=later.id, slot=slot, reason=reason, score=score)


def _before(
    later: Undertaking, earlier: list[Undertaking], same: Collection[frozenset[RecordId]]
) -> Undertaking | None:
    """The nearest one in time that is like it; of several of one day the most alike, then the last.

    A thread may hold records that are not like one another and both like a later one: then the second of them has none before it.
    """
    near: list[Undertaking] = []
    for _, told in groupby(reversed(earlier), key=lambda other: other.said):
        scores = [(_score(other, later, same), other) for other in told]
        if alike := [other for score, other in scores if score >= ACCEPTED]:
            near = alike
            break
        near = near or [other for score, other in scores if score >= PROPOSED]
    return max(near, key=lambda other: (total(other.tokens & later.tokens), said_order(other)), default=None)


def _score(one: Undertaking, other: Undertaking, same: Collection[frozenset[RecordId]]) -> float:
    return 1.0 if frozenset((one.id, other.id)) in same else likeness_of(one, other).score


def tell_wording(earlier: Undertaking, later: Undertaking) -> Iterator[Told]:
    """Whether the same words are said again, are quoted, or are others."""
    mine, theirs = plain(earlier.words), plain(later.words)
    all_, shared = total(earlier.tokens | later.tokens), total(earlier.tokens & later.tokens)
    quoted = _quoted(earlier, later)
    if mine == theirs:
        yield Tie.REPEATS, "", "the same words"
    elif quoted:
        yield Tie.QUOTES, "", f"in quotation marks: {quoted}"
    elif all_ and shared >= _SAME * all_ and (mine in theirs or theirs in mine):
        yield Tie.REPEATS, "", "the same words, but for a few that say nothing of it"
    else:
        yield Tie.PARAPHRASES, "", f"{round(100 * shared / all_) if all_ else 0} % of what both tell is the same"


def tell_firmness(earlier: Undertaking, later: Undertaking) -> Iterator[Told]:
    """Whether it binds more firmly than before, or less; who leaves out by when or how much is no firmer for a firmer word."""
    before, after = firmness_of(earlier), firmness_of(later)
    silent = before < after and _is_vaguer(earlier, later)
    if before != after and not silent and _may_be_weighed(earlier, later):
        tie = Tie.STRENGTHENS if after > before else Tie.WEAKENS
        yield tie, "firmness", f"{earlier.record.firmness.value}, then {later.record.firmness.value}"


def _may_be_weighed(earlier: Undertaking, later: Undertaking) -> bool:
    """Whether the two words that bind can be weighed against one another.

    What parties reaffirm, they say is what it was. What several agreed and what one of them pledged are two modes. Where no
    word binds, how firm it is follows from the text that holds it.
    """
    if later.record.novelty.value is Novelty.REAFFIRMED:
        return False
    modes = {earlier.record.firmness.value, later.record.firmness.value}
    if modes == _TOGETHER_OR_ALONE and earlier.debtors != later.debtors:
        return False
    return bool(earlier.record.wording and later.record.wording)


_TOGETHER_OR_ALONE = {Firmness.AGREED, Firmness.PLEDGED}


def _is_vaguer(earlier: Undertaking, later: Undertaking) -> bool:
    """Whether the later one leaves out the deadline, or every number, that the earlier one has."""
    undated = earlier.record.deadline.value is not None and later.record.deadline.value is None
    return undated or bool(earlier.figures and not later.figures)


def tell_quantities(earlier: Undertaking, later: Undertaking) -> Iterator[Told]:
    """Which numbers are new, gone, or others."""
    gone, new = earlier.figures - later.figures, later.figures - earlier.figures
    if gone and new:
        changed = [(a, b) for a in sorted(gone) for b in sorted(new) if a[1] == b[1]]
        if changed and all(abs(a[0] - b[0]) * _ROUNDED > abs(a[0]) for a, b in changed):
            yield Tie.CHANGES, "quantities", "; ".join(f"{_shown([a])}, then {_shown([b])}" for a, b in changed)
        if changed:
            return
    if new:
        yield Tie.ADDS, "quantities", f"{_shown(new)} stands only in the later one"
    if gone:
        yield Tie.DROPS, "quantities", f"{_shown(gone)} stands only in the earlier one"


def tell_deadlines(earlier: Undertaking, later: Undertaking) -> Iterator[Told]:
    """Whether a deadline is new, gone, or another."""
    before, after = earlier.record.deadline.value, later.record.deadline.value
    if before is None and after is not None:
        yield Tie.ADDS, "deadline", f"by {after} only in the later one"
    elif before is not None and after is None:
        yield Tie.DROPS, "deadline", f"by {before} only in the earlier one"
    elif before != after:
        yield Tie.CHANGES, "deadline", f"by {before}, then by {after}"


def tell_conditions(earlier: Undertaking, later: Undertaking) -> Iterator[Told]:
    """Whether a condition is new or gone; one that stands inside the clause is there (`on the basis of conditions`)."""
    if later.record.condition and not _is_conditional(earlier):
        yield Tie.ADDS, "condition", "only the later one has a condition"
    elif earlier.record.condition and not _is_conditional(later):
        yield Tie.DROPS, "condition", "only the earlier one has a condition"


def tell_polarity(earlier: Undertaking, later: Undertaking) -> Iterator[Told]:
    """Whether one declines what the other undertakes."""
    if earlier.record.polarity.value == later.record.polarity.value:
        return
    taken_back = later.record.polarity.value is Polarity.MINUS and later.debtors == earlier.debtors
    told_so = later.record.status.value is CommitmentStatus.WITHDRAWN or is_refused_later(earlier, later)
    if taken_back and told_so:
        yield Tie.WITHDRAWS, "polarity", "undertaken, then taken back"
    else:
        told = (str(side.record.polarity.value or "") for side in (earlier, later))
        yield Tie.CONTRADICTS, "polarity", " against ".join(_SIGNS.get(sign, sign) for sign in told)


def tell_status(earlier: Undertaking, later: Undertaking) -> Iterator[Told]:
    """Whether it is said to be being met, to be met, or to be taken back."""
    before, after = earlier.record.status.value, later.record.status.value
    if after == before or after not in _REPORTS:
        return
    tie = _REPORTS[after]
    yield tie, "status", f"{before or 'nothing said'}, then {after}"


_REPORTS = {
    CommitmentStatus.IN_PROGRESS: Tie.PROGRESS,
    CommitmentStatus.FULFILLED: Tie.FULFILMENT,
    CommitmentStatus.WITHDRAWN: Tie.WITHDRAWS,
}
_SIGNS = {"+": "undertaken", "-": "declined"}
RULES: tuple[Rule, ...] = (
    tell_wording,
    tell_firmness,
    tell_quantities,
    tell_deadlines,
    tell_conditions,
    tell_polarity,
    tell_status,
)


def _is_conditional(undertaking: Undertaking) -> bool:
    return bool(undertaking.record.condition) or _CONDITION.search(undertaking.words) is not None


def _quoted(earlier: Undertaking, later: Undertaking) -> str:
    """The first words inside quotation marks of the later one that stand in the earlier one in a row."""
    there = f" {' '.join(_WORD.findall(earlier.words.casefold()))} "
    words = _WORD.findall(later.quoted)
    for first in range(len(words) - _RUN + 1):
        run = words[first : first + _RUN]
        if f" {' '.join(run).casefold()} " in there:
            return " ".join(run)
    return ""


def _shown(figures: Iterable[tuple[object, str]]) -> str:
    return ", ".join(f"{value:,f} {unit}" for value, unit in sorted(figures, key=str))
