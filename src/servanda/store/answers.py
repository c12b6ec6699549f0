"""What a ledger answers about single things: documents, readings, records, judgements and problems."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from servanda.codebook import (
    Document,
    DocumentId,
    Problem,
    Reading,
    Record,
    RecordId,
    Spans,
)
from servanda.store import (
    document_finds,
    finds,
    judgements,
)
from servanda.store.outcomes import DocumentHead, Found, Judged, Newest
from servanda.store.queries import Query
from servanda.store.searches import matches_in, parse_search
from servanda.store.sessions import Session

_ALL = Query()


class Answers(Session):
    """Documents, readings, records, judgements and problems, found."""

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
            return document_finds.find_documents(connection, self._then(query))

    def count_documents(self, query: Query = _ALL) -> int:
        """How many documents answer the question, on all its pages."""
        with self._transaction() as connection:
            return document_finds.count_documents(connection, self._then(query))

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

    def find_bare(self, wanted: Collection[RecordId]) -> Mapping[RecordId, Record]:
        """The same without what is known of their documents, which takes several times as long as the records alone."""
        with self._transaction() as connection:
            return finds.find_bare(connection, wanted, self._known)

    def find_places(self, wanted: Collection[RecordId]) -> Mapping[RecordId, DocumentId]:
        """The documents in which these records stand, as far as they count."""
        with self._transaction() as connection:
            return finds.find_places(connection, wanted, self._known)
