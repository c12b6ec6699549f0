"""An actor of several ids as one: the id that stands for all of them, and the offices that documents give it over time.

An id is one actor everywhere; threads join ids that are one. The comparisons stand in `persons.py` and `bodies.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from servanda.codebook import Actor, ActorId, DocumentId, RecordId, Thread, When
from servanda.resolve.profiles import Held, held_by


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


def one_id_for_all(threads: Iterable[Thread], documents: Mapping[ActorId, int]) -> dict[ActorId, ActorId]:
    """For every actor id of a thread the one that stands for all of it.

    It is a full name rather than a surname, then the one in most documents, then the longest. An id that is in no thread
    stands for itself and is not listed.

    Args:
        threads: the threads of actors.
        documents: in how many documents each id is mentioned.
    """
    chosen: dict[ActorId, ActorId] = {}
    for thread in threads:
        best = max(thread.records, key=lambda key: ("-" in key or "/" in key, documents.get(key, 0), len(key), key))
        chosen.update(dict.fromkeys(thread.records, best))
    return chosen


def offices_over_time(seen: Iterable[tuple[Actor, When | None]]) -> tuple[Tenure, ...]:
    """The offices that documents give a person, the earliest first.

    Args:
        seen: the person in each document, under any of the person's ids, with the document's day of publication.
    """
    told: dict[tuple[str, ActorId | None], list[Held]] = {}
    for actor, published in seen:
        if actor.office.value is not None:
            held = held_by(actor, published)
            told.setdefault((held.role, held.state), []).append(held)
    tenures = (_tenure(sorted(held, key=_order)) for held in told.values())
    return tuple(sorted(tenures, key=lambda one: (one.first or date.max, one.role, one.state or "")))


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
