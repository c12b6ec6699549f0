"""How many records that count now have which value: kept as readings are added, so that nobody need count a million.

The tallies say nothing that the other tables do not say; they follow in the transaction that adds a reading, are counted
anew when an older ledger is brought up, and are checked like everything else. They hold for now, not for a past moment.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Connection, FromClause, func, select

from servanda.store.databases import add_tallies
from servanda.store.rows import ROLES
from servanda.store.schema import parties, readings, records, tallies

Tally: TypeAlias = Counter[tuple[str, str, str]]
"""How often: a kind of record, `documents` or `names`; a field, or for names an actor; and a value."""

OF_RECORDS = (
    *("actor", "kind", "type", "mode", "act", "firmness", "novelty", "polarity", "status", "about", "valence"),
    *("rule", "method"),
)
OF_DOCUMENTS = ("outlet", "agency", "author", "language")
OF_PARTIES = {**{slot: role for role, slot in ROLES}, "target": "target"}
ALL = ("", "")
"""Field and value of the tally of all records of a kind, or of all documents."""

_Row: TypeAlias = Mapping[Any, Any]
_Part: TypeAlias = str | ColumnElement[str]
_COUNTS = readings.c.superseded_at.is_(None)
_SLOTS = {role: slot for slot, role in OF_PARTIES.items()}
_OF_READINGS = (readings.c.number, readings.c.kind, *(readings.c[name] for name in OF_DOCUMENTS))
_NEEDED = (records.c.number, records.c.record_kind, records.c.name, *(records.c[name] for name in OF_RECORDS))


def tally_of(reading: _Row, found: Iterable[_Row], roles: Iterable[_Row]) -> Tally:
    """What one reading adds: the rows of itself, of its records and of who takes part in them."""
    told: Tally = Counter()
    of_document = [(name, reading[name]) for name in OF_DOCUMENTS if reading[name] is not None]
    told.update(("documents", *pair) for pair in (ALL, ("kind", reading["kind"]), *of_document))
    kinds: dict[int, str] = {}
    for row in found:
        kind = kinds[row["number"]] = row["record_kind"]
        told.update((kind, name, row[name]) for name in OF_RECORDS if row[name] is not None)
        told.update((kind, *pair) for pair in (ALL, *of_document))
        if row["actor"] is not None:
            told["names", row["actor"], f"{row['kind']} {row['name']}"] += 1
    told.update((kinds[row["record"]], _SLOTS[row["role"]], row["actor"]) for row in roles if row["role"] in _SLOTS)
    return told


def add(connection: Connection, told: Tally, former: Tally) -> None:
    """Let the tallies follow a reading that counts from now on, in the place of a former one."""
    changed = {key: told[key] - former[key] for key in {**told, **former} if told[key] != former[key]}
    rows = [(*key, number) for key, number in sorted(changed.items())]
    if rows:
        add_tallies(connection, rows)


def load_tally(connection: Connection, number: int) -> Tally:
    """What one reading of the ledger adds."""
    reading = connection.execute(select(*_OF_READINGS).where(readings.c.number == number)).mappings().one()
    found = connection.execute(select(*_NEEDED).where(records.c.reading == number)).mappings().all()
    inside = parties.join(records, records.c.number == parties.c.record)
    roles = connection.execute(select(parties).select_from(inside).where(records.c.reading == number)).mappings().all()
    return tally_of(reading, found, roles)


def count_anew(connection: Connection) -> Tally:
    """All tallies as they must be."""
    told: Tally = Counter()
    for parts, inside, wanted in _counts():
        columns = [part for part in parts if not isinstance(part, str)]
        there = (_COUNTS, *(column.is_not(None) for column in columns), *wanted)
        asked = select(*columns, func.count()).select_from(inside).where(*there).group_by(*columns)
        for *values, number in connection.execute(asked):
            found = iter(values)
            about, slot, value = (part if isinstance(part, str) else next(found) for part in parts)
            told[about, slot, value] = number
    return +told


def _counts() -> Iterator[tuple[tuple[_Part, _Part, _Part], FromClause, tuple[ColumnElement[bool], ...]]]:
    """The three parts of a tally's key, each a word or a column; where they stand, and what else must hold."""
    found = readings.join(records, records.c.reading == readings.c.number)
    taking_part = found.join(parties, parties.c.record == records.c.number)
    kind = records.c.record_kind
    yield ("documents", *ALL), readings, ()
    yield (kind, *ALL), found, ()
    yield ("documents", "kind", readings.c.kind), readings, ()
    for name in OF_DOCUMENTS:
        yield ("documents", name, readings.c[name]), readings, ()
        yield (kind, name, readings.c[name]), found, ()
    for name in OF_RECORDS:
        yield (kind, name, records.c[name]), found, ()
    for slot, role in OF_PARTIES.items():
        yield (kind, slot, parties.c.actor), taking_part, (parties.c.role == role,)
    yield ("names", records.c.actor, records.c.kind + " " + records.c.name), found, ()


def find_tally(connection: Connection, about: str, slot: str) -> tuple[tuple[str, int], ...]:
    """The values of a field with how often each is had, the most usual first."""
    asked = select(tallies.c.value, tallies.c.number).where(tallies.c.about == about, tallies.c.slot == slot)
    told = asked.where(tallies.c.number > 0).order_by(tallies.c.number.desc(), tallies.c.value)
    return tuple((value, number) for value, number in connection.execute(told))


def find_total(connection: Connection, about: str) -> int:
    """How many records of a kind there are, or how many documents."""
    return dict(find_tally(connection, about, ALL[0])).get(ALL[1], 0)


def find_all_names(connection: Connection) -> Iterator[tuple[str, str, str, int]]:
    """Every actor with each of its kinds and names, and how many records call it so."""
    asked = select(tallies.c.slot, tallies.c.value, tallies.c.number).where(tallies.c.about == "names")
    for actor, value, number in connection.execute(asked.where(tallies.c.number > 0)):
        kind, _, name = value.partition(" ")
        yield actor, kind, name, number


def find_wrong(connection: Connection) -> tuple[str, ...]:
    """In words, which tallies are not what they must be."""
    due = count_anew(connection)
    held = {(row.about, row.slot, row.value): row.number for row in connection.execute(select(tallies))}
    wrong = sorted(key for key in {*due, *held} if due[key] != held.get(key, 0))
    return tuple(f"the tally of {' '.join(key)} is {held.get(key, 0)} and must be {due[key]}" for key in wrong)
