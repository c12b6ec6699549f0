"""Datelines: where, and sometimes when and by which agency, a report was filed.

`NAIROBI, March 3 (Xinhua) --`, `Manila/PNA:`, `OSLO —`, `Brasilia, 4 June 2024 (Agência Brasil) –`. A credit that is
no agency names the paper. The whole dateline is furniture: its place is where the report was filed, not who acts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from servanda.codebook import Span, Spans, When
from servanda.intake.dates import find_date, month_number, month_pattern
from servanda.intake.findings import Finding
from servanda.intake.lines import HEAD
from servanda.lexicon.agencies import agency_named
from servanda.lexicon.calendars import load_calendar

# Words in capitals before a colon that say what a text is, or who speaks, and no place.
_NO_PLACE = re.compile(
    r"\b(?:the|fact|sheet|statement|release|update|breaking|watch|analysis|exclusive|opinion|note|background|summary|readout"
    r"|remarks|transcript|joint|mr|mrs|ms|dr|president|minister|secretary|ambassador|general|moderator|question|answer|q|a"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|on|in|at|for|after|before|since"
    r"|subject|title|date|from|to|contact|media|press|news|explainer|editorial|interview|photo|video|live|more|also|by)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """A dateline.

    Attributes:
        span: the whole of it, separator included.
        place: where.
        credit: who, as written, without parentheses.
        day: month and day, where no year stands with them.
        dated: the day, where a year stands with it.
        is_bare: whether it is a place in capitals and nothing else.
    """

    span: Span
    place: Span | None
    credit: Span | None
    day: tuple[int, int] | None
    dated: When | None
    is_bare: bool


_PROSE = 120
_HEADING = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ’'., -]{2,60}:")
_WORD = r"[A-ZÀ-Þ][\w.’'-]*"
_PLACE = (
    rf"(?P<place>{_WORD}(?:[ /-](?:{_WORD}|de|la|el|al|es|d[oa]s?|of|and)){{0,4}}?(?:, {_WORD}(?: {_WORD}){{0,2}})??)"
)
_DASH = r"\s{0,3}(?P<dash>--+|[–—―]|-(?=\s)|:)"
_CREDIT = r"\((?P<credit>[^()\n]{2,40})\)"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """The forms of a dateline, fullest first; what follows is the report's first sentence."""
    month = rf"(?i:{month_pattern()})\.?"
    day = rf"(?:(?P<month>{month}) (?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}}) (?P<month2>{month}))"
    weekday = rf"(?:(?i:{'|'.join(sorted(load_calendar().weekdays, key=len, reverse=True))})\.?,? )?"
    date = rf",? \(?{weekday}{day}(?:,? (?:19|20)\d\d)?\)?"
    forms = (
        rf"{_PLACE}(?:{date})?,?\s{{0,2}}{_CREDIT}(?:{_DASH})?",
        rf"{_PLACE}/(?P<credit>[A-Z]\w{{1,12}}){_DASH}",
        rf"{_PLACE}{date},?{_DASH}",
        rf"{_PLACE}{_DASH}",
        rf"{_CREDIT}{_DASH}",
    )
    return tuple(re.compile(rf"{form}(?=\s|[“\"‘'])") for form in forms)


def find_dateline(text: str, lines: Spans) -> Dateline | None:
    """The dateline before the report's first sentence, or None."""
    for line in lines[:HEAD]:
        found = _read(text, line)
        if found and not (found.is_bare and _has_headings(text, lines, line)):
            return found
        if len(line) > _PROSE and text[line.end - 1] in '.”"’':
            return None
    return None


def _has_headings(text: str, lines: Spans, dateline: Span) -> bool:
    """Whether other lines begin with capitals and a colon too, as sections and speakers do."""
    return any(_HEADING.match(text, line.start, line.end) for line in lines if line != dateline)


def dateline_findings(text: str, dateline: Dateline) -> Iterator[Finding]:
    """What a dateline says about its document."""
    yield Finding("furniture", "dateline", dateline.span)
    if dateline.place:
        yield Finding("dateline", dateline.place.of(text), dateline.place)
    if dateline.dated:
        yield Finding("published", dateline.dated, dateline.span)
    if dateline.credit:
        names = dateline.credit.of(text)
        agency = next(filter(None, map(agency_named, (names, *re.split(r"[/,]", names)))), None)
        yield Finding("agency" if agency else "outlet", agency or names, dateline.credit)


def _read(text: str, line: Span) -> Dateline | None:
    end = min(line.end, line.start + 200)
    tried = (pattern.match(text, line.start, end) for pattern in _patterns())
    found = next((match for match in tried if match and _is_dateline(match.groupdict())), None)
    # A report's first sentence follows; a dateline alone on its line is none that a reader could tell from a list.
    if found is None or line.end - found.end() < 20:
        return None
    parts = found.groupdict()
    dated = find_date(text, *found.span())
    return Dateline(
        span=Span(*found.span()),
        place=Span(*found.span("place")) if parts.get("place") else None,
        credit=Span(*found.span("credit")) if parts.get("credit") else None,
        day=None if dated else _month_and_day(parts),
        dated=dated.when if dated else None,
        is_bare=not (parts.get("credit") or parts.get("day") or parts.get("day2")),
    )


def _is_dateline(parts: dict[str, str | None]) -> bool:
    """Whether enough stands there: a known agency, a date, or a place in capitals before a dash or colon."""
    place, credit = parts.get("place"), parts.get("credit")
    dated = bool(parts.get("month") or parts.get("month2"))
    if place and _NO_PLACE.search(place):
        return False
    if credit:
        return (dated and place is not None) or agency_named(credit.split("/")[0]) is not None
    # One hyphen or a colon after a name is common in prose and transcripts; a dash after a place in capitals is not.
    capitals = place is not None and place.isupper() and len(place) > 2 and place.partition(",")[0].count(" ") < 3
    return dated or (capitals and parts.get("dash") != "-")


def _month_and_day(parts: dict[str, str | None]) -> tuple[int, int] | None:
    month, day = parts.get("month") or parts.get("month2"), parts.get("day") or parts.get("day2")
    number = month_number(month) if month else None
    return (number, int(day)) if number and day and 1 <= int(day) <= 31 else None
