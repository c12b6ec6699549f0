"""Which two sides fought which war when (`wars.tsv`): so much a reader of the day knows when a text says `the war`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from servanda.lexicon.tables import load_rows

_AFTERMATH = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class War:
    """A war between two sides.

    Attributes:
        sides: states or armed groups: who began it, and who was attacked; of a civil war the state stands first.
        start: its first day.
        end: its last day; None where it goes on.
    """

    sides: tuple[str, str]
    start: date
    end: date | None

    def is_in_mind(self, day: date) -> bool:
        """Whether a text of a day may tell of it without saying which war it means: in its days, and for a year."""
        return self.start <= day and (self.end is None or day <= self.end + _AFTERMATH)


@cache
def load_wars() -> tuple[War, ...]:
    """The wars of `wars.tsv`."""
    return tuple(
        War(
            sides=(row["first"], row["second"]),
            start=date.fromisoformat(row["start"]),
            end=date.fromisoformat(row["end"]) if row["end"] else None,
        )
        for row in load_rows("wars.tsv")
    )
