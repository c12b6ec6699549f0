"""The ledger on a PostgreSQL server: whether it may be used, and what to say where it may not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL, Connection, Engine, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DatabaseError, IntegrityError, NoSuchModuleError, ProgrammingError

from servanda.store.databases import create_tables
from servanda.store.errors import LedgerError
from servanda.store.postgres import connect
from servanda.store.rows import DamageError
from servanda.store.versions import bring_up, is_ledger, refused_upgrade, stamp, standing_of

_PREFIXES = ("postgresql://", "postgres://")
_SAID = {
    "28P01": "{place} refuses the password",
    "28000": "{place} refuses this user",
    "3D000": "{place} has no such database",
    "42501": "{place} does not allow this user to do that",
    "25006": "{place} may not be written: the server or the connection is read-only",
    "53100": "{place} cannot grow: the server's disk is full",
    "53300": "{place} has too many connections; try again later",
    "55P03": "{place} is held by another program that has been writing for too long; try again when it has ended",
    "57P01": "{place} was shut down meanwhile",
}
"""What a server's error code (SQLSTATE) means to the user."""


def is_server(place: str) -> bool:
    """Whether a ledger's place is an address of a PostgreSQL server."""
    return place.startswith(_PREFIXES)


def shown(place: str) -> str:
    """The address as a user may see it: without its password."""
    return _url(place).render_as_string(hide_password=True)


@contextmanager
def server_refusals(place: str) -> Iterator[None]:
    """Turn what the server says into words for the user.

    Broken rules of the schema and mistakes in our own SQL pass through: they are our errors, not the server's.

    Raises:
        LedgerError: the ledger cannot be used.
    """
    try:
        yield
    except DamageError as error:
        raise LedgerError(place, f"{place} is damaged; `servanda verify` says where ({error})") from error
    except DatabaseError as error:
        code = getattr(error.orig, "sqlstate", None)
        if code not in _SAID and isinstance(error, IntegrityError | ProgrammingError):
            raise
        # The driver says where it tried and then, behind the last colon of its own, why it failed.
        told = " ".join(str(error.orig).split()).rpartition(" failed: ")[2]
        words = _SAID[code].format(place=place) if code in _SAID else f"{place} cannot be used: {told}"
        raise LedgerError(place, words) from error


def open_server(place: str, *, create: bool) -> Engine:
    """An engine for the ledger in a server's database, made where there is none and `create` allows it.

    Raises:
        LedgerError: it cannot be used, with the reason.
    """
    url, name = _url(place), shown(place)
    with server_refusals(name):
        try:
            engine = connect(url)
        except (ImportError, NoSuchModuleError):
            raise LedgerError(
                name, "A ledger on PostgreSQL needs its driver: pip install 'servanda[postgres]'"
            ) from None
        with engine.connect() as idle, (connection := idle.execution_options(writes=create)).begin():
            if create and not is_ledger(connection):
                _create(connection, name)
            standing = standing_of(connection)
            if standing.is_older and create:
                bring_up(connection)
    fault = refused_upgrade(standing) if standing.is_older and not create else standing.fault
    if fault:
        engine.dispose()
        raise LedgerError(name, f"{name} {fault}")
    return engine


def _create(connection: Connection, name: str) -> None:
    others = inspect(connection).get_table_names()
    if others:
        held = ", ".join(sorted(others)[:3])
        raise LedgerError(name, f"{name} holds other tables ({held}): a ledger wants a database or schema of its own")
    encoding = connection.execute(text("SHOW server_encoding")).scalar_one()
    if encoding != "UTF8":
        raise LedgerError(name, f"{name} is encoded as {encoding}: a ledger wants a database in UTF8")
    create_tables(connection)
    stamp(connection)


def _url(place: str) -> URL:
    try:
        return make_url(place)
    except (ArgumentError, ValueError):
        raise LedgerError(
            place.rsplit("@", maxsplit=1)[-1],
            "this is no address of a PostgreSQL database: " + place.rsplit("@", maxsplit=1)[-1],
        ) from None
