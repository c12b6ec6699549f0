"""How many records that count now have which value: kept as readings are added, so that nobody need count a million.

The tallies say nothing that the other tables do not say; they follow in the transaction that adds a reading, are counted
anew when an older ledger is brought up, and are checked like everything else. They hold for now, not for a past moment.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import reduce
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Connection, FromClause, Select, distinct, func, literal, select, union_all

from servanda.store.databases import add_tallies
from servanda.store.queries import Query
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
JOINTLY = {
    "commitments": ("act", "firmness", "status"),
    "occasions": ("kind", "type", "status"),
    "instruments": ("kind", "status"),
    "assessments": ("about", "valence"),
}
"""Closed fields of a kind that are tallied together too: what has several values at once need not be counted either."""
ALL = ("", "")
"""Field and value of the tally of all records of a kind, or of all documents."""
DOCUMENTS, MENTIONS = "documents", "mentions"
"""Fields of the tallies of actors: in how many documents each is, and how often it is mentioned."""

_OF_PAGES = frozenset({"limit", "offset", "order"})
_TALLIED = {
    **{name: name for name in (*OF_RECORDS, *OF_DOCUMENTS) if name != "actor"},
    "debtor": "debtors",
    "creditor": "creditors",
}
"""By which field of a tally a filter is answered; one by any part of an actor is by none."""
_Row: TypeAlias = Sequence[Any]
_Part: TypeAlias = str | ColumnElement[str]
_Number: TypeAlias = ColumnElement[int]
_COUNTS = readings.c.superseded_at.is_(None)
_SLOTS = {role: slot for slot, role in OF_PARTIES.items()}
_JOINT = " "
"""Between fields that are tallied together, and between their values: no value of a closed field has a blank."""
_PLACES = {kind: tuple(map(OF_RECORDS.index, slots)) for kind, slots in JOINTLY.items()}
TOLD_OF_READING = ("number", "kind", *OF_DOCUMENTS)
TOLD_OF_RECORD = ("reading", "record_kind", "name", "mentions", *OF_RECORDS)
TOLD_OF_PARTY = ("record_kind", "role", "actor")
"""What `tally_of` wants to know of each row, in this order."""


def tally_of(read: Iterable[_Row], found: Sequence[_Row], roles: Iterable[_Row]) -> Tally:
    """What readings add: the rows of themselves, of their records and of who takes part in them."""
    told: Tally = Counter()
    of_document = {number: values for number, *values in read}
    for (kind, *values), number in Counter(map(tuple, of_document.values())).items():
        told["documents", *ALL] += number
        told["documents", "kind", kind] += number
        _count(told, "documents", OF_DOCUMENTS, values, number)
    # What many rows share is counted once for all of them.
    for (reading, kind), number in Counter(row[:2] for row in found).items():
        told[kind, *ALL] += number
        _count(told, kind, OF_DOCUMENTS, of_document[reading][1:], number)
    for (kind, *values), number in Counter((row[1], *row[4:]) for row in found).items():
        _count(told, kind, OF_RECORDS, values, number)
        if kind in JOINTLY:
            told[kind, joint_slot(kind), _JOINT.join(values[at] or "" for at in _PLACES[kind])] += number
    for (kind, role, actor), number in Counter(roles).items():
        if role in _SLOTS:
            told[kind, _SLOTS[role], actor] += number
    _count_actors(told, (row for row in found if row[4] is not None))
    return told


def joint_slot(kind: str) -> str:
    """The field under which the closed fields of a kind are tallied together."""
    return _JOINT.join(JOINTLY[kind])


def _count_actors(told: Tally, found: Iterable[_Row]) -> None:
    """What each actor is called, in how many documents it is and how often it is mentioned, at all and of each kind."""
    mentions: Counter[tuple[str, str]] = Counter()
    calls: Counter[tuple[str, str, str]] = Counter()
    inside, inside_as = set(), set()
    for reading, record_kind, name, often, actor, kind, *_ in found:
        mentions[actor, kind] += often
        inside.add((reading, actor))
        inside_as.add((reading, actor, kind))
        if record_kind == "actors":
            calls[actor, kind, name] += 1
    for (actor, kind), number in mentions.items():
        told["actors", MENTIONS, actor] += number
        told["actors", f"{MENTIONS} as {kind}", actor] += number
    for actor, number in Counter(actor for _, actor in inside).items():
        told["actors", DOCUMENTS, actor] += number
    for (actor, kind), number in Counter(one[1:] for one in inside_as).items():
        told["actors", f"{DOCUMENTS} as {kind}", actor] += number
    for (actor, kind, name), number in calls.items():
        told["names", actor, f"{kind} {name}"] += number


def _count(told: Tally, about: str, slots: Sequence[str], values: Sequence[str | None], number: int) -> None:
    for slot, value in zip(slots, values, strict=True):
        if value is not None:
            told[about, slot, value] += number


def add(connection: Connection, told: Tally, former: Tally) -> None:
    """Let the tallies follow a reading that counts from now on, in the place of a former one."""
    changed: Mapping[tuple[str, str, str], int] = told
    if former:
        changed = {key: told[key] - former[key] for key in {**told, **former} if told[key] != former[key]}
    rows = [(*key, number) for key, number in sorted(changed.items())]
    if rows:
        add_tallies(connection, rows)


def load_tally(connection: Connection, number: int) -> Tally:
    """What one reading of the ledger adds."""
    reading = select(*(readings.c[name] for name in TOLD_OF_READING)).where(readings.c.number == number)
    found = select(*(records.c[name] for name in TOLD_OF_RECORD)).where(records.c.reading == number)
    inside = parties.join(records, records.c.number == parties.c.record)
    roles = select(*(parties.c[name] for name in TOLD_OF_PARTY)).select_from(inside).where(records.c.reading == number)
    return tally_of(*(list(map(tuple, connection.execute(asked))) for asked in (reading, found, roles)))


def count_anew(connection: Connection) -> Tally:
    """All tallies as they must be."""
    told: Tally = Counter()
    for parts, inside, wanted, number in _counts():
        columns = [part for part in parts if not isinstance(part, str)]
        there = (_COUNTS, *(column.is_not(None) for column in columns), *wanted)
        asked = select(*columns, number).select_from(inside).where(*there).group_by(*columns)
        for *values, often in connection.execute(asked):
            found = iter(values)
            about, slot, value = (part if isinstance(part, str) else next(found) for part in parts)
            told[about, slot, value] = often
    return +told


def _counts() -> Iterator[tuple[tuple[_Part, _Part, _Part], FromClause, tuple[ColumnElement[bool], ...], _Number]]:
    """The three parts of a tally's key, each a word or a column; where they stand, what else must hold; what is told."""
    found = readings.join(records, records.c.reading == readings.c.number)
    taking_part = found.join(parties, parties.c.record == records.c.number)
    kind, rows = records.c.record_kind, func.count()
    yield ("documents", *ALL), readings, (), rows
    yield (kind, *ALL), found, (), rows
    yield ("documents", "kind", readings.c.kind), readings, (), rows
    for name in OF_DOCUMENTS:
        yield ("documents", name, readings.c[name]), readings, (), rows
        yield (kind, name, readings.c[name]), found, (), rows
    for name in OF_RECORDS:
        yield (kind, name, records.c[name]), found, (), rows
    for name, slots in JOINTLY.items():
        held: list[ColumnElement[Any]] = [func.coalesce(records.c[slot], "") for slot in slots]
        together = reduce(lambda one, other: one + _JOINT + other, held)
        yield (name, joint_slot(name), together), found, (kind == name,), rows
    for slot, role in OF_PARTIES.items():
        yield (kind, slot, parties.c.actor), taking_part, (parties.c.role == role,), rows
    yield ("names", records.c.actor, records.c.kind + " " + records.c.name), found, (), rows
    inside, mentions = func.count(distinct(readings.c.number)), func.sum(records.c.mentions)
    for slot, number in ((DOCUMENTS, inside), (MENTIONS, mentions)):
        yield ("actors", slot, records.c.actor), found, (), number
        yield (
            ("actors", literal(f"{slot} as ") + records.c.kind, records.c.actor),
            found,
            (records.c.actor.is_not(None),),
            number,
        )


