"""A promise as a card or a row of the pages: a thread of commitments, or one that no other document repeats.

What it says is what its newest record says; how often and since when it is said comes from all of them. How far it has
come and where its deadline stands is told by `undertakings`; nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from servanda.codebook import ActorId, Commitment, RecordId, When
from servanda.codebook.vocabulary import Clock, Polarity, ThreadStatus
from servanda.view.fields import Field, fields_of, manners_of
from servanda.view.names import Names, day_in_words
from servanda.view.sources import Source, source_of
from servanda.view.supports import support_of
from servanda.view.undertakings import Undertaking, day_of

_SHOWN = ("debtors", "creditors", "act", "object", "quantities", "deadline", "firmness")


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """One promise.

    Attributes:
        id: id of the thread, or of the record where it is alone.
        goal: what the id is one of: `thread` or `record`.
        words: the newest words for it.
        fields: what the newest record says, by the names of the fields.
        debtors: who is bound.
        creditors: to whom.
        status: how far it has come.
        clock: where its deadline stands on the day asked for.
        deadline: the deadline that was stated last; empty where none is.
        day: the same as the codebook writes it.
        first: the day of the first document that says it; empty where unknown.
        first_words: the same in words.
        last: the day of the newest; empty where unknown.
        source: the newest document that says it.
        documents: how many documents say it.
        sources: how many of them are independent of one another.
        records: ids of its records, the newest first.
        exchange: ids of the records that it is given in return for.
        asserted_by: names of those who say that it is given in return; an exchange belongs to whoever says so.
        declined: whether the party declines the act.
        conditional: whether its newest words have a condition or qualifier.
    """

    id: RecordId
    goal: str
    words: str
    fields: Mapping[str, Field]
    debtors: tuple[ActorId, ...]
    creditors: tuple[ActorId, ...]
    status: ThreadStatus
    clock: Clock
    deadline: str
    day: str
    first: str
    first_words: str
    last: str
    source: Source
    documents: int
    sources: int
    records: tuple[RecordId, ...]
    exchange: tuple[RecordId, ...]
    asserted_by: tuple[str, ...]
    declined: bool
    conditional: bool = False


def promises_of(undertakings: Iterable[Undertaking], names: Names) -> tuple[Promise, ...]:
    """Undertakings as cards and rows, in their order."""
    return tuple(_promise(one, names) for one in undertakings)


def _promise(one: Undertaking, names: Names) -> Promise:
    commitment, deadline = one.commitment, one.timing.deadline
    newest_first = tuple(reversed(one.sayings))
    days = [day for found in one.found if (day := day_of(found))]
    exchanges = [value for saying in newest_first if (value := saying.commitment.exchange.value)]
    return Promise(
        id=one.id,
        goal=one.goal,
        words=" ".join(one.newest.words.split()),
        fields={
            field.slot: field
            for field in fields_of(
                _with_parties(one), manners_of("commitments", *_SHOWN), "", names, evidence=one.newest.words
            )
        },
        debtors=one.debtors,
        creditors=one.creditors,
        status=one.status,
        clock=one.timing.clock,
        deadline=day_in_words(deadline) if deadline else "",
        day=str(deadline) if deadline else "",
        first=days[0] if days else "",
        first_words=day_in_words(When.parse(days[0])) if days else "",
        last=days[-1] if days else "",
        source=source_of(one.newest.document),
        documents=len({found.document.id for found in one.found}),
        sources=len(support_of(one)),
        records=tuple(saying.commitment.id for saying in newest_first),
        exchange=tuple(id_ for told in exchanges for id_ in told.commitments),
        asserted_by=tuple(dict.fromkeys(names.actor(actor) for told in exchanges for actor in told.asserted_by)),
        declined=commitment.polarity.value is Polarity.MINUS,
        conditional=bool(commitment.condition),
    )


def _with_parties(one: Undertaking) -> Commitment:
    """The newest record; where it leaves open who is bound or to whom, with the parties of an earlier one."""
    newest_first = [saying.commitment for saying in reversed(one.sayings)]
    return replace(
        one.commitment,
        debtors=next((told.debtors for told in newest_first if told.debtors.value), one.commitment.debtors),
        creditors=next(
            (told.creditors for told in newest_first if one.creditors and told.creditors.value),
            one.commitment.creditors,
        ),
    )
