"""States and territories that act: their names, the people's adjectives, capitals and seats of government."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from servanda.lexicon.tables import load_rows, several


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state, or a territory that acts in its own name.

    Attributes:
        id: ISO 3166-1 alpha-3 code.
        name: its usual English name.
        names: other names and abbreviations.
        adjectives: words for what belongs to it ("Kenyan").
        capitals: cities that stand for its government.
        seats: houses and streets that do ("the Kremlin").
        wikidata: its item, where known.
    """

    id: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    capitals: tuple[str, ...]
    seats: tuple[str, ...]
    wikidata: str


@cache
def load_states() -> Mapping[str, State]:
    """All states by id, from `states.tsv`."""
    return {
        row["id"]: State(
            id=row["id"],
            name=row["name"],
            names=several(row["names"]),
            adjectives=several(row["adjectives"]),
            capitals=several(row["capitals"]),
            seats=several(row["seats"]),
            wikidata=row["wikidata"],
        )
        for row in load_rows("states.tsv")
    }
