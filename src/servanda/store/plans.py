"""How a question is asked fast of a million records: which table leads, and in which order its rows come.

What is asked for most, a page of the newest, is the beginning of an index: of the records of a kind, or of those in which
an actor has a part. A search that finds little leads itself; one that finds much is only held against what comes.
Nothing is counted or shown here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, exists, false, func, select

from servanda.store.databases import IsFound, count_found
from servanda.store.filters import happening_conditions, is_carried, publication_conditions, slot_conditions
from servanda.store.queries import Order, Query
from servanda.store.relationships import is_between
from servanda.store.rows import KINDS_BY_NAME
from servanda.store.schema import parties, readings, records
from servanda.store.searches import Piece, parse_search
from servanda.store.tallies import find_number

MOST = 5_000
"""So many answers are looked at for totals and choices; of more it is said that there are more."""

_PARTS = (("debtor", "debtors"), ("creditor", "creditors"), ("speaker", "speakers"))
_LEAD = parties.alias("lead")


@dataclass(frozen=True, slots=True)
class Plan:
    """How records are asked for.

    Attributes:
        inside: the tables, the leading one first.
        conditions: what must hold.
        day: the first day of publication, in the table whose order is used.
    """

    inside: FromClause
    conditions: tuple[ColumnElement[bool], ...]
    day: ColumnElement[Any]

    def keys(self, order: str) -> tuple[ColumnElement[Any], ...]:
        """What the answer is sorted by. Ties are broken by what is written, never by when it was added.

        Raises:
            ValueError: no such order.
        """
        place = (records.c.span_start, records.c.span_end, records.c.id, records.c.position)
        newest = (self.day.desc(), records.c.document, *place)
        orders = {
            Order.NEWEST: newest,
            Order.OLDEST: (self.day, records.c.document, *place),
            Order.TEXT: (records.c.document, *place),
            Order.SCORE: (records.c.score, *newest),
        }
        return orders[Order(order)]


def plan_of(connection: Connection, kind: str, query: Query) -> Plan:
    """How to ask for the records of a kind that answer a question.

    Raises:
        ValueError: no such kind.
    """
    if kind not in KINDS_BY_NAME:
        raise ValueError(f"no such kind of record: {kind!r}")
    pieces = parse_search(query.search or "")
    if not pieces and (query.search or "").strip():
        return Plan(_inside(), (false(),), records.c.published_from)
    rare = bool(pieces) and is_rare(connection, "records", pieces)
    common = (
        *publication_conditions(query, of_records=True),
        *slot_conditions(query),
        *happening_conditions(query),
        *([records.c.kind == query.kind] if query.kind is not None else []),
        # An index is not used for a sum, so that a search that finds much is only held against what comes.
        *([IsFound(records.c.number if rare else records.c.number + 0, "records", pieces)] if pieces else []),
    )
    lead = None if rare or query.between is not None else _leading(connection, kind, query)
    led: dict[str, Any] = {} if lead is None else {lead: None}
    rest = list(_parts(replace(query, **led), kind))
    if query.between is not None:
        rest.append(is_between(query.between, kind))
    if lead is None:
        of_kind = records.c.record_kind == kind
        # Whoever asks for one document or a seldom outlet starts from its reading.
        narrow = rare or query.document is not None or _is_seldom(connection, kind, query)
        of_kind = (records.c.record_kind + "" == kind) if narrow else of_kind
        return Plan(_inside(), (of_kind, *common, *rest), records.c.published_from)
    inside = _LEAD.join(records, records.c.number == _LEAD.c.record).join(
        readings, readings.c.number == records.c.reading
    )
    part = (_LEAD.c.actor == getattr(query, lead), _LEAD.c.record_kind == kind, _role(lead))
    return Plan(inside, (*part, *common, *rest), _LEAD.c.published_from)


def is_rare(connection: Connection, name: str, pieces: tuple[Piece, ...]) -> bool:
    """Whether a search finds so little in a table that all of it can be looked at."""
    return count_found(connection, name, pieces, MOST + 1) <= MOST


def _inside() -> FromClause:
    return records.join(readings, readings.c.number == records.c.reading)


def _leading(connection: Connection, kind: str, query: Query) -> str | None:
    """The part that leads: of several, the one that the fewest records have."""
    asked = [(name, slot) for name, slot in _PARTS if getattr(query, name) is not None]
    if kind == "commitments":
        # Who says it stands in another record, the statement.
        asked = [pair for pair in asked if pair[0] != "speaker"]
    often = [(find_number(connection, kind, slot, getattr(query, name)), name) for name, slot in asked]
    if often:
        return min(often)[1]
    return "actor" if query.actor is not None else None


def _is_seldom(connection: Connection, kind: str, query: Query) -> bool:
    return query.outlet is not None and find_number(connection, kind, "outlet", query.outlet) <= MOST


def _role(lead: str) -> ColumnElement[bool]:
    if lead != "actor":
        return _LEAD.c.role == lead
    # Whoever has several parts in a record stands there once.
    same = parties.alias("same")
    first = select(func.min(same.c.role)).where(same.c.record == _LEAD.c.record, same.c.actor == _LEAD.c.actor)
    return _LEAD.c.role == first.scalar_subquery()


def _parts(query: Query, kind: str) -> Iterator[ColumnElement[bool]]:
    for name in ("debtor", "creditor", "actor"):
        if (actor := getattr(query, name)) is not None:
            yield _has(name, actor)
    if query.speaker is not None:
        said = _has("speaker", query.speaker)
        yield said | is_carried(query.speaker) if kind == "commitments" else said


def _has(name: str, actor: str) -> ColumnElement[bool]:
    role = () if name == "actor" else (parties.c.role == name,)
    return exists().where(parties.c.record == records.c.number, parties.c.actor == actor, *role)
