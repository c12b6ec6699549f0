"""What the ledger needs that only PostgreSQL has: the connection, full text, views and guards.

Writers take turns by one advisory lock a ledger; readers see one moment each and never wait. The full-text index is made
of words that we cut ourselves, so that it finds what SQLite's finds, whatever the server's language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    URL,
    ColumnElement,
    Connection,
    Engine,
    Select,
    Table,
    and_,
    cast,
    column,
    create_engine,
    event,
    literal,
    select,
    table,
    union,
)
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.exc import DatabaseError, IntegrityError

from servanda.store.postgres_views import create_views
from servanda.store.schema import ENDED, INDEXED, KEPT, metadata, records, with_zero, without_zero
from servanda.store.searches import Piece, folded_words

_PATIENCE = 30
# "servanda" as a number: the lock is one of the database, so that several ledgers in it take turns with one another.
_LOCK = 0x73657276616E64 % 2**31
_PART = 2_000
"""Words in one row of the index: PostgreSQL knows the place of a word only 256 times in a row, and only 16,383 places."""
_LAP = 32


def connect(url: URL) -> Engine:
    """An engine for a server's database. Connections are pooled, and may be used from any thread."""
    # A page takes less time than it takes to compile a question or to call for help, and what it is the beginning of an
    # index of lies in memory or on a disk without arms.
    plain = "-c jit=off -c max_parallel_workers_per_gather=0 -c random_page_cost=1.1"
    # What is asked for often is prepared, and how it is answered best depends on the word or the actor all the same.
    plain = f"{plain} -c plan_cache_mode=force_custom_plan"
    options = f"-c lock_timeout={_PATIENCE}s -c client_encoding=UTF8 -c timezone=UTC {plain}"
    arguments = {"connect_timeout": _PATIENCE, "options": options, "application_name": "servanda"}
    engine = create_engine(url.set(drivername="postgresql+psycopg"), connect_args=arguments, pool_pre_ping=True)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    told = connection.get_execution_options()
    if told.get("isolation_level") == "AUTOCOMMIT":
        return
    writes = bool(told.get("writes", False))
    # The driver says it as the transaction begins: of a page's questions many are shorter than a question more.
    driver: Any = connection.connection.driver_connection
    one_moment = connection.dialect.loaded_dbapi.IsolationLevel.REPEATABLE_READ
    driver.isolation_level, driver.read_only = (None, None) if writes else (one_moment, True)
    if writes:
        # The lock comes first: what is read behind it is what the writer before has left.
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")


def create_tables(connection: Connection) -> None:
    """Lay out an empty ledger."""
    metadata.create_all(connection)
    for statement in _full_text():
        connection.exec_driver_sql(statement)
    create_guards(connection)
    create_views(connection)


