"""A document is found by its id, to which all else points, so that Datasette's links lead there.

On a server both its number and its id are found by an index already, and nothing else asks which of them is the key.
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Integer

from servanda.store.migrations.columns import Words

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """The table of documents is made anew in a file, with the same rows in the same order."""
    if op.get_bind().dialect.name != "sqlite":
        return
    op.create_table(
        "documents_anew",
        Column("number", Integer, nullable=False, unique=True),
        Column("id", Words, primary_key=True),
        *(Column(name, Words, nullable=False) for name in ("text", "added_at")),
        sqlite_strict=True,
    )
    op.execute("INSERT INTO documents_anew SELECT number, id, text, added_at FROM documents ORDER BY number")
    op.drop_table("documents")
    op.rename_table("documents_anew", "documents")
