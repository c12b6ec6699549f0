"""Readings by a new version of a reader that wait: they are kept, nothing is answered from them, and a person decides.

A draft stands on the reading that counts. Where that one is superseded meanwhile, the draft waits no longer, since it was
read against what was known of the document then. Of several drafts of a document the newest one is meant.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, exists, func, select

from servanda.codebook import DocumentId, Reading
from servanda.codebook.encoding import decode, encode
from servanda.store.appends import append_anew
from servanda.store.databases import insert_rows
from servanda.store.filters import COUNTS, counts
from servanda.store.finds import load_document, load_reading
from servanda.store.outcomes import Draft
from servanda.store.rows import DamageError
from servanda.store.schema import decisions, drafts, readings

_INSIDE = drafts.join(readings, readings.c.number == drafts.c.reading)


class Decision(StrEnum):
    """What became of a draft."""

    ACCEPTED = "accepted"
    DROPPED = "dropped"


def find_undrafted(connection: Connection, reader: str, version: str) -> tuple[tuple[DocumentId, int], ...]:
    """The documents that something else than this version of a reader has read, each with the reading that counts.

    Those apart of which a draft of this version waits.
    """
    same = (drafts.c.reader == reader, drafts.c.version == version)
    drafted = exists().where(drafts.c.reading == readings.c.number, *same, _is_undecided(None))
    other = (readings.c.reader != reader) | (readings.c.version != version)
    asked = select(readings.c.document, readings.c.number).where(COUNTS, other, ~drafted)
    return tuple((document, number) for document, number in connection.execute(asked.order_by(readings.c.number)))


def append_drafts(connection: Connection, found: Iterable[tuple[int, Reading]], *, at: str) -> int:
    """Add readings, each with the number of the one whose place it would take; return how many were added.

    What stands on a reading that counts no longer is left out.
    """
    listed = list(found)
    asked = select(readings.c.number, readings.c.document).where(readings.c.number.in_([n for n, _ in listed]), COUNTS)
    held: dict[int, DocumentId] = dict(connection.execute(asked).all())
    standing = [(number, reading) for number, reading in listed if held.get(number) == reading.document]
    first = (connection.execute(select(func.max(drafts.c.number))).scalar() or 0) + 1
    rows = [{"number": n, **draft_row(base, told), "added_at": at} for n, (base, told) in enumerate(standing, first)]
    insert_rows(connection, drafts, rows)
    return len(rows)


def find_waiting(connection: Connection, known: str | None = None) -> tuple[int, ...]:
    """The numbers of the drafts that wait, one a document, the newest publication first."""
    asked = select(drafts.c.document, drafts.c.number).select_from(_INSIDE).where(*_waits(known))
    day = readings.c.published_from.desc().nulls_last()
    rows = connection.execute(asked.order_by(day, drafts.c.document, drafts.c.number)).all()
    return tuple(dict(rows).values())


def load_draft(connection: Connection, number: int) -> Draft:
    """The draft of this number, with the reading whose place it would take.

    Raises:
        DamageError: it cannot be read, or its document cannot.
    """
    row = connection.execute(select(drafts).where(drafts.c.number == number)).mappings().one()
    document = load_document(connection, row["reading"])
    if document is None:
        raise DamageError(f"reading {row['reading']} has no source")
    return Draft(
        document=document,
        before=load_reading(connection, row["reading"]),
        after=reading_of(row["body"]),
        added_at=datetime.fromisoformat(row["added_at"]),
    )


def accept_drafts(connection: Connection, numbers: Sequence[int], by: str, why: str, *, at: str) -> int:
    """Let these drafts count from now on, as far as they wait still; return how many do."""
    asked = select(drafts.c.number, drafts.c.reading).select_from(_INSIDE)
    rows = connection.execute(asked.where(drafts.c.number.in_(numbers), *_waits(None)).order_by(drafts.c.number)).all()
    told = [(load_draft(connection, number), reading) for number, reading in rows]
    append_anew(connection, [(one.document, one.after, reading) for one, reading in told], at=at)
    _decide(connection, [number for number, _ in rows], Decision.ACCEPTED, (by, why), at)
    return len(rows)


def drop_drafts(connection: Connection, by: str, why: str, *, at: str) -> int:
    """Let no draft wait any longer; return of how many documents some did."""
    waiting = find_waiting(connection)
    asked = select(drafts.c.number).select_from(_INSIDE).where(*_waits(None)).order_by(drafts.c.number)
    _decide(connection, connection.execute(asked).scalars().all(), Decision.DROPPED, (by, why), at)
    return len(waiting)


def draft_row(base: int, reading: Reading) -> dict[str, Any]:
    """The row of a draft, but for its number and the time of adding."""
    body = encode(reading).decode()
    told = {name: getattr(reading, name) for name in ("document", "reader", "version")}
    return {**told, "reading": base, "hash": hash_of_body(body), "body": body}


def hash_of_body(body: str) -> str:
    """The hash that stands beside a draft: of its JSON as it was written."""
    return hashlib.sha256(body.encode()).hexdigest()


def reading_of(body: str) -> Reading:
    """A reading out of its JSON.

    Raises:
        DamageError: it is none.
    """
    try:
        return decode(body, Reading)
    except ValueError as error:
        raise DamageError(f"the draft cannot be read: {error}") from error


def _decide(connection: Connection, numbers: Sequence[int], outcome: Decision, who: tuple[str, str], at: str) -> None:
    by, why = who
    told = {"outcome": str(outcome), "judge": by, "why": why, "added_at": at}
    insert_rows(connection, decisions, [{"draft": number, **told} for number in numbers])


def _waits(known: str | None) -> tuple[ColumnElement[bool], ...]:
    then = () if known is None else (drafts.c.added_at <= known,)
    return (counts(known), _is_undecided(known), *then)


def _is_undecided(known: str | None) -> ColumnElement[bool]:
    then = () if known is None else (decisions.c.added_at <= known,)
    return ~exists().where(decisions.c.draft == drafts.c.number, *then)
