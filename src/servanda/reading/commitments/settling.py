"""A promise settled into records: who is bound, to whom, which act, how much, by when, with the words for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from servanda.codebook import (
    ActorId,
    Commitment,
    Quantity,
    RecordId,
    Slot,
    Span,
    Spans,
    When,
    stated,
    unclear,
    unstated,
)
from servanda.codebook.vocabulary import Act, ActorKind, Bound, Firmness, Polarity
from servanda.lexicon.acts import load_acts
from servanda.lexicon.grammar import load_grammar
from servanda.reading.commitments.act_features import RuleAct, act_by_model
from servanda.reading.commitments.acts import DeedAct, act_of, act_of_head, act_received
from servanda.reading.commitments.backgrounds import Background
from servanda.reading.commitments.creditors import creditors_of, reversed_slots
from servanda.reading.commitments.debtors import Actors, debtors_of
from servanda.reading.commitments.deeds import Deed
from servanda.reading.commitments.endings import act_ended
from servanda.reading.commitments.firmness import firmness_of, novelty_of, polarity_of, status_of
from servanda.reading.commitments.foreign import concerns_another, states_in
from servanda.reading.commitments.lines import Line
from servanda.reading.commitments.objects import object_of
from servanda.reading.commitments.promises import Promise
from servanda.reading.commitments.sharing import owing_listed
from servanda.reading.quantities.quantities import find_quantities, find_vague
from servanda.reading.reader import origin
from servanda.reading.scenes import Scene
from servanda.reading.times.times import deadline_in

_LONGEST_GAP = 90
_SCORES = {
    "cap": 0.9, "exchange": 0.8, "fronted": 0.75, "headline": 0.75, "list": 0.85, "modal": 0.85, "modal-passive": 0.8, "pledge-noun": 0.85, "progressive": 0.6,
    "term": 0.8, "threat": 0.7, "undertaking-verb": 0.85, "wish-noun": 0.65, "benefit": 0.7, "provision": 0.6, "agentless": 0.6,
}  # fmt: skip
"""How far each construction is to be trusted: our estimate after reading a few hundred of its records by eye."""
_OWN_ACTS = frozenset(
    {Act.FUND, Act.TARIFF, Act.DEFEND, Act.TRANSFER, Act.INVEST, Act.SPEND, Act.EXERCISE, Act.PROCURE}
)
_UNTOLD = frozenset({Act.OTHER, Act.SUPPORT})
_GIVING = frozenset({"provide", "providing", "offer", "offering", "facilitate", "facilitating"})
_PASSIVE = frozenset({"agentless", "modal-passive"})
_BESTOWING = frozenset({Act.OTHER, Act.SUPPORT, Act.TRANSFER})
_LASTING = frozenset({Act.PROCURE, Act.INVEST, Act.FUND, Act.SUPPORT})
_OTHERS = frozenset({"they", "it", "he", "she", "you"})


@dataclass(frozen=True, slots=True)
class Carried:
    """Who was bound last, in which paragraph, and which parties last together.

    Terms without a subject of their own go on with the first, `we` who agreed with the last.
    """

    debtors: Actors
    paragraph: Span | None
    joint: Actors = ()

    @classmethod
    def after(cls, scene: Scene, settled: Sequence[Commitment], before: Carried | None) -> Carried | None:
        """What the records of a sentence hand on to the next one, with what the ones before it did."""
        if not settled or not settled[-1].debtors.value:
            return before
        debtors = settled[-1].debtors.value
        joint = debtors if len(debtors) > 1 else before.joint if before is not None else ()
        return cls(debtors, scene.paragraph_of(settled[-1].span[0]), joint)


def settle(
    background: Background, promise: Promise, carried: Carried | None, *, given: Sequence[Commitment] = ()
) -> Iterator[Commitment]:
    """The records of a promise, one for each deed; none where it binds nobody who is known.

    Args:
        background: the document.
        promise: what a construction found.
        carried: who was bound in the sentence before.
        given: the other side of an exchange.
    """
    debtors = _bound(background, promise, carried, given)
    if promise.rule == "agentless" and promise.debtor is None and not _is_uttered(background, promise):
        return
    if not debtors.value or not _concerns(
        background, promise, debtors.value, described=debtors.reason == "the parties in view"
    ):
        return
    if not concerns_another(background, promise, debtors.value):
        return
    if promise.rule == "provision" and not (background.official or background.sofar.instruments):
        return
    if promise.reverse and not reversed_slots(background, debtors, _sources(background, promise))[0].value:
        return
    sole = owing_listed(background, promise, debtors.value)
    for number, deed in enumerate(promise.deeds):
        owing = debtors
        if deed.listed and sole:
            owing = stated(sole, debtors.spans, "what favors one of two parties is the other's to do")
        yield _commitment(background, promise, deed, owing, first=number == 0)


def _bound(
    background: Background, promise: Promise, carried: Carried | None, given: Sequence[Commitment]
) -> Slot[Actors]:
    if given and promise.debtor is None:
        others = given[0].creditors.value
        spans = (promise.line.stretch(promise.deeds[0].first, promise.deeds[0].last),)
        return stated(others, spans, "the other side of the exchange") if others else unclear("nobody is named", spans)
    debtors = debtors_of(background, promise, last_joint=carried.joint if carried is not None else ())
    goes_on = promise.firmness is Firmness.BINDING and background.adopted and promise.debtor is not None
    if debtors.value or not goes_on:
        return debtors
    if carried is not None and carried.paragraph == background.scene.paragraph_of(promise.line.span):
        return stated(carried.debtors, debtors.spans, "the party bound in the sentence before")
    voice = background.voice
    return stated(voice, debtors.spans, "a term binds the parties to the text") if voice else debtors


def _concerns(background: Background, promise: Promise, debtors: Actors, *, described: bool) -> bool:
    """Whether words that bind only a speaker's own side stand with that side."""
    if promise.rule == "pledge-noun" and promise.in_progress and background.official:
        own = {*background.voice, *background.parties}
        return bool(own & {background.states.get(actor) or actor for actor in debtors})
    if not promise.own_side:
        return True
    if promise.rule == "progressive" and _is_a_persons(background, promise):
        return False
    deed = promise.line.stretch(promise.deeds[0].first, promise.deeds[0].last)
    statement = background.statement_at(deed)
    pronoun = promise.debtor is not None and promise.debtor.of(background.scene.text).lower() in _OTHERS
    if pronoun and promise.rule != "progressive":
        return statement is None and not background.official
    if statement is None and not background.official and promise.rule == "progressive":
        return _is_given(promise)
    if statement is None and not background.official:
        return promise.rule == "undertaking-verb" and promise.firmness is Firmness.ASPIRED
    speakers = statement.speakers.value if statement is not None else background.voice
    goes_on = promise.rule == "undertaking-verb" and promise.firmness is Firmness.INTENDED and statement is None
    if goes_on and act_of(promise.line, promise.deeds[0]).act in _LASTING:
        speakers = (*(speakers or ()), *background.parties)
    own = {background.states.get(actor) or actor for actor in speakers or ()}
    if not own and promise.rule == "undertaking-verb":
        return promise.firmness is Firmness.ASPIRED
    if promise.rule == "progressive" and not described:
        own |= set(background.parties)
    return bool(own & {background.states.get(actor) or actor for actor in debtors})


