"""What became of an undertaking that a noun names: `kept its promise to`, `broke its pledge to`, `withdrew its offer to`."""

from __future__ import annotations

from servanda.codebook.vocabulary import CommitmentStatus
from servanda.lexicon.grammar import load_grammar
from servanda.reading.commitments.lines import Line

_REACH = 3


def fate_at(line: Line, first: int) -> CommitmentStatus | None:
    """What the verb before the noun's phrase says of it; None where it says nothing.

    Args:
        line: the sentence.
        first: the first word of the phrase.
    """
    grammar = load_grammar()
    for at in range(first - 1, max(-1, first - 1 - _REACH), -1):
        word = line.at(at)
        if word in grammar.breaking:
            return CommitmentStatus.BROKEN
        if word in grammar.keeping:
            return CommitmentStatus.FULFILLED
        if word in grammar.withdrawing:
            return CommitmentStatus.WITHDRAWN
        if word not in grammar.prepositions | {"the", "out", "on", "good", "through", "back", "its", "their"}:
            return None
    return None
