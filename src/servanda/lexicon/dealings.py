"""Verbs for what one party does to another: bans, strikes, deployments, releases, deliveries of aid."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from servanda.codebook.vocabulary import EventType, OccasionKind
from servanda.lexicon.gatherings import Gathering
from servanda.lexicon.inflections import forms_of
from servanda.lexicon.tables import load_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Dealing:
    """One sort of deed towards another party.

    Attributes:
        gathering: the sort of occasion that it is.
        pattern: its verbs in every form that tells a fact; the bare verb only plans or wishes.
        goods: one of these must stand in the object; None where any object will do.
        example: a sentence that it reads.
    """

    gathering: Gathering
    pattern: re.Pattern[str]
    goods: re.Pattern[str] | None
    example: str


@cache
def load_dealings() -> tuple[Dealing, ...]:
    """The deeds, from `dealings.toml`."""
    return tuple(
        Dealing(
            gathering=_gathering(name, row["type"], row["family"], row["example"]),
            pattern=_one_of({*row["forms"], *(form for verb in row["verbs"] for form in _told(verb))}),
            goods=_one_of(row["goods"]) if row["goods"] else None,
            example=row["example"],
        )
        for name, row in load_words("dealings.toml").items()
    )


def _told(verb: str) -> list[str]:
    """The forms that tell what happens or happened."""
    head, _, tail = verb.partition(" ")
    return [f"{form} {tail}".strip() for form, sort in forms_of(head).items() if sort in ("did", "does", "doing")]


def _one_of(words: set[str] | list[str]) -> re.Pattern[str]:
    longest = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})\b".replace(r"\ ", r"\s"))


def _gathering(name: str, event: str, family: str, example: str) -> Gathering:
    return Gathering(
        name=name,
        words=(),
        type=EventType(event),
        kind=OccasionKind.OTHER,
        family=family,
        complements=frozenset(),
        needs="",
        marks=frozenset(),
        not_before=frozenset(),
        example=example,
    )
