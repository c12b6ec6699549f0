"""What people decided about records: kept for good, taken back by another row, and found again when a text is read anew.

A judgement is about records as they stood. When its document is read anew it holds for the record of the same id, is
carried over to a record that says the same in the same words, and otherwise fits no longer: then it waits for a person.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from servanda.codebook import Judgement
from servanda.codebook.encoding import decode, encode
from servanda.store.databases import insert_rows
from servanda.store.filters import counts
from servanda.store.finds import counting
from servanda.store.queries import About, Fit, Judged, Undoing
from servanda.store.rows import DamageError, time_row
from servanda.store.schema import judged, judgements, records, undoings

_OF_RECORD = ("record_kind", "document", "claim", "words")


class UnknownError(ValueError):
    """What a judgement is about, or a judgement that is to be undone, is not in the ledger."""


def append_judgement(connection: Connection, judgement: Judgement, *, at: str) -> bool:
    """Add a judgement; return whether it was new.

    Raises:
        UnknownError: a record that it is about is not in the ledger.
    """
    if connection.execute(select(judgements.c.number).where(judgements.c.id == judgement.id)).first():
        return False
    rows = [_as_it_stands(connection, record) for record in judgement.records]
    number = (connection.execute(select(func.max(judgements.c.number))).scalar() or 0) + 1
    insert_rows(connection, judgements, [{"number": number, **judgement_row(judgement), "added_at": at}])
    told = [{"judgement": number, "position": position, **row} for position, row in enumerate(rows)]
    insert_rows(connection, judged, told)
    return True


def append_undoing(connection: Connection, key: str, by: str, why: str, *, at: str) -> Judgement:
    """Take a judgement back; return it.

    Raises:
        UnknownError: no one judgement that stands has an id that begins so.
    """
    asked = select(judgements.c.number, judgements.c.body).where(judgements.c.id.startswith(key, autoescape=True))
    standing = asked.where(judgements.c.number.not_in(select(undoings.c.judgement)))
    found = connection.execute(standing.order_by(judgements.c.id).limit(2)).all() if key else []
    if len(found) != 1:
        raise UnknownError(f"no one judgement that stands has an id that begins with {key}")
    ((number, body),) = found
    insert_rows(connection, undoings, [{"judgement": number, "judge": by, "why": why, "added_at": at}])
    return judgement_of(body)


def find_judgements(connection: Connection, document: str | None, known: str | None) -> tuple[Judged, ...]:
    """All judgements, or those about records of a document, the newest last; those that were taken back too."""
    inside: tuple[ColumnElement[bool], ...] = () if known is None else (judgements.c.added_at <= known,)
    if document is not None:
        about = select(judged.c.judgement).where(judged.c.document == document)
        inside = (*inside, judgements.c.number.in_(about))
    asked = select(judgements.c.number, judgements.c.body, judgements.c.added_at).where(*inside)
    return tuple(
        Judged(
            judgement=judgement_of(body),
            added_at=datetime.fromisoformat(added_at),
            about=tuple(_abouts(connection, number, known)),
            undone=_undoing(connection, number, known),
        )
        for number, body, added_at in connection.execute(asked.order_by(judgements.c.number)).all()
    )


def judgement_row(judgement: Judgement) -> dict[str, Any]:
    """The row of a judgement, but for its number and the time of adding."""
    return {
        "id": judgement.id,
        "verdict": str(judgement.verdict),
        "judge": judgement.by,
        "judged_at": time_row(judgement.at),
        "why": judgement.why,
        "slot": judgement.slot,
        "value": judgement.value,
        "body": encode(judgement).decode(),
    }


def judgement_of(body: str) -> Judgement:
    """A judgement out of its JSON.

    Raises:
        DamageError: it is none.
    """
    try:
        return decode(body, Judgement)
    except ValueError as error:
        raise DamageError(f"the judgement cannot be read: {error}") from error


def _as_it_stands(connection: Connection, record: str) -> dict[str, Any]:
    """The record as the ledger has it now, or had it last."""
    asked = select(*(records.c[name] for name in _OF_RECORD)).where(records.c.id == record)
    row = connection.execute(asked.order_by(records.c.number.desc()).limit(1)).mappings().first()
    if row is None:
        raise UnknownError(f"the ledger has no record {record}")
    return {"record": record, **row}


def _abouts(connection: Connection, number: int, known: str | None) -> Iterator[About]:
    asked = select(judged).where(judged.c.judgement == number).order_by(judged.c.position)
    for row in connection.execute(asked).mappings().all():
        now = _only(connection, known, records.c.id == row["record"])
        fit = Fit.HOLDS if now else Fit.UNFIT
        if now is None:
            same = (records.c.claim == row["claim"]) & (records.c.words == row["words"])
            now = _only(connection, known, (records.c.document == row["document"]) & same)
            fit = Fit.CARRIED if now else Fit.UNFIT
        told = {name: row[name] for name in ("record", "document", "words")}
        yield About(kind=row["record_kind"], now=now, fit=fit, **told)


def _only(connection: Connection, known: str | None, which: ColumnElement[bool]) -> str | None:
    asked = select(records.c.id).select_from(counting(records)).where(counts(known), which)
    return connection.execute(asked.order_by(records.c.position).limit(1)).scalar()


def _undoing(connection: Connection, number: int, known: str | None) -> Undoing | None:
    asked = select(undoings).where(undoings.c.judgement == number)
    row = connection.execute(asked).mappings().first()
    if row is None or (known is not None and row["added_at"] > known):
        return None
    return Undoing(by=row["judge"], why=row["why"], at=datetime.fromisoformat(row["added_at"]))
