"""A ledger that is open: its place, its connections and its transactions. What is asked and written in them is not known here.

Every call is one short transaction; readers see the ledger as it stood when their call began, whoever writes meanwhile.
A page asks many questions: it asks them all of `one_moment`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from copy import copy
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine

from servanda.store.checkpoints import Checkpoints
from servanda.store.errors import LedgerError
from servanda.store.files import may_write, open_file, refusals
from servanda.store.queries import Query
from servanda.store.rows import time_row
from servanda.store.servers import is_server, open_server, server_refusals, shown


def _now() -> datetime:
    return datetime.now(UTC)


class Session:
    """A ledger that is open. Close it, or use it in a `with` statement.

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
        self._finds: dict[Callable[..., Any], tuple[int, Any]] = {}
        self._held: Connection | None = None
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

    @contextmanager
    def one_moment(self) -> Iterator[Self]:
        """The same ledger for many questions, all answered in one transaction: as it stands now, whoever writes meanwhile.

        What it is asked belongs in the `with` statement and to one thread.
        """
        if self._held is not None:
            yield self
            return
        with self._transaction() as connection:
            now = copy(self)
            now._held = connection  # noqa: SLF001 (it is this class's own)
            yield now

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
        if self._held is not None and not writes:
            yield self._held
            return
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
