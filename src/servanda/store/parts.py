"""Long lists of ids and numbers cut into parts, as many at once as every database takes in one question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

AT_ONCE = 5_000
"""So many ids or numbers stand in one question; so many rows are held at once where all are gone through."""

T = TypeVar("T", int, str)


def in_parts(wanted: Iterable[T]) -> Iterator[list[T]]:
    """Ids or numbers in order, each once, in parts."""
    listed = sorted(set(wanted))
    for first in range(0, len(listed), AT_ONCE):
        yield listed[first : first + AT_ONCE]
