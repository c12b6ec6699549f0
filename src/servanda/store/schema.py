"""The tables of the ledger: the one description of them, from which every database is made.

    documents   a text, once
    readings    what was known of a document and who read it; one counts, the others are superseded
    sources     where a document was found, each time that something about the place was new
    records     what a reading found: the record itself in `body`, and flat columns of it to filter by
    cells       a row for every span of every field of a record, and one for a field without any
    parties     who takes part in a record, and how
    problems    what could not be read

Rows are added and superseded, never changed. Times are UTC, days are ISO dates and stretches of days half-open, all
written as text, so that they sort as they stand. What only one database knows (full text, views, guards) is not here.
"""

from __future__ import annotations

from sqlalchemy import (
    REAL,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

VERSION = 2
"""The number of this schema, kept in every ledger. A ledger of another number is not opened."""

metadata = MetaData()

schema = Table("schema", metadata, Column("version", Integer, primary_key=True), sqlite_strict=True)

documents = Table(
    "documents",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("text", Text, nullable=False),
    Column("added_at", Text, nullable=False),
    sqlite_strict=True,
)

readings = Table(
    "readings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", Text, ForeignKey("documents.id"), nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("agency", Text),
    Column("author", Text),
    Column("kind", Text, nullable=False),
    Column("dateline", Text),
    Column("published", Text),
    Column("published_from", Text),
    Column("published_to", Text),
    Column("language", Text),
    Column("head", Text, nullable=False),
    Column("reader", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("actors", Integer, nullable=False),
    Column("statements", Integer, nullable=False),
    Column("occasions", Integer, nullable=False),
    Column("instruments", Integer, nullable=False),
    Column("commitments", Integer, nullable=False),
    Column("assessments", Integer, nullable=False),
    Column("hash", Text, nullable=False),
    Column("added_at", Text, nullable=False),
    Column("superseded_at", Text),
    # Deferred: the old row is closed before the new one is there, so that two never count at once.
    Column("superseded_by", Integer, ForeignKey("readings.number", deferrable=True, initially="DEFERRED")),
    CheckConstraint("(superseded_at IS NULL) = (superseded_by IS NULL)", name="superseded_whole"),
    sqlite_strict=True,
)
Index("one_reading_counts", readings.c.document, unique=True, sqlite_where=readings.c.superseded_at.is_(None))
Index("readings_by_date", readings.c.published_from, readings.c.document)

sources = Table(
    "sources",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", Text, ForeignKey("documents.id"), nullable=False),
    Column("location", Text, nullable=False),
    Column("reading", Integer, ForeignKey("readings.number"), nullable=False),
    Column("media_type", Text, nullable=False),
    Column("raw_hash", Text, nullable=False),
    Column("extractor", Text, nullable=False),
    Column("added_at", Text, nullable=False),
    sqlite_strict=True,
)
Index("sources_by_document", sources.c.document, sources.c.location, sources.c.number)

records = Table(
    "records",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("reading", Integer, ForeignKey("readings.number"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("document", Text, ForeignKey("documents.id"), nullable=False),
    Column("record_kind", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("claim", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Column("actor", Text),
    Column("name", Text),
    Column("kind", Text),
    Column("type", Text),
    Column("mode", Text),
    Column("act", Text),
    Column("object", Text),
    Column("firmness", Text),
    Column("novelty", Text),
    Column("polarity", Text),
    Column("status", Text),
    Column("about", Text),
    Column("valence", Text),
    Column("place", Text),
    Column("date_from", Text),
    Column("date_to", Text),
    Column("occasion", Text),
    Column("instrument", Text),
    Column("statement", Text),
    Column("mentions", Integer),
    Column("reader", Text, nullable=False),
    Column("reader_version", Text, nullable=False),
    Column("rule", Text, nullable=False),
    Column("method", Text, nullable=False),
    Column("score", REAL, nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("reading", "position"),
    sqlite_strict=True,
)
Index("records_by_id", records.c.id)
Index("records_by_claim", records.c.claim)
# What lists are sorted by and counted by stands in the index itself: the rows, which are long, are not touched.
Index(
    "records_by_kind",
    *(records.c[name] for name in ("record_kind", "reading", "span_start", "span_end", "id", "position")),
    *(records.c[name] for name in ("act", "firmness", "status", "type", "kind", "mode", "about", "valence")),
)
Index("records_by_document", records.c.document, records.c.record_kind)
Index(
    "records_by_actor",
    *(records.c[name] for name in ("actor", "name", "kind", "reading", "document", "mentions")),
    sqlite_where=records.c.actor.is_not(None),
)

cells = Table(
    "cells",
    metadata,
    Column("record", Integer, ForeignKey("records.number"), primary_key=True),
    Column("slot", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("value", Text),
    Column("known", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("span_start", Integer),
    Column("span_end", Integer),
    Column("words", Text),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

parties = Table(
    "parties",
    metadata,
    Column("record", Integer, ForeignKey("records.number"), primary_key=True),
    Column("role", Text, primary_key=True),
    Column("actor", Text, primary_key=True),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
Index("parties_by_actor", parties.c.actor, parties.c.role, parties.c.record)

problems = Table(
    "problems",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("reading", Integer, ForeignKey("readings.number")),
    Column("id", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("location", Text, nullable=False),
    Column("document", Text),
    Column("body", Text, nullable=False),
    Column("added_at", Text, nullable=False),
    sqlite_strict=True,
)
Index("problems_by_id", problems.c.id)
Index("problems_by_reading", problems.c.reading)

closings = Table(
    "closings",
    metadata,
    Column("problem", Integer, ForeignKey("problems.number"), primary_key=True),
    Column("added_at", Text, nullable=False),
    sqlite_strict=True,
)
