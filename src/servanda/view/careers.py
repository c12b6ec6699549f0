"""A person's offices as bands over time, with every time that the person is quoted.

A band rests on the lexicon's list of holders, which is knowledge from beforehand that no document of the ledger bears;
the titles that documents give the person stand beside it, each on the day of its document.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from servanda.codebook import Actor, ActorId, RecordId, Statement, When
from servanda.lexicon.holders import load_holders, slug_of
from servanda.store import Found, Ledger, Query
from servanda.view.names import Names, day_in_words
from servanda.view.sources import Source, source_of

_MOST = 80


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
        tenures: the offices, the first one first.
        titles: the offices that documents give the person, the newest first.
        utterances: when the person is quoted, the newest first.
        quoted: how many statements the person makes; only the newest are shown.
        until: the last day of the chart, as an ISO date, for bands that have not ended.
    """

    tenures: tuple[Tenure, ...]
    titles: tuple[Title, ...]
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
    tenures = tuple(sorted(_tenures(actor, names), key=lambda one: (one.start, one.office)))
    titles = tuple(title for one in found for title in _title(one))
    days = [said.start for said in utterances] + [title.start for title in titles]
    days += [tenure.end or tenure.start for tenure in tenures]
    return Career(
        tenures=tenures,
        titles=titles,
        utterances=utterances,
        quoted=ledger.count_records("statements", asked),
        until=max(days, default=""),
    )


def _tenures(actor: ActorId, names: Names) -> Iterable[Tenure]:
    for holder in load_holders():
        if slug_of(holder.name.split()) == actor:
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
