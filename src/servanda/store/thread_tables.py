"""The tables of what linking found out over documents.

    linkings    what was resolved when, by which rules, and how far the ledger had come
    blocks      the keys by which the records of a reading are compared with others
    pairs       two records that were compared: one thing, proposed to be one, or judged not to be
    threads     records that are one thing
    members     the records of a thread
    links       how a later record of a thread stands to an earlier one

All of it is computed, from the readings and from what people judged, and stands until it is found no longer.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Table

from servanda.store.columns import Score, Words, metadata

linkings = Table(
    "linkings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", Words, nullable=False),
    Column("version", Words, nullable=False),
    Column("last_reading", Integer, nullable=False),
    Column("last_judgement", Integer, nullable=False),
    Column("undoings", Integer, nullable=False),
    Column("added_at", Words, nullable=False),
    sqlite_strict=True,
)

blocks = Table(
    "blocks",
    metadata,
    Column("kind", Words, primary_key=True),
    Column("version", Words, primary_key=True),
    Column("key", Words, primary_key=True),
    Column("record", Words, primary_key=True),
    Column("reading", Integer, ForeignKey("readings.number"), primary_key=True),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
Index("blocks_by_reading", blocks.c.reading, blocks.c.kind)

pairs = Table(
    "pairs",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", Words, nullable=False),
    Column("one", Words, nullable=False),
    Column("other", Words, nullable=False),
    Column("standing", Words, nullable=False),
    Column("reason", Words, nullable=False),
    Column("score", Score, nullable=False),
    Column("added_at", Words, nullable=False),
    Column("superseded_at", Words),
    sqlite_strict=True,
)
Index("pairs_by_one", pairs.c.one, pairs.c.kind)
Index("pairs_by_other", pairs.c.other, pairs.c.kind)
Index("pairs_by_score", pairs.c.kind, pairs.c.standing, pairs.c.score)

threads = Table(
    "threads",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Words, nullable=False),
    Column("kind", Words, nullable=False),
    Column("records", Integer, nullable=False),
    Column("reason", Words, nullable=False),
    Column("score", Score, nullable=False),
    Column("added_at", Words, nullable=False),
    Column("superseded_at", Words),
    sqlite_strict=True,
)
Index("threads_by_id", threads.c.id)
Index("threads_by_kind", threads.c.kind, threads.c.superseded_at)

members = Table(
    "members",
    metadata,
    Column("thread", Integer, ForeignKey("threads.number"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("record", Words, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
Index("members_by_record", members.c.record, members.c.thread)

links = Table(
    "links",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Words, nullable=False),
    Column("kind", Words, nullable=False),
    Column("tie", Words, nullable=False),
    Column("earlier", Words, nullable=False),
    Column("later", Words, nullable=False),
    Column("slot", Words, nullable=False),
    Column("reason", Words, nullable=False),
    Column("score", Score, nullable=False),
    Column("added_at", Words, nullable=False),
    Column("superseded_at", Words),
    sqlite_strict=True,
)
Index("links_by_earlier", links.c.earlier)
Index("links_by_later", links.c.later)
Index("links_by_kind", links.c.kind, links.c.superseded_at)

ENDED = (pairs.name, threads.name, links.name)
"""The tables of what linking found: a row is superseded where it is found no longer, and never changed otherwise."""
