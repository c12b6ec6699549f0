"""Threads, links, pairs and blocking keys found. Nothing is written here, and nothing is decided.

    thread ─< members >─ records          earlier ◀─ link ─ later          one ─ pair ─ other

What counted at a moment of the ledger's own time is told by the times of each row, as with readings.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, func, select

from servanda.codebook import Block, Link, Pair, Standing, Thread
from servanda.codebook.vocabulary import Tie
from servanda.store.filters import COUNTS, all_conditions, counts, document_conditions
from servanda.store.parts import in_parts
from servanda.store.queries import Order, Query
from servanda.store.rows import KINDS_BY_NAME, DamageError
from servanda.store.schema import blocks, documents, links, members, pairs, readings, records, threads

_LAST_SIGN = "\U0010ffff"


def stood(rows: Table, known: str | None) -> ColumnElement[bool]:
    """Whether a row stands now, or stood at a moment."""
    now = rows.c.superseded_at.is_(None)
    return now if known is None else (rows.c.added_at <= known) & (now | (rows.c.superseded_at > known))


def find_threads(connection: Connection, kind: str, query: Query, *, several: bool) -> tuple[Thread, ...]:
    """The threads with a record that answers the question, those said last first."""
    day = readings.c.published_from
    keys: tuple[ColumnElement[Any], ...] = (func.max(day).desc().nulls_last(),)
    if query.order == Order.OLDEST:
        keys = (func.min(day).asc().nulls_last(),)
    elif query.order == Order.SCORE:
        keys = (threads.c.score,)
    asked = _answering(select(threads.c.number), kind, query, several=several)
    page = asked.group_by(threads.c.number, threads.c.id, threads.c.score).order_by(*keys, threads.c.id)
    numbers = connection.execute(page.limit(max(query.limit, 0)).offset(max(query.offset, 0))).scalars().all()
    return load_threads(connection, numbers)


def count_threads(connection: Connection, kind: str, query: Query, *, several: bool) -> int:
    """How many threads answer the question, on all its pages."""
    asked = _answering(select(func.count(threads.c.number.distinct())), kind, query, several=several)
    return int(connection.execute(asked).scalar_one())


def find_thread(connection: Connection, key: str, known: str | None) -> Thread | None:
    """The thread of this id, or of the only id that begins so."""
    begins = (threads.c.id >= key) & (threads.c.id < key + _LAST_SIGN)
    asked = select(threads.c.number, threads.c.id).where(begins, stood(threads, known)).order_by(threads.c.id)
    found = connection.execute(asked.limit(2)).all() if key else []
    is_clear = len(found) == 1 or (found and found[0].id == key)
    return load_threads(connection, [found[0].number])[0] if is_clear else None


def find_threads_of(connection: Connection, wanted: Collection[str], known: str | None) -> tuple[Thread, ...]:
    """The threads that hold any of these records, in the order of their ids."""
    inside = members.join(threads, threads.c.number == members.c.thread)
    numbers: set[int] = set()
    for part in in_parts(wanted):
        asked = select(members.c.thread).select_from(inside).where(members.c.record.in_(part), stood(threads, known))
        numbers.update(connection.execute(asked).scalars())
    return tuple(sorted(load_threads(connection, sorted(numbers)), key=lambda thread: (thread.kind, thread.id)))


def find_lone(connection: Connection, wanted: Collection[str], known: str | None) -> dict[str, str]:
    """For each of these threads that is of one record alone, that record."""
    found: dict[str, str] = {}
    for part in in_parts(wanted):
        asked = select(threads.c.id, members.c.record).join(members, members.c.thread == threads.c.number)
        alone = (threads.c.id.in_(part), threads.c.records == 1, stood(threads, known))
        found.update(connection.execute(asked.where(*alone)).all())
    return found


def find_links(connection: Connection, wanted: Collection[str], known: str | None) -> tuple[Link, ...]:
    """The links that join any of these records to another one, in the order of their ids."""
    found: dict[str, Link] = {}
    for part in in_parts(wanted):
        for end in (links.c.earlier, links.c.later):
            for row in connection.execute(select(links).where(end.in_(part), stood(links, known))):
                found[row.id] = link_of(row)
    return tuple(found[key] for key in sorted(found))


def find_ties(connection: Connection, tie: Tie, query: Query) -> tuple[Link, ...]:
    """The links of one sort, those found last first; only the page is asked."""
    asked = select(links).where(links.c.tie == str(tie), stood(links, query.known)).order_by(links.c.number.desc())
    page = asked.limit(max(query.limit, 0)).offset(max(query.offset, 0))
    return tuple(link_of(row) for row in connection.execute(page))


def find_pairs(connection: Connection, kind: str, standing: Standing, query: Query) -> tuple[Pair, ...]:
    """The pairs of a kind that stand so, the surest first."""
    wanted = (pairs.c.kind == kind, pairs.c.standing == str(standing), stood(pairs, query.known))
    asked = select(pairs).where(*wanted).order_by(pairs.c.score.desc(), pairs.c.one, pairs.c.other)
    page = asked.limit(max(query.limit, 0)).offset(max(query.offset, 0))
    return tuple(pair_of(row) for row in connection.execute(page))


def find_pairs_of(connection: Connection, kind: str, wanted: Collection[str], known: str | None) -> tuple[Pair, ...]:
    """The pairs that compare any of these records with another one, in the order of their ids."""
    found: dict[tuple[str, str], Pair] = {}
    for part in in_parts(wanted):
        for end in (pairs.c.one, pairs.c.other):
            asked = select(pairs).where(end.in_(part), pairs.c.kind == kind, stood(pairs, known))
            found.update({(row.one, row.other): pair_of(row) for row in connection.execute(asked)})
    return tuple(found[key] for key in sorted(found))


def find_blocked(connection: Connection, kind: str, version: str, keys: Collection[str]) -> tuple[Block, ...]:
    """The records of readings that count which have any of these keys."""
    inside = blocks.join(readings, readings.c.number == blocks.c.reading)
    shown = select(blocks.c.key, blocks.c.record, readings.c.document).select_from(inside)
    found: list[Block] = []
    for part in in_parts(keys):
        here = (blocks.c.kind == kind, blocks.c.version == version, blocks.c.key.in_(part), COUNTS)
        found.extend(
            Block(key=key, record=record, document=told) for key, record, told in connection.execute(shown.where(*here))
        )
    return tuple(sorted(found, key=lambda block: (block.key, block.record, block.document)))


def load_threads(connection: Connection, numbers: Collection[int]) -> tuple[Thread, ...]:
    """The threads in these rows, in this order."""
    listed = list(numbers)
    rows: dict[int, Row[Any]] = {}
    held: dict[int, list[str]] = {}
    for part in in_parts(listed):
        rows.update({row.number: row for row in connection.execute(select(threads).where(threads.c.number.in_(part)))})
        held.update(members_of(connection, members.c.thread.in_(part)))
    return tuple(thread_of(rows[number], held.get(number, [])) for number in listed)


def members_of(connection: Connection, *which: ColumnElement[bool]) -> dict[int, list[str]]:
    """The records of threads, by the threads' numbers."""
    held: dict[int, list[str]] = {}
    asked = select(members.c.thread, members.c.record).where(*which)
    for thread, record in connection.execute(asked.order_by(members.c.thread, members.c.position)):
        held.setdefault(thread, []).append(record)
    return held


