"""A promise settled: who is bound by it, and whether it counts; `records.py` then makes the record of each deed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from servanda.codebook import Commitment, Slot, Span, stated, unclear
from servanda.codebook.vocabulary import Act, ActorKind, Firmness
from servanda.lexicon.grammar import load_grammar
from servanda.reading.actors.references import parties_in_view
from servanda.reading.commitments.acts import act_of
from servanda.reading.commitments.backgrounds import Background, is_state
from servanda.reading.commitments.creditors import reversed_slots
from servanda.reading.commitments.debtors import Actors, debtors_of
from servanda.reading.commitments.deeds import Deed
from servanda.reading.commitments.firms import is_of_firms
from servanda.reading.commitments.foreign import concerns_another, sources_of
from servanda.reading.commitments.hostilities import is_told_hostility
from servanda.reading.commitments.likely import is_seen
from servanda.reading.commitments.presumed import presumed
from servanda.reading.commitments.promises import Promise
from servanda.reading.commitments.records import as_seen, commitment_of, spans_of
from servanda.reading.commitments.sharing import owing_listed
from servanda.reading.likely import is_doubted
from servanda.reading.scenes import Scene

_LASTING = frozenset({Act.PROCURE, Act.INVEST, Act.FUND, Act.SUPPORT})
_MUST = frozenset({"must", "should", "need", "needs", "has", "have", "ought"})
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
    """The records of a promise, one for each deed; none where the rules doubt it and the trained model sees none.

    Args:
        background: the document.
        promise: what a construction found.
        carried: who was bound in the sentence before.
        given: the other side of an exchange.
    """
    # Asked before who is bound, since of a deed that the model sees nothing of nothing else counts.
    seen = {number for number, deed in enumerate(promise.deeds) if not _is_doubted(background, promise, deed, number)}
    if not seen:
        return
    if promise.debtor is not None and is_of_firms(promise.head_line or promise.line, promise.debtor):
        return
    debtors = _bound(background, promise, carried, given)
    if promise.rule == "agentless" and promise.debtor is None and not _is_uttered(background, promise, debtors):
        return
    if _is_demanded(background, promise, debtors.value or ()):
        return
    if is_told_hostility(background, promise, debtors.value or ()):
        return
    doubted = not _counts(background, promise, debtors)
    if doubted and not is_seen(promise):
        return
    if not debtors.value and promise.debtor is None:
        debtors = _in_view(background, promise, debtors)
    debtors = debtors if debtors.value else presumed(background, promise, debtors)
    if promise.rule == "provision" and not (background.official or background.sofar.instruments):
        return
    if promise.reverse and not reversed_slots(background, debtors, sources_of(background, promise))[0].value:
        return
    sole = owing_listed(background, promise, debtors.value or ())
    for number, deed in enumerate(promise.deeds):
        if number not in seen:
            continue
        owing = debtors
        if deed.listed and sole:
            owing = stated(sole, debtors.spans, "what favors one of two parties is the other's to do")
        record = commitment_of(background, promise, deed, owing, first=number == 0)
        yield as_seen(record) if doubted else record


def _is_doubted(background: Background, promise: Promise, deed: Deed, number: int) -> bool:
    """Whether the trained model sees nothing in the words of a deed."""
    return is_doubted(background.scene, spans_of(promise, deed, first=number == 0), "commitments")


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


def _counts(background: Background, promise: Promise, debtors: Slot[Actors]) -> bool:
    """Whether the rules by themselves take a promise for a commitment: it binds somebody, and concerns another."""
    described = debtors.reason == "the parties in view"
    return (
        bool(debtors.value)
        and _concerns(background, promise, debtors.value or (), described=described)
        and concerns_another(background, promise, debtors.value or ())
    )


def _is_demanded(background: Background, promise: Promise, debtors: Actors) -> bool:
    """Whether somebody says what another state must or should do: `Chad must withdraw, Oslo said`."""
    words = {word for span in promise.wording for word in span.of(background.scene.text).lower().split()}
    told = promise.head is not None and not _MUST.isdisjoint(promise.head.of(background.scene.text).lower().split())
    if promise.firmness is not Firmness.ASPIRED or not (told or not _MUST.isdisjoint(words)):
        return False
    statement = background.statement_at(promise.line.stretch(promise.deeds[0].first, promise.deeds[0].last))
    speakers = (statement.speakers.value or ()) if statement is not None else background.voice
    own = {background.states.get(one) or one for one in background.sides_of(speakers)}
    return bool(own) and len(debtors) == 1 and is_state(debtors[0]) and own.isdisjoint(debtors) and _is_named(promise)


def _is_named(promise: Promise) -> bool:
    """Whether those bound are named as such: `Chad`, `the Chadian government`, no thing of theirs."""
    if promise.debtor is None:
        return False
    last = promise.line.reach(promise.debtor)[1]
    return last - 1 in promise.line.ends or promise.line.at(last - 1) in load_grammar().party_nouns


def _in_view(background: Background, promise: Promise, unclear_: Slot[Actors]) -> Slot[Actors]:
    """The parties in view, where the words name nobody and nobody utters them; open where none are known."""
    spans = unclear_.spans or promise.wording or (promise.line.span,)
    if background.body is not None and not background.voice:
        return stated((background.body,), spans, "the body that the text tells of")
    parties = parties_in_view(background.scene, background.sofar, spans[0])
    return stated(parties, spans, "the parties in view") if parties else unclear_


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
    untold = statement is None and not background.official and not background.voice
    if untold and promise.rule == "progressive":
        return _is_given(promise)
    if untold:
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


def _is_uttered(background: Background, promise: Promise, debtors: Slot[Actors]) -> bool:
    """Whether somebody can be bound by what is to be done: an official text, one who is quoted, or those between whom it is done."""
    if len(debtors.value or ()) > 1:
        return True
    statement = background.statement_at(promise.line.stretch(promise.deeds[0].first, promise.deeds[0].last))
    return bool(background.voice) or (statement is not None and bool(statement.speakers.value))


def _is_a_persons(background: Background, promise: Promise) -> bool:
    """Whether a person is the subject: what one is doing is no policy of the state."""
    line = promise.line
    named = [n for n in line.names.values() if promise.debtor and promise.debtor.holds(line.stretch(n.first, n.last))]
    return any(background.kinds.get(actor) is ActorKind.PERSON for name in named for actor in name.actors)
