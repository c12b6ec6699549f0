"""Groups told by their number: `the three Parties`, `our four governments`, `all five leaders`.

A group told by a number has that many; where the text lists no such group, nobody is named. Two are read elsewhere.
"""

from __future__ import annotations

from servanda.codebook import ActorId, Slot, Span, stated, unclear
from servanda.lexicon.grammar import load_grammar
from servanda.lexicon.numbers import load_numbers
from servanda.reading.actors.references import parties_told
from servanda.reading.commitments.backgrounds import Background

Actors = tuple[ActorId, ...]

_LEADING = frozenset({"the", "our", "these", "those", "all", "its", "their"})
_LEAST, _MOST = 3, 12
_LONGEST = 5


def number_of(words: list[str]) -> int | None:
    """How many a group is told to be, from three to twelve; None for words that tell no number of parties."""
    at = next((n for n, word in enumerate(words) if word not in _LEADING), len(words))
    number = load_numbers().words.get(words[at]) if at < len(words) else None
    if number is None or not _LEAST <= number <= _MOST or len(words) > _LONGEST:
        return None
    behind = words[at + 1 :]
    fits = behind[-1] in load_grammar().party_nouns if behind else at > 0
    return number if fits else None


def counted(background: Background, span: Span, words: list[str]) -> Slot[Actors] | None:
    """The group that a number tells; None where the words tell none."""
    number = number_of(words)
    if number is None:
        return None
    own = (background.voice, background.parties)
    sides = next((group for group in own if len(group) == number), ())
    sides = parties_told(background.scene, background.sofar, span, number) or sides
    if sides:
        return stated(background.sides_of(sides), (span,), "the group of so many")
    # `All three` alone may be things.
    return unclear("no group of so many is listed", (span,)) if words[-1] in load_grammar().party_nouns else None
