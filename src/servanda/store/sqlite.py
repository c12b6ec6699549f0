"""What the ledger needs that only SQLite has: the connection, full text, views and guards.

Nothing outside this file knows which database the ledger lies in, but for the raw inserts' question marks, which are
made here too.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    QueuePool,
    Table,
    create_engine,
    event,
    literal_column,
    select,
    table,
)
from sqlalchemy.exc import DatabaseError

from servanda.codebook import KINDS
from servanda.codebook.cells import slots_of
from servanda.store.schema import metadata

_PATIENCE = 30.0

_INDEXES = (("documents", "text"), ("readings", "title"), ("records", "words"))
"""The tables with a full-text index, each with the column that it covers."""


def connect(path: Path, *, mode: str) -> Engine:
    """An engine for a file. Connections are pooled, and may be used from any thread.

    Args:
        path: the file.
        mode: `rwc` to write and create, `rw` to write, `ro` to read, `immutable` for a file that nobody can write.
    """
    how = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
    uri = f"{path.absolute().as_uri()}?{how}"

    def dial() -> sqlite3.Connection:
        # No isolation level: Python would begin transactions late and by itself; the listener below does it in time.
        return sqlite3.connect(uri, uri=True, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)

    engine = create_engine("sqlite://", creator=dial, poolclass=QueuePool)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute("PRAGMA foreign_keys = ON").close()
    connection.execute("PRAGMA synchronous = NORMAL").close()


def _begin(connection: Connection) -> None:
    # A writer takes its lock at once: a reader that wants to write midway could be refused after its work is done.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def use_write_ahead(path: Path) -> None:
    """Let readers read while one writes; the file remembers it.

    Raises:
        DatabaseError: the file cannot be made or written.
    """
    statement = "PRAGMA journal_mode = WAL"
    try:
        with closing(sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)) as connection:
            connection.execute(statement).close()
    except sqlite3.Error as error:
        raise DatabaseError(statement, None, error) from error


def create_tables(connection: Connection) -> None:
    """Lay out an empty ledger."""
    metadata.create_all(connection)
    for statement in (*_full_text(), *_guards(), *_views()):
        connection.exec_driver_sql(statement)


def insert_rows(connection: Connection, into: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Add rows that all have the same columns. Four times as fast as through SQLAlchemy's own insert."""
    if not rows:
        return
    names = tuple(rows[0])
    marks = ", ".join("?" for _ in names)
    statement = f"INSERT INTO {into.name} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608 (our own names)
    connection.exec_driver_sql(statement, [tuple(row[name] for name in names) for row in rows])


def index_rows(connection: Connection, name: str, first: int) -> None:
    """Put the rows of a table from this number on into its full-text index."""
    column = dict(_INDEXES)[name]
    statement = f"INSERT INTO {name}_fts (rowid, {column}) SELECT number, {column} FROM {name} WHERE number >= ?"  # noqa: S608
    connection.exec_driver_sql(statement, (first,))


def is_found(number: ColumnElement[int], name: str, expression: str) -> ColumnElement[bool]:
    """Whether the row of this number is one that the full-text index of the table finds."""
    index = f"{name}_fts"
    rowid: ColumnElement[int] = literal_column("rowid")
    hits = select(rowid).select_from(table(index))
    return number.in_(hits.where(literal_column(index).op("MATCH")(expression)))


def broken_parts(connection: Connection) -> Iterable[str]:
    """In words, what SQLite itself finds wrong with the file and its links."""
    for (found,) in connection.exec_driver_sql("PRAGMA integrity_check(20)").all():
        if found != "ok":
            yield f"the file is damaged: {found}"
    for name, number, target, _ in connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        row = "a row" if number is None else f"row {number}"
        yield f"{row} of {name} points to a row of {target} that is not there"


def broken_indexes(connection: Connection) -> Iterable[str]:
    """In words, which full-text indexes differ from their tables. SQLite counts the question as a write."""
    for name, _ in _INDEXES:
        check = f"INSERT INTO {name}_fts ({name}_fts, rank) VALUES ('integrity-check', 1)"  # noqa: S608
        try:
            connection.exec_driver_sql(check)
        except DatabaseError:
            yield f"the full-text index of {name} differs from its table"


def _full_text() -> Iterable[str]:
    for name, column in _INDEXES:
        yield (
            f"CREATE VIRTUAL TABLE {name}_fts USING fts5({column}, content='{name}', content_rowid='number',"
            " tokenize='unicode61 remove_diacritics 2')"
        )


def _guards() -> Iterable[str]:
    """A row is superseded, never changed; whoever tries by hand is told so."""
    for name in metadata.tables:
        yield (
            f"CREATE TRIGGER {name}_stay BEFORE DELETE ON {name}"
            f" BEGIN SELECT RAISE(ABORT, 'rows of {name} are kept for good'); END"
        )
        if name != "readings":
            yield (
                f"CREATE TRIGGER {name}_hold BEFORE UPDATE ON {name}"
                f" BEGIN SELECT RAISE(ABORT, 'rows of {name} are never changed'); END"
            )
    kept = ", ".join(c.name for c in metadata.tables["readings"].columns if not c.name.startswith("superseded"))
    yield (
        f"CREATE TRIGGER readings_hold BEFORE UPDATE OF {kept} ON readings"
        " BEGIN SELECT RAISE(ABORT, 'rows of readings are superseded, never changed'); END"
    )
    yield (
        "CREATE TRIGGER readings_close BEFORE UPDATE OF superseded_at, superseded_by ON readings"
        " WHEN old.superseded_at IS NOT NULL"
        " BEGIN SELECT RAISE(ABORT, 'this reading is superseded already'); END"
    )


def _views() -> Iterable[str]:
    """What counts now, with readable columns, for whoever opens the file in Datasette or with SQL."""
    yield (
        "CREATE VIEW documents_view AS SELECT d.id, g.title, g.outlet, g.agency, g.kind, g.published, g.dateline,"
        " g.language, g.actors, g.statements, g.occasions, g.instruments, g.commitments, g.assessments,"
        " (SELECT group_concat(DISTINCT s.location) FROM sources s WHERE s.document = d.id) AS locations,"
        " d.text, d.added_at FROM documents d JOIN readings g ON g.document = d.id AND g.superseded_at IS NULL"
    )
    yield (
        "CREATE VIEW problems_view AS SELECT p.code, p.message, p.location, p.document, p.added_at FROM problems p"
        " LEFT JOIN readings g ON g.number = p.reading WHERE g.superseded_at IS NULL"
        " AND p.number NOT IN (SELECT problem FROM closings)"
    )
    for name, kind in KINDS:
        slots = ", ".join(_slot_column(slot) for slot in slots_of(kind))
        shown = f"r.id, g.title, g.outlet, g.published, r.words AS evidence, {slots}, r.span_start, r.span_end"
        rows = "records r JOIN readings g ON g.number = r.reading AND g.superseded_at IS NULL"
        asked = f"SELECT {shown}, r.score, r.claim, r.document, r.number AS record FROM {rows}"  # noqa: S608
        yield f"CREATE VIEW {name}_view AS {asked} WHERE r.record_kind = '{name}'"


def _slot_column(slot: str) -> str:
    """The field's value, or the words where it is nothing but words; empty where the text leaves it open."""
    told = f"(SELECT coalesce(c.value, group_concat(c.words, ' … ')) FROM cells c WHERE c.record = r.number AND c.slot = '{slot}')"  # noqa: S608
    if slot == "mentions":
        told = "r.mentions"
    return f'{told} AS "{slot}"'
