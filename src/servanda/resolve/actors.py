"""An actor of several ids as one: the id that stands for all of them, and the offices that documents give it over time.

An id is one actor everywhere; threads join ids that are one. The comparisons stand in `persons.py` and `bodies.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from servanda.codebook import ActorId, DocumentId, RecordId, Thread
from servanda.resolve.profiles import Held, Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """An office that documents give a person, from the first to the last of them.

    Attributes:
        role: what the holder does, in lower case.
        words: the office as the first of these documents has it.
        state: whose office it is; None where no document says so.
        first: the earliest day of publication; None where none is known.
        last: the latest one.
        documents: the documents, in the order of their days.
        records: ids of the records of the actor in them, in the same order.
    """

    role: str
    words: str
    state: ActorId | None
    first: date | None
    last: date | None
    documents: tuple[DocumentId, ...]
    records: tuple[RecordId, ...]


def one_id_for_all(threads: Iterable[Thread], profiles: Mapping[ActorId, Profile]) -> dict[ActorId, ActorId]:
    """For every actor id of a thread the one that stands for all of it: the one in most documents, of several the longest.

    An id that is in no thread stands for itself and is not listed.
    """
    chosen: dict[ActorId, ActorId] = {}
    for thread in threads:
        known = [key for key in thread.records if key in profiles] or list(thread.records)
        best = max(
            known,
            key=lambda key: (_is_full(key), len(profiles[key].documents) if key in profiles else 0, len(key), key),
        )
        chosen.update(dict.fromkeys(thread.records, best))
    return chosen


def offices_over_time(ids: Iterable[ActorId], profiles: Mapping[ActorId, Profile]) -> tuple[Tenure, ...]:
    """The offices that documents give a person under any of these ids, the earliest first.

    Args:
        ids: the ids of one person.
        profiles: what the documents say of every id.
    """
    told: dict[tuple[str, ActorId | None], list[Held]] = {}
    for key in ids:
        for held in profiles[key].held if key in profiles else ():
            told.setdefault((held.role, held.state), []).append(held)
    tenures = (_tenure(sorted(held, key=_order)) for held in told.values())
    return tuple(sorted(tenures, key=lambda one: (one.first or date.max, one.role, one.state or "")))


def _is_full(key: ActorId) -> bool:
    return "-" in key


def _order(held: Held) -> tuple[date, str]:
    return (held.published.start if held.published else date.max, held.record)


def _tenure(held: list[Held]) -> Tenure:
    days = [one.published for one in held if one.published is not None]
    return Tenure(
        role=held[0].role,
        words=held[0].words,
        state=held[0].state,
        first=min((day.start for day in days), default=None),
        last=max((day.last for day in days), default=None),
        documents=tuple(dict.fromkeys(one.document for one in held)),
        records=tuple(one.record for one in held),
    )
