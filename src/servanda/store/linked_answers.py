"""What a ledger answers about records of several documents that are one thing: threads, links, pairs and their keys."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from servanda.codebook import (
    Block,
    Link,
    Pair,
    RecordId,
    Standing,
    Thread,
)
from servanda.codebook.vocabulary import Tie
from servanda.store import (
    contents,
    resolutions,
    threads,
)
from servanda.store.outcomes import Unlinked
from servanda.store.queries import Query
from servanda.store.sessions import Session

_ALL = Query()


class LinkedAnswers(Session):
    """Threads, links, pairs and blocking keys, found."""

    def find_threads(self, kind: str, query: Query = _ALL, *, several: bool = True) -> tuple[Thread, ...]:
        """The threads of a kind with a record that answers the question, those said last first.

        Args:
            kind: `actors`, `stories`, `occasions`, `instruments` or `commitments`.
            query: what one of their records must be; of actors only the page is asked.
            several: leave out threads of one record.
        """
        with self._transaction() as connection:
            return threads.find_threads(connection, kind, self._then(query), several=several)

    def count_threads(self, kind: str, query: Query = _ALL, *, several: bool = True) -> int:
        """How many threads answer the question, on all its pages."""
        with self._transaction() as connection:
            return threads.count_threads(connection, kind, self._then(query), several=several)

    def find_thread(self, key: str) -> Thread | None:
        """The thread of this id, or of the only id that begins so."""
        with self._transaction() as connection:
            return threads.find_thread(connection, key, self._known)

    def find_threads_of(self, wanted: Collection[RecordId]) -> tuple[Thread, ...]:
        """The threads that hold any of these records."""
        with self._transaction() as connection:
            return threads.find_threads_of(connection, wanted, self._known)

    def find_lone(self, wanted: Collection[RecordId]) -> Mapping[RecordId, RecordId]:
        """For each of these threads that is of one record alone, that record."""
        with self._transaction() as connection:
            return threads.find_lone(connection, wanted, self._known)

    def find_standing(self, kind: str) -> tuple[Thread, ...]:
        """Every thread of a kind that joins several records, in the order of their ids."""
        with self._transaction() as connection:
            return contents.find_standing(connection, kind, self._known)

    def find_links(self, wanted: Collection[RecordId]) -> tuple[Link, ...]:
        """The links that join any of these records to another one."""
        with self._transaction() as connection:
            return threads.find_links(connection, wanted, self._known)

    def find_ties(self, tie: Tie, query: Query = _ALL) -> tuple[Link, ...]:
        """The links of one sort, those found last first; only the page is asked."""
        with self._transaction() as connection:
            return threads.find_ties(connection, tie, self._then(query))

    def find_pairs(self, kind: str, standing: Standing, query: Query = _ALL) -> tuple[Pair, ...]:
        """The pairs of a kind that stand so, the surest first; only the page is asked."""
        with self._transaction() as connection:
            return threads.find_pairs(connection, kind, standing, self._then(query))

    def find_pairs_of(self, kind: str, wanted: Collection[RecordId]) -> tuple[Pair, ...]:
        """The pairs that compare any of these records with another one."""
        with self._transaction() as connection:
            return threads.find_pairs_of(connection, kind, wanted, self._known)

    def find_blocked(self, kind: str, version: str, keys: Collection[str]) -> tuple[Block, ...]:
        """The records that have any of these keys to be compared by."""
        with self._transaction() as connection:
            return threads.find_blocked(connection, kind, version, keys)

    def find_unlinked(self, kind: str, version: str) -> Unlinked:
        """What is new since records of this kind were linked by these rules."""
        with self._transaction() as connection:
            return resolutions.find_unlinked(connection, kind, version)
