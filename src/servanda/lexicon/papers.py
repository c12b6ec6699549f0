"""Nouns of instruments, with the kind that each stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from servanda.codebook.vocabulary import InstrumentKind, InstrumentStatus
from servanda.lexicon.tables import load_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One sort of instrument.

    Attributes:
        name: its name in the table.
        words: the nouns, in lower case.
        kind: the codebook's kind.
        status: how far it is where no verb says.
        example: a sentence that it reads.
    """

    name: str
    words: tuple[str, ...]
    kind: InstrumentKind
    status: InstrumentStatus
    example: str


@cache
def load_papers() -> tuple[Paper, ...]:
    """The sorts of instrument, from `papers.toml`."""
    return tuple(
        Paper(
            name=name,
            words=tuple(row["words"]),
            kind=InstrumentKind(row["kind"]),
            status=InstrumentStatus(row["status"]),
            example=row["example"],
        )
        for name, row in load_words("papers.toml").items()
        if name != "unilateral"
    )


@cache
def unilateral_marks() -> frozenset[str]:
    """Words that show the paper of one side alone (`presidential memorandum`)."""
    return frozenset(load_words("papers.toml")["unilateral"])


@cache
def papers_by_word() -> Mapping[str, Paper]:
    """Each noun with its sort of instrument."""
    return {word: paper for paper in load_papers() for word in paper.words}
