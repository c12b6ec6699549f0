"""The rows of threads, links, pairs and blocking keys checked against the records that they name."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Column, ColumnElement, Connection, exists, func, or_, select

from servanda.store.rows import DamageError
from servanda.store.schema import blocks, documents, links, members, pairs, records, threads
from servanda.store.threads import link_of, members_of, pair_of, thread_of

_KINDS = ("occasions", "instruments", "commitments")


def find_thread_faults(connection: Connection) -> Iterator[str]:
    """In words, what linking cannot have left so."""
    yield from _row_faults(connection)
    yield from _thread_faults(connection)
    yield from _double_members(connection)
    for rows, kind, ends in (
        (members.join(threads, threads.c.number == members.c.thread), threads.c.kind, (members.c.record,)),
        (links, links.c.kind, (links.c.earlier, links.c.later)),
        (pairs, pairs.c.kind, (pairs.c.one, pairs.c.other)),
        (blocks, blocks.c.kind, (blocks.c.record,)),
    ):
        for end in ends:
            asked = select(end, kind).select_from(rows).where(~_is_there(kind, end)).distinct().order_by(end)
            for record, of_kind in connection.execute(asked):
                yield f"{end.table.name} name {record} among {of_kind}, which the ledger never had"


def _is_there(kind: ColumnElement[str], named: Column[str]) -> ColumnElement[bool]:
    """Whether the ledger ever had what a row names: a record, or an actor, or a document that tells a story."""
    of_record = exists().where(records.c.id == named, records.c.record_kind == kind)
    of_actor = exists().where(records.c.actor == named)
    of_document = exists().where(documents.c.id == named)
    return or_((kind.in_(_KINDS)) & of_record, (kind == "actors") & of_actor, (kind == "stories") & of_document)


def _thread_faults(connection: Connection) -> Iterator[str]:
    held = members_of(connection)
    for row in connection.execute(select(threads).order_by(threads.c.number)).all():
        try:
            thread = thread_of(row, held.get(row.number, []))
        except DamageError as error:
            yield str(error)
            continue
        if thread.id != row.id or len(thread.records) != row.records or not 0 <= row.score <= 1:
            yield f"thread {row.number} is not what was added: {row.id} has other records, or another score"


def _row_faults(connection: Connection) -> Iterator[str]:
    for row in connection.execute(select(links).order_by(links.c.number)).all():
        try:
            is_whole = link_of(row).id == row.id and 0 <= row.score <= 1
        except DamageError:
            is_whole = False
        if not is_whole:
            yield f"link {row.number} is not what was added: {row.id} joins other records, or by another tie"
    for row in connection.execute(select(pairs).order_by(pairs.c.number)).all():
        try:
            is_whole = 0 <= pair_of(row).score <= 1
        except DamageError:
            is_whole = False
        if not is_whole:
            yield f"pair {row.number} is not what was added"


def _double_members(connection: Connection) -> Iterator[str]:
    """A record is in one thread at most at a time."""
    inside = members.join(threads, threads.c.number == members.c.thread)
    asked = select(members.c.record, threads.c.kind).select_from(inside).where(threads.c.superseded_at.is_(None))
    twice = asked.group_by(members.c.record, threads.c.kind).having(func.count() > 1).order_by(members.c.record)
    for record, kind in connection.execute(twice):
        yield f"{record} is in several threads of {kind}"
