"""The one exception of the store: a ledger that cannot be used as asked."""

from __future__ import annotations

from pathlib import Path


class LedgerError(Exception):
    """A ledger cannot be opened, read or written.

    Attributes:
        path: the ledger's file.
        message: what is wrong, in one plain sentence for the user.
    """

    def __init__(self, path: Path, message: str) -> None:
        super().__init__(message)
        self.path = path
        self.message = message
