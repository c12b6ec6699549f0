"""INCEpTION: a UIMA CAS in JSON for each document, the layers for it, and the way back.

The form is "JSON serialization of the Apache UIMA CAS" as Apache UIMA publishes it with its reader and writer
(https://github.com/apache/uima-uimaj-io-jsoncas, README and SPECIFICATION, format 0.4), which INCEpTION calls "UIMA CAS
JSON 0.4.0": `%TYPES`, `%FEATURE_STRUCTURES`, `%VIEWS`; `@` before a feature that names another structure; arrays as
structures of their own; `begin` and `end` in units of UTF-16, as Java counts.

Each kind of record is a span layer (`webanno.custom.Commitment`) with the kind's fields as features of text, and with
`record`, `verdict` and `why`. Further stretches of a record have its `record` and a `part`, and nothing else. Fields
that name other records are link features, since INCEpTION's relation layers tie spans of one layer only. Its layers are
not made by the texts: `layers.xml`, a UIMA type system, is imported among the layers of the project first.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from errno import ENOTDIR
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from servanda.codebook import KINDS, Document, Reading, RecordId, Span
from servanda.codebook.keys import key_of
from servanda.store import Judged
from servanda.view.markings import NONE, REFERENCES, Marking, Sheet, fields_of, label_of, markings_of
from servanda.write.offsets import Utf16
from servanda.write.parts import PartFile, PartFiles

_LAYER = "webanno.custom."
_TEXT, _ARRAY, _TOP, _SPAN = "uima.cas.String", "uima.cas.FSArray", "uima.cas.TOP", "uima.tcas.Annotation"
_OWN = ("record", "part", "verdict", "why")
_SOFA, _DOCUMENT = 1, 2
_LAYERS = {_LAYER + label_of(kind).capitalize(): kind for kind, _ in KINDS}
_LINKS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "statements": (("occasion", "occasions"),),
    "commitments": (("statement", "statements"), ("instrument", "instruments"), ("exchange", "commitments")),
    "assessments": (("target", "instruments"),),
}
"""The link features of a layer, each with the kind that it leads to."""


class InceptionWriter(PartFiles):
    """Writes a folder with a JSON file a document, named by its id, and `layers.xml`."""

    title = "UIMA CAS JSON"
    file_name = "DOCUMENT.json"
    media_type = "application/json"

    def __init__(self, out: Path) -> None:
        if out.exists() and not out.is_dir():
            raise NotADirectoryError(ENOTDIR, "it is a file, and a folder is written", str(out))
        self._out = out
        self._files = [PartFile(out / "layers.xml")]
        self._files[0].stream.write(_layers_xml())

    def feed(self, document: Document, reading: Reading) -> None:
        """Write the CAS of a document."""
        file = PartFile(self._out / f"{document.id}.json")
        self._files.append(file)
        # The order of keys is part of the form, so they are not sorted here.
        file.stream.write(json.dumps(_cas(document, reading), ensure_ascii=False, separators=(",", ":")) + "\n")
        file.stream.close()

    def feed_judgement(self, judged: Judged) -> None:
        """Pass over it: the layers show the records for a fresh look."""


def _cas(document: Document, reading: Reading) -> dict[str, Any]:
    text, units = document.text, Utf16(document.text)
    sofa = {"sofaNum": 1, "sofaID": "_InitialView", "mimeType": "text/plain", "sofaString": text}
    whole = {
        "@sofa": _SOFA,
        "begin": 0,
        "end": units.units(len(text)),
        "language": document.language or "x-unspecified",
    }
    structures: list[dict[str, Any]] = [
        {"%ID": _SOFA, "%TYPE": "uima.cas.Sofa", **sofa},
        {"%ID": _DOCUMENT, "%TYPE": "uima.tcas.DocumentAnnotation", **whole},
    ]
    members = [_DOCUMENT]
    firsts: dict[RecordId, dict[str, Any]] = {}
    markings = markings_of(reading)
    for marking in markings:
        for part, span in enumerate(marking.spans, start=1):
            place = {"@sofa": _SOFA, "begin": units.units(span.start), "end": units.units(span.end)}
            said = _said(marking) if part == 1 else {"record": marking.record, "part": str(part)}
            members.append(len(structures) + 1)
            structure = {"%ID": members[-1], "%TYPE": _layer_of(marking.kind), **place, **said}
            structures.append(structure)
            firsts.setdefault(marking.record, structure)
    for marking in markings:
        _link(marking, firsts, structures)
    views = {"_InitialView": {"%SOFA": _SOFA, "%MEMBERS": members}}
    return {"%TYPES": _types(), "%FEATURE_STRUCTURES": structures, "%VIEWS": views}


def _said(marking: Marking) -> dict[str, str]:
    return {"record": marking.record, **{_feature(slot): value for slot, value in marking.fields.items()}}


def _link(marking: Marking, firsts: Mapping[RecordId, dict[str, Any]], structures: list[dict[str, Any]]) -> None:
    """Add the links from a record to others, and the arrays that hold them."""
    for slot in REFERENCES:
        links = []
        for other in (other for name, other in marking.references if name == slot):
            links.append(len(structures) + 1)
            form = {"%ID": links[-1], "%TYPE": _link_of(marking.kind, slot), "role": slot}
            structures.append({**form, "@target": firsts[other]["%ID"]})
        if links:
            structures.append({"%ID": len(structures) + 1, "%TYPE": _ARRAY, "%ELEMENTS": links})
            firsts[marking.record][f"@{_feature(slot, link=True)}"] = len(structures)


def _layer_of(kind: str) -> str:
    return _LAYER + label_of(kind).capitalize()


def _link_of(kind: str, slot: str) -> str:
    return f"{_layer_of(kind)}{slot.capitalize()}Link"


def _feature(slot: str, *, link: bool = False) -> str:
    """The name of a field's feature: `type` is Java's own word, and `target` is a text beside its link."""
    return "eventType" if slot == "type" else f"{slot}Link" if link else slot


def _types() -> dict[str, Any]:
    """The layers and their links, as the JSON of a CAS says them."""
    types: dict[str, Any] = {}
    for kind, _ in KINDS:
        texts = {name: {"%NAME": name, "%RANGE": _TEXT} for name in (*_OWN, *map(_feature, fields_of(kind)))}
        links: dict[str, Any] = {}
        for slot, other in _LINKS.get(kind, ()):
            name, link = _feature(slot, link=True), _link_of(kind, slot)
            links[name] = {"%NAME": name, "%RANGE": _ARRAY, "%ELEMENT_TYPE": link}
            role, target = {"%NAME": "role", "%RANGE": _TEXT}, {"%NAME": "target", "%RANGE": _layer_of(other)}
            types[link] = {"%NAME": link, "%SUPER_TYPE": _TOP, "role": role, "target": target}
        types[_layer_of(kind)] = {"%NAME": _layer_of(kind), "%SUPER_TYPE": _SPAN, **texts, **links}
    return types


def _layers_xml() -> str:
    """The same layers as a UIMA type system descriptor."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines += ['<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">', "  <types>"]
    for name, form in _types().items():
        lines += ["    <typeDescription>", f"      <name>{escape(name)}</name>", "      <description/>"]
        lines += [f"      <supertypeName>{form['%SUPER_TYPE']}</supertypeName>", "      <features>"]
        for feature in (held for held in form.values() if isinstance(held, dict)):
            lines += ["        <featureDescription>", f"          <name>{feature['%NAME']}</name>"]
            lines += ["          <description/>", f"          <rangeTypeName>{feature['%RANGE']}</rangeTypeName>"]
            if "%ELEMENT_TYPE" in feature:
                lines += [f"          <elementType>{feature['%ELEMENT_TYPE']}</elementType>"]
            lines += ["        </featureDescription>"]
        lines += ["      </features>", "    </typeDescription>"]
    return "\n".join([*lines, "  </types>", "</typeSystemDescription>", ""])


