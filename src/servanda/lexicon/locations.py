"""Words that show whether the name of a state or capital stands for a party or for a place."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from servanda.lexicon.tables import load_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Locations:
    """Such words, all in lower case; `locations.toml` explains each list with an example.

    Attributes:
        within: prepositions that make a place of the name behind them.
        into: beginnings of words that undo that for `in`.
        from_party: beginnings of words that make a party of the name behind `from`.
        from_place: beginnings of words that else make a place or an origin of it.
        halting: beginnings of words for stopping what goes to a state, which make a party of it.
        motion: words that make a place of the name behind `to`.
        sent: what goes to a party and not to a place.
        leaving: words that make a place of the name behind `for`.
        entering: verbs whose object is a place.
        of_place: nouns that make a place of the name behind `of`.
        of_city: further ones for capitals and seats.
        divisions: nouns for parts of a state, behind whose name the state's own only says where they are.
        regions: words before the name of a place.
        features: words behind a name that is part of another.
        events: words behind a capital that is only the place of them.
        acting: participles behind a hyphen that leave the state acting.
        of_party: capitalised words before `of` that leave a party of the name behind it.
        superlatives: words behind a possessive that make a place of the name before it.
        bonds: words that undo that.
        quantities: numerals and the like, before which a state is the one that is given something.
        giving: verbs behind which a state is the one that is given something.
        function: words that are no noun which the name could belong to.
    """

    within: frozenset[str]
    into: frozenset[str]
    from_party: frozenset[str]
    from_place: frozenset[str]
    halting: frozenset[str]
    motion: frozenset[str]
    sent: frozenset[str]
    leaving: frozenset[str]
    entering: frozenset[str]
    of_place: frozenset[str]
    of_city: frozenset[str]
    divisions: frozenset[str]
    regions: frozenset[str]
    features: frozenset[str]
    events: frozenset[str]
    acting: frozenset[str]
    function: frozenset[str]
    of_party: frozenset[str]
    superlatives: frozenset[str]
    bonds: frozenset[str]
    quantities: frozenset[str]
    giving: frozenset[str]


@cache
def load_locations() -> Locations:
    """The words, from `locations.toml`."""
    table = load_words("locations.toml")
    return Locations(**{field.name: frozenset(table[field.name]) for field in fields(Locations)})
