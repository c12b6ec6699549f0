"""Adding to the ledger. A row is added or superseded, never changed; the caller holds the transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from itertools import count
from typing import Any

from sqlalchemy import Connection, Table, func, select, update

from servanda.codebook import Document, Problem, Reading
from servanda.store.databases import index_rows, insert_rows
from servanda.store.filters import COUNTS, stands
from servanda.store.queries import Change
from servanda.store.rows import Row, cell_rows, hash_of, party_rows, problem_row, reading_row, record_row
from servanda.store.schema import cells, closings, documents, parties, problems, readings, records, sources
from servanda.store.tallies import Tally, add, load_tally, tally_of

_TOLD = ("title", "outlet", "agency", "author", "dateline", "published", "language")
_PLACE = ("media_type", "raw_hash", "extractor")


def append_reading(connection: Connection, document: Document, reading: Reading, *, at: str) -> Change:
    """Add a reading where it says anything that the ledger does not know yet.

    The same file twice changes nothing, and neither do two copies of a text of which different things are known,
    however often both are read: what was last read at a place is compared with what is read there now. A copy of which
    less is known than of the first one is only noted.
    """
    content = hash_of(document, reading)
    here, current = _last_here(connection, document), _current(connection, document.id)
    if here is not None and here["hash"] == content:
        _note_source(connection, document, here["reading"], here, at)
        return Change.UNCHANGED
    if current is not None and (current["hash"] == content or _adds_nothing(current, document, reading)):
        known = here if here is not None and here["reading"] == current["number"] else None
        _note_source(connection, document, current["number"], known, at)
        return Change.UNCHANGED
    if current is None:
        append_document(connection, document, at)
    number = append_rows(connection, document, reading, None if current is None else current["number"], at=at)
    append_source(connection, place_row(document), number, at)
    return Change.ADDED if current is None else Change.SUPERSEDED


def append_rows(connection: Connection, document: Document, reading: Reading, former: int | None, *, at: str) -> int:
    """Add a reading that counts from now on in the place of a former one; return its number. It has no source yet."""
    number = _next(connection, readings)
    less: Tally = Counter()
    if former is not None:
        less = load_tally(connection, former)
        closed = update(readings).where(readings.c.number == former)
        connection.execute(closed.values(superseded_at=at, superseded_by=number))
    row = {"number": number, **reading_row(document, reading), "added_at": at}
    insert_rows(connection, readings, [row])
    index_rows(connection, "readings", [(number, document.title)])
    found, roles = _append_records(connection, document, reading, number)
    add(connection, tally_of(row, found, roles), less)
    _append_problems(connection, reading.problems, number, at)
    return number


def append_problems(connection: Connection, listed: Iterable[Problem], *, at: str) -> int:
    """Add those problems that the ledger does not list yet; return how many."""
    wanted = {problem.id: problem for problem in listed}
    known = (
        select(problems.c.id)
        .select_from(problems.outerjoin(readings, readings.c.number == problems.c.reading))
        .where(stands(None))
    )
    held = set(connection.execute(known).scalars()) if wanted else set()
    added = [problem for identity, problem in wanted.items() if identity not in held]
    _append_problems(connection, added, None, at)
    return len(added)


def close_problems(connection: Connection, among: Callable[[str], bool], seen: Collection[str], *, at: str) -> int:
    """Close the standing problems of the sources among these that were not seen again; return how many."""
    asked = (
        select(problems.c.number, problems.c.id, problems.c.location)
        .where(problems.c.reading.is_(None), problems.c.number.not_in(select(closings.c.problem)))
        .order_by(problems.c.number)
    )
    mended = [number for number, key, place in connection.execute(asked) if among(place) and key not in seen]
    insert_rows(connection, closings, [{"problem": number, "added_at": at} for number in mended])
    return len(mended)


def _last_here(connection: Connection, document: Document) -> dict[str, Any] | None:
    asked = (
        select(sources, readings.c.hash)
        .join(readings, readings.c.number == sources.c.reading)
        .where(sources.c.document == document.id, sources.c.location == document.location)
        .order_by(sources.c.number.desc())
    )
    row = connection.execute(asked.limit(1)).mappings().first()
    return None if row is None else dict(row)


def _current(connection: Connection, document: str) -> dict[str, Any] | None:
    first = select(sources.c.location).where(sources.c.reading == readings.c.number).order_by(sources.c.number).limit(1)
    asked = select(readings, first.scalar_subquery().label("location")).where(readings.c.document == document, COUNTS)
    row = connection.execute(asked).mappings().first()
    return None if row is None else dict(row)


def _adds_nothing(current: dict[str, Any], document: Document, reading: Reading) -> bool:
    """Whether this is a copy found elsewhere of which less is known: it takes nothing away from what is known."""
    if document.location == current["location"] or (reading.reader, reading.version) != (
        current["reader"],
        current["version"],
    ):
        return False
    known, told = ({name for name in _TOLD if of[name] is not None} for of in (current, reading_row(document, reading)))
    return told < known


def append_document(connection: Connection, document: Document, at: str) -> None:
    """Add a text that the ledger does not have."""
    number = _next(connection, documents)
    row = {"number": number, "id": document.id, "text": document.text, "added_at": at}
    insert_rows(connection, documents, [row])
    index_rows(connection, "documents", [(number, document.text)])


def append_source(connection: Connection, place: dict[str, Any], number: int, at: str) -> None:
    """Note where the document of a reading was found."""
    insert_rows(connection, sources, [{**place, "reading": number, "added_at": at}])


def place_row(document: Document) -> dict[str, Any]:
    """The row of a source, but for its reading and its time."""
    told = {name: getattr(document, name) for name in _PLACE}
    return {"document": document.id, "location": document.location, **told}


def _note_source(connection: Connection, document: Document, number: int, here: dict[str, Any] | None, at: str) -> None:
    """Note where the document was found, unless the last note of this place says the same."""
    if here is None or any(here[name] != getattr(document, name) for name in _PLACE):
        append_source(connection, place_row(document), number, at)


def _append_records(
    connection: Connection, document: Document, reading: Reading, number: int
) -> tuple[list[Row], list[Row]]:
    """Add the records of a reading; return their rows, and those of who takes part in them."""
    first = _next(connection, records)
    listed = list(zip(count(first), reading.records(), strict=False))
    rows = [
        {"number": key, "reading": number, "position": key - first, **record_row(record, document.text)}
        for key, record in listed
    ]
    insert_rows(connection, records, rows)
    insert_rows(connection, cells, [{"record": k, **row} for k, r in listed for row in cell_rows(r, document.text)])
    roles = [{"record": k, **row} for k, r in listed for row in party_rows(r)]
    insert_rows(connection, parties, roles)
    index_rows(connection, "records", [(row["number"], row["words"]) for row in rows])
    return rows, roles


def _append_problems(connection: Connection, listed: Iterable[Problem], number: int | None, at: str) -> None:
    rows = [{"reading": number, **problem_row(problem), "added_at": at} for problem in listed]
    insert_rows(connection, problems, rows)


def _next(connection: Connection, rows: Table) -> int:
    """The next free number: rows are never deleted, and a writer is alone, so that it stays free."""
    return (connection.execute(select(func.max(rows.c.number))).scalar() or 0) + 1
