"""An instrument with its elements: every commitment that it holds, and how far each has come."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass
from datetime import date

from servanda.codebook import Commitment, Instrument, RecordId
from servanda.codebook.vocabulary import DocumentKind, ThreadStatus
from servanda.store import Found, Ledger, Query
from servanda.view.fields import Field, fields_of, manners_of
from servanda.view.names import names_in
from servanda.view.promises import Promise, promises_of
from servanda.view.sources import Source, source_of
from servanda.view.undertakings import day_of, undertakings_of

_MOST = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A document that names the instrument.

    Attributes:
        id: id of the record of the instrument there.
        words: its fullest name there.
        status: how far it has come, as this document has it; empty where it does not say.
        elements: how many commitments of this document it holds.
        source: the document.
    """

    id: RecordId
    words: str
    status: str
    elements: int
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentPage:
    """One instrument.

    Attributes:
        id: id of the thread of the instrument, or of its record where it is alone.
        name: its name in the document that tells most of it: the adopted text itself where the ledger holds it.
        fields: kind, parties, date and status as this document has them.
        on: the day on which deadlines are looked at, as an ISO date.
        elements: the commitments that it holds, each with its status.
        statuses: how many elements have come how far.
        mentions: the documents that name it, the newest first.
    """

    id: RecordId
    name: str
    fields: tuple[Field, ...]
    on: str
    elements: tuple[Promise, ...]
    statuses: tuple[tuple[ThreadStatus, int], ...]
    mentions: tuple[Mention, ...]


def instrument_page(ledger: Ledger, key: RecordId, on: date) -> InstrumentPage | None:
    """One instrument, or None where the ledger has no such instrument.

    Args:
        ledger: the ledger.
        key: id of a record of it, or of its thread, or the only beginning of one.
        on: the day on which deadlines are looked at.
    """
    id_, found = _records_of(ledger, key)
    if not found:
        return None
    names = names_in(ledger)
    held = {one.record.id: _held_by(one, ledger) for one in found}
    elements = promises_of(undertakings_of(ledger, (c for many in held.values() for c in many), on), names)
    often = Counter(promise.status for promise in elements)
    fullest = max(reversed(found), key=_tells_most)
    return InstrumentPage(
        id=id_,
        name=" ".join(fullest.words.split()),
        fields=fields_of(fullest.record, manners_of("instruments", "kind", "parties", "date", "status"), "", names),
        on=on.isoformat(),
        elements=elements,
        statuses=tuple((status, often[status]) for status in ThreadStatus if often[status]),
        mentions=tuple(_mention(one, len(held[one.record.id])) for one in found),
    )


def _records_of(ledger: Ledger, key: RecordId) -> tuple[RecordId, tuple[Found, ...]]:
    """The instrument's id and its records, the newest first."""
    thread = ledger.find_thread(key)
    if thread is None:
        one = ledger.find_record(key)
        if one is None or not isinstance(one.record, Instrument):
            return "", ()
        thread = next((t for t in ledger.find_threads_of({one.record.id}) if t.kind == "instruments"), None)
        if thread is None:
            return one.record.id, (one,)
    if thread.kind != "instruments":
        return "", ()
    found = ledger.find_by_ids(thread.records).values()
    return thread.id, tuple(sorted(found, key=lambda one: (day_of(one), one.record.id), reverse=True))


def _tells_most(found: Found) -> tuple[bool, bool, int, str]:
    """The text itself before reports of it, one that has its day before others, then the fullest name, then the newest."""
    record = found.record
    dated = isinstance(record, Instrument) and record.date.value is not None
    own = found.document.kind is DocumentKind.INSTRUMENT and dated
    return own, dated, len(found.words), day_of(found)


def _held_by(found: Found, ledger: Ledger) -> tuple[Found, ...]:
    """The commitments that its document says it holds: those of a document are found at once, and hardly ever many."""
    there = ledger.find_records("commitments", Query(document=found.document.id, limit=sys.maxsize, order="text"))
    told = ((one, one.record) for one in there)
    return tuple(
        one for one, record in told if isinstance(record, Commitment) and record.instrument.value == found.record.id
    )[:_MOST]


def _mention(found: Found, elements: int) -> Mention:
    status = found.record.status.value if isinstance(found.record, Instrument) else None
    return Mention(
        id=found.record.id,
        words=" ".join(found.words.split()),
        status=str(status or ""),
        elements=elements,
        source=source_of(found.document),
    )
