"""How a question is asked fast of a million records: which table leads, and in which order its rows come.

What is asked for most, a page of the newest, is the beginning of an index: of readings, each with its records of a kind,
or of the records in which an actor has a part. A search that finds little leads itself; one that finds much is only held
against what comes. Nothing is counted or shown here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, exists, false, func, select

from servanda.lexicon.sectors import Sector
from servanda.store.databases import IsFound, LedBy, count_found
from servanda.store.filters import happening_conditions, is_carried, publication_conditions, slot_conditions
from servanda.store.queries import Order, Query
from servanda.store.relationships import is_between
from servanda.store.rows import KINDS_BY_NAME
from servanda.store.schema import DAY, parties, readings, records
from servanda.store.searches import Piece, parse_search
from servanda.store.tallies import OF_RECORDS, exact_total, find_number, find_total

MOST = 1_000
"""So many answers are looked at for totals and choices; of more it is said that there are more."""
MOST_HELD = 150
"""The same where every record that comes is held against what a search finds, or against several values: much comes of which little is found."""
FEW = 500
"""So many answers are found and sorted for one page sooner than the newest readings are gone through for them."""
FEW_OF_MOST = 8_000
"""The same for `MOST` answers instead of a page of them, where what is found is led to."""
FEW_OF_VALUES = 2_000
"""The same where all records of a kind are gone through for a value: these are many."""
_RARE = 2_000
"""A word in so many records is looked at in all of them for one page."""
_COUNTED, _KEPT = "counted", 1_000

_PARTS = (("debtor", "debtors"), ("creditor", "creditors"), ("speaker", "speakers"))
_TALLIED = tuple(name for name in OF_RECORDS if name in Query.__dataclass_fields__ and name != "actor")
_LEAD = parties.alias("lead")


@dataclass(frozen=True, slots=True)
class Plan:
    """How records are asked for.

    Attributes:
        inside: the tables, the leading one first.
        conditions: what must hold.
        day: the first day of publication, in the table whose order is used.
        most: so many answers are looked at for totals and choices.
        in_order: whether the newest readings are gone through until enough is found.
        held: whether much is looked at for what is found, for a usual word or several values: it is gone through, or
            sorted, once for a page and for the choices beside it alike.
    """

    inside: FromClause
    conditions: tuple[ColumnElement[bool], ...]
    day: ColumnElement[Any]
    most: int = MOST
    in_order: bool = False
    held: bool = False

    def keys(self, order: str) -> tuple[ColumnElement[Any], ...]:
        """What the answer is sorted by. Ties are broken by what is written, never by when it was added.

        Raises:
            ValueError: no such order.
        """
        place = (records.c.span_start, records.c.span_end, records.c.position)
        # The number of the reading says nothing that its document does not: one reading of it counts. It tells SQLite
        # that its index has everything sorted.
        read = (readings.c.document, readings.c.number)
        newest = (self.day.desc(), *read, *place)
        orders = {
            Order.NEWEST: newest,
            Order.OLDEST: (self.day, *read, *place),
            Order.TEXT: (*read, *place),
            Order.SCORE: (records.c.score, *newest),
        }
        return orders[Order(order)]


def plan_of(connection: Connection, kind: str, query: Query, few: int = FEW) -> Plan:
    """How to ask for the records of a kind that answer a question.

    Args:
        connection: to the ledger.
        kind: plural name of the kind.
        query: the question.
        few: where no more records than so many have the values, they are found first and sorted; otherwise the newest
            readings are gone through until enough are found.

    Raises:
        ValueError: no such kind.
    """
    if kind not in KINDS_BY_NAME:
        raise ValueError(f"no such kind of record: {kind!r}")
    pieces = parse_search(query.search or "")
    if not pieces and (query.search or "").strip():
        return Plan(_led_by_readings(), (false(),), DAY)
    several = _has_several_values(query)
    # A page and the choices beside it are answered from the same records: both go the same way.
    few = FEW_OF_MOST if several else few
    rare = bool(pieces) and is_rare(connection, "records", pieces, max(few, _RARE))
    common = (
        *publication_conditions(query),
        *slot_conditions(query),
        *happening_conditions(query),
        *([records.c.kind == query.kind] if query.kind is not None else []),
        *([IsFound(records.c.number, "records", pieces, held=not rare)] if pieces else []),
    )
    # A kind that no index is asked for: what is found leads.
    found = (records.c.record_kind + "" == kind, *common, *_parts(query, kind))
    leads = tuple(_of_spellings(query, kind))
    if rare or query.between is not None or leads:
        between = [] if query.between is None else [is_between(query.between, kind)]
        return Plan(_led_by_records(), (*found, *between, *leads), DAY)
    lead = _leading(connection, kind, query)
    if lead is None:
        wanted = (records.c.record_kind == kind, *common, *_parts(query, kind))
        if query.actor is not None and _is_mentioned_little(connection, kind, query.actor):
            return Plan(_led_by_kind(), (*found, _is_mentioned((query.actor,), leads=True)), DAY)
        most = MOST_HELD if pieces or several else MOST
        if _is_few(connection, kind, query, wanted, few):
            return Plan(_led_by_kind(), wanted, DAY, most, held=several)
        held = several or (bool(pieces) and not is_rare(connection, "records", pieces))
        return Plan(_led_by_readings(), wanted, DAY, most, in_order=not pieces, held=held)
    rest = _parts(replace(query, **{lead: None}), kind)  # type: ignore[arg-type]
    inside = _LEAD.join(records, records.c.number == _LEAD.c.record).join(
        readings, readings.c.number == records.c.reading
    )
    part = (_LEAD.c.actor == getattr(query, lead), _LEAD.c.record_kind == kind, _role(lead))
    return Plan(inside, (*part, *common, *rest), _LEAD.c.published_from)


def is_rare(connection: Connection, name: str, pieces: tuple[Piece, ...], most: int = FEW_OF_MOST) -> bool:
    """Whether a search finds so little in a table that all of it can be looked at.

    How much it finds is counted once for all its pages: it stays the same until something is read.
    """
    last = connection.execute(select(func.max(readings.c.number))).scalar()
    since, counted = connection.info.get(_COUNTED, (None, {}))
    if since != last or len(counted) >= _KEPT:
        counted = {}
        connection.info[_COUNTED] = last, counted
    if (name, pieces) not in counted:
        counted[name, pieces] = count_found(connection, name, pieces, FEW_OF_MOST + 1)
    return bool(counted[name, pieces] <= most)


def _is_few(connection: Connection, kind: str, query: Query, wanted: Iterable[ColumnElement[bool]], few: int) -> bool:
    """Whether about so few records have the values that are asked for, whatever their documents are."""
    tallied = {name: getattr(query, name) for name in _TALLIED if getattr(query, name) is not None}
    # What belongs to no sector is much, and is told by a search for the signs of all: that is made once.
    left: dict[str, Any] = {**dict.fromkeys(tallied), **({"sector": None} if query.sector == Sector.OTHER else {})}
    others = replace(query, **left)
    if slot_conditions(others) or happening_conditions(others):
        return _count(connection, wanted, few + 1) <= few
    if not tallied:
        return False
    exact = exact_total(connection, kind, Query(**tallied))
    if exact is not None:
        return exact <= min(few, FEW_OF_VALUES)
    # As if the values had nothing to do with one another: where they have, the answer comes more slowly, and is the same.
    total = expected = max(1, find_total(connection, kind))
    for name in tallied:
        expected = expected * find_number(connection, kind, name, str(getattr(query, name))) // total
    return expected <= min(few, FEW_OF_VALUES)


def _has_several_values(query: Query) -> bool:
    """Whether several closed values are asked for together: how many have them is tallied, and few of those that come do."""
    return sum(getattr(query, name) is not None for name in _TALLIED) > 1


def _led_by_readings() -> FromClause:
    return LedBy(readings, records, records.c.reading == readings.c.number)


def _led_by_kind() -> FromClause:
    return LedBy(records, readings, readings.c.number == records.c.reading)


def _count(connection: Connection, wanted: Iterable[ColumnElement[bool]], most: int) -> int:
    """How many records are found; counting ends at so many."""
    found = select(records.c.number).select_from(_led_by_kind()).where(*wanted).limit(most).subquery()
    return connection.execute(select(func.count()).select_from(found)).scalar_one()


def _led_by_records() -> FromClause:
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
    return "actor" if query.actor is not None and kind != "actors" else None


def _is_mentioned_little(connection: Connection, kind: str, actor: str) -> bool:
    """Whether an actor stands in so few documents that all its own records are looked at."""
    return kind == "actors" and find_number(connection, kind, "actor", actor) <= FEW_OF_MOST


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
            # Whoever is mentioned stands in the record itself, and has no part in it.
            ids = query.ids_of(actor)
            yield _is_mentioned(ids) if (kind, name) == ("actors", "actor") else _has(name, ids)
    if query.speaker is not None:
        said = _has("speaker", query.ids_of(query.speaker))
        yield said | is_carried(query.ids_of(query.speaker)) if kind == "commitments" else said


def _of_spellings(query: Query, kind: str) -> Iterator[ColumnElement[bool]]:
    """The records of an actor of several ids, which lead: those of each id are sorted by day, those of all are not."""
    for name, _ in _PARTS:
        actor = getattr(query, name)
        # Who says a commitment stands in another record, the statement.
        if actor is not None and len(query.ids_of(actor)) > 1 and (kind, name) != ("commitments", "speaker"):
            taking_part = select(parties.c.record).where(parties.c.actor.in_(query.ids_of(actor)))
            yield records.c.number.in_(taking_part.where(parties.c.record_kind == kind, parties.c.role == name))
    if query.actor is not None and len(query.ids_of(query.actor)) > 1:
        ids = query.ids_of(query.actor)
        if kind == "actors":
            yield _is_mentioned(ids, leads=True)
        else:
            taking_part = select(parties.c.record).where(parties.c.actor.in_(ids), parties.c.record_kind == kind)
            yield records.c.number.in_(taking_part)


def _is_mentioned(actors: tuple[str, ...], *, leads: bool = False) -> ColumnElement[bool]:
    # No index is used for a sum: the records of each reading that comes are few, and those of an actor may be many.
    return (records.c.actor if leads else records.c.actor + "").in_(actors)


def _has(name: str, actors: tuple[str, ...]) -> ColumnElement[bool]:
    role = () if name == "actor" else (parties.c.role == name,)
    return exists().where(parties.c.record == records.c.number, parties.c.actor.in_(actors), *role)
