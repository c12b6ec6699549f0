"""Words of the calendar: what the grammar of times is built from. Resolving them is the readers' work."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from servanda.lexicon.tables import load_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The words of the calendar.

    Attributes:
        months: every spelling of a month and its number, January being 1.
        whole: the months written out.
        weekdays: every spelling of a weekday and its number, Monday being 0.
        not_after: words after which a month or weekday is part of a name (`Good Friday`, `Theresa May`).
        ambiguous: months that are also surnames, verbs or adjectives.
        vague: phrases that name a time no calendar can settle.
        seasons: seasons, which fall differently on the two halves of the earth.
    """

    months: dict[str, int]
    whole: frozenset[str]
    weekdays: dict[str, int]
    not_after: tuple[str, ...]
    ambiguous: frozenset[str]
    vague: tuple[str, ...]
    seasons: tuple[str, ...]


@cache
def load_calendar() -> Calendar:
    """The calendar's words, from `calendars.toml`."""
    table = load_words("calendars.toml")
    return Calendar(
        months=_numbered(table["months"], first=1),
        whole=frozenset(table["months"]),
        weekdays=_numbered(table["weekdays"], first=0),
        not_after=tuple(table["names"]["before"]),
        ambiguous=frozenset(table["names"]["ambiguous"]),
        vague=tuple(table["vague"]["words"]),
        seasons=tuple(table["seasons"]["words"]),
    )


def _numbered(names: dict[str, list[str]], *, first: int) -> dict[str, int]:
    spelled = ((number, (name, *short)) for number, (name, short) in enumerate(names.items(), first))
    return {word: number for number, words in spelled for word in words}
