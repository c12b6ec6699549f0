"""Words of the acts that a commitment is to do. Reading a deed's act from them is the readers' work."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from servanda.codebook.vocabulary import Act
from servanda.lexicon.inflections import forms_of


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a verb: the bare verb, and `do`, `does`, `did` or `doing`."""

    bare: str
    form: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Verbs and the words of what they are done to, which settle the act together."""

    act: Act
    verbs: frozenset[str]
    things: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Acts:
    """The words of all acts.

    Attributes:
        verbs: every known form of every verb.
        own: verbs that settle the act alone.
        pairs: verbs with things that settle it together, before either does alone.
        light: verbs whose object settles it, with the act where the object is silent.
        things: nouns that settle it, by their first word, longer ones first.
        wrappers: verbs that stand before the verb that counts (`continue`, `take steps to`).
        cooperative: the wrappers that make a joint deed where the next verb is silent (`work together to`).
        helping: verbs that help another party where their object is its own.
        joint: verbs whose deed is cooperation where several owe it and the object is silent.
        trade_titles: words of a title that make a text one about trade.
        trade_apart: words of a term in such a text that is none of trade.
        examples: deeds of our own with their act.
    """

    verbs: Mapping[str, Verb]
    own: Mapping[str, Act]
    pairs: tuple[Pair, ...]
    light: Mapping[str, Act]
    things: Mapping[str, tuple[tuple[tuple[str, ...], Act], ...]]
    wrappers: frozenset[str]
    cooperative: frozenset[str]
    helping: frozenset[str]
    joint: frozenset[str]
    trade_titles: frozenset[str]
    trade_apart: frozenset[str]
    examples: tuple[tuple[str, Act], ...]


@cache
def load_acts() -> Acts:
    """The words of the acts, from `acts.toml`."""
    table = tomllib.loads((files("servanda.lexicon") / "acts.toml").read_text(encoding="utf-8"))
    own = {verb: Act(entry["act"]) for entry in table["acts"] for verb in entry["verbs"]}
    light = {verb: Act(entry["otherwise"]) for entry in table["light"] for verb in entry["verbs"]}
    wrappers = frozenset(table["wrappers"]["verbs"])
    pairs = tuple(
        Pair(Act(entry["act"]), frozenset(entry["verbs"].split()), frozenset(entry["things"].split()))
        for entry in table["pairs"]
    )
    return Acts(
        verbs=_verb_forms((*own, *light, *sorted(wrappers), *sorted({v for pair in pairs for v in pair.verbs}))),
        own=own,
        pairs=pairs,
        light=light,
        things=_things(table["acts"]),
        wrappers=wrappers,
        cooperative=frozenset(table["wrappers"]["cooperative"]),
        trade_titles=frozenset(table["trade_texts"]["titles"]),
        trade_apart=frozenset(table["trade_texts"]["apart"]),
        helping=frozenset(table["wrappers"]["helping"]),
        joint=frozenset(table["wrappers"]["joint"]),
        examples=tuple(
            (example, Act(entry["act"])) for entry in (*table["acts"], *table["pairs"]) for example in entry["examples"]
        ),
    )


def _verb_forms(verbs: tuple[str, ...]) -> dict[str, Verb]:
    forms: dict[str, Verb] = {}
    for verb in verbs:
        for form, kind in forms_of(verb).items():
            forms.setdefault(form, Verb(verb, kind))
    return forms


def _things(entries: list[dict[str, Any]]) -> dict[str, tuple[tuple[tuple[str, ...], Act], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], Act]]] = {}
    for entry in entries:
        for thing in entry["things"]:
            words = tuple(thing.split())
            found.setdefault(words[0], []).append((words, Act(entry["act"])))
    return {first: tuple(sorted(rest, key=lambda one: -len(one[0]))) for first, rest in found.items()}
