"""The ledger. See `docs.md`."""

from servanda.store.backups import back_up, restore
from servanda.store.errors import LedgerError
from servanda.store.judgements import UnknownError
from servanda.store.ledgers import Ledger
from servanda.store.merges import Merged
from servanda.store.outcomes import (
    About,
    ActorRow,
    Change,
    DocumentHead,
    Draft,
    Fit,
    Found,
    Judged,
    Newest,
    Survey,
    Undoing,
    Unlinked,
)
from servanda.store.queries import Order, Query, Seen
from servanda.store.relationships import Relationship, side_of
from servanda.store.roles import Role, make_roles
from servanda.store.searches import folded_words

__all__ = [
    "About",
    "ActorRow",
    "Change",
    "DocumentHead",
    "Draft",
    "Fit",
    "Found",
    "Judged",
    "Ledger",
    "LedgerError",
    "Merged",
    "Newest",
    "Order",
    "Query",
    "Relationship",
    "Role",
    "Seen",
    "Survey",
    "Undoing",
    "UnknownError",
    "Unlinked",
    "back_up",
    "folded_words",
    "make_roles",
    "restore",
    "side_of",
]
