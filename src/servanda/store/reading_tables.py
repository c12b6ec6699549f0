"""The tables of documents and of what was read in them, with the tallies that follow them.

    documents   a text, once
    readings    what was known of a document and who read it; one counts, the others are superseded
    sources     where a document was found, each time that something about the place was new
    records     what a reading found: the record itself in `body`, and flat columns of it to filter by
    parties     who takes part in a record, and how; whoever is mentioned stands in the record of an actor itself
    problems    what could not be read
    closings    problems of sources that came up no more
    drafts      readings by a new version of a reader that do not count as yet
    decisions   what became of a draft
    tallies     how many records that count now have which value; the one table whose rows follow the others

What people decided stands in `judgement_tables.py`, what linking found in `thread_tables.py`.
"""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    UniqueConstraint,
    func,
    literal_column,
    text,
)

from servanda.store.columns import Score, Words, metadata

documents = Table(
    "documents",
    metadata,
    Column("number", Integer, nullable=False, unique=True),
    # What leads to a document names its id: so it is its key, by which Datasette finds it too.
    Column("id", Words, primary_key=True),
    Column("text", Words, nullable=False),
    Column("added_at", Words, nullable=False),
    sqlite_strict=True,
)

readings = Table(
    "readings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", Words, ForeignKey("documents.id"), nullable=False),
    Column("title", Words),
    Column("outlet", Words),
    Column("agency", Words),
    Column("author", Words),
    Column("kind", Words, nullable=False),
    Column("dateline", Words),
    Column("published", Words),
    Column("published_from", Words),
    Column("published_to", Words),
    Column("language", Words),
    Column("head", Words, nullable=False),
    Column("reader", Words, nullable=False),
    Column("version", Words, nullable=False),
    Column("actors", Integer, nullable=False),
    Column("statements", Integer, nullable=False),
    Column("occasions", Integer, nullable=False),
    Column("instruments", Integer, nullable=False),
    Column("commitments", Integer, nullable=False),
    Column("assessments", Integer, nullable=False),
    Column("hash", Words, nullable=False),
    Column("added_at", Words, nullable=False),
    Column("superseded_at", Words),
    # Deferred: the old row is closed before the new one is there, so that two never count at once.
    Column("superseded_by", Integer, ForeignKey("readings.number", deferrable=True, initially="DEFERRED")),
    CheckConstraint("(superseded_at IS NULL) = (superseded_by IS NULL)", name="superseded_whole"),
    sqlite_strict=True,
)
Index(
    "one_reading_counts",
    readings.c.document,
    unique=True,
    sqlite_where=readings.c.superseded_at.is_(None),
    postgresql_where=readings.c.superseded_at.is_(None),
)
DAY = func.coalesce(readings.c.published_from, literal_column("''"))
"""The first day on which a document may have been published; empty where none is known, so that it comes last."""
# A page of the newest begins with the newest readings; of their records nothing need be sorted.
Index(
    "readings_by_date",
    *(text("coalesce(published_from, '') DESC"), readings.c.document, readings.c.number),
    *(readings.c.superseded_at, readings.c.published_to, readings.c.outlet),
)
Index(
    "readings_by_outlet",
    *(readings.c.outlet, text("coalesce(published_from, '') DESC"), readings.c.document, readings.c.number),
    *(readings.c.superseded_at, readings.c.published_to),
)

sources = Table(
    "sources",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", Words, ForeignKey("documents.id"), nullable=False),
    Column("location", Words, nullable=False),
    Column("reading", Integer, ForeignKey("readings.number"), nullable=False),
    Column("media_type", Words, nullable=False),
    Column("raw_hash", Words, nullable=False),
    Column("extractor", Words, nullable=False),
    Column("added_at", Words, nullable=False),
    sqlite_strict=True,
)
Index("sources_by_document", sources.c.document, sources.c.number)

