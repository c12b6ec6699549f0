"""Nouns that make a body, a group or a description out of what stands before them ("the Kenyan navy", "both sides")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from servanda.lexicon.tables import load_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """Such nouns, all in lower case.

    Attributes:
        state: those that leave the state itself ("the Kenyan government").
        organs: those that name a body of it, with the slug ("the Kenyan navy").
        bodies: last words of a body's proper name ("Council").
        leading: first words of one ("Ministry of").
        outsiders: last words of names of the press, of companies and schools, which are no actors.
        groups: nouns for a group, with what its members are: states, leaders, ministers, envoys, advisers, military.
        private: nouns that show that a state's name before them only says where something is from.
        unnumbered: those that mean no group in view without a number ("the states").
        elsewhere: words before `leaders` that make them leaders of no state ("the coup leaders").
        named_before: those that stand for a body named before ("the ministry").
        describing: words that may stand inside a description.
        plurals: those that name one body of each of several states, with the slug; empty for ministries.
        factions: nouns for a group that fights or opposes a government, without a name of its own ("the rebels").
        faction_parts: nouns behind those, of which they are then only a part ("opposition party").
        missions: nouns for an embassy and the like, which have a state and a place ("the Kenyan consulate in Lagos").
        units: last words of the name of a military unit with a number before it ("the 5th Fleet").
        numbered: those of a unit with its number behind it ("Task Force 12").
        ordinals: numbers written out that may begin the name of a unit.
        sorts: nouns that take up a body whose name may not have them, with the ids of such bodies ("the bloc").
        sort_words: words that may stand before these ("the regional bloc").
        companions: by noun and an actor named beside it, the body that texts call by the noun alone.
        described: nouns behind an organ's name that it only describes ("military officials").
    """

    state: frozenset[str]
    organs: Mapping[str, str]
    bodies: frozenset[str]
    leading: frozenset[str]
    outsiders: frozenset[str]
    groups: Mapping[str, str]
    private: frozenset[str]
    unnumbered: frozenset[str]
    elsewhere: frozenset[str]
    named_before: frozenset[str]
    describing: frozenset[str]
    described: frozenset[str]
    plurals: Mapping[str, str]
    factions: frozenset[str]
    faction_parts: frozenset[str]
    missions: frozenset[str]
    units: frozenset[str]
    numbered: frozenset[str]
    ordinals: frozenset[str]
    sorts: Mapping[str, frozenset[str]]
    sort_words: frozenset[str]
    companions: Mapping[str, Mapping[str, str]]


@cache
def load_heads() -> Heads:
    """The nouns, from `heads.toml`."""
    table = load_words("heads.toml")
    return Heads(
        state=frozenset(table["state"]["words"]),
        organs=dict(table["organs"]),
        bodies=frozenset(table["bodies"]["words"]),
        leading=frozenset(table["bodies"]["leading"]),
        outsiders=frozenset(table["bodies"]["outsiders"]),
        groups={
            word: members
            for members, words in table["groups"].items()
            if members not in ("unnumbered", "elsewhere")
            for word in words
        },
        private=frozenset(table["private"]["words"]),
        unnumbered=frozenset(table["groups"]["unnumbered"]),
        elsewhere=frozenset(table["groups"]["elsewhere"]),
        named_before=frozenset(table["descriptions"]["bodies"]),
        describing=frozenset(table["descriptions"]["describing"]),
        described=frozenset(table["descriptions"]["described"]),
        plurals=dict(table["plurals"]),
        factions=frozenset(table["factions"]["words"]),
        faction_parts=frozenset(table["factions"]["parts"]),
        missions=frozenset(table["missions"]["words"]),
        units=frozenset(table["units"]["last"]),
        numbered=frozenset(table["units"]["numbered"]),
        ordinals=frozenset(table["units"]["ordinals"]),
        sorts={noun: frozenset(ids) for noun, ids in table["sorts"].items() if noun != "describing"},
        sort_words=frozenset(table["sorts"]["describing"]),
        companions=dict(table["companions"]),
    )