def _is_given(promise: Promise) -> bool:
    """Whether a reporter's progressive tells what a party is sending or giving: `is sending two frigates to`."""
    return promise.line.at(promise.deeds[0].first) in load_grammar().delivering


def _is_uttered(background: Background, promise: Promise) -> bool:
    """Whether somebody speaks who can be bound by what is to be done: an official text, or one who is quoted."""
    statement = background.statement_at(promise.line.stretch(promise.deeds[0].first, promise.deeds[0].last))
    return bool(background.voice) or (statement is not None and bool(statement.speakers.value))


def _sources(background: Background, promise: Promise) -> frozenset[ActorId]:
    """The states behind `from` in what a party receives; none for a cap."""
    if promise.rule != "benefit":
        return frozenset()
    line, deed = promise.line, promise.deeds[0]
    behind = next((at for at in range(deed.first, deed.last) if line.at(at) == "from"), deed.last)
    return states_in(background, line.stretch(behind, deed.last)) if behind < deed.last else frozenset()


def _is_a_persons(background: Background, promise: Promise) -> bool:
    """Whether a person is the subject: what one is doing is no policy of the state."""
    line = promise.line
    named = [n for n in line.names.values() if promise.debtor and promise.debtor.holds(line.stretch(n.first, n.last))]
    return any(background.kinds.get(actor) is ActorKind.PERSON for name in named for actor in name.actors)


