"""Pairs of things that may be one, and the groups that they make.

Pairs are found by keys that both things have, never by trying all of them. Groups grow from the surest pair on, and two
groups that hold things known to be apart are never joined. The same things give the same groups in any order, and a
group depends only on what hangs together with it, so that a new document touches only its own neighbors.
What is compared, and what keeps two things apart, is handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from servanda.codebook import Thread


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Two things that may be one.

    Attributes:
        one: id of the first of them, which sorts before the other.
        other: id of the other.
        score: how sure it is, from 0 to 1.
        reason: in words, what was compared.
    """

    one: str
    other: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposals:
    """What is one, and what a person should look at.

    Attributes:
        threads: what is taken to be one.
        bonds: the pairs that hold the threads together, one less than each has records.
        doubts: pairs that are not sure enough, or stand against another pair, the surest first.
    """

    threads: tuple[Thread, ...]
    bonds: tuple[Match, ...]
    doubts: tuple[Match, ...]


def find_candidates(keys: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    """Every two things that share a key, once, in order.

    Args:
        keys: for each thing its keys.
    """
    blocks: dict[str, list[str]] = {}
    for thing in sorted(keys):
        for key in sorted(set(keys[thing])):
            blocks.setdefault(key, []).append(thing)
    seen: set[tuple[str, str]] = set()
    for things in blocks.values():
        for at, one in enumerate(things):
            for other in things[at + 1 :]:
                if (one, other) not in seen:
                    seen.add((one, other))
                    yield one, other


def group(kind: str, pairs: Iterable[Match], sure: float, are_apart: Callable[[str, str], bool]) -> Proposals:
    """The threads that pairs make, and the pairs that are left for a person.

    Args:
        kind: the threads' kind.
        pairs: what was compared.
        sure: from which score on two things are joined.
        are_apart: whether two things are known to be two.
    """
    ordered = sorted(pairs, key=lambda pair: (-pair.score, pair.one, pair.other))
    doubtful = _torn([pair for pair in ordered if pair.score >= sure], are_apart)
    groups = _Groups(are_apart)
    joining = (pair for pair in ordered if pair.score >= sure and pair not in doubtful)
    bonds = tuple(pair for pair in joining if groups.join(pair.one, pair.other))
    told: dict[str, list[Match]] = {}
    for pair in bonds:
        told.setdefault(groups.first(pair.one), []).append(pair)
    threads = [_thread(kind, groups.members(first), told[first]) for first in told]
    return Proposals(
        threads=tuple(sorted(threads, key=lambda thread: thread.records)),
        bonds=bonds,
        doubts=tuple(pair for pair in ordered if groups.first(pair.one) != groups.first(pair.other)),
    )


class _Groups:
    """Groups that grow; who is in one with whom."""

    def __init__(self, are_apart: Callable[[str, str], bool]) -> None:
        self._are_apart = are_apart
        self._first: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        self._refused: set[tuple[str, str]] = set()

    def first(self, thing: str) -> str:
        return self._first.get(thing, thing)

    def members(self, first: str) -> tuple[str, ...]:
        return tuple(sorted(self._members.get(first, [first])))

    def join(self, one: str, other: str) -> bool:
        """Put two groups together unless they hold things that are apart; return whether that made one of two."""
        a, b = sorted((self.first(one), self.first(other)))
        if a == b or (a, b) in self._refused:
            return False
        mine, theirs = self.members(a), self.members(b)
        if any(self._are_apart(some, thing) for some in mine for thing in theirs):
            self._refused.add((a, b))
            return False
        self._members[a] = [*mine, *theirs]
        self._members.pop(b, None)
        for thing in self._members[a]:
            self._first[thing] = a
        return True


_RIVALS = 4
"""Among more than so many that claim a thing, one that differs is a slip of a reader and no rival."""


def _torn(pairs: list[Match], are_apart: Callable[[str, str], bool]) -> set[Match]:
    """Pairs of a thing that two others claim with equal right, which are known to be apart: two candidates are none."""
    claims: dict[str, list[Match]] = {}
    for pair in pairs:
        claims.setdefault(pair.one, []).append(pair)
        claims.setdefault(pair.other, []).append(pair)
    torn: set[Match] = set()
    for thing, made in claims.items():
        best = [pair for pair in made if pair.score >= made[0].score]
        others = [pair.other if pair.one == thing else pair.one for pair in best]
        if len(others) <= _RIVALS and any(are_apart(*both) for both in combinations(others, 2)):
            torn.update(best)
    return torn


def _thread(kind: str, members: tuple[str, ...], pairs: list[Match]) -> Thread:
    reasons = list(dict.fromkeys(pair.reason for pair in pairs))
    told = "; ".join(reasons[:3]) + (f"; and {len(reasons) - 3} more reasons" if len(reasons) > 3 else "")
    return Thread(kind=kind, records=members, reason=told, score=min(pair.score for pair in pairs))
