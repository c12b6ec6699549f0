"""Questions asked of the tables, and rows made into records. Nothing is written here."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from operator import itemgetter
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Row, Table, func, select

from servanda.codebook import KINDS, Document, Problem, Reading, Record, When
from servanda.codebook.vocabulary import DocumentKind
from servanda.store.filters import counts, ordered, stands
from servanda.store.outcomes import DocumentHead, Found, Newest
from servanda.store.pages import find_dated_numbers, find_numbers
from servanda.store.parts import in_parts
from servanda.store.plans import plan_of
from servanda.store.queries import Order, Query
from servanda.store.rows import KINDS_BY_NAME, DamageError, document_of, problem_of, record_of
from servanda.store.schema import DAY, STRETCH, STRETCH_LENGTH, documents, problems, readings, records, sources
from servanda.store.searches import matches_in, parse_search
from servanda.store.tallies import exact_total

_LAST_SIGN = "\U0010ffff"

HEAD = (
    readings.c.document,
    readings.c.title,
    readings.c.outlet,
    readings.c.agency,
    readings.c.kind.label("document_kind"),
    readings.c.published,
    readings.c.language,
    documents.c.added_at,
    select(sources.c.location)
    .where(sources.c.document == documents.c.id)
    .order_by(sources.c.number)
    .limit(1)
    .scalar_subquery()
    .label("location"),
    *(readings.c[name] for name, _ in KINDS),
)
"""What `head_of` wants to know of a document."""
_FOUND = (records.c.number, records.c.body, records.c.record_kind, records.c.words)


def find_document(connection: Connection, key: str, known: str | None = None) -> Document | None:
    """The document of this id, or of the only id that begins so."""
    identity = _only(connection, documents, key, known)
    return None if identity is None else _document(connection, (documents.c.id == identity) & counts(known))


def find_texts(connection: Connection, wanted: Collection[str], known: str | None = None) -> dict[str, str]:
    """The texts of these documents, as far as there are any."""
    found: dict[str, str] = {}
    for part in in_parts(wanted):
        here = (documents.c.id.in_(part), counts(known))
        asked = select(documents.c.id, documents.c.text).select_from(counting(readings)).where(*here)
        found.update(connection.execute(asked).all())
    return found


def last_reading(connection: Connection) -> int:
    """Number of the reading that was added last: as long as it is the same, the same readings count."""
    return connection.execute(select(func.max(readings.c.number))).scalar() or 0


def first_added(connection: Connection) -> datetime | None:
    """When the first reading was added; None where there is none."""
    added = connection.execute(select(readings.c.added_at).order_by(readings.c.number).limit(1)).scalar()
    return datetime.fromisoformat(added) if added else None


def find_locations(connection: Connection, document: str, known: str | None = None) -> tuple[str, ...]:
    """Every place where a document was found, the first one first."""
    place = sources.c.location
    then = () if known is None else (sources.c.added_at <= known,)
    asked = (
        select(place).where(sources.c.document == document, *then).group_by(place).order_by(func.min(sources.c.number))
    )
    return tuple(connection.execute(asked).scalars())


def find_reading(connection: Connection, document: str, known: str | None = None) -> Reading | None:
    """The reading of a document that counts."""
    asked = select(readings.c.number).where(readings.c.document == document, counts(known))
    number = connection.execute(asked).scalar()
    return None if number is None else load_reading(connection, number)


def find_records(connection: Connection, kind: str, query: Query) -> tuple[Found, ...]:
    """The records of this kind that answer the question."""
    # First which ones, then what they are: sorting is many times as fast without bodies in the rows.
    return _by_numbers(connection, find_numbers(connection, kind, query), query.search)


def find_scores(connection: Connection, kind: str, query: Query) -> dict[str, float]:
    """The ids of the least sure records of this kind that answer the question, each with its score."""
    numbers = find_numbers(connection, kind, replace(query, order=Order.SCORE))
    found: dict[str, float] = {}
    for part in in_parts(numbers):
        found.update(connection.execute(select(records.c.id, records.c.score).where(records.c.number.in_(part))).all())
    return dict(sorted(found.items()))


def find_newest(connection: Connection, kind: str, query: Query, on: date, dated: int) -> Newest:
    """The newest records of this kind that answer the question, with so many further ones that have a date or deadline."""
    numbers = find_dated_numbers(connection, kind, query)
    older = [(number, end) for number, end in numbers[query.limit :] if end]
    ahead = sorted((one for one in older if one[1] > on.isoformat()), key=itemgetter(1))
    passed = sorted((one for one in older if one[1] <= on.isoformat()), key=itemgetter(1), reverse=True)
    further = [number for number, _ in (*ahead, *passed)]
    newest = [number for number, _ in numbers[: query.limit]]
    found = _by_numbers(connection, [*newest, *further[:dated]])
    return Newest(
        found=found[: len(newest)],
        dated=found[len(newest) :],
        total=len(numbers),
        left=max(0, len(further) - dated),
    )


def _by_numbers(connection: Connection, numbers: Sequence[int], search: str | None = None) -> tuple[Found, ...]:
    shown: dict[int, Row[Any]] = {}
    for part in in_parts(numbers):
        asked = select(*_FOUND, *HEAD).select_from(_shown()).where(records.c.number.in_(part))
        shown.update({row.number: row for row in connection.execute(asked)})
    return tuple(_found(shown[number], search) for number in numbers)


def count_records(connection: Connection, kind: str, query: Query) -> int:
    """How many records answer the question, on all its pages."""
    exact = exact_total(connection, kind, query) if kind in KINDS_BY_NAME else None
    if exact is not None:
        return exact
    plan = plan_of(connection, kind, query)
    asked = select(func.count()).select_from(plan.inside).where(*plan.conditions)
    return connection.execute(asked).scalar_one()


def find_record(connection: Connection, key: str, known: str | None = None) -> Found | None:
    """The record of this id, or of the only id that begins so."""
    identity = _only(connection, records, key, known)
    if identity is None:
        return None
    asked = select(*_FOUND, *HEAD).select_from(_shown()).where(records.c.id == identity, counts(known))
    row = connection.execute(asked.order_by(records.c.number)).first()
    return None if row is None else _found(row)


def find_same(connection: Connection, claim: str, known: str | None = None) -> tuple[Found, ...]:
    """Every record with this claim, in any document, the newest first."""
    stretches = range(last_reading(connection) // STRETCH_LENGTH + 1)
    same = (STRETCH.in_(list(stretches)), records.c.claim == claim)
    asked = select(*_FOUND, *HEAD).select_from(_shown()).where(*same, counts(known))
    return tuple(_found(row) for row in connection.execute(ordered(asked, Query())))


def find_by_ids(connection: Connection, wanted: Collection[str], known: str | None = None) -> dict[str, Found]:
    """The records of these ids, as far as they count."""
    found: dict[str, Found] = {}
    for part in in_parts(wanted):
        asked = select(*_FOUND, *HEAD).select_from(_shown()).where(records.c.id.in_(part), counts(known))
        found.update({one.record.id: one for one in map(_found, connection.execute(asked.order_by(records.c.id)))})
    return found


def find_bare(connection: Connection, wanted: Collection[str], known: str | None = None) -> dict[str, Record]:
    """The same without what is known of their documents, which takes several times as long as the records alone."""
    found: dict[str, Record] = {}
    for part in in_parts(wanted):
        asked = select(records.c.id, records.c.record_kind, records.c.body).select_from(counting(records))
        rows = connection.execute(asked.where(records.c.id.in_(part), counts(known)).order_by(records.c.id))
        found.update({key: record_of(body, kind) for key, kind, body in rows})
    return found


def find_places(connection: Connection, wanted: Collection[str], known: str | None = None) -> dict[str, str]:
    """The documents in which these records stand, as far as they count."""
    found: dict[str, str] = {}
    for part in in_parts(wanted):
        here = (records.c.id.in_(part), counts(known))
        asked = select(records.c.id, records.c.document).select_from(counting(records)).where(*here)
        found.update(connection.execute(asked).all())
    return found


def find_problems(connection: Connection, known: str | None = None) -> tuple[Problem, ...]:
    """Every problem that stands: of sources that are not mended, and of readings that are not superseded; each once."""
    asked = (
        select(problems.c.body)
        .select_from(problems.outerjoin(readings, readings.c.number == problems.c.reading))
        .where(stands(known))
        .order_by(problems.c.location, problems.c.code, problems.c.id, problems.c.number)
    )
    found = (problem_of(body) for body in connection.execute(asked).scalars())
    return tuple({problem.id: problem for problem in found}.values())


def load_reading(connection: Connection, number: int, kinds: Collection[str] = ()) -> Reading:
    """The reading in this row, with its records in the order in which they were read; or those of some kinds alone."""
    asked = select(readings.c.document, readings.c.reader, readings.c.version).where(readings.c.number == number)
    document, reader, version = connection.execute(asked).one()
    found: dict[str, list[Any]] = {name: [] for name, _ in KINDS}
    bodies = select(records.c.record_kind, records.c.body).where(records.c.reading == number)
    if kinds:
        bodies = bodies.where(records.c.record_kind.in_(sorted(kinds)))
    for kind, body in connection.execute(bodies.order_by(records.c.position)):
        record = record_of(body, kind)
        found[kind].append(record)
    kept = select(problems.c.body).where(problems.c.reading == number).order_by(problems.c.number)
    unread = tuple(problem_of(body) for body in connection.execute(kept).scalars())
    parts = {name: tuple(listed) for name, listed in found.items()}
    return Reading(document=document, reader=reader, version=version, problems=unread, **parts)


def load_documents(
    connection: Connection, known: str | None = None, wanted: Collection[str] | None = None
) -> Iterator[tuple[Document, int]]:
    """Every document, or these, with the number of the reading that counts, the oldest publication first, those without last."""
    asked = select(readings.c.number, readings.c.document).where(counts(known))
    rows = connection.execute(asked.order_by(DAY == "", DAY, readings.c.document)).all()
    for number in [number for number, document in rows if wanted is None or document in wanted]:
        document = load_document(connection, number)
        if document is not None:
            yield document, number


def load_document(connection: Connection, number: int) -> Document | None:
    """The document as the reading in this row has it; None where it has no source.

    Raises:
        DamageError: what is known of it cannot be read.
    """
    return _document(connection, readings.c.number == number)


def counting(rows: Table) -> FromClause:
    """Readings with their documents, or records with their readings."""
    if rows is readings:
        return documents.join(readings, readings.c.document == documents.c.id)
    return readings.join(records, records.c.reading == readings.c.number)


def _shown() -> FromClause:
    return counting(records).join(documents, documents.c.id == readings.c.document)


def _document(connection: Connection, condition: ColumnElement[bool]) -> Document | None:
    place = (sources.c.location, sources.c.media_type, sources.c.raw_hash, sources.c.extractor)
    asked = (
        select(documents.c.text, readings.c.head, *place)
        .select_from(counting(readings).join(sources, sources.c.reading == readings.c.number))
        .where(condition)
        .order_by(sources.c.number)
        .limit(1)
    )
    row = connection.execute(asked).mappings().first()
    return None if row is None else document_of(row["text"], row["head"], dict(row))


def _only(connection: Connection, rows: Table, key: str, known: str | None) -> str | None:
    """The id that is the key, or the only one among those that count that begins with it."""
    inside = counting(readings if rows is documents else rows)
    begins = (rows.c.id >= key) & (rows.c.id < key + _LAST_SIGN)
    asked = select(rows.c.id).distinct().select_from(inside).where(begins, counts(known)).order_by(rows.c.id).limit(2)
    found = connection.execute(asked).scalars().all() if key else []
    # Ids are of one length, so an id that begins with the whole key and is first is the key itself or a longer one.
    is_clear = len(found) == 1 or (found and found[0] == key)
    return found[0] if is_clear else None


def head_of(row: Row[Any]) -> DocumentHead:
    """A document without its text, out of what `HEAD` names.

    Raises:
        DamageError: what is known of it cannot be read.
    """
    told = row._mapping  # noqa: SLF001 (SQLAlchemy's own name for the row as a mapping)
    try:
        kind, published = DocumentKind(told["document_kind"]), told["published"] and _day(told["published"])
        added_at = datetime.fromisoformat(told["added_at"])
    except ValueError as error:
        raise DamageError(f"what is known of {told['document']} cannot be read: {error}") from error
    return DocumentHead(
        id=told["document"],
        title=told["title"],
        outlet=told["outlet"],
        agency=told["agency"],
        kind=kind,
        published=published or None,
        language=told["language"],
        location=told["location"],
        added_at=added_at,
        counts=MappingProxyType({name: told[name] for name, _ in KINDS}),
    )


def _found(row: Row[Any], search: str | None = None) -> Found:
    told = row._mapping  # noqa: SLF001
    record, words = record_of(told["body"], told["record_kind"]), told["words"]
    matches = matches_in(words, parse_search(search)) if search else ()
    return Found(record=record, document=head_of(row), words=words, matches=matches)


@lru_cache(maxsize=4096)
def _day(written: str) -> When:
    """A day as the codebook has it; many records stand in documents of one day."""
    return When.parse(written)
