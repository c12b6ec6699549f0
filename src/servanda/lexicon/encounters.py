"""Verbs that report an occasion where no noun names it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from servanda.codebook.vocabulary import EventType, OccasionKind
from servanda.lexicon.gatherings import Gathering
from servanda.lexicon.tables import load_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Encounter:
    """One construction.

    Attributes:
        gathering: what sort of occasion it reports.
        pattern: the verb with what may stand between it and its object.
        object: what must follow: `party`, `person`, `place`, `paper`, `none`, or empty where `nouns` says it.
        nouns: words of which one must follow.
        example: a sentence that it reads.
    """

    gathering: Gathering
    pattern: re.Pattern[str]
    object: str
    nouns: tuple[str, ...]
    example: str


@cache
def load_encounters() -> tuple[Encounter, ...]:
    """The constructions, from `encounters.toml`."""
    return tuple(_encounter(name, row) for name, row in load_words("encounters.toml").items())


def _encounter(name: str, row: dict[str, Any]) -> Encounter:
    needed = row["object"]
    return Encounter(
        gathering=Gathering(
            name=name,
            words=(),
            type=EventType(row["type"]),
            kind=OccasionKind(row["kind"]),
            family=str(row["family"]),
            complements=frozenset({"of", "with", "between", "on"}),
            needs="",
            marks=frozenset(),
            not_before=frozenset(),
            example=str(row["example"]),
        ),
        pattern=re.compile(rf"(?<![\w-])(?P<verb>{row['verb']})\b\s?{row['link']}"),
        object=needed if isinstance(needed, str) else "",
        nouns=() if isinstance(needed, str) else tuple(needed),
        example=str(row["example"]),
    )
