"""A ledger grows at the ends of its indexes, and pages of the newest begin with the newest readings."""

from __future__ import annotations

from alembic import op
from sqlalchemy import text

revision = "0008"
down_revision = "0007"

_WORDS = {"documents": "text", "readings": "title", "records": "words"}
_NARROWED_BY = ("act", "firmness", "status", "type", "kind", "mode", "about", "valence")


def upgrade() -> None:
    """Indexes alone are made anew, those of words too in a file: no row changes."""
    if op.get_bind().dialect.name == "sqlite":
        _declare_full_text()
    for name in ("records_by_date", "records_by_score", "records_by_claim"):
        op.drop_index(name, "records")
    op.drop_index("readings_by_date", "readings")
    newest = text("coalesce(published_from, '') DESC")
    told = ("superseded_at", "published_to", "outlet")
    op.create_index("readings_by_date", "readings", [newest, "document", "number", *told])
    op.create_index("records_by_claim", "records", [text("substr(claim, 1, 4)"), "number", "claim"])
    place = ("span_start", "span_end", "position")
    columns = ["record_kind", "reading", *place, *_NARROWED_BY]
    op.create_index("records_by_reading", "records", columns, postgresql_include=["number"])
    op.create_index("records_by_score", "records", ["record_kind", "score", "reading"], postgresql_include=["number"])


def _declare_full_text() -> None:
    """Name the table of each full-text index in double quotes, by which Datasette finds it."""
    for name, column in _WORDS.items():
        op.execute(f"DROP TABLE {name}_fts")
        op.execute(
            f"CREATE VIRTUAL TABLE {name}_fts USING fts5({column}, content=\"{name}\", content_rowid='number',"
            " tokenize='unicode61 remove_diacritics 2')"
        )
        op.execute(f"INSERT INTO {name}_fts ({name}_fts) VALUES ('rebuild')")
