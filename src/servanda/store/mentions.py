"""Actors as single documents have them: the state and the office that a document gives somebody. Nothing is decided here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import ColumnElement, Connection, select

from servanda.codebook import Actor, ActorId
from servanda.store.databases import LedBy
from servanda.store.parts import in_parts
from servanda.store.rows import record_of
from servanda.store.schema import readings, records

_INSIDE = LedBy(readings, records, records.c.reading == readings.c.number)
"""The documents lead: their records are few."""


def find_states(
    connection: Connection, documents: Collection[str], counting: ColumnElement[bool]
) -> dict[str, dict[ActorId, ActorId]]:
    """For each of these documents the state that it gives each of its actors."""
    found: defaultdict[str, dict[ActorId, ActorId]] = defaultdict(dict)
    for part in in_parts(documents):
        asked = (
            select(readings.c.document, records.c.actor, records.c.state)
            .select_from(_INSIDE)
            .where(readings.c.document.in_(part), records.c.record_kind == "actors", records.c.state.is_not(None))
        )
        for document, actor, state in connection.execute(asked.where(counting).order_by(records.c.number)):
            found[document][actor] = state
    return dict(found)


def find_mentioned(
    connection: Connection, documents: Collection[str], actors: Collection[ActorId], counting: ColumnElement[bool]
) -> tuple[Actor, ...]:
    """These actors as these documents have them."""
    found: list[Actor] = []
    for part in in_parts(documents):
        asked = (
            select(records.c.body)
            .select_from(_INSIDE)
            .where(readings.c.document.in_(part), records.c.record_kind == "actors")
            # No index is used for a sum: the actors of these documents are few, and the records of an actor may be many.
            .where((records.c.actor + "").in_(sorted(actors)), counting)
        )
        told = (record_of(body, "actors") for body in connection.execute(asked.order_by(records.c.number)).scalars())
        found.extend(one for one in told if isinstance(one, Actor))
    return tuple(found)
