"""Which act of a deed is recorded: that of the word of undertaking or of the deed, unless a trained model holds another to be clearly likelier."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from servanda.codebook import Slot, Span, Spans, stated
from servanda.codebook.vocabulary import Act, Firmness, Polarity
from servanda.lexicon.acts import load_acts
from servanda.lexicon.inflections import forms_of
from servanda.reading.commitments.act_features import RuleAct, act_by_model
from servanda.reading.commitments.acts import act_of, act_of_head, act_of_relative, act_received, joins
from servanda.reading.commitments.backgrounds import Background
from servanda.reading.commitments.deeds import Deed
from servanda.reading.commitments.endings import act_ended
from servanda.reading.commitments.lines import Line
from servanda.reading.commitments.promises import Promise
from servanda.reading.commitments.things import DeedAct
from servanda.reading.likely import act_odds

_LONGEST_GAP = 90
_NAMED, _UNNAMED = 3.0, 1.0
"""How much likelier another act must be than one that a word names, and than `other`, which none does; as logarithms."""
_OWN_ACTS = frozenset(
    {Act.FUND, Act.TARIFF, Act.DEFEND, Act.TRANSFER, Act.INVEST, Act.SPEND, Act.EXERCISE, Act.PROCURE}
)
_UNTOLD = frozenset({Act.OTHER, Act.SUPPORT})
_GIVING = frozenset({"provide", "providing", "offer", "offering", "facilitate", "facilitating"})
_PASSIVE = frozenset({"agentless", "modal-passive"})
_BESTOWING = frozenset({Act.OTHER, Act.SUPPORT, Act.TRANSFER})
_WITHHOLDING = ("deny", "prevent", "withhold", "limit", "restrict", "prohibit", "ban", "block", "curb", "cap")


def chosen_act(background: Background, promise: Promise, deed: Deed, spans: Spans, *, joint: bool) -> Slot[Act]:
    """The act that the rules read, unless a trained model holds another one to be clearly likelier.

    Args:
        background: the document.
        promise: what a construction found.
        deed: the deed.
        spans: the words of the commitment.
        joint: whether several parties owe it.
    """
    slot = _act_by_rules(background, promise, deed, joint=joint)
    if promise.refrains or slot.value in {None, Act.REFRAIN} or ended(promise, deed) is not None:
        return slot
    if slot.value is Act.COOPERATE and joins(promise.line, deed):
        return slot
    act = act_by_model(promise, deed, RuleAct(slot.value, act_of(promise.line, deed, joint=joint), joint))
    likelier = _likelier(act, act_odds(background.scene, spans))
    words = (promise.line.stretch(deed.first, deed.last),)
    if likelier in _BESTOWING and _withholds(promise.line, deed):
        return stated(Act.OTHER, words, "what it names is to be kept from somebody")
    if likelier is not act:
        return stated(likelier, words, "by the model of records")
    return slot if act is slot.value else stated(act, words, "by a model trained on clauses and their acts")


def _likelier(act: Act, odds: Mapping[Act, float]) -> Act:
    """The act that the model of records holds to be by so much likelier than another, else that one."""
    if not odds:
        return act
    best = max(odds, key=lambda one: (odds[one], one.value))
    return best if odds[best] - odds[act] > (_UNNAMED if act is Act.OTHER else _NAMED) else act


def _withholds(line: Line, deed: Deed) -> bool:
    """Whether what a deed names is denied or limited, so that no word of it is what is given: `deny rebels any support`."""
    return line.at(deed.first) in _withholding()


@cache
def _withholding() -> frozenset[str]:
    return frozenset(form for verb in _WITHHOLDING for form in forms_of(verb))


def ended(promise: Promise, deed: Deed) -> DeedAct | None:
    """The act that a deed ends rather than does."""
    plain = promise.polarity is Polarity.PLUS and not promise.refrains and not promise.reverse
    return act_ended(promise.line, deed) if plain else None


def _act_by_rules(background: Background, promise: Promise, deed: Deed, *, joint: bool) -> Slot[Act]:
    line = promise.line
    words = line.stretch(deed.first, deed.last)
    if promise.refrains:
        return stated(Act.REFRAIN, (words,), "it undertakes not to do it")
    if (stopped := ended(promise, deed)) is not None:
        return stated(stopped.act, (line.stretch(stopped.first, stopped.last),), "it ends it")
    if promise.act is not None and promise.wording:
        return _approved(promise, act_of(line, deed, joint=joint)) or stated(promise.act, promise.wording)
    found = act_of_relative(line, deed) or act_of(line, deed, joint=joint)
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
    between = background.scene.text[promise.wording[-1].start : words.start].lower()
    return len(between) < _LONGEST_GAP and "together" in between
