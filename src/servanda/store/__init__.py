"""The ledger. See `docs.md`."""

from servanda.store.backups import back_up, restore
from servanda.store.errors import LedgerError
from servanda.store.judgements import UnknownError
from servanda.store.ledgers import Ledger
from servanda.store.merges import Merged
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
    "Merged",
    "Order",
    "Query",
    "Undoing",
    "UnknownError",
    "back_up",
    "restore",
]
