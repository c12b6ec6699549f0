"""How firm, how new and how far along a promise is, each with the words that show it."""

from __future__ import annotations

from servanda.codebook import Slot, Spans, stated
from servanda.codebook.vocabulary import CommitmentStatus, Firmness, Novelty, Polarity
from servanda.reading.lines import Line
from servanda.reading.promises import Promise

_AGAIN = ("reaffirm", "reiterat", "recommit", "reconfirm")
_STILL = frozenset(
    [
        "continue",
        "continues",
        "continued",
        "continuing",
        "maintain",
        "maintains",
        "maintained",
        "maintaining",
        "remain",
        "remains",
        "remained",
        "unwavering",
        "steadfast",
        "enduring",
        "ironclad",
        "unshakable",
        "unshakeable",
        "rock-solid",
        "longstanding",
        "long-standing",
        "confirmed",
        "confirms",
        "preserve",
        "preserving",
        "keep",
        "keeping",
        "unchanged",
        "lasting",
        "ongoing",
    ]
)
_REACH = 7


def firmness_of(promise: Promise, spans: Spans) -> Slot[Firmness]:
    """How firmly the promise binds, by its own words."""
    if promise.wording:
        return stated(promise.firmness, promise.wording)
    return stated(promise.firmness, spans, "it has no word of its own")


def novelty_of(promise: Promise, spans: Spans, *, fresh: bool) -> Slot[Novelty]:
    """Whether the promise is new.

    Args:
        promise: the promise.
        spans: its stretches.
        fresh: whether the document adopts or announces, so that a bare `will` is new in it.
    """
    again = _again(promise)
    if again is not None:
        return stated(Novelty.REAFFIRMED, (promise.line.stretch(again, again + 1),))
    if promise.novelty is Novelty.REAFFIRMED:
        return stated(Novelty.REAFFIRMED, promise.wording or spans)
    if promise.novelty is Novelty.NEW and (fresh or promise.rule not in {"modal", "modal-passive"}):
        return stated(Novelty.NEW, promise.wording or spans)
    return stated(Novelty.UNCLEAR, promise.wording or spans, "the words do not say whether it is new")


def polarity_of(promise: Promise, spans: Spans) -> Slot[Polarity]:
    """Whether the party undertakes the act or declines it."""
    reason = "the words decline it" if promise.polarity is Polarity.MINUS else "nothing declines it"
    return stated(promise.polarity, promise.wording or spans, reason)


def status_of(promise: Promise, spans: Spans) -> Slot[CommitmentStatus]:
    """How far it has come, as the sentence has it."""
    if promise.in_progress:
        return stated(CommitmentStatus.IN_PROGRESS, promise.wording or spans, "it is under way")
    return stated(CommitmentStatus.OPEN, spans, "nothing says that it was met")


def _again(promise: Promise) -> int | None:
    """The word near the undertaking that says it was undertaken before."""
    line = promise.line
    first = _index(line, promise)
    last = promise.deeds[0].first + 2
    return next(
        (at for at in range(max(0, first - _REACH), min(last, len(line.words))) if _says_again(line.at(at))), None
    )


def _says_again(word: str) -> bool:
    return word in _STILL or word.startswith(_AGAIN)


def _index(line: Line, promise: Promise) -> int:
    start = promise.head.start if promise.head else line.words[promise.deeds[0].first].span.start
    return next((at for at, word in enumerate(line.words) if word.span.start >= start), 0)
