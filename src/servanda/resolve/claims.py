"""The first and exact step of resolution: what is said to be the same in the same terms is one.

An actor is one over documents by its canonical id, any other record by its `claim`. Records that mean the same in other
terms stay apart here; nothing is guessed, and nothing is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from servanda.codebook import KINDS, Actor, Reading, Record, Thread


def propose_threads(readings: Iterable[Reading]) -> tuple[Thread, ...]:
    """Threads of records that stand in two documents or more.

    Args:
        readings: one for each document; their order does not matter.

    Returns:
        The threads kind by kind, in the order of what their records share, each with its reason.
    """
    shared: dict[tuple[str, str], list[Record]] = {}
    for kind, record in _records(readings):
        shared.setdefault((kind, _key(record)), []).append(record)
    order = [name for name, _ in KINDS]
    return tuple(
        _thread(kind, key, records)
        for (kind, key), records in sorted(shared.items(), key=lambda pair: (order.index(pair[0][0]), pair[0][1]))
        if len({record.document for record in records}) > 1
    )


def _records(readings: Iterable[Reading]) -> Iterator[tuple[str, Record]]:
    for reading in readings:
        for kind, _ in KINDS:
            for record in getattr(reading, kind):
                yield kind, record


def _key(record: Record) -> str:
    return record.actor if isinstance(record, Actor) else record.claim


def _thread(kind: str, key: str, records: list[Record]) -> Thread:
    shared = f"the same actor, {key}" if kind == "actors" else f"they say the same, {key}"
    width = len({record.document for record in records})
    reason = f"{shared}, in {width} documents"
    return Thread(kind=kind, records=tuple(sorted({record.id for record in records})), reason=reason)
