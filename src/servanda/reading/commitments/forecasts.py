"""Whether what somebody will do is foretold or on a calendar rather than undertaken: `will visit Rome`, `is going to rain`."""

from __future__ import annotations

from servanda.lexicon.grammar import load_grammar
from servanda.reading.commitments.lines import Line
from servanda.reading.commitments.promises import Wording

_EVENT_OBJECTS = frozenset({"place", "part", "remarks", "off", "effect", "on", "at", "in", "ahead", "speeches"})
_EVENTS = frozenset(
    {"visit", "speech", "address", "conference", "briefing", "trip", "meeting", "session", "tour", "look"}
)
_OCCASIONS = frozenset({"pay", "take", "give", "open", "go", "deliver", "address"})
_STANCE_BEHIND_BE = frozenset(
    {"focused", "working", "ready", "doing", "supporting", "helping", "providing", "sending", "committed", "prepared"}
)
_PRICES = frozenset({"price", "toll", "dearly", "heed", "attention", "tribute"})
_FORCES = frozenset({"troops", "forces", "soldiers", "peacekeepers", "marines", "contingent"})
_RESUMED = frozenset(
    {
        "talks",
        "negotiations",
        "table",
        "dialogue",
        "deal",
        "agreement",
        "accord",
        "treaty",
        "pact",
        "compliance",
        "diplomacy",
    }
)
_HOUSED = frozenset(
    {"refugees", "migrants", "evacuees", "troops", "soldiers", "base", "bases", "asylum", "missiles", "bombers"}
)
_AGENT_REACH = 25


_AIDS = frozenset({"defense", "defence", "aid", "help", "rescue", "assistance"})
_ENDS = frozenset({"", ".", ",", ";", "and"})


def is_forecast(line: Line, wording: Wording, *, acting: bool) -> bool:
    """Whether the verb behind a word for the future foretells or names an event on a calendar.

    Args:
        line: the sentence.
        wording: the word for the future, with the place of the verb.
        acting: whether the subject is one who acts, and no thing.
    """
    grammar = load_grammar()
    bare, behind = line.at(wording.at), line.at(wording.at + 1)
    if bare == "be":
        return behind not in _STANCE_BEHIND_BE
    if bare == "continue":
        return behind in grammar.prepositions - {"to", "with"} or behind in {".", ",", ""}
    if bare == "pay" and not _PRICES.isdisjoint(line.lower[wording.at : wording.at + 6]):
        return True
    if bare == "talk":
        return behind == "about"
    if bare == "consider":
        return not wording.negated
    if bare == "keep" and behind == "going":
        return True
    if bare == "come":
        return behind != "to" or _AIDS.isdisjoint(line.lower[wording.at : wording.at + 6])
    if bare == "leave" and not _FORCES.isdisjoint(line.lower[max(0, wording.first - 3) : wording.first]):
        return False
    if bare == "leave" and not grammar.deals.isdisjoint(line.lower[wording.at : wording.at + _AGENT_REACH]):
        return False
    if bare == "return" and behind == "to":
        return _RESUMED.isdisjoint(line.lower[wording.at : wording.at + 6])
    if bare == "host" and not _HOUSED.isdisjoint(line.lower[wording.at : wording.at + 6]):
        return False
    if bare == "join":
        return wording.at + 1 in line.names
    if bare in _OCCASIONS:
        named = behind in {"a", "an", "the"} and not _EVENTS.isdisjoint(line.lower[wording.at + 2 : wording.at + 6])
        return named or behind in _EVENT_OBJECTS or (bare == "address" and _is_audience(line, wording.at + 1))
    return bare in grammar.scheduled or bare in grammar.forecast or (bare in grammar.effecting and not acting)


def _is_audience(line: Line, at: int) -> bool:
    """Whether a party itself, not what it owns or describes, is addressed: `address Parliament`, not `address U.S. concerns`."""
    if at not in line.names or line.names[at].owns:
        return False
    node, last = line.node(line.names[at].last), line.names[at].last
    return (
        line.at(last) in load_grammar().prepositions | _ENDS or node is None or node.tag not in {"NOUN", "ADJ", "PROPN"}
    )
