"""The ledger: one file, or one database of a server, that holds every document, reading and problem, and answers questions about them.

It does not read texts, decide anything about them, or make pages. Here stands what is written, checked and copied; what
is asked stands in `answers.py`, `overviews.py` and `linked_answers.py`, and how it is open in `sessions.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection

from servanda.codebook import (
    Document,
    DocumentId,
    Judgement,
    Problem,
    Reading,
    RecordId,
    Resolution,
)
from servanda.codebook.collectors import uncollected
from servanda.store import (
    appends,
    copies,
    drafts,
    judgements,
    merges,
    resolutions,
)
from servanda.store.additions import additions_of
from servanda.store.answers import Answers
from servanda.store.checks import find_faults
from servanda.store.databases import broken_indexes, broken_parts, tidy
from servanda.store.errors import LedgerError
from servanda.store.files import refusals
from servanda.store.linked_answers import LinkedAnswers
from servanda.store.merges import Merged
from servanda.store.outcomes import Change, Draft, Unlinked
from servanda.store.overviews import Overviews
from servanda.store.rows import time_row
from servanda.store.sqlite import copy_file

_DRAFTS_AT_ONCE = 200
_MANY = 1_000
"""From so many readings at once on what is written is carried over while the next ones are prepared."""
T = TypeVar("T")


class Ledger(Answers, Overviews, LinkedAnswers):
    """A ledger. Open it with `Ledger.open`, and close it, or use it in a `with` statement.

    Attributes:
        place: its file, or its address on a server without the password.
    """

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
        # All that is made for it is gone before the collector comes again.
        with uncollected():
            return self._append_readings(listed)

    def _append_readings(self, listed: Sequence[tuple[Document, Reading]]) -> tuple[Change, ...]:
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
        with other._refusals():
            tidy(other._engine)

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
