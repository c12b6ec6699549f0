"""The best tree for a sentence's arc scores.

Most sentences' best heads already make a tree; this is for those where two words claim to be the root or a circle
has no way out of it.
"""

from collections.abc import Sequence
from math import inf

import numpy as np
from numpy.typing import NDArray

_NEVER = -1e9


def is_tree(heads: Sequence[int]) -> bool:
    """Whether the heads, 1-based with 0 for the root, make one tree with one root."""
    if list(heads).count(0) != 1:
        return False
    under_root = {0}
    for first in range(1, len(heads) + 1):
        place, path = first, set()
        while place not in under_root:
            if place in path:
                return False
            path.add(place)
            place = heads[place - 1]
        under_root |= path
    return True


def best_tree(scores: Sequence[Sequence[float]] | NDArray[np.float32]) -> tuple[int, ...]:
    """The heads of the best tree under the word that most looks like the root.

    Args:
        scores: For each word the score of the root and of each word as its head.
    """
    given = np.asarray(scores, dtype=np.float64)
    size = len(given)
    root = int(given[:, 0].argmax())
    arcs = np.vstack([np.full(size + 1, _NEVER), given])
    np.fill_diagonal(arcs, _NEVER)
    top = arcs[root + 1, 0]
    arcs[:, 0] = _NEVER
    arcs[root + 1] = _NEVER
    arcs[root + 1, 0] = top
    return tuple(_spanning(arcs)[1:])


def _circle(heads: Sequence[int]) -> list[int]:
    """The nodes of a circle, or none; node 0 has no head."""
    for first in range(1, len(heads)):
        path, node = [], first
        while node and node not in path:
            path.append(node)
            node = heads[node]
        if node:
            return path[path.index(node) :]
    return []


def _spanning(arcs: NDArray[np.float64]) -> list[int]:
    """The head of each node in the best tree from node 0, by Chu and Liu's and Edmonds's contraction of circles.

    Args:
        arcs: for each node the score of every node as its head; the first row says nothing.
    """
    best = [0, *arcs[1:].argmax(axis=1).tolist()]
    circle = _circle(best)
    if not circle:
        return best
    inside = set(circle)
    outer = [node for node in range(len(arcs)) if node not in inside]
    leaving = [circle[at] for at in arcs[np.ix_(outer, circle)].argmax(axis=1).tolist()]
    gains = arcs[np.ix_(circle, outer)] - arcs[circle, [best[node] for node in circle]][:, None]
    entering = [circle[at] for at in gains.argmax(axis=0).tolist()]
    size = len(outer) + 1
    shrunk = np.full((size, size), -inf)
    shrunk[:-1, :-1] = arcs[np.ix_(outer, outer)]
    shrunk[:-1, -1] = arcs[outer, leaving]
    shrunk[-1, :-1] = gains.max(axis=0)
    found = _spanning(shrunk)
    whole = len(outer)
    heads = list(best)
    for at, node in enumerate(outer[1:], start=1):
        heads[node] = leaving[at] if found[at] == whole else outer[found[at]]
    heads[entering[found[whole]]] = outer[found[whole]]
    return heads