def find_tally(connection: Connection, about: str, slot: str) -> tuple[tuple[str, int], ...]:
    """The values of a field with how often each is had, the most usual first."""
    return tuple((row.value, row.number) for row in connection.execute(_usual(about, slot)))


def usual_first(pair: tuple[str, int]) -> tuple[int, str]:
    """The key that puts values with how often they are had in order, the most usual first."""
    return -pair[1], pair[0]


def _usual(about: str, slot: str) -> Select[Any]:
    asked = select(tallies.c.slot, tallies.c.value, tallies.c.number)
    here = (tallies.c.about == about, tallies.c.slot == slot, tallies.c.number > 0)
    return asked.where(*here).order_by(tallies.c.number.desc(), tallies.c.value)


def find_tallies(
    connection: Connection, about: str, slots: Collection[str], most: int | None = None
) -> dict[str, tuple[tuple[str, int], ...]]:
    """The same for several fields, of each so many values at most."""
    if not slots:
        return {}
    # A limit in each field lets a database keep that many while it goes through thousands.
    each = (_usual(about, slot).limit(most).subquery() for slot in slots)
    told: dict[str, list[tuple[str, int]]] = {slot: [] for slot in slots}
    for slot, value, number in connection.execute(union_all(*(select(one) for one in each))):
        told[slot].append((value, number))
    return {slot: tuple(sorted(values, key=usual_first)) for slot, values in told.items()}


