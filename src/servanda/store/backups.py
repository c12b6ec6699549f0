"""Ledgers put away and brought back: a copy in one file that stands whole or not at all."""

from __future__ import annotations

from pathlib import Path

from servanda.store.errors import LedgerError
from servanda.store.ledgers import Ledger
from servanda.store.servers import is_server


def back_up(ledger: Ledger, file: Path) -> None:
    """Copy a ledger as it stands now into a new file, which is a ledger itself; others may go on writing.

    Raises:
        LedgerError: the file is there already or cannot be written, or the ledger cannot be read.
    """
    part = file.with_name(f"{file.name}.part")
    try:
        _refuse(file)
        _remove(part)
        try:
            _copy(ledger, part)
            part.rename(file)
        finally:
            _remove(part)
    except OSError as error:
        raise LedgerError(str(file), f"{file} cannot be written: {error.strerror}") from error


def restore(file: Path, place: str) -> None:
    """Bring a copy back as a new ledger, in a file or in a server's database.

    Raises:
        LedgerError: the copy cannot be read, or there is a ledger in that place already.
    """
    with Ledger.open(file, create=False) as copy:
        if not is_server(place):
            back_up(copy, Path(place))
            return
        with Ledger.open(place) as ledger:
            copy.copy_to(ledger)


def _copy(ledger: Ledger, part: Path) -> None:
    if ledger.is_file:
        ledger.copy_file(part)
    else:
        with Ledger.open(part) as copy:
            ledger.copy_to(copy)
    # Closing the last connection folds the log into the file; opening it shows that it is a ledger.
    Ledger.open(part).close()


def _refuse(file: Path) -> None:
    if file.exists():
        raise LedgerError(str(file), f"{file} is there already; name a new file")
    if not file.parent.is_dir():
        raise LedgerError(str(file), f"{file} cannot be made: there is no folder {file.parent}")


def _remove(part: Path) -> None:
    for name in (part.name, f"{part.name}-wal", f"{part.name}-shm"):
        part.with_name(name).unlink(missing_ok=True)
