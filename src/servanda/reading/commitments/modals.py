"""Modals with a party as their subject: will, shall, must, should, need to, is to.

    Each Party shall assist the other · the base will be leased by Oman · Spain said it would send engineers
    any attack will be met with a joint response: those who say so threaten it

Leaves alone forecasts (`the deal will create jobs`), scheduled events (`will visit Rome on Monday`), and what is only imagined.
"""

from __future__ import annotations

from dataclasses import dataclass

from servanda.codebook import Span
from servanda.codebook.vocabulary import Firmness, Polarity
from servanda.lexicon.acts import load_acts
from servanda.lexicon.grammar import load_grammar
from servanda.reading.commitments.deeds import Complement, deeds_after
from servanda.reading.commitments.denials import is_denied
from servanda.reading.commitments.forecasts import is_forecast
from servanda.reading.commitments.governors import Governor, governing, is_told
from servanda.reading.commitments.interruptions import Interruption, interruption_at
from servanda.reading.commitments.lines import Line
from servanda.reading.commitments.passives import Bound, acts, agent_of, doer_of, is_thing, lasting, threat_of
from servanda.reading.commitments.promises import Promise, Wording
from servanda.reading.commitments.qualifiers import fronted_condition
from servanda.reading.commitments.subjects import Subject, subject_of, verb_start

_IMAGINED = frozenset({"if", "whether", "unless", "how", "why", "what", "who", "when", "where"})
_BE = frozenset({"is", "are", "was", "were"})
_NOUN_LEADS = frozenset({"the", "a", "an", "political", "free", "good"})
_OBLIGING = frozenset({"shall", "must", "should", "need", "needs"})
_HOPING = frozenset(
    {
        "hope",
        "hopes",
        "hoped",
        "expects",
        "expect",
        "expected",
        "wishes",
        "fears",
        "fear",
        "feared",
        "doubts",
        "doubt",
        "believes",
        "believe",
        "believed",
        "wants",
        "wanted",
    }
)
_GUESSING = frozenset({"think", "believe", "guess", "suppose", "suspect", "expect", "hope", "confident", "sure"})
_OWN_SIDE = frozenset({"we", "our", "it", "they", "its", "their"})
_SHORT = 5
_SLOGANS = frozenset({"overcome", "prevail", "triumph", "survive", "perish"})


@dataclass(frozen=True, slots=True)
class _Clause:
    """A modal's clause: its subject, on which word of undertaking it hangs, and who promised it in between."""

    subject: Subject
    outer: Governor | None
    inserted: Interruption | None


def read_modal(line: Line, wording: Wording) -> Promise | None:
    """The promise that a modal makes, if its subject can bind itself by it."""
    clause = _clause(line, wording)
    if clause is None or not _may_bind(line, wording, clause.subject):
        return None
    subject = clause.subject
    bound = (
        _cap(line, wording, subject)
        or _benefit(line, wording, subject)
        or threat_of(line, wording)
        or agent_of(line, wording)
        or doer_of(line, wording, subject)
        or lasting(line, wording, subject)
        or _perfect(line, wording, subject)
        or _active(line, wording, subject)
    )
    complement = deeds_after(line, bound.at, bare=bound.rule == "modal") if bound is not None else None
    return _promise(line, wording, clause, bound, complement) if bound is not None and complement is not None else None


def _clause(line: Line, wording: Wording) -> _Clause | None:
    """The clause of a modal; None where it is denied, or only imagined, feared or foretold."""
    verb = verb_start(line, wording.first)
    inserted = interruption_at(line, verb)
    subject = inserted.subject if inserted else subject_of(line, verb) or _antecedent(line, verb, wording)
    if subject is None or is_denied(line, wording.at, subject.first):
        return None
    if not load_grammar().foretelling.isdisjoint(line.lower[: subject.first]):
        return None
    intended = wording.undertaking.firmness is Firmness.INTENDED
    outer = inserted.by if inserted else governing(line, subject.first) if intended else None
    if outer is None and (_is_imagined(line, subject, wording) or _is_hoped(line, subject)):
        return None
    if intended and outer is None and _is_guessed(line, subject):
        return None
    return _Clause(subject, outer, inserted)


def _may_bind(line: Line, wording: Wording, subject: Subject) -> bool:
    """Whether the word is a modal of its subject and no noun or copula."""
    if line.at(wording.first - 1) in load_grammar().possessives | _NOUN_LEADS:
        return False
    ranked = "first" in line.lower[wording.first : wording.last]
    if wording.undertaking.words[0] in _BE and (ranked or not _names_a_party(line, subject)):
        return False
    return not subject.shared or line.at(wording.at) in load_acts().verbs


def _promise(line: Line, wording: Wording, clause: _Clause, bound: Bound, complement: Complement) -> Promise:
    subject, outer, undertaking = clause.subject, clause.outer, wording.undertaking
    by = outer.undertaking if outer is not None else undertaking
    goes_on = wording.negated and line.at(wording.at) in load_grammar().steadfast
    refuses = wording.negated and undertaking.firmness is Firmness.INTENDED and not goes_on and outer is None
    promiser = clause.inserted.promiser if clause.inserted is not None and bound.debtor is None else None
    agreeing = _agreeing(line, outer, subject) if bound.rule in {"modal", "agentless"} else None
    return Promise(
        rule=bound.rule,
        line=line,
        head=line.stretch(wording.first if subject.shared else subject.first, bound.last),
        apart=line.stretch(subject.first, subject.last) if subject.shared else None,
        wording=(_outer_words(line, outer) or line.stretch(wording.first, bound.last),),
        deeds=complement.deeds,
        debtor=promiser or agreeing or bound.debtor,
        conditions=(*fronted_condition(line, subject.first), *complement.conditions),
        firmness=by.firmness,
        novelty=by.novelty,
        polarity=Polarity.MINUS if refuses else undertaking.polarity,
        refrains=bound.rule == "cap"
        or line.at(subject.first) == "neither"
        or (wording.negated and not refuses and not goes_on),
        reverse=bound.reverse,
        own_side=undertaking.firmness is Firmness.ASPIRED,
        act=bound.act,
    )