def thread_of(row: Row[Any], held: list[str]) -> Thread:
    """A thread out of its row and its records.

    Raises:
        DamageError: it is none.
    """
    try:
        return Thread(kind=row.kind, records=tuple(held), reason=row.reason, score=row.score)
    except ValueError as error:
        raise DamageError(f"the thread {row.id} cannot be read: {error}") from error


def link_of(row: Row[Any]) -> Link:
    """A link out of its row.

    Raises:
        DamageError: it is none.
    """
    try:
        told = {name: getattr(row, name) for name in ("earlier", "later", "slot", "reason", "score")}
        return Link(tie=Tie(row.tie), **told)
    except ValueError as error:
        raise DamageError(f"the link {row.id} cannot be read: {error}") from error


def pair_of(row: Row[Any]) -> Pair:
    """A pair out of its row.

    Raises:
        DamageError: it is none.
    """
    try:
        told = {name: getattr(row, name) for name in ("kind", "one", "other", "reason", "score")}
        return Pair(standing=Standing(row.standing), **told)
    except ValueError as error:
        raise DamageError(f"the pair of {row.one} and {row.other} cannot be read: {error}") from error


def _answering(asked: Select[Any], kind: str, query: Query, *, several: bool) -> Select[Any]:
    """Threads of a kind that have a record which counts, and which answers the question."""
    inside = threads.join(members, members.c.thread == threads.c.number)
    wanted = [threads.c.kind == kind, stood(threads, query.known)]
    if several:
        wanted.append(threads.c.records > 1)
    if kind in KINDS_BY_NAME and kind != "actors":
        found = inside.join(records, records.c.id == members.c.record).join(
            readings, records.c.reading == readings.c.number
        )
        # The kind of the records is the threads' own: asked again, SQLite would run through all records for each thread.
        _, *inside_records = all_conditions(kind, query)
        return asked.select_from(found).where(*wanted, *inside_records)
    if kind == "stories":
        told = inside.join(readings, readings.c.document == members.c.record)
        found = told.join(documents, documents.c.id == readings.c.document)
        return asked.select_from(found).where(*wanted, *document_conditions(query))
    named = inside.join(records, records.c.actor == members.c.record).join(
        readings, records.c.reading == readings.c.number
    )
    return asked.select_from(named).where(*wanted, counts(query.known))
