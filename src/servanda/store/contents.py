"""What a ledger holds as a whole, so that two ledgers are told apart without reading either: hashes, ids, threads.

Only what stands is told; what of it differs is for others to find out.
"""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, select

from servanda.codebook import Thread
from servanda.store.filters import counts
from servanda.store.parts import in_parts
from servanda.store.schema import readings, records, threads
from servanda.store.threads import load_threads, stood


def find_hashes(connection: Connection, known: str | None) -> dict[str, str]:
    """For each document the hash of the reading that counts: where it is the same, the reading says the same."""
    asked = select(readings.c.document, readings.c.hash).where(counts(known))
    return dict(connection.execute(asked.order_by(readings.c.document)).all())


def find_record_ids(
    connection: Connection, wanted: Collection[str], known: str | None
) -> dict[str, dict[str, frozenset[str]]]:
    """For each of these documents the ids of its records, by kind."""
    found: dict[str, dict[str, set[str]]] = {}
    inside = readings.join(records, records.c.reading == readings.c.number)
    for part in in_parts(wanted):
        shown = select(readings.c.document, records.c.record_kind, records.c.id).select_from(inside)
        for document, kind, key in connection.execute(shown.where(readings.c.document.in_(part), counts(known))):
            found.setdefault(document, {}).setdefault(kind, set()).add(key)
    return {document: {kind: frozenset(ids) for kind, ids in told.items()} for document, told in found.items()}


def find_standing(connection: Connection, kind: str, known: str | None) -> tuple[Thread, ...]:
    """Every thread of a kind that joins several records, in the order of their ids."""
    wanted = (threads.c.kind == kind, threads.c.records > 1, stood(threads, known))
    numbers = connection.execute(select(threads.c.number).where(*wanted).order_by(threads.c.id)).scalars().all()
    return load_threads(connection, numbers)
