"""Records of several documents that are one thing in the world, and how they stand to one another."""

from __future__ import annotations

from dataclasses import dataclass, field

from servanda.codebook.keys import RecordId, key_of
from servanda.codebook.vocabulary import Tie


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """One actor, story, occasion, instrument or commitment over documents.

    A story is what one source told: a report with its wire copies and rewrites, which count as one source.

    Attributes:
        kind: `actors`, `stories`, `occasions`, `instruments` or `commitments`.
        records: ids of what is one, sorted; never empty. Of actors they are canonical actor ids, of stories ids of
            documents, of all others ids of records.
        reason: in words, why they are one.
        score: how sure that is, from 0 to 1: the weakest of the comparisons that hold it together.
    """

    kind: str
    records: tuple[RecordId, ...]
    reason: str
    score: float = 1.0
    id: RecordId = field(init=False)

    def __post_init__(self) -> None:
        if not self.records:
            raise ValueError("a thread has records")
        object.__setattr__(self, "score", float(self.score))
        object.__setattr__(self, "id", key_of("t", self.kind, self.records))


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """How a later record of a commitment thread stands to an earlier one.

    Attributes:
        tie: how.
        earlier: id of the record that was said first.
        later: id of the record that was said later, or of the part of a whole in the same document.
        slot: the field that is added, dropped or changed; empty where the tie is about no single field.
        reason: in words, what was compared: `agreed to, then pledged`; `25 % there, 15 % here`.
        score: how sure it is, from 0 to 1.
    """

    tie: Tie
    earlier: RecordId
    later: RecordId
    slot: str = ""
    reason: str
    score: float = 1.0
    id: RecordId = field(init=False)

    def __post_init__(self) -> None:
        if self.earlier == self.later:
            raise ValueError("a link joins two records")
        object.__setattr__(self, "score", float(self.score))
        object.__setattr__(self, "id", key_of("l", self.tie, self.earlier, self.later, self.slot))
