"""Words of the calendar, and how calendar and clock run from state to state: what the grammar of times is built from.

Resolving them is the readers' work.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from servanda.lexicon.tables import load_rows, load_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The words of the calendar.

    Attributes:
        months: every spelling of a month and its number, January being 1.
        whole: the months written out.
        weekdays: every spelling of a weekday and its number, Monday being 0.
        not_after: words after which a month or weekday is part of a name (`Good Friday`, `Theresa May`).
        ambiguous: months that are also surnames, verbs or adjectives.
        vague: phrases that name a time no calendar can settle, each with where it points: past, present, future.
        seasons: seasons with their letters in TIMEX3; they fall differently on the two halves of the earth.
        clocks: names of clocks with their zone or their hours from Greenwich (`KST`: `+09:00`).
        month_first: states that write 6 May as 05/06.
        day_first: states that write 5 June so.
    """

    months: Mapping[str, int]
    whole: frozenset[str]
    weekdays: Mapping[str, int]
    not_after: tuple[str, ...]
    ambiguous: frozenset[str]
    vague: Mapping[str, str]
    seasons: Mapping[str, str]
    clocks: Mapping[str, str]
    month_first: frozenset[str]
    day_first: frozenset[str]


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """When the fiscal year of a state begins.

    Attributes:
        month: its first month.
        named_by_end: whether it bears the number of the year in which it ends.
    """

    month: int
    named_by_end: bool


@cache
def load_calendar() -> Calendar:
    """The calendar's words, from `calendars.toml`, and the states' orders of dates, from `calendars.tsv`."""
    table = load_words("calendars.toml")
    return Calendar(
        months=_numbered(table["months"], first=1),
        whole=frozenset(table["months"]),
        weekdays=_numbered(table["weekdays"], first=0),
        not_after=tuple(table["names"]["before"]),
        ambiguous=frozenset(table["names"]["ambiguous"]),
        vague={word: toward for toward, words in table["vague"].items() for word in words},
        seasons=table["seasons"],
        clocks=table["clocks"],
        month_first=frozenset(state for state, row in _rows().items() if row["order"] == "month"),
        day_first=frozenset(state for state, row in _rows().items() if row["order"] == "day"),
    )


def zone_of(state: str) -> str | None:
    """The time zone of a state's capital, as the tz database names it."""
    return _rows()[state]["zone"] if state in _rows() else None


def day_in_state(moment: datetime, state: str) -> date | None:
    """The day that it is in a state's capital at a moment; None where the state's clock is not known."""
    zone = zone_of(state)
    try:
        return moment.astimezone(ZoneInfo(zone)).date() if zone else None
    except (ZoneInfoNotFoundError, OverflowError):
        return None


def half_of(state: str) -> str | None:
    """`north` or `south`, by the half of the earth; None near the equator and where the state is not known."""
    return (_rows()[state]["half"] or None) if state in _rows() else None


def fiscal_year_of(state: str) -> FiscalYear | None:
    """The fiscal year of a state's government, or None where it is not known."""
    row = _rows().get(state)
    return FiscalYear(int(row["fiscal"]), row["named"] == "end") if row and row["fiscal"] else None


@cache
def _rows() -> Mapping[str, Mapping[str, str]]:
    return {row["id"]: row for row in load_rows("calendars.tsv")}


def _numbered(names: dict[str, list[str]], *, first: int) -> dict[str, int]:
    spelled = ((number, (name, *short)) for number, (name, short) in enumerate(names.items(), first))
    return {word: number for number, words in spelled for word in words}
