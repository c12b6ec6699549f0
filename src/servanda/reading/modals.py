"""Modals with a party as their subject: will, shall, must, should, need to, is to.

    Each Party shall assist the other · the base will be leased by Oman · Spain said it would send engineers

Leaves alone forecasts (`the deal will create jobs`), scheduled events (`will visit Rome on Monday`), and what is only imagined.
"""

from __future__ import annotations

from servanda.codebook.vocabulary import Firmness, Polarity
from servanda.lexicon.acts import load_acts
from servanda.reading.deeds import Complement, deeds_after, fronted_condition
from servanda.reading.lines import Line
from servanda.reading.promises import Promise, Wording
from servanda.reading.subjects import Subject, subject_of, verb_start

_SCHEDULED = frozenset(
    "meet visit travel attend host hold convene arrive depart speak gather address participate join deliver welcome sign open begin start return fly "
    "discuss chair receive stop go take mark celebrate present announce brief give appear greet tour conclude".split()
)
_FORECASTS = frozenset(
    "be become have face see lose win benefit include cost depend know find come happen mean cause result need allow create bring remain like "
    "love get think feel say tell want hear suffer fail succeed survive prevail learn notice recall remember expect try decide determine fall rise".split()
)
_TELLING = frozenset(
    "said says announced confirmed stated declared added pledged promised vowed told stressed reaffirmed assured noted reiterated".split()
)


def read_modal(line: Line, wording: Wording) -> Promise | None:
    """The promise that a modal makes, if its subject can bind itself by it."""
    verb = verb_start(line, wording.first)
    subject = subject_of(line, verb)
    if subject is None or _is_imagined(line, subject, wording):
        return None
    passive = _agent(line, wording)
    cap = line.at(wording.at) == "be" and line.at(wording.at + 1) == "required" and wording.negated
    complement = deeds_after(line, wording.at + 3 if cap else wording.at, bare=not passive)
    if complement is None:
        return None
    bare = line.at(wording.at)
    modal = wording.undertaking.words[0]
    if (
        modal in {"will", "'ll", "would", "is", "are", "was", "were"}
        and not passive
        and _is_forecast(line, wording, bare)
    ):
        return None
    return _promise(line, wording, subject, complement, passive=passive, cap=cap)


def _promise(
    line: Line,
    wording: Wording,
    subject: Subject,
    complement: Complement,
    *,
    passive: tuple[int, int] | None,
    cap: bool,
) -> Promise:
    undertaking = wording.undertaking
    agreed = _agreed_that(line, subject)
    last = wording.at + 2 if cap else wording.last
    refuses = wording.negated and undertaking.firmness is Firmness.INTENDED
    return Promise(
        rule="cap" if cap else "modal-passive" if passive else "modal",
        line=line,
        head=line.stretch(subject.first, last),
        wording=(line.stretch(wording.first, last),),
        deeds=complement.deeds,
        debtor=line.stretch(*passive) if passive else line.stretch(subject.first, subject.last),
        conditions=(*fronted_condition(line, subject.first), *complement.conditions),
        firmness=Firmness.AGREED if agreed and undertaking.firmness is Firmness.INTENDED else undertaking.firmness,
        novelty=undertaking.novelty,
        polarity=Polarity.MINUS if refuses or undertaking.polarity is Polarity.MINUS else Polarity.PLUS,
        refrains=cap or (wording.negated and not refuses),
        reverse=cap,
        wish=undertaking.firmness is Firmness.ASPIRED,
        stop=complement.stop,
    )


def _is_imagined(line: Line, subject: Subject, wording: Wording) -> bool:
    before = line.at(subject.first - 1)
    if before in {"if", "whether", "unless", "how", "why", "what", "who", "when", "where"}:
        return True
    if wording.undertaking.words[0] != "would":
        return False
    told = any(word in _TELLING for word in line.lower[: subject.first])
    return not told or "if" in line.lower


def _is_forecast(line: Line, wording: Wording, bare: str) -> bool:
    if bare == "be":
        after = line.at(wording.at + 1)
        return after not in {
            "focused",
            "working",
            "ready",
            "doing",
            "supporting",
            "helping",
            "providing",
            "sending",
            "committed",
        }
    if bare in {"take", "give", "open", "begin", "start", "hold", "host", "join"}:
        return bare in {"hold", "host"} or line.at(wording.at + 1) in {"place", "part", "remarks", "off", "effect"}
    return bare in _SCHEDULED or bare in _FORECASTS


def _agent(line: Line, wording: Wording) -> tuple[int, int] | None:
    """The words behind `by` of a passive: `will be leased by Oman`."""
    verb = load_acts().verbs.get(line.at(wording.at + 1))
    if line.at(wording.at) != "be" or not (line.at(wording.at + 1).endswith("ed") or (verb and verb.form == "did")):
        return None
    for at in range(wording.at + 2, min(len(line.words), wording.at + 25)):
        behind = at + 1 + (line.at(at + 1) in {"the", "both"})
        if line.at(at) == "by" and behind in line.names:
            return at + 1, line.names[behind].last
    return None


def _agreed_that(line: Line, subject: Subject) -> bool:
    """Whether the clause hangs on `agreed that`."""
    before = line.lower[max(0, subject.first - 30) : subject.first]
    return "that" in before and any(word in {"agreed", "agree", "agrees"} for word in before)
