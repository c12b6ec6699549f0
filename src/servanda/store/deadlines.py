"""The deadlines of a whole ledger: which commitments have one, when it ends, and who is party to them.

A page of what is due goes by days that no index knows. All deadlines are listed once, as short rows, and what was read since
is added to the list; whoever shows a page takes a stretch of it and asks for those records alone. Nothing is read here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import chain

from sqlalchemy import ColumnElement, Connection, select

from servanda.codebook import ActorId, RecordId
from servanda.store.parts import in_parts
from servanda.store.schema import parties, readings, records

_ROLES = ("debtor", "creditor")


@dataclass(frozen=True, slots=True)
class Deadlined:
    """A commitment with a deadline.

    Attributes:
        last: the last day of the deadline.
        record: the commitment's id.
        published: the first day on which its document may have been published; None where that is unknown.
        parties: who is bound, and to whom.
        reading: number of the reading that it stands in.
    """

    last: date
    record: RecordId
    published: date | None
    parties: frozenset[ActorId]
    reading: int


def find_deadlines(
    connection: Connection, counting: ColumnElement[bool], since: int = 0, known: tuple[Deadlined, ...] = ()
) -> tuple[Deadlined, ...]:
    """Every commitment with a deadline, those that end first first.

    Args:
        connection: to the ledger.
        counting: which readings count.
        since: number of the last reading that is known already.
        known: what was found when that reading was the last one.
    """
    if known:
        gone = set(connection.execute(select(readings.c.number).where(readings.c.superseded_by > since)).scalars())
        known = tuple(one for one in known if one.reading not in gone)
    return tuple(sorted(chain(known, _found(connection, counting, since)), key=_place))


def _place(one: Deadlined) -> tuple[date, RecordId]:
    return one.last, one.record


def _found(connection: Connection, counting: ColumnElement[bool], since: int) -> Iterator[Deadlined]:
    asked = (
        select(records.c.number, records.c.id, records.c.date_to, readings.c.published_from, records.c.reading)
        .select_from(records.join(readings, readings.c.number == records.c.reading))
        .where(records.c.record_kind == "commitments", records.c.date_to.is_not(None), counting)
    )
    rows = connection.execute(asked.where(records.c.reading > since)).all()
    sides: defaultdict[int, set[ActorId]] = defaultdict(set)
    for part in in_parts(row.number for row in rows):
        told = select(parties.c.record, parties.c.actor).where(parties.c.record.in_(part), parties.c.role.in_(_ROLES))
        for record, actor in connection.execute(told):
            sides[record].add(actor)
    # Days and parties come again and again: each is held once.
    held: dict[frozenset[ActorId], frozenset[ActorId]] = {}
    for row in rows:
        named = frozenset(sides.get(row.number, ()))
        yield Deadlined(
            last=_last_day(row.date_to),
            record=row.id,
            published=_day(row.published_from) if row.published_from else None,
            parties=held.setdefault(named, named),
            reading=row.reading,
        )


@cache
def _last_day(end: str) -> date:
    """The last day of a stretch, whose end is the day after it."""
    return date.fromisoformat(end) - timedelta(days=1)


@cache
def _day(written: str) -> date:
    return date.fromisoformat(written)
