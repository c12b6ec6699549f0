"""The rows of records and parties checked against the records' own JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from sqlalchemy import Connection, Table, select

from servanda.codebook import Document, Problem
from servanda.codebook.encoding import encode
from servanda.store.rows import DamageError, Row, differences, party_rows, record_of, record_row
from servanda.store.schema import parties, records

_Key: TypeAlias = tuple[Any, ...]


def find_record_faults(connection: Connection, reading: int, document: Document) -> Iterator[Problem]:
    """What in the records of a reading does not agree with itself."""
    asked = select(records).where(records.c.reading == reading).order_by(records.c.position)
    beside = _by_record(connection, parties, reading)
    for row in connection.execute(asked).mappings().all():
        for message in _record_faults(dict(row), document, beside.get(row["number"], [])):
            yield Problem(code="damaged", message=f"{row['id']}: {message}", document=document.id)


def _record_faults(row: Row, document: Document, held: list[Row]) -> Iterator[str]:
    try:
        record = record_of(row["body"], row["record_kind"])
    except DamageError as error:
        yield str(error)
        return
    body = row["body"] if _is_of_before(json.loads(row["body"]), json.loads(encode(record))) else ""
    differs = differences(row, record_row(record, document, body.encode()))
    if differs:
        yield f"its columns differ from the record: {differs}"
    yield from _row_faults("party", held, party_rows(record, document), _party_key)


def _is_of_before(held: Any, due: Any) -> bool:
    """Whether a record was written before some of its fields were known: these are empty, and all others are the same."""
    if isinstance(held, dict) and isinstance(due, dict):
        new = due.keys() - held.keys()
        same = all(name in due and _is_of_before(value, due[name]) for name, value in held.items())
        return same and not any(due[name] for name in new)
    if isinstance(held, list) and isinstance(due, list):
        return len(held) == len(due) and all(map(_is_of_before, held, due))
    return bool(held == due)


def _row_faults(what: str, held: list[Row], due: Iterable[Row], key: Callable[[Row], _Key]) -> Iterator[str]:
    there, wanted = {key(row): row for row in held}, {key(row): row for row in due}
    for name, row in wanted.items():
        if name not in there:
            yield f"its {what} {_told(name)} is missing"
        elif differs := differences(there[name], row):
            yield f"its {what} {_told(name)} differs from the record: {differs}"
    for name in there:
        if name not in wanted:
            yield f"it has a {what} {_told(name)} that nothing bears out"


def _by_record(connection: Connection, table: Table, reading: int) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    inside = table.join(records, records.c.number == table.c.record)
    for row in connection.execute(select(table).select_from(inside).where(records.c.reading == reading)).mappings():
        found.setdefault(row["record"], []).append(dict(row))
    return found


def _party_key(row: Row) -> _Key:
    return row["role"], row["actor"]


def _told(key: _Key) -> str:
    return " ".join(str(part) for part in key)
