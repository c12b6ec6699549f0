"""What linking found is added: rows that it found before stay, what it finds no longer is superseded.

Linking asks first what is new (`find_unlinked`), works on it, and hands back a `Resolution`. Where another process has
linked meanwhile, nothing is added: what was found rests on threads that are no longer there, and is found anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, func, select, update

from servanda.codebook import Block, Link, Pair, Resolution, Thread
from servanda.codebook.vocabulary import Verdict
from servanda.store.databases import insert_rows
from servanda.store.filters import COUNTS
from servanda.store.judgements import find_judgements
from servanda.store.outcomes import Unlinked
from servanda.store.parts import in_parts
from servanda.store.schema import (
    blocks,
    judgements,
    linkings,
    links,
    members,
    pairs,
    readings,
    records,
    threads,
    undoings,
)

_Row = dict[str, Any]
_OF_SEVERAL = (Verdict.SAME, Verdict.NOT_SAME, Verdict.UNSURE)


def find_unlinked(connection: Connection, kind: str, version: str) -> Unlinked:
    """What is new since records of this kind were last linked; everything, where other rules did it, or none."""
    last = connection.execute(
        select(linkings).where(linkings.c.kind == kind).order_by(linkings.c.number.desc()).limit(1)
    ).first()
    now = Unlinked(
        kind=kind,
        version=version,
        last=0 if last is None else last.number,
        last_reading=_most(connection, readings),
        last_judgement=_most(connection, judgements),
        undoings=connection.execute(select(func.count()).select_from(undoings)).scalar_one(),
    )
    if last is None or last.version != version:
        return now
    new = select(readings.c.document).where(readings.c.number > last.last_reading).distinct()
    read = tuple(sorted(connection.execute(new).scalars()))
    return Unlinked(
        **{
            name: getattr(now, name)
            for name in ("kind", "version", "last", "last_reading", "last_judgement", "undoings")
        },
        documents=read,
        records=frozenset((*_records_of(connection, kind, read), *_judged(connection, kind, last))),
        is_whole=False,
    )


def append_resolution(connection: Connection, seen: Unlinked, found: Resolution, *, at: str) -> bool:
    """Add what linking found; return whether it still holds, since nobody else has linked since it began."""
    number = _most(connection, linkings, linkings.c.kind == seen.kind)
    if number != seen.last:
        return False
    told = ("kind", "version", "last_reading", "last_judgement", "undoings")
    row = {"number": _most(connection, linkings) + 1, **{name: getattr(seen, name) for name in told}, "added_at": at}
    insert_rows(connection, linkings, [row])
    _append_blocks(connection, found)
    _renew(connection, pairs, _former_pairs(connection, found), [_pair_row(pair) for pair in found.pairs], at)
    _renew(
        connection, links, _former_links(connection, found), [_link_row(found.kind, link) for link in found.links], at
    )
    _renew_threads(connection, found, at)
    return True


def _records_of(connection: Connection, kind: str, read: Iterable[str]) -> Iterator[str]:
    """The records of these documents, in whichever reading: those that are gone matter as much as those that are new."""
    for part in in_parts(read):
        if kind == "stories":
            yield from part
        shown = records.c.actor if kind == "actors" else records.c.id
        # Found by its readings, which an index has: records have none of their documents.
        inside = readings.join(records, records.c.reading == readings.c.number)
        here = (readings.c.document.in_(part), records.c.record_kind == kind)
        asked = select(shown).select_from(inside).where(*here).distinct()
        yield from connection.execute(asked).scalars()


def _judged(connection: Connection, kind: str, last: Any) -> Iterator[str]:
    """The records that were compared by a person, or were no longer, since then."""
    taken_back = connection.execute(select(func.count()).select_from(undoings)).scalar_one() != last.undoings
    after = connection.execute(select(judgements.c.id).where(judgements.c.number > last.last_judgement)).scalars()
    new = frozenset(after)
    if not new and not taken_back:
        return
    for judged in find_judgements(connection, None, None, None):
        if judged.judgement.verdict in _OF_SEVERAL and (judged.judgement.id in new or judged.undone):
            for about in judged.about:
                if about.kind == kind:
                    yield from (about.record, *([about.now] if about.now else []))


def _append_blocks(connection: Connection, found: Resolution) -> None:
    """Add the keys under the readings that count, those that are there already apart."""
    numbers: dict[str, int] = {}
    for part in in_parts(block.document for block in found.blocks):
        asked = select(readings.c.document, readings.c.number).where(readings.c.document.in_(part), COUNTS)
        numbers.update(connection.execute(asked).all())
    same = (blocks.c.kind == found.kind, blocks.c.version == found.version)
    due = {(_of(block), numbers[block.document]) for block in found.blocks if block.document in numbers}
    held: set[tuple[tuple[str, str], int]] = set()
    for reading in sorted({number for _, number in due}):
        asked = select(blocks.c.key, blocks.c.record).where(*same, blocks.c.reading == reading)
        held.update(((key, record), reading) for key, record in connection.execute(asked))
    rows = [
        {"kind": found.kind, "version": found.version, "key": key, "record": record, "reading": reading}
        for (key, record), reading in sorted(due - held)
    ]
    insert_rows(connection, blocks, rows)


def _of(block: Block) -> tuple[str, str]:
    return block.key, block.record


def _former_pairs(connection: Connection, found: Resolution) -> Iterator[_Row]:
    ends = (pairs.c.one, pairs.c.other)
    wanted = None if found.scope is None else found.renewed
    yield from _standing(connection, pairs, found.kind, ends, wanted)


def _former_links(connection: Connection, found: Resolution) -> Iterator[_Row]:
    yield from _standing(connection, links, found.kind, (links.c.later,), found.scope)


def _standing(
    connection: Connection, rows: Table, kind: str, ends: Iterable[ColumnElement[str]], wanted: frozenset[str] | None
) -> Iterator[_Row]:
    """The rows of a kind that stand, or those of them that name a wanted record."""
    asked = select(rows).where(rows.c.kind == kind, rows.c.superseded_at.is_(None))
    if wanted is None:
        yield from (dict(row) for row in connection.execute(asked).mappings())
        return
    seen: set[int] = set()
    for part in in_parts(wanted):
        for end in ends:
            for row in connection.execute(asked.where(end.in_(part))).mappings().all():
                if row["number"] not in seen:
                    seen.add(row["number"])
                    yield dict(row)


def _renew(connection: Connection, rows: Table, former: Iterable[_Row], due: list[_Row], at: str) -> list[_Row]:
    """Supersede former rows that are not due, and add those that are due and were not there; return what was added."""
    names = tuple(due[0]) if due else ()
    wanted = {tuple(row.values()): row for row in due}
    ended = [row["number"] for row in former if wanted.pop(tuple(row[name] for name in names), None) is None]
    _end(connection, rows, ended, at)
    first = _most(connection, rows) + 1
    added = [{"number": number, **row, "added_at": at} for number, row in enumerate(wanted.values(), first)]
    insert_rows(connection, rows, added)
    return added


def _end(connection: Connection, rows: Table, numbers: list[int], at: str) -> None:
    for first in range(0, len(numbers), 5_000):
        part = numbers[first : first + 5_000]
        connection.execute(update(rows).where(rows.c.number.in_(part)).values(superseded_at=at))


def _renew_threads(connection: Connection, found: Resolution, at: str) -> None:
    inside = threads.join(members, members.c.thread == threads.c.number)
    asked = select(threads).where(threads.c.kind == found.kind, threads.c.superseded_at.is_(None))
    former: dict[int, _Row] = {}
    if found.scope is None:
        former = {row["number"]: dict(row) for row in connection.execute(asked).mappings()}
    for part in in_parts(found.scope or ()):
        touched = select(threads.c.number).select_from(inside).where(members.c.record.in_(part))
        rows = connection.execute(asked.where(threads.c.number.in_(touched))).mappings()
        former.update({row["number"]: dict(row) for row in rows})
    records_of: Mapping[str, tuple[str, ...]] = {thread.id: thread.records for thread in found.threads}
    added = _renew(connection, threads, former.values(), [_thread_row(thread) for thread in found.threads], at)
    insert_rows(
        connection,
        members,
        [
            {"thread": row["number"], "position": position, "record": record}
            for row in added
            for position, record in enumerate(records_of[row["id"]])
        ],
    )


def _thread_row(thread: Thread) -> _Row:
    told = {name: getattr(thread, name) for name in ("id", "kind", "reason", "score")}
    return {**told, "records": len(thread.records)}


def _pair_row(pair: Pair) -> _Row:
    told = {name: getattr(pair, name) for name in ("kind", "one", "other", "reason", "score")}
    return {**told, "standing": str(pair.standing)}


def _link_row(kind: str, link: Link) -> _Row:
    told = {name: getattr(link, name) for name in ("id", "earlier", "later", "slot", "reason", "score")}
    return {**told, "kind": kind, "tie": str(link.tie)}


def _most(connection: Connection, rows: Table, *which: ColumnElement[bool]) -> int:
    return connection.execute(select(func.max(rows.c.number)).where(*which)).scalar() or 0
