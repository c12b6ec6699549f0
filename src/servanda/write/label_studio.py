"""Label Studio: tasks with our records as predictions, the labelling interface for them, and the way back.

The form is that of "Import pre-annotated data" and "Label Studio JSON format" in Label Studio's guide
(https://labelstud.io/guide/predictions, https://labelstud.io/guide/task_format): a task has `data`, `predictions` and
`annotations`; a region of a text has `start` and `end`; choices and text areas of a region share its `id`. The editor
counts offsets in code points (`charsToCodePoints` in its `selection-tools.js`), with a line end of two signs as two.

A record's first stretch is a region whose id is the record's; further stretches are regions with `.2`, `.3` behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from errno import ENOTDIR
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from servanda.codebook import KINDS, Document, DocumentId, Reading, RecordId, Span
from servanda.codebook.encoding import decode, encode
from servanda.codebook.keys import key_of
from servanda.store import Judged
from servanda.view.markings import NONE, REFERENCES, Marking, Sheet, fields_of, label_of, markings_of
from servanda.write.parts import PartFile

_KINDS = {label_of(kind): kind for kind, _ in KINDS}
_VERDICTS = ("accept", "reject")


class LabelStudioWriter:
    """Writes a folder with `tasks.json` to import and `interface.xml`, the labelling interface to paste beforehand."""

    title = "Label Studio tasks"
    file_name = "tasks.json"
    media_type = "application/json"

    def __init__(self, out: Path) -> None:
        if out.exists() and not out.is_dir():
            raise NotADirectoryError(ENOTDIR, "it is a file, and tasks are written into a folder", str(out))
        self._tasks = PartFile(out / self.file_name)
        self._interface = PartFile(out / "interface.xml")
        self._interface.stream.write(_interface())
        self._before = "[\n"

    def feed(self, document: Document, reading: Reading) -> None:
        """Write a task for a document."""
        self._tasks.stream.write(self._before + encode(_task(document, reading)).decode())
        self._before = ",\n"

    def feed_judgement(self, judged: Judged) -> None:
        """Pass over it: a task shows the records for a fresh look."""

    def finish(self) -> tuple[Path, ...]:
        """Complete the files."""
        self._tasks.stream.write(("[\n" if self._before == "[\n" else "") + "\n]\n")
        return (self._tasks.finish(), self._interface.finish())

    def discard(self) -> None:
        """Leave no half file."""
        self._tasks.discard()
        self._interface.discard()


def _task(document: Document, reading: Reading) -> dict[str, Any]:
    markings = markings_of(reading)
    about = {"document": document.id, "title": document.title or "", "outlet": document.outlet or ""}
    handed = [marking.record for marking in markings]
    scores = [record.origin.score for record in reading.records()]
    prediction = {
        "model_version": f"{reading.reader} {reading.version}",
        "score": min(scores, default=1.0),
        "result": [part for marking in markings for part in _results(document.text, marking)],
    }
    return {"data": {**about, "records": handed, "text": document.text}, "predictions": [prediction]}


def _results(text: str, marking: Marking) -> Iterator[dict[str, Any]]:
    label, (first, *_) = label_of(marking.kind), marking.spans
    for place, span in enumerate(marking.spans, start=1):
        key = marking.record if place == 1 else f"{marking.record}.{place}"
        value = {"start": span.start, "end": span.end, "text": span.of(text), "labels": [label]}
        yield {"id": key, "from_name": "kind", "to_name": "text", "type": "labels", "value": value}
    ends = {"start": first.start, "end": first.end}
    for slot, choices in fields_of(marking.kind).items():
        if told := marking.fields.get(slot):
            form, held = (
                ("choices", {"choices": [told], "text": first.of(text)}) if choices else ("textarea", {"text": [told]})
            )
            head = {"id": marking.record, "from_name": f"{label}_{slot}", "to_name": "text", "type": form}
            yield {**head, "value": {**ends, **held}}
    for slot, other in marking.references:
        yield {"type": "relation", "from_id": marking.record, "to_id": other, "direction": "right", "labels": [slot]}


def _interface() -> str:
    """The labelling interface: a label a kind, a control for each of its fields, and the verdict."""
    lines = ["<View>", '  <Labels name="kind" toName="text">']
    lines += [f"    <Label value={quoteattr(label)}/>" for label in _KINDS]
    lines += [
        "  </Labels>",
        '  <Text name="text" value="$text" valueType="text" granularity="symbol"/>',
        "  <Relations>",
    ]
    lines += [f"    <Relation value={quoteattr(slot)}/>" for slot in REFERENCES]
    lines += ["  </Relations>"]
    lines += [line for label, kind in _KINDS.items() for line in _controls(label, kind)]
    lines += _choices("verdict", "", _VERDICTS, "")
    lines += ['  <TextArea name="why" toName="text" perRegion="true" placeholder="why"/>', "</View>", ""]
    return "\n".join(lines)


def _controls(label: str, kind: str) -> Iterator[str]:
    only = f' whenTagName="kind" whenLabelValue={quoteattr(label)} visibleWhen="region-selected"'
    for slot, choices in fields_of(kind).items():
        if choices:
            yield from _choices(f"{label}_{slot}", slot, choices, only)
        else:
            place = f"placeholder={quoteattr(slot)}"
            yield f'  <TextArea name={quoteattr(f"{label}_{slot}")} toName="text" perRegion="true" {place} maxSubmissions="1" editable="true"{only}/>'


def _choices(name: str, heading: str, choices: tuple[str, ...], only: str) -> list[str]:
    head = [f'  <View{only}><Header value={quoteattr(heading)} size="6"/></View>'] if heading else []
    begin = f'  <Choices name={quoteattr(name)} toName="text" perRegion="true" choice="single" showInline="true"{only}>'
    return [*head, begin, *(f"    <Choice value={quoteattr(choice)}/>" for choice in choices), "  </Choices>"]


@dataclass(frozen=True)
class _Data:
    text: str = ""
    document: DocumentId = ""
    records: list[RecordId] | None = None


@dataclass(frozen=True)
class _Annotation:
    result: list[dict[str, Any]] = field(default_factory=list)
    was_cancelled: bool = False
    completed_by: int | str | dict[str, Any] = ""
    updated_at: datetime | None = None
    created_at: datetime | None = None


@dataclass(frozen=True)
class _Task:
    data: _Data
    annotations: list[_Annotation]


def is_label_studio(tree: object) -> bool:
    """Whether JSON is a task."""
    return isinstance(tree, dict) and "data" in tree and "annotations" in tree


def parse_label_studio(tree: dict[str, Any], location: str) -> tuple[Sheet, ...]:
    """What people left in a task of a JSON export, a sheet for each annotation that was not skipped.

    Raises:
        ValueError: the task is not of that form.
    """
    task = decode(encode(tree), _Task)
    return tuple(_sheet(task.data, one, location) for one in task.annotations if not one.was_cancelled)


def _sheet(data: _Data, annotation: _Annotation, location: str) -> Sheet:
    regions: dict[str, list[dict[str, Any]]] = {}
    for part in annotation.result:
        if isinstance(key := part.get("id"), str) and part.get("type") != "relation":
            regions.setdefault(_record(key), []).append(part)
    markings = {key: _marking(key, parts) for key, parts in regions.items()}
    return Sheet(
        document=key_of("d", data.text) if data.text else data.document,
        markings=tuple(marking for marking in markings.values() if marking),
        handed=None if data.records is None else frozenset(data.records),
        by=_name(annotation.completed_by),
        at=annotation.updated_at or annotation.created_at,
        location=location,
        strays=tuple(f"region {key}" for key, marking in markings.items() if marking is None),
    )


def _record(key: str) -> str:
    head, dot, place = key.rpartition(".")
    return head if dot and place.isdecimal() else key


def _marking(key: str, parts: list[dict[str, Any]]) -> Marking | None:
    """A record out of the parts that share its id; None for one without a label of ours."""
    told = {str(part.get("from_name")): _told(part) for part in parts if part.get("type") != "labels"}
    labelled = [decode(encode(part.get("value")), _Region) for part in parts if part.get("type") == "labels"]
    kinds = {_KINDS[label] for region in labelled for label in region.labels if label in _KINDS}
    if len(kinds) != 1:
        return None
    (kind,) = kinds
    return Marking(
        kind=kind,
        spans=tuple(sorted({Span(region.start, region.end) for region in labelled})),
        record=key,
        fields=_fields(kind, told),
        shown=frozenset(fields_of(kind)),
        verdict=told.get("verdict", ""),
        why=told.get("why", ""),
    )


def _fields(kind: str, told: Mapping[str, str]) -> Mapping[str, str]:
    named = {slot: told.get(f"{label_of(kind)}_{slot}", "") for slot in fields_of(kind)}
    return {slot: value for slot, value in named.items() if value and value != NONE}


@dataclass(frozen=True)
class _Region:
    start: int
    end: int
    labels: list[str]


def _told(part: Mapping[str, Any]) -> str:
    """What a choice or a text area says; the last of several texts, since an edited one is added behind."""
    value = part.get("value")
    held = (value.get("choices") or value.get("text")) if isinstance(value, dict) else None
    return str(held[-1]).strip() if isinstance(held, list) and held else str(held or "").strip()


def _name(person: int | str | dict[str, Any]) -> str:
    return str(person.get("email") or person.get("id") or "") if isinstance(person, dict) else str(person)
