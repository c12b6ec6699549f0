"""The documents of the ledger as a list, and one document with its records."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from servanda.codebook import Document, DocumentId, Problem, Reading, RecordId
from servanda.store import DocumentHead, Ledger, Query
from servanda.view.cards import NOUNS, Card, by_kind, cards_of, highlights_of, slot_highlights
from servanda.view.filters import Filter, filters_of
from servanda.view.highlights import Highlight, Paragraph, paragraphs_of
from servanda.view.names import Names, names_in
from servanda.view.sources import Fact, Source, facts_of, source_of


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A document in the list.

    Attributes:
        source: the document in one line.
        kind: what sort of text it is.
        location: where it was found.
        counts: how many records of each kind were read in it.
    """

    source: Source
    kind: str
    location: str
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsPage:
    """The list of documents.

    Attributes:
        total: how many documents the filters leave.
        first: number of the first one shown; 0 where there is none.
        last: number of the last one shown.
        number: number of this page, from 1 on.
        pages: how many pages there are, at least 1.
        rows: the documents.
        filters: what the page can be narrowed by, and is.
    """

    total: int
    first: int
    last: int
    number: int
    pages: int
    rows: tuple[DocumentRow, ...]
    filters: tuple[Filter, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPage:
    """One document with its records.

    Attributes:
        source: the document in one line.
        language: ISO 639-1 code of its text; empty where unknown.
        facts: what is known about it, and from where.
        paragraphs: its text, exactly as ingested, cut where records begin and end.
        cards: its records but the actors, in the order of the text.
        actors: the actors it mentions, in the order of the text.
        counts: how many records of each kind it has.
        focus: id of the record whose fields are marked in the text; empty for none.
        problems: what could not be read in it, and what was odd when it was taken in.
        reader: name and version of the reader; empty where nobody read it.
        text_hash: SHA-256 of its text as UTF-8.
        raw_hash: SHA-256 of the source's bytes.
    """

    source: Source
    language: str
    facts: tuple[Fact, ...]
    paragraphs: tuple[Paragraph, ...]
    cards: tuple[Card, ...]
    actors: tuple[Card, ...]
    counts: tuple[tuple[str, int], ...]
    focus: RecordId
    problems: tuple[Problem, ...]
    reader: str
    text_hash: str
    raw_hash: str


def document_page(ledger: Ledger, document_id: DocumentId, focus: RecordId = "") -> DocumentPage | None:
    """One document with its records, or None where the ledger has no such document.

    Args:
        ledger: the ledger.
        document_id: id of the document, or the beginning of one that no other shares.
        focus: id of a record whose single fields are to be marked too.
    """
    document = ledger.find_document(document_id)
    if document is None:
        return None
    reading = ledger.find_reading(document.id)
    cards = cards_of(document, reading, names_in(ledger)) if reading else ()
    return DocumentPage(
        source=source_of(document),
        language=document.language or "",
        facts=facts_of(document, ledger.find_locations(document.id)),
        paragraphs=paragraphs_of(document.text, _highlights(document, reading, focus)),
        cards=tuple(card for card in cards if card.kind != "actors"),
        actors=tuple(card for card in cards if card.kind == "actors"),
        counts=by_kind(cards),
        focus=focus,
        problems=_problems(ledger, document.id, reading),
        reader=f"{reading.reader} {reading.version}" if reading else "",
        text_hash=text_hash(document.text),
        raw_hash=document.raw_hash,
    )


def documents_page(ledger: Ledger, query: Query) -> DocumentsPage:
    """One page of the list of documents."""
    heads = ledger.find_documents(query)
    total = ledger.count_documents(query)
    return DocumentsPage(
        total=total,
        first=query.offset + 1 if heads else 0,
        last=query.offset + len(heads),
        number=query.offset // query.limit + 1,
        pages=max(1, -(-total // query.limit)),
        rows=tuple(_row(head) for head in heads),
        filters=filters_of(ledger, "documents", query, Names()),
    )


def text_hash(text: str) -> str:
    """SHA-256 of a text as UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _highlights(document: Document, reading: Reading | None, focus: RecordId) -> tuple[Highlight, ...]:
    if reading is None:
        return tuple(Highlight(span=span, kind="furniture") for span in document.furniture)
    focused = next((record for record in reading.records() if record.id == focus), None)
    slots = tuple(slot_highlights(focused)) if focused else ()
    return (*highlights_of(document, reading), *slots)


def _problems(ledger: Ledger, document: DocumentId, reading: Reading | None) -> tuple[Problem, ...]:
    read = reading.problems if reading else ()
    taken_in = (problem for problem in ledger.find_problems() if problem.document == document)
    return tuple({problem.id: problem for problem in (*read, *taken_in)}.values())


def _row(head: DocumentHead) -> DocumentRow:
    return DocumentRow(
        source=source_of(head),
        kind=head.kind,
        location=head.location,
        counts=tuple((kind, head.counts.get(kind, 0)) for kind in NOUNS if kind != "actors"),
    )
