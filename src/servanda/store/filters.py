"""A question as conditions and orders in SQL. Nothing is run here."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, exists, false, func, not_, or_, select, union_all

from servanda.codebook.vocabulary import Known, Verdict
from servanda.store.databases import IsFound
from servanda.store.queries import Order, Query, Seen
from servanda.store.relationships import is_between
from servanda.store.rows import KINDS_BY_NAME
from servanda.store.schema import (
    DAY,
    cells,
    closings,
    documents,
    judged,
    judgements,
    parties,
    problems,
    readings,
    records,
    undoings,
)
from servanda.store.searches import parse_search
from servanda.store.sectors import is_of_sector

_SLOTS = (
    *("act", "firmness", "status", "novelty", "polarity", "type", "about", "valence", "mode"),
    *("place", "state", "object", "method"),
)
_LINKS = ("occasion", "instrument", "statement")
_VERDICTS = {Seen.ACCEPTED: Verdict.ACCEPT, Seen.CORRECTED: Verdict.CORRECT, Seen.REJECTED: Verdict.REJECT}

COUNTS = readings.c.superseded_at.is_(None)
"""Whether a reading counts now: nothing that is found comes from another one."""


def counts(known: str | None, upto: int | None = None) -> ColumnElement[bool]:
    """Whether a reading counts now, or counted at a moment of the ledger's own time, or when one was added last."""
    if upto is not None:
        return (readings.c.number <= upto) & (COUNTS | (readings.c.superseded_by > upto))
    if known is None:
        return COUNTS
    return (readings.c.added_at <= known) & (COUNTS | (readings.c.superseded_at > known))


def stands(known: str | None) -> ColumnElement[bool]:
    """Whether a problem counts: of a source until it is closed, of a reading as long as the reading counts."""
    closed = select(closings.c.problem)
    if known is None:
        return (problems.c.reading.is_(None) | COUNTS) & problems.c.number.not_in(closed)
    open_then = problems.c.number.not_in(closed.where(closings.c.added_at <= known))
    return (problems.c.added_at <= known) & (problems.c.reading.is_(None) | counts(known)) & open_then


def record_conditions(query: Query) -> tuple[ColumnElement[bool], ...]:
    """What a record must be, apart from the document that it stands in."""
    wanted = [*slot_conditions(query), *happening_conditions(query)]
    roles = ((role, getattr(query, role)) for role in ("debtor", "creditor"))
    wanted.extend(_part(role, query.ids_of(actor)) for role, actor in roles if actor is not None)
    if query.speaker is not None:
        speakers = query.ids_of(query.speaker)
        wanted.append(or_(_part("speaker", speakers), is_carried(speakers)))
    if query.actor is not None:
        wanted.append(_part(None, query.ids_of(query.actor)))
    if query.between is not None:
        wanted.append(is_between(query.between))
    return tuple(wanted)


def slot_conditions(query: Query) -> tuple[ColumnElement[bool], ...]:
    """Which values a record must have."""
    asked = ((name, getattr(query, name)) for name in (*_SLOTS, *_LINKS))
    wanted = [records.c[name] == value for name, value in asked if value is not None]
    if query.firmnesses is not None:
        wanted.append(records.c.firmness.in_(sorted(query.firmnesses)))
    if query.sector is not None:
        wanted.append(is_of_sector(query.sector, records.c.act, records.c.number))
    if query.states is not None:
        wanted.append(_states(query.states))
    wanted.extend(_holds(slot, words) for slot, words in query.slots or ())
    if query.judged is not None:
        wanted.append(is_judged(Seen(query.judged), query.known))
    return tuple(wanted)


def happening_conditions(query: Query) -> tuple[ColumnElement[bool], ...]:
    """On which days the record's own date or deadline must lie."""
    wanted = []
    if query.happened_since is not None:
        wanted.append(records.c.date_to > query.happened_since.isoformat())
    if query.happened_until is not None:
        wanted.append(records.c.date_from <= query.happened_until.isoformat())
    if query.during is not None:
        # Both stretches are half-open: they meet where each begins before the other one ends.
        wanted.append(records.c.date_from < query.during.end.isoformat())
        wanted.append(records.c.date_to > query.during.start.isoformat())
    return tuple(wanted)


def publication_conditions(query: Query) -> tuple[ColumnElement[bool], ...]:
    """What the document of a record, or a document itself, must be."""
    wanted: list[ColumnElement[bool]] = [counts(query.known, query.upto)]
    if query.document is not None:
        wanted.append(readings.c.document == query.document)
    told = [(name, getattr(query, name)) for name in ("outlet", "agency", "language")]
    wanted.extend(readings.c[name] == value for name, value in told if value is not None)
    if query.since is not None:
        wanted.append(readings.c.published_to > query.since.isoformat())
    if query.until is not None:
        # Compared with the start, which lies on or before the last day exactly where the intervals meet.
        wanted.append(DAY.between("0", query.until.isoformat()))
    if query.learned_since is not None:
        wanted.append(readings.c.added_at >= query.learned_since.isoformat())
    if query.learned_until is not None:
        # A moment begins with its day, and `U` follows the `T` in it.
        wanted.append(readings.c.added_at < f"{query.learned_until.isoformat()}U")
    return tuple(wanted)


