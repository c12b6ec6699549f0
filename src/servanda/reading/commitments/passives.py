"""What will be done to a thing, and what will last: who is bound where the doer is not the subject.

the base will be leased by Oman · supplies will be sent to Chad · its sanctions on Belarus will remain in place
any attack will be met with a joint response: those who say so threaten it
"""

from __future__ import annotations

from dataclasses import dataclass

from servanda.codebook import Span
from servanda.codebook.vocabulary import Act, Firmness
from servanda.lexicon.acts import load_acts
from servanda.lexicon.grammar import load_grammar
from servanda.reading.commitments.lines import Line, state_adjectives
from servanda.reading.commitments.promises import Wording
from servanda.reading.commitments.subjects import Subject

_AGENT_REACH = 25
# What relative pronouns take up, and craft, may be sent as goods are.
_SENT = frozenset({"that", "which", "ships", "vessels", "warships", "warplanes"})
_SPARED = frozenset({"exempted", "spared"})
_TAKEN_UP = frozenset({"which", "who", "two", "three", "four", "one", "all", "latter", "former"})
"""Words that stand for somebody named before."""
_PEOPLE = ("ers", "ors", "ists", "men", "ees", "ians", "perts")
"""How nouns for people by what they do end."""
_CREWS = frozenset({"crew", "crews", "staff", "personnel", "doctors", "nurses", "flights", "planes", "jets", "guards"})
_AIMS = frozenset(
    ["mission", "negotiations", "talks", "goal", "aim", "policy", "purpose", "priority", "cooperation", "country", "nation", "union", "kingdom",
     "fund", "funds", "bank", "banks", "king", "crown"]
)  # fmt: skip
"""Nouns for what parties do together or aim at, and for bodies that act by themselves."""
_REMAINING = frozenset({"remain", "stay", "continue"})
_IMPOSED = frozenset(
    {
        "sanctions",
        "tariffs",
        "tariff",
        "duties",
        "restrictions",
        "embargo",
        "ban",
        "bans",
        "measures",
        "controls",
        "penalties",
    }
)


@dataclass(frozen=True, slots=True)
class Bound:
    """Who is bound, how the rule is called, and what else the construction settles."""

    rule: str
    debtor: Span | None
    at: int
    last: int
    reverse: bool = False
    act: Act | None = None


def threat_of(line: Line, wording: Wording) -> Bound | None:
    """`will be met with a response`: those who say so are bound."""
    if line.lower[wording.at : wording.at + 3] != ("be", "met", "with"):
        return None
    return Bound("threat", None, wording.at, wording.last, act=Act.DEFEND)


def agent_of(line: Line, wording: Wording) -> Bound | None:
    """`will be leased by Oman`: the agent is bound."""
    if not _is_passive(line, wording):
        return None
    for at in range(wording.at + 2, min(len(line.words), wording.at + _AGENT_REACH)):
        behind = at + 1 + (line.at(at + 1) in {"the", "both"})
        if line.at(at) == "by" and behind in line.names:
            return Bound("modal-passive", line.stretch(at + 1, line.names[behind].last), wording.at, wording.last)
    return None


def doer_of(line: Line, wording: Wording, subject: Subject) -> Bound | None:
    """`supplies will be sent to Chad`: the party that the goods belong to is bound, else those who say so."""
    if wording.undertaking.firmness is not Firmness.INTENDED or line.at(wording.at) != "be":
        return None
    done = wording.at + 1
    while load_grammar().is_adverb(line.at(done)) or line.at(done) == "made":
        done += 1
    if line.at(done) not in load_grammar().done:
        return None
    gets = line.at(done) in load_grammar().bestowed
    if line.at(subject.last - 1) not in _SENT and acts(line, subject):
        spared = line.stretch(subject.first, subject.last)
        return Bound("benefit", spared, wording.at, wording.last, reverse=True) if gets else None
    owner = _owner(line, subject)
    if line.at(done) in _SPARED and owner is not None:
        return Bound("benefit", owner, wording.at, wording.last, reverse=True)
    return Bound("agentless", owner, wording.at, wording.last)


def lasting(line: Line, wording: Wording, subject: Subject) -> Bound | None:
    """`sanctions on Chad will remain in place`: those whose they are are bound, else those who say so, never their target."""
    imposed = not _IMPOSED.isdisjoint(line.lower[subject.first : subject.last])
    if line.at(wording.at) not in _REMAINING or not imposed or acts(line, subject):
        return None
    return Bound("agentless", _owner(line, subject), wording.at, wording.last)


def acts(line: Line, subject: Subject) -> bool:
    """Whether the subject is one who acts, by its last word, and no thing: `Kenya`, `we`, `both ministers`."""
    acting = load_grammar().party_nouns | load_grammar().pronouns
    name = line.ends.get(subject.last - 1)
    if name is None:
        return line.at(subject.last - 1) in acting
    before = name.first - 1 - (line.at(name.first - 1) == "the")
    governed = before > subject.first and line.at(before) in load_grammar().prepositions
    headed = not acting.isdisjoint(line.lower[subject.first : before]) or any(line.names_in(subject.first, before))
    return not governed or headed


def is_thing(line: Line, subject: Subject) -> bool:
    """Whether the subject is a thing that brings about what happens, and no deal or body: `the new funds`, `our meeting`."""
    last, grammar = subject.last - 1, load_grammar()
    plain = line.words[last].text.isalpha() and line.words[last].text.islower()
    people = line.at(last).endswith(_PEOPLE) or line.at(last) in _SENT | _CREWS
    if not plain or people or line.at(last) in grammar.pronouns | _TAKEN_UP or acts(line, subject):
        return False
    return (grammar.deals | grammar.standing | _AIMS).isdisjoint(line.lower[subject.first : subject.last])


def _owner(line: Line, subject: Subject) -> Span | None:
    """The party that begins a subject, as its owner or as the subject of the clause before `that will be sent`."""
    first = subject.first + (line.at(subject.first) in {"the", "all"})
    if first in line.names:
        return line.stretch(first, line.names[first].last)
    of_a_state = line.words[first].text in state_adjectives() or line.at(first) in load_grammar().possessives
    return line.stretch(first, first + 1) if of_a_state else None


def _is_passive(line: Line, wording: Wording) -> bool:
    word = line.at(wording.at + 1)
    verb = load_acts().verbs.get(word)
    return line.at(wording.at) == "be" and (word.endswith("ed") or (verb is not None and verb.form == "did"))
