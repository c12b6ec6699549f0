"""A record as a tool for annotation shows it: stretches of a text with a label, and fields written as text.

The same form goes out to the tools and comes back from them, so that what a person changed there is what differs.
Fields that are nothing but words, and those that name other records, are no fields here: the first are the stretches,
the second the references. How a tool writes it down is said in `write`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from servanda.codebook import KINDS, DocumentId, Exchange, Reading, Record, RecordId, Spans
from servanda.codebook.cells import Cell, cells_of, written
from servanda.codebook.vocabulary import Term
from servanda.view.judging import values_of

NONE = "none"
"""How a field that the text leaves open is written."""

REFERENCES = ("statement", "instrument", "occasion", "exchange", "target")
"""The fields that name other records of the document; `target` does so only where it is an instrument."""

_WORDS = frozenset({"span", "content", "cue", "condition", "wording", "mentions"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Marking:
    """One record in a tool.

    Attributes:
        kind: plural name of its kind.
        spans: its stretches.
        record: its id; empty where the tool has not kept it.
        fields: each field that says something, as the codebook writes it.
        words: the stretches of each field.
        references: fields that name other records, with the ids of these.
        shown: the fields that the tool shows, in which a difference is a correction.
        verdict: `accept` or `reject`, where a person said so; else empty.
        why: their reason in words.
    """

    kind: str
    spans: Spans
    record: RecordId = ""
    fields: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    words: Mapping[str, Spans] = field(default_factory=lambda: MappingProxyType({}))
    references: tuple[tuple[str, RecordId], ...] = ()
    shown: frozenset[str] = frozenset()
    verdict: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One document as one person left it in a tool.

    Attributes:
        document: the document's id.
        markings: what is marked in it.
        handed: ids of the records that the tool was given; None where the file does not say.
        by: who annotated, as the tool names them; empty where it does not.
        at: when, where the tool says.
        location: the file.
        strays: what else is marked and belongs to no record, in words.
    """

    document: DocumentId
    markings: tuple[Marking, ...]
    handed: frozenset[RecordId] | None = None
    by: str = ""
    at: datetime | None = None
    location: str = ""
    strays: tuple[str, ...] = ()


def markings_of(reading: Reading) -> tuple[Marking, ...]:
    """Every record of a reading as a tool is to show it, kind by kind."""
    ids = frozenset(record.id for record in reading.records())
    return tuple(_marking(kind, record, ids) for kind, _ in KINDS for record in getattr(reading, kind))


def fields_of(kind: str) -> Mapping[str, tuple[str, ...]]:
    """The fields of a kind that a tool shows, each with the words that it may take; none for a field of free text."""
    return {slot: _choices(made) for slot, made in values_of(kind).items() if _is_shown(slot)}


def label_of(kind: str) -> str:
    """The name of one record of this kind: `commitment`."""
    return kind.removesuffix("s")


def _marking(kind: str, record: Record, ids: frozenset[RecordId]) -> Marking:
    cells = [cell for cell in cells_of(record) if _is_shown(cell.slot)]
    return Marking(
        kind=kind,
        spans=tuple(sorted(set(record.spans))),
        record=record.id,
        fields={cell.slot: told for cell in cells if (told := written(cell.value))},
        words={cell.slot: cell.spans for cell in cells if cell.spans},
        references=tuple(_references(record, ids)),
        shown=frozenset(cell.slot for cell in cells),
    )


def _references(record: Record, ids: frozenset[RecordId]) -> Iterator[tuple[str, RecordId]]:
    for cell in cells_of(record):
        if cell.slot in REFERENCES:
            yield from ((cell.slot, key) for key in _named(cell) if key in ids)


def _named(cell: Cell) -> tuple[str, ...]:
    if isinstance(cell.value, Exchange):
        return cell.value.commitments
    return cell.value if isinstance(cell.value, tuple) else (cell.value,)


def _is_shown(slot: str) -> bool:
    return slot not in _WORDS and (slot not in REFERENCES or slot == "target")


def _choices(made: type | None) -> tuple[str, ...]:
    return tuple(word.value for word in made) if made is not None and issubclass(made, Term) else ()
