"""What can be asked of the ledger, and what it answers with.

A question is a record, so that a page, a command and a program ask in the same words; a filter that is None does not
filter. How it is asked in SQL is said in `filters.py` and `finds.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from servanda.codebook import ActorId, Document, DocumentId, Judgement, Reading, Record, RecordId, Spans, When
from servanda.codebook.vocabulary import DocumentKind, Term


class Change(StrEnum):
    """What adding a reading did to the ledger."""

    ADDED = "added"
    SUPERSEDED = "superseded"
    UNCHANGED = "unchanged"


class Order(StrEnum):
    """In which order records and documents are given. All orders are total: the same question has the same answer."""

    NEWEST = "newest"
    OLDEST = "oldest"
    TEXT = "text"
    SCORE = "score"


class Seen(Term):
    """What people have said of a record, as far as it stands."""

    NOBODY = "nobody", "nobody has judged it yet"
    ANYBODY = "anybody", "somebody has judged it, or compared it with another record"
    ACCEPTED = "accepted", "somebody accepted it"
    CORRECTED = "corrected", "somebody corrected a field of it"
    REJECTED = "rejected", "somebody rejected it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What to find; every field narrows what the others leave.

    Attributes:
        debtor: actor id of one who is bound.
        creditor: actor id of one to whom something is owed.
        speaker: actor id of one who says it; for a commitment, of one who makes the statement that carries it.
        actor: actor id of one who takes part in any role, or is mentioned.
        between: parties of which at least two take part in a record, or the only one; each is its own id, whose bodies
            count too, and the ids of its people.
        spellings: groups of ids that are one actor each: whoever asks for one of them asks for all.
        act: a commitment's act.
        firmness: a commitment's firmness.
        firmnesses: firmnesses of which a commitment must have one.
        status: a commitment's, occasion's or instrument's status.
        novelty: a commitment's novelty.
        polarity: a commitment's polarity.
        type: an occasion's PLOVER type.
        kind: an occasion's, instrument's or actor's kind; asked of documents, the document's.
        about: what an assessment is about.
        valence: an assessment's valence.
        mode: a statement's mode.
        occasion: id of the occasion where a statement was made.
        instrument: id of the instrument that holds a commitment.
        statement: id of the statement that carries a commitment.
        states: name of a field that a record must state, such as `deadline`.
        slots: names of fields, each with what its value or its words in the text must have in it, in any case.
        judged: what people have said of it.
        document: id of the document.
        outlet: who published the document.
        since: the first day of publication; a document whose interval touches it counts, one without a date does not.
        until: the last day of publication.
        during: days that an occasion, the date of an instrument or a deadline touches.
        search: words and "exact phrases" in a record's evidence, a document's text or title, or an actor's names.
        limit: at most so many.
        offset: leave out so many first.
        order: newest or oldest publication first, as the text has them, or the least sure first.
        place: an occasion's place, as written.
        state: id of the state that an actor belongs to.
        object: a commitment's object, as written.
        sector: a field of policy that a commitment belongs to, as the lexicon has them.
        method: by what kind of reader a record was made: `rule`, `model` or `person`.
        agency: the wire that the document came from.
        language: the document's language.
        happened_since: the first day of a record's own date or deadline; one whose interval touches it counts.
        happened_until: the last day of a record's own date or deadline.
        learned_since: the first day (UTC) on which the ledger learned what counts now of a document.
        learned_until: the last day on which it did.
        upto: number of the reading that was added last when the first page was shown: the other pages are of the same
            moment, whatever is added meanwhile. None for now.
        known: a moment of the ledger's time, as it writes it, at which the answer is to be given; None for now.
            `Ledger.as_known_on` sets it.
    """

    debtor: ActorId | None = None
    creditor: ActorId | None = None
    speaker: ActorId | None = None
    actor: ActorId | None = None
    between: tuple[tuple[ActorId, ...], ...] | None = None
    spellings: tuple[tuple[ActorId, ...], ...] | None = None
    act: str | None = None
    firmness: str | None = None
    firmnesses: tuple[str, ...] | None = None
    status: str | None = None
    novelty: str | None = None
    polarity: str | None = None
    type: str | None = None
    kind: str | None = None
    about: str | None = None
    valence: str | None = None
    mode: str | None = None
    occasion: RecordId | None = None
    instrument: RecordId | None = None
    statement: RecordId | None = None
    states: str | None = None
    slots: tuple[tuple[str, str], ...] | None = None
    judged: Seen | None = None
    document: DocumentId | None = None
    outlet: str | None = None
    since: date | None = None
    until: date | None = None
    during: When | None = None
    search: str | None = None
    place: str | None = None
    state: ActorId | None = None
    object: str | None = None
    sector: str | None = None
    method: str | None = None
    agency: str | None = None
    language: str | None = None
    happened_since: date | None = None
    happened_until: date | None = None
    learned_since: date | None = None
    learned_until: date | None = None
    upto: int | None = None
    limit: int = 50
    offset: int = 0
    order: str = Order.NEWEST
    known: str | None = None

    def ids_of(self, actor: ActorId) -> tuple[ActorId, ...]:
        """All ids of an actor that is asked for."""
        return next((ids for ids in self.spellings or () if actor in ids), (actor,))


_PLAIN = Query()


def is_plain(query: Query) -> bool:
    """Whether a question asks for everything that counts now, on whatever page and in whatever order."""
    return replace(query, limit=_PLAIN.limit, offset=_PLAIN.offset, order=_PLAIN.order) == _PLAIN


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
