"""One record to be judged: its sentence, every field with the words that it may take, and where the person stands.

What is worth a look is said by `queues.py`, what may be kept by `judging.py`. Nothing is written here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from servanda.codebook import DocumentId, Judgement, Record, RecordId, When
from servanda.codebook.cells import Cell, cells_of, written
from servanda.codebook.vocabulary import CommitmentStatus, Known, Term, Verdict
from servanda.store import Judged, Ledger
from servanda.view.cards import kind_of
from servanda.view.corrected_fields import corrections_on
from servanda.view.fields import Manner, manners_of
from servanda.view.judgements import Opinion, opinion_of
from servanda.view.judging import NONE, judgement_for, values_of
from servanda.view.pair_queues import PairQueue, proposed_pairs
from servanda.view.questions import UnaskableError
from servanda.view.queues import Item, count_waiting, review_queue
from servanda.view.records import RecordPage, record_page

WORDS = {"actors": "mentions", "statements": "content"}
"""The field of a kind that is its own words; `span` for the others."""

_LINKS = frozenset({"statement", "instrument", "occasion", "exchange", "target", "via"})
"""Fields that no person types: they name other records."""
_NAMES = frozenset({"debtors", "creditors", "speakers", "participants", "parties", "actor", "state", "quantities"})
"""Fields whose values are no words of the text."""
_LATEST, _OF_ONE_PERSON = 10, 200
_QUEUE = 200
_PAIRS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One field that may be corrected.

    Attributes:
        slot: its name in the codebook.
        label: its name on the page.
        value: as the codebook writes it; empty where the text leaves it open.
        choices: the words that it may take, each as a person reads it; empty where any words will do.
        form: `choice`, `date`, `names` for ids and sums, or `words`.
    """

    slot: str
    label: str
    value: str
    choices: tuple[tuple[str, str], ...]
    form: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A judgement that was made of late.

    Attributes:
        opinion: the judgement.
        words: the evidence of the records it is about.
        records: their ids, as far as they are still there.
    """

    opinion: Opinion
    words: tuple[str, ...]
    records: tuple[RecordId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPage:
    """One record to be judged.

    Attributes:
        record: the record as its own page shows it.
        questions: the fields that may be corrected.
        statuses: what may be said of a commitment's status; empty for other kinds.
        at: its place in the queue, from 1 on; 0 where it is not in the queue.
        left: how many records nobody has judged yet.
        reason: why it is worth a look; empty where it is not in the queue.
        done: the judgement that was kept before this page; None where there is none.
    """

    record: RecordPage
    questions: tuple[Question, ...]
    statuses: tuple[str, ...]
    at: int
    left: int
    reason: str
    done: Done | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuePage:
    """What is worth a look, and what was judged of late.

    Attributes:
        items: the most valuable first.
        waiting: how many records nobody has judged yet.
        pairs: pairs that linking leaves to a person, the likeliest first, one stretch of them.
        stretch: number of that stretch, from 1 on.
        stretches: how many there are.
        latest: the newest first; of one person where one is asked for.
        judges: who judged, with how many of their judgements stand.
        by: the person who is asked for; empty for all.
        judged: how many judgements stand.
    """

    items: tuple[Item, ...]
    waiting: int
    pairs: PairQueue
    stretch: int
    stretches: int
    latest: tuple[Done, ...]
    judges: tuple[tuple[str, int], ...]
    by: str
    judged: int


def queue_page(ledger: Ledger, *, by: str = "", limit: int = 50, stretch: int = 1) -> QueuePage:
    """What is worth a look, and what was judged of late.

    Args:
        ledger: the ledger.
        by: only what this person judged, and more of it.
        limit: at most so many things to look at.
        stretch: which stretch of the pairs, from 1 on.
    """
    told = ledger.find_judgements()
    theirs = [one for one in told if by in ("", one.judgement.by)]
    judges = Counter(one.judgement.by for one in told if one.undone is None)
    pairs = proposed_pairs(ledger, limit=_PAIRS, offset=(stretch - 1) * _PAIRS)
    items = review_queue(ledger, limit=limit)
    return QueuePage(
        items=items,
        waiting=max(len(items), count_waiting(ledger)),
        pairs=pairs,
        stretch=stretch,
        stretches=max(1, -(-pairs.total // _PAIRS)),
        latest=tuple(_done(one) for one in reversed(theirs[-(_OF_ONE_PERSON if by else _LATEST) :])),
        judges=tuple(sorted(judges.items())),
        by=by,
        judged=judges.total(),
    )


def review_page(ledger: Ledger, key: str, done: RecordId = "") -> ReviewPage | None:
    """One record to be judged, or None where the ledger has no such record.

    Args:
        ledger: the ledger.
        key: id of the record.
        done: id of the judgement that was kept before this page.
    """
    page, found = record_page(ledger, key), ledger.find_record(key)
    if page is None or found is None:
        return None
    queue = review_queue(ledger, limit=_QUEUE)
    at = next((number for number, item in enumerate(queue, 1) if item.id == page.id), 0)
    return ReviewPage(
        record=page,
        questions=tuple(_questions(found.record, corrections_on(ledger, (found,)).get(found.record.id, {}))),
        statuses=tuple(CommitmentStatus) if page.kind == "commitments" else (),
        at=at,
        left=max(len(queue), count_waiting(ledger)),
        reason=queue[at - 1].reason if at else "",
        done=next((_done(one) for one in ledger.find_judgements() if done and one.judgement.id == done), None),
    )


def next_to_review(ledger: Ledger, passed: int) -> RecordId | None:
    """The record in the queue behind so many that were passed over, or None behind the last one."""
    queue = [item.id for item in review_queue(ledger, limit=_QUEUE)]
    held = ledger.find_places(queue)
    there = [key for key in queue if key in held]
    return there[passed] if passed < len(there) else None


def words_judgement(  # noqa: PLR0913 - a stretch of words has so many parts
    ledger: Ledger,
    document: DocumentId,
    place: tuple[int, int],
    record: RecordId,
    slot: str,
    *,
    by: str,
    at: datetime,
) -> Judgement:
    """That a field of a record rests on this stretch of its document.

    Raises:
        UnaskableError: there is no such record in the document, no such field of words, or no such stretch.
    """
    found, held = ledger.find_record(record), ledger.find_document(document)
    if found is None or held is None or found.document.id != held.id:
        raise UnaskableError("This record was not read in this document.")
    if slot not in word_slots(kind_of(found.record)):
        raise UnaskableError(f"{slot} is no field that is corrected by selecting words.")
    start, end = place
    if not 0 <= start < end <= len(held.text) or not held.text[start:end].strip():
        raise UnaskableError("Select the words in the text first.")
    why = f"characters {start} to {end} of the text"
    words = held.text[start:end]
    return judgement_for(ledger, Verdict.CORRECT, [record], by=by, at=at, why=why, slot=slot, value=words)


def word_slots(kind: str) -> tuple[str, ...]:
    """The fields of a kind that are corrected by selecting words; the record's own words come first."""
    own = WORDS.get(kind, "span")
    apart = _LINKS | _NAMES | {own}
    return (own, *(slot for slot, made in values_of(kind).items() if made is None and slot not in apart))


