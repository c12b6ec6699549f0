"""What the ledger answers with: documents, records, actors, judgements, drafts and counts, as whoever asks wants to see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from servanda.codebook import ActorId, Document, DocumentId, Judgement, Reading, Record, RecordId, Spans, When
from servanda.codebook.vocabulary import DocumentKind


class Change(StrEnum):
    """What adding a reading did to the ledger."""

    ADDED = "added"
    SUPERSEDED = "superseded"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentHead:
    """A document without its text.

    Attributes:
        id: the document's id.
        title: its headline.
        outlet: who published it.
        agency: the wire that it came from.
        kind: what sort of text it is.
        published: when.
        language: ISO 639-1 code.
        location: where it was found first.
        added_at: when the ledger first took it in.
        counts: how many records of each kind, by the kinds' plural names.
    """

    id: DocumentId
    title: str | None
    outlet: str | None
    agency: str | None
    kind: DocumentKind
    published: When | None
    language: str | None
    location: str
    added_at: datetime
    counts: Mapping[str, int] = field(hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A record with what a reader of it wants to see beside it.

    Attributes:
        record: the record.
        document: the document that it was read in.
        words: the evidence: the words at the record's spans.
        matches: the stretches of `words` that were searched for.
    """

    record: Record
    document: DocumentHead
    words: str
    matches: Spans = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Newest:
    """The newest records that answer a question, for a page that has room for some of them and must not miss a deadline.

    Attributes:
        found: the newest.
        dated: older ones with a date or deadline: those that lie ahead first, the next one first, then those that have
            passed, the last one first.
        total: how many records answer the question.
        left: how many older ones with a date or deadline are not among these.
    """

    found: tuple[Found, ...]
    dated: tuple[Found, ...]
    total: int
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow:
    """An actor over all documents.

    Attributes:
        id: the canonical actor id.
        name: its most usual name there; of several, the longest.
        kind: state, body, office, person or group.
        mentions: how often it is mentioned.
        documents: in how many documents.
        debtor: in how many commitments it is bound.
        creditor: in how many commitments it is owed.
        speaker: in how many statements it speaks.
    """

    id: ActorId
    name: str
    kind: str
    mentions: int
    documents: int
    debtor: int
    creditor: int
    speaker: int


class Fit(StrEnum):
    """How a judgement fits the reading that counts."""

    HOLDS = "holds"
    CARRIED = "carried over"
    UNFIT = "fits no longer"


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """A record that a judgement is about.

    Attributes:
        record: its id when it was judged.
        kind: plural name of its kind.
        document: the document that it was read in.
        words: its evidence when it was judged.
        now: id of the record that the judgement is about now; None where there is none.
        fit: whether the record still stands, one that says the same stands in its place, or neither.
    """

    record: RecordId
    kind: str
    document: DocumentId
    words: str
    now: RecordId | None
    fit: Fit


@dataclass(frozen=True, slots=True, kw_only=True)
class Undoing:
    """That a judgement was taken back.

    Attributes:
        by: who took it back.
        why: the reason in words.
        at: when.
    """

    by: str
    why: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A judgement with what became of it.

    Attributes:
        judgement: the judgement.
        added_at: when the ledger took it in.
        about: the records it is about, in its order.
        undone: that it was taken back; None where it stands.
    """

    judgement: Judgement
    added_at: datetime
    about: tuple[About, ...]
    undone: Undoing | None

    @property
    def is_unfit(self) -> bool:
        """Whether it stands and is about a record that is no longer there."""
        return self.undone is None and any(about.fit is Fit.UNFIT for about in self.about)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A reading by a new version of a reader that waits, and does not count.

    Attributes:
        document: its document, as the reading that counts has it.
        before: the reading that counts, whose place it would take.
        after: the reading that waits.
        added_at: when the ledger took it in.
    """

    document: Document
    before: Reading
    after: Reading
    added_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlinked:
    """What is new since records of a kind were last linked.

    Attributes:
        kind: `actors`, `stories`, `occasions`, `instruments` or `commitments`.
        version: the version of the rules that link now.
        last: number of the linking before; 0 where there is none.
        last_reading: number of the reading that was added last.
        last_judgement: number of the judgement that was added last.
        undoings: how many judgements are taken back.
        documents: the documents that were read since.
        records: ids of their records, of those too that are no longer there, and of records that a person compared.
        is_whole: whether everything is new, since nothing was linked before, or by other rules.
    """

    kind: str
    version: str
    last: int
    last_reading: int
    last_judgement: int
    undoings: int
    documents: tuple[DocumentId, ...] = ()
    records: frozenset[RecordId] = frozenset()
    is_whole: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """How many records or documents answer a question, and which values they have.

    Attributes:
        total: how many there are; where there are more than were counted, how many were counted, unless a tally knows.
        more: whether there are more than `total`.
        counted: among how many the values were counted: all of them, or the first ones in the order of the newest.
        values: by field, each value with how many have it, the most usual first.
        is_part: whether the values were counted among a part of them only.
        documents: in how many documents those that were counted stand; 0 where tallies alone were asked, which do not know.
    """

    total: int
    more: bool
    counted: int
    values: Mapping[str, tuple[tuple[str, int], ...]] = field(hash=False)
    is_part: bool = False
    documents: int = 0
