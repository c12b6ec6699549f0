"""Document → Reading: the readers in their order, which is the order in which one leans on another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from functools import lru_cache
from types import MemberDescriptorType
from typing import Any

from servanda.codebook import KINDS, Document, Origin, Problem, Reading, Record
from servanda.codebook.collectors import uncollected
from servanda.lexicon.record_heads import packaged_head_model
from servanda.reading.actors.actors import read_actors
from servanda.reading.assessments.assessments import read_assessments
from servanda.reading.commitments.commitments import read_commitments
from servanda.reading.instruments.instruments import read_instruments
from servanda.reading.occasions.occasions import read_occasions
from servanda.reading.reader import READER, VERSION, Means
from servanda.reading.scenes import Scene
from servanda.reading.statements.statements import read_statements

BY_RULES = Means()
PACKAGED = Means(heads=packaged_head_model, version=f"{VERSION}+records-2")
Reader = Callable[[Scene, Reading], Iterable[Record | Problem]]

READERS: tuple[tuple[str, Reader], ...] = (
    ("actors", read_actors),
    ("occasions", read_occasions),
    ("instruments", read_instruments),
    ("statements", read_statements),
    ("commitments", read_commitments),
    ("assessments", read_assessments),
)


def read_document(
    document: Document,
    readers: tuple[tuple[str, Reader], ...] = READERS,
    means: Means = BY_RULES,
) -> Reading:
    """All records of one document, each kind in the order of the text.

    Args:
        document: the document, as intake made it.
        readers: a plural name of the codebook and the reader for it; each sees what the ones before it found.
        means: the models, the known holders, and the version that the records name as their origin; rules alone if not given.
    """
    with uncollected():
        return _read(Scene(document, means.parser, means.register, means.heads), readers, means)


def _read(scene: Scene, readers: tuple[tuple[str, Reader], ...], means: Means) -> Reading:
    sofar = Reading(document=scene.document.id, reader=READER, version=means.version)
    for name, read in readers:
        found = tuple(read(scene, sofar))
        problems = tuple(one for one in found if isinstance(one, Problem))
        # Two rules that read the same in the same place have read one record; the first in the table has found it.
        single = {one.id: one for one in reversed(found) if not isinstance(one, Problem)}
        records = sorted((_stamped(one, means.version) for one in single.values()), key=_place)
        added: dict[str, Any] = {name: tuple(records), "problems": (*sofar.problems, *problems)}
        sofar = replace(sofar, **added)
    return sofar


def _stamped(record: Record, version: str) -> Record:
    """The record with the version that read it; most rules know only the packaged one."""
    if version == VERSION:
        return record
    # A copy, not a new record: the keys of a record do not hang on who read it, and working them out takes long.
    stamped = object.__new__(type(record))
    for name, part in _PARTS[type(record)]:
        part.__set__(stamped, _restamped(record.origin, version) if name == "origin" else part.__get__(record))
    return stamped


_PARTS: Mapping[type, tuple[tuple[str, MemberDescriptorType], ...]] = {
    kind: tuple((field.name, getattr(kind, field.name)) for field in fields(kind)) for _, kind in KINDS
}
"""The fields of each kind of record, with what reads and sets them."""


@lru_cache(maxsize=1000)
def _restamped(origin: Origin, version: str) -> Origin:
    return replace(origin, version=version)


def _place(record: Record) -> tuple[int, int, str]:
    first = min(record.spans)
    return (first.start, first.end, record.id)