def now() -> datetime:
    """The moment of a judgement."""
    return datetime.now(UTC)


def _questions(record: Record, corrections: Mapping[str, Judgement]) -> Iterator[Question]:
    kind = kind_of(record)
    made, cells = values_of(kind), {cell.slot: cell for cell in cells_of(record)}
    for manner in manners_of(kind):
        if manner.slot in made and manner.slot not in _LINKS:
            question = _question(manner, made[manner.slot], cells[manner.slot])
            told = corrections.get(manner.slot)
            yield replace(question, value="" if told.value == NONE else told.value) if told else question


def _question(manner: Manner, made: type | None, cell: Cell) -> Question:
    choices = tuple(map(_choice, made)) if made is not None and issubclass(made, Term) else ()
    value = written(cell.value) or "" if cell.known is Known.STATED else ""
    free = "names" if manner.slot in _NAMES else "words"
    form = "choice" if choices else "date" if made is When else free
    return Question(slot=manner.slot, label=manner.label, value=value, choices=choices, form=form)


def _choice(word: Term) -> tuple[str, str]:
    """A word of a vocabulary as it is chosen; a mere sign with what it means."""
    return word.value, word.value if len(word.value) > 1 else f"{word.value} {word.meaning}"


def _done(one: Judged) -> Done:
    return Done(
        opinion=opinion_of(one),
        words=tuple(about.words for about in one.about),
        records=tuple(about.now for about in one.about if about.now is not None),
    )
