"""The page of a commitment: its thread, with what a reader of the page wants beside every row of it.

The thread, its differences and its status come from `threads`; here every row gets its fields, the way that it came, its
independent source, and what people judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from servanda.codebook import Commitment, RecordId, Statement
from servanda.store import Found, Ledger
from servanda.view.fields import Field, Part, fields_of, manners_of
from servanda.view.judgements import Opinion, opinions_on
from servanda.view.names import Names, names_in
from servanda.view.promises import Promise, promises_of
from servanda.view.sources import Source, source_of
from servanda.view.supports import support_of
from servanda.view.threads import Saying, ThreadPage, thread_page
from servanda.view.undertakings import Undertaking, undertaking_of, undertakings_of

_ALIGNED = ("act", "object", "quantities", "deadline", "condition", "firmness", "wording", "novelty", "status")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One time that the commitment is said.

    Attributes:
        number: its place in time, from 1 on.
        saying: its words, with what is new and gone, and how it stands to other rows.
        start: the first day on which its document can have been published, as an ISO date; empty where unknown.
        fields: act, object, amount, deadline, condition, firmness and so on.
        changed: names of the fields that say something else than in the row before.
        voice: number of the independent source that its document belongs to, from 1 on.
        path: the way from the reader back to the speaker: outlet, agency, relays, speakers.
        opinions: what people decided about the record, notes too, the newest last.
    """

    number: int
    saying: Saying
    start: str
    fields: tuple[Field, ...]
    changed: tuple[str, ...]
    voice: int
    path: tuple[Part, ...]
    opinions: tuple[Opinion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One independent source: all documents that depend on one another for what they say.

    Attributes:
        number: its number on the page, from 1 on.
        sources: its documents, the first one first.
        reasons: why they count once; empty where there is only one.
    """

    number: int
    sources: tuple[Source, ...]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentPage:
    """One commitment over all documents.

    Attributes:
        thread: its thread, or itself where no other document repeats it.
        promise: what its newest record says.
        wordings: every time that it is said, the first one first.
        voices: the independent sources.
        partners: what it is given in return for.
        instruments: the instruments that hold it, as documents name them.
    """

    thread: ThreadPage
    promise: Promise
    wordings: tuple[Wording, ...]
    voices: tuple[Voice, ...]
    partners: tuple[Promise, ...]
    instruments: tuple[Part, ...]


def commitment_page(ledger: Ledger, key: RecordId, on: date) -> CommitmentPage | None:
    """One commitment, or None where the ledger has none of this id.

    Args:
        ledger: the ledger.
        key: id of a thread of commitments or of a commitment, or the only beginning of one.
        on: the day on which its deadline is looked at.
    """
    thread = thread_page(ledger, key, on)
    found = ledger.find_record(thread.sayings[0].id) if thread else None
    if thread is None or found is None:
        return None
    one = undertaking_of(ledger, found, on)
    if one is None:
        return None
    names = names_in(ledger)
    (promise,) = promises_of((one,), names)
    voices = _voices(one)
    return CommitmentPage(
        thread=thread,
        promise=promise,
        wordings=tuple(_wordings(ledger, one, thread, names, voices)),
        voices=voices,
        partners=promises_of(undertakings_of(ledger, _partners(ledger, promise), on), names),
        instruments=_instruments(ledger, one),
    )


def _wordings(
    ledger: Ledger, one: Undertaking, thread: ThreadPage, names: Names, voices: tuple[Voice, ...]
) -> Iterator[Wording]:
    texts = ledger.find_texts({found.document.id for found in one.found})
    speech = _statements(ledger, one)
    found_by = {found.record.id: found for found in one.found}
    voice_of = {source.id: voice.number for voice in voices for source in voice.sources}
    before: tuple[Field, ...] = ()
    for number, saying in enumerate(thread.sayings, 1):
        found = found_by[saying.id]
        text, when = texts.get(found.document.id, ""), found.document.published
        fields = fields_of(found.record, manners_of("commitments", *_ALIGNED), text, names)
        yield Wording(
            number=number,
            saying=saying,
            start=when.start.isoformat() if when else "",
            fields=fields,
            changed=_changed(before, fields) if before else (),
            voice=voice_of[found.document.id],
            path=tuple(_path(found, speech, names)),
            opinions=opinions_on(ledger, found.document.id, saying.id),
        )
        before = fields


def _changed(before: tuple[Field, ...], after: tuple[Field, ...]) -> tuple[str, ...]:
    told = zip(before, after, strict=True)
    return tuple(b.slot for a, b in told if (a.known, _said(a)) != (b.known, _said(b)))


def _said(field: Field) -> tuple[str, ...]:
    return tuple((part.code or part.text).casefold() for part in field.parts)


def _voices(one: Undertaking) -> tuple[Voice, ...]:
    told = {found.document.id: source_of(found.document) for found in one.found}
    return tuple(
        Voice(
            number=number,
            sources=tuple(source for key, source in told.items() if key in support.documents),
            reasons=support.reasons,
        )
        for number, support in enumerate(support_of(one), 1)
    )


def _statements(ledger: Ledger, one: Undertaking) -> Mapping[RecordId, Found]:
    carried = (saying.commitment.statement.value for saying in one.sayings)
    return ledger.find_by_ids({id_ for id_ in carried if id_})


def _path(found: Found, speech: Mapping[RecordId, Found], names: Names) -> Iterator[Part]:
    for name, note in ((found.document.outlet, "outlet"), (found.document.agency, "agency")):
        if name:
            yield Part(text=name, note=note)
    carrier = found.record.statement.value if isinstance(found.record, Commitment) else None
    said = speech[carrier].record if carrier and carrier in speech else None
    if isinstance(said, Statement):
        for relay in said.via:
            yield Part(text=relay.name.replace("-", " "), code=relay.name, note="relay")
        for actor in said.speakers.value or ():
            yield Part(text=names.actor(actor), code=actor, note="speaker", goal="actor", id=actor)


def _partners(ledger: Ledger, promise: Promise) -> tuple[Found, ...]:
    return tuple(ledger.find_by_ids(set(promise.exchange) - set(promise.records)).values())


def _instruments(ledger: Ledger, one: Undertaking) -> tuple[Part, ...]:
    held = {saying.commitment.instrument.value for saying in one.sayings if saying.commitment.instrument.value}
    told = (
        Part(text=" ".join(found.words.split()), code=id_, goal="instrument", id=id_)
        for id_, found in ledger.find_by_ids(held).items()
    )
    return tuple({part.text.casefold(): part for part in told}.values())
