"""Ledgers looked at and damaged behind their backs, in either database."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing

from servanda.store.schema import metadata

OF_THEIR_OWN = {"parties": "role <> 'actor'"}
"""Rows that said something that no other row says: of older ledgers no others are kept."""


def connected(place: str):
    """A connection of the database's own driver that commits by itself."""
    if place.startswith("postgresql://"):
        import psycopg

        return psycopg.connect(place, autocommit=True)
    return sqlite3.connect(place, isolation_level=None)


def rows_of(place: str, asked: str) -> list[tuple]:
    """The rows that a statement gives."""
    with closing(connected(place)) as connection:
        return [tuple(row) for row in connection.execute(asked).fetchall()]


def dump(place: str) -> dict[str, list[tuple]]:
    """Every row of every table."""
    return {name: sorted(map(repr, rows_of(place, f"SELECT * FROM {name}"))) for name in metadata.tables}


def damage(place: str, statements: Iterable[str]) -> None:
    """Change the ledger past its guards; every statement must change something."""
    with closing(connected(place)) as connection:
        if place.startswith("postgresql://"):
            connection.execute("SET session_replication_role = replica")
        else:
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            assert connection.execute(statement).rowcount != 0
