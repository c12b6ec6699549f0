"""A whole in one document whose parts stand in another: the 350 of a report is the 150 and 200 of the text.

Sums inside one document are found with the threads (`commitments/sums.py`). Across documents a number proves little, so
more is asked: the same party, counterpart and deed, days that lie near, telling words that the whole shares with each part, a document
that does not give the whole itself, and only one way of adding up. The same number for another thing is no part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from itertools import combinations

from servanda.codebook import ActorId, Commitment, DocumentId, Link
from servanda.codebook.vocabulary import Role, Tie
from servanda.lexicon.contrasts import common_words, formulaic_words
from servanda.resolve.synonyms import meaning_of

_PARTS = (2, 3)
_MOST = 14
"""So many parts of one document are tried at most."""
_DAYS = timedelta(days=90)
_WORDS = 3
_ROUGHLY = re.compile(
    r"\b(?:more than|over|up to|at least|nearly|about|around|almost|approximately|roughly|some)\s+(?:USD\s*|US)?[$€£¥]?\d",
    re.IGNORECASE,
)
_SMALL = frozenset(
    {
        "this",
        "that",
        "these",
        "those",
        "with",
        "from",
        "into",
        "over",
        "under",
        "will",
        "shall",
        "their",
        "which",
        "when",
    }
)
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A commitment that states one amount.

    Attributes:
        commitment: the record.
        document: its document.
        day: when that was published; None where unknown.
        words: the words of its clause.
    """

    commitment: Commitment
    document: DocumentId
    day: date | None
    words: str


@dataclass(frozen=True, slots=True)
class _Amount:
    """A stated commitment with its amount."""

    stated: Stated
    value: Decimal
    unit: str


def totals_of(stated: Iterable[Stated]) -> Iterator[Link]:
    """The links between wholes and their parts in other documents, in a fixed order."""
    amounts = sorted(filter(None, map(_amount, stated)), key=lambda one: one.stated.commitment.id)
    by_document: dict[DocumentId, list[_Amount]] = {}
    for one in amounts:
        by_document.setdefault(one.stated.document, []).append(one)
    for whole in amounts:
        for parts in _ways(whole, by_document):
            yield from _links(whole, parts)


def _ways(whole: _Amount, by_document: Mapping[DocumentId, list[_Amount]]) -> Iterator[tuple[_Amount, ...]]:
    """For each other document the only way in which its amounts make the whole."""
    for document, amounts in by_document.items():
        if document == whole.stated.document:
            continue
        near = [one for one in amounts if one.unit == whole.unit and _are_near(whole.stated, one.stated)]
        if any(one.value == whole.value and _same_deed(whole, one) for one in near):
            continue
        parts = [one for one in near if one.value < whole.value and _same_deed(whole, one) and _is_of(whole, one)]
        found = _adding_up(parts[:_MOST], whole.value)
        if found:
            yield found


def _amount(one: Stated) -> _Amount | None:
    """The one sum that it is about; None where it gives none or several, or a share or rate."""
    given = [quantity for quantity in one.commitment.quantities.value or () if quantity.role is Role.AMOUNT]
    # Of "more than $2 million" and "up to $3 million" nothing follows for a sum.
    if len(given) != 1 or "%" in given[0].unit or given[0].value <= 0 or _ROUGHLY.search(one.words):
        return None
    return _Amount(one, given[0].value, given[0].unit)


def _are_near(one: Stated, other: Stated) -> bool:
    return one.day is not None and other.day is not None and abs(one.day - other.day) <= _DAYS


def _same_deed(one: _Amount, other: _Amount) -> bool:
    here, there = one.stated.commitment, other.stated.commitment
    same = here.act.value is there.act.value and here.polarity.value is there.polarity.value
    return same and not set(here.debtors.value or ()).isdisjoint(there.debtors.value or ())


def _is_of(whole: _Amount, part: _Amount) -> bool:
    """Whether both tell of one matter: a telling word between the same two parties, or more words."""
    shared = _telling(whole.stated.words) & _telling(part.stated.words)
    here, there = (_parties(one.stated.commitment) for one in (whole, part))
    return len(shared) >= (1 if len(here) > 1 and here == there else _WORDS)


def _parties(commitment: Commitment) -> frozenset[ActorId]:
    return frozenset((*(commitment.debtors.value or ()), *(commitment.creditors.value or ())))


@lru_cache(maxsize=4096)
def _telling(words: str) -> frozenset[str]:
    """What the words of a clause are about."""
    plain = (word.casefold() for word in _WORD.findall(words))
    return frozenset(meaning_of(word) for word in plain if word not in common_words() | formulaic_words() | _SMALL)


def _adding_up(parts: list[_Amount], value: Decimal) -> tuple[_Amount, ...]:
    """The one way to add up; empty where there is none, or several. A part that is told twice is one part."""
    for number in _PARTS:
        found = [few for few in combinations(parts, number) if sum(one.value for one in few) == value]
        if found:
            ways = {
                tuple(sorted((one.value, tuple(sorted(_telling(one.stated.words)))) for one in few)) for few in found
            }
            return found[0] if len(ways) == 1 else ()
    return ()


def _links(whole: _Amount, parts: tuple[_Amount, ...]) -> Iterator[Link]:
    told = f"{whole.value:,f} {whole.unit} is {' and '.join(f'{part.value:,f}' for part in parts)}"
    reason = f"{told}, which another document gives"
    for part in parts:
        pair = (whole.stated, part.stated)
        earlier, later = sorted(pair, key=lambda one: (one.day or date.max, one.commitment.id))
        tie = Tie.SPLITS if earlier is whole.stated else Tie.SUMS
        yield Link(tie=tie, earlier=earlier.commitment.id, later=later.commitment.id, slot="quantities", reason=reason)
