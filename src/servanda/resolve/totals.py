"""A whole in one document whose parts stand in another: the 350 of a report is the 150 and 200 of the text.

Sums inside one document are found with the threads (`commitments/sums.py`). Across documents a number proves little, so
more is asked: the same party, counterpart and deed, days that lie near, telling words that the whole shares with each part, a document
that does not give the whole itself, and only one way of adding up two or three parts. The same number for another thing is
no part, a part told twice is one, and what recurs (`50 million a year`) or is no very number (`at least`) adds up to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from itertools import chain, combinations, islice

from servanda.codebook import ActorId, Commitment, DocumentId, Link, RecordId
from servanda.codebook.vocabulary import Role, Tie
from servanda.lexicon.contrasts import common_words, formulaic_words
from servanda.resolve.synonyms import meaning_of

_PARTS = (2, 3)
_MOST = 30
"""With more parts than that in one document a sum proves nothing: some few of so many add up to almost anything."""
NEAR = timedelta(days=90)
"""So many days apart a whole and its parts are published at most."""
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


def totals_of(stated: Iterable[Stated], ours: Collection[RecordId]) -> Iterator[Link]:
    """The links between wholes and their parts in other documents, in a fixed order.

    Args:
        stated: the amounts that may stand with one another.
        ours: ids of those asked for: each link has one of them. Only what may concern them is compared.
    """
    alike: dict[tuple[object, ...], dict[DocumentId, list[_Amount]]] = {}
    for one in sorted(filter(None, map(_amount, stated)), key=_place):
        alike.setdefault(_kind(one), {}).setdefault(one.stated.document, []).append(one)
    for told in alike.values():
        yield from _among(told, ours)


def _among(told: Mapping[DocumentId, list[_Amount]], ours: Collection[RecordId]) -> Iterator[Link]:
    """The links among amounts of one kind."""
    own = {name for name, amounts in told.items() if any(one.stated.commitment.id in ours for one in amounts)}
    makers = _makers(told)
    for whole in chain.from_iterable(told.values()):
        near = told if whole.stated.commitment.id in ours else own
        for document in (*makers.get(whole.value, ()), *makers.get(None, ())):
            parts = _way(whole, told[document]) if document in near and document != whole.stated.document else ()
            if not {whole.stated.commitment.id, *(part.stated.commitment.id for part in parts)}.isdisjoint(ours):
                yield from _links(whole, parts)


def _makers(told: Mapping[DocumentId, list[_Amount]]) -> Mapping[Decimal | None, list[DocumentId]]:
    """The documents whose amounts make each sum at all; under None those with too many amounts to add them all up."""
    makers: dict[Decimal | None, list[DocumentId]] = {}
    for document, amounts in told.items():
        values = [one.value for one in amounts]
        for made in _sums(values) if len(values) <= _MOST else (None,):
            makers.setdefault(made, []).append(document)
    return makers


def _sums(values: list[Decimal]) -> set[Decimal]:
    return {sum(few, Decimal()) for number in _PARTS for few in combinations(values, number)}


def _place(one: _Amount) -> tuple[date, DocumentId, int, RecordId]:
    """Older documents first, and each from its beginning."""
    commitment = one.stated.commitment
    return one.stated.day or date.max, one.stated.document, commitment.span[0].start, commitment.id


def _kind(one: _Amount) -> tuple[object, ...]:
    """What a whole and its parts have in common at the least."""
    commitment = one.stated.commitment
    return one.unit, commitment.act.value, commitment.polarity.value


def _way(whole: _Amount, amounts: list[_Amount]) -> tuple[_Amount, ...]:
    """The only way in which the amounts of one document make the whole; empty where there is none, or several."""
    if not _are_near(whole.stated, amounts[0].stated):
        return ()
    owed = [one for one in amounts if one.value <= whole.value and _same_debtor(whole, one)]
    if any(one.value == whole.value for one in owed):
        return ()
    parts = _without_repeats(whole, [one for one in owed if _is_of(whole, one)])
    return _adding_up(parts, whole.value) if len(parts) <= _MOST else ()


def _without_repeats(whole: _Amount, parts: list[_Amount]) -> list[_Amount]:
    """The parts, each once: the same sum is another part only where each has a telling word of the whole for itself."""
    kept: list[_Amount] = []
    for one in parts:
        if all(one.value != other.value or _are_two(whole, one, other) for other in kept):
            kept.append(one)
    return kept


def _are_two(whole: _Amount, one: _Amount, other: _Amount) -> bool:
    here, there = (_telling(whole.stated.words) & _telling(part.stated.words) for part in (one, other))
    return bool(here - there) and bool(there - here)


def _amount(one: Stated) -> _Amount | None:
    """The one sum that it is about; None where it gives none or several, or a share or rate."""
    given = [quantity for quantity in one.commitment.quantities.value or () if quantity.role is Role.AMOUNT]
    if len(given) != 1 or "%" in given[0].unit or given[0].value <= 0:
        return None
    # Of "more than $2 million", "up to $3 million" and "$4 million a year" nothing follows for a sum.
    if given[0].per or given[0].bound is not None or _ROUGHLY.search(one.words):
        return None
    return _Amount(one, given[0].value, given[0].unit)


def _are_near(one: Stated, other: Stated) -> bool:
    return one.day is not None and other.day is not None and abs(one.day - other.day) <= NEAR


def _same_debtor(one: _Amount, other: _Amount) -> bool:
    here, there = (set(each.stated.commitment.debtors.value or ()) for each in (one, other))
    return not here.isdisjoint(there)


def _is_of(whole: _Amount, part: _Amount) -> bool:
    """Whether both tell of one matter: a telling word between the same two parties, or more words.

    A part that leaves open to whom, or who else, is of the parties of its whole: what is left open speaks for no others.
    """
    shared = _telling(whole.stated.words) & _telling(part.stated.words)
    here, there = (_parties(one.stated.commitment) for one in (whole, part))
    return len(shared) >= (1 if len(here | there) > 1 and (here <= there or there <= here) else _WORDS)


def _parties(commitment: Commitment) -> frozenset[ActorId]:
    return frozenset((*(commitment.debtors.value or ()), *(commitment.creditors.value or ())))


@lru_cache(maxsize=4096)
def _telling(words: str) -> frozenset[str]:
    """What the words of a clause are about."""
    plain = (word.casefold() for word in _WORD.findall(words))
    return frozenset(meaning_of(word) for word in plain if word not in common_words() | formulaic_words() | _SMALL)


def _adding_up(parts: list[_Amount], value: Decimal) -> tuple[_Amount, ...]:
    """The one way in which two or three add up; empty where there is none, or several."""
    found = list(islice(_ways(parts, value), 2))
    return found[0] if len(found) == 1 else ()


def _ways(parts: list[_Amount], value: Decimal) -> Iterator[tuple[_Amount, ...]]:
    places: dict[Decimal, list[int]] = {}
    for place, one in enumerate(parts):
        places.setdefault(one.value, []).append(place)
    # The last part is looked up by what is left, so that the time grows with the parts' square at most.
    for number in _PARTS:
        for few in combinations(range(len(parts)), number - 1):
            left = value - sum(parts[place].value for place in few)
            for last in places.get(left, ()):
                if last > few[-1]:
                    yield (*(parts[place] for place in few), parts[last])


def _links(whole: _Amount, parts: tuple[_Amount, ...]) -> Iterator[Link]:
    told = f"{whole.value:,f} {whole.unit} is {' and '.join(f'{part.value:,f}' for part in parts)}"
    reason = f"{told}, which another document gives"
    for part in parts:
        pair = (whole.stated, part.stated)
        earlier, later = sorted(pair, key=lambda one: (one.day or date.max, one.commitment.id))
        tie = Tie.SPLITS if earlier is whole.stated else Tie.SUMS
        yield Link(tie=tie, earlier=earlier.commitment.id, later=later.commitment.id, slot="quantities", reason=reason)
