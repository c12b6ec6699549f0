"""The ledger, kept in SQLite. See `docs.md`."""

from servanda.store.errors import LedgerError
from servanda.store.judgements import UnknownError
from servanda.store.ledgers import Ledger
from servanda.store.queries import About, ActorRow, Change, DocumentHead, Fit, Found, Judged, Order, Query, Undoing

__all__ = [
    "About",
    "ActorRow",
    "Change",
    "DocumentHead",
    "Fit",
    "Found",
    "Judged",
    "Ledger",
    "LedgerError",
    "Order",
    "Query",
    "Undoing",
    "UnknownError",
]
