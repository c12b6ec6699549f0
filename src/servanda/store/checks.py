"""The ledger checked against itself.

Every column and party is held against the record's own JSON, every text against its id, every reading against its
hash, every superseded reading against the one that followed it, and the numbers of rows against one another. Everything
is computed anew by the same functions that wrote it, so that whatever was changed behind the ledger's back is found and
named. Nothing is repaired here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, exists, func, select

from servanda.codebook import Document, DocumentId, Problem
from servanda.codebook.grounding import ungrounded
from servanda.codebook.keys import key_of
from servanda.store.draft_checks import find_draft_faults
from servanda.store.filters import COUNTS
from servanda.store.finds import load_document, load_reading
from servanda.store.judgements import judgement_of, judgement_row
from servanda.store.log_checks import find_log_faults
from servanda.store.record_checks import find_record_faults
from servanda.store.rows import DamageError, differences, problem_of, problem_row, reading_row
from servanda.store.schema import documents, judged, judgements, problems, readings, records, sources
from servanda.store.tallies import find_wrong
from servanda.store.thread_checks import find_thread_faults

_AS_IT_STOOD = ("document", "record_kind", "claim", "words")


def find_faults(connection: Connection) -> Iterator[Problem]:
    """All that is wrong with the tables, document by document.

    Yields:
        `damaged` for whatever does not agree with itself, and what `codebook/grounding.py` finds.
    """
    numbers = connection.execute(select(readings.c.number, readings.c.document).order_by(readings.c.number)).all()
    yield from (_damage(message, None) for message in find_log_faults(connection))
    yield from _text_faults(connection)
    yield from _chain_faults(connection)
    for number, document in numbers:
        yield from _reading_faults(connection, number, document)
    yield from _problem_faults(connection)
    yield from _judgement_faults(connection)
    yield from find_draft_faults(connection)
    yield from (_damage(message, None) for message in find_wrong(connection))
    yield from (_damage(message, None) for message in find_thread_faults(connection))


def _text_faults(connection: Connection) -> Iterator[Problem]:
    for identity in connection.execute(select(documents.c.id).order_by(documents.c.id)).scalars().all():
        text = connection.execute(select(documents.c.text).where(documents.c.id == identity)).scalar_one()
        if key_of("d", text) != identity:
            yield _damage("the text is not the one that was taken in: its hash is another", identity)


def _chain_faults(connection: Connection) -> Iterator[Problem]:
    """Exactly one reading of a document counts; every other one is superseded by a later one of the same document."""
    current = select(documents.c.id, func.count(readings.c.number)).select_from(
        documents.outerjoin(readings, (readings.c.document == documents.c.id) & COUNTS)
    )
    for document, number in connection.execute(current.group_by(documents.c.id).order_by(documents.c.id)):
        if number != 1:
            yield _damage(f"{number} readings count where one must", document)
    later = readings.alias("later")
    chained = select(readings, later.c.document.label("later_document"), later.c.added_at.label("later_added_at"))
    joined = chained.select_from(readings.outerjoin(later, later.c.number == readings.c.superseded_by))
    for row in connection.execute(joined.where(~COUNTS).order_by(readings.c.number)).mappings():
        follows = row["superseded_by"] is not None and row["superseded_by"] > row["number"]
        same = row["later_document"] == row["document"] and row["later_added_at"] == row["superseded_at"]
        if not (follows and same):
            message = f"reading {row['number']} is superseded by {row['superseded_by']}, which did not follow it"
            yield _damage(message, row["document"])
    for number, reading, document in _strays(connection):
        yield _damage(f"source {number} gives reading {reading} of another document", document)


def _strays(connection: Connection) -> Iterable[tuple[int, int, DocumentId]]:
    joined = sources.join(readings, readings.c.number == sources.c.reading)
    asked = select(sources.c.number, sources.c.reading, sources.c.document).select_from(joined)
    rows = connection.execute(asked.where(readings.c.document != sources.c.document).order_by(sources.c.number))
    return [(number, reading, document) for number, reading, document in rows]


def _reading_faults(connection: Connection, number: int, identity: DocumentId) -> Iterator[Problem]:
    try:
        document = load_document(connection, number)
    except DamageError as error:
        yield _damage(f"reading {number}: {error}", identity)
        return
    if document is None:
        yield _damage(f"reading {number} has no source", identity)
    elif document.id == identity:
        # Of another text nothing more can be said; that it is another one was said before.
        yield from _content_faults(connection, number, document)


def _content_faults(connection: Connection, number: int, document: Document) -> Iterator[Problem]:
    faults = tuple(find_record_faults(connection, number, document))
    yield from faults
    try:
        reading = load_reading(connection, number)
    except DamageError:
        # A record or problem that cannot be read was named before.
        return
    told = connection.execute(select(readings).where(readings.c.number == number)).mappings().one()
    # The hash is one of the records as they were written.
    bodies = connection.execute(select(records.c.body).where(records.c.reading == number).order_by(records.c.position))
    written = [body.encode() for body in bodies.scalars()]
    differs = differences(dict(told), reading_row(document, reading, written))
    if differs:
        yield _damage(f"reading {number} is not what was added: {differs}", document.id)
    yield from ungrounded(document, reading)


def _problem_faults(connection: Connection) -> Iterator[Problem]:
    for row in connection.execute(select(problems).order_by(problems.c.number)).mappings().all():
        try:
            differs = differences(dict(row), problem_row(problem_of(row["body"])))
        except DamageError as error:
            differs = str(error)
        if differs:
            yield _damage(f"problem {row['id']}: {differs}", row["document"])


def _judgement_faults(connection: Connection) -> Iterator[Problem]:
    """Every judgement is what its JSON says, and every record that it is about was in the ledger as it is noted."""
    for row in connection.execute(select(judgements).order_by(judgements.c.number)).mappings().all():
        try:
            judgement = judgement_of(row["body"])
        except DamageError as error:
            yield _damage(f"judgement {row['id']}: {error}", None)
            continue
        asked = select(judged.c.position, judged.c.record).where(judged.c.judgement == row["number"])
        held = {told.position: told.record for told in connection.execute(asked)}
        differs = differences(dict(row), judgement_row(judgement))
        if differs or held != dict(enumerate(judgement.records)):
            yield _damage(f"judgement {row['id']} is not what was added: {differs or 'its records differ'}", None)
    same = (records.c.id == judged.c.record, *(records.c[name] == judged.c[name] for name in _AS_IT_STOOD))
    known = exists().where(*same)
    for record, document in connection.execute(select(judged.c.record, judged.c.document).where(~known)):
        yield _damage(f"a judgement is about {record}, which the ledger never had so", document)


def _damage(message: str, document: DocumentId | None) -> Problem:
    return Problem(code="damaged", message=message, document=document)
