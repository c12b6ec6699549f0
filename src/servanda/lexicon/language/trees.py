"""The best tree for a sentence's arc scores.

Most sentences' best heads already make a tree; this is for those where two words claim to be the root or a circle
has no way out of it.
"""

from collections.abc import Sequence
from math import inf

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


def best_tree(scores: Sequence[Sequence[float]]) -> tuple[int, ...]:
    """The heads of the best tree under the word that most looks like the root.

    Args:
        scores: For each word the score of the root and of each word as its head.
    """
    size = len(scores)
    root = max(range(size), key=lambda place: scores[place][0])
    arcs = [[_NEVER] * (size + 1)]
    for place, row in enumerate(scores):
        own = list(row)
        own[place + 1] = _NEVER
        own[0] = own[0] if place == root else _NEVER
        arcs.append(own if place != root else [own[0], *[_NEVER] * size])
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


def _spanning(arcs: Sequence[Sequence[float]]) -> list[int]:
    """The head of each node in the best tree from node 0, by Chu and Liu's and Edmonds's contraction of circles.

    Args:
        arcs: for each node the score of every node as its head; the first row says nothing.
    """
    best = [0, *(row.index(max(row)) for row in arcs[1:])]
    circle = _circle(best)
    if not circle:
        return best
    inside = set(circle)
    outer = [node for node in range(len(arcs)) if node not in inside]
    leaving = [max(circle, key=arcs[node].__getitem__) for node in outer]
    gains = [[arcs[d][node] - arcs[d][best[d]] for d in circle] for node in outer]
    entering = [circle[row.index(max(row))] for row in gains]
    found = _spanning(
        [
            *([*(arcs[node][h] for h in outer), arcs[node][leaving[at]]] for at, node in enumerate(outer)),
            [*map(max, gains), -inf],
        ]
    )
    whole = len(outer)
    heads = list(best)
    for at, node in enumerate(outer[1:], start=1):
        heads[node] = leaving[at] if found[at] == whole else outer[found[at]]
    heads[entering[found[whole]]] = outer[found[whole]]
    return heads
