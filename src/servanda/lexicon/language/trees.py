"""The best tree for a sentence's arc scores.

Most sentences' best heads already make a tree; this is for those where two words claim to be the root or a circle
has no way out of it.
"""

from collections.abc import Sequence

_NEVER = -1e9


def is_tree(heads: Sequence[int]) -> bool:
    """Whether the heads, 1-based with 0 for the root, make one tree with one root."""
    if list(heads).count(0) != 1:
        return False
    for place in range(1, len(heads) + 1):
        steps = 0
        while place and steps <= len(heads):
            place, steps = heads[place - 1], steps + 1  # noqa: PLW2901
        if place:
            return False
    return True


def best_tree(scores: Sequence[Sequence[float]]) -> tuple[int, ...]:
    """The heads of the best tree under the word that most looks like the root.

    Args:
        scores: For each word the score of the root and of each word as its head.
    """
    size = len(scores)
    root = max(range(size), key=lambda place: scores[place][0])
    arcs = [[_NEVER] * (size + 1) for _ in range(size + 1)]
    for place, row in enumerate(scores):
        for head, score in enumerate(row):
            arcs[place + 1][head] = score if head != place + 1 and (head == 0) == (place == root) else _NEVER
    heads = _spanning(list(range(size + 1)), {(d, h): arcs[d][h] for d in range(1, size + 1) for h in range(size + 1)})
    return tuple(heads[place] for place in range(1, size + 1))


def _circle(heads: dict[int, int]) -> list[int]:
    """The nodes of a circle, or none."""
    for first in heads:
        path, node = [], first
        while node in heads and node not in path:
            path.append(node)
            node = heads[node]
        if node in path:
            return path[path.index(node) :]
    return []


def _spanning(nodes: list[int], arcs: dict[tuple[int, int], float]) -> dict[int, int]:
    """The best tree from node 0, by Chu and Liu's and Edmonds's contraction of circles."""
    best = {d: max((h for h in nodes if (d, h) in arcs), key=lambda h: arcs[d, h]) for d in nodes if d}
    circle = _circle(best)
    if not circle:
        return best
    inside, whole = set(circle), max(nodes) + 1
    outer = [node for node in nodes if node not in inside]
    leaving: dict[int, int] = {}
    entering: dict[int, int] = {}
    contracted = {(d, h): score for (d, h), score in arcs.items() if d not in inside and h not in inside}
    for node in outer:
        out = [h for h in circle if (node, h) in arcs]
        if out and node:
            leaving[node] = max(out, key=lambda h: arcs[node, h])
            contracted[node, whole] = arcs[node, leaving[node]]
        into = [d for d in circle if (d, node) in arcs]
        if into:
            entering[node] = max(into, key=lambda d: arcs[d, node] - arcs[d, best[d]])
            contracted[whole, node] = arcs[entering[node], node] - arcs[entering[node], best[entering[node]]]
    found = _spanning([*outer, whole], contracted)
    opened = found.pop(whole)
    heads = {d: leaving[d] if h == whole else h for d, h in found.items()}
    return heads | {d: best[d] for d in circle} | {entering[opened]: opened}
