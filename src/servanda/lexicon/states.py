"""States and territories that act: their names, the people's adjectives, capitals and seats of government.

States that are no more are among them, since texts go on naming them. Whether a name means the state, its people or a
place in a text is not decided here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from servanda.lexicon.tables import load_rows, several

_WITH_ARTICLE = frozenset(
    (
        *("BHS", "CAF", "COM", "COD", "COG", "COK", "CZE", "DOM", "FRO", "GMB", "VAT", "MDV", "MHL"),
        *("NLD", "PHL", "SLB", "ARE", "GBR", "USA", "FLK", "MNP", "CYM", "VGB", "VIR", "TCA", "ALA"),
        *("IMN", "IOT", "SUN", "ANT"),
    )
)
"""States whose usual name takes the article in a sentence: `the Netherlands`; what the English language has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state, or a territory that acts in its own name.

    Attributes:
        id: ISO 3166-1 alpha-3 code; of a former state the one that it had.
        name: its usual English name.
        names: other names and abbreviations.
        adjectives: words for what belongs to it ("Kenyan").
        capitals: cities that stand for its government.
        seats: houses and streets that do ("the Kremlin").
        wikidata: its item, where known.
        code: ISO 3166-1 alpha-2 code.
        people: further words for its people ("Danes"), which no text is searched for.
        until: the first day without it; None where it goes on.
        successors: ids of the states that came after it.
    """

    id: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    capitals: tuple[str, ...]
    seats: tuple[str, ...]
    wikidata: str
    code: str = ""
    people: tuple[str, ...] = ()
    until: date | None = None
    successors: tuple[str, ...] = ()

    @property
    def called(self) -> str:
        """Its usual name as it stands within a sentence: `the Philippines`, `Kenya`."""
        return f"the {self.name}" if self.id in _WITH_ARTICLE else self.name

    def existed_on(self, day: date) -> bool:
        """Whether it had not ended by that day."""
        return self.until is None or day < self.until


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
            code=row["code"],
            people=several(row["people"]),
            until=date.fromisoformat(row["until"]) if row["until"] else None,
            successors=several(row["successors"]),
        )
        for row in load_rows("states.tsv")
    }
