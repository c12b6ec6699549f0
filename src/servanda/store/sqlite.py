"""What the ledger needs that only SQLite has: the connection, full text, views and guards, and raw inserts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    QueuePool,
    Select,
    Table,
    create_engine,
    event,
    literal_column,
    select,
    table,
)
from sqlalchemy.exc import DatabaseError, IntegrityError

from servanda.store.schema import ENDED, INDEXED, KEPT, metadata, records
from servanda.store.searches import Piece
from servanda.store.sqlite_views import create_views

_PATIENCE = 30.0
_CACHE = 65_536
"""Kilobytes of pages that a connection may keep: the upper parts of all indexes of a million records."""
_CACHE_OF_MANY = 262_144
"""The same while many readings are added: all that they write, so that no page is written twice."""
_CHECKPOINT = 8_000
"""Pages written before they are carried over into the file: many readings touch the same pages of an index."""
_PAGE = 8_192
"""Bytes of a page: of the usual 4,096 two records of the longer sort would leave a quarter empty."""

_MANY = "many"


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
    # Nothing is deleted but parts of the full-text index that were joined; nobody need write zeros over them.
    connection.execute("PRAGMA secure_delete = OFF").close()
    for statement in _fit_for(many=False):
        connection.execute(statement).close()


def _fit_for(*, many: bool) -> tuple[str, str]:
    """How a connection keeps pages, and when it carries them over; of many readings `checkpoints.py` does that."""
    kept, written = (_CACHE_OF_MANY, 0) if many else (_CACHE, _CHECKPOINT)
    return f"PRAGMA cache_size = -{kept}", f"PRAGMA wal_autocheckpoint = {written}"


def _begin(connection: Connection) -> None:
    told = connection.get_execution_options()
    many = bool(told.get("many", False))
    if connection.info.get(_MANY, False) != many:
        for statement in _fit_for(many=many):
            connection.exec_driver_sql(statement).close()
        connection.info[_MANY] = many
    # Said before every transaction, since inside one SQLite does not hear it.
    connection.exec_driver_sql(f"PRAGMA foreign_keys = {'OFF' if told.get('linked', False) else 'ON'}")
    # A writer takes its lock at once: a reader that wants to write midway could be refused after its work is done.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if told.get("writes", False) else "BEGIN")


def use_write_ahead(path: Path) -> None:
    """Let readers read while one writes; the file remembers it.

    Raises:
        DatabaseError: the file cannot be made or written.
    """
    statement = "PRAGMA journal_mode = WAL"
    try:
        with closing(sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)) as connection:
            # Of a file that has pages already their size stays as it is.
            connection.execute(f"PRAGMA page_size = {_PAGE}").close()
            connection.execute(statement).close()
    except sqlite3.Error as error:
        raise DatabaseError(statement, None, error) from error


def create_tables(connection: Connection) -> None:
    """Lay out an empty ledger."""
    metadata.create_all(connection)
    create_guards(connection)
    for statement in _full_text():
        connection.exec_driver_sql(statement)
    create_views(connection)


def insert_values(connection: Connection, into: Table, names: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Add rows, each what stands in these columns. Four times as fast as through SQLAlchemy's own insert."""
    connection.exec_driver_sql(_insertion(into, names), list(rows))


def insert_records(
    connection: Connection, names: Sequence[str], rows: Sequence[Sequence[Any]], filled: Mapping[str, Sequence[str]]
) -> None:
    """Add records, of whose kinds each fills some of the columns.

    To say that a column is empty takes Python's driver longer than to say what stands in it, which was a third of the time
    that a record took. What no record of a kind fills is not mentioned.
    """
    of_kind = {kind: (_insertion(records, told), itemgetter(*map(names.index, told))) for kind, told in filled.items()}
    driver: Any = connection.connection.driver_connection
    statement = ""
    try:
        for kind, alike in groupby(rows, itemgetter(names.index("record_kind"))):
            statement, picked = of_kind[kind]
            driver.executemany(statement, map(picked, alike))
    except sqlite3.IntegrityError as error:
        raise IntegrityError(statement, None, error) from error
    except sqlite3.Error as error:
        raise DatabaseError(statement, None, error) from error


def _insertion(into: Table, names: Sequence[str]) -> str:
    marks = ", ".join("?" for _ in names)
    return f"INSERT INTO {into.name} ({', '.join(names)}) VALUES ({marks})"


def add_tallies(connection: Connection, rows: Sequence[tuple[str, str, str, int]]) -> None:
    """Add to how often a value is had; each row is what it is had by, the field, the value, and how many more."""
    statement = (
        "INSERT INTO tallies (about, slot, value, number) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (about, slot, value) DO UPDATE SET number = tallies.number + excluded.number"
    )
    connection.exec_driver_sql(statement, list(rows))


def index_rows(connection: Connection, name: str, rows: Iterable[tuple[int, str | None]]) -> None:
    """Put the words of rows of a table, each with the row's number, into its full-text index."""
    statement = f"INSERT INTO {name}_fts (rowid, {dict(INDEXED)[name]}) VALUES (?, ?)"
    if listed := list(rows):
        connection.exec_driver_sql(statement, listed)


