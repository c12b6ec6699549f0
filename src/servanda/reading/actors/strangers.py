"""Persons whom neither a title nor a known name shows: full names that the language model takes for a person's.

It is asked only where a sentence has capitalised words that nothing else explains, and believed only for two words or
more that are no outfit, place or work by their last one. Bodies are never taken from it.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from servanda.codebook import Span
from servanda.reading.actors.full_names import (
    NAME,
    calling_start,
    is_credited,
    is_thing,
    is_vessel,
    names_thing,
    owning_state,
    plain_name,
)
from servanda.reading.actors.people import Named
from servanda.reading.actors.tags import Row, Token
from servanda.reading.scenes import Scene
from servanda.reading.trees import Node

_RUN = re.compile(NAME)
_PERSON = "PER"
_LEADING = frozenset({"the", "a", "an", "[", "("})


def strangers(scene: Scene, rows: Sequence[Row], known: Sequence[Named]) -> list[Named]:
    """Full names of persons that are not among the known ones, each wherever it stands, in text order.

    Args:
        scene: the document, asked for trees.
        rows: its sentences.
        known: the nominals that name persons already.
    """
    taken = [named.span for named in known]
    runs = [run for row in rows if not row.heading for run in _runs(row, taken)]
    shown = Counter(plain_name(row.tokens[lo:hi]) for row, a, z in runs for lo, hi in _shown(scene, row, a, z))
    stands = Counter(plain_name(row.tokens[lo:hi]) for row, a, z in runs for lo, hi in _stretches(a, z))
    told = {name for name, times in shown.items() if 2 * times > stands[name]}
    return [_named(row, lo, hi) for row, first, last in runs for lo, hi in _parts(row, first, last, told)]


def _runs(row: Row, taken: Sequence[Span]) -> Iterator[tuple[Row, int, int]]:
    """Runs of two capitalised words or more that lie in no known name and are not led by an article."""
    for match in _RUN.finditer(row.tags):
        first, last = match.span()
        span = Span(row.tokens[first].span.start, row.tokens[last - 1].span.end)
        led = first > 0 and row.tokens[first - 1].lower in _LEADING
        if (
            last - first > 1
            and not (led or is_credited(row, first, last))
            and not any(span.overlaps(other) for other in taken)
        ):
            yield row, first, last


def _stretches(first: int, last: int) -> Iterator[tuple[int, int]]:
    """Every stretch of two words or more."""
    return ((lo, hi) for lo in range(first, last - 1) for hi in range(last, lo + 1, -1))


def _shown(scene: Scene, row: Row, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The stretches of a run of which the model says that every word belongs to a person's name."""
    if not any(_may_be_name(row, lo, hi) for lo, hi in _stretches(first, last)):
        return
    tree = scene.tree(row.span)
    told = [_is_told(tree.at(token.span.start), token) for token in row.tokens[first:last]]
    at = 0
    while at < len(told):
        end = at
        while end < len(told) and told[end]:
            end += 1
        if end - at > 1 and _is_name(row, first + at, first + end):
            yield first + at, first + end
        at = end + 1


def _may_be_name(row: Row, lo: int, hi: int) -> bool:
    """Whether a stretch may be a full name whatever the model says, so that the sentence is worth parsing."""
    return _is_name(row, lo, hi) and not any(token.text.isupper() for token in row.tokens[lo:hi])


def _is_told(node: Node | None, token: Token) -> bool:
    return node is not None and node.name == _PERSON and not token.text.isupper()


def _is_name(row: Row, lo: int, hi: int) -> bool:
    """Whether it may be a full name: no surname behind its particles alone, and no thing that bears a name."""
    name = plain_name(row.tokens[lo:hi])
    full = len(name) > 1 and (row.tags[lo] != "P" or row.tags[lo:hi].count("N") > 1)
    if not full or not name[-1][:1].isupper():
        return False
    return not (is_thing(name) or is_vessel(row, lo) or names_thing(row, hi))


def _parts(row: Row, first: int, last: int, told: set[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """The first and longest stretch of a run that is one of these names."""
    found = ((lo, hi) for lo, hi in _stretches(first, last) if plain_name(row.tokens[lo:hi]) in told)
    yield from itertools.islice(found, 1)


def _named(row: Row, lo: int, hi: int) -> Named:
    first = calling_start(row, lo)
    span = Span(row.tokens[first].span.start, row.tokens[hi - 1].span.end)
    return Named(row, span, plain_name(row.tokens[lo:hi]), None, owning_state(row, lo), titled=False, gender="")
