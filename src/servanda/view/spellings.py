"""The records of one actor under all its spellings: each once, the newest first, whichever of its ids was asked for.

The ledger is asked of one id at a time. Few records are told apart exactly; of many the sum over the ids is told, which
counts a record twice that has two spellings in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from servanda.codebook import ActorId
from servanda.store import Found, Ledger, Query

_TOLD_APART = 2_000
_ACTORS = ("debtor", "creditor", "speaker", "actor")


def spelled_out(ledger: Ledger, query: Query) -> Query:
    """A question that asks of each actor under all its ids, as the ledger knows which are one."""
    asked = {getattr(query, name) for name in _ACTORS} - {None}
    threads = ledger.find_threads_of(asked) if asked else ()
    groups = tuple(thread.records for thread in threads if thread.kind == "actors" and len(thread.records) > 1)
    return replace(query, spellings=groups) if groups else query


def newest_of_all(ledger: Ledger, kind: str, asked: Sequence[Query], limit: int) -> tuple[Found, ...]:
    """The newest records that answer any of the questions, each once."""
    bounded = [replace(query, limit=limit) for query in asked]
    found = {one.record.id: one for query in bounded for one in ledger.find_records(kind, query)}
    if len(asked) == 1:
        return tuple(found.values())
    # Sorting is stable: what no day sets apart stays in the order of documents, and in a document in that of the ledger.
    by_document = sorted(found.values(), key=lambda one: one.document.id)
    return tuple(sorted(by_document, key=_day, reverse=True))[:limit]


def number_of_all(ledger: Ledger, kind: str, asked: Sequence[Query]) -> int:
    """How many records answer any of the questions."""
    total = sum(ledger.count_records(kind, query) for query in asked)
    if len(asked) == 1 or total > _TOLD_APART:
        return total
    return len({key for query in asked for key in ledger.find_scores(kind, replace(query, limit=total))})


def documents_of_all(ledger: Ledger, ids: Sequence[ActorId]) -> int:
    """In how many documents an actor is mentioned under any of its ids."""
    wide = [row.documents for key in ids for row in ledger.find_actors(Query(actor=key, limit=1)) if row.id == key]
    if len(wide) <= 1 or sum(wide) > _TOLD_APART:
        return sum(wide)
    mentions = {one for key in ids for one in ledger.find_scores("actors", Query(actor=key, limit=_TOLD_APART))}
    return len(set(ledger.find_places(mentions).values()))


def _day(found: Found) -> str:
    published = found.document.published
    return published.start.isoformat() if published else ""