def _commitment(
    background: Background, promise: Promise, deed: Deed, debtors: Slot[Actors], *, first: bool
) -> Commitment:
    line = promise.line
    words = line.stretch(deed.first, deed.last)
    spans = _spans(promise, words, first=first)
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    owed = whole if promise.rule == "fronted" else words
    creditors = creditors_of(background, promise, debtors, owed, deed)
    if promise.reverse:
        debtors, creditors = reversed_slots(background, debtors, _sources(background, promise))
    statement = background.statement_at(words)
    return Commitment(
        document=background.scene.document.id,
        debtors=debtors,
        creditors=creditors,
        span=spans,
        act=_act(background, promise, deed, joint=len(debtors.value or ()) > 1),
        object=_object(background, promise, deed),
        quantities=_quantities(background, words),
        deadline=_deadline(background, words, promise.head if promise.head_line is not None else None),
        condition=tuple(c for c in promise.conditions if not any(c.overlaps(s) for s in spans)),
        wording=promise.wording,
        firmness=firmness_of(promise, spans),
        novelty=novelty_of(promise, deed, spans),
        polarity=polarity_of(promise, spans, ends=_ended(promise, deed) is not None),
        status=status_of(promise, spans),
        instrument=_instrument(background, line),
        statement=stated(statement.id, (words,)) if statement is not None else unstated(),
        origin=origin(promise.rule, _SCORES[promise.rule]),
    )


def _spans(promise: Promise, words: Span, *, first: bool) -> Spans:
    """One stretch for the first deed, two for those that share its head; a subject that stands apart is one more."""
    head, apart = promise.head, promise.apart
    if head is None:
        return (words,)
    near = first and head.end <= words.start and words.start - head.end < _LONGEST_GAP and promise.head_line is None
    found = (Span(head.start, words.end),) if near or head.overlaps(words) else (head, words)
    return (apart, *found) if apart is not None and apart.end <= found[0].start else found


def _act(background: Background, promise: Promise, deed: Deed, *, joint: bool) -> Slot[Act]:
    """The act that the rules read, unless the trained model holds another one to be clearly likelier."""
    slot = _act_by_rules(background, promise, deed, joint=joint)
    if promise.refrains or slot.value in {None, Act.REFRAIN} or _ended(promise, deed) is not None:
        return slot
    act = act_by_model(promise, deed, RuleAct(slot.value, act_of(promise.line, deed, joint=joint), joint))
    if act is slot.value:
        return slot
    return stated(act, (promise.line.stretch(deed.first, deed.last),), "by a model trained on clauses and their acts")


def _ended(promise: Promise, deed: Deed) -> DeedAct | None:
    """The act that a deed ends rather than does."""
    plain = promise.polarity is Polarity.PLUS and not promise.refrains and not promise.reverse
    return act_ended(promise.line, deed) if plain else None


