"""The deadlines of a whole ledger: which commitments have one, when it ends, and who is party to them.

A page of what is due goes by days that no index knows. All deadlines are listed once after something was read, as short
rows; whoever shows a page takes a stretch of the list and asks for those records alone. Nothing is read here.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Connection, select

from servanda.codebook import ActorId, RecordId
from servanda.store.parts import in_parts
from servanda.store.schema import parties, readings, records

_ROLES = ("debtor", "creditor")


@dataclass(frozen=True, slots=True)
class Deadlined:
    """A commitment with a deadline.

    Attributes:
        record: its id.
        last: the last day of the deadline.
        published: the first day on which its document may have been published; None where that is unknown.
        parties: who is bound, and to whom.
    """

    record: RecordId
    last: date
    published: date | None
    parties: frozenset[ActorId]


def find_deadlines(connection: Connection, counting: ColumnElement[bool]) -> tuple[Deadlined, ...]:
    """Every commitment with a deadline, those that end first first.

    Args:
        connection: to the ledger.
        counting: which readings count.
    """
    asked = (
        select(records.c.number, records.c.id, records.c.date_to, readings.c.published_from)
        .select_from(records.join(readings, readings.c.number == records.c.reading))
        .where(records.c.record_kind == "commitments", records.c.date_to.is_not(None), counting)
    )
    rows = connection.execute(asked).all()
    sides: defaultdict[int, set[ActorId]] = defaultdict(set)
    for part in in_parts(row.number for row in rows):
        told = select(parties.c.record, parties.c.actor).where(parties.c.record.in_(part), parties.c.role.in_(_ROLES))
        for record, actor in connection.execute(told):
            sides[record].add(actor)
    found = (
        Deadlined(
            record=row.id,
            last=date.fromisoformat(row.date_to) - timedelta(days=1),
            published=date.fromisoformat(row.published_from) if row.published_from else None,
            parties=frozenset(sides[row.number]),
        )
        for row in rows
    )
    return tuple(sorted(found, key=lambda one: (one.last, one.record)))
