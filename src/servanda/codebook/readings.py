"""All that one reader found in one document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from servanda.codebook.actors import Actor
from servanda.codebook.assessments import Assessment
from servanda.codebook.commitments import Commitment
from servanda.codebook.instruments import Instrument
from servanda.codebook.keys import DocumentId
from servanda.codebook.occasions import Occasion
from servanda.codebook.problems import Problem
from servanda.codebook.statements import Statement

Record: TypeAlias = Actor | Statement | Occasion | Instrument | Commitment | Assessment

KINDS: tuple[tuple[str, type[Record]], ...] = (
    ("actors", Actor),
    ("statements", Statement),
    ("occasions", Occasion),
    ("instruments", Instrument),
    ("commitments", Commitment),
    ("assessments", Assessment),
)
"""The kinds of record, by their plural names, in the order of the codebook."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The records of one document.

    Attributes:
        document: the document's id.
        reader: name of the reader.
        version: its version; another version is another reading, and the older one is kept.
        actors: who is mentioned.
        statements: what was said.
        occasions: what the parties did together.
        instruments: what they adopted or work on.
        commitments: what was promised.
        assessments: how things were characterised.
        problems: what could not be read.
    """

    document: DocumentId
    reader: str
    version: str
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    problems: tuple[Problem, ...] = ()

    def records(self) -> Iterator[Record]:
        """Every record, kind by kind."""
        for name, _ in KINDS:
            yield from getattr(self, name)
