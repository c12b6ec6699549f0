"""A person's offices as bands over time, with every time that the person is quoted.

A band rests on the documents that give the person an office, or on the lexicon's list of holders; which of the two is
said on each, since the list is knowledge from beforehand and no document of the ledger bears it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from servanda.codebook import Actor, ActorId, RecordId, Statement, When
from servanda.lexicon.holders import load_holders, slug_of
from servanda.store import Found, Ledger, Query
from servanda.view.names import Names, day_in_words
from servanda.view.sources import Source, source_of

_MOST = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """An office over time.

    Attributes:
        office: the office, in words.
        start: the first day, as an ISO date.
        end: the last day; empty where it has not come yet.
        days: the same in words.
        basis: `documents`, or `list of office holders`.
        record: id of a record that gives the person this office; empty for the list.
    """

    office: str
    start: str
    end: str
    days: str
    basis: str
    record: RecordId = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """A time that a person is quoted.

    Attributes:
        record: id of the statement.
        start: the day on which it was said, else on which it was reported, as an ISO date.
        day: the same in words.
        words: the words.
        source: the document.
    """

    record: RecordId
    start: str
    day: str
    words: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Career:
    """A person over time.

    Attributes:
        tenures: the offices, the first one first.
        utterances: when the person is quoted, the newest first.
        quoted: how many statements the person makes; only the newest are shown.
        until: the last day of the chart, as an ISO date, for bands that have not ended.
    """

    tenures: tuple[Tenure, ...]
    utterances: tuple[Utterance, ...]
    quoted: int
    until: str


def career_of(ledger: Ledger, actor: ActorId, found: Iterable[Found], names: Names) -> Career:
    """The offices and utterances of a person.

    Args:
        ledger: the ledger.
        actor: the person's id.
        found: records of the person as an actor of documents.
        names: the names of actors.
    """
    asked = Query(speaker=actor, limit=_MOST)
    said = ledger.find_records("statements", asked)
    utterances = tuple(one for found_one in said for one in _utterance(found_one))
    listed = tuple(_listed(actor, names))
    days = [one.start for one in utterances] + [one.end or one.start for one in listed]
    return Career(
        tenures=tuple(sorted((*listed, *_told(found)), key=lambda one: (one.start, one.office))),
        utterances=utterances,
        quoted=ledger.count_records("statements", asked),
        until=max(days, default=""),
    )


def _listed(actor: ActorId, names: Names) -> Iterable[Tenure]:
    for holder in load_holders():
        if slug_of(holder.name.split()) == actor:
            end = holder.end.isoformat() if holder.end else ""
            begun = day_in_words(When.day(holder.start))
            yield Tenure(
                office=f"{holder.office}, {names.actor(holder.state)}",
                start=holder.start.isoformat(),
                end=end,
                days=f"{begun} to {day_in_words(When.day(holder.end))}" if holder.end else f"since {begun}",
                basis="list of office holders",
            )


def _told(found: Iterable[Found]) -> Iterable[Tenure]:
    """Offices that documents give the person, from the first to the last of these documents."""
    days: defaultdict[str, list[tuple[When, Found]]] = defaultdict(list)
    called: dict[str, str] = {}
    for one in found:
        office = one.record.office.value if isinstance(one.record, Actor) else None
        if office and one.document.published:
            called.setdefault(office.casefold(), office)
            days[office.casefold()].append((one.document.published, one))
    for key, told in days.items():
        first, last = min(when.start for when, _ in told), max(when.last for when, _ in told)
        yield Tenure(
            office=called[key],
            start=first.isoformat(),
            end=last.isoformat(),
            days=day_in_words(When.between(first, last)),
            basis="documents",
            record=told[0][1].record.id,
        )


def _utterance(found: Found) -> Iterable[Utterance]:
    record = found.record
    when = (record.date.value if isinstance(record, Statement) else None) or found.document.published
    if when is not None:
        yield Utterance(
            record=record.id,
            start=when.start.isoformat(),
            day=day_in_words(when),
            words=" ".join(found.words.split()),
            source=source_of(found.document),
        )
