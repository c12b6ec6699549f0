"""Commitments linked: all of them, or only what new documents touch, with the same result.

    new ──keys──▶ candidates ──likeness──▶ pairs ──▶ components ──▶ threads ──▶ links

A pair depends on its two records alone, and a thread on the records that hang together with it. So only pairs of
new records are compared, and only threads that these reach are made anew. What is kept is asked of a shelf, which the
ledger is; this room does not know it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from servanda.codebook import Block, Document, DocumentId, Link, Pair, Reading, RecordId, Resolution, Standing, Thread
from servanda.codebook.collectors import uncollected
from servanda.resolve.commitments.blocks import blocks_of
from servanda.resolve.commitments.likenesses import likeness_of, may_be_like
from servanda.resolve.commitments.links import links_of
from servanda.resolve.commitments.sums import sums_of
from servanda.resolve.commitments.threads import PROPOSED, standing_of, threads_of
from servanda.resolve.commitments.undertakings import KIND, Undertaking, undertakings_of

VERSION = "commitments 14"
"""The version of the rules here: where it is another one, a ledger is linked from scratch."""
LAID_OUT = ("commitments", "statements", "instruments")
"""The kinds of record that are read to lay out commitments."""


class Shelf(Protocol):
    """What linking asks of a ledger."""

    def iter_readings(
        self, documents: Collection[DocumentId] | None = None, kinds: Collection[str] = ()
    ) -> Iterator[tuple[Document, Reading]]:
        """Documents with their readings."""

    def find_blocked(self, kind: str, version: str, keys: Collection[str]) -> tuple[Block, ...]:
        """The records that have any of these keys."""

    def find_pairs_of(self, kind: str, wanted: Collection[RecordId]) -> tuple[Pair, ...]:
        """The pairs with any of these records."""

    def find_threads_of(self, wanted: Collection[RecordId]) -> tuple[Thread, ...]:
        """The threads, of any kind, that hold any of these records."""

    def find_places(self, wanted: Collection[RecordId]) -> Mapping[RecordId, DocumentId]:
        """The documents of these records, as far as they count."""


@dataclass(frozen=True, kw_only=True)
class _Bench:
    """What linking works on.

    Attributes:
        shelf: where the rest is kept.
        judged: the pairs that people judged, by their records.
        laid: the commitments that were laid out so far, by id.
        opened: the documents that were laid out so far.
    """

    shelf: Shelf
    judged: Mapping[tuple[RecordId, RecordId], Pair]
    laid: dict[RecordId, Undertaking] = field(default_factory=dict)
    opened: set[DocumentId] = field(default_factory=set)

    def open(self, documents: Collection[DocumentId] | None) -> None:
        """Lay out the commitments of these documents, or of all."""
        wanted = None if documents is None else sorted(set(documents) - self.opened)
        if wanted is None or wanted:
            for undertaking in undertakings_of(self.shelf.iter_readings(wanted, LAID_OUT)):
                self.laid[undertaking.id] = undertaking
                self.opened.add(undertaking.document)
            self.opened.update(wanted or ())

    def fetch(self, records: Iterable[RecordId]) -> None:
        """Lay out these records, with the rest of their documents."""
        missing = {record for record in records if record not in self.laid}
        if missing:
            self.open(set(self.shelf.find_places(missing).values()))


@uncollected()
def link_all(shelf: Shelf, judged: Iterable[Pair] = ()) -> Resolution:
    """Link all commitments from scratch.

    Args:
        shelf: where they are kept.
        judged: what people judged of pairs.
    """
    bench = _bench(shelf, judged)
    bench.open(None)
    blocks = tuple(block for record in bench.laid.values() for block in blocks_of(record))
    pairs = _pairs(bench, _candidates(blocks, None), bench.laid.keys())
    threads = threads_of(KIND, bench.laid, pairs)
    links = tuple(_links(bench, threads, None))
    return Resolution(kind=KIND, version=VERSION, blocks=blocks, pairs=pairs, threads=threads, links=links)


@uncollected()
def link_new(
    shelf: Shelf, documents: Collection[DocumentId], renewed: Collection[RecordId], judged: Iterable[Pair] = ()
) -> Resolution:
    """Link what new documents and judgements touch; the rest stays as it is.

    Args:
        shelf: where the rest is kept, with what was linked before.
        documents: the documents that were read since.
        renewed: ids of their records, of those too that are gone, and of records that were judged since.
        judged: what people judged of pairs, all of it.
    """
    bench = _bench(shelf, judged)
    documents = frozenset(documents)
    bench.open(documents)
    bench.fetch(renewed)
    touched = frozenset(renewed) | {record.id for record in bench.laid.values() if record.document in documents}
    blocks, pairs = _compared(bench, touched)
    reached, held = _reached(bench, touched, pairs)
    counting = {*bench.shelf.find_places(reached - bench.laid.keys()), *(reached & bench.laid.keys())}
    scope, threads = _changed(bench, touched, threads_of(KIND, counting, held), reached)
    bench.fetch(scope)
    return Resolution(
        kind=KIND,
        version=VERSION,
        renewed=touched,
        scope=scope,
        blocks=tuple(block for block in blocks if block.document in documents),
        pairs=pairs,
        threads=threads,
        links=tuple(_links(bench, threads, scope)),
    )


def _changed(
    bench: _Bench, touched: frozenset[RecordId], threads: tuple[Thread, ...], reached: frozenset[RecordId]
) -> tuple[frozenset[RecordId], tuple[Thread, ...]]:
    """The threads that are others than before, or hold a touched record, with all records of theirs.

    Much hangs together by some step or other, and little of it changes: the rest need not be laid out again.
    """
    former = {thread for thread in bench.shelf.find_threads_of(reached) if thread.kind == KIND}
    new = {thread for thread in threads if thread not in former or not touched.isdisjoint(thread.records)}
    gone = former - set(threads)
    scope = frozenset(touched).union(*(thread.records for thread in (*new, *gone)))
    return scope, tuple(thread for thread in threads if thread in new or not scope.isdisjoint(thread.records))


def _bench(shelf: Shelf, judged: Iterable[Pair]) -> _Bench:
    return _Bench(shelf=shelf, judged={(pair.one, pair.other): pair for pair in judged})


def _compared(bench: _Bench, touched: frozenset[RecordId]) -> tuple[tuple[Block, ...], tuple[Pair, ...]]:
    """The keys of the touched records, and their pairs with whatever shares one."""
    blocks = tuple(block for record in sorted(touched & bench.laid.keys()) for block in blocks_of(bench.laid[record]))
    kept = bench.shelf.find_blocked(KIND, VERSION, {block.key for block in blocks})
    met = tuple(_candidates((*blocks, *(block for block in kept if block.record not in touched)), touched))
    bench.fetch(record for pair in (*met, *_judged(bench, touched)) for record in pair)
    return blocks, _pairs(bench, met, touched)


def _candidates(blocks: Iterable[Block], touched: frozenset[RecordId] | None) -> Iterator[tuple[RecordId, RecordId]]:
    """Every two records that share a key, one of which is touched; each once, in order."""
    sharing: dict[str, list[RecordId]] = {}
    for block in blocks:
        sharing.setdefault(block.key, []).append(block.record)
    beside: dict[RecordId, set[RecordId]] = {}
    for records in sharing.values():
        if len(records) > 1:
            for one in records:
                beside.setdefault(one, set()).update(records)
    for one in sorted(beside):
        met = beside[one] if touched is None or one in touched else beside[one] & touched
        yield from ((one, other) for other in sorted(met) if one < other)


def _pairs(bench: _Bench, met: Iterable[tuple[RecordId, RecordId]], touched: Collection[RecordId]) -> tuple[Pair, ...]:
    """The pairs that are worth keeping; what people judged of touched records stands in the place of what is computed."""
    found: dict[tuple[RecordId, RecordId], Pair] = {}
    for one, other in met:
        if one in bench.laid and other in bench.laid and may_be_like(bench.laid[one], bench.laid[other], PROPOSED):
            likeness = likeness_of(bench.laid[one], bench.laid[other])
            standing = standing_of(likeness.score)
            if standing is not None:
                found[one, other] = Pair(
                    kind=KIND, one=one, other=other, standing=standing, reason=likeness.reason, score=likeness.score
                )
    found.update({pair: bench.judged[pair] for pair in _judged(bench, touched) if bench.laid.keys() >= set(pair)})
    return tuple(found[key] for key in sorted(found))


def _judged(bench: _Bench, touched: Collection[RecordId]) -> Iterator[tuple[RecordId, RecordId]]:
    """The judged pairs of touched records."""
    return (pair for pair in bench.judged if pair[0] in touched or pair[1] in touched)


def _reached(
    bench: _Bench, touched: frozenset[RecordId], pairs: tuple[Pair, ...]
) -> tuple[frozenset[RecordId], tuple[Pair, ...]]:
    """The records whose threads may be others now, and all pairs between them.

    They are those that hang together with a touched record, or did before.
    """
    beside = _by_record(pairs)
    reached, edge = set(touched), set(touched)
    held: dict[tuple[RecordId, RecordId], Pair] = {(pair.one, pair.other): pair for pair in pairs}
    while edge:
        step: set[RecordId] = set()
        for pair in (
            *bench.shelf.find_pairs_of(KIND, edge),
            *(pair for record in edge for pair in beside.get(record, ())),
        ):
            if pair.one not in touched and pair.other not in touched:
                held[pair.one, pair.other] = pair
            if pair.standing is Standing.ACCEPTED:
                step.update((pair.one, pair.other))
        edge = step - reached
        reached |= edge
    between = (pair for _, pair in sorted(held.items()) if pair.one in reached and pair.other in reached)
    return frozenset(reached), tuple(between)


def _by_record(pairs: Iterable[Pair]) -> Mapping[RecordId, list[Pair]]:
    beside: dict[RecordId, list[Pair]] = {}
    for pair in pairs:
        beside.setdefault(pair.one, []).append(pair)
        beside.setdefault(pair.other, []).append(pair)
    return beside


def _links(bench: _Bench, threads: Iterable[Thread], scope: frozenset[RecordId] | None) -> Iterator[Link]:
    """The links of threads, and between wholes and parts of one document; each to a record of the scope."""
    same = frozenset(frozenset(pair) for pair in bench.judged if bench.judged[pair].standing is Standing.ACCEPTED)
    for thread in threads:
        if len(thread.records) > 1:
            yield from links_of(thread, [bench.laid[record] for record in thread.records], same)
    told: dict[DocumentId, list[Undertaking]] = {}
    for record in bench.laid.values():
        told.setdefault(record.document, []).append(record)
    concerned = told if scope is None else {bench.laid[record].document for record in scope if record in bench.laid}
    for document in sorted(concerned):
        for link in sums_of(sorted(told[document], key=lambda one: one.position)):
            if scope is None or link.later in scope:
                yield link
