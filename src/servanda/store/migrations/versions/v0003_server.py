"""The version is kept as Alembic keeps it, and an index holds no location, which a server's index cannot always take."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """From the first schema, which only files have."""
    op.execute("DROP TABLE schema")
    op.drop_index("sources_by_document", "sources")
    op.create_index("sources_by_document", "sources", ["document", "number"])
