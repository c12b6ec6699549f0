"""Quarters and halves of a year: `the second quarter of 2025`, `the first half of next year`, `Q3`, `last quarter`."""

from __future__ import annotations

import re
from datetime import date

from servanda.codebook import When
from servanda.lexicon.numbers import load_numbers
from servanda.reading.times.anchors import (
    Anchor,
    Resolved,
    TimeRule,
    clipped,
    counted,
    left_open,
    near_unit,
    no_day,
    settled,
)
from servanda.reading.times.tenses import Tense
from servanda.reading.times.words import YEAR, time_rule


def _resolve_part(match: re.Match[str], anchor: Anchor) -> Resolved:
    said = match.groupdict()
    ordinal = said["ordinal"].lower()
    months, unit = (6, "half") if said.get("half") else (3, "quarter")
    number = (
        12 // months
        if ordinal in ("last", "final")
        else int(ordinal)
        if ordinal.isdigit()
        else load_numbers().ordinals[ordinal]
    )
    if number * months > 12:
        return left_open("a year has no such part")
    if said["year"]:
        return clipped(settled(_months(int(said["year"]), number, months), unit), anchor)
    word = (said.get("which") or "").lower()
    if word in ("that", "the same") and anchor.told:
        return settled(
            _months(anchor.told.start.year, number, months), unit, f"counted from {anchor.told}, named before"
        )
    if anchor.day is None:
        if anchor.told is None:
            return no_day(unit)
        return settled(
            _months(anchor.told.start.year, number, months), unit, f"counted from {anchor.told}, named before"
        )
    step = {"last": -1, "previous": -1, "next": 1}.get(word, 0)
    when = _months(anchor.day.year + step, number, months)
    if not step and anchor.tense is Tense.PAST and when.start > anchor.day:
        when = _months(anchor.day.year - 1, number, months)
    return clipped(settled(when, unit, counted(anchor)), anchor)


def _months(year: int, number: int, length: int) -> When:
    return When(date(year, (number - 1) * length + 1, 1), When.month(year, number * length).end)


def _resolve_quarter(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`last quarter`, `the current quarter`."""
    if anchor.day is None:
        return no_day("quarter")
    step = {"last": -1, "previous": -1, "next": 1, "coming": 1}.get(match["which"].lower(), 0)
    when = near_unit(anchor.day, "quarter", step)
    return (
        clipped(settled(when, "quarter", counted(anchor)), anchor)
        if when
        else left_open("the calendar ends before that")
    )


_ORDINAL = r"(?P<ordinal>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|[Ff]inal)"
_OF = rf"[,\s]\s?(?:of\s|in\s)?(?:the\s)?(?:(?P<year>{YEAR})|(?P<which>last|next|this|previous|that|the\ssame|same)\syear|year\b)"

QUARTER_RULES: tuple[TimeRule, ...] = (
    time_rule(rf"\b(?:[Tt]he\s)?{_ORDINAL}[\s-](?:quarter|(?P<half>half)){_OF}", _resolve_part),
    time_rule(
        r"\b(?:[Tt]he\s)?(?P<ordinal>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]inal)[\s-]quarter\b(?!\sof\b)(?P<year>(?!))?",
        _resolve_part,
    ),
    # "The first half" alone may be one of anything but a year's, behind a preposition it is a year's.
    time_rule(
        r"(?:(?<=\b[Ii]n\s)|(?<=\b[Dd]uring\s)|(?<=\b[Bb]y\s)|(?<=\b[Ff]or\s))the\s(?P<ordinal>first|second)\s(?P<half>half)\b(?!\sof\b)(?P<year>(?!))?",
        _resolve_part,
    ),
    time_rule(rf"\b(?P<half>H)(?P<ordinal>[12])(?:\s(?:of\s)?(?P<year>{YEAR}))", _resolve_part),
    time_rule(rf"(?P<year>{YEAR})[’']s\s{_ORDINAL}[\s-](?:quarter|(?P<half>half))\b", _resolve_part),
    time_rule(rf"\bQ(?P<ordinal>[1-4])(?:\s(?:of\s)?(?P<year>{YEAR}))?\b", _resolve_part),
    time_rule(r"\b(?:the\s)?(?P<which>[Ll]ast|[Nn]ext|[Tt]his|current|coming|previous)\squarter\b", _resolve_quarter),
)
