"""Wholes and parts of undertakings over documents: asked of the ledger for the parties and days of those on a page."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date

from servanda.codebook import Commitment, Link
from servanda.codebook.vocabulary import Role
from servanda.resolve.totals import NEAR, Stated, totals_of
from servanda.store import Found, Ledger, Query
from servanda.view.undertakings import Undertaking


def totals_around(ledger: Ledger, undertakings: Iterable[Undertaking]) -> tuple[Link, ...]:
    """The links between these undertakings' amounts and what other documents give as their whole or their parts."""
    listed = [found for one in undertakings for found in one.found if _gives_amount(found)]
    ours = {found.record.id for found in listed}
    known = {found.record.id: found for found in listed}
    for query in _queries(listed):
        known.update((found.record.id, found) for found in ledger.find_records("commitments", query))
    return tuple(dict.fromkeys(totals_of(filter(None, map(_stated, known.values())), ours)))


def totals_in(ledger: Ledger) -> tuple[Link, ...]:
    """The links between all amounts of a ledger and what other documents give as their whole or their parts."""
    found = [one for one in ledger.find_records("commitments", Query(limit=sys.maxsize)) if _gives_amount(one)]
    ours = {one.record.id for one in found}
    return tuple(dict.fromkeys(totals_of(filter(None, map(_stated, found)), ours)))


def _queries(listed: Iterable[Found]) -> Iterator[Query]:
    """What may stand with these amounts: of the same debtors and deed, within the days in which a sum is of one matter."""
    days: dict[tuple[str, str, str], list[date]] = {}
    for found in listed:
        record, published = found.record, found.document.published
        if isinstance(record, Commitment) and published and record.act.value and record.polarity.value:
            for debtor in record.debtors.value or ():
                days.setdefault((debtor, record.act.value, record.polarity.value), []).append(published.start)
    for (debtor, act, polarity), told in sorted(days.items()):
        yield Query(
            debtor=debtor,
            act=act,
            polarity=polarity,
            states="quantities",
            since=min(told) - NEAR,
            until=max(told) + NEAR,
            limit=sys.maxsize,
        )


def _gives_amount(found: Found) -> bool:
    given = found.record.quantities.value or () if isinstance(found.record, Commitment) else ()
    return any(quantity.role is Role.AMOUNT for quantity in given)


def _stated(found: Found) -> Stated | None:
    if not isinstance(found.record, Commitment):
        return None
    published = found.document.published
    return Stated(
        commitment=found.record,
        document=found.document.id,
        day=published.start if published else None,
        words=found.words,
    )