records = Table(
    "records",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("reading", Integer, ForeignKey("readings.number"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("document", Words, ForeignKey("documents.id"), nullable=False),
    Column("record_kind", Words, nullable=False),
    Column("id", Words, nullable=False),
    Column("claim", Words, nullable=False),
    Column("words", Words, nullable=False),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Column("actor", Words),
    Column("name", Words),
    Column("kind", Words),
    Column("type", Words),
    Column("mode", Words),
    Column("act", Words),
    Column("object", Words),
    Column("firmness", Words),
    Column("novelty", Words),
    Column("polarity", Words),
    Column("status", Words),
    Column("about", Words),
    Column("valence", Words),
    Column("place", Words),
    Column("date_from", Words),
    Column("date_to", Words),
    Column("occasion", Words),
    Column("instrument", Words),
    Column("statement", Words),
    Column("mentions", Integer),
    Column("reader", Words, nullable=False),
    Column("reader_version", Words, nullable=False),
    Column("rule", Words, nullable=False),
    Column("method", Words, nullable=False),
    Column("score", Score, nullable=False),
    Column("body", Words, nullable=False),
    # The first day on which its document may have been published; empty where none is known, so that it comes last.
    Column("published_from", Words),
    Column("published_to", Words),
    Column("state", Words),
    UniqueConstraint("reading", "position"),
    sqlite_strict=True,
)
Index("records_by_id", records.c.id)
# Hashes come in no order, and an index of a million of them is touched everywhere by every few that are added. Here they
# are sorted within stretches of readings: to add is to touch the last stretch, and to find is to look into each of them.
STRETCH = records.c.reading.op("/")(literal_column("4096"))
"""The stretch of readings within which `records_by_claim` is sorted."""
STRETCH_LENGTH = 4096
Index("records_by_claim", text("(reading / 4096)"), records.c.claim)
# The records of a reading in the order of its text, and what they are narrowed by: the rows, which are long, are touched
# only for what is shown. New readings come last.
Index(
    "records_by_reading",
    *(records.c.record_kind, records.c.reading, records.c.span_start, records.c.span_end, records.c.position),
    *(records.c[name] for name in ("act", "firmness", "status", "type", "kind", "mode", "about", "valence")),
    # SQLite has the number of a row in every index of it.
    postgresql_include=["number"],
)
# Nobody goes through mentions of actors from the least sure one on: they are a third of all records.
Index(
    "records_by_score",
    *(records.c.record_kind, records.c.score, records.c.reading),
    sqlite_where=records.c.actor.is_(None),
    postgresql_where=records.c.actor.is_(None),
    postgresql_include=["number"],
)
# A server would walk through the days to find the few of an act and a firmness; a file reads its rows fast enough without.
# It holds what sorts and counts them, so that no row is fetched for that.
Index(
    "records_by_act",
    *(records.c.act, records.c.firmness, records.c.reading),
    postgresql_include=["number", "span_start", "span_end", "position", "status"],
    postgresql_where=records.c.record_kind == "commitments",
).ddl_if(dialect="postgresql")
Index(
    "records_by_actor",
    *(records.c[name] for name in ("actor", "name", "kind", "reading", "document", "mentions")),
    sqlite_where=records.c.actor.is_not(None),
    postgresql_where=records.c.actor.is_not(None),
)

parties = Table(
    "parties",
    metadata,
    Column("record", Integer, ForeignKey("records.number"), primary_key=True),
    Column("role", Words, primary_key=True),
    Column("actor", Words, primary_key=True),
    Column("record_kind", Words, nullable=False),
    Column("published_from", Words, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
Index(
    "parties_by_actor",
    *(parties.c.actor, parties.c.record_kind, parties.c.published_from.desc()),
    *(parties.c.record, parties.c.role),
)

problems = Table(
    "problems",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("reading", Integer, ForeignKey("readings.number")),
    Column("id", Words, nullable=False),
    Column("code", Words, nullable=False),
    Column("message", Words, nullable=False),
    Column("location", Words, nullable=False),
    Column("document", Words),
    Column("body", Words, nullable=False),
    Column("added_at", Words, nullable=False),
    sqlite_strict=True,
)
Index("problems_by_id", problems.c.id)
Index("problems_by_reading", problems.c.reading)

closings = Table(
    "closings",
    metadata,
    Column("problem", Integer, ForeignKey("problems.number"), primary_key=True),
    Column("added_at", Words, nullable=False),
    sqlite_strict=True,
)

drafts = Table(
    "drafts",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", Words, ForeignKey("documents.id"), nullable=False),
    Column("reading", Integer, ForeignKey("readings.number"), nullable=False),
    Column("reader", Words, nullable=False),
    Column("version", Words, nullable=False),
    Column("hash", Words, nullable=False),
    Column("body", Words, nullable=False),
    Column("added_at", Words, nullable=False),
    sqlite_strict=True,
)
Index("drafts_by_document", drafts.c.document)

decisions = Table(
    "decisions",
    metadata,
    Column("draft", Integer, ForeignKey("drafts.number"), primary_key=True),
    Column("outcome", Words, nullable=False),
    Column("judge", Words, nullable=False),
    Column("why", Words, nullable=False),
    Column("added_at", Words, nullable=False),
    sqlite_strict=True,
)

tallies = Table(
    "tallies",
    metadata,
    Column("about", Words, primary_key=True),
    Column("slot", Words, primary_key=True),
    Column("value", Words, primary_key=True),
    Column("number", Integer, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
