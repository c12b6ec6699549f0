"""Whether a deed is one of war or harm that nobody promised: told of others, or as going on.

    Chad continues to wage war on Niger · the regime will bomb the port · Oslo fears that Chad would attack: nobody's promise
    Chad threatened to bomb the port · “We will attack,” Chad said · Chad said it would not attack: words of its own

Who threatens, vows or declines in its own words undertakes it.
"""

from __future__ import annotations

from functools import cache

from servanda.codebook import ActorId
from servanda.codebook.vocabulary import Firmness
from servanda.lexicon.inflections import forms_of
from servanda.reading.commitments.backgrounds import Background
from servanda.reading.commitments.promises import Promise

_VERBS = (
    "attack", "bomb", "bombard", "shell", "invade", "annex", "assassinate", "kill", "massacre", "terrorize", "terrorise", "torture", "persecute", "destabilize", "destabilise",
    "besiege", "loot", "occupy", "blockade", "intimidate", "oppress", "harass",
)  # fmt: skip
_PHRASES = {
    "wage": frozenset({"war", "campaign", "jihad"}),
    "launch": frozenset({"attacks", "attack", "strikes", "missiles", "rockets", "raids"}),
    "carry": frozenset({"attacks", "strikes", "raids"}),
    "fire": frozenset({"missiles", "rockets", "shells"}),
    "commit": frozenset({"atrocities", "crimes", "abuses", "genocide"}),
}
_ANNOUNCING = frozenset(
    {"threatened", "threatens", "threaten", "threatening", "warned", "warns", "plans", "intends", "refused", "refuses"}
)
_REACH = 6
_LEADING = frozenset(
    {"continue", "continues", "continued", "continuing", "to", "go", "keep", "on", "also", "again", "still", "now"}
)


def is_told_hostility(background: Background, promise: Promise, debtors: tuple[ActorId, ...]) -> bool:
    """Whether a hostile deed is only told of those bound, and not said by them.

    Args:
        background: the document.
        promise: what a construction found.
        debtors: who is bound.
    """
    if promise.firmness is not Firmness.INTENDED or not is_hostile(promise) or _is_threatened(promise):
        return False
    deed = promise.line.stretch(promise.deeds[0].first, promise.deeds[0].last)
    statement = background.statement_at(deed)
    speakers = (statement.speakers.value or ()) if statement is not None else background.voice
    return not set(background.sides_of(speakers)) & {background.states.get(one) or one for one in debtors}


def _is_threatened(promise: Promise) -> bool:
    """Whether a word of threat or plan says that it is those bound who announce it."""
    words = {word for span in promise.wording for word in span.of(promise.line.scene.text).lower().split()}
    return not _ANNOUNCING.isdisjoint(words)


def is_hostile(promise: Promise) -> bool:
    """Whether the deed is one of war or harm by its verb and what it takes."""
    line, at = promise.line, promise.deeds[0].first
    while line.at(at) in _LEADING and at < promise.deeds[0].last - 1:
        at += 1
    if line.at(at) in _forms():
        return True
    things = _phrases().get(line.at(at), frozenset())
    return not things.isdisjoint(line.lower[at + 1 : at + _REACH])


@cache
def _forms() -> frozenset[str]:
    return frozenset(form for verb in _VERBS for form in forms_of(verb))


@cache
def _phrases() -> dict[str, frozenset[str]]:
    return {form: things for verb, things in _PHRASES.items() for form in forms_of(verb)}
