"""Claims are sorted within stretches of readings, so that an index of millions of them grows at its end.

The newest documents of an outlet are the beginning of an index too.
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import text

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Two indexes alone are made anew: no row changes."""
    op.drop_index("records_by_claim", "records")
    op.create_index("records_by_claim", "records", [text("(reading / 4096)"), "claim"])
    op.drop_index("readings_by_outlet", "readings")
    newest = text("coalesce(published_from, '') DESC")
    told = ("document", "number", "superseded_at", "published_to")
    op.create_index("readings_by_outlet", "readings", ["outlet", newest, *told])
