"""Nouns of occasions, with the event type and kind that each stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from servanda.codebook.vocabulary import EventType, OccasionKind
from servanda.lexicon.tables import load_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """One sort of occasion.

    Attributes:
        name: its name in the table.
        words: the nouns, in lower case.
        type: the PLOVER event type.
        kind: the codebook's kind.
        family: occasions of one family may be one and the same ("the talks", "the meeting").
        complements: prepositions that lead on to its complements.
        needs: what must stand with the noun for an occasion to be meant; empty where nothing must.
        marks: words of which one must stand before it, where it needs that.
        not_before: words that never follow it as a noun ("calls for").
        example: a sentence that it reads.
    """

    name: str
    words: tuple[str, ...]
    type: EventType
    kind: OccasionKind
    family: str
    complements: frozenset[str]
    needs: str
    marks: frozenset[str]
    not_before: frozenset[str]
    example: str


@cache
def load_gatherings() -> tuple[Gathering, ...]:
    """The sorts of occasion, from `gatherings.toml`."""
    return tuple(
        Gathering(
            name=name,
            words=tuple(row["words"]),
            type=EventType(row["type"]),
            kind=OccasionKind(row["kind"]),
            family=row["family"],
            complements=frozenset(row["complements"]),
            needs=row.get("needs", ""),
            marks=frozenset(row.get("marks", ())),
            not_before=frozenset(row.get("not_before", ())),
            example=row["example"],
        )
        for name, row in load_words("gatherings.toml").items()
    )


@cache
def gatherings_by_word() -> Mapping[str, Gathering]:
    """Each noun with its sort of occasion."""
    return {word: gathering for gathering in load_gatherings() for word in gathering.words}
