"""Commitments: what one party undertook towards another, clause by clause.

Each sentence is asked by every construction (`modals.py`, `undertakings.py`, `pledge_nouns.py`, `terms.py`); what they find is
settled here: who is bound, to whom, which act, how much, by when. An undertaking inside the deed of another is left to the
outer one. No sentence is understood: word order, cues and clause boundaries decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from servanda.codebook import Commitment, Problem, Quantity, Reading, Slot, Span, Spans, When, stated, unclear, unstated
from servanda.codebook.vocabulary import Act
from servanda.reading.acts import act_of, object_of
from servanda.reading.backgrounds import Background, background_of
from servanda.reading.debtors import Actors, creditors_of, debtors_of, reversed_slots
from servanda.reading.deeds import Deed
from servanda.reading.firmness import firmness_of, novelty_of, polarity_of, status_of
from servanda.reading.lines import Line, Lines
from servanda.reading.modals import read_modal
from servanda.reading.pledge_nouns import read_pledge_noun
from servanda.reading.promises import Promise, Wording
from servanda.reading.quantities import find_quantities
from servanda.reading.reader import origin
from servanda.reading.scenes import Scene
from servanda.reading.terms import includes, read_term
from servanda.reading.times import deadline_in
from servanda.reading.undertakings import finite_verbs, read_progressive, read_undertaking
from servanda.reading.wordings import wordings_in

_CONSTRUCTIONS = {"modal": read_modal, "verb": read_undertaking, "noun": read_pledge_noun}


def read_commitments(scene: Scene, sofar: Reading) -> Iterable[Commitment | Problem]:
    """The commitments of a document, in the order of the text.

    Args:
        scene: the document laid out.
        sofar: its reading so far, with actors, instruments and statements.
    """
    background = background_of(scene, sofar)
    lines = Lines(scene, sofar)
    for sentence in scene.sentences:
        if scene.text[sentence.end - 1] == "?":
            continue
        line = lines.lay_out(sentence)
        for promise in promises_in(background, line):
            yield from _commitments(background, promise)


def promises_in(background: Background, line: Line) -> Iterator[Promise]:
    """The promises of one sentence, from left to right, without those inside the deed of another."""
    taken: list[tuple[int, int]] = []
    for at, promise in sorted(_candidates(background, line), key=lambda one: one[0]):
        if any(first <= at < last for first, last in taken):
            continue
        taken.append((at, max(deed.last for deed in promise.deeds)))
        yield promise


def _candidates(background: Background, line: Line) -> Iterator[tuple[int, Promise]]:
    for wording in wordings_in(line):
        promise = _read(line, wording)
        if promise is not None:
            yield wording.first, promise
    if background.official:
        for at in finite_verbs(line):
            promise = read_progressive(line, at)
            if promise is not None:
                yield at, promise
        for at in includes(line):
            promise = read_term(line, at)
            if promise is not None:
                yield at, promise


def _read(line: Line, wording: Wording) -> Promise | None:
    return _CONSTRUCTIONS[wording.undertaking.kind](line, wording)


def _commitments(background: Background, promise: Promise) -> Iterator[Commitment]:
    debtors = debtors_of(background, promise)
    if not debtors.value or not _concerns(background, promise, debtors):
        return
    for number, deed in enumerate(promise.deeds):
        yield _commitment(background, promise, deed, debtors, alone=number == 0)


def _concerns(background: Background, promise: Promise, debtors: Slot[Actors]) -> bool:
    """Whether the promise is more than a wish about others."""
    if not promise.wish or not promise.rule.startswith("modal"):
        return True
    deed = promise.line.stretch(promise.deeds[0].first, promise.deeds[0].last)
    statement = background.statement_at(deed)
    speakers = statement.speakers.value if statement is not None else background.voice
    own = {background.states.get(actor) or actor for actor in speakers or ()}
    return bool(own & set(debtors.value or ()))


def _commitment(
    background: Background, promise: Promise, deed: Deed, debtors: Slot[Actors], *, alone: bool
) -> Commitment:
    line = promise.line
    words = line.stretch(deed.first, deed.last)
    spans = _spans(promise, words, alone=alone)
    creditors = creditors_of(background, promise, debtors, words)
    if promise.reverse:
        debtors, creditors = reversed_slots(background, promise, debtors)
    statement = background.statement_at(words)
    return Commitment(
        document=background.scene.document.id,
        debtors=debtors,
        creditors=creditors,
        span=spans,
        act=_act(line, promise, deed),
        object=_object(background, line, deed),
        quantities=_quantities(background, words),
        deadline=_deadline(background, words),
        condition=tuple(c for c in promise.conditions if not any(c.overlaps(s) for s in spans)),
        wording=promise.wording,
        firmness=firmness_of(promise, spans),
        novelty=novelty_of(promise, spans, fresh=background.official),
        polarity=polarity_of(promise, spans),
        status=status_of(promise, spans),
        instrument=_instrument(background, spans),
        statement=stated(statement.id, (words,)) if statement is not None else unstated(),
        origin=origin(promise.rule),
    )


def _spans(promise: Promise, words: Span, *, alone: bool) -> Spans:
    """One stretch for the first deed, two for those that share its head."""
    head = promise.head
    if head is None:
        return (words,)
    if alone and head.end <= words.start and words.start - head.end < 90:
        return (Span(head.start, words.end),)
    return (head, words) if not head.overlaps(words) else (Span(min(head.start, words.start), words.end),)


def _act(line: Line, promise: Promise, deed: Deed) -> Slot[Act]:
    found = act_of(line, deed)
    spans = (line.stretch(found.first, found.last),)
    if promise.refrains:
        return stated(Act.REFRAIN, spans, "it undertakes not to do it")
    return stated(found.act, spans, "" if found.act is not Act.OTHER else "no word of it names a listed act")


def _object(background: Background, line: Line, deed: Deed) -> Slot[str]:
    place = object_of(line, deed)
    if place is None:
        return unstated()
    span = line.stretch(*place)
    return stated(" ".join(span.of(background.scene.text).split()), (span,))


def _quantities(background: Background, words: Span) -> Slot[tuple[Quantity, ...]]:
    found = tuple(
        Quantity(value=m.value, unit=m.unit, role=m.role, span=m.span) for m in find_quantities(background.scene, words)
    )
    return stated(found, tuple(q.span for q in found)) if found else unstated()


def _deadline(background: Background, words: Span) -> Slot[When]:
    found = deadline_in(background.scene, words)
    if found is None:
        return unstated()
    return stated(found.when, (found.span,), found.reason) if found.when else unclear(found.reason, (found.span,))


def _instrument(background: Background, spans: Spans) -> Slot[str]:
    if background.instrument is not None:
        return stated(background.instrument.id, background.instrument.span, "the adopted text itself")
    return unstated()
