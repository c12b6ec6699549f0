"""Years and spans of years, of this era and before it.

Four digits are a year only behind or before words that make them one: after "Resolution", "Section" or a currency sign
they are not. A year before our era is written, but holds no days that the calendar could count.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from servanda.codebook import Span, When
from servanda.reading.times.anchors import Anchor, Resolved, TimeRule, clipped, left_open, part_of, settled
from servanda.reading.times.words import CALENDAR, EDGE, MONTH, NEW_YEAR, NOT_NUMBER, YEAR, month_of, time_rule


def _resolve_year(match: re.Match[str], anchor: Anchor) -> Resolved:
    whole = settled(When.year(int(match["year"])), "year")
    part = match.groupdict().get("part")
    if part and whole.when:
        return replace(whole, when=part_of(whole.when, part))
    return clipped(whole, anchor)


def _resolve_short(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`since ’82`: the last year that ends so."""
    last = anchor.day.year if anchor.day else 2000
    year = last - (last - int(match["short"])) % 100
    return Resolved(When.year(year), f"the last year that ends on {match['short']}", f"{year:04d}")


def _resolve_years(match: re.Match[str], anchor: Anchor) -> Resolved:
    first, last = match["year"], match["last"]
    end = int(first[: 4 - len(last)] + last)
    if end <= int(first):
        return left_open("the range runs backward")
    ends = ((Span(*match.span("year")), first), (Span(*match.span("last")), f"{end}"))
    whole = When(date(int(first), 1, 1), When.year(end).end)
    return clipped(Resolved(whole, "", f"{first}/{end}", ends=ends), anchor)


_BEFORE = "before the first year of the calendar"


def _resolve_before(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`480 BC`, `March 218 B.C.`, `264–241 BC`."""
    del anchor
    said = match.groupdict()
    value = f"BC{int(match['year']):04d}"
    if said.get("last"):
        ends = (
            (Span(*match.span("year")), value),
            (Span(match.start("last"), match.end()), f"BC{int(match['last']):04d}"),
        )
        return replace(left_open(_BEFORE, value), ends=ends)
    month = f"-{month_of(said['month']):02d}" if said.get("month") else ""
    season = f"-{CALENDAR.seasons[said['season'].lower()]}" if said.get("season") else ""
    return left_open(_BEFORE, f"{value}{month}{season}")


def _resolve_of_era(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`AD 476`, `1066 CE`."""
    del anchor
    return settled(When.year(int(match["year"])), "year") if int(match["year"]) else left_open(_BEFORE)


_BEFORE_YEAR = (
    "in|by|since|until|till|from|during|before|after|through|to|beyond|for|of|between|and|early|late|mid|around|circa"
    "|year|years|ending|as|throughout|into|about|c\\.|or|winter|summer|spring|autumn|fall"
)
_FORMS = (*_BEFORE_YEAR.split("|"), *(word.capitalize() for word in _BEFORE_YEAR.split("|")))
_LEADS = "".join(rf"|(?<=\b{word}\s)" for word in _FORMS)
_COUNTED = (
    r"(?!\s(?:(?:[a-z]+\s)?(?:troops|soldiers|people|men|women|personnel|jobs|tons|tonnes|miles|kilomet\w+|km|vehicles|companies"
    r"|students|barrels|units|aircraft|tanks|ships|guns|prisoners|casualties|civilians|refugees|workers|fighters|metres|meters"
    r"|feet|million|billion|hours|dead|wounded|killed|cars|planes|dollars))\b)"
)
_ERA = r"\s?(?:B\.?C\.?(?:E\b\.?)?)(?!\w)"
_SEASON = "|".join(CALENDAR.seasons)

ERA_RULES: tuple[TimeRule, ...] = (
    # 264–241 BC · in 480 BC · March 218 B.C. · summer of 479 BC
    time_rule(
        rf"{NOT_NUMBER}(?P<year>\d{{1,4}})(?:{_ERA})?(?:\s?[-–]\s?|\s(?:to|and|until)\s)(?P<last>\d{{1,4}}){_ERA}",
        _resolve_before,
    ),
    time_rule(
        rf"\b(?:(?:(?:[Tt]he\s)?(?:(?:early|late)\s)?(?P<season>{_SEASON})\s(?:of\s)?)|(?:(?:early|late)\s)?(?P<month>{MONTH}),?\s|(?:early|late)\s)?(?P<year>\d{{1,4}}){_ERA}",
        _resolve_before,
    ),
    time_rule(r"\b(?:AD|A\.D\.)\s(?P<year>\d{1,4})(?!\d)", _resolve_of_era),
    time_rule(rf"{NOT_NUMBER}(?P<year>\d{{1,4}})\s(?:AD|A\.D\.|CE)(?!\w)", _resolve_of_era),
)
YEAR_RULES: tuple[TimeRule, ...] = (
    time_rule(
        rf"{NOT_NUMBER}(?P<year>{NEW_YEAR})(?:\s?[-–/]\s?|\sto\s|\sthrough\s|\suntil\s)(?P<last>(?:1[5-9]|20)\d\d|\d\d)(?![\d\-–/])",
        _resolve_years,
    ),
    time_rule(rf"(?<=\b[Bb]etween\s)(?P<year>{YEAR})\sand\s(?P<last>(?:1\d|20)\d\d)\b", _resolve_years),
    time_rule(rf"\b{EDGE}(?P<year>{YEAR})(?!s)", _resolve_year),
    time_rule(rf"(?=[12])(?:(?<=\(){_LEADS})(?P<year>{NEW_YEAR}){_COUNTED}", _resolve_year),
    # A heading, or what opens one: "1936", "2003: Invasion".
    time_rule(rf"(?<![^\n])(?P<year>{NEW_YEAR})(?=\s*(?:[:,–—-]|\n|\Z))", _resolve_year),
    # post-1990
    time_rule(rf"(?=[12])(?:(?<=\b[Pp]ost-)|(?<=\b[Pp]re-))(?P<year>{NEW_YEAR})\b", _resolve_year),
    # APEC 2025: what meets every year.
    time_rule(rf"(?<=[A-Z][A-Z]\s)(?P<year>{NEW_YEAR})(?=[\s,.;:)]|$)(?!\s(?:[A-Z]|[a-z]+s\b))", _resolve_year),
    # since ’82
    time_rule(
        r"(?=[’'‘])(?:(?<=\b[Ii]n\s)|(?<=\b[Ss]ince\s)|(?<=\b[Oo]f\s)|(?<=\b[Ff]rom\s))[’'‘](?P<short>\d\d)(?!\w|[’'])",
        _resolve_short,
    ),
    # A year alone between commas, or closing a clause behind a comma.
    time_rule(rf"(?<=,\s)(?P<year>{NEW_YEAR})(?=[,;.)]\s|[,;.)]?$)", _resolve_year),
    # The adjective: "the 2018 summit", "its 2030 target".
    time_rule(
        rf"(?=[12])(?:(?<=\b[Tt]he\s)|(?<=\bits\s)|(?<=\btheir\s)|(?<=\bour\s)|(?<=\bhis\s)|(?<=\bher\s)|(?<=\ba\s)|(?<=[’']s\s))(?P<year>{NEW_YEAR})(?=\s[A-Za-z]){_COUNTED}",
        _resolve_year,
    ),
)
