"""No span, no cell: whether everything that a reading says stands in its document's text.

Records cannot be made without spans; what they cannot see by themselves is the text that the spans point into and the
other records that they refer to. Whether the words mean what the record says is not judged here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from servanda.codebook.assessments import NARRATOR, Assessment
from servanda.codebook.cells import cells_of
from servanda.codebook.commitments import Commitment
from servanda.codebook.documents import Document
from servanda.codebook.problems import Problem
from servanda.codebook.readings import KINDS, Reading, Record
from servanda.codebook.slots import Slot
from servanda.codebook.spans import Span, words_of
from servanda.codebook.statements import Statement

_ACTORS = ("debtors", "creditors", "speakers", "participants", "parties")
_LINKS = (("occasion", "occasions"), ("instrument", "instruments"), ("statement", "statements"))

_STATE = re.compile(r"[A-Z]{3}")

_Known = Mapping[str, frozenset[str]]


def ungrounded(document: Document, reading: Reading) -> Iterator[Problem]:
    """Everything in a reading that its document does not bear, in the order of the records.

    Yields:
        `ungrounded` for a span outside the text or without words, a stated field without a span, and words that do not
        stand at their spans; `dangling` for a reference to an actor or record that the reading does not have.
    """
    if reading.document != document.id:
        yield _fault(document, "dangling", f"the reading is of {reading.document}, not of this document")
    yield from _document_faults(document)
    known = _known(reading)
    for record in reading.records():
        yield from _span_faults(document, record)
        yield from _word_faults(document, record)
        yield from _link_faults(document, record, known)
    for identity, times in Counter(record.id for record in reading.records()).items():
        if times > 1:
            yield _fault(document, "dangling", f"{times} records are one and the same, {identity}")
    for problem in reading.problems:
        if problem.span is not None and problem.span.end > len(document.text):
            yield _outside(document, f"problem {problem.id}", problem.span)


def _document_faults(document: Document) -> Iterator[Problem]:
    for span in document.furniture:
        yield from _stretch_faults(document, "the document, furniture", span)
    for ground in document.grounds:
        if ground.span is not None:
            yield from _stretch_faults(document, f"the document, {ground.field}", ground.span)


def _span_faults(document: Document, record: Record) -> Iterator[Problem]:
    for cell in cells_of(record):
        where = f"{record.id}, {cell.slot}"
        if cell.value is not None and not cell.spans:
            yield _fault(document, "ungrounded", f"{where}: a value without a span")
        for span in cell.spans:
            yield from _stretch_faults(document, where, span)
    if isinstance(record, Commitment):
        for quantity in record.quantities.value or ():
            yield from _stretch_faults(
                document, f"{record.id}, quantity {quantity.value} {quantity.unit}", quantity.span
            )


def _stretch_faults(document: Document, where: str, span: Span) -> Iterator[Problem]:
    if span.end > len(document.text):
        yield _outside(document, where, span)
    elif not span.of(document.text).strip():
        yield _fault(document, "ungrounded", f"{where}: no words stand at {span.start}-{span.end}", span)


def _word_faults(document: Document, record: Record) -> Iterator[Problem]:
    """Words that a record repeats must be those at its spans, blanks and ellipses apart."""
    if isinstance(record, Statement | Assessment) and _bare(record.words) != _bare(
        words_of(document.text, record.spans)
    ):
        yield _fault(document, "ungrounded", f"{record.id}: its words do not stand at its spans", record.spans[0])


def _link_faults(document: Document, record: Record, known: _Known) -> Iterator[Problem]:
    if record.document != document.id:
        yield _fault(document, "dangling", f"{record.id} is a record of {record.document}")
    for name in _ACTORS:
        spoken = name == "speakers" and isinstance(record, Assessment)
        allowed = known["ids"] | {NARRATOR} if spoken else known["ids"]
        yield from _missing(document, record, name, _value(record, name) or (), allowed)
    for name, kind in _LINKS:
        value = _value(record, name)
        yield from _missing(document, record, name, () if value is None else (value,), known[kind])
    if isinstance(record, Assessment):
        yield from _missing(document, record, "target", record.target.value or (), known["ids"] | known["instruments"])
    if isinstance(record, Commitment) and record.exchange.value:
        exchange = record.exchange.value
        yield from _missing(document, record, "exchange", exchange.commitments, known["commitments"] - {record.id})
        yield from _missing(document, record, "exchange", exchange.asserted_by, known["ids"] | {NARRATOR})


def _missing(
    document: Document, record: Record, slot: str, wanted: tuple[str, ...], known: frozenset[str]
) -> Iterator[Problem]:
    for reference in wanted:
        # A state may be bound by an adjective alone ("a Kenyan pledge"), which is no mention; its slot has the word.
        if reference not in known and not _STATE.fullmatch(reference):
            message = f"{record.id}, {slot}: the reading has no {reference}"
            yield _fault(document, "dangling", message, record.spans[0])


def _known(reading: Reading) -> _Known:
    """The ids of the reading's records, kind by kind, and under `ids` those of its actors."""
    by_kind = {name: frozenset(record.id for record in getattr(reading, name)) for name, _ in KINDS}
    return {**by_kind, "ids": frozenset(actor.actor for actor in reading.actors)}


def _value(record: Record, name: str) -> Any:
    held = getattr(record, name, None)
    return held.value if isinstance(held, Slot) else None


def _bare(words: str) -> str:
    return "".join(words.replace("…", "").split())


def _outside(document: Document, where: str, span: Span) -> Problem:
    message = f"{where}: {span.start}-{span.end} lies outside the text, which ends at {len(document.text)}"
    return _fault(document, "ungrounded", message, span)


def _fault(document: Document, code: str, message: str, span: Span | None = None) -> Problem:
    return Problem(code=code, message=message, location=document.location, document=document.id, span=span)
