"""Undertakings as the ledger has them: a thread of commitments, or a commitment that no other document repeats.

What `changes`, `due`, `brief` and the page of a thread say of an undertaking comes from here: its records in the order
in which they were said, the evidence of its status, and where its deadline stands. Nothing is shown here.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from servanda.codebook import ActorId, Commitment, Instrument, Judgement, Link, Record, RecordId, Spans, Statement
from servanda.codebook.spans import words_of
from servanda.codebook.vocabulary import DocumentKind, InstrumentStatus, Mode, Polarity, ThreadStatus
from servanda.lexicon.papers import papers_by_word
from servanda.resolve.statuses import (
    Evidence,
    Saying,
    Timing,
    as_worded,
    current_status,
    status_evidence,
    timing_of,
    with_one_source,
)
from servanda.store import Found, Ledger, Query, side_of
from servanda.view.callings import actors_called
from servanda.view.corrections import corrected_links, corrected_record, opinions_in
from servanda.view.names import names_in
from servanda.view.questions import UnaskableError
from servanda.view.starts import without_starts

_BESIDE = 14
"""So many signs, as of `, under which `, lie at most between a paper and the clause that it holds."""
_ADOPTED = (InstrumentStatus.CONCLUDED, InstrumentStatus.SIGNED, InstrumentStatus.IN_FORCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Undertaking:
    """One undertaking over all documents.

    Attributes:
        id: id of the thread, or of the record where it is alone.
        found: its records, those said first first.
        sayings: the same as its status sees them.
        links: how they stand to one another.
        evidence: dated evidence of its status.
        status: how far it has come.
        timing: where its deadline stands on the day asked for.
    """

    id: RecordId
    found: tuple[Found, ...]
    sayings: tuple[Saying, ...]
    links: tuple[Link, ...]
    evidence: tuple[Evidence, ...]
    status: ThreadStatus
    timing: Timing

    @property
    def goal(self) -> str:
        """What the id is one of: `thread` or `record`."""
        return "thread" if self.id.startswith("t-") else "record"

    @property
    def newest(self) -> Found:
        """The record that was said last."""
        return self.found[-1]

    @property
    def commitment(self) -> Commitment:
        """The same as the codebook has it."""
        return self.sayings[-1].commitment

    @property
    def debtors(self) -> tuple[ActorId, ...]:
        """Who is bound, as the newest record that says so has it."""
        return next((told for one in reversed(self.sayings) if (told := one.commitment.debtors.value)), ())

    @property
    def creditors(self) -> tuple[ActorId, ...]:
        """To whom, by the same rule: a record that leaves it open takes nothing back. Nobody owes anything to itself."""
        told = next((told for one in reversed(self.sayings) if (told := one.commitment.creditors.value)), ())
        stated = self.commitment.creditors.value
        return tuple(actor for actor in told if stated or actor not in self.debtors)

    def record(self, wanted: RecordId) -> Found:
        """The record of this id."""
        return next(one for one in self.found if one.record.id == wanted)


def undertakings_of(
    ledger: Ledger, found: Iterable[Found], on: date, *, until: date | None = None, rejected: bool = False
) -> tuple[Undertaking, ...]:
    """The undertakings that these commitments belong to, with all their records; those said last first.

    Fields that people corrected count as corrected, in the links too.

    Args:
        ledger: the ledger, asked for the threads and what else they rest on.
        found: commitments.
        on: the day on which deadlines are looked at.
        until: leave out what was said later; None for nothing.
        rejected: whether records that people rejected count too.
    """
    opinions = opinions_in(ledger)
    known = {one.record.id: one for one in found if isinstance(one.record, Commitment)}
    threads = [thread for thread in ledger.find_threads_of(known) if thread.kind == "commitments"]
    held = {record: thread.id for thread in threads for record in thread.records}
    known |= ledger.find_by_ids({record for record in held if record not in known})
    if until is not None:
        known = {key: one for key, one in known.items() if day_of(one) <= until.isoformat()}
    known = {
        key: corrected_record(one, opinions.corrected.get(key, ()))
        for key, one in known.items()
        if rejected or key not in opinions.rejected
    }
    sayings = _sayings(ledger, known.values())
    corrected = [one.record for key, one in known.items() if key in opinions.corrected]
    linked = corrected_links(ledger, ledger.find_links(held), corrected)
    links = _links_within(linked, {record: held[record] for record in held if record in known})
    groups: defaultdict[RecordId, list[Saying]] = defaultdict(list)
    for record, saying in sayings.items():
        groups[held.get(record, record)].append(saying)
    ground = _Ground(known=known, judged=opinions.statuses, on=on)
    told = (_undertaking(key, group, links.get(key, ()), ground) for key, group in groups.items())
    return tuple(sorted(told, key=lambda one: (day_of(one.newest), one.id), reverse=True))


def undertaking_of(ledger: Ledger, found: Found, on: date) -> Undertaking | None:
    """The undertaking that a commitment belongs to; with records that people rejected only where they are all it has."""
    kept = undertakings_of(ledger, (found,), on)
    return next(iter(kept or undertakings_of(ledger, (found,), on, rejected=True)), None)


def commitments_between(ledger: Ledger, sides: Sequence[ActorId], query: Query | None = None) -> tuple[Found, ...]:
    """The commitments that bind or are owed to all or one of the parties: all, where none is named.

    Args:
        ledger: the ledger.
        sides: ids of parties. Of one, what it owes or is owed; of several, what at least two of them take part in.
        query: what else they must be.
    """
    asked = replace(query or Query(), limit=sys.maxsize)
    return ledger.find_records("commitments", replace(asked, between=between_of(ledger, sides)))


def until_of(ledger: Ledger, on: date) -> date | None:
    """The last day of publication that counts on a day: the day itself where something was published later, else None.

    Where nothing was, texts of unknown days count too: nobody can have said later what they say.
    """
    newest = ledger.find_documents(Query(limit=1))
    published = newest[0].published if newest else None
    return on if published is not None and published.start > on else None


def between_of(ledger: Ledger, sides: Sequence[ActorId]) -> tuple[tuple[ActorId, ...], ...] | None:
    """Parties as a question has them, each with its people; None where none is named."""
    people = ledger.find_people() if sides else {}
    return tuple((side, *people.get(side, ())) for side in sides) or None


def settled_sides(ledger: Ledger, typed: Sequence[str]) -> tuple[ActorId, ...]:
    """The parties that were typed, by their ids.

    Raises:
        UnaskableError: a party is in no commitment of the ledger, several are called so, or all are one.
    """
    if not typed:
        return ()
    names, sides = names_in(ledger), sorted(ledger.find_sides())
    known = {side: names.actor(side) for side in sides}
    settled = tuple(dict.fromkeys(_settled_side(ledger, one, known) for one in typed))
    if len(settled) < min(2, len(typed)):
        raise UnaskableError(f"Give different parties: {' and '.join(map(repr, typed))} are the same one.")
    return settled


def _settled_side(ledger: Ledger, typed: str, known: Mapping[ActorId, str]) -> ActorId:
    called = actors_called(ledger, typed, known)
    if len(called) == 1:
        return called[0]
    if called:
        offered = ", ".join(f"{known[side]} is {side}" for side in called)
        raise UnaskableError(f"Several parties are called {typed!r}: {offered}.")
    raise UnaskableError(f"No commitment of the ledger names a party {typed!r}: give an id such as KOR, or a name.")


def ids_of(one: Undertaking) -> frozenset[RecordId]:
    """The ids of its records."""
    return frozenset(found.record.id for found in one.found)


def day_of(found: Found) -> str:
    """The first day on which its document can have been published, as it is sorted; empty where unknown."""
    return found.document.published.start.isoformat() if found.document.published else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ground:
    """What all undertakings of one question rest on."""

    known: Mapping[RecordId, Found]
    judged: Mapping[RecordId, tuple[Judgement, ...]]
    on: date


def _undertaking(key: RecordId, group: Iterable[Saying], links: tuple[Link, ...], ground: _Ground) -> Undertaking:
    sayings = with_one_source(group)
    said = {saying.commitment.id: saying for saying in sayings}
    judged = tuple(judgement for saying in sayings for judgement in ground.judged.get(saying.commitment.id, ()))
    evidence = status_evidence(sayings, links, judged)
    status = current_status(evidence)
    return Undertaking(
        id=key,
        found=tuple(ground.known[saying.commitment.id] for saying in sayings),
        sayings=sayings,
        links=tuple(as_worded(link, said[link.earlier], said[link.later]) for link in links),
        evidence=evidence,
        status=status,
        timing=timing_of(without_starts(sayings, ground.known), status, ground.on),
    )


def _sayings(ledger: Ledger, found: Collection[Found]) -> dict[RecordId, Saying]:
    told = {one.record.id: (one, one.record) for one in found if isinstance(one.record, Commitment)}
    carriers = {
        link for _, record in told.values() for link in (record.instrument.value, record.statement.value) if link
    }
    carried = ledger.find_bare(carriers)
    documents = {one.document.id for one, _ in told.values()}
    stories = {
        document: thread.id
        for thread in ledger.find_threads_of(documents)
        if thread.kind == "stories"
        for document in thread.records
    }
    crediting = _crediting(ledger, told, carried)
    return {
        key: Saying(
            commitment=record,
            day=one.document.published,
            source=stories.get(one.document.id, one.document.id),
            adopted=_is_adopted(one, record, carried.get(record.instrument.value or "")),
            own_words=_is_own(one, carried.get(record.statement.value or "")),
            quoted=_is_quoted(carried.get(record.statement.value or "")),
            credits_text=key in crediting,
        )
        for key, (one, record) in told.items()
    }


def _is_adopted(found: Found, record: Commitment, holder: object) -> bool:
    """Whether an adopted text holds it: the document is one, or the record says that one does."""
    if found.document.kind is DocumentKind.INSTRUMENT:
        return True
    return isinstance(holder, Instrument) and holder.status.value in _ADOPTED and _is_held(record, holder)


def _is_held(record: Commitment, holder: Instrument) -> bool:
    """Whether the paper that a record names is said to hold the deed: `signed a pact to dredge`, `under the pact, Norway will`.

    Those who are bound are its parties, and it stands in the clause before the deed, or right before the clause. Elsewhere
    a paper says how, on what ground or to what end: `will vote as the Charter has it`, `agreed to cooperate under the pact`.
    """
    parties = {side_of(actor) for actor in holder.parties.value or ()}
    bound = {side_of(actor) for actor in record.debtors.value or ()}
    deed = min((span.start for span in record.act.spans or record.span), default=0)
    held = any(
        paper.start < deed
        and (any(part.holds(paper) for part in record.span) or 0 <= record.span[0].start - paper.end <= _BESIDE)
        for paper in record.instrument.spans
    )
    return bool(bound) and bound <= parties and held and record.polarity.value is not Polarity.MINUS


def _is_own(found: Found, carrier: object) -> bool:
    return _is_quoted(carrier) or found.document.kind is not DocumentKind.NEWS


def _is_quoted(carrier: object) -> bool:
    return isinstance(carrier, Statement) and carrier.mode is Mode.DIRECT


def _crediting(
    ledger: Ledger, told: Mapping[RecordId, tuple[Found, Commitment]], carried: Mapping[RecordId, Record]
) -> frozenset[RecordId]:
    """The records that a report gives as the words of a text: what speaks in their statements is no actor but a paper."""
    asked: dict[RecordId, tuple[Found, Spans]] = {}
    for key, (found, record) in told.items():
        carrier = carried.get(record.statement.value or "")
        if found.document.kind is DocumentKind.NEWS and isinstance(carrier, Statement):
            unnamed = () if carrier.speakers.value else carrier.speakers.spans
            places = (*unnamed, *(relay.span for relay in carrier.via))
            asked.update({key: (found, places)} if places else {})
    texts = ledger.find_texts({found.document.id for found, _ in asked.values()})
    return frozenset(
        key
        for key, (found, places) in asked.items()
        if any(_is_paper(words_of(texts.get(found.document.id, ""), (place,))) for place in places)
    )


def _is_paper(words: str) -> bool:
    """Whether a phrase names a text that parties adopted: its last one to three words do."""
    last = words.casefold().split()[-3:]
    return any(" ".join(last[at:]) in papers_by_word() for at in range(len(last)))


def _links_within(links: Iterable[Link], held: Mapping[RecordId, RecordId]) -> dict[RecordId, tuple[Link, ...]]:
    inside: defaultdict[RecordId, list[Link]] = defaultdict(list)
    for link in links:
        thread = held.get(link.earlier)
        if thread is not None and thread == held.get(link.later):
            inside[thread].append(link)
    return {thread: tuple(told) for thread, told in inside.items()}
