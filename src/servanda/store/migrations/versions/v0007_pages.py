"""A page is the beginning of an index; the fields of records are a view of them; readings may wait before they count."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, ForeignKey, Integer, text

from servanda.store.migrations.columns import Words

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """The day of publication stands beside records and parties, the table of cells goes, and drafts have a place."""
    op.create_index("readings_by_outlet", "readings", ["outlet"])
    _widen_records()
    op.drop_table("cells")
    _date_parties()
    _create_drafts()


def _widen_records() -> None:
    for name in ("records_by_kind", "records_by_document"):
        op.drop_index(name, "records")
    for name in ("published_from", "published_to", "state"):
        op.add_column("records", Column(name, Words))
    op.execute(
        "UPDATE records SET state = (SELECT value FROM cells WHERE record = records.number AND slot = 'state'"
        " ORDER BY position LIMIT 1) WHERE record_kind = 'actors'"
    )
    for name in ("published_from", "published_to"):
        told = f"SELECT coalesce(g.{name}, '') FROM readings g WHERE g.number = records.reading"
        op.execute(f"UPDATE records SET {name} = ({told})")
    by_date = text("published_from DESC")
    flat = ("published_to", "act", "firmness", "status", "type", "kind", "mode", "about", "valence")
    op.create_index("records_by_date", "records", ["record_kind", by_date, "document", "reading", *flat])
    op.create_index("records_by_score", "records", ["record_kind", "score", by_date, "document", "reading"])


def _date_parties() -> None:
    op.drop_index("parties_by_actor", "parties")
    op.rename_table("parties", "parties_before")
    op.create_table(
        "parties",
        Column("record", Integer, ForeignKey("records.number"), primary_key=True),
        *(Column(name, Words, primary_key=True) for name in ("role", "actor")),
        Column("record_kind", Words, nullable=False),
        Column("published_from", Words, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO parties SELECT p.record, p.role, p.actor, r.record_kind, r.published_from"
        " FROM parties_before p JOIN records r ON r.number = p.record ORDER BY p.record, p.role, p.actor"
    )
    op.drop_table("parties_before")
    by_date = text("published_from DESC")
    op.create_index("parties_by_actor", "parties", ["actor", "record_kind", by_date, "record", "role"])


def _create_drafts() -> None:
    op.create_table(
        "drafts",
        Column("number", Integer, primary_key=True),
        Column("document", Words, ForeignKey("documents.id"), nullable=False),
        Column("reading", Integer, ForeignKey("readings.number"), nullable=False),
        *(Column(name, Words, nullable=False) for name in ("reader", "version", "hash", "body", "added_at")),
        sqlite_strict=True,
    )
    op.create_index("drafts_by_document", "drafts", ["document"])
    op.create_table(
        "decisions",
        Column("draft", Integer, ForeignKey("drafts.number"), primary_key=True),
        *(Column(name, Words, nullable=False) for name in ("outcome", "judge", "why", "added_at")),
        sqlite_strict=True,
    )
