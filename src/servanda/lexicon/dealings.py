"""Verbs for what parties do together or to one another: meetings, signings, bans, strikes, releases, deliveries of aid.

Beside the deeds that are occasions of the codebook stand those that are events for PLOVER alone: words, and what a state does at home.
"""

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
        doers: one of these must stand in the subject; empty where anyone may do it.
        partners: prepositions that lead to another party.
        needs: who must be named for an occasion; `words` where it is none of the codebook's.
        clausal: whether the goods are verbs that follow (`warned not to`).
        mode: PLOVER's mode, or empty.
        alone: whether it has no object (`thousands demonstrated`, not `demonstrated resolve`).
        reversed: whether the subject is the one to whom it is done (`received money from`).
        example: a sentence that it reads.
    """

    gathering: Gathering
    goods: frozenset[str]
    doers: frozenset[str]
    partners: frozenset[str]
    needs: str
    clausal: bool
    mode: str
    alone: bool = False
    reversed: bool
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
    """The deeds that are occasions, from `dealings.toml`."""
    return tuple(_dealing(name, row) for name, row in load_words("dealings.toml").items())


@cache
def load_events() -> tuple[Dealing, ...]:
    """The deeds and words that only PLOVER counts, from `events.toml`."""
    return tuple(_dealing(name, {"needs": "words"} | row) for name, row in load_words("events.toml").items())


@cache
def dealings_by_form() -> Mapping[str, tuple[Use, ...]]:
    """The occasions that each form of a verb may tell; the surer first: with goods, then with a particle."""
    return _by_form(tuple(zip(load_dealings(), load_words("dealings.toml").values(), strict=True)))


@cache
def events_by_form() -> Mapping[str, tuple[Use, ...]]:
    """All events that each form of a verb may tell; of two that ask for as much, the one that is no occasion is the finer sense."""
    finer = zip(load_events(), load_words("events.toml").values(), strict=True)
    return _by_form((*finer, *zip(load_dealings(), load_words("dealings.toml").values(), strict=True)))


@cache
def event_nouns() -> Mapping[str, Dealing]:
    """Nouns that tell an event where no verb does."""
    rows = zip(load_events(), load_words("events.toml").values(), strict=True)
    return {noun: event for event, row in rows for noun in row.get("nouns", ())}


def _by_form(rows: tuple[tuple[Dealing, dict[str, Any]], ...]) -> Mapping[str, tuple[Use, ...]]:
    found: dict[str, list[Use]] = {}
    for dealing, row in rows:
        for phrase in row["verbs"]:
            verb, _, particle = phrase.partition(" ")
            for form in forms_of(verb):
                found.setdefault(form, []).append(Use(dealing, particle.split(" ")[0]))
    return {form: tuple(sorted(uses, key=_rank)) for form, uses in found.items()}


def _rank(use: Use) -> tuple[bool, bool, bool]:
    return not use.dealing.doers, not use.dealing.goods, not use.particle


def _dealing(name: str, row: dict[str, Any]) -> Dealing:
    gathering = Gathering(
        name=name,
        words=(),
        type=EventType(row["type"]),
        kind=OccasionKind(row.get("kind", "other")),
        family=row.get("family", name),
        complements=frozenset(),
        needs="",
        marks=frozenset(),
        not_before=frozenset(),
        example=row["example"],
    )
    return Dealing(
        gathering=gathering,
        goods=frozenset(row.get("goods", ())),
        doers=frozenset(row.get("doers", ())),
        partners=frozenset(row.get("with", ())),
        needs=row["needs"],
        clausal=bool(row.get("clausal")),
        mode=row.get("mode", ""),
        alone=bool(row.get("alone")),
        reversed=bool(row.get("reversed")),
        example=row["example"],
    )
