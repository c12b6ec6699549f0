"""What can be asked of the ledger.

A question is a record, so that a page, a command and a program ask in the same words; a filter that is None does not
filter. How it is asked in SQL is said in `filters.py` and `finds.py`, what is answered with in `outcomes.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from servanda.codebook import ActorId, DocumentId, RecordId, When
from servanda.codebook.vocabulary import Term


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