def find_number(connection: Connection, about: str, slot: str, value: str) -> int:
    """How many records of a kind have this value now, or how many documents."""
    here = (tallies.c.about == about, tallies.c.slot == slot, tallies.c.value == value)
    return connection.execute(select(tallies.c.number).where(*here)).scalar() or 0


def find_total(connection: Connection, about: str) -> int:
    """How many records of a kind there are, or how many documents."""
    return find_number(connection, about, *ALL)


def narrowing(query: Query) -> Mapping[str, Any]:
    """What narrows a question, but for the page that is asked for."""
    told = {one.name: getattr(query, one.name) for one in fields(Query) if one.name not in _OF_PAGES}
    return {name: value for name, value in told.items() if value is not None}


def exact_total(connection: Connection, kind: str, query: Query) -> int | None:
    """How many records of a kind, or `documents`, answer a question, where a tally knows it."""
    narrowed = narrowing(query)
    if not narrowed:
        return find_total(connection, kind)
    if len(narrowed) > 1:
        together = find_joint(connection, kind, narrowed) if narrowed.keys() <= {*JOINTLY.get(kind, ())} else None
        return None if together is None else sum(number for _, number in together)
    ((name, value),) = narrowed.items()
    slot = "speakers" if name == "speaker" and kind != "commitments" else _TALLIED.get(name)
    known = slot is not None and (kind != "documents" or slot in (*OF_DOCUMENTS, "kind"))
    return find_number(connection, kind, slot, str(value)) if known and slot else None


def find_joint(
    connection: Connection, kind: str, wanted: Mapping[str, Any]
) -> tuple[tuple[Mapping[str, str], int], ...]:
    """How many records of a kind have which closed values together, of those that have these; empty is what has none."""
    slots = JOINTLY[kind]
    due = [(slots.index(name), value) for name, value in wanted.items()]
    told = ((values.split(_JOINT), number) for values, number in find_tally(connection, kind, joint_slot(kind)))
    return tuple(
        (dict(zip(slots, values, strict=True)), number)
        for values, number in told
        if all(values[at] == value for at, value in due)
    )


def find_all_names(connection: Connection, wanted: Sequence[str] | None = None) -> Iterator[tuple[str, str, str, int]]:
    """Every actor, or these, with each of its kinds and names, and how many records call it so."""
    asked = select(tallies.c.slot, tallies.c.value, tallies.c.number).where(tallies.c.about == "names")
    if wanted is not None:
        asked = asked.where(tallies.c.slot.in_(wanted))
    for actor, value, number in connection.execute(asked.where(tallies.c.number > 0)):
        kind, _, name = value.partition(" ")
        yield actor, kind, name, number


def find_wrong(connection: Connection) -> tuple[str, ...]:
    """In words, which tallies are not what they must be."""
    due = count_anew(connection)
    held = {(row.about, row.slot, row.value): row.number for row in connection.execute(select(tallies))}
    wrong = sorted(key for key in {*due, *held} if due[key] != held.get(key, 0))
    return tuple(f"the tally of {' '.join(key)} is {held.get(key, 0)} and must be {due[key]}" for key in wrong)
