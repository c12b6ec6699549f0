"""Relationships: which records stand between parties, and which parties have any. No record is read here.

A party stands for itself, its bodies (`KOR/ministry-of-trade` for `KOR`) and, where people take part, for those that
documents give to it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, false, func, or_, select, union_all

from servanda.codebook import ActorId
from servanda.store.schema import parties, readings, records

_TAKING_PART = ("debtor", "creditor", "participant", "party")
_SAYING = ("speaker", "target")
"""Parts in an assessment: who says it, and of whom."""
_AFTER_SLASH = chr(ord("/") + 1)
_BOUND, _OWED, _BETWEEN = "=", ">", "\n"
"""What stands before who is bound and who is owed where a database names them together, and between them; no id has a line break."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """Two parties with commitments between them.

    Attributes:
        parties: the two, sorted.
        commitments: how many records of commitments name both of them, as bound or as owed.
        owed: how many of them bind the first one to the second, and the second one to the first.
        latest: the last day on which a document with one of them was published; empty where no date is known.
    """

    parties: tuple[ActorId, ActorId]
    commitments: int
    owed: tuple[int, int]
    latest: str


def find_relationships(
    connection: Connection, counting: ColumnElement[bool], people: Mapping[ActorId, Collection[ActorId]]
) -> tuple[Relationship, ...]:
    """Every two parties that commitments name together, those with most commitments first; people count for their state.

    Args:
        connection: to the ledger.
        counting: which readings count.
        people: the people who count for each state, as `find_people` gives them.
    """
    homes = {person: state for state, named in people.items() for person in named}
    number: Counter[tuple[ActorId, ActorId]] = Counter()
    directed: Counter[tuple[ActorId, ActorId]] = Counter()
    latest: dict[tuple[ActorId, ActorId], str] = {}
    for named, commitments, day in connection.execute(_alike(counting)):
        sides: tuple[set[ActorId], set[ActorId]] = (set(), set())
        for part in named.split(_BETWEEN):
            actor = part[len(_BOUND) :]
            sides[part.startswith(_OWED)].add(homes.get(actor) or side_of(actor))
        debtors, creditors = sides
        for debtor in debtors:
            for creditor in creditors - debtors:
                directed[debtor, creditor] += commitments
        for pair in combinations(sorted(debtors | creditors), 2):
            number[pair] += commitments
            latest[pair] = max(latest.get(pair, ""), day or "")
    return tuple(
        Relationship(
            parties=(one, other),
            commitments=number[one, other],
            owed=(directed[one, other], directed[other, one]),
            latest=latest[one, other],
        )
        for one, other in sorted(number, key=lambda pair: (-number[pair], pair))
    )


def _alike(counting: ColumnElement[bool]) -> Select[Any]:
    """Who is bound and owed together, in how many commitments, and the last day on which a document with one was published.

    A million records name some thousands of such groups: to put them together in the database takes a fifth of the time.
    """
    who = case((parties.c.role == "creditor", _OWED), else_=_BOUND) + parties.c.actor
    named = (
        select(func.aggregate_strings(who, _BETWEEN).label("named"), func.max(readings.c.published_from).label("day"))
        .select_from(parties.join(records, records.c.number == parties.c.record))
        .join(readings, readings.c.number == records.c.reading)
        .where(parties.c.role.in_(("debtor", "creditor")), records.c.record_kind == "commitments", counting)
        .group_by(parties.c.record)
        .subquery()
    )
    return select(named.c.named, func.count(), func.max(named.c.day)).group_by(named.c.named)


def side_of(actor: ActorId) -> ActorId:
    """The party that an actor stands for: a body stands for its state."""
    return actor.partition("/")[0]


def is_between(sides: Sequence[Sequence[ActorId]], kind: str | None = None) -> ColumnElement[bool]:
    """Whether at least two of these parties take part in a record, or the only one: each any of its ids, or a body of the first one.

    Args:
        sides: the ids of each party.
        kind: plural name of the records' kind, where they are all of one; only its parts are looked at then.
    """
    taking_part = [_takes_part(tuple(side), kind) for side in sides if side]
    if len(sides) == 1:
        return or_(*taking_part) if taking_part else false()
    return or_(*(and_(one, other) for one, other in combinations(taking_part, 2))) if len(taking_part) > 1 else false()


def find_people(connection: Connection, counting: ColumnElement[bool]) -> dict[ActorId, tuple[ActorId, ...]]:
    """Whom documents give to a state and to no other, by state; its bodies need not be told."""
    asked = (
        select(records.c.actor, records.c.state)
        .select_from(records.join(readings, readings.c.number == records.c.reading))
        .where(records.c.actor.is_not(None), records.c.state.is_not(None), counting)
        .distinct()
    )
    states: defaultdict[ActorId, set[ActorId]] = defaultdict(set)
    for actor, state in connection.execute(asked):
        if side_of(actor) != state:
            states[actor].add(state)
    people: defaultdict[ActorId, list[ActorId]] = defaultdict(list)
    for actor in sorted(states):
        if len(states[actor]) == 1:
            people[min(states[actor])].append(actor)
    return {state: tuple(actors) for state, actors in people.items()}


def sides_of(actors: Collection[ActorId], connection: Connection, counting: ColumnElement[bool]) -> frozenset[ActorId]:
    """The parties that these actors stand for: states for their bodies, and for the people whom documents give to them."""
    bound = frozenset(actors)
    people = find_people(connection, counting).items()
    return frozenset(map(side_of, bound)) | {state for state, named in people if not bound.isdisjoint(named)}


def find_years(connection: Connection, counting: ColumnElement[bool]) -> tuple[tuple[int, int], ...]:
    """The years in which occasions begin, and how many in each; the last one first."""
    year = func.substr(records.c.date_from, 1, 4)
    asked = (
        select(year, func.count())
        .select_from(records.join(readings, readings.c.number == records.c.reading))
        .where(records.c.record_kind == "occasions", records.c.date_from.is_not(None), counting)
        .group_by(year)
    )
    return tuple(sorted(((int(told), number) for told, number in connection.execute(asked)), reverse=True))


def _takes_part(side: tuple[ActorId, ...], kind: str | None) -> ColumnElement[bool]:
    bodies = (parties.c.actor > f"{side[0]}/") & (parties.c.actor < side[0] + _AFTER_SLASH)
    roles = _SAYING if kind == "assessments" else _TAKING_PART
    # The kind stands in the index behind the actor: what a state said in a hundred statements is passed over.
    told = (parties.c.role.in_(roles), *([parties.c.record_kind == kind] if kind else []))
    asked = [select(parties.c.record).where(who, *told) for who in (parties.c.actor.in_(side), bodies)]
    return records.c.number.in_(union_all(*asked))