def settle_numbers(_connection: Connection) -> None:
    """Nothing to do: new rows are numbered behind the last one."""


def tidy(_engine: Engine) -> None:
    """Nothing to do: SQLite keeps no statistics here."""


def copy_file(connection: Connection, path: Path) -> None:
    """Copy the whole file as it stands at this moment, while others read and write it."""
    held: Any = connection.connection.driver_connection
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as copy:
            held.backup(copy)
            copy.execute("PRAGMA journal_mode = WAL").close()
    except sqlite3.Error as error:
        raise DatabaseError("backup", None, error) from error


def is_found(number: ColumnElement[int], name: str, pieces: Sequence[Piece], *, held: bool) -> ColumnElement[bool]:
    """Whether the row of this number is one in which the full-text index of the table finds every piece.

    No index is used for a sum: rows that are held already are held against what is found, not looked up in it.
    """
    return (number + 0 if held else number).in_(found_numbers(name, pieces))


def found_numbers(name: str, pieces: Sequence[Piece]) -> Select[Any]:
    """The numbers of the rows in which the full-text index of the table finds every piece."""
    return _hits(name, " ".join(map(_asked, pieces)))


def is_any_found(number: ColumnElement[int], name: str, pieces: Sequence[Piece]) -> ColumnElement[bool]:
    """Whether the row of this number is one in which the full-text index of the table finds some piece."""
    return number.in_(_hits(name, " OR ".join(map(_asked, pieces))))


def _hits(name: str, expression: str) -> Select[Any]:
    index = f"{name}_fts"
    rowid: ColumnElement[int] = literal_column("rowid")
    hits = select(rowid).select_from(table(index))
    return hits.where(literal_column(index).op("MATCH")(expression))


def _asked(piece: Piece) -> str:
    return f'"{" ".join(piece.words)}"{"" if piece.whole else "*"}'


def broken_parts(connection: Connection) -> Iterable[str]:
    """In words, what SQLite itself finds wrong with the file and its links."""
    for (found,) in connection.exec_driver_sql("PRAGMA integrity_check(20)").all():
        if found != "ok":
            yield f"the file is damaged: {found}"
    yield from broken_links(connection)


def broken_links(connection: Connection) -> Iterable[str]:
    """In words, which rows point to rows that are not there."""
    for name, number, target, _ in connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        row = "a row" if number is None else f"row {number}"
        yield f"{row} of {name} points to a row of {target} that is not there"


def broken_indexes(connection: Connection) -> Iterable[str]:
    """In words, which full-text indexes differ from their tables. SQLite counts the question as a write."""
    for name, _ in INDEXED:
        check = f"INSERT INTO {name}_fts ({name}_fts, rank) VALUES ('integrity-check', 1)"
        try:
            connection.exec_driver_sql(check)
        except DatabaseError:
            yield f"the full-text index of {name} differs from its table"


def _full_text() -> Iterable[str]:
    # Datasette finds the index of a table, and offers to search it, by the double quotes. How long a text is plays a part
    # in ranks alone, and nothing is ranked here.
    for name, column in INDEXED:
        yield (
            f"CREATE VIRTUAL TABLE {name}_fts USING fts5({column}, content=\"{name}\", content_rowid='number',"
            " tokenize='unicode61 remove_diacritics 2', columnsize=0)"
        )


def drop_guards(connection: Connection) -> None:
    """Let all rows be changed, while an older ledger is brought up."""
    listed = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
    for name in listed.scalars().all():
        connection.exec_driver_sql(f"DROP TRIGGER {name}")


def create_guards(connection: Connection) -> None:
    """Refuse every change of the rows that are kept; whoever tries by hand is told so."""
    for statement in (*_guards_of(KEPT), *_guards_of_readings()):
        connection.exec_driver_sql(statement)


def _guards_of(names: Iterable[str]) -> Iterable[str]:
    for name in names:
        yield (
            f"CREATE TRIGGER {name}_stay BEFORE DELETE ON {name}"
            f" BEGIN SELECT RAISE(ABORT, 'rows of {name} are kept for good'); END"
        )
        if name in ENDED:
            yield from _guards_of_ended(name)
        elif name != "readings":
            yield (
                f"CREATE TRIGGER {name}_hold BEFORE UPDATE ON {name}"
                f" BEGIN SELECT RAISE(ABORT, 'rows of {name} are never changed'); END"
            )


def _guards_of_ended(name: str) -> Iterable[str]:
    kept = ", ".join(column.name for column in metadata.tables[name].columns if column.name != "superseded_at")
    yield (
        f"CREATE TRIGGER {name}_hold BEFORE UPDATE OF {kept} ON {name}"
        f" BEGIN SELECT RAISE(ABORT, 'rows of {name} are superseded, never changed'); END"
    )
    yield (
        f"CREATE TRIGGER {name}_close BEFORE UPDATE OF superseded_at ON {name} WHEN old.superseded_at IS NOT NULL"
        f" BEGIN SELECT RAISE(ABORT, 'this row of {name} is superseded already'); END"
    )


def _guards_of_readings() -> Iterable[str]:
    """A reading is superseded, never changed otherwise."""
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
