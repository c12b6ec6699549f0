"""How many records or documents answer a question, and which values they have, in one pass that ends after some thousands.

Counting all of a million for the numbers beside a filter would take longer than the page itself. What is not counted to
the end says so; what the tallies know is exact.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from sqlalchemy import CTE, ColumnElement, Connection, Select, func, literal, null, select, union_all

from servanda.store.databases import kept_in_order
from servanda.store.document_finds import answering, count_documents
from servanda.store.outcomes import Survey
from servanda.store.pages import find_first, is_gone_through
from servanda.store.plans import FEW_OF_MOST, MOST, MOST_HELD, plan_of
from servanda.store.queries import Order, Query
from servanda.store.schema import DAY, parties, readings, records
from servanda.store.tallies import (
    JOINTLY,
    OF_DOCUMENTS,
    OF_PARTIES,
    OF_RECORDS,
    exact_total,
    find_joint,
    find_tallies,
    find_total,
    narrowing,
    usual_first,
)

_TOTAL, _WIDE = "", "documents"
_MOMENTS = frozenset({"known", "upto"})
"""What narrows no list: as of when it is asked for."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is counted.

    Attributes:
        hits: the question, in the order of the newest.
        most: so many of its answers are counted.
        in_order: whether the newest readings are gone through for it.
    """

    hits: Select[Any]
    most: int
    in_order: bool


def survey(
    connection: Connection, kind: str, query: Query, slots: Collection[str], most_values: int | None = None
) -> Survey:
    """How many records of a kind, or `documents`, answer a question, and which values they have in these fields.

    Of each field at most so many values are told, the most usual ones.

    Raises:
        ValueError: no such kind, or a field that has no short list of values.
    """
    if not narrowing(query):
        total = find_total(connection, kind)
        told = find_tallies(connection, kind, slots, most_values)
        known = find_total(connection, "documents")
        return Survey(total=total, more=False, counted=total, values=MappingProxyType(told), documents=known)
    if slots and {*narrowing(query), *slots} <= {*JOINTLY.get(kind, ())}:
        return _tallied(connection, kind, query, slots, most_values)
    asked = _documents(connection, query) if kind == "documents" else _records(connection, kind, query, slots)
    most = min(asked.most, MOST)
    hits = asked.hits.limit(most + 1).cte("hits").prefix_with("MATERIALIZED")
    with kept_in_order(connection, wanted=asked.in_order):
        rows = connection.execute(union_all(*_counts(hits, kind, slots))).all()
    values: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    of_role = _roles(kind, slots)
    for slot, value, number in rows:
        values[of_role.get(slot, slot)].append((value, number))
    ((_, counted),), ((_, wide),) = values.pop(_TOTAL), values.pop(_WIDE)
    told = {slot: tuple(sorted(values[slot], key=usual_first)[:most_values]) for slot in slots}
    is_part = counted > most
    exact = exact_total(connection, kind, query) if is_part else counted
    if narrowing(query).keys() <= _MOMENTS:
        wide = count_documents(connection, query)
    return Survey(
        total=most if exact is None else exact,
        more=exact is None,
        counted=counted,
        values=MappingProxyType(told),
        is_part=is_part,
        documents=wide,
    )


def _tallied(
    connection: Connection, kind: str, query: Query, slots: Collection[str], most_values: int | None
) -> Survey:
    """The same where all that is asked for, and all that narrows it, is tallied together."""
    found = find_joint(connection, kind, narrowing(query))
    values: dict[str, Counter[str]] = {slot: Counter() for slot in slots}
    for held, number in found:
        for slot in slots:
            values[slot].update({held[slot]: number} if held[slot] else {})
    told = {slot: tuple(sorted(held.items(), key=usual_first)[:most_values]) for slot, held in values.items()}
    total = sum(number for _, number in found)
    return Survey(total=total, more=False, counted=total, values=MappingProxyType(told))


def _records(connection: Connection, kind: str, query: Query, slots: Collection[str]) -> _Asked:
    plan = plan_of(connection, kind, query, FEW_OF_MOST)
    # Nothing but what is counted: it stands in the index, and the long rows are left alone.
    flat = [records.c[name] for name in (*OF_RECORDS, "number", "reading") if name in (*slots, "number", "reading")]
    of_documents = [readings.c[name] for name in OF_DOCUMENTS if name in slots]
    asked = select(*flat, *of_documents)
    if is_gone_through(plan, query):
        first = find_first(connection, kind, query, plan)
        inside = records.join(readings, readings.c.number == records.c.reading)
        return _Asked(asked.select_from(inside).where(records.c.number.in_(first)), plan.most, in_order=False)
    asked = asked.select_from(plan.inside).where(*plan.conditions)
    return _Asked(asked.order_by(*plan.keys(Order.NEWEST)), plan.most, plan.in_order)


def _documents(connection: Connection, query: Query) -> _Asked:
    told = [readings.c[name] for name in ("number", "kind", *OF_DOCUMENTS)]
    asked = answering(connection, query, *told)
    # What is searched for may be held against what comes, and a text is long.
    most = MOST_HELD if query.search else MOST
    return _Asked(asked.order_by(DAY.desc(), readings.c.document, readings.c.number), most, in_order=False)


def _counts(hits: CTE, kind: str, slots: Collection[str]) -> Iterator[Select[Any]]:
    nothing: ColumnElement[Any] = null()
    yield select(literal(_TOTAL), nothing, func.count()).select_from(hits)
    read = hits.c.reading if "reading" in hits.c else hits.c.number
    yield select(literal(_WIDE), nothing, func.count(read.distinct())).select_from(hits)
    roles = _roles(kind, slots)
    if roles:
        # No index is made for a sum, so that parties are looked up for hits and not the other way round.
        taking_part = hits.join(parties, parties.c.record == hits.c.number + 0)
        told = select(parties.c.role, parties.c.actor, func.count()).select_from(taking_part)
        yield told.where(parties.c.role.in_(sorted(roles))).group_by(parties.c.role, parties.c.actor)
    for slot in slots:
        if slot not in roles.values():
            if slot not in hits.c:
                raise ValueError(f"{kind} have no list of values for {slot!r}")
            value = hits.c[slot]
            yield select(literal(slot), value, func.count()).where(value.is_not(None)).group_by(value)


def _roles(kind: str, slots: Collection[str]) -> dict[str, str]:
    """The roles that are asked for, each with the field that it stands for."""
    return {} if kind == "documents" else {OF_PARTIES[slot]: slot for slot in slots if slot in OF_PARTIES}