def search_conditions(query: Query, *, of_documents: bool = False) -> tuple[ColumnElement[bool], ...]:
    """Where the words that were typed must stand: in a record's evidence, or in a document's text or title."""
    if not (query.search or "").strip():
        return ()
    pieces = parse_search(query.search or "")
    if not pieces:
        return (false(),)
    if of_documents:
        in_text = IsFound(documents.c.number, "documents", pieces)
        return (or_(in_text, IsFound(readings.c.number, "readings", pieces)),)
    return (IsFound(records.c.number, "records", pieces),)


def document_conditions(query: Query, *, searched: bool = True) -> tuple[ColumnElement[bool], ...]:
    """What a document must be: its own facts, its words, and a record in it that answers the rest of the question.

    Args:
        query: the question.
        searched: whether its words are asked for here.
    """
    wanted = [*publication_conditions(query), *(search_conditions(query, of_documents=True) if searched else ())]
    if query.kind is not None:
        wanted.append(readings.c.kind == query.kind)
    inside = record_conditions(query)
    if inside:
        wanted.append(exists().where(records.c.reading == readings.c.number, *inside))
    return tuple(wanted)


def all_conditions(kind: str, query: Query) -> tuple[ColumnElement[bool], ...]:
    """What a record of this kind must be, with its document and its words.

    Raises:
        ValueError: no such kind.
    """
    if kind not in KINDS_BY_NAME:
        raise ValueError(f"no such kind of record: {kind!r}")
    of_kind = [records.c.kind == query.kind] if query.kind is not None else []
    wanted = (*publication_conditions(query), *record_conditions(query), *search_conditions(query))
    return (records.c.record_kind == kind, *of_kind, *wanted)


def page_of(asked: Select[Any], query: Query, *, of_documents: bool = False) -> Select[Any]:
    """The part of the answer that the question wants, in its order."""
    return ordered(asked, query, of_documents=of_documents).limit(max(query.limit, 0)).offset(max(query.offset, 0))


def ordered(asked: Select[Any], query: Query, *, of_documents: bool = False) -> Select[Any]:
    """The answer in the order of the question. Ties are broken by what is written, never by when it was added.

    Raises:
        ValueError: no such order.
    """
    order = Order(query.order)
    place = () if of_documents else (records.c.span_start, records.c.span_end, records.c.id, records.c.position)
    keys: tuple[ColumnElement[Any], ...] = (DAY.desc(), readings.c.document, readings.c.number)
    if order is Order.OLDEST:
        keys = (DAY == "", DAY, readings.c.document)
    elif order is Order.TEXT:
        keys = (readings.c.document,)
    elif order is Order.SCORE and not of_documents:
        keys = (records.c.score, *keys)
    return asked.order_by(*keys, *place)


def _part(role: str | None, actors: tuple[str, ...]) -> ColumnElement[bool]:
    taking_part = select(parties.c.record).where(parties.c.actor.in_(actors))
    if role is not None:
        return records.c.number.in_(taking_part.where(parties.c.role == role))
    # A table of its own: that of the question outside would be taken for the same.
    mentioned = records.alias("mentioned")
    return records.c.number.in_(union_all(taking_part, select(mentioned.c.number).where(mentioned.c.actor.in_(actors))))


def is_judged(seen: Seen, known: str | None) -> ColumnElement[bool]:
    """Whether people have said this of a record, of it itself or of one that said the same in its place."""
    if seen is Seen.NOBODY:
        return not_(is_judged(Seen.ANYBODY, known))
    told = judged.join(judgements, judgements.c.number == judged.c.judgement)
    taken_back = select(undoings.c.judgement)
    wanted: list[ColumnElement[bool]] = [
        judgements.c.number.not_in(taken_back if known is None else taken_back.where(undoings.c.added_at <= known))
    ]
    if known is not None:
        wanted.append(judgements.c.added_at <= known)
    if seen in _VERDICTS:
        wanted.append(judgements.c.verdict == str(_VERDICTS[seen]))
    same = (judged.c.document == records.c.document) & (judged.c.words == records.c.words)
    here = exists().select_from(told).where(same, judged.c.claim == records.c.claim, *wanted)
    # In few documents anything was ever judged: the list of them is made once, and nearly every record ends at it.
    return readings.c.document.in_(select(judged.c.document)) & here.correlate(records)


def _states(slot: str) -> ColumnElement[bool]:
    told = cells.c.record == records.c.number, cells.c.slot == slot, cells.c.known == Known.STATED
    return exists().where(*told)


def _holds(slot: str, words: str) -> ColumnElement[bool]:
    """Whether a field has this in its value or in the words that bear it."""
    plain = words.replace("/", "//").replace("%", "/%").replace("_", "/_")
    like = (func.lower(told).like(func.lower(f"%{plain}%"), escape="/") for told in (cells.c.value, cells.c.words))
    return exists().where(cells.c.record == records.c.number, cells.c.slot == slot, or_(*like))


def is_carried(speakers: tuple[str, ...]) -> ColumnElement[bool]:
    """Whether a statement of this speaker, by any of its ids, carries the record; an id hashes its speakers, so that any reading will do."""
    carrier = records.alias("carrier")
    said = select(parties.c.record).where(parties.c.actor.in_(speakers), parties.c.role == "speaker")
    return records.c.statement.in_(select(carrier.c.id).where(carrier.c.number.in_(said)))
