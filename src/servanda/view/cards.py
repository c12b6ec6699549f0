"""The records of one document as cards, and as highlights in its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from servanda.codebook import KINDS, Document, Reading, Record, RecordId
from servanda.codebook.cells import cells_of
from servanda.codebook.spans import words_of
from servanda.codebook.vocabulary import Known
from servanda.view.fields import Field, fields_of, manners_of
from servanda.view.highlights import FURNITURE, Highlight
from servanda.view.names import Names

NOUNS = {
    "actors": "actor",
    "statements": "statement",
    "occasions": "occasion",
    "instruments": "instrument",
    "commitments": "commitment",
    "assessments": "assessment",
}
"""The singular of each kind."""

_LETTERS = {
    "actors": "n",
    "statements": "s",
    "occasions": "o",
    "instruments": "i",
    "commitments": "c",
    "assessments": "a",
}
_ON_CARD = {
    "actors": ("actor", "kind", "office"),
    "statements": ("speakers", "mode"),
    "occasions": ("kind", "participants", "date", "place", "status"),
    "instruments": ("kind", "parties", "date", "status"),
    "commitments": ("debtors", "creditors", "act", "object", "quantities", "deadline", "firmness"),
    "assessments": ("speakers", "about", "target", "valence"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A record beside its document.

    Attributes:
        id: the record's id.
        kind: plural name of its kind.
        noun: singular name of its kind.
        label: its short name on the page: a letter for the kind and a number in the order of the text.
        words: the words it rests on.
        fields: its main fields, without those that the text leaves open.
        stretches: on how many stretches of the text it rests.
    """

    id: RecordId
    kind: str
    noun: str
    label: str
    words: str
    fields: tuple[Field, ...]
    stretches: int


def kind_of(record: Record) -> str:
    """The plural name of a record's kind."""
    return next(name for name, type_ in KINDS if isinstance(record, type_))


def labels_of(reading: Reading) -> dict[RecordId, str]:
    """Short names for the records of a document: `c1` is the first commitment of the text."""
    found: dict[RecordId, str] = {}
    for kind, letter in _LETTERS.items():
        ordered = sorted(getattr(reading, kind), key=_place)
        found |= {record.id: f"{letter}{number}" for number, record in enumerate(ordered, 1)}
    return found


def cards_of(document: Document, reading: Reading, names: Names) -> tuple[Card, ...]:
    """All records of a document as cards, in the order of the text."""
    labels = labels_of(reading)
    ordered = sorted(reading.records(), key=_place)
    return tuple(card_of(record, labels[record.id], document.text, names) for record in ordered)


def card_of(record: Record, label: str, text: str, names: Names) -> Card:
    """One record as a card."""
    kind = kind_of(record)
    evidence = words_of(text, record.spans)
    fields = fields_of(record, manners_of(kind, *_ON_CARD[kind]), text, names, evidence=evidence)
    return Card(
        id=record.id,
        kind=kind,
        noun=NOUNS[kind],
        label=label,
        words=words_of(text, record.spans[:3]),
        fields=tuple(field for field in fields if field.known is not Known.UNSTATED),
        stretches=len(record.spans),
    )


def highlights_of(document: Document, reading: Reading) -> Iterator[Highlight]:
    """The furniture of a document and every stretch of its records."""
    for span in document.furniture:
        yield Highlight(span=span, kind=FURNITURE)
    labels = labels_of(reading)
    for record in reading.records():
        yield from record_highlights(record, labels[record.id])


def record_highlights(record: Record, label: str = "") -> Iterator[Highlight]:
    """The stretches that one record rests on."""
    kind = kind_of(record)
    for number, span in enumerate(record.spans, 1):
        yield Highlight(span=span, kind=kind, record=record.id, stretch=number, label=label)


def slot_highlights(record: Record) -> Iterator[Highlight]:
    """The words of each field of one record, but of those that rest on the record's own words."""
    for cell in cells_of(record):
        spans = cell.spans if cell.spans != record.spans else ()
        for number, span in enumerate(spans, 1):
            yield Highlight(span=span, kind="slots", record=record.id, slot=cell.slot, stretch=number)


def by_kind(cards: Iterable[Card]) -> tuple[tuple[str, int], ...]:
    """How many cards there are of each kind, in the order of the codebook."""
    kinds = [card.kind for card in cards]
    return tuple((name, kinds.count(name)) for name, _ in KINDS if name in kinds)


def _place(record: Record) -> tuple[int, int, str]:
    return record.spans[0].start, -record.spans[-1].end, record.id
