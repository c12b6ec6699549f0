"""Plain names for what the ledger calls by an id, and dates and sums as a person writes them.

A state has its usual English name, whatever a text calls it; any other actor has the name that the ledger's texts use
most, and an id without one is written out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from servanda.codebook import NARRATOR, ActorId, Quantity, RecordId, When
from servanda.codebook.vocabulary import Role
from servanda.lexicon.states import load_states
from servanda.store import Ledger

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
_JOINED_TO_NUMBER = ("%",)
_DESCRIBING = frozenset(
    (
        *("Agency", "Association", "Authority", "Bank", "Command", "Commission", "Community", "Conference"),
        *("Council", "Court", "Forum", "Fund", "League", "Nations", "Office", "Organisation"),
        *("Organization", "Parliament", "Partnership", "Secretariat", "Summit", "Union"),
    )
)
"""Words that make a body's name a description, which takes the article in a sentence: `the European Union`."""


@dataclass(frozen=True, slots=True)
class Names:
    """Names of actors and records.

    Attributes:
        actors: the name of each actor id that the ledger knows.
        records: short words for records that others point to.
    """

    actors: Mapping[ActorId, str] = field(default_factory=dict)
    records: Mapping[RecordId, str] = field(default_factory=dict)

    def actor(self, actor: ActorId) -> str:
        """The usual name of a state, else the ledger's name for the actor, else its id written out."""
        if actor == NARRATOR:
            return "the reporter"
        state = load_states().get(actor)
        return state.name if state else self.actors.get(actor) or written_out(actor)

    def called(self, actor: ActorId) -> str:
        """The same as it stands within a sentence: `the Netherlands`, `the World Bank`, `Kenya`."""
        state = load_states().get(actor)
        if state:
            return state.called
        name = self.actor(actor)
        return f"the {name}" if "/" not in actor and not _DESCRIBING.isdisjoint(name.split()) else name


def written_out(actor: ActorId) -> str:
    """An id as words: `KOR/ministry-of-trade` is `Ministry of trade (KOR)`, `ana-lima` is `Ana Lima`."""
    owner, slash, body = actor.partition("/")
    if slash:
        return f"{body.replace('-', ' ').capitalize()} ({owner})"
    return actor if actor.isupper() else actor.replace("-", " ").title()


def day_in_words(when: When) -> str:
    """A date or interval: `21 November 2025`, `November 2025`, `2025`, `1 to 28 November 2025`."""
    first, last = when.start, when.last
    if when.is_day:
        return f"{first.day} {_MONTHS[first.month - 1]} {first.year}"
    if when == When.year(first.year):
        return str(first.year)
    if when == When.month(first.year, first.month):
        return f"{_MONTHS[first.month - 1]} {first.year}"
    begun = str(first.day)
    if (first.year, first.month) != (last.year, last.month):
        begun += f" {_MONTHS[first.month - 1]}" + (f" {first.year}" if first.year != last.year else "")
    return f"{begun} to {last.day} {_MONTHS[last.month - 1]} {last.year}"


def date_in_words(day: date) -> str:
    """A day of the calendar, its last one too, after which no interval ends: `21 November 2025`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def period_in_words(period: str) -> str:
    """A month, quarter or year of a chart: `Mar 2025`, `Q2 2025`, `2025`."""
    year, _, part = period.partition("-")
    if part.isdigit():
        return f"{_MONTHS[int(part) - 1][:3]} {year}"
    return f"{part} {year}" if part else year


def deadline_in_words(when: When) -> str:
    """A deadline: a day, a month or a year by its name, and of any other time its last day, on which it ends."""
    named = when in (When.year(when.start.year), When.month(when.start.year, when.start.month))
    return day_in_words(when if named else When.day(when.last))


def number_in_words(value: Decimal) -> str:
    """A number without loss: `350 billion`, `28,500`, `3.5`."""
    for scale, word in _SCALES:
        scaled = (value / scale).normalize()
        if abs(value) >= scale and scaled * scale == value and scaled == round(scaled, 3):
            return f"{scaled:,f} {word}"
    return f"{value:,f}"


def quantity_in_words(quantity: Quantity) -> str:
    """A quantity with its unit, and `from`, `to` or `share of` where it is one: `from 25%`, `up to 20 billion USD per year`."""
    joined = "" if quantity.unit.startswith(_JOINED_TO_NUMBER) else " "
    amount = f"{number_in_words(quantity.value)}{joined}{quantity.unit}"
    lead = {Role.FROM: "from ", Role.TO: "to "}.get(quantity.role, "") + (
        f"{quantity.bound} " if quantity.bound else ""
    )
    rate = f" per {quantity.per}" if quantity.per else ""
    return lead + amount + rate + (" (a share)" if quantity.role is Role.SHARE and "%" not in quantity.unit else "")


def names_in(ledger: Ledger) -> Names:
    """The names that a ledger has for its actors."""
    return Names(ledger.find_names())
