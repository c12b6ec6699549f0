"""The sequence of the ledger's log checked: what is missing from its middle or its end, and times that are none.

Documents, readings, records and judgements are numbered one by one as they are added, and none is ever taken away. What
linking noted of the ledger's end tells of rows that are gone from there. Times need not grow with the numbers, since the
clocks of several machines differ.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, Table, func, select

from servanda.store.schema import documents, judgements, linkings, metadata, readings, records, undoings

_NUMBERED = (documents, readings, records, judgements)
_TIMES = ("added_at", "superseded_at", "judged_at")
_A_TIME = "____-__-__T__:__:__.______Z"
_MOST = 5
"""What is named one by one of a table."""


def find_log_faults(connection: Connection) -> Iterator[str]:
    """In words, what is missing from the sequence of what was added."""
    for table in _NUMBERED:
        yield from _gaps(connection, table)
    yield from _lost_ends(connection)
    for table in metadata.sorted_tables:
        yield from _no_times(connection, table)


def _gaps(connection: Connection, table: Table) -> Iterator[str]:
    before = func.lag(table.c.number, 1, 0).over(order_by=table.c.number)
    steps = select(before.label("before"), table.c.number.label("number")).subquery()
    asked = select(steps).where(steps.c.number != steps.c.before + 1).order_by(steps.c.number)
    for number, (last, first) in enumerate(connection.execute(asked)):
        if number == _MOST:
            yield f"further rows of {table.name} are missing from the sequence"
            break
        gone = (
            f"row {last + 1} of {table.name} is"
            if first == last + 2
            else f"rows {last + 1} to {first - 1} of {table.name} are"
        )
        yield f"{gone} missing from the sequence"


def _lost_ends(connection: Connection) -> Iterator[str]:
    """What the last linkings saw, beside what is there."""
    noted = connection.execute(
        select(func.max(linkings.c.last_reading), func.max(linkings.c.last_judgement), func.max(linkings.c.undoings))
    ).one()
    there = (
        connection.execute(select(func.max(readings.c.number))).scalar(),
        connection.execute(select(func.max(judgements.c.number))).scalar(),
        connection.execute(select(func.count()).select_from(undoings)).scalar(),
    )
    for table, seen, held in zip((readings, judgements, undoings), noted, there, strict=True):
        if (seen or 0) > (held or 0):
            yield f"linking saw {seen} rows of {table.name}, and {held or 0} are there"


def _no_times(connection: Connection, table: Table) -> Iterator[str]:
    """Times that are none: all are written alike, so that they sort as they stand."""
    key = table.primary_key.columns[0]
    for name in _TIMES:
        if name in table.columns:
            told = table.columns[name]
            asked = select(key, told).where(told.not_like(_A_TIME)).order_by(key).limit(_MOST)
            for number, held in connection.execute(asked):
                yield f"{name} of row {number} of {table.name} is {held!r}, which is no time"