def is_inception(tree: object) -> bool:
    """Whether a file's JSON is a CAS."""
    return isinstance(tree, dict) and "%FEATURE_STRUCTURES" in tree


def parse_inception(tree: dict[str, Any], location: str) -> Sheet:
    """What a person left in a CAS.

    Raises:
        ValueError: it has no text, or a stretch of ours has no place.
    """
    held = tree["%FEATURE_STRUCTURES"]
    structures = [one for one in (held.values() if isinstance(held, dict) else held) if isinstance(one, dict)]
    texts = [one.get("sofaString") for one in structures if one.get("%TYPE") == "uima.cas.Sofa"]
    if len(texts) != 1 or not isinstance(texts[0], str):
        raise ValueError("it holds no text, or several")
    units = Utf16(texts[0])
    parts: dict[str, list[dict[str, Any]]] = {}
    for place, one in enumerate(one for one in structures if one.get("%TYPE") in _LAYERS):
        parts.setdefault(f"{one['%TYPE']} {one.get('record') or place}", []).append(one)
    markings = tuple(_marking(ones, units) for ones in parts.values())
    return Sheet(document=key_of("d", texts[0]), markings=markings, location=location)


def _marking(parts: list[dict[str, Any]], units: Utf16) -> Marking:
    first = next((one for one in parts if not one.get("part")), parts[0])
    kind = _LAYERS[first["%TYPE"]]
    told = {slot: str(first.get(_feature(slot)) or "").strip() for slot in fields_of(kind)}
    return Marking(
        kind=kind,
        spans=tuple(sorted(set(_spans(parts, units)))),
        record=str(first.get("record") or ""),
        fields={slot: value for slot, value in told.items() if value and value != NONE},
        shown=frozenset() if first.get("part") else frozenset(fields_of(kind)),
        verdict=str(first.get("verdict") or "").strip(),
        why=str(first.get("why") or "").strip(),
    )


def _spans(parts: list[dict[str, Any]], units: Utf16) -> Iterator[Span]:
    for one in parts:
        begin, end = (one.get(name, one.get(f"^{name}")) for name in ("begin", "end"))
        if not isinstance(begin, int) or not isinstance(end, int):
            raise ValueError("a stretch has no place")  # noqa: TRY004 - the file is wrong, not our types
        yield Span(units.place(begin), units.place(end))
