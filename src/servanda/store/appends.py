"""Adding to the ledger. A row is added or superseded, never changed; the caller holds the transaction.

Many readings are added at once: what is known of all their documents is asked in one question, and all rows of a table
go in together, which is several times as fast as one document after the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import count
from operator import itemgetter
from typing import Any, TypeAlias

from sqlalchemy import Connection, Table, func, select, update

from servanda.codebook import Document, Problem, Reading
from servanda.codebook.collectors import uncollected
from servanda.store.additions import Addition, Values, addition_of
from servanda.store.databases import index_rows, insert_records, insert_rows, insert_values
from servanda.store.filters import COUNTS, stands
from servanda.store.outcomes import Change
from servanda.store.parts import AT_ONCE
from servanda.store.rows import COLUMNS_OF, PARTY_COLUMNS, RECORD_COLUMNS, Row, problem_row
from servanda.store.schema import closings, documents, parties, problems, readings, records, sources
from servanda.store.tallies import (
    TOLD_OF_PARTY,
    TOLD_OF_READING,
    TOLD_OF_RECORD,
    Tally,
    add,
    load_tally,
    tally_of,
)

_TOLD = ("title", "outlet", "agency", "author", "dateline", "published", "language")
_PLACE = ("media_type", "raw_hash", "extractor")
_OF_RECORDS = ("number", "reading", "position", *RECORD_COLUMNS)
_OF_PARTIES = ("record", *PARTY_COLUMNS)
_FILLED = {kind: ("number", "reading", "position", *columns) for kind, columns in COLUMNS_OF.items()}
_told_of_reading = itemgetter(*TOLD_OF_READING)
_told_of_record = itemgetter(*map(_OF_RECORDS.index, TOLD_OF_RECORD))
_told_of_party = itemgetter(*map(_OF_PARTIES.index, TOLD_OF_PARTY))
_actor_of = itemgetter(_OF_PARTIES.index("actor"))
_words_of = itemgetter(0, _OF_RECORDS.index("words"))

_Known: TypeAlias = dict[str, dict[str, Any]]


def append_readings(connection: Connection, given: Iterable[Addition], *, at: str) -> tuple[Change, ...]:
    """Add each reading where it says anything that the ledger does not know yet; say what became of each.

    The same file twice changes nothing, and neither do two copies of a text of which different things are known,
    however often both are read: what was last read at a place is compared with what is read there now. A copy of which
    less is known than of the first one is only noted.
    """
    with uncollected():
        return tuple(change for part in _apart(given) for change in _append_part(connection, part, at))


def append_rows(connection: Connection, document: Document, reading: Reading, former: int | None, *, at: str) -> int:
    """Add a reading that counts from now on in the place of a former one; return its number. It has no source yet."""
    (number,) = _append_additions(connection, [(addition_of(document, reading), former)], at)
    return number


def append_anew(connection: Connection, listed: Iterable[tuple[Document, Reading, int]], *, at: str) -> None:
    """Add readings that count from now on, each in the place of the reading of a number, at the places of that one."""
    additions = [(addition_of(document, reading), former) for document, reading, former in listed]
    formers = [former for _, former in additions]
    numbers = dict(zip(formers, _append_additions(connection, additions, at), strict=True))
    asked = select(sources).where(sources.c.reading.in_(formers))
    # What was read at a place last is what is read there next, so that every place goes along, in the same order.
    rows = [dict(row) for row in connection.execute(asked.order_by(sources.c.number)).mappings()]
    told = {(row["reading"], row["location"]): row for row in rows}.values()
    names = ("document", "location", *_PLACE)
    places = [
        {**{name: row[name] for name in names}, "reading": numbers[row["reading"]], "added_at": at} for row in told
    ]
    insert_rows(connection, sources, places)


def _apart(given: Iterable[Addition]) -> Iterator[list[Addition]]:
    """The readings in parts in which no document stands twice."""
    part: list[Addition] = []
    seen: set[str] = set()
    for one in given:
        if one.document.id in seen or len(part) == AT_ONCE:
            yield part
            part, seen = [], set()
        part.append(one)
        seen.add(one.document.id)
    if part:
        yield part


def _append_part(connection: Connection, part: Sequence[Addition], at: str) -> Iterator[Change]:
    listed = [one.document for one in part]
    currents, heres = _currents(connection, listed), _last_heres(connection, listed)
    changes, additions, notes, places = [], [], [], []
    for one in part:
        document = one.document
        here, current = heres.get(document.id), currents.get(document.id)
        known = _known_already(document, one.row, here, current)
        if known is None:
            additions.append((one, current["number"] if current else None))
            changes.append(Change.SUPERSEDED if current else Change.ADDED)
            places.append(document)
            continue
        changes.append(Change.UNCHANGED)
        last = here if here is not None and here["reading"] == known else None
        if last is None or any(last[name] != getattr(document, name) for name in _PLACE):
            notes.append({**place_row(document), "reading": known, "added_at": at})
    append_documents(connection, [one.document for one, former in additions if former is None], at)
    numbers = _append_additions(connection, additions, at)
    found = [{**place_row(document), "reading": n, "added_at": at} for document, n in zip(places, numbers, strict=True)]
    insert_rows(connection, sources, [*notes, *found])
    yield from changes


def _known_already(document: Document, row: Row, here: Row | None, current: Row | None) -> int | None:
    """Number of the reading of the ledger that says the same, or more of a copy; None where something is new."""
    if here is not None and here["hash"] == row["hash"]:
        return int(here["reading"])
    if current is not None and (current["hash"] == row["hash"] or _adds_nothing(current, document, row)):
        return int(current["number"])
    return None


def _append_additions(connection: Connection, additions: Sequence[tuple[Addition, int | None]], at: str) -> list[int]:
    """Add readings that count from now on, each in the place of a former one; return their numbers."""
    if not additions:
        return []
    numbered = [(number, one) for number, (one, _) in enumerate(additions, _next(connection, readings))]
    formers = [(former, number) for (number, _), (_, former) in zip(numbered, additions, strict=True) if former]
    less = _close(connection, formers, at)
    rows = [{"number": number, **one.row, "added_at": at} for number, one in numbered]
    insert_rows(connection, readings, rows)
    index_rows(connection, "readings", [(number, one.document.title) for number, one in numbered])
    found, roles = _append_records(connection, numbered)
    told_of = (map(_told_of_reading, rows), list(map(_told_of_record, found)), map(_told_of_party, roles))
    add(connection, tally_of(*told_of), less)
    told = [(number, problem) for number, one in numbered for problem in one.reading.problems]
    _append_problems(connection, told, at)
    return [number for number, _ in numbered]


def _close(connection: Connection, closed: Sequence[tuple[int, int]], at: str) -> Tally:
    """Let readings be superseded by others; return what they were tallied for."""
    less: Tally = Counter()
    for former, number in closed:
        less.update(load_tally(connection, former))
        superseded = update(readings).where(readings.c.number == former)
        connection.execute(superseded.values(superseded_at=at, superseded_by=number))
    return less


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
    _append_problems(connection, [(None, problem) for problem in added], at)
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


def _last_heres(connection: Connection, listed: Sequence[Document]) -> _Known:
    """What was last read of each document at the place where it is read now."""
    where = {document.id: document.location for document in listed}
    asked = (
        select(sources, readings.c.hash)
        .join(readings, readings.c.number == sources.c.reading)
        .where(sources.c.document.in_(list(where)))
        .order_by(sources.c.number)
    )
    rows = connection.execute(asked).mappings()
    return {row["document"]: dict(row) for row in rows if row["location"] == where[row["document"]]}


def _currents(connection: Connection, listed: Sequence[Document]) -> _Known:
    """The readings that count of these documents, each with its first place."""
    first = select(sources.c.location).where(sources.c.reading == readings.c.number).order_by(sources.c.number).limit(1)
    asked = select(readings, first.scalar_subquery().label("location"))
    rows = connection.execute(asked.where(readings.c.document.in_([document.id for document in listed]), COUNTS))
    return {row["document"]: dict(row) for row in rows.mappings()}


def _adds_nothing(current: Row, document: Document, told: Row) -> bool:
    """Whether this is a copy found elsewhere of which less is known: it takes nothing away from what is known."""
    if document.location == current["location"] or any(current[name] != told[name] for name in ("reader", "version")):
        return False
    known, now = ({name for name in _TOLD if of[name] is not None} for of in (current, told))
    return now < known


def append_documents(connection: Connection, listed: Iterable[Document], at: str) -> None:
    """Add texts that the ledger does not have."""
    numbered = list(zip(count(_next(connection, documents)), listed, strict=False))
    rows = [{"number": number, "id": one.id, "text": one.text, "added_at": at} for number, one in numbered]
    insert_rows(connection, documents, rows)
    index_rows(connection, "documents", [(number, one.text) for number, one in numbered])


def append_source(connection: Connection, place: dict[str, Any], number: int, at: str) -> None:
    """Note where the document of a reading was found."""
    insert_rows(connection, sources, [{**place, "reading": number, "added_at": at}])


def place_row(document: Document) -> dict[str, Any]:
    """The row of a source, but for its reading and its time."""
    told = {name: getattr(document, name) for name in _PLACE}
    return {"document": document.id, "location": document.location, **told}


def _append_records(
    connection: Connection, numbered: Sequence[tuple[int, Addition]]
) -> tuple[list[Values], list[Values]]:
    """Add the records of readings; return their rows, and those of who takes part in them."""
    first = _next(connection, records)
    rows: list[Values] = []
    roles: list[Values] = []
    for number, one in numbered:
        roles.extend((first + position, *values) for position, *values in one.roles)
        rows.extend((key, number, *values) for key, values in enumerate(one.found, first))
        first += len(one.found)
    insert_records(connection, _OF_RECORDS, rows, _FILLED)
    # One actor after the other: each then has its places in the index touched once.
    insert_values(connection, parties, _OF_PARTIES, sorted(roles, key=_actor_of))
    index_rows(connection, "records", map(_words_of, rows))
    return rows, roles


def _append_problems(connection: Connection, listed: Iterable[tuple[int | None, Problem]], at: str) -> None:
    rows = [{"reading": number, **problem_row(problem), "added_at": at} for number, problem in listed]
    insert_rows(connection, problems, rows)


def _next(connection: Connection, rows: Table) -> int:
    """The next free number: rows are never deleted, and a writer is alone, so that it stays free."""
    return (connection.execute(select(func.max(rows.c.number))).scalar() or 0) + 1
