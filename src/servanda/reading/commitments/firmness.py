"""How firm, how new and how far along a promise is, each with the words that show it."""

from __future__ import annotations

from servanda.codebook import Slot, Spans, stated
from servanda.codebook.vocabulary import CommitmentStatus, Firmness, Novelty, Polarity
from servanda.lexicon.grammar import load_grammar
from servanda.reading.commitments.deeds import Deed
from servanda.reading.commitments.promises import Promise

_REACH = 7
_INCLUDES = frozenset({"include", "includes", "included"})


def firmness_of(promise: Promise, spans: Spans) -> Slot[Firmness]:
    """How firmly the promise binds, by its own words."""
    if promise.wording:
        return stated(promise.firmness, promise.wording)
    return stated(promise.firmness, spans, "it has no word of its own")


def novelty_of(promise: Promise, deed: Deed, spans: Spans) -> Slot[Novelty]:
    """Whether the promise is new."""
    again = _again(promise, deed)
    if again is not None:
        return stated(Novelty.REAFFIRMED, (promise.line.stretch(again, again + 1),))
    words = promise.wording or spans
    if promise.novelty is Novelty.REAFFIRMED:
        return stated(Novelty.REAFFIRMED, words)
    if promise.novelty is Novelty.NEW and promise.rule != "threat":
        return stated(Novelty.NEW, words)
    if _is_included(promise):
        return stated(Novelty.NEW, words, "a deal is said to include it")
    return stated(Novelty.UNCLEAR, words, "the words do not say whether it is new")


def polarity_of(promise: Promise, spans: Spans, *, ends: bool) -> Slot[Polarity]:
    """Whether the party undertakes the act or declines it.

    Args:
        promise: the promise.
        spans: the stretches of the record.
        ends: whether the deed ends what the party gave or shared.
    """
    if ends:
        return stated(Polarity.MINUS, spans, "it ends what it did")
    reason = "the words decline it" if promise.polarity is Polarity.MINUS else "nothing declines it"
    return stated(promise.polarity, promise.wording or spans, reason)


def status_of(promise: Promise, spans: Spans) -> Slot[CommitmentStatus]:
    """How far it has come, as the sentence has it."""
    if promise.fate is not None:
        return stated(promise.fate, promise.wording or spans, "a verb says what became of it")
    if promise.in_progress:
        return stated(CommitmentStatus.IN_PROGRESS, promise.wording or spans, "it is under way")
    return stated(CommitmentStatus.OPEN, spans, "nothing says that it was met")


def _again(promise: Promise, deed: Deed) -> int | None:
    """The word near the undertaking or at the head of its deed that says it was undertaken before."""
    line = promise.line
    head = _head_index(promise)
    near = [*range(max(0, head - _REACH), promise.deeds[0].first), deed.first, deed.first + 1]
    return next((at for at in near if _says_again(line.at(at))), None)


def _is_included(promise: Promise) -> bool:
    """Whether `the deal includes` stands before the promise."""
    head = _head_index(promise)
    return not _INCLUDES.isdisjoint(promise.line.lower[max(0, head - 2) : head])


def _says_again(word: str) -> bool:
    grammar = load_grammar()
    return word in grammar.still or any(word.startswith(stem) for stem in grammar.again)


def _head_index(promise: Promise) -> int:
    line = promise.line
    start = promise.head.start if promise.head else line.words[promise.deeds[0].first].span.start
    return next((at for at, word in enumerate(line.words) if word.span.start >= start), 0)
