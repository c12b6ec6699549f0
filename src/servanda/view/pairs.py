"""Two records side by side, for a person to say whether they are the same."""

from __future__ import annotations

from dataclasses import dataclass

from servanda.codebook import RecordId
from servanda.store import Ledger
from servanda.view.fields import Field
from servanda.view.judgements import Opinion
from servanda.view.names import names_in
from servanda.view.pair_queues import proposed_pairs
from servanda.view.reasons import reason_in_words
from servanda.view.records import RecordPage, record_page

_COMPARED = ("commitments", "occasions", "instruments", "actors")
"""The kinds of record whose pairs are kept with what was compared."""
_LOOKED_THROUGH = 200
"""Pairs among which the one that is shown is looked for, so that the next one follows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldPair:
    """One field of both.

    Attributes:
        label: its name on the page.
        one: the field of the first record.
        other: the field of the second record.
        differs: whether they do not say the same.
    """

    label: str
    one: Field
    other: Field
    differs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PairPage:
    """Two records of one kind.

    Attributes:
        one: the first.
        other: the second.
        fields: their fields, side by side.
        reason: what linking compared, in words; empty where it did not compare the two.
        opinions: what people said about the two, the newest last.
        following: the two ids of the pair that waits behind this one, or of the likeliest; empty where none waits.
    """

    one: RecordPage
    other: RecordPage
    fields: tuple[FieldPair, ...]
    reason: str
    opinions: tuple[Opinion, ...]
    following: tuple[RecordId, ...]


def pair_page(ledger: Ledger, one: RecordId, other: RecordId) -> PairPage | None:
    """Two records side by side; None where one is not there, both are one, or they are of different kinds."""
    first, second = record_page(ledger, one), record_page(ledger, other)
    if first is None or second is None or first.id == second.id or first.kind != second.kind:
        return None
    return PairPage(
        one=first,
        other=second,
        fields=tuple(_pair(*both) for both in zip(first.fields, second.fields, strict=True)),
        reason=_reason(ledger, first, second),
        opinions=tuple(opinion for opinion in first.opinions if second.id in opinion.others),
        following=_following(ledger, {first.id, second.id}),
    )


def _reason(ledger: Ledger, one: RecordPage, other: RecordPage) -> str:
    found = ledger.find_by_ids({one.id, other.id}) if one.kind == "actors" else {}
    # Actors are compared by their own ids, whichever record names them.
    ids = {getattr(found[key].record, "actor", key) if key in found else key for key in (one.id, other.id)}
    compared = ledger.find_pairs_of(one.kind, ids) if one.kind in _COMPARED else ()
    told = next((pair.reason for pair in compared if {pair.one, pair.other} == ids), "")
    return reason_in_words(told, names_in(ledger), (one.words, other.words))


def _following(ledger: Ledger, shown: set[RecordId]) -> tuple[RecordId, ...]:
    waiting = [(pair.one, pair.other) for pair in proposed_pairs(ledger, limit=_LOOKED_THROUGH).pairs]
    at = next((place for place, pair in enumerate(waiting) if set(pair) == shown), -1)
    return waiting[at + 1] if at + 1 < len(waiting) else ()


def _pair(one: Field, other: Field) -> FieldPair:
    said = [(field.known, tuple(part.code or part.text for part in field.parts)) for field in (one, other)]
    return FieldPair(label=one.label, one=one, other=other, differs=said[0] != said[1])
