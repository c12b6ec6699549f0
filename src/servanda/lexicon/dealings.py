"""Verbs for what parties do together or to one another: meetings, signings, bans, strikes, releases, deliveries of aid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from servanda.codebook.vocabulary import EventType, OccasionKind
from servanda.lexicon.gatherings import Gathering
from servanda.lexicon.inflections import forms_of
from servanda.lexicon.tables import load_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Dealing:
    """One sort of deed.

    Attributes:
        gathering: the sort of occasion that it is.
        goods: one of these must head the object; empty where any object will do.
        partners: prepositions that lead to another party.
        needs: who must be named for an occasion; `words` where it is none of the codebook's.
        clausal: whether the goods are verbs that follow (`warned not to`).
        mode: PLOVER's mode, or empty.
        example: a sentence that it reads.
    """

    gathering: Gathering
    goods: frozenset[str]
    partners: frozenset[str]
    needs: str
    clausal: bool
    mode: str
    example: str


@dataclass(frozen=True, slots=True)
class Use:
    """A verb of a dealing.

    Attributes:
        dealing: what it tells.
        particle: the word that must stand with it, or empty.
    """

    dealing: Dealing
    particle: str


@cache
def load_dealings() -> tuple[Dealing, ...]:
    """The deeds, from `dealings.toml`."""
    return tuple(_dealing(name, row) for name, row in load_words("dealings.toml").items())


@cache
def dealings_by_form() -> Mapping[str, tuple[Use, ...]]:
    """What each form of a verb may tell; the surer first: with goods, then with a particle."""
    found: dict[str, list[Use]] = {}
    for dealing, (_, row) in zip(load_dealings(), load_words("dealings.toml").items(), strict=True):
        for phrase in row["verbs"]:
            verb, _, particle = phrase.partition(" ")
            for form in forms_of(verb):
                found.setdefault(form, []).append(Use(dealing, particle.split(" ")[0]))
    return {form: tuple(sorted(uses, key=_rank)) for form, uses in found.items()}


def _rank(use: Use) -> tuple[bool, bool]:
    return not use.dealing.goods, not use.particle


def _dealing(name: str, row: dict[str, Any]) -> Dealing:
    gathering = Gathering(
        name=name,
        words=(),
        type=EventType(row["type"]),
        kind=OccasionKind(row.get("kind", "other")),
        family=row["family"],
        complements=frozenset(),
        needs="",
        marks=frozenset(),
        not_before=frozenset(),
        example=row["example"],
    )
    return Dealing(
        gathering=gathering,
        goods=frozenset(row.get("goods", ())),
        partners=frozenset(row.get("with", ())),
        needs=row["needs"],
        clausal=bool(row.get("clausal")),
        mode=row.get("mode", ""),
        example=row["example"],
    )
