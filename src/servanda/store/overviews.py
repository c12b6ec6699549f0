"""What a ledger answers about all that it holds: actors, names, values and counts, relationships, hashes.

What every page asks for is kept until something is read.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Connection

from servanda.codebook import (
    Actor,
    ActorId,
    DocumentId,
)
from servanda.store import (
    actors,
    contents,
    deadlines,
    finds,
    mentions,
    relationships,
    surveys,
)
from servanda.store.deadlines import Deadlined
from servanda.store.filters import counts
from servanda.store.outcomes import ActorRow, Survey
from servanda.store.queries import Query
from servanda.store.relationships import Relationship
from servanda.store.sessions import Session

_ALL = Query()
_SIDES = ("debtors", "creditors")
T = TypeVar("T")


class Overviews(Session):
    """What the records of a ledger come to, all together."""

    def find_actors(self, query: Query = _ALL) -> tuple[ActorRow, ...]:
        """Actors over all documents, those in most documents first."""
        with self._transaction() as connection:
            return actors.find_actors(connection, self._then(query))

    def find_actors_page(self, query: Query = _ALL) -> tuple[tuple[ActorRow, ...], int]:
        """The same, with how many there are on all pages."""
        with self._transaction() as connection:
            return actors.find_actors_page(connection, self._then(query))

    def survey(
        self, kind: str, query: Query = _ALL, slots: Collection[str] = (), most_values: int | None = None
    ) -> Survey:
        """How many records of a kind, or `documents`, answer a question, and which values they have in these fields.

        Counting ends after some thousands; the answer says so. Of each field at most `most_values` are told, the most usual.

        Raises:
            ValueError: no such kind, or a field that has no short list of values.
        """
        with self._transaction() as connection:
            return surveys.survey(connection, kind, self._then(query), slots, most_values)

    def last_reading(self) -> int:
        """Number of the reading that was added last: what `Query.upto` holds on to."""
        with self._transaction() as connection:
            return finds.last_reading(connection)

    def first_added(self) -> datetime | None:
        """When the ledger took in its first reading; None where it has none."""
        with self._transaction() as connection:
            return finds.first_added(connection)

    def find_names(self) -> Mapping[ActorId, str]:
        """The most usual name of every actor; of several, the longest."""
        with self._transaction() as connection:
            # Tens of thousands of names are asked for by every page, and stay the same until something is read.
            return self._kept(connection, actors.find_names, self._known)

    def find_values(self, kind: str, slot: str, query: Query = _ALL) -> tuple[tuple[str, int], ...]:
        """The values of a field, with how many records of the kind (or `documents`) have it; the most usual first.

        Raises:
            ValueError: no such kind, or a field that has no short list of values.
        """
        with self._transaction() as connection:
            return actors.find_values(connection, kind, slot, self._then(query))

    def find_all_values(
        self, kind: str, slots: Collection[str], most: int | None = None
    ) -> Mapping[str, tuple[tuple[str, int], ...]]:
        """The same of several fields, over the whole ledger; of each so many at most.

        Raises:
            ValueError: no such kind, or a field that has no short list of values.
        """
        with self._transaction() as connection:
            return actors.find_all_values(connection, kind, slots, self._then(_ALL), most)

    def find_relationships(self) -> tuple[Relationship, ...]:
        """Every two parties that commitments name together, those with most of them first."""
        with self._transaction() as connection:
            counting = counts(self._known)
            people = self._kept(connection, relationships.find_people, counting)
            return self._kept(connection, relationships.find_relationships, counting, people)

    def find_deadlines(self) -> tuple[Deadlined, ...]:
        """Every commitment with a deadline, those that end first first."""
        with self._transaction() as connection:
            last, find = finds.last_reading(connection), deadlines.find_deadlines
            since, known = self._finds.get(find, (-1, ()))
            if since != last:
                # What was listed before is carried on; how it stood at a moment is listed anew.
                carried = (since, known) if since >= 0 and self._known is None else (0, ())
                self._finds[find] = last, find(connection, counts(self._known), *carried)
            found: tuple[Deadlined, ...] = self._finds[find][1]
            return found

    def find_states(self, documents: Collection[DocumentId]) -> Mapping[DocumentId, Mapping[ActorId, ActorId]]:
        """For each of these documents the state that it gives each of its actors."""
        with self._transaction() as connection:
            return mentions.find_states(connection, documents, counts(self._known))

    def find_mentioned(self, documents: Collection[DocumentId], actors: Collection[ActorId]) -> tuple[Actor, ...]:
        """These actors as these documents have them."""
        with self._transaction() as connection:
            return mentions.find_mentioned(connection, documents, actors, counts(self._known))

    def find_people(self) -> Mapping[ActorId, tuple[ActorId, ...]]:
        """The people whom documents give to a state and to no other, by state."""
        with self._transaction() as connection:
            return self._kept(connection, relationships.find_people, counts(self._known))

    def find_sides(self) -> frozenset[ActorId]:
        """Every party that a commitment binds or is owed to; states for their bodies and their people too."""
        with self._transaction() as connection:
            return self._kept(connection, _sides, self._then(_ALL))

    def find_years(self) -> tuple[tuple[int, int], ...]:
        """The years in which occasions begin, and how many in each; the last one first."""
        with self._transaction() as connection:
            return self._kept(connection, relationships.find_years, counts(self._known))

    def find_hashes(self) -> Mapping[DocumentId, str]:
        """For each document the hash of the reading that counts: where it is the same, the reading says the same."""
        with self._transaction() as connection:
            return contents.find_hashes(connection, self._known)

    def find_record_ids(self, documents: Collection[DocumentId]) -> Mapping[DocumentId, Mapping[str, frozenset[str]]]:
        """For each of these documents the ids of its records, by kind."""
        with self._transaction() as connection:
            return contents.find_record_ids(connection, documents, self._known)

    def _kept(self, connection: Connection, find: Callable[..., T], *told: object) -> T:
        """What was found over the whole ledger, as long as nothing was added to it since."""
        last = finds.last_reading(connection)
        # Another thread may put in what it found at another moment, so that it is looked up once.
        since, found = self._finds.get(find, (-1, None))
        if since != last:
            found = find(connection, *told)
            self._finds[find] = last, found
        kept: T = found
        return kept


def _sides(connection: Connection, query: Query) -> frozenset[ActorId]:
    asked = [actors.find_values(connection, "commitments", slot, query) for slot in _SIDES]
    return relationships.sides_of({actor for told in asked for actor, _ in told}, connection, counts(query.known))
