"""The tables of what people decided about records.

    judgements  what a person decided
    judged      the records that a judgement is about, as they stood
    undoings    judgements that were taken back

Nobody changes them: a judgement that is taken back stays, and so does who took it back.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Table

from servanda.store.columns import Words, metadata

judgements = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Words, nullable=False, unique=True),
    Column("verdict", Words, nullable=False),
    Column("judge", Words, nullable=False),
    Column("judged_at", Words, nullable=False),
    Column("why", Words, nullable=False),
    Column("slot", Words, nullable=False),
    Column("value", Words, nullable=False),
    Column("body", Words, nullable=False),
    Column("added_at", Words, nullable=False),
    sqlite_strict=True,
)

judged = Table(
    "judged",
    metadata,
    Column("judgement", Integer, ForeignKey("judgements.number"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("record", Words, nullable=False),
    Column("record_kind", Words, nullable=False),
    Column("document", Words, ForeignKey("documents.id"), nullable=False),
    Column("claim", Words, nullable=False),
    Column("words", Words, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
Index("judged_by_document", judged.c.document)

undoings = Table(
    "undoings",
    metadata,
    Column("judgement", Integer, ForeignKey("judgements.number"), primary_key=True),
    Column("judge", Words, nullable=False),
    Column("why", Words, nullable=False),
    Column("added_at", Words, nullable=False),
    sqlite_strict=True,
)
