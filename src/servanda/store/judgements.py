"""What people decided about records: kept for good, taken back by another row, and found again when a text is read anew.

A judgement is about records as they stood. When its document is read anew it holds for the record of the same id, is
carried over to a record that says the same in the same words, and otherwise fits no longer: then it waits for a person.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, select

from servanda.codebook import Judgement, Record
from servanda.codebook.encoding import decode, encode
from servanda.store.databases import insert_rows
from servanda.store.filters import counts
from servanda.store.finds import counting, find_places
from servanda.store.outcomes import About, Fit, Judged, Undoing
from servanda.store.parts import in_parts
from servanda.store.rows import DamageError, time_row
from servanda.store.schema import judged, judgements, readings, records, undoings

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


def find_judgements(
    connection: Connection, document: str | None, about: Collection[Record] | None, known: str | None
) -> tuple[Judged, ...]:
    """All judgements, or those about records of a document, or about these; the newest last, those taken back too."""
    inside: tuple[ColumnElement[bool], ...] = () if known is None else (judgements.c.added_at <= known,)
    if document is not None:
        inside = (*inside, judgements.c.number.in_(select(judged.c.judgement).where(judged.c.document == document)))
    asked = select(judgements.c.number, judgements.c.body, judgements.c.added_at).where(*inside)
    wanted = [asked]
    if about is not None:
        wanted = [asked.where(judgements.c.number.in_(part)) for part in in_parts(_about(connection, about))]
    rows = [row for one in wanted for row in connection.execute(one.order_by(judgements.c.number))]
    numbers = [row.number for row in rows]
    told, undone = _abouts(connection, numbers, known), _undoings(connection, numbers, known)
    return tuple(
        Judged(
            judgement=judgement_of(body),
            added_at=datetime.fromisoformat(added_at),
            about=tuple(told[number]),
            undone=undone.get(number),
        )
        for number, body, added_at in rows
    )


def _about(connection: Connection, about: Collection[Record]) -> set[int]:
    """The numbers of the judgements about these records, or about others that say the same."""
    found: set[int] = set()
    named = ((judged.c.record, (one.id for one in about)), (judged.c.claim, (one.claim for one in about)))
    for column, keys in named:
        for part in in_parts(keys):
            found.update(connection.execute(select(judged.c.judgement).where(column.in_(part))).scalars())
    return found


def has_judgements(connection: Connection) -> bool:
    """Whether anybody has judged anything, be it taken back."""
    return connection.execute(select(judgements.c.number).limit(1)).first() is not None


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


def _abouts(connection: Connection, numbers: list[int], known: str | None) -> dict[int, list[About]]:
    """What each judgement is about, in its order."""
    rows = [
        row
        for part in in_parts(numbers)
        for row in connection.execute(
            select(judged).where(judged.c.judgement.in_(part)).order_by(judged.c.judgement, judged.c.position)
        )
    ]
    here = find_places(connection, {row.record for row in rows}, known)
    same = _saying_the_same(connection, [row for row in rows if row.record not in here], known)
    told: dict[int, list[About]] = {number: [] for number in numbers}
    for row in rows:
        now = row.record if row.record in here else same.get((row.document, row.claim, row.words))
        fit = Fit.UNFIT if now is None else Fit.HOLDS if row.record in here else Fit.CARRIED
        named = {name: getattr(row, name) for name in ("record", "document", "words")}
        told[row.judgement].append(About(kind=row.record_kind, now=now, fit=fit, **named))
    return told


def _saying_the_same(
    connection: Connection, rows: list[Row[Any]], known: str | None
) -> dict[tuple[str, str, str], str]:
    """The first record of a document that says the same in the same words, by document, claim and words."""
    found: dict[tuple[str, str, str], str] = {}
    shown = select(records.c.document, records.c.claim, records.c.words, records.c.id)
    for part in in_parts(row.document for row in rows):
        asked = shown.select_from(counting(records)).where(counts(known), readings.c.document.in_(part))
        for document, claim, words, key in connection.execute(asked.order_by(records.c.reading, records.c.position)):
            found.setdefault((document, claim, words), key)
    return found


def _undoings(connection: Connection, numbers: list[int], known: str | None) -> dict[int, Undoing]:
    found: dict[int, Undoing] = {}
    then = () if known is None else (undoings.c.added_at <= known,)
    for part in in_parts(numbers):
        for row in connection.execute(select(undoings).where(undoings.c.judgement.in_(part), *then)):
            at = datetime.fromisoformat(row.added_at)
            found[row.judgement] = Undoing(by=row.judge, why=row.why, at=at)
    return found
