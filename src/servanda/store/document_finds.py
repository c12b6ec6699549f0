"""Documents that answer a question, as many as a page shows or as there are. What a single one holds is found in `finds.py`."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Row, Select, false, func, or_, select, union

from servanda.store.databases import IsFound
from servanda.store.filters import document_conditions, page_of
from servanda.store.finds import HEAD, counting, head_of
from servanda.store.outcomes import DocumentHead
from servanda.store.parts import in_parts
from servanda.store.plans import is_rare
from servanda.store.queries import Query
from servanda.store.schema import documents, readings
from servanda.store.searches import Piece, parse_search
from servanda.store.tallies import exact_total


def find_documents(connection: Connection, query: Query) -> tuple[DocumentHead, ...]:
    """The documents that answer the question."""
    # First which ones, then what they are: sorting is many times as fast without what is shown of them.
    asked = page_of(answering(connection, query, readings.c.number), query, of_documents=True)
    numbers = list(connection.execute(asked).scalars())
    shown: dict[int, Row[Any]] = {}
    for part in in_parts(numbers):
        heads = select(readings.c.number, *HEAD).select_from(counting(readings)).where(readings.c.number.in_(part))
        shown.update({row.number: row for row in connection.execute(heads)})
    return tuple(head_of(shown[number]) for number in numbers)


def count_documents(connection: Connection, query: Query) -> int:
    """How many documents answer the question, on all its pages."""
    if (exact := exact_total(connection, "documents", query)) is not None:
        return exact
    number: int = connection.execute(answering(connection, query, func.count())).scalar_one()
    return number


def answering(connection: Connection, query: Query, *told: ColumnElement[Any]) -> Select[Any]:
    """What the readings that count tell of the documents that answer a question."""
    inside, found = _searched(connection, query)
    return select(*told).select_from(inside).where(*document_conditions(query, searched=False), *found)


def _searched(connection: Connection, query: Query) -> tuple[FromClause, tuple[ColumnElement[bool], ...]]:
    """Where documents are looked for, and how what was typed must stand in them: the search leads where it finds little."""
    pieces = parse_search(query.search or "")
    if not pieces:
        return readings, ((false(),) if (query.search or "").strip() else ())
    if all(is_rare(connection, name, pieces) for name in ("documents", "readings")):
        return readings, (_is_led_to(pieces, query),)
    in_text = IsFound(documents.c.number, "documents", pieces, held=True)
    return counting(readings), (or_(in_text, IsFound(readings.c.number, "readings", pieces, held=True)),)


def _is_led_to(pieces: tuple[Piece, ...], query: Query) -> ColumnElement[bool]:
    # Tables of their own: those of the question outside would be taken for the same, and searched row by row.
    texts, read, titled = documents.alias("texts"), readings.alias("read"), readings.alias("titled")
    found = select(texts.c.id).where(IsFound(texts.c.number, "documents", pieces))
    # Of the readings that count now there is an index by their documents.
    now = (read.c.superseded_at.is_(None),) if query.known is None and query.upto is None else ()
    in_texts = select(read.c.number).where(read.c.document.in_(found), *now)
    in_titles = select(titled.c.number).where(IsFound(titled.c.number, "readings", pieces))
    return readings.c.number.in_(union(in_texts, in_titles))
