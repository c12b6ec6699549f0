"""doccano: one line of JSON a document with its records as entities and relations, and the way back.

The form is doccano's JSONL for sequence labelling with relations (`relation_extraction/example.jsonl` among its own
examples; https://doccano.github.io/doccano/): `entities` have `id`, `start_offset`, `end_offset` and `label`, `relations`
`from_id`, `to_id` and `type`; other names on the line are kept as the document's metadata and come back. A project
counts offsets as JavaScript does, in units of UTF-16, unless "Count grapheme clusters as one character" is ticked,
which must stay off (https://github.com/doccano/doccano/issues/2290).

An entity has a label and no fields. A record's first stretch is labelled with its kind, such as `commitment`; a field
that takes one of the codebook's words is an entity of its own on that field's words, labelled `act: invest`, with a
relation `act` from the record. Further stretches of a record are tied to the first by a relation `part`. A person says
`accept` or `reject` by an entity so labelled, tied to the record by a relation `verdict` or on the very words of its
first stretch. doccano gives entities new numbers, so a record is known again by its kind and its stretches.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from servanda.codebook import KINDS, Document, DocumentId, Reading, RecordId, Span
from servanda.codebook.encoding import decode, encode
from servanda.codebook.keys import key_of
from servanda.store import Judged
from servanda.view.markings import Marking, Sheet, fields_of, label_of, markings_of
from servanda.write.offsets import Utf16
from servanda.write.parts import PartFile

_KINDS = {label_of(kind): kind for kind, _ in KINDS}
_VERDICTS = ("accept", "reject")
_PART, _VERDICT = "part", "verdict"


class DoccanoWriter:
    """Writes JSON lines into one file, `doccano.jsonl` where a folder is given."""

    title = "doccano JSON lines"
    file_name = "doccano.jsonl"
    media_type = "application/jsonl"

    def __init__(self, out: Path) -> None:
        self._file = PartFile(out / self.file_name if out.is_dir() else out)

    def feed(self, document: Document, reading: Reading) -> None:
        """Write the line of a document."""
        self._file.stream.write(encode(_line(document, reading)).decode() + "\n")

    def feed_judgement(self, judged: Judged) -> None:
        """Pass over it: the file shows the records for a fresh look."""

    def finish(self) -> tuple[Path, ...]:
        """Complete the file."""
        return (self._file.finish(),)

    def discard(self) -> None:
        """Leave no half file."""
        self._file.discard()


def _line(document: Document, reading: Reading) -> dict[str, Any]:
    units, markings = Utf16(document.text), markings_of(reading)
    entities: list[dict[str, Any]] = []
    relations: list[dict[str, Any]] = []

    def entity(span: Span, label: str) -> int:
        start, end = units.units(span.start), units.units(span.end)
        entities.append({"id": len(entities), "start_offset": start, "end_offset": end, "label": label})
        return len(entities) - 1

    def relation(one: int, kind: str, other: int) -> None:
        relations.append({"id": len(relations), "from_id": one, "to_id": other, "type": kind})

    firsts = {marking.record: entity(marking.spans[0], label_of(marking.kind)) for marking in markings}
    for marking in markings:
        for span in marking.spans[1:]:
            relation(firsts[marking.record], _PART, entity(span, label_of(marking.kind)))
        for slot, span in _fields(marking):
            relation(firsts[marking.record], slot, entity(span, f"{slot}: {marking.fields[slot]}"))
        for slot, other in marking.references:
            relation(firsts[marking.record], slot, firsts[other])
    about = {"document": document.id, "title": document.title or "", "records": list(firsts)}
    return {"text": document.text, **about, "entities": entities, "relations": relations}


def _fields(marking: Marking) -> Iterator[tuple[str, Span]]:
    """The fields that take one of the codebook's words, each with the first of its own words."""
    for slot, choices in fields_of(marking.kind).items():
        if choices and slot in marking.fields and marking.words.get(slot):
            yield slot, marking.words[slot][0]


@dataclass(frozen=True)
class _Entity:
    id: int
    start_offset: int
    end_offset: int
    label: str


@dataclass(frozen=True)
class _Relation:
    from_id: int
    to_id: int
    type: str


@dataclass(frozen=True)
class _Line:
    entities: list[_Entity]
    text: str = ""
    data: str = ""
    document: DocumentId = ""
    records: list[RecordId] | None = None
    relations: list[_Relation] = field(default_factory=list)


def is_doccano(tree: object) -> bool:
    """Whether the JSON of a line is a document with entities."""
    return isinstance(tree, dict) and "entities" in tree and ("text" in tree or "data" in tree)


def parse_doccano(tree: dict[str, Any], location: str) -> Sheet:
    """What a person left on one line of an export.

    Raises:
        ValueError: the line is not of that form.
    """
    line = decode(encode(tree), _Line)
    text = line.text or line.data
    units = Utf16(text)
    entities = {one.id: one for one in line.entities}
    verdicts = [*_verdicts(line.entities), *line.relations]
    tied = [relation for relation in verdicts if {relation.from_id, relation.to_id} <= entities.keys()]
    used = {relation.to_id for relation in tied if _belongs(relation, entities[relation.to_id])}
    heads = [one for one in line.entities if one.label in _KINDS and one.id not in used]
    return Sheet(
        document=key_of("d", text) if text else line.document,
        markings=tuple(
            _marking(one, [relation for relation in tied if relation.from_id == one.id], entities, units)
            for one in heads
        ),
        handed=None if line.records is None else frozenset(line.records),
        location=location,
        strays=tuple(
            f"“{_span(one, units).of(text)}” as {one.label}"
            for one in line.entities
            if one.label not in _KINDS and one.id not in used
        ),
    )


def _marking(one: _Entity, tied: list[_Relation], entities: dict[int, _Entity], units: Utf16) -> Marking:
    parts = [one, *(entities[relation.to_id] for relation in tied if relation.type == _PART)]
    fields = dict(told for relation in tied if (told := _told(relation, entities[relation.to_id])))
    said = {entities[relation.to_id].label for relation in tied if relation.type == _VERDICT}
    return Marking(
        kind=_KINDS[one.label],
        spans=tuple(sorted({_span(part, units) for part in parts})),
        fields=fields,
        shown=frozenset(fields),
        verdict=said.pop() if len(said) == 1 else "",
    )


def _verdicts(entities: list[_Entity]) -> Iterator[_Relation]:
    """A verdict on the very words of one record belongs to it, tied or not."""
    for one in entities:
        if one.label in _VERDICTS:
            place = (one.start_offset, one.end_offset)
            heads = [
                head.id for head in entities if head.label in _KINDS and (head.start_offset, head.end_offset) == place
            ]
            if len(heads) == 1:
                yield _Relation(heads[0], one.id, _VERDICT)


def _belongs(relation: _Relation, entity: _Entity) -> bool:
    """Whether an entity is a part, a field or a verdict of the record that it is tied to."""
    if relation.type == _PART:
        return entity.label in _KINDS
    return entity.label in _VERDICTS if relation.type == _VERDICT else _told(relation, entity) is not None


def _told(relation: _Relation, entity: _Entity) -> tuple[str, str] | None:
    """The field and the value that an entity tied to a record says."""
    slot, colon, value = entity.label.partition(": ")
    return (slot, value) if colon and slot == relation.type else None


def _span(entity: _Entity, units: Utf16) -> Span:
    return Span(units.place(entity.start_offset), units.place(entity.end_offset))
