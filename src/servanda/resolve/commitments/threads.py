"""Pairs of commitments → threads that hold together.

Pairs are taken from the surest to the least sure, and two groups become one only where half of all pairs between
them were accepted; a doubtful pair is half of one. So a chain of small steps does not tie together
what is far apart. What a person judged comes first: `same` is kept, and what is `not the same` is never in one thread,
unless a chain of `same` forces it.
A thread depends on the records that hang together with it and on nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable

from servanda.codebook import Pair, RecordId, Standing, Thread

ACCEPTED, PROPOSED = 0.7, 0.55
"""Scores from which two commitments are one, and from which a person is asked."""
_ALIKE = 0.5
"""The share of pairs between two groups that must be accepted."""
_DOUBTED = 0.5
"""What a doubtful pair counts."""


def standing_of(score: float) -> Standing | None:
    """What becomes of two commitments of this score; None where nobody need look."""
    if score >= ACCEPTED:
        return Standing.ACCEPTED
    return Standing.PROPOSED if score >= PROPOSED else None


def threads_of(kind: str, records: Iterable[RecordId], pairs: Iterable[Pair]) -> tuple[Thread, ...]:
    """The threads of records; each is in exactly one of them.

    Args:
        kind: the threads' kind.
        records: all records of the components that are asked about.
        pairs: the pairs between them.
    """
    listed = sorted(set(records))
    groups = _Groups(listed)
    known = [pair for pair in pairs if pair.one in groups.of and pair.other in groups.of]
    for pair in known:
        groups.note(pair)
    accepted = [pair for pair in known if pair.standing is Standing.ACCEPTED]
    for pair in sorted(accepted, key=lambda pair: (-_is_judged(pair), -pair.score, pair.one, pair.other)):
        groups.join(pair)
    inside: dict[int, list[Pair]] = {}
    for pair in accepted:
        if groups.of[pair.one] == groups.of[pair.other]:
            inside.setdefault(groups.of[pair.one], []).append(pair)
    made = (_thread(kind, members, inside.get(number, [])) for number, members in groups.members.items())
    return tuple(sorted(made, key=lambda thread: thread.records))


class _Groups:
    """Groups of records that grow, with what stands between every two of them."""

    def __init__(self, records: list[RecordId]) -> None:
        self.of = {record: number for number, record in enumerate(records)}
        self.members = {number: [record] for number, record in enumerate(records)}
        self._between: dict[int, dict[int, float]] = {number: {} for number in self.members}
        self._apart: dict[int, set[int]] = {number: set() for number in self.members}

    def note(self, pair: Pair) -> None:
        """Count a pair between the groups that its records are in."""
        a, b = self.of[pair.one], self.of[pair.other]
        if pair.standing is Standing.REFUSED:
            self._apart[a].add(b)
            self._apart[b].add(a)
        else:
            counted = 1.0 if pair.standing is Standing.ACCEPTED else _DOUBTED
            self._between[a][b] = self._between[b][a] = self._between[a].get(b, 0.0) + counted

    def join(self, pair: Pair) -> None:
        """Make one of the two groups of a pair, where they hold together."""
        a, b = self.of[pair.one], self.of[pair.other]
        if a == b or b in self._apart[a]:
            return
        all_pairs = len(self.members[a]) * len(self.members[b])
        if _is_judged(pair) or self._between[a].get(b, 0.0) >= _ALIKE * all_pairs:
            self.merge(a, b)

    def merge(self, a: int, b: int) -> None:
        """Make one of two groups; the larger one keeps its number."""
        if a == b:
            return
        if len(self.members[a]) < len(self.members[b]):
            a, b = b, a
        for record in self.members[b]:
            self.of[record] = a
        self.members[a] += self.members.pop(b)
        for other, number in self._between.pop(b).items():
            self._between[other].pop(b, None)
            if other != a:
                self._between[a][other] = self._between[other][a] = self._between[a].get(other, 0) + number
        for other in self._apart.pop(b):
            self._apart[other].discard(b)
            self._apart[other].add(a)
            self._apart[a].add(other)


def _is_judged(pair: Pair) -> bool:
    """Whether a person said so: no comparison is wholly sure."""
    return pair.standing is Standing.ACCEPTED and pair.score == 1


def _thread(kind: str, members: list[RecordId], pairs: list[Pair]) -> Thread:
    """A thread of these records; it is as sure as the weakest of the fewest pairs that hold it together."""
    records = tuple(sorted(members))
    if len(records) == 1:
        return Thread(kind=kind, records=records, reason="nothing else says it")
    tree, weakest = _tree(pairs)
    best = max(tree, key=lambda pair: (pair.score, pair.one, pair.other))
    return Thread(kind=kind, records=records, reason=best.reason, score=weakest)


def _tree(pairs: Iterable[Pair]) -> tuple[list[Pair], float]:
    """The fewest pairs, the surest first, that hold a thread together, and the score of the weakest of them."""
    of: dict[RecordId, RecordId] = {}

    def root(record: RecordId) -> RecordId:
        while of.setdefault(record, record) != record:
            record = of[record]
        return record

    tree = []
    for pair in sorted(pairs, key=lambda pair: (-pair.score, pair.one, pair.other)):
        a, b = root(pair.one), root(pair.other)
        if a != b:
            of[max(a, b)] = min(a, b)
            tree.append(pair)
    return tree, min((pair.score for pair in tree), default=1.0)
