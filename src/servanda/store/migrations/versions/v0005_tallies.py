"""How many records have which value is kept, so that a ledger of a million records need not be counted for a page."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Integer

from servanda.store.migrations.columns import Words

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """One table more; it is filled when all steps are done."""
    op.create_table(
        "tallies",
        *(Column(name, Words, primary_key=True) for name in ("about", "slot", "value")),
        Column("number", Integer, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
