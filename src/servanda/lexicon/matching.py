"""Finding known names in a text: the one place where the automaton is imported.

It says where a name stands as a whole word, and of names that overlap it keeps the longest ("North Korea", never the
"Korea" in it). Whether an actor is meant there is the readers' business.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation

from servanda.codebook import Span

V = TypeVar("V")

_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " ", "\u2011": "-", "\u2010": "-"})


def flattened(text: str) -> str:
    """The text with plain apostrophes, hyphens and blanks, sign for sign, so that offsets stay."""
    return text if text.isascii() else text.translate(_PLAIN)


@dataclass(frozen=True)
class Names(Generic[V]):
    """Names with what each stands for.

    Attributes:
        table: the names, in the case in which they are written.
        any_case: whether a name is found in any case; the table is then in lower case.
    """

    table: Mapping[str, V]
    any_case: bool = False

    @cached_property
    def _keys(self) -> list[str]:
        return sorted(self.table)

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(self._keys, implementation=Implementation.NoncontiguousNFA)

    def find(self, text: str) -> list[tuple[Span, V]]:
        """The names that stand in a text as whole words, leftmost and longest first, none inside another."""
        flat = flattened(text)
        if self.any_case:
            flat = _lowered(flat)
        hits = self._automaton.find_matches_as_indexes(flat, overlapping=True)
        whole = ((s, e, n) for n, s, e in hits if _is_whole(flat, s, e))
        return [(Span(s, e), self.table[self._keys[n]]) for s, e, n in _longest(whole)]


def _lowered(text: str) -> str:
    """Lower case, sign for sign: a letter whose lower case is longer (İ) stays."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)


def _is_whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() and text[start].isalnum()) and not (after.isalnum() and text[end - 1].isalnum())


def _longest(hits: Iterable[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    found: list[tuple[int, int, int]] = []
    for hit in sorted(hits, key=lambda h: (h[0], -h[1])):
        if not found or hit[0] >= found[-1][1]:
            found.append(hit)
    return found
