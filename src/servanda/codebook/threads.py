"""Records of several documents that are one thing in the world, and how they stand to one another."""

from __future__ import annotations

from dataclasses import dataclass, field

from servanda.codebook.keys import DocumentId, RecordId, key_of
from servanda.codebook.vocabulary import Term, Tie


class Standing(Term):
    """What became of two records that were compared."""

    ACCEPTED = "accepted", "they are one"
    PROPOSED = "proposed", "they may be one: a person is asked"
    REFUSED = "refused", "they are not one, as a person judged"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two records that were compared and may be one.

    Attributes:
        kind: as a thread's.
        one: the id that sorts first.
        other: the other id.
        standing: whether they count as one, wait for a person, or were judged not to be one.
        reason: in words, what was compared and what it was worth.
        score: how sure it is that they are one, from 0 to 1.
    """

    kind: str
    one: RecordId
    other: RecordId
    standing: Standing
    reason: str
    score: float = 1.0

    def __post_init__(self) -> None:
        if self.one >= self.other:
            raise ValueError("a pair names two records in the order of their ids")
        object.__setattr__(self, "score", float(self.score))


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A key that a record has in common with those that it is worth comparing with.

    Attributes:
        key: in words that a program compares, such as `KOR>USA invest 350000000000 USD`.
        record: id of the record.
        document: the document that it was read in.
    """

    key: str
    record: RecordId
    document: DocumentId


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What linking found out about some records, or about all of a kind.

    Attributes:
        kind: as a thread's.
        version: the version of the rules: what another version found is found anew, from scratch.
        renewed: ids of the records that are new, gone, or judged anew: pairs of these and no others are given.
        scope: ids of the records whose threads, and whose links to earlier records, are given; None for all of the kind.
        blocks: the keys of the records that are new.
        pairs: every pair with a renewed record.
        threads: every thread of the scope.
        links: every link whose later record lies in the scope.
    """

    kind: str
    version: str
    renewed: frozenset[RecordId] = frozenset()
    scope: frozenset[RecordId] | None = None
    blocks: tuple[Block, ...] = ()
    pairs: tuple[Pair, ...] = ()
    threads: tuple[Thread, ...] = ()
    links: tuple[Link, ...] = ()
