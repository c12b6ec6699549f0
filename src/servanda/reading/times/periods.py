"""Weeks, months, years and decades beside the one of publication: `last year`, `early next month`, `the end of the year`.

A past unit is cut at publication, a future one is whole. In a text without a day of publication, or in a paragraph that
tells of years long past, "the end of the year" is that of the year told before.
"""

from __future__ import annotations

import re
from dataclasses import replace

from servanda.codebook import When
from servanda.reading.times.anchors import (
    DAY,
    Anchor,
    Resolved,
    TimeRule,
    clipped,
    counted,
    left_open,
    near_unit,
    no_day,
    part_of,
    settled,
    unit_of,
)
from servanda.reading.times.words import LAST, NEXT, time_rule

_ENDS = "the calendar ends before that"


def _resolve_unit(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`last week`, `this year`, `early next month`, `later this year`."""
    said = match.groupdict()
    unit, which = match["unit"].lower(), (said.get("which") or "").lower().removeprefix("the ")
    if not which and anchor.base is not None:
        return _of_told(unit, said.get("part"), anchor)
    if anchor.day is None and anchor.told is None:
        return no_day(unit)
    step = -1 if which in LAST else 1 if which in NEXT else 0
    base = anchor.day or (anchor.told.start if anchor.told else None)
    whole = near_unit(base, unit, step) if base else None
    if whole is None:
        return left_open(_ENDS)
    return _parted(whole, unit, said.get("part"), anchor)


def _parted(whole: When, unit: str, part: str | None, anchor: Anchor) -> Resolved:
    reason = counted(anchor) if anchor.day else f"counted from {anchor.told}, named before"
    resolved, word = settled(whole, unit, reason), (part or "").lower()
    day = anchor.day
    if word.startswith(("earlier", "later")):
        if day is None or not whole.start <= day < whole.end:
            return resolved
        when = When.between(whole.start, day) if word.startswith("earlier") else When(day, whole.end)
        return replace(resolved, when=when)
    return replace(resolved, when=part_of(whole, word)) if word else clipped(resolved, anchor)


def _of_told(unit: str, part: str | None, anchor: Anchor) -> Resolved:
    told = anchor.told
    if told is None:
        return no_day(unit)
    whole = unit_of(told.start, unit)
    word = (part or "").lower()
    when = whole if word.startswith(("earlier", "later")) else part_of(whole, word)
    return replace(settled(whole, unit, f"the {unit} of {told}, named before"), when=when)


def _resolve_weekend(match: re.Match[str], anchor: Anchor) -> Resolved:
    if anchor.day is None:
        return no_day("week")
    monday = unit_of(anchor.day, "week").start
    which = match["which"].lower()
    step = {"last": -7, "next": 7}.get(which, 0)
    if not step and not anchor.ahead and anchor.day.weekday() < 5:
        step = -7 if which in ("over the", "at the", "the") else 0
    when = When.between(monday + (step + 5) * DAY, monday + (step + 6) * DAY)
    return settled(when, "weekend", counted(anchor))


_UNIT = r"(?P<unit>week|month|year|decade|century)"
_EDGE = (
    r"(?P<part>[Ee]arlier(?:\sin)?|[Ll]ater(?:\sin)?|[Ee]arly|[Ll]ate|[Mm]id-?|(?:[Tt]he\s)?(?:very\s)?"
    r"(?:[Ee]nd|[Cc]lose|[Bb]eginning|[Ss]tart|[Mm]iddle)\sof)"
)

PERIOD_RULES: tuple[TimeRule, ...] = (
    time_rule(
        rf"\b(?:{_EDGE}\s?)?(?:in\s)?(?P<which>[Ll]ast|[Tt]his|[Nn]ext|the\snext|this\spast)\s{_UNIT}\b(?![’']s\s(?:time|worth))",
        _resolve_unit,
    ),
    time_rule(rf"\b[Tt]he\s(?P<which>current|coming|upcoming)\s{_UNIT}\b", _resolve_unit),
    time_rule(rf"\b{_EDGE}\s(?:in\s)?(?:the|this)\s(?:current\s)?{_UNIT}\b(?!\s(?:of|before|after))", _resolve_unit),
    time_rule(r"\b(?P<part>[Ee]nd)[\s-]of[\s-](?P<unit>year|month)\b", _resolve_unit),
    time_rule(r"\b(?:the\s)?(?P<unit>year|month)(?:[’']s\s|[\s-])(?P<part>end)\b", _resolve_unit),
    time_rule(r"\b(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Oo]ver\sthe|[Aa]t\sthe)\sweekend\b", _resolve_weekend),
)
