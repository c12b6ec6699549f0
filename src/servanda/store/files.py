"""The ledger's file: whether it may be opened, and what to say where it may not."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect
from sqlalchemy.exc import DatabaseError, IntegrityError, ProgrammingError

from servanda.store.databases import create_tables
from servanda.store.errors import LedgerError
from servanda.store.rows import DamageError
from servanda.store.sqlite import connect, use_write_ahead
from servanda.store.versions import bring_up, is_ledger, refused_upgrade, stamp, standing_of

_BEGINS = b"SQLite format 3\0"
_SAID = (
    ("file is not a database", "{path} is no ledger"),
    ("readonly", "{path} may not be written: the file or its folder is read-only"),
    ("unable to open", "{path} cannot be opened: the file or its folder forbids it"),
    ("locked", "{path} is held by another program that has been writing for too long; try again when it has ended"),
    ("full", "{path} cannot grow: the disk is full"),
    ("disk i/o", "{path} cannot be read or written: the disk reports an error"),
    ("malformed", "{path} is damaged"),
)


@contextmanager
def refusals(path: Path) -> Iterator[None]:
    """Turn what the database says about the file into words for the user.

    Broken rules of the schema and mistakes in our own SQL pass through: they are our errors, not the file's.

    Raises:
        LedgerError: the file cannot be used.
    """
    try:
        yield
    except DamageError as error:
        raise LedgerError(str(path), f"{path} is damaged; `servanda verify` says where ({error})") from error
    except (IntegrityError, ProgrammingError):
        raise
    except DatabaseError as error:
        told = str(error.orig)
        words = next((words for part, words in _SAID if part in told.lower()), "{path} cannot be used: " + told)
        raise LedgerError(str(path), words.format(path=path)) from error


def open_file(path: Path, *, create: bool) -> Engine:
    """An engine for the ledger in this file, made where there is none and `create` allows it.

    Raises:
        LedgerError: it cannot be used, with the reason.
    """
    _check_place(path, create=create)
    with refusals(path):
        if create and _is_blank(path):
            _create(path)
        engine = connect(path, mode=_mode(path, create=create))
        with engine.connect() as idle:
            fault = _fault(idle, may_write=create or may_write(path))
    if fault:
        engine.dispose()
        raise LedgerError(str(path), f"{path} {fault}")
    return engine


def _check_place(path: Path, *, create: bool) -> None:
    fault = None
    if path.is_dir():
        fault = f"{path} is a folder, not a ledger"
    elif not create and not path.exists():
        fault = f"there is no ledger at {path}"
    elif not path.parent.is_dir():
        fault = f"{path} cannot be made: there is no folder {path.parent}"
    elif path.exists() and not os.access(path, os.R_OK):
        fault = f"{path} may not be read"
    elif not _may_be_ours(path):
        fault = f"{path} is no ledger"
    elif create and not may_write(path):
        fault = f"{path} may not be written: the file or its folder is read-only"
    if fault is not None:
        raise LedgerError(str(path), fault)


def may_write(path: Path) -> bool:
    """Whether the ledger may be written. Its folder counts too: the log of a transaction lies beside the file."""
    return os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def _may_be_ours(path: Path) -> bool:
    # SQLite takes a file of a few bytes, whatever they are, for an empty database, and would write over it.
    if not path.exists():
        return True
    with path.open("rb") as file:
        return file.read(len(_BEGINS)) in (b"", _BEGINS)


def _mode(path: Path, *, create: bool) -> str:
    if create or may_write(path):
        return "rw"
    # Without its write-ahead log beside it, a ledger in a read-only folder can only be read as a file that rests.
    return "ro" if Path(f"{path}-wal").exists() else "immutable"


def _is_blank(path: Path) -> bool:
    """Whether nothing is there yet: no file, or one in which nobody has made a table."""
    if not path.exists() or path.stat().st_size == 0:
        return True
    engine = connect(path, mode="ro")
    try:
        with engine.connect() as connection:
            return not inspect(connection).get_table_names()
    finally:
        engine.dispose()


def _create(path: Path) -> None:
    use_write_ahead(path)
    engine = connect(path, mode="rwc")
    try:
        with engine.connect() as idle, (connection := idle.execution_options(writes=True)).begin():
            # Another process may have been faster; it held the lock until its ledger was whole.
            if not is_ledger(connection):
                create_tables(connection)
                stamp(connection)
    finally:
        engine.dispose()


def _fault(idle: Connection, *, may_write: bool) -> str:
    """What is wrong with the file as a ledger, in words that follow its name; an older one is brought up."""
    with idle.begin():
        standing = standing_of(idle)
    if not standing.is_older:
        return standing.fault
    if not may_write:
        return refused_upgrade(standing)
    # A table to which others point is made anew under its name: that all of them lead somewhere is looked at in the end.
    with (connection := idle.execution_options(writes=True, linked=True)).begin():
        bring_up(connection)
    return ""
