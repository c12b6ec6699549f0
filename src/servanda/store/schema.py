"""The schema of the ledger: its tables together, from which every database is made, and its version.

The tables stand in `reading_tables.py`, `judgement_tables.py` and `thread_tables.py`. The fields of records, one by one,
with the words that bear them are shown by the view `cells`.
Rows are added and superseded, never changed. Times are UTC, days are ISO dates and stretches of days half-open, all
written as text, so that they sort as they stand. What only one database knows (full text, views, guards) is not here.
"""

from __future__ import annotations

from sqlalchemy import Column, MetaData, Table, Text, column, table

from servanda.store.columns import Score, Words, metadata, with_zero, without_zero
from servanda.store.judgement_tables import judged, judgements, undoings
from servanda.store.reading_tables import (
    DAY,
    STRETCH,
    STRETCH_LENGTH,
    closings,
    decisions,
    documents,
    drafts,
    parties,
    problems,
    readings,
    records,
    sources,
    tallies,
)
from servanda.store.thread_tables import ENDED, blocks, linkings, links, members, pairs, threads

__all__ = [
    "DAY",
    "ENDED",
    "INDEXED",
    "KEPT",
    "STRETCH",
    "STRETCH_LENGTH",
    "VERSION",
    "Score",
    "Words",
    "blocks",
    "cells",
    "closings",
    "decisions",
    "documents",
    "drafts",
    "judged",
    "judgements",
    "linkings",
    "links",
    "members",
    "metadata",
    "pairs",
    "parties",
    "problems",
    "readings",
    "records",
    "sources",
    "tallies",
    "threads",
    "undoings",
    "versions",
    "with_zero",
    "without_zero",
]

VERSION = "0012"
"""The version of this schema, kept in every ledger. `migrations/` brings older ones here."""

INDEXED = (("documents", "text"), ("readings", "title"), ("records", "words"))
"""The tables with a full-text index, each with the column that it covers."""

versions = Table("alembic_version", MetaData(), Column("version_num", Text, primary_key=True), sqlite_strict=True)
"""Where Alembic keeps the version; the one table whose row is changed."""

cells = table("cells", *(column(name) for name in ("record", "slot", "position", "value", "known", "reason", "words")))
"""The view of every field of every record; it opens the JSON of each record that it is asked for."""

KEPT = tuple(name for name in metadata.tables if name != tallies.name)
"""The tables whose rows are never changed."""
