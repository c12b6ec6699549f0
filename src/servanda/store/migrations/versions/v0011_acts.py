"""On a server, commitments are found by their act and firmness."""

from __future__ import annotations

from alembic import op
from sqlalchemy import text

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """One index more on a server; nothing in a file."""
    if op.get_bind().dialect.name == "postgresql":
        op.create_index(
            "records_by_act",
            "records",
            ["act", "firmness", "reading"],
            postgresql_include=["number", "span_start", "span_end", "position", "status"],
            postgresql_where=text("record_kind = 'commitments'"),
        )
