"""What differs between the two databases, asked of whichever one a connection goes to. Nothing outside knows which it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from operator import itemgetter
from types import ModuleType
from typing import Any

from sqlalchemy import Boolean, ColumnElement, Connection, Engine, Join, Table, func, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler

from servanda.store import postgres, sqlite
from servanda.store.searches import Piece

_MODULES: dict[str, ModuleType] = {"sqlite": sqlite, "postgresql": postgres}


class IsFound(ColumnElement[bool]):
    """Whether a row is one in which a table's full-text index finds every piece, in the words of the database asked."""

    inherit_cache = False
    type = Boolean()
    _is_implicitly_boolean = True
    """A condition as it stands: SQLite would be asked whether it equals 1, and could use no index for that."""

    def __init__(
        self,
        number: ColumnElement[int],
        name: str,
        pieces: Sequence[Piece],
        *,
        some: bool = False,
        held: bool = False,
    ) -> None:
        """Take what is looked for.

        Args:
            number: the row's number.
            name: the table's name.
            pieces: what must be found.
            some: whether some of it is enough.
            held: whether much is found, so that what comes is held against it rather than led by it.
        """
        self.number, self.name, self.pieces, self.some, self.held = number, name, pieces, some, held


@compiles(IsFound)
def _in_words_of(element: IsFound, compiler: SQLCompiler, **told: Any) -> str:
    asked = _MODULES[compiler.dialect.name]
    what = (element.number, element.name, element.pieces)
    is_found = asked.is_any_found(*what) if element.some else asked.is_found(*what, held=element.held)
    return compiler.process(is_found, **told)


class LedBy(Join):
    """Two tables of which the first one leads. SQLite keeps no statistics and would choose by rules of thumb."""

    inherit_cache = True


@compiles(LedBy)
def _join(element: LedBy, compiler: Any, **told: Any) -> str:
    return str(compiler.visit_join(element, **told))


@compiles(LedBy, "sqlite")
def _join_in_order(element: LedBy, compiler: Any, **told: Any) -> str:
    return str(compiler.visit_join(element, **told)).replace(" JOIN ", " CROSS JOIN ", 1)


@contextmanager
def kept_in_order(connection: Connection, *, wanted: bool) -> Iterator[None]:
    """Let a question be answered in the order of an index, row by row, rather than wholly and then sorted.

    PostgreSQL takes the number of answers for smaller than it is where values go together, and would sort them.
    """
    is_asked = wanted and _of(connection) is postgres
    if is_asked:
        connection.exec_driver_sql("SET LOCAL enable_sort = off")
    yield
    if is_asked:
        connection.exec_driver_sql("SET LOCAL enable_sort = on")


def create_tables(connection: Connection) -> None:
    """Lay out an empty ledger."""
    _of(connection).create_tables(connection)


def create_views(connection: Connection) -> None:
    """Make the views of what counts."""
    _of(connection).create_views(connection)


def create_guards(connection: Connection) -> None:
    """Refuse every change of the rows that are kept."""
    _of(connection).create_guards(connection)


def drop_guards(connection: Connection) -> None:
    """Let all rows be changed, while an older ledger is brought up."""
    _of(connection).drop_guards(connection)


def insert_rows(connection: Connection, into: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Add rows that all have the same columns, the fastest way that the database has."""
    if rows:
        names = tuple(rows[0])
        insert_values(connection, into, names, list(map(itemgetter(*names), rows)))


def insert_values(connection: Connection, into: Table, names: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """The same with what stands in the rows alone, in the order of these columns."""
    if rows:
        _of(connection).insert_values(connection, into, names, rows)


def insert_records(
    connection: Connection, names: Sequence[str], rows: Sequence[Sequence[Any]], filled: Mapping[str, Sequence[str]]
) -> None:
    """The same for records; of each kind it is said in which columns its rows may have anything."""
    if rows:
        _of(connection).insert_records(connection, names, rows, filled)


def add_tallies(connection: Connection, rows: Sequence[tuple[str, str, str, int]]) -> None:
    """Add to how often a value is had; each row is what it is had by, the field, the value, and how many more."""
    _of(connection).add_tallies(connection, rows)


def index_rows(connection: Connection, name: str, rows: Iterable[tuple[int, str | None]]) -> None:
    """Put the words of rows of a table, each with the row's number, into its full-text index."""
    _of(connection).index_rows(connection, name, rows)


def settle_numbers(connection: Connection) -> None:
    """Let the numbers of new rows begin behind those that were brought along."""
    _of(connection).settle_numbers(connection)


def tidy(engine: Engine) -> None:
    """Let the database take in at once that very much was added."""
    _MODULES[engine.dialect.name].tidy(engine)


def count_found(connection: Connection, name: str, pieces: Sequence[Piece], most: int) -> int:
    """In how many rows, or parts of long ones, a table's full-text index finds every piece; counting ends at so many."""
    found = _of(connection).found_numbers(name, pieces).limit(most).subquery()
    return connection.execute(select(func.count()).select_from(found)).scalar_one()


def broken_parts(connection: Connection) -> tuple[str, ...]:
    """In words, what the database itself finds wrong."""
    return tuple(_of(connection).broken_parts(connection))


def broken_links(connection: Connection) -> tuple[str, ...]:
    """In words, which rows point to rows that are not there."""
    return tuple(_of(connection).broken_links(connection))


def broken_indexes(connection: Connection) -> tuple[str, ...]:
    """In words, which full-text indexes differ from their tables."""
    return tuple(_of(connection).broken_indexes(connection))


def _of(connection: Connection) -> ModuleType:
    return _MODULES[connection.dialect.name]