def insert_values(connection: Connection, into: Table, names: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Add rows, each what stands in these columns, by COPY."""
    _copy(connection, into.name, names, rows)


def insert_records(
    connection: Connection, names: Sequence[str], rows: Sequence[Sequence[Any]], _filled: Mapping[str, Sequence[str]]
) -> None:
    """Add records of all kinds together: an empty column costs a COPY nothing."""
    insert_values(connection, records, names, rows)


def add_tallies(connection: Connection, rows: Sequence[tuple[str, str, str, int]]) -> None:
    """Add to how often a value is had; each row is what it is had by, the field, the value, and how many more."""
    statement = (
        "INSERT INTO tallies (about, slot, value, number) VALUES (%s, %s, %s, %s)"
        " ON CONFLICT (about, slot, value) DO UPDATE SET number = tallies.number + excluded.number"
    )
    told = [
        (without_zero(about), without_zero(slot), without_zero(value), number) for about, slot, value, number in rows
    ]
    connection.exec_driver_sql(statement, told)


def index_rows(connection: Connection, name: str, rows: Iterable[tuple[int, str | None]]) -> None:
    """Put the words of rows of a table, each with the row's number, into its full-text index."""
    parts = ([number, part, told] for number, text in rows for part, told in enumerate(_vectors(text or "")))
    _copy(connection, f"{name}_fts", ("number", "part", "words"), parts)


def settle_numbers(connection: Connection) -> None:
    """Let the numbers of new rows begin behind those that were brought along."""
    for name, made in metadata.tables.items():
        if made.autoincrement_column is not None:
            last = f"SELECT setval(pg_get_serial_sequence('{name}', 'number'), max(number)) FROM {name}"
            connection.exec_driver_sql(last)


def tidy(engine: Engine) -> None:
    """Let the server see at once how many rows there are and which of them everybody sees, as it would by and by.

    Until then it goes to the rows for what stands in an index, and takes much for little.
    """
    names = ", ".join((*metadata.tables, *(f"{name}_fts" for name, _ in INDEXED)))
    with engine.connect() as idle:
        idle.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql(f"VACUUM (ANALYZE) {names}")


def is_found(number: ColumnElement[int], name: str, pieces: Sequence[Piece], *, held: bool) -> ColumnElement[bool]:
    """Whether the row of this number is one in which the full-text index of the table finds every piece."""
    asked = [_hits(name, piece) for piece in pieces]
    if held:
        # Asked of each row that comes, so that a page of the newest need not wait for all that is found.
        return and_(*(hits.where(hits.selected_columns[0] == number).exists() for hits in asked))
    return and_(*(number.in_(hits) for hits in asked))


def is_any_found(number: ColumnElement[int], name: str, pieces: Sequence[Piece]) -> ColumnElement[bool]:
    """Whether the row of this number is one in which the full-text index of the table finds some piece."""
    return number.in_(union(*(_hits(name, piece) for piece in pieces)))


def found_numbers(name: str, pieces: Sequence[Piece]) -> Select[Any]:
    """The numbers of the rows in which the full-text index of the table finds every piece.

    A long text in whose parts it finds the first one several times is there several times: to leave them out, all would
    have to be found first.
    """
    first, *others = pieces
    hits = _hits(name, first)
    return hits.where(*(hits.selected_columns[0].in_(_hits(name, piece)) for piece in others))


def _hits(name: str, piece: Piece) -> Select[Any]:
    index = table(f"{name}_fts", column("number"), column("words"))
    return select(index.c.number).where(index.c.words.op("@@")(_asked(piece)))


def broken_parts(connection: Connection) -> Iterable[str]:
    """In words, what the server itself finds wrong; it keeps links whole by itself."""
    unset = "SELECT conname FROM pg_constraint WHERE NOT convalidated AND connamespace = current_schema()::regnamespace"
    for (name,) in connection.exec_driver_sql(unset).all():
        yield f"the rule {name} is not kept by all rows"


def broken_links(_connection: Connection) -> Iterable[str]:
    """Nothing: the server keeps links whole by itself."""
    return ()


def broken_indexes(connection: Connection) -> Iterable[str]:
    """In words, which full-text indexes differ from their tables."""
    for name, told in INDEXED:
        asked = f"SELECT number, {told} FROM {name} ORDER BY number"
        held = f"SELECT words::text FROM {name}_fts WHERE number = %s ORDER BY part"
        for number, text in connection.exec_driver_sql(asked).all():
            due = [
                connection.exec_driver_sql("SELECT %s::tsvector::text", (part,)).scalar_one()
                for part in _vectors(with_zero(text or ""))
            ]
            if connection.exec_driver_sql(held, (number,)).scalars().all() != due:
                yield f"the full-text index of {name} differs from its table"
                break


def _copy(connection: Connection, into: str, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    driver: Any = connection.connection.driver_connection
    statement = f"COPY {into} ({', '.join(names)}) FROM STDIN"
    try:
        with driver.cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row([without_zero(told) if isinstance(told, str) else told for told in row])
    except connection.dialect.loaded_dbapi.Error as error:
        broken = str(getattr(error, "sqlstate", "")).startswith("23")
        raise (IntegrityError if broken else DatabaseError)(statement, None, error) from error


def _vectors(text: str) -> Iterator[str]:
    """The words of a text with their places, in parts that lap over one another, so that no phrase is cut."""
    words = folded_words(text)
    for first in range(0, max(len(words), 1), _PART):
        places: dict[str, list[str]] = {}
        for place, word in enumerate(words[first : first + _PART + _LAP], 1):
            places.setdefault(word[:500], []).append(str(place))
        yield " ".join(f"'{word}':{','.join(listed[:255])}" for word, listed in places.items())


def _asked(piece: Piece) -> ColumnElement[Any]:
    words = [f"'{word[:500]}'" for word in piece.words]
    words[-1] += "" if piece.whole else ":*"
    return cast(literal(" <-> ".join(words)), TSQUERY)


def _full_text() -> Iterable[str]:
    for name, _ in INDEXED:
        yield (
            f"CREATE TABLE {name}_fts (number integer NOT NULL REFERENCES {name} (number), part integer NOT NULL,"
            " words tsvector NOT NULL, PRIMARY KEY (number, part))"
        )
        yield f"CREATE INDEX {name}_fts_words ON {name}_fts USING gin (words)"


def drop_guards(connection: Connection) -> None:
    """Let all rows be changed, while an older ledger is brought up; what other programs guard stays guarded."""
    asked = (
        "SELECT t.tgname, c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
        " JOIN pg_proc f ON f.oid = t.tgfoid AND starts_with(f.proname, 'servanda_')"
        " WHERE NOT t.tgisinternal AND c.relnamespace = current_schema()::regnamespace ORDER BY c.relname, t.tgname"
    )
    for guard, name in connection.exec_driver_sql(asked).all():
        connection.exec_driver_sql(f"DROP TRIGGER {guard} ON {name}")


def create_guards(connection: Connection) -> None:
    """Refuse every change of the rows that are kept; whoever tries by hand is told so."""
    for statement in (*_functions(), *_guards(), *_guards_of_readings()):
        connection.exec_driver_sql(statement)


def _functions() -> Iterable[str]:
    head = "RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
    yield (
        f"CREATE OR REPLACE FUNCTION servanda_refuse() {head}"
        " RAISE EXCEPTION 'rows of %% are %%', TG_TABLE_NAME, TG_ARGV[0]; END $$"
    )
    yield (
        f"CREATE OR REPLACE FUNCTION servanda_close() {head} IF OLD.superseded_at IS NOT NULL THEN"
        " RAISE EXCEPTION 'this reading is superseded already'; END IF; RETURN NEW; END $$"
    )
    yield (
        f"CREATE OR REPLACE FUNCTION servanda_end() {head} IF OLD.superseded_at IS NOT NULL THEN"
        " RAISE EXCEPTION 'this row of %% is superseded already', TG_TABLE_NAME; END IF; RETURN NEW; END $$"
    )


def _guards() -> Iterable[str]:
    for name in KEPT:
        refuse = f"ON {name} FOR EACH STATEMENT EXECUTE FUNCTION servanda_refuse"
        yield f"CREATE TRIGGER {name}_stay BEFORE DELETE OR TRUNCATE {refuse}('kept for good')"
        if name in ENDED:
            yield from _guards_of_ended(name)
        elif name != "readings":
            yield f"CREATE TRIGGER {name}_hold BEFORE UPDATE {refuse}('never changed')"


def _guards_of_ended(name: str) -> Iterable[str]:
    kept = ", ".join(column.name for column in metadata.tables[name].columns if column.name != "superseded_at")
    yield (
        f"CREATE TRIGGER {name}_hold BEFORE UPDATE OF {kept} ON {name} FOR EACH STATEMENT"
        " EXECUTE FUNCTION servanda_refuse('superseded, never changed')"
    )
    yield (
        f"CREATE TRIGGER {name}_close BEFORE UPDATE OF superseded_at ON {name} FOR EACH ROW"
        " EXECUTE FUNCTION servanda_end()"
    )


def _guards_of_readings() -> Iterable[str]:
    """A reading is superseded, never changed otherwise."""
    kept = ", ".join(c.name for c in metadata.tables["readings"].columns if not c.name.startswith("superseded"))
    yield (
        f"CREATE TRIGGER readings_hold BEFORE UPDATE OF {kept} ON readings FOR EACH STATEMENT"
        " EXECUTE FUNCTION servanda_refuse('superseded, never changed')"
    )
    yield (
        "CREATE TRIGGER readings_close BEFORE UPDATE OF superseded_at, superseded_by ON readings FOR EACH ROW"
        " EXECUTE FUNCTION servanda_close()"
    )
