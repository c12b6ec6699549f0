"""Occasions and instruments over documents: the records that linking found to be one thing, as one.

A list of records tells of a summit as often as it was written about. What is shown of a thing is what its best record
says: the one with the sharpest day, then the newest. Nothing is decided here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from servanda.codebook import Instrument, Occasion, RecordId
from servanda.store import Found, Ledger
from servanda.view.undertakings import day_of

_VAGUE = 100_000
"""Days of a stretch that nobody states."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One occasion or instrument, as several records may tell of it.

    Attributes:
        best: the record that tells its day most sharply.
        records: ids of all its records among those that were asked for.
        documents: in how many documents they stand.
    """

    best: Found
    records: tuple[RecordId, ...]
    documents: int


def told_over_documents(ledger: Ledger, kind: str, found: Iterable[Found]) -> tuple[Told, ...]:
    """Records as the things that they tell of, in the order of the first record of each.

    Args:
        ledger: the ledger, asked which records are one thing.
        kind: `occasions` or `instruments`.
        found: records of this kind.
    """
    listed = tuple(found)
    threads = ledger.find_threads_of({one.record.id for one in listed})
    held = {record: thread.id for thread in threads if thread.kind == kind for record in thread.records}
    groups: defaultdict[str, list[Found]] = defaultdict(list)
    for one in listed:
        groups[held.get(one.record.id, one.record.id)].append(one)
    return tuple(
        Told(
            best=max(group, key=_tells_most),
            records=tuple(one.record.id for one in group),
            documents=len({one.document.id for one in group}),
        )
        for group in groups.values()
    )


def _tells_most(found: Found) -> tuple[int, str, int, str]:
    record = found.record
    when = record.date.value if isinstance(record, Occasion | Instrument) else None
    days = (when.end - when.start).days if when else _VAGUE
    return -days, day_of(found), len(found.words), record.id
