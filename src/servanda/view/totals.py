"""Wholes and parts of undertakings over documents: asked of the ledger for the parties and days of those on a page."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from servanda.codebook import Commitment, Link
from servanda.codebook.vocabulary import Role
from servanda.resolve.totals import Stated, totals_of
from servanda.store import Found, Ledger, Query
from servanda.view.undertakings import Undertaking, ids_of


def totals_around(ledger: Ledger, undertakings: Iterable[Undertaking]) -> tuple[Link, ...]:
    """The links between these undertakings' amounts and what other documents give as their whole or their parts."""
    listed = [one for one in undertakings if any(_gives_amount(found) for found in one.found)]
    ours = {record for one in listed for record in ids_of(one)}
    debtors = sorted({actor for one in listed for said in one.sayings for actor in said.commitment.debtors.value or ()})
    asked = (Query(debtor=actor, states="quantities", limit=sys.maxsize) for actor in debtors)
    known = {found.record.id: found for query in asked for found in ledger.find_records("commitments", query)}
    links = totals_of(stated for found in known.values() if (stated := _stated(found)) is not None)
    return tuple(dict.fromkeys(link for link in links if not ours.isdisjoint((link.earlier, link.later))))


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
