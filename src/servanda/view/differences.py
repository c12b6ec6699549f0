"""How two releases of a ledger differ: documents, records, threads and judgements that are gone, have come, or changed.

Two files, or one ledger at two moments of its own time. A record is the same where it says the same at the same place of
the same document, whoever read it; it changed where it rests on the same words and says something else.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from servanda.codebook import KINDS, Document, DocumentId, Reading, Record, RecordId, Thread
from servanda.codebook.cells import cells_of, written
from servanda.codebook.spans import hull, words_of
from servanda.store import Ledger, Query
from servanda.view.difference_lines import Difference, Fate, FieldChange
from servanda.view.judgement_differences import (
    JUDGEMENTS,
    STATUSES,
    judgement_differences,
    status_differences,
)
from servanda.view.sources import source_of

_AT_ONCE = 200
_THREADS = ("commitments", "instruments", "occasions", "stories", "actors")
_WHOLE = Query(limit=sys.maxsize)
_HALF = 0.5
"""The share of their words that two readings of one thing have in common at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many of one kind differ.

    Attributes:
        kind: plural name of the kind: `documents`, a kind of record, or `threads of` one.
        gone: how many are in the first release alone.
        come: how many are in the second alone.
        changed: how many say something else.
        same: how many are the same in both.
    """

    kind: str
    gone: int
    come: int
    changed: int
    same: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferencePage:
    """How two releases differ.

    Attributes:
        one: the first, in words.
        other: the second, in words.
        tallies: how many of each kind differ.
        differences: each of them, kind by kind, in the order of documents.
    """

    one: str
    other: str
    tallies: tuple[Tally, ...]
    differences: tuple[Difference, ...]


def difference_page(one: Ledger, other: Ledger, *, named: tuple[str, str] | None = None) -> DifferencePage:
    """How two releases differ.

    Args:
        one: the first.
        other: the second.
        named: what to call them; their places, if not given.
    """
    first, second = one.find_hashes(), other.find_hashes()
    both = sorted(first.keys() & second.keys())
    same: Counter[str] = Counter({"documents": len(both)})
    differing = _differing(one, other, [key for key in both if first[key] != second[key]])
    held = [head.counts for head in one.find_documents(_WHOLE) if head.id in second and head.id not in differing]
    same.update({kind: sum(counted[kind] for counted in held) for kind, _ in KINDS})
    renamed: dict[RecordId, RecordId] = {}
    found = [
        *(_lost(one, sorted(first.keys() - second.keys()), Fate.GONE)),
        *(_lost(other, sorted(second.keys() - first.keys()), Fate.COME)),
        *(_compared(one, other, sorted(differing), renamed, same)),
    ]
    met: dict[RecordId, RecordId] = {}
    for kind in _THREADS:
        found.extend(_threads(one, other, kind, (renamed, met), same))
    found.extend(judgement_differences(one, other, same))
    # What nothing changed has come as far as before.
    if found:
        found.extend(status_differences(one, other, met, same))
    else:
        same[STATUSES] += len(met)
    order = {kind: at for at, kind in enumerate(_kinds())}
    found.sort(
        key=lambda line: (order[line.kind], line.fate, line.source.date if line.source else "", line.before, line.after)
    )
    counts = Counter((line.kind, line.fate) for line in found)
    return DifferencePage(
        one=named[0] if named else one.place,
        other=named[1] if named else other.place,
        tallies=tuple(_tally(kind, counts, same) for kind in _kinds()),
        differences=tuple(found),
    )


def reading_differences(
    document: Document, before: Reading, after: Reading
) -> tuple[tuple[Difference, ...], Mapping[str, int]]:
    """How two readings of a document differ, and how many records of each kind are the same in both."""
    same: Counter[str] = Counter()
    found = tuple(
        line for kind, _ in KINDS for line in _records(kind, before, after, document, (dict[str, str](), same))
    )
    return found, same


def _kinds() -> tuple[str, ...]:
    return (
        "documents",
        *(kind for kind, _ in KINDS),
        *(f"threads of {kind}" for kind in _THREADS),
        STATUSES,
        JUDGEMENTS,
    )


def _tally(kind: str, counts: Mapping[tuple[str, Fate], int], same: Mapping[str, int]) -> Tally:
    gone, come, changed = (counts.get((kind, fate), 0) for fate in Fate)
    return Tally(kind=kind, gone=gone, come=come, changed=changed, same=same.get(kind, 0))


def _differing(one: Ledger, other: Ledger, ids: list[DocumentId]) -> frozenset[DocumentId]:
    """Of documents whose readings are not the same, those whose records are not: another reader may read the same."""
    before, after = one.find_record_ids(ids), other.find_record_ids(ids)
    return frozenset(key for key in ids if before.get(key) != after.get(key))


def _in_parts(ids: list[DocumentId]) -> Iterator[list[DocumentId]]:
    for first in range(0, len(ids), _AT_ONCE):
        yield ids[first : first + _AT_ONCE]


def _lost(ledger: Ledger, ids: list[DocumentId], fate: Fate) -> Iterator[Difference]:
    """Documents that one release alone has, with their records."""
    for part in _in_parts(ids):
        for document, reading in ledger.iter_readings(part):
            source = source_of(document)
            key = {"before": document.id, "after": ""} if fate is Fate.GONE else {"before": "", "after": document.id}
            yield Difference(fate=fate, kind="documents", **key, words=source.title, fields=(), source=source)
            for kind, _ in KINDS:
                for record in getattr(reading, kind):
                    yield _alone(record, kind, fate, document)


def _compared(
    one: Ledger, other: Ledger, ids: list[DocumentId], renamed: dict[RecordId, RecordId], same: Counter[str]
) -> Iterator[Difference]:
    """Records of documents that both have."""
    for part in _in_parts(ids):
        before = {document.id: reading for document, reading in one.iter_readings(part)}
        for document, reading in other.iter_readings(part):
            for kind, _ in KINDS:
                yield from _records(kind, before[document.id], reading, document, (renamed, same))


def _records(
    kind: str, before: Reading, after: Reading, document: Document, kept: tuple[dict[RecordId, RecordId], Counter[str]]
) -> Iterator[Difference]:
    renamed, same = kept
    old = {record.id: record for record in getattr(before, kind)}
    new = {record.id: record for record in getattr(after, kind)}
    same[kind] += len(old.keys() & new.keys())
    gone = [record for key, record in old.items() if key not in new]
    come = [record for key, record in new.items() if key not in old]
    for record, counterpart in _paired(gone, come):
        renamed[record.id] = counterpart.id
        gone.remove(record)
        come.remove(counterpart)
        if record.claim == counterpart.claim:
            same[kind] += 1
        else:
            yield _changed(record, counterpart, kind, document)
    yield from (_alone(record, kind, Fate.GONE, document) for record in gone)
    yield from (_alone(record, kind, Fate.COME, document) for record in come)


def _paired(gone: Iterable[Record], come: Iterable[Record]) -> Iterator[tuple[Record, Record]]:
    """Records that rest on the same words, those that share most first."""
    shared = sorted(
        ((_shared(a, b), a.claim == b.claim, a, b) for a in gone for b in come if _shared(a, b)),
        key=lambda row: (-row[1], -row[0], row[2].id, row[3].id),
    )
    taken: set[RecordId] = set()
    for _, _, a, b in shared:
        if a.id not in taken and b.id not in taken:
            taken |= {a.id, b.id}
            yield a, b


def _shared(one: Record, other: Record) -> float:
    """What share of their words two records have in common."""
    a, b = hull(one.spans), hull(other.spans)
    common = min(a.end, b.end) - max(a.start, b.start)
    share = common / (max(a.end, b.end) - min(a.start, b.start))
    return share if share >= _HALF else 0.0


def _changed(before: Record, after: Record, kind: str, document: Document) -> Difference:
    old, new = ({cell.slot: written(cell.value) or "" for cell in cells_of(record)} for record in (before, after))
    fields = tuple(
        FieldChange(slot=slot, before=told, after=new.get(slot, ""))
        for slot, told in old.items()
        if told != new.get(slot, "")
    )
    words = " ".join(words_of(document.text, after.spans[:3]).split())
    return Difference(
        fate=Fate.CHANGED,
        kind=kind,
        before=before.id,
        after=after.id,
        words=words,
        fields=fields,
        source=source_of(document),
    )


def _alone(record: Record, kind: str, fate: Fate, document: Document) -> Difference:
    return Difference(
        fate=fate,
        kind=kind,
        before=record.id if fate is Fate.GONE else "",
        after=record.id if fate is Fate.COME else "",
        words=" ".join(words_of(document.text, record.spans[:3]).split()),
        fields=(),
        source=source_of(document),
    )


def _threads(
    one: Ledger,
    other: Ledger,
    kind: str,
    kept: tuple[dict[RecordId, RecordId], dict[RecordId, RecordId]],
    same: Counter[str],
) -> Iterator[Difference]:
    """Threads by their records: the one that shares most with an earlier one is what became of it.

    What became of threads of commitments is noted in the second part of `kept`.
    """
    renamed, became = kept
    old = {thread.id: thread for thread in one.find_standing(kind)}
    new = {thread.id: thread for thread in other.find_standing(kind)}
    was = {key: {renamed.get(record, record) for record in thread.records} for key, thread in old.items()}
    holding = {record: key for key, thread in new.items() for record in thread.records}
    met: set[RecordId] = set()
    for key, thread in old.items():
        shared = Counter(holding[record] for record in was[key] if record in holding)
        best = min(shared, key=lambda found: (-shared[found], found), default="")
        if not best or best in met:
            yield _thread(Fate.GONE, kind, thread, None)
            continue
        met.add(best)
        if kind == "commitments":
            became[key] = best
        if was[key] == set(new[best].records):
            same[f"threads of {kind}"] += 1
        else:
            yield _thread(Fate.CHANGED, kind, thread, new[best], (was[key], set(new[best].records)))
    yield from (_thread(Fate.COME, kind, None, thread) for key, thread in new.items() if key not in met)


def _thread(
    fate: Fate,
    kind: str,
    before: Thread | None,
    after: Thread | None,
    held: tuple[set[RecordId], set[RecordId]] = (set(), set()),
) -> Difference:
    told = after or before
    lost, won = len(held[0] - held[1]), len(held[1] - held[0])
    numbers = FieldChange(slot="records", before=f"{lost} lost", after=f"{won} won")
    return Difference(
        fate=fate,
        kind=f"threads of {kind}",
        before=before.id if before else "",
        after=after.id if after else "",
        words=told.reason if told else "",
        fields=(numbers,) if fate is Fate.CHANGED else (),
        source=None,
    )
