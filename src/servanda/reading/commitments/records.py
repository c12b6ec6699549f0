"""The record of one deed: each slot with the words that bear it. Who is bound was settled before."""

from __future__ import annotations

from dataclasses import replace

from servanda.codebook import Commitment, RecordId, Slot, Span, Spans, When, stated, unstated
from servanda.reading.commitments.backgrounds import Background
from servanda.reading.commitments.chosen_acts import chosen_act, ended
from servanda.reading.commitments.creditors import creditors_of, reversed_slots
from servanda.reading.commitments.deadlines import Looks, deadline_of
from servanda.reading.commitments.debtors import Actors
from servanda.reading.commitments.deeds import Deed
from servanda.reading.commitments.firmness import firmness_of, novelty_of, polarity_of, status_of
from servanda.reading.commitments.foreign import sources_of
from servanda.reading.commitments.lines import Line
from servanda.reading.commitments.objects import object_of
from servanda.reading.commitments.promise_days import counted_from, promised_on
from servanda.reading.commitments.promises import Promise
from servanda.reading.commitments.sums import sums_of
from servanda.reading.reader import origin
from servanda.reading.times.pages import published_on

_LONGEST_GAP = 90
_LIKELY = "likely"
_SCORES = {
    "cap": 0.9, "exchange": 0.8, "fronted": 0.75, "headline": 0.75, "list": 0.85, "modal": 0.85, "modal-passive": 0.8, "pledge-noun": 0.85, "progressive": 0.6,
    "term": 0.8, "threat": 0.7, "undertaking-verb": 0.85, "wish-noun": 0.65, "benefit": 0.7, "provision": 0.6, "agentless": 0.6,
    "likely": 0.6,
}  # fmt: skip
"""How far each construction is to be trusted: our estimate after reading a few hundred of its records by eye."""


def commitment_of(
    background: Background, promise: Promise, deed: Deed, debtors: Slot[Actors], *, first: bool
) -> Commitment:
    """The record of a deed.

    Args:
        background: the document.
        promise: what a construction found.
        deed: the deed.
        debtors: who is bound.
        first: whether it is the first deed of the promise, which stands beside its head.
    """
    line = promise.line
    words = line.stretch(deed.first, deed.last)
    spans = spans_of(promise, deed, first=first)
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    owed = whole if promise.rule == "fronted" else words
    creditors = creditors_of(background, promise, debtors, owed, deed)
    if promise.reverse:
        debtors, creditors = reversed_slots(background, debtors, sources_of(background, promise))
    statement = background.statement_at(words)
    return Commitment(
        document=background.scene.document.id,
        debtors=debtors,
        creditors=creditors,
        span=spans,
        act=chosen_act(background, promise, deed, spans, joint=len(debtors.value or ()) > 1),
        object=_object(background, promise, deed),
        quantities=sums_of(background, words, (*(debtors.value or ()), *(creditors.value or ()))),
        deadline=_deadline(background, promise, deed),
        condition=tuple(c for c in promise.conditions if not any(c.overlaps(s) for s in spans)),
        wording=promise.wording,
        firmness=firmness_of(promise, spans),
        novelty=novelty_of(promise, deed, spans),
        polarity=polarity_of(promise, spans, ends=ended(promise, deed) is not None),
        status=status_of(promise, spans),
        instrument=_instrument(background, line),
        statement=stated(statement.id, (words,)) if statement is not None else unstated(),
        origin=origin(promise.rule, _SCORES[promise.rule], seen=promise.rule == _LIKELY),
    )


def _deadline(background: Background, promise: Promise, deed: Deed) -> Slot[When]:
    scene, line = background.scene, promise.line
    words = line.stretch(deed.first, deed.last)
    head = promise.head if promise.head_line is not None else None
    found = deadline_of(scene, line, words, head, _looks(promise, deed))
    published = published_on(scene)
    if found.value is None or published is None or head is not None:
        return found
    promised = promised_on(scene, line, promise.wording[0] if promise.wording else None, words)
    return counted_from(found, promised, published, scene.text) if promised is not None else found


def _looks(promise: Promise, deed: Deed) -> Looks:
    """Whether a time may say when a thing was promised: `the aid that it promised`, `pledged $3 million`, not `pledged to pay`."""
    if promise.rule == "fronted":
        return Looks.BACK
    node = promise.line.tree.at(promise.wording[0].start) if promise.wording else None
    if node is None or node.fine != "VBD":
        return Looks.AHEAD
    return Looks.BOTH_WAYS if deed.form == "thing" else Looks.TOLD


def as_seen(record: Commitment) -> Commitment:
    """A record that the rules doubted, and that counts because the trained model sees it."""
    return replace(record, origin=origin(_LIKELY, _SCORES[_LIKELY], seen=True))


def spans_of(promise: Promise, deed: Deed, *, first: bool) -> Spans:
    """One stretch for the first deed, two for those that share its head; a subject that stands apart is one more."""
    words = promise.line.stretch(deed.first, deed.last)
    head, apart = promise.head, promise.apart
    if head is None:
        return (words,)
    near = first and head.end <= words.start and words.start - head.end < _LONGEST_GAP and promise.head_line is None
    found = (Span(head.start, words.end),) if near or head.overlaps(words) else (head, words)
    return (apart, *found) if apart is not None and apart.end <= found[0].start else found


def _object(background: Background, promise: Promise, deed: Deed) -> Slot[str]:
    span = object_of(promise.line, deed)
    if span is None:
        return unstated()
    return stated(" ".join(span.of(background.scene.text).split()), (span,))


def _instrument(background: Background, line: Line) -> Slot[RecordId]:
    """The adopted text itself, else an instrument that the sentence names before the commitment."""
    if background.instrument is not None:
        return stated(background.instrument.id, background.instrument.span, "the adopted text itself")
    named = [i for i in background.sofar.instruments if any(line.span.holds(span) for span in i.span)]
    if len(named) != 1:
        return unstated()
    return stated(named[0].id, named[0].span, "the instrument named in the sentence")
