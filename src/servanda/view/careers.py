"""A person's offices as bands over time, with every time that the person is quoted.

A band rests on the lexicon's list of holders, which is knowledge from beforehand that no document of the ledger bears;
the titles that documents give the person stand beside it, each on the day of its document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from servanda.codebook import Actor, ActorId, RecordId, Statement, When
from servanda.lexicon.holders import load_holders, slug_of
from servanda.lexicon.name_spellings import holder_spelt
from servanda.resolve.actors import offices_over_time
from servanda.store import Found, Ledger, Query
from servanda.view.names import Names, day_in_words
from servanda.view.sources import Source, source_of
from servanda.view.spellings import newest_of_all, number_of_all

_MOST = 80
_BANDED = 500
"""Documents that give an office by which offices over time are told: what is older is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """An office over time, as the lexicon's list of holders has it.

    Attributes:
        office: the office and whose it is, in words.
        start: the first day, as an ISO date.
        end: the last day; empty where it has not come yet.
        days: the same in words.
    """

    office: str
    start: str
    end: str
    days: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """An office that documents give the person, from the first to the last of them.

    Attributes:
        office: the office, in the words of the first document.
        start: the first day of publication, as an ISO date; empty where none is known.
        end: the last one.
        days: the same in words.
        documents: how many documents give it.
        record: id of the record of the person in the first of them.
    """

    office: str
    start: str
    end: str
    days: str
    documents: int
    record: RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """An office that a document gives the person.

    Attributes:
        office: the office, in the document's words.
        record: id of the record of the person there.
        start: the first day on which the document can have been published, as an ISO date.
        day: the same in words.
        source: the document.
    """

    office: str
    record: RecordId
    start: str
    day: str
    source: Source


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
        tenures: the offices by the list of holders, the first one first.
        bands: the offices as documents give them over time, the first one first.
        titles: the offices that documents give the person, the newest first.
        utterances: when the person is quoted, the newest first.
        unread: how many older documents give an office that is not among the bands.
        quoted: how many statements the person makes; only the newest are shown.
        until: the last day of the chart, as an ISO date, for bands that have not ended.
    """

    tenures: tuple[Tenure, ...]
    bands: tuple[Band, ...]
    titles: tuple[Title, ...]
    utterances: tuple[Utterance, ...]
    unread: int
    quoted: int
    until: str


def career_of(ledger: Ledger, ids: Sequence[ActorId], found: Sequence[Found], names: Names) -> Career:
    """The offices and utterances of a person.

    Args:
        ledger: the ledger.
        ids: the person's ids.
        found: the newest records of the person as an actor of documents; offices over time are told by more of them.
        names: the names of actors.
    """
    asked = [Query(speaker=actor, limit=_MOST) for actor in ids]
    said = newest_of_all(ledger, "statements", asked, _MOST)
    told = sorted((one for found_one in said for one in _utterance(found_one)), key=lambda one: one.start, reverse=True)
    utterances = tuple(told[:_MOST])
    tenures = tuple(sorted((one for a in ids for one in _tenures(a, names)), key=lambda one: (one.start, one.office)))
    titles = tuple(title for one in found for title in _title(one))
    held = [Query(actor=actor, states="office") for actor in ids]
    offices = newest_of_all(ledger, "actors", held, _BANDED)
    days = [said.start for said in utterances] + [title.start for title in titles]
    days += [tenure.end or tenure.start for tenure in tenures]
    return Career(
        tenures=tenures,
        bands=tuple(_bands(offices)),
        unread=number_of_all(ledger, "actors", held) - len(offices) if len(offices) == _BANDED else 0,
        titles=titles,
        utterances=utterances,
        quoted=number_of_all(ledger, "statements", asked),
        until=max(days, default=""),
    )


def _bands(found: Iterable[Found]) -> Iterator[Band]:
    seen = ((one.record, one.document.published) for one in found if isinstance(one.record, Actor))
    for held in offices_over_time(seen):
        first, last = (When.day(day) if day else None for day in (held.first, held.last))
        days = [day_in_words(day) for day in (first, last) if day is not None]
        yield Band(
            office=held.words,
            start=held.first.isoformat() if held.first else "",
            end=held.last.isoformat() if held.last else "",
            days=" to ".join(dict.fromkeys(days)),
            documents=len(held.documents),
            record=held.records[0],
        )


def _tenures(actor: ActorId, names: Names) -> Iterable[Tenure]:
    known = holder_spelt(actor)
    for holder in load_holders():
        if slug_of(holder.name.split()) == known:
            end = holder.end.isoformat() if holder.end else ""
            begun = day_in_words(When.day(holder.start))
            yield Tenure(
                office=f"{holder.office}, {names.actor(holder.state)}",
                start=holder.start.isoformat(),
                end=end,
                days=f"{begun} to {day_in_words(When.day(holder.end))}" if holder.end else f"since {begun}",
            )


def _title(found: Found) -> Iterable[Title]:
    record, when = found.record, found.document.published
    if isinstance(record, Actor) and record.office.value and when is not None:
        yield Title(
            office=record.office.value,
            record=record.id,
            start=when.start.isoformat(),
            day=day_in_words(when),
            source=source_of(found.document),
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
