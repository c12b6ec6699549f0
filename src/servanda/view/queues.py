"""What is worth a person's look: judgements that fit no longer, then the records that are most at stake and least sure."""

from __future__ import annotations

from dataclasses import dataclass

from servanda.codebook import Assessment, Commitment, Instrument, Record, RecordId
from servanda.codebook.vocabulary import Firmness
from servanda.store import Found, Ledger, Order, Query
from servanda.view.judgements import Opinion, opinion_of

_KINDS = ("commitments", "instruments", "occasions", "statements", "assessments")
_FIRM = frozenset({Firmness.BINDING, Firmness.AGREED, Firmness.PLEDGED})
_AT_MOST = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to look at.

    Attributes:
        id: id of the record.
        kind: plural name of its kind.
        words: its evidence.
        reason: why it is worth a look.
        value: how much, from 0 to 1.
        opinion: the judgement that fits no longer, or None.
    """

    id: RecordId
    kind: str
    words: str
    reason: str
    value: float
    opinion: Opinion | None = None


def review_queue(ledger: Ledger, *, limit: int = 20) -> tuple[Item, ...]:
    """The things most worth a look, the most valuable first; what somebody has judged already is left out.

    Args:
        ledger: the ledger.
        limit: at most so many.
    """
    judged = ledger.find_judgements()
    waiting = [
        Item(
            id=about.record,
            kind=about.kind,
            words=about.words,
            reason="a judgement about it fits no longer",
            value=1.0,
            opinion=opinion_of(one, about.record),
        )
        for one in judged
        if one.is_unfit
        for about in one.about
        if about.now is None
    ]
    known = {about.now for one in judged if one.undone is None for about in one.about}
    query = Query(order=Order.SCORE, limit=_AT_MOST)
    open_ = [
        _item(found, kind)
        for kind in _KINDS
        for found in ledger.find_records(kind, query)
        if found.record.id not in known
    ]
    ranked = sorted(open_, key=lambda item: (-item.value, item.kind, item.id))
    return tuple([*waiting, *ranked][:limit])


def _item(found: Found, kind: str) -> Item:
    stake, why = _stake(found.record)
    score = found.record.origin.score
    told = f"{why}; " if why else ""
    return Item(
        id=found.record.id,
        kind=kind,
        words=found.words,
        reason=f"{told}score {score:.2f}",
        value=round((1.05 - score) * stake, 4),
    )


def _stake(record: Record) -> tuple[float, str]:
    """How much hangs on a record, from 0 to 1, and why."""
    if isinstance(record, Commitment):
        firm, counted = record.firmness.value in _FIRM, bool(record.quantities.value)
        reasons = [word for word, holds in (("firm", firm), ("a number", counted)) if holds]
        return 0.6 + 0.2 * len(reasons), " and ".join(reasons)
    return (0.4 if isinstance(record, Assessment) else 0.5 if isinstance(record, Instrument) else 0.3), ""
