"""The ledger, kept in SQLite. See `docs.md`."""

from servanda.store.errors import LedgerError
from servanda.store.ledgers import Ledger
from servanda.store.queries import ActorRow, Change, DocumentHead, Found, Order, Query

__all__ = ["ActorRow", "Change", "DocumentHead", "Found", "Ledger", "LedgerError", "Order", "Query"]
