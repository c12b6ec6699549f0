"""Values that go together are tallied together, and what only repeated something goes.

An actor's own record is no part of it any more, the least sure are sorted without mentions of actors, and the full-text
indexes do not keep how long each text is.
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import text

revision = "0010"
down_revision = "0009"

_WORDS = {"documents": "text", "readings": "title", "records": "words"}


def upgrade() -> None:
    """Parties that only repeated their record go: no other row changes."""
    connection = op.get_bind()
    op.execute("DELETE FROM parties WHERE role = 'actor'")
    _sort_scores()
    if connection.dialect.name == "sqlite":
        _shorten_full_text()


def _sort_scores() -> None:
    op.drop_index("records_by_score", "records")
    no_actor = text("actor IS NULL")
    op.create_index(
        "records_by_score",
        "records",
        ["record_kind", "score", "reading"],
        sqlite_where=no_actor,
        postgresql_where=no_actor,
        postgresql_include=["number"],
    )


def _shorten_full_text() -> None:
    for name, column in _WORDS.items():
        op.execute(f"DROP TABLE {name}_fts")
        op.execute(
            f"CREATE VIRTUAL TABLE {name}_fts USING fts5({column}, content=\"{name}\", content_rowid='number',"
            " tokenize='unicode61 remove_diacritics 2', columnsize=0)"
        )
        op.execute(f"INSERT INTO {name}_fts ({name}_fts) VALUES ('rebuild')")
