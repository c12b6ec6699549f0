"""Actors over all documents, and the values that a field takes: what a page of actors or a row of filters shows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Label, Select, distinct, func, select

from servanda.store.filters import all_conditions, counts, document_conditions
from servanda.store.finds import counting
from servanda.store.queries import ActorRow, Query, is_plain
from servanda.store.rows import KINDS_BY_NAME
from servanda.store.schema import parties, readings, records
from servanda.store.tallies import OF_DOCUMENTS, OF_PARTIES, OF_RECORDS, find_all_names, find_tally


def find_actors(connection: Connection, query: Query) -> tuple[ActorRow, ...]:
    """Actors over all documents, those in most documents first."""
    in_documents, mentions = func.count(distinct(records.c.document)), func.sum(records.c.mentions)
    asked = (
        select(records.c.actor, mentions, in_documents)
        .select_from(counting(records))
        .where(*all_conditions("actors", query))
        .group_by(records.c.actor)
        .order_by(in_documents.desc(), mentions.desc(), records.c.actor)
        .limit(max(query.limit, 0))
        .offset(max(query.offset, 0))
    )
    rows = connection.execute(asked).all()
    shown = [row[0] for row in rows]
    names, parts = _names(connection, records.c.actor.in_(shown), query.known), _parts(connection, shown, query.known)
    return tuple(
        ActorRow(id=actor, name=names[actor][0], kind=names[actor][1], mentions=often, documents=wide, **parts[actor])
        for actor, often, wide in rows
    )


def find_names(connection: Connection, known: str | None = None) -> dict[str, str]:
    """The most usual name of every actor; of several, the longest."""
    if known is None:
        usual: dict[str, tuple[tuple[int, int], str, str]] = {}
        for actor, kind, name, often in find_all_names(connection):
            here, rank = usual.get(actor), (often, len(name))
            if here is None or (rank, here[1], kind) > (here[0], name, here[2]):
                usual[actor] = rank, name, kind
        return {actor: name for actor, (_, name, _) in usual.items()}
    return {actor: name for actor, (name, _) in _names(connection, records.c.actor.is_not(None), known).items()}


def find_values(connection: Connection, kind: str, slot: str, query: Query) -> tuple[tuple[str, int], ...]:
    """The values of a field in the records of a kind, or in documents, with how many have it; the most usual first.

    Raises:
        ValueError: no such kind, or a field that has no short list of values.
    """
    value = _column(kind, slot)
    if is_plain(query) and kind in (*KINDS_BY_NAME, "documents"):
        return find_tally(connection, kind, slot)
    if kind == "documents":
        asked = select(value, func.count()).select_from(counting(readings)).where(*document_conditions(query))
    else:
        asked = select(value, func.count()).select_from(_with_parties(slot)).where(*all_conditions(kind, query))
    if slot in OF_PARTIES:
        asked = asked.where(parties.c.role == OF_PARTIES[slot])
    told = asked.where(value.is_not(None)).group_by(value).order_by(func.count().desc(), value)
    return tuple((found, number) for found, number in connection.execute(told))


def _with_parties(slot: str) -> Any:
    inside = counting(records)
    return inside.join(parties, parties.c.record == records.c.number) if slot in OF_PARTIES else inside


def _column(kind: str, slot: str) -> ColumnElement[str]:
    if slot in OF_DOCUMENTS or (kind == "documents" and slot == "kind"):
        return readings.c[slot]
    if kind != "documents" and slot in OF_RECORDS:
        return records.c[slot]
    if kind != "documents" and slot in OF_PARTIES:
        return parties.c.actor
    raise ValueError(f"{kind} have no list of values for {slot!r}")


def _names(connection: Connection, which: ColumnElement[bool], known: str | None) -> dict[str, tuple[str, str]]:
    """For each of these actors its most usual name, of several the longest, with the kind that goes with it."""
    often: Label[int] = func.count().label("often")
    asked: Select[Any] = (
        select(records.c.actor, records.c.name, records.c.kind, often)
        .select_from(counting(records))
        .where(counts(known), which)
        .group_by(records.c.actor, records.c.name, records.c.kind)
        .order_by(often, func.length(records.c.name), records.c.name.desc(), records.c.kind)
    )
    # The last one wins: the most usual name comes last.
    return {actor: (name, kind) for actor, name, kind, _ in connection.execute(asked)}


def _parts(connection: Connection, actors: Iterable[str], known: str | None) -> dict[str, dict[str, int]]:
    """For each actor in how many commitments it is debtor or creditor, and in how many statements it speaks."""
    shown = list(actors)
    found = {actor: {"debtor": 0, "creditor": 0, "speaker": 0} for actor in shown}
    asked = (
        select(parties.c.actor, parties.c.role, func.count())
        .select_from(counting(records).join(parties, parties.c.record == records.c.number))
        .where(counts(known), parties.c.actor.in_(shown), records.c.record_kind.in_(("commitments", "statements")))
        .where(parties.c.role.in_(("debtor", "creditor", "speaker")))
        .group_by(parties.c.actor, parties.c.role)
    )
    for actor, role, number in connection.execute(asked):
        found[actor][role] = number
    return found
