"""What linking finds out is kept: keys, pairs, threads with their records, and links."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, ForeignKey, Integer

from servanda.store.migrations.columns import Score, Words

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Six tables more, empty: `servanda link` fills them."""
    _create_linkings()
    _create_pairs()
    _create_threads()
    _create_links()


def _create_linkings() -> None:
    op.create_table(
        "linkings",
        Column("number", Integer, primary_key=True),
        *(Column(name, Words, nullable=False) for name in ("kind", "version")),
        *(Column(name, Integer, nullable=False) for name in ("last_reading", "last_judgement", "undoings")),
        Column("added_at", Words, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "blocks",
        *(Column(name, Words, primary_key=True) for name in ("kind", "version", "key", "record")),
        Column("reading", Integer, ForeignKey("readings.number"), primary_key=True),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("blocks_by_reading", "blocks", ["reading", "kind"])


def _create_pairs() -> None:
    op.create_table(
        "pairs",
        Column("number", Integer, primary_key=True),
        *(Column(name, Words, nullable=False) for name in ("kind", "one", "other", "standing", "reason")),
        Column("score", Score, nullable=False),
        Column("added_at", Words, nullable=False),
        Column("superseded_at", Words),
        sqlite_strict=True,
    )
    op.create_index("pairs_by_one", "pairs", ["one", "kind"])
    op.create_index("pairs_by_other", "pairs", ["other", "kind"])
    op.create_index("pairs_by_score", "pairs", ["kind", "standing", "score"])


def _create_threads() -> None:
    op.create_table(
        "threads",
        Column("number", Integer, primary_key=True),
        *(Column(name, Words, nullable=False) for name in ("id", "kind")),
        Column("records", Integer, nullable=False),
        Column("reason", Words, nullable=False),
        Column("score", Score, nullable=False),
        Column("added_at", Words, nullable=False),
        Column("superseded_at", Words),
        sqlite_strict=True,
    )
    op.create_index("threads_by_id", "threads", ["id"])
    op.create_index("threads_by_kind", "threads", ["kind", "superseded_at"])
    op.create_table(
        "members",
        Column("thread", Integer, ForeignKey("threads.number"), primary_key=True),
        Column("position", Integer, primary_key=True),
        Column("record", Words, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("members_by_record", "members", ["record", "thread"])


def _create_links() -> None:
    op.create_table(
        "links",
        Column("number", Integer, primary_key=True),
        *(Column(name, Words, nullable=False) for name in ("id", "kind", "tie", "earlier", "later", "slot", "reason")),
        Column("score", Score, nullable=False),
        Column("added_at", Words, nullable=False),
        Column("superseded_at", Words),
        sqlite_strict=True,
    )
    op.create_index("links_by_earlier", "links", ["earlier"])
    op.create_index("links_by_later", "links", ["later"])
    op.create_index("links_by_kind", "links", ["kind", "superseded_at"])
