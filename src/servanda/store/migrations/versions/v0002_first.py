"""The first schema of a ledger in a file. Older ledgers than this were never given to anybody."""

from __future__ import annotations

revision = "0002"
down_revision = None


def upgrade() -> None:
    """Nothing is before it."""
