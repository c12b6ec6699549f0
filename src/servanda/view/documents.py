"""The documents of the ledger as a list, and one document with its records."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from servanda.codebook import Document, DocumentId, Problem, Reading, RecordId, Spans
from servanda.store import DocumentHead, Ledger, Query
from servanda.store.searches import matches_in, parse_search
from servanda.view.cards import NOUNS, Card, by_kind, cards_of, highlights_of, slot_highlights
from servanda.view.filters import Filter, filters_of
from servanda.view.highlights import MATCHES, Highlight, Paragraph, paragraphs_of
from servanda.view.moments import of_one_moment
from servanda.view.names import Names, names_in
from servanda.view.pagings import Paging, paging_of, settled_on
from servanda.view.passages import Passage, passages_of
from servanda.view.sources import Fact, Source, facts_of, source_of

_MOST_MATCHES = 3
"""Stretches that were searched for whose sentences stand in the list of documents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A document in the list.

    Attributes:
        source: the document in one line.
        kind: what sort of text it is.
        location: where it was found.
        counts: how many records of each kind were read in it.
        passages: the first sentences with what was searched for; none without a search, or where only the title has it.
    """

    source: Source
    kind: str
    location: str
    counts: tuple[tuple[str, int], ...]
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsPage(Paging):
    """The list of documents.

    Attributes:
        rows: the documents.
        filters: what the page can be narrowed by, and is.
    """

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


@of_one_moment
def document_page(
    ledger: Ledger, document_id: DocumentId, focus: RecordId = "", search: str = ""
) -> DocumentPage | None:
    """One document with its records, or None where the ledger has no such document.

    Args:
        ledger: the ledger.
        document_id: id of the document, or the beginning of one that no other shares.
        focus: id of a record whose single fields are to be marked too.
        search: words and "exact phrases" that are to be marked.
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
        paragraphs=paragraphs_of(
            document.text, (*_highlights(document, reading, focus), *_matches(document.text, search))
        ),
        cards=tuple(card for card in cards if card.kind != "actors"),
        actors=tuple(card for card in cards if card.kind == "actors"),
        counts=by_kind(cards),
        focus=focus,
        problems=_problems(ledger, document.id, reading),
        reader=f"{reading.reader} {reading.version}" if reading else "",
        text_hash=text_hash(document.text),
        raw_hash=document.raw_hash,
    )


@of_one_moment
def documents_page(ledger: Ledger, query: Query) -> DocumentsPage:
    """One page of the list of documents."""
    query, upto = settled_on(ledger, query)
    heads = ledger.find_documents(query)
    filters, survey = filters_of(ledger, "documents", query, Names())
    matches = ledger.find_matches(query, [head.id for head in heads])
    return DocumentsPage(
        rows=tuple(_row(head, matches.get(head.id)) for head in heads),
        filters=filters,
        **paging_of(query, heads, survey.total, more=survey.more, upto=upto),
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


def _matches(text: str, search: str) -> Iterator[Highlight]:
    for span in matches_in(text, parse_search(search)):
        yield Highlight(span=span, kind=MATCHES)


def _problems(ledger: Ledger, document: DocumentId, reading: Reading | None) -> tuple[Problem, ...]:
    read = reading.problems if reading else ()
    taken_in = (problem for problem in ledger.find_problems() if problem.document == document)
    return tuple({problem.id: problem for problem in (*read, *taken_in)}.values())


def _row(head: DocumentHead, found: tuple[str, Spans] | None) -> DocumentRow:
    text, spans = found or ("", ())
    return DocumentRow(
        source=source_of(head),
        kind=head.kind,
        location=head.location,
        counts=tuple((kind, head.counts.get(kind, 0)) for kind in NOUNS if kind != "actors"),
        passages=passages_of(text, spans[:_MOST_MATCHES], [Highlight(span=span, kind=MATCHES) for span in spans]),
    )