def _is_hoped(line: Line, subject: Subject) -> bool:
    """Whether someone only hopes or fears it of another: `Chad hopes that Kenya will withdraw`."""
    at = subject.first - 1 - (line.at(subject.first - 1) == "that")
    return line.at(at) in _HOPING and line.at(subject.first) not in _OWN_SIDE


def _is_guessed(line: Line, subject: Subject) -> bool:
    """Whether a speaker only guesses what the own side will do: `I think we will find a way`."""
    at = subject.first - 1 - (line.at(subject.first - 1) == "that")
    return line.at(at) in _GUESSING and line.at(subject.first) == "we"


def _agreeing(line: Line, outer: Governor | None, subject: Subject) -> Span | None:
    """Those who agreed or promised that a thing would be done: `agreed that talks would continue`."""
    if outer is None or acts(line, subject) or any(line.names_in(subject.first, subject.last)):
        return None
    first = subject_of(line, verb_start(line, outer.at))
    return line.stretch(first.first, first.last) if first is not None and acts(line, first) else None


def _antecedent(line: Line, verb: int, wording: Wording) -> Subject | None:
    """What a relative pronoun takes up before a passive: `has set aside doses that | will be sent to Chad`."""
    if line.at(verb - 1) not in {"that", "which"} or line.at(wording.at) != "be":
        return None
    before = subject_of(line, verb - 1 - (line.at(verb - 2) == ","))
    thing = before is not None and before.last - before.first > 1
    return Subject(before.first, verb) if before is not None and thing else None


def _names_a_party(line: Line, subject: Subject) -> bool:
    """Whether the subject holds a name or a description of parties."""
    words = load_grammar().party_nouns | load_grammar().possessives
    described = not words.isdisjoint(line.lower[subject.first : subject.last])
    return described or any(line.names_in(subject.first, subject.last))


def _cap(line: Line, wording: Wording, subject: Subject) -> Bound | None:
    """`shall not be required to pay more than`: it spares its subject, and binds the other party."""
    if not wording.negated or line.lower[wording.at : wording.at + 3] != ("be", "required", "to"):
        return None
    spared = line.stretch(subject.first, subject.last)
    return Bound("cap", spared, wording.at + 3, wording.at + 2, reverse=True)


def _benefit(line: Line, wording: Wording, subject: Subject) -> Bound | None:
    """`will receive a lower rate`: what one of two parties gets, the other gives."""
    at = wording.at + 3 if line.lower[wording.at : wording.at + 3] == ("be", "able", "to") else wording.at
    if line.at(at) not in load_grammar().benefiting:
        return None
    return Bound("benefit", line.stretch(subject.first, subject.last), at, wording.last, reverse=True)


def _perfect(line: Line, wording: Wording, subject: Subject) -> Bound | None:
    """`will have trained 40 crews by June`: what is to be done by then."""
    done = load_acts().verbs.get(line.at(wording.at + 1))
    dated = "by" in line.lower
    if line.at(wording.at) != "have" or done is None or done.form != "did" or not dated or not acts(line, subject):
        return None
    return Bound("modal", line.stretch(subject.first, subject.last), wording.at + 1, wording.last)


def _active(line: Line, wording: Wording, subject: Subject) -> Bound | None:
    if line.at(wording.at) in _SLOGANS:
        return None
    obliges = wording.undertaking.words[0] in _OBLIGING
    firm = obliges or governing(line, subject.first) is not None
    acting = acts(line, subject) and line.at(subject.last - 1) != "it"
    if not firm and is_forecast(line, wording, acting=acting):
        return None
    if not firm and line.at(wording.at) != "be" and (is_thing(line, subject) or _is_effect(line, wording, subject)):
        return None
    if (
        firm
        and not obliges
        and not acts(line, subject)
        and line.at(wording.at) in load_grammar().forecast | load_grammar().effecting
    ):
        return None
    return Bound("modal", line.stretch(subject.first, subject.last), wording.at, wording.last)


def _is_effect(line: Line, wording: Wording, subject: Subject) -> bool:
    """Whether it is foretold what a deal will bring about, and not what it provides: `the deal will boost growth`."""
    verb = load_acts().verbs.get(line.at(wording.at))
    deal = subject.last - subject.first <= _SHORT and line.at(subject.last - 1) in load_grammar().pacts
    return deal and (verb is None or verb.bare not in load_grammar().stipulating)


def _is_imagined(line: Line, subject: Subject, wording: Wording) -> bool:
    before = line.at(subject.first - 1)
    settled = before == "how" and not load_grammar().settled.isdisjoint(line.lower[: subject.first - 1])
    if before in _IMAGINED and not settled:
        return True
    if wording.undertaking.words != ("would",):
        return False
    unsure = "if" in line.lower
    return not is_told(line, subject.first, behind=not unsure) or (unsure and line.at(wording.at) == "have")


def _outer_words(line: Line, outer: Governor | None) -> Span | None:
    """The word of undertaking on which the clause hangs; `agreed` leaves the wording to the modal."""
    if outer is None or outer.undertaking.firmness is Firmness.AGREED:
        return None
    return line.stretch(outer.at, outer.at + 1)
