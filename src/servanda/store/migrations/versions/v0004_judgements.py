"""What people decide about records is kept: judgements, what they are about, and what was taken back."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, ForeignKey, Integer

from servanda.store.migrations.columns import Words

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Three tables more."""
    op.create_table(
        "judgements",
        Column("number", Integer, primary_key=True),
        Column("id", Words, nullable=False, unique=True),
        *(Column(name, Words, nullable=False) for name in ("verdict", "judge", "judged_at", "why", "slot", "value")),
        *(Column(name, Words, nullable=False) for name in ("body", "added_at")),
        sqlite_strict=True,
    )
    op.create_table(
        "judged",
        Column("judgement", Integer, ForeignKey("judgements.number"), primary_key=True),
        Column("position", Integer, primary_key=True),
        *(Column(name, Words, nullable=False) for name in ("record", "record_kind")),
        Column("document", Words, ForeignKey("documents.id"), nullable=False),
        *(Column(name, Words, nullable=False) for name in ("claim", "words")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("judged_by_document", "judged", ["document"])
    op.create_table(
        "undoings",
        Column("judgement", Integer, ForeignKey("judgements.number"), primary_key=True),
        *(Column(name, Words, nullable=False) for name in ("judge", "why", "added_at")),
        sqlite_strict=True,
    )
