"""Occasions on the days of a year, each once, however many documents tell of it.

An occasion of which only a month or a year is known stands on no day: it is listed with the month or the year, so that
nothing seems to be known more exactly than the texts have it.
"""

from __future__ import annotations

import calendar
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from servanda.codebook import ActorId, Occasion, RecordId, When
from servanda.store import Ledger, Query
from servanda.view.names import Names, day_in_words, names_in
from servanda.view.occasions import Told, told_over_documents
from servanda.view.sources import Source, source_of

_MOST = 1500


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An occasion on the calendar.

    Attributes:
        id: id of the record.
        kind: the plain noun for it.
        status: held, planned, ongoing or hypothetical; empty where it is not stated.
        words: its name in the document.
        participants: names of those taking part.
        place: where; empty where not stated.
        when: when, in words.
        start: its first day, as an ISO date.
        end: its last day.
        source: the document.
        documents: how many documents tell of it.
    """

    id: RecordId
    kind: str
    status: str
    words: str
    participants: tuple[str, ...]
    place: str
    when: str
    start: str
    end: str
    source: Source
    documents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day of a month.

    Attributes:
        number: its number in the month; 0 for a place before the first or after the last.
        date: the day, as an ISO date.
        events: how many occasions of the list fall on it.
    """

    number: int
    date: str = ""
    events: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A month of the calendar.

    Attributes:
        name: its name.
        weeks: its weeks from Monday on.
        events: the occasions that begin in it, by day.
    """

    name: str
    weeks: tuple[tuple[Day, ...], ...]
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarPage:
    """The occasions of a year.

    Attributes:
        year: the year.
        years: every year with occasions, and how many records of occasions begin in it.
        actor: the actor that takes part; empty for all.
        actor_name: its name.
        records: how many records of occasions touch the year.
        shown: of how many of these, the newest, the page is made.
        total: how many occasions these are, as far as linking found which are one.
        months: its months.
        whole_year: occasions of which the texts say no more than the year, or that last over several months.
    """

    year: int
    years: tuple[tuple[int, int], ...]
    actor: ActorId
    actor_name: str
    records: int
    shown: int
    total: int
    months: tuple[Month, ...]
    whole_year: tuple[Event, ...]


def calendar_page(ledger: Ledger, year: int | None = None, actor: ActorId = "") -> CalendarPage:
    """The occasions of a year; where none is named, of the last one with any that has begun when the newest text is published."""
    names, years = names_in(ledger), ledger.find_years()
    shown = year or _current(ledger, [one for one, _ in years])
    asked = Query(during=When.year(shown), actor=actor or None, limit=_MOST)
    found = ledger.find_records("occasions", asked)
    told = told_over_documents(ledger, "occasions", found)
    events = sorted((_event(one, names) for one in told), key=lambda event: (event.start, event.end, event.id))
    sharp = [event for event in events if event.start[:7] == event.end[:7]]
    return CalendarPage(
        year=shown,
        years=years,
        actor=actor,
        actor_name=names.actor(actor) if actor else "",
        records=ledger.count_records("occasions", asked),
        shown=len(found),
        total=len(events),
        months=tuple(_month(shown, number, sharp) for number in range(1, 13)),
        whole_year=tuple(event for event in events if event.start[:7] != event.end[:7]),
    )


def _current(ledger: Ledger, years: list[int]) -> int:
    """What is planned, or misread, may lie far ahead."""
    newest = ledger.find_documents(Query(limit=1))
    last = newest[0].published.last.year if newest and newest[0].published else date.max.year
    return max((year for year in years if year <= last), default=max(years, default=date.min.year))


def _event(told: Told, names: Names) -> Event:
    found, record = told.best, told.best.record
    if not isinstance(record, Occasion) or record.date.value is None:
        raise TypeError(f"{record.id} is no dated occasion")
    when = record.date.value
    return Event(
        id=record.id,
        kind=str(record.kind.value or "").replace("-", " "),
        status=str(record.status.value or ""),
        words=" ".join(found.words.split()),
        participants=tuple(names.actor(actor) for actor in record.participants.value or ()),
        place=record.place.value or "",
        when=day_in_words(when),
        start=when.start.isoformat(),
        end=when.last.isoformat(),
        source=source_of(found.document),
        documents=told.documents,
    )


def _month(year: int, number: int, events: list[Event]) -> Month:
    inside = tuple(event for event in events if event.start.startswith(f"{year:04}-{number:02}"))
    often: defaultdict[str, int] = defaultdict(int)
    for event in inside:
        if event.start == event.end:
            often[event.start] += 1
    weeks = tuple(
        tuple(_day(year, number, day, often) for day in week)
        for week in calendar.Calendar().monthdayscalendar(year, number)
    )
    return Month(name=calendar.month_name[number], weeks=weeks, events=inside)


def _day(year: int, month: int, number: int, often: dict[str, int]) -> Day:
    if not number:
        return Day(number=0)
    written = f"{year:04}-{month:02}-{number:02}"
    return Day(number=number, date=written, events=often.get(written, 0))