def _act_by_rules(background: Background, promise: Promise, deed: Deed, *, joint: bool) -> Slot[Act]:
    line = promise.line
    words = line.stretch(deed.first, deed.last)
    if promise.refrains:
        return stated(Act.REFRAIN, (words,), "it undertakes not to do it")
    if (ended := _ended(promise, deed)) is not None:
        return stated(ended.act, (line.stretch(ended.first, ended.last),), "it ends it")
    if promise.act is not None and promise.wording:
        return _approved(promise, act_of(line, deed, joint=joint)) or stated(promise.act, promise.wording)
    found = act_of(line, deed, joint=joint)
    act = promise.act or found.act
    if promise.rule == "benefit" and act is Act.OTHER and (received := act_received(line, deed)) is not None:
        found, act = received, received.act
    if promise.rule == "provision" and promise.reverse and act is Act.OTHER:
        return stated(Act.SUPPORT, (words,), "it enables the other party")
    if promise.rule in _PASSIVE and act in _BESTOWING and promise.head is not None:
        found = act_of_head(line, promise.head) or found
        act = found.act
    if act is Act.OTHER and promise.wording and _is_together(background, promise, words):
        return stated(Act.COOPERATE, (Span(promise.wording[-1].start, words.end),), "they do it together")
    if act is Act.OTHER and promise.firmness is Firmness.BINDING and promise.head is not None:
        found = act_of_head(line, promise.head) or found
        act = found.act
    if act in _UNTOLD and found.last <= found.first + 1 and _is_term_of_trade(background, line, deed, act):
        return stated(Act.TRADE, (words,), "a term of a text about trade")
    spans = (line.stretch(found.first, found.last),)
    return stated(act, spans, "" if act is not Act.OTHER else "no word of it names a listed act")


def _is_term_of_trade(background: Background, line: Line, deed: Deed, act: Act) -> bool:
    """Whether a deed without an act of its own stands where trade is dealt with; what only a heading says is less sure."""
    apart = load_acts().trade_apart.isdisjoint(line.lower[deed.first : deed.last])
    giving = act is Act.OTHER or line.lower[deed.first] in _GIVING
    return apart and giving and background.is_of_trade(line.stretch(deed.first, deed.last))


def _approved(promise: Promise, found: DeedAct) -> Slot[Act] | None:
    """The act of what a party approves to do itself; None where it approves what another does."""
    if promise.act is not Act.SUPPORT or promise.firmness is not Firmness.BINDING or found.act not in _OWN_ACTS:
        return None
    line = promise.line
    words = line.stretch(promise.deeds[0].first, found.last)
    if any(name.owns for name in line.names_in(promise.deeds[0].first, found.last)):
        return None
    return stated(found.act, (words,), "what is approved is its own to do")


def _is_together(background: Background, promise: Promise, words: Span) -> bool:
    """Whether `together` stands between the undertaking and the deed: `are working together to`."""
    between = background.scene.text[promise.wording[-1].end : words.start].lower()
    return len(between) < _LONGEST_GAP and "together" in between


def _object(background: Background, promise: Promise, deed: Deed) -> Slot[str]:
    span = object_of(promise.line, deed)
    if span is None:
        return unstated()
    return stated(" ".join(span.of(background.scene.text).split()), (span,))


def _quantities(background: Background, words: Span) -> Slot[tuple[Quantity, ...]]:
    found = tuple(
        Quantity(
            value=measure.value,
            unit=measure.unit,
            role=measure.role,
            span=measure.words,
            bound=Bound(measure.bound) if measure.bound else None,
            per=measure.per,
        )
        for measure in find_quantities(background.scene, words)
    )
    if found:
        return stated(found, tuple(quantity.span for quantity in found))
    vague = find_vague(background.scene, words)
    return unclear(vague[0].reason, tuple(each.span for each in vague)) if vague else unstated()


def _deadline(background: Background, words: Span, head: Span | None) -> Slot[When]:
    """By when: as the deed says, else as the head of its list does."""
    found = deadline_in(background.scene, words) or (deadline_in(background.scene, head) if head is not None else None)
    if found is None:
        return unstated()
    return stated(found.when, (found.span,), found.reason) if found.when else unclear(found.reason, (found.span,))


def _instrument(background: Background, line: Line) -> Slot[RecordId]:
    """The adopted text itself, else an instrument that the sentence names before the commitment."""
    if background.instrument is not None:
        return stated(background.instrument.id, background.instrument.span, "the adopted text itself")
    named = [i for i in background.sofar.instruments if any(line.span.holds(span) for span in i.span)]
    if len(named) != 1:
        return unstated()
    return stated(named[0].id, named[0].span, "the instrument named in the sentence")
