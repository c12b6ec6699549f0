"""Actors over all documents, and the values that a field takes: what a page of actors or a row of filters shows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Label, Select, and_, distinct, func, or_, select

from servanda.store.filters import all_conditions, counts, document_conditions
from servanda.store.finds import counting
from servanda.store.outcomes import ActorRow
from servanda.store.plans import plan_of
from servanda.store.queries import Query, is_plain
from servanda.store.rows import KINDS_BY_NAME
from servanda.store.schema import parties, readings, records, tallies
from servanda.store.tallies import (
    DOCUMENTS,
    MENTIONS,
    OF_DOCUMENTS,
    OF_PARTIES,
    OF_RECORDS,
    find_all_names,
    find_tallies,
    find_tally,
    narrowing,
)


def find_actors(connection: Connection, query: Query) -> tuple[ActorRow, ...]:
    """Actors over all documents, those in most documents first."""
    return find_actors_page(connection, query)[0]


def find_actors_page(connection: Connection, query: Query) -> tuple[tuple[ActorRow, ...], int]:
    """The same, with how many there are on all pages."""
    known = narrowing(query).keys() <= {"kind", "actor"}
    rows, total = _tallied(connection, query) if known else _counted(connection, query)
    shown = [row[0] for row in rows]
    names, parts = _names(connection, shown, query.known), _parts(connection, shown, query.known)
    found = tuple(
        ActorRow(id=actor, name=names[actor][0], kind=names[actor][1], mentions=often, documents=wide, **parts[actor])
        for actor, often, wide in rows
    )
    return found, total


def _counted(connection: Connection, query: Query) -> tuple[list[Any], int]:
    """Each actor of a page with its mentions and documents, counted, and how many actors there are."""
    in_documents, mentions = func.count(distinct(records.c.document)), func.sum(records.c.mentions)
    plan = plan_of(connection, "actors", query)
    asked = (
        select(records.c.actor, mentions, in_documents, func.count().over())
        .select_from(plan.inside)
        .where(*plan.conditions)
        .group_by(records.c.actor)
        .order_by(in_documents.desc(), mentions.desc(), records.c.actor)
    )
    rows = connection.execute(asked.limit(max(query.limit, 0)).offset(max(query.offset, 0))).all()
    if rows or not query.offset:
        return [row[:3] for row in rows], rows[0][3] if rows else 0
    return [], connection.execute(select(func.count()).select_from(asked.order_by(None).subquery())).scalar_one()


def _tallied(connection: Connection, query: Query) -> tuple[list[Any], int]:
    """The same out of the tallies."""
    wide, often = tallies.alias("wide"), tallies.alias("often")
    of_kind = "" if query.kind is None else f" as {query.kind}"
    asked = select(wide.c.value, wide.c.number).where(
        wide.c.about == "actors", wide.c.slot == f"{DOCUMENTS}{of_kind}", wide.c.number > 0
    )
    if query.actor is not None:
        asked = asked.where(wide.c.value == query.actor)
    total = connection.execute(select(func.count()).select_from(asked.subquery())).scalar_one()
    same = (often.c.about == "actors") & (often.c.slot == f"{MENTIONS}{of_kind}") & (often.c.value == wide.c.value)
    page = (
        asked.with_only_columns(wide.c.value, often.c.number, wide.c.number)
        .select_from(wide.join(often, same))
        .order_by(wide.c.number.desc(), often.c.number.desc(), wide.c.value)
        .limit(max(query.limit, 0))
        .offset(max(query.offset, 0))
    )
    return [tuple(row) for row in connection.execute(page)], total


def find_names(connection: Connection, known: str | None = None) -> dict[str, str]:
    """The most usual name of every actor; of several, the longest."""
    if known is None:
        return {actor: name for actor, (name, _) in _usual(find_all_names(connection)).items()}
    return {actor: name for actor, (name, _) in _counted_names(connection, records.c.actor.is_not(None), known).items()}


def _usual(told: Iterable[tuple[str, str, str, int]]) -> dict[str, tuple[str, str]]:
    usual: dict[str, tuple[tuple[int, int], str, str]] = {}
    for actor, kind, name, often in told:
        here, rank = usual.get(actor), (often, len(name))
        if here is None or (rank, here[1], kind) > (here[0], name, here[2]):
            usual[actor] = rank, name, kind
    return {actor: (name, kind) for actor, (_, name, kind) in usual.items()}


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


def find_all_values(
    connection: Connection, kind: str, slots: Collection[str], query: Query, most: int | None = None
) -> dict[str, tuple[tuple[str, int], ...]]:
    """The same of several fields, of each so many at most: asked for at once where nothing narrows the question.

    Raises:
        ValueError: no such kind, or a field that has no short list of values.
    """
    for slot in slots:
        _column(kind, slot)
    if is_plain(query) and kind in (*KINDS_BY_NAME, "documents"):
        return find_tallies(connection, kind, slots, most)
    return {slot: find_values(connection, kind, slot, query)[:most] for slot in slots}


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


def _names(connection: Connection, shown: Sequence[str], known: str | None) -> dict[str, tuple[str, str]]:
    """For each of these actors its most usual name, of several the longest, with the kind that goes with it."""
    if known is None:
        return _usual(find_all_names(connection, shown))
    return _counted_names(connection, records.c.actor.in_(shown), known)


def _counted_names(connection: Connection, which: ColumnElement[bool], known: str | None) -> dict[str, tuple[str, str]]:
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


_OF_ACTORS = (("debtor", "commitments"), ("creditor", "commitments"), ("speaker", "statements"))


def _parts(connection: Connection, shown: Sequence[str], known: str | None) -> dict[str, dict[str, int]]:
    """For each actor in how many commitments it is debtor or creditor, and in how many statements it speaks."""
    found = {actor: dict.fromkeys((role for role, _ in _OF_ACTORS), 0) for actor in shown}
    if known is None:
        asked = select(tallies.c.value, tallies.c.slot, tallies.c.number).where(
            or_(*(and_(tallies.c.about == kind, tallies.c.slot == f"{role}s") for role, kind in _OF_ACTORS)),
            tallies.c.value.in_(shown),
        )
        for actor, slot, number in connection.execute(asked):
            found[actor][slot[:-1]] = number
        return found
    asked = (
        select(parties.c.actor, parties.c.role, func.count())
        .select_from(counting(records).join(parties, parties.c.record == records.c.number))
        .where(counts(known), parties.c.actor.in_(shown))
        .where(or_(*(and_(parties.c.record_kind == kind, parties.c.role == role) for role, kind in _OF_ACTORS)))
        .group_by(parties.c.actor, parties.c.role)
    )
    for actor, role, number in connection.execute(asked):
        found[actor][role] = number
    return found
