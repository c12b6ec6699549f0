"""What many readings wrote carried over from the log of a SQLite ledger into its file, while the writer goes on.

SQLite would do it inside the commit, and the writer would wait for the disk. Where it is stopped or fails, nothing is
lost: the log belongs to the ledger as much as the file, and whoever writes next carries it over.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from threading import Thread


class Checkpoints:
    """The carrying over of one ledger's log, at most one at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._running: Thread | None = None

    def begin(self) -> None:
        """Carry over what stands in the log, beside whatever is done meanwhile."""
        self.wait()
        self._running = Thread(target=_carry_over, args=(self._path,), name="servanda-checkpoint")
        self._running.start()

    def wait(self) -> None:
        """Wait until nothing is being carried over: the log then begins anew, and does not grow for ever."""
        if self._running is not None:
            self._running.join()
            self._running = None


def _carry_over(path: Path) -> None:
    # A file that is gone must not come back empty.
    uri = f"{path.absolute().as_uri()}?mode=rw"
    # A disk that is full, or a reader who holds on to the log: SQLite leaves it to the next one too.
    with suppress(sqlite3.Error), closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = NORMAL").close()
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)").close()
