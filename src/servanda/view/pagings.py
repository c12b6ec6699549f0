"""Which stretch of a long list a page shows, and how much there is: what every page of a list says in the same words.

A page says as of which moment it is (`upto`, the number of the reading that the ledger took in last). Whoever asks for
the next page with it gets the next stretch of the same list, whatever came in meanwhile. Nothing is asked here.
"""

from __future__ import annotations

from collections.abc import Sized
from dataclasses import dataclass, replace
from typing import Any

from servanda.store import Ledger, Query


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """A stretch of a list.

    Attributes:
        total: how many the filters leave; where there are too many to count for a page, as many as were counted.
        more: whether there are more than `total`.
        first: number of the first one shown; 0 where there is none.
        last: number of the last one shown.
        number: number of this page, from 1 on.
        pages: how many pages there are, as far as they were counted, at least 1.
        upto: the moment of the list, for the links to its other pages.
    """

    total: int
    more: bool = False
    first: int
    last: int
    number: int
    pages: int
    upto: int = 0


def settled_on(ledger: Ledger, query: Query) -> tuple[Query, int]:
    """The question as of the moment that it names, and that moment; where nothing came in since, it is now."""
    last = ledger.last_reading()
    if query.upto is None or query.upto >= last:
        return replace(query, upto=None), last
    return query, query.upto


def paging_of(query: Query, shown: Sized, total: int, *, more: bool = False, upto: int = 0) -> dict[str, Any]:
    """The fields of `Paging` for a page that shows so many of so many."""
    number, limit = query.offset // query.limit + 1, query.limit
    # Of more than were counted, the next page is known to be there as long as this one is full.
    beyond = number + 1 if more and len(shown) == limit else number if shown else 1
    return {
        "total": max(total, query.offset + len(shown)) if shown else total,
        "more": more,
        "first": query.offset + 1 if shown else 0,
        "last": query.offset + len(shown),
        "number": number,
        "pages": max(1, -(-total // limit), beyond),
        "upto": upto,
    }
