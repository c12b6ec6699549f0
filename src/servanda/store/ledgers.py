"""The ledger: one file, or one database of a server, that holds every document, reading and problem, and answers questions about them.

It does not read texts, decide anything about them, or make pages. Every call is one short transaction; readers see
the ledger as it stood when their call began, whoever writes meanwhile.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from sqlalchemy import ColumnElement, Connection, Engine

from servanda.codebook import (
    ActorId,
    Block,
    Document,
    DocumentId,
    Judgement,
    Link,
    Pair,
    Problem,
    Reading,
    Record,
    RecordId,
    Resolution,
    Spans,
    Standing,
    Thread,
)
from servanda.codebook.vocabulary import Tie
from servanda.store import (
    actors,
    appends,
    contents,
    copies,
    drafts,
    finds,
    judgements,
    merges,
    relationships,
    resolutions,
    surveys,
    threads,
)
from servanda.store.additions import additions_of
from servanda.store.checkpoints import Checkpoints
from servanda.store.checks import find_faults
from servanda.store.databases import broken_indexes, broken_parts
from servanda.store.errors import LedgerError
from servanda.store.files import may_write, open_file, refusals
from servanda.store.filters import counts
from servanda.store.merges import Merged
from servanda.store.queries import (
    ActorRow,
    Change,
    DocumentHead,
    Draft,
    Found,
    Judged,
    Newest,
    Query,
    Survey,
    Unlinked,
)
from servanda.store.relationships import Relationship
from servanda.store.rows import time_row
from servanda.store.searches import matches_in, parse_search
from servanda.store.servers import is_server, open_server, server_refusals, shown
from servanda.store.sqlite import copy_file

_ALL = Query()
_DRAFTS_AT_ONCE = 200
_MANY = 1_000
"""From so many readings at once on what is written is carried over while the next ones are prepared."""
_SIDES = ("debtors", "creditors")
T = TypeVar("T")


def _now() -> datetime:
    return datetime.now(UTC)


class Ledger:
    """A ledger. Open it with `Ledger.open`, and close it, or use it in a `with` statement.

    Attributes:
        place: its file, or its address on a server without the password.
    """

    def __init__(
        self, place: str, engine: Engine, now: Callable[[], datetime] = _now, known: str | None = None
    ) -> None:
        self.place = place
        self._engine = engine
        self._now = now
        self._known = known
        self._names: tuple[int, Mapping[ActorId, str]] | None = None
        self._finds: dict[Callable[..., Any], tuple[int, Any]] = {}
        self._checkpoints = Checkpoints(Path(place))

    @classmethod
    def open(cls, place: str | os.PathLike[str], create: bool = True, *, now: Callable[[], datetime] = _now) -> Self:
        """Open a ledger.

        Args:
            place: its file, or its address on a PostgreSQL server (`postgresql://user@host/database`).
            create: make one where there is none. Without it a file that may not be written is opened for reading.
            now: what time it is, for tests.

        Raises:
            LedgerError: there is none, it is no ledger or one of another version, or the file or folder forbids it.
        """
        told = os.fspath(place)
        if is_server(told):
            return cls(shown(told), open_server(told, create=create), now)
        return cls(told, open_file(Path(told), create=create), now)

    def as_known_on(self, moment: datetime) -> Self:
        """The same ledger as it stood at a moment: every question is answered as it would have been then.

        It shares the connections of this one, and nothing can be added to it.

        Raises:
            ValueError: the moment has no time zone.
        """
        if moment.tzinfo is None:
            raise ValueError("a moment of the ledger's time has a time zone")
        return type(self)(self.place, self._engine, self._now, time_row(moment))

    def close(self) -> None:
        """Let go of the database."""
        self._checkpoints.wait()
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def append_reading(self, document: Document, reading: Reading) -> Change:
        """Add a document with its reading; where it was read before, the new reading counts from now on.

        Returns:
            `unchanged` where the ledger knows it already: then only a new location is added.

        Raises:
            ValueError: the reading is of another document.
            LedgerError: the ledger cannot be written.
        """
        (change,) = self.append_readings([(document, reading)])
        return change

    def append_readings(self, given: Iterable[tuple[Document, Reading]]) -> tuple[Change, ...]:
        """Add many documents with their readings, all of them or none; say what became of each.

        It is several times as fast as one after the other.

        Raises:
            ValueError: a reading is of another document.
            LedgerError: the ledger cannot be written.
        """
        listed = list(given)
        for document, reading in listed:
            if reading.document != document.id:
                raise ValueError(f"the reading is of {reading.document}, not of {document.id}")
        prepared, many = additions_of(listed), len(listed) >= _MANY and not self._on_server
        if many:
            self._checkpoints.wait()
        # Every row points to one of the same call, or to one that was found in the same transaction.
        with self._transaction(writes=True, linked=True, many=many) as connection:
            changes = appends.append_readings(connection, prepared, at=time_row(self._now()))
        if many:
            self._checkpoints.begin()
        return changes

    def append_problems(self, problems: Iterable[Problem]) -> int:
        """Add problems that the ledger does not list yet; return how many.

        Raises:
            LedgerError: the ledger cannot be written.
        """
        with self._transaction(writes=True) as connection:
            return appends.append_problems(connection, problems, at=time_row(self._now()))

    def close_problems(self, among: Callable[[str], bool], seen: Collection[RecordId]) -> int:
        """Let problems of sources stand no longer, since their places were read again without them; return how many.

        Args:
            among: whether a location was read again.
            seen: ids of the problems that came up.

        Raises:
            LedgerError: the ledger cannot be written.
        """
        with self._transaction(writes=True) as connection:
            return appends.close_problems(connection, among, seen, at=time_row(self._now()))

    def judge(self, judgement: Judgement) -> bool:
        """Add a judgement; return whether it is new.

        Raises:
            UnknownError: a record that it is about is not in the ledger.
            LedgerError: the ledger cannot be written.
        """
        with self._transaction(writes=True) as connection:
            return judgements.append_judgement(connection, judgement, at=time_row(self._now()))

    def undo(self, key: str, by: str, why: str) -> Judgement:
        """Take back the judgement of this id, or the only one that begins so; return it.

        Raises:
            UnknownError: no one judgement that stands has such an id.
            LedgerError: the ledger cannot be written.
        """
        with self._transaction(writes=True) as connection:
            return judgements.append_undoing(connection, key, by, why, at=time_row(self._now()))

    def find_judgements(
        self, document: DocumentId | None = None, about: Collection[Record] | None = None
    ) -> tuple[Judged, ...]:
        """All judgements, the newest last; those that were taken back too.

        Args:
            document: only those about records of this document.
            about: only those about these records, or about others that say the same.
        """
        with self._transaction() as connection:
            return judgements.find_judgements(connection, document, about, self._known)

    def has_judgements(self) -> bool:
        """Whether anybody has judged anything, be it taken back."""
        with self._transaction() as connection:
            return judgements.has_judgements(connection)

    def find_document(self, key: str) -> Document | None:
        """The document of this id, or of the only id that begins so."""
        with self._transaction() as connection:
            return finds.find_document(connection, key, self._known)

    def find_texts(self, documents: Collection[DocumentId]) -> Mapping[DocumentId, str]:
        """The texts of these documents, as far as the ledger has them."""
        with self._transaction() as connection:
            return finds.find_texts(connection, documents, self._known)

    def find_matches(self, query: Query, documents: Collection[DocumentId]) -> Mapping[DocumentId, tuple[str, Spans]]:
        """The texts of documents with the stretches in them that were searched for; nothing without a search."""
        pieces = parse_search(query.search or "")
        texts = self.find_texts(documents) if pieces else {}
        return {key: (text, matches_in(text, pieces)) for key, text in texts.items()}

    def find_documents(self, query: Query = _ALL) -> tuple[DocumentHead, ...]:
        """The documents that answer the question, without their texts."""
        with self._transaction() as connection:
            return finds.find_documents(connection, self._then(query))

    def count_documents(self, query: Query = _ALL) -> int:
        """How many documents answer the question, on all its pages."""
        with self._transaction() as connection:
            return finds.count_documents(connection, self._then(query))

    def find_locations(self, document: DocumentId) -> tuple[str, ...]:
        """Every place where a document was found, the first one first."""
        with self._transaction() as connection:
            return finds.find_locations(connection, document, self._known)

    def find_reading(self, document: DocumentId) -> Reading | None:
        """The reading of a document that counts now."""
        with self._transaction() as connection:
            return finds.find_reading(connection, document, self._known)

    def find_records(self, kind: str, query: Query = _ALL) -> tuple[Found, ...]:
        """The records of a kind (its plural name) that answer the question.

        Raises:
            ValueError: no such kind, or no such order.
        """
        with self._transaction() as connection:
            return finds.find_records(connection, kind, self._then(query))

    def find_scores(self, kind: str, query: Query = _ALL) -> Mapping[RecordId, float]:
        """The least sure records of a kind that answer the question: their ids and scores alone.

        Raises:
            ValueError: no such kind.
        """
        with self._transaction() as connection:
            return finds.find_scores(connection, kind, self._then(query))

    def find_newest(self, kind: str, query: Query, on: date, dated: int) -> Newest:
        """The newest records of a kind that answer the question, with further ones that have a date or deadline.

        Args:
            kind: plural name of the kind.
            query: the question; its `limit` is how many of the newest are wanted.
            on: the day from which on a deadline lies ahead.
            dated: at most so many further ones.

        Raises:
            ValueError: no such kind.
        """
        with self._transaction() as connection:
            return finds.find_newest(connection, kind, self._then(query), on, dated)

    def count_records(self, kind: str, query: Query = _ALL) -> int:
        """How many records answer the question, on all its pages."""
        with self._transaction() as connection:
            return finds.count_records(connection, kind, self._then(query))

    def find_record(self, key: str) -> Found | None:
        """The record of this id, or of the only id that begins so."""
        with self._transaction() as connection:
            return finds.find_record(connection, key, self._known)

    def find_same(self, claim: str) -> tuple[Found, ...]:
        """Every record with this claim, in any document, the newest first."""
        with self._transaction() as connection:
            return finds.find_same(connection, claim, self._known)

    def find_actors(self, query: Query = _ALL) -> tuple[ActorRow, ...]:
        """Actors over all documents, those in most documents first."""
        with self._transaction() as connection:
            return actors.find_actors(connection, self._then(query))

    def find_actors_page(self, query: Query = _ALL) -> tuple[tuple[ActorRow, ...], int]:
        """The same, with how many there are on all pages."""
        with self._transaction() as connection:
            return actors.find_actors_page(connection, self._then(query))

    def survey(self, kind: str, query: Query = _ALL, slots: Collection[str] = ()) -> Survey:
        """How many records of a kind, or `documents`, answer a question, and which values they have in these fields.

        Counting ends after some thousands; the answer says so.

        Raises:
            ValueError: no such kind, or a field that has no short list of values.
        """
        with self._transaction() as connection:
            return surveys.survey(connection, kind, self._then(query), slots)

    def last_reading(self) -> int:
        """Number of the reading that was added last: what `Query.upto` holds on to."""
        with self._transaction() as connection:
            return finds.last_reading(connection)

    def find_names(self) -> Mapping[ActorId, str]:
        """The most usual name of every actor; of several, the longest."""
        with self._transaction() as connection:
            # Tens of thousands of names are asked for by every page, and stay the same until something is read.
            stamp = finds.last_reading(connection)
            if self._names is None or self._names[0] != stamp:
                self._names = stamp, actors.find_names(connection, self._known)
            return self._names[1]

    def find_values(self, kind: str, slot: str, query: Query = _ALL) -> tuple[tuple[str, int], ...]:
        """The values of a field, with how many records of the kind (or `documents`) have it; the most usual first.

        Raises:
            ValueError: no such kind, or a field that has no short list of values.
        """
        with self._transaction() as connection:
            return actors.find_values(connection, kind, slot, self._then(query))

    def find_problems(self) -> tuple[Problem, ...]:
        """Every problem that stands: of sources that are not mended, and of readings that are not superseded."""
        with self._transaction() as connection:
            return finds.find_problems(connection, self._known)

    def iter_readings(
        self, documents: Collection[DocumentId] | None = None, kinds: Collection[str] = ()
    ) -> Iterator[tuple[Document, Reading]]:
        """Documents with the readings that count, as of one moment: by date of publication, then by id.

        Args:
            documents: ids of those that are wanted; all, if not given.
            kinds: plural names of the kinds of record that are wanted; all, if not given.
        """
        with self._transaction() as connection:
            for document, number in finds.load_documents(connection, self._known, documents):
                yield document, finds.load_reading(connection, number, kinds)

    def find_by_ids(self, wanted: Collection[RecordId]) -> Mapping[RecordId, Found]:
        """The records of these ids, as far as they count."""
        with self._transaction() as connection:
            return finds.find_by_ids(connection, wanted, self._known)

    def find_relationships(self) -> tuple[Relationship, ...]:
        """Every two parties that commitments name together, those with most of them first."""
        with self._transaction() as connection:
            return self._kept(connection, relationships.find_relationships)

    def find_people(self) -> Mapping[ActorId, tuple[ActorId, ...]]:
        """The people whom documents give to a state and to no other, by state."""
        with self._transaction() as connection:
            return self._kept(connection, relationships.find_people)

    def find_sides(self) -> frozenset[ActorId]:
        """Every party that a commitment binds or is owed to; states for their bodies and their people too."""
        with self._transaction() as connection:
            return self._kept(connection, self._sides)

    def _sides(self, connection: Connection, counting: ColumnElement[bool]) -> frozenset[ActorId]:
        asked = [actors.find_values(connection, "commitments", slot, self._then(_ALL)) for slot in _SIDES]
        return relationships.sides_of({actor for told in asked for actor, _ in told}, connection, counting)

    def find_years(self) -> tuple[tuple[int, int], ...]:
        """The years in which occasions begin, and how many in each; the last one first."""
        with self._transaction() as connection:
            return self._kept(connection, relationships.find_years)

    def _kept(self, connection: Connection, find: Callable[[Connection, ColumnElement[bool]], T]) -> T:
        """What was found over the whole ledger, as long as nothing was added to it since."""
        last = finds.last_reading(connection)
        if find not in self._finds or self._finds[find][0] != last:
            self._finds[find] = last, find(connection, counts(self._known))
        found: T = self._finds[find][1]
        return found

    def find_places(self, wanted: Collection[RecordId]) -> Mapping[RecordId, DocumentId]:
        """The documents in which these records stand, as far as they count."""
        with self._transaction() as connection:
            return finds.find_places(connection, wanted, self._known)

    def find_threads(self, kind: str, query: Query = _ALL, *, several: bool = True) -> tuple[Thread, ...]:
        """The threads of a kind with a record that answers the question, those said last first.

        Args:
            kind: `actors`, `stories`, `occasions`, `instruments` or `commitments`.
            query: what one of their records must be; of actors only the page is asked.
            several: leave out threads of one record.
        """
        with self._transaction() as connection:
            return threads.find_threads(connection, kind, self._then(query), several=several)

    def find_standing(self, kind: str) -> tuple[Thread, ...]:
        """Every thread of a kind that joins several records, in the order of their ids."""
        with self._transaction() as connection:
            return contents.find_standing(connection, kind, self._known)

    def find_hashes(self) -> Mapping[DocumentId, str]:
        """For each document the hash of the reading that counts: where it is the same, the reading says the same."""
        with self._transaction() as connection:
            return contents.find_hashes(connection, self._known)

    def find_record_ids(self, documents: Collection[DocumentId]) -> Mapping[DocumentId, Mapping[str, frozenset[str]]]:
        """For each of these documents the ids of its records, by kind."""
        with self._transaction() as connection:
            return contents.find_record_ids(connection, documents, self._known)

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

    def append_resolution(self, seen: Unlinked, found: Resolution) -> bool:
        """Add what linking found, in one transaction.

        Args:
            seen: what was new when linking began.
            found: what it found.

        Returns:
            Whether it was added: where somebody else has linked meanwhile it was not, and is to be found anew.

        Raises:
            LedgerError: the ledger cannot be written.
        """
        with self._transaction(writes=True) as connection:
            return resolutions.append_resolution(connection, seen, found, at=time_row(self._now()))

    def find_undrafted(self, reader: str, version: str) -> tuple[tuple[DocumentId, int], ...]:
        """The documents that this version of a reader has not read, not even as a draft, each with the reading that counts."""
        with self._transaction() as connection:
            return drafts.find_undrafted(connection, reader, version)

    def append_drafts(self, found: Iterable[tuple[int, Reading]]) -> int:
        """Keep readings that do not count, each with the number of the reading in whose place it would; return how many.

        Raises:
            LedgerError: the ledger cannot be written.
        """
        with self._transaction(writes=True) as connection:
            return drafts.append_drafts(connection, found, at=time_row(self._now()))

    def iter_drafts(self) -> Iterator[Draft]:
        """The readings that wait, as of one moment: one a document, the newest publication first."""
        with self._transaction() as connection:
            for number in drafts.find_waiting(connection, self._known):
                yield drafts.load_draft(connection, number)

    def accept_drafts(self, by: str, why: str) -> int:
        """Let the readings that wait count from now on; return of how many documents.

        Some hundred documents at once, so that others are not kept waiting; where it was stopped, it is simply called
        again.

        Raises:
            LedgerError: the ledger cannot be written.
        """
        with self._transaction() as connection:
            waiting = drafts.find_waiting(connection)
        accepted = 0
        for first in range(0, len(waiting), _DRAFTS_AT_ONCE):
            part = waiting[first : first + _DRAFTS_AT_ONCE]
            with self._transaction(writes=True) as connection:
                accepted += drafts.accept_drafts(connection, part, by, why, at=time_row(self._now()))
        return accepted

    def drop_drafts(self, by: str, why: str) -> int:
        """Let no reading wait any longer; return of how many documents one did.

        Raises:
            LedgerError: the ledger cannot be written.
        """
        with self._transaction(writes=True) as connection:
            return drafts.drop_drafts(connection, by, why, at=time_row(self._now()))

    def verify(self) -> Iterator[Problem]:
        """Check everything that the ledger holds, superseded readings too, against itself and against the texts.

        The search index is checked only where the file may be written, since SQLite takes the check for a write.

        Yields:
            `damaged` for what was changed behind the ledger's back, `ungrounded` for what no words bear, `dangling`
            for a reference to nothing. Nothing at all where the ledger is whole.
        """
        if self._known is None and self._may_write():
            with self._transaction(writes=True) as connection:
                broken = tuple(broken_indexes(connection))
        else:
            broken = ()
        with self._transaction() as connection:
            for message in (*broken_parts(connection), *broken):
                yield Problem(code="damaged", message=message, location=self.place)
            yield from find_faults(connection)

    def copy_to(self, other: Ledger) -> None:
        """Copy everything that the ledger ever held into an empty one, wholly or not at all.

        Raises:
            LedgerError: one of them cannot be used, or the other one is not empty.
        """
        with self._transaction() as source, other._transaction(writes=True) as target:
            if not copies.is_empty(target):
                raise LedgerError(
                    other.place, f"{other.place} is not empty: what it holds would be mixed with the copy"
                )
            copies.copy_rows(source, target)

    def copy_file(self, path: Path) -> None:
        """Copy the file of a ledger that lies in one, as it stands now; others may read and write meanwhile.

        Raises:
            LedgerError: one of them cannot be used.
        """
        with refusals(path), self._engine.connect() as idle:
            copy_file(idle, path)

    def merge(self, other: Ledger) -> Merged:
        """Add what another ledger holds, document by document, and say what the two do not agree on.

        A second time it changes nothing, so that a merge that was stopped is simply made again.

        Raises:
            LedgerError: one of them cannot be used.
        """
        with other._transaction() as source:
            told = [self._merged(merges.merge_document, source, key) for key in merges.document_ids(source)]
            problems = self._merged(merges.merge_problems, source)
            judgements, contradictions = self._merged(merges.merge_judgements, source)
        conflicts = tuple(conflict for _, conflict in told if conflict is not None)
        return Merged(
            readings=sum(number for number, _ in told),
            judgements=judgements,
            problems=problems,
            conflicts=(*conflicts, *contradictions),
        )

    def _merged(self, step: Callable[..., T], source: Connection, *about: str) -> T:
        with self._transaction(writes=True) as target:
            return step(source, target, *about, at=time_row(self._now()))

    @property
    def is_file(self) -> bool:
        """Whether it lies in a file of its own."""
        return not self._on_server

    @contextmanager
    def _transaction(self, *, writes: bool = False, linked: bool = False, many: bool = False) -> Iterator[Connection]:
        """One transaction; with links that are known to be whole SQLite need not look for the end of each of them.

        Where many rows are written, SQLite keeps more of them and leaves it to `Checkpoints` to carry them over.
        """
        if writes and self._known is not None:
            raise LedgerError(
                self.place, f"{self.place} is open as it was known at {self._known}: nothing can be added"
            )
        with self._refusals(), self._engine.connect() as idle:
            connection = idle.execution_options(writes=writes, linked=linked, many=many)
            with connection.begin():
                yield connection

    def _then(self, query: Query) -> Query:
        return query if self._known is None else replace(query, known=self._known)

    def _may_write(self) -> bool:
        return self._on_server or may_write(Path(self.place))

    def _refusals(self) -> AbstractContextManager[None]:
        return server_refusals(self.place) if self._on_server else refusals(Path(self.place))

    @property
    def _on_server(self) -> bool:
        return self._engine.dialect.name != "sqlite"
