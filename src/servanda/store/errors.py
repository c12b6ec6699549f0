"""The one exception of the store: a ledger that cannot be used as asked."""

from __future__ import annotations

from servanda.codebook.refusals import RefusalError


class LedgerError(RefusalError):
    """A ledger cannot be opened, read or written.

    Attributes:
        place: the ledger's file, or its address on a server.
        message: what is wrong, in one plain sentence for the user.
    """

    def __init__(self, place: str, message: str) -> None:
        super().__init__(message)
        self.place = place
        self.message = message
