"""The labels of names that stand in a right order: what goes on must have begun.

The best label of each word alone may go on with a name that has not begun or is of another kind; here the best row of
labels is chosen that does neither. What a name stands for is not asked.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray


def best_names(scores: NDArray[np.float32], labels: Sequence[str]) -> tuple[str, ...]:
    """The best row of labels: "I-PER" only after "B-PER" or "I-PER".

    Args:
        scores: For each word the score of each label.
        labels: The labels in the order of the scores.
    """
    best = [labels[number] for number in scores.argmax(axis=1).tolist()] if len(scores) else []
    if all(_follows(best[at - 1] if at else "O", label) for at, label in enumerate(best) if label.startswith("I-")):
        return tuple(best)
    return tuple(labels[number] for number in _best_row(scores, labels))


def _follows(before: str, label: str) -> bool:
    return not label.startswith("I-") or before[2:] == label[2:]


@cache
def _barred(labels: tuple[str, ...]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """What bars a label at the head of a row, and behind each label."""
    opening, *behind = ([0.0 if _follows(one, label) else -np.inf for label in labels] for one in ("O", *labels))
    return np.array(opening), np.array(behind)


def _best_row(scores: NDArray[np.float32], labels: Sequence[str]) -> list[int]:
    """The numbers of the best row, by Viterbi's way: the best row up to each label of each word."""
    opening, never = _barred(tuple(labels))
    totals = opening + scores[0]
    steps = []
    for row in scores[1:]:
        ways = totals[:, None] + never
        steps.append(ways.argmax(axis=0))
        totals = ways.max(axis=0) + row
    found = [int(totals.argmax())]
    for step in reversed(steps):
        found.append(int(step[found[-1]]))
    return found[::-1]
