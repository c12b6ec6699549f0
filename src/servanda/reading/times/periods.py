"""Weeks, months, years and decades counted from publication: `last year`, `within 90 days`, `two weeks ago`.

A past unit is cut at publication, a future one is whole. "A day earlier" counts from a day named before it, which
`times.py` supplies; phrases that name no number stay open.
"""

from __future__ import annotations

import re

from servanda.codebook import When
from servanda.lexicon.numbers import parse_number
from servanda.reading.times.anchors import (
    DAY,
    NO_DAY,
    Anchor,
    Resolved,
    TimeRule,
    cut,
    near_unit,
    part_of,
    shift,
    unit_of,
)
from servanda.reading.times.words import CALENDAR, COUNT, MONTH, YEAR, month_of, time_rule

_UNIT = r"(?P<unit>day|week|month|quarter|year|decade)s?"
_FARTHEST = 500


def _count(match: re.Match[str]) -> int | None:
    number = parse_number(match["count"].lower())
    return int(number) if number is not None and number == int(number) and number <= _FARTHEST else None


def _reason(anchor: Anchor) -> str:
    return f"counted from publication on {anchor.day}"


def _resolve_unit(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`last week`, `this year`, `early next month`, `the end of the year`."""
    if anchor.day is None:
        return NO_DAY
    said = match.groupdict()
    unit, which = match["unit"].lower(), (said.get("which") or "this").lower()
    step = {"last": -1, "previous": -1, "next": 1, "coming": 1}.get(which, 0)
    whole = near_unit(anchor.day, unit, step)
    part = (said.get("part") or "").lower()
    if whole is None:
        return None, "the calendar ends before that"
    if part in ("earlier", "later") and not whole.start <= anchor.day < whole.end:
        return whole, _reason(anchor)
    if part == "earlier":
        return When.between(whole.start, anchor.day), _reason(anchor)
    if part == "later":
        return When(anchor.day, whole.end), _reason(anchor)
    return part_of(whole, part) if part else cut(whole, anchor), _reason(anchor)


def _resolve_weekend(match: re.Match[str], anchor: Anchor) -> Resolved:
    if anchor.day is None:
        return NO_DAY
    monday = unit_of(anchor.day, "week").start
    which = match["which"].lower()
    step = {"last": -7, "next": 7}.get(which, 0)
    if not step and not anchor.ahead and anchor.day.weekday() < 5:
        step = -7 if which in ("over the", "at the", "the") else 0
    return When.between(monday + (step + 5) * DAY, monday + (step + 6) * DAY), _reason(anchor)


def _resolve_ago(match: re.Match[str], anchor: Anchor) -> Resolved:
    count = _count(match)
    if anchor.day is None:
        return NO_DAY
    when = near_unit(anchor.day, match["unit"], -count) if count is not None else None
    return when, _reason(anchor) if when else "the number does not settle a day"


def _resolve_ahead(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`within 90 days`, `in the next six months`: from publication to the last day of it."""
    if anchor.day is None:
        return NO_DAY
    count = _count(match) if match.groupdict().get("count") else 1
    last = shift(anchor.day, count, match["unit"]) if count is not None else None
    return (When.between(anchor.day, last), _reason(anchor)) if last else (None, "the number does not settle a day")


def _resolve_back(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`over the past two years`: up to publication."""
    if anchor.day is None:
        return NO_DAY
    count = _count(match) if match.groupdict().get("count") else 1
    first = shift(anchor.day, -count, match["unit"]) if count is not None else None
    return (When.between(first, anchor.day), _reason(anchor)) if first else (None, "the number does not settle a day")


def _resolve_in(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`in three days` where the clause looks ahead; behind a past it is how long something took."""
    if not anchor.ahead:
        return None, "how long, not when"
    count = _count(match)
    if anchor.day is None:
        return NO_DAY
    when = near_unit(anchor.day, match["unit"], count) if count is not None else None
    return when, _reason(anchor) if when else "the number does not settle a day"


def _resolve_from_named(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`two days earlier`, `the following day`: counted from the last day named before."""
    if anchor.named is None:
        return None, "the day that it counts from is not named here"
    said = match.groupdict()
    count = _count(match) if said.get("count") else 1
    back = match["way"].lower() in ("earlier", "before", "previous", "preceding")
    there = shift(anchor.named, -count if back else count, said.get("unit") or "day") if count is not None else None
    return (
        (When.day(there), f"counted from {anchor.named}, named before")
        if there
        else (None, "the number does not settle a day")
    )


def _resolve_vague(match: re.Match[str], anchor: Anchor) -> Resolved:
    del match, anchor
    return None, "the words name no date"


def _resolve_edge_week(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`the last week of February`: its last or first seven days."""
    if anchor.day is None:
        return NO_DAY
    month = month_of(match["month"])
    years = [int(match["year"])] if match["year"] else [anchor.day.year - 1, anchor.day.year, anchor.day.year + 1]
    wholes = [When.month(year, month) for year in years]
    fit = [
        whole for whole in wholes if (whole.end > anchor.day if anchor.ahead else whole.start <= anchor.day)
    ] or wholes
    whole = fit[0] if anchor.ahead else fit[-1]
    week = When(whole.end - 7 * DAY, whole.end) if match["edge"] == "last" else When(whole.start, whole.start + 7 * DAY)
    return week, f"counted from publication on {anchor.day}"


_VAGUE = "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in sorted(CALENDAR.vague, key=len, reverse=True))
_SEASONS = "|".join(CALENDAR.seasons)
_SPAN = r"(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Tt]he\scurrent|[Tt]he\sprevious|[Tt]he\scoming)"
_EDGE = r"(?P<part>[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate|(?:[Tt]he\s)?(?:[Ee]nd|[Cc]lose|[Bb]eginning|[Ss]tart|[Mm]iddle)\sof)"
_BACK = r"(?:(?:[Oo]ver|[Ii]n|[Dd]uring|[Ff]or|[Ww]ithin|[Tt]hroughout)\s)?the\s(?:last|past|previous|preceding)"
_AHEAD = r"(?:(?:[Oo]ver|[Ii]n|[Dd]uring|[Ff]or|[Ww]ithin|[Tt]hroughout)\s)?the\s(?:next|coming|following)"

PERIOD_RULES: tuple[TimeRule, ...] = (
    time_rule(
        rf"\b(?:{_EDGE}\s)?(?:in\s)?(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\s(?P<unit>week|month|year|decade)\b",
        _resolve_unit,
    ),
    time_rule(r"\b[Tt]he\s(?P<which>current|coming|previous)\s(?P<unit>week|month|year|decade)\b", _resolve_unit),
    time_rule(
        rf"\b{_EDGE}\s(?:in\s)?(?:the|this)\s(?:current\s)?(?P<unit>week|month|year|decade)\b(?!\s(?:of|before|after))",
        _resolve_unit,
    ),
    time_rule(r"\b(?P<part>[Ee]nd)[\s-]of[\s-](?P<unit>year|month)\b", _resolve_unit),
    time_rule(r"\b(?:the\s)?(?P<unit>year|month)(?:[’']s\s|[\s-])(?P<part>end)\b", _resolve_unit),
    time_rule(r"\b(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Oo]ver\sthe|[Aa]t\sthe)\sweekend\b", _resolve_weekend),
    time_rule(rf"\b(?P<count>{COUNT})[\s-]{_UNIT}\sago\b", _resolve_ago),
    time_rule(
        rf"\b(?:[Ww]ithin|[Ii]n\sno\smore\sthan|[Nn]o\slater\sthan|[Ii]n\sless\sthan)\s(?P<count>{COUNT})[\s-](?:calendar\s|working\s)?{_UNIT}\b",
        _resolve_ahead,
    ),
    time_rule(rf"\b{_AHEAD}\s(?P<count>{COUNT})[\s-]{_UNIT}\b", _resolve_ahead),
    time_rule(
        r"\b(?:[Oo]ver|[Dd]uring|[Ff]or|[Ww]ithin)\sthe\s(?:next|coming|following)\s(?P<unit>day|week|month|year|decade)\b",
        _resolve_ahead,
    ),
    time_rule(rf"\b{_BACK}\s(?P<count>{COUNT})[\s-]{_UNIT}\b", _resolve_back),
    time_rule(
        r"\b(?:(?:(?:[Oo]ver|[Dd]uring|[Ff]or|[Ii]n)\s)?[Tt]he\spast|(?:[Oo]ver|[Dd]uring|[Ff]or|[Ii]n)\sthe\slast)\s(?P<unit>week|month|year|decade)\b",
        _resolve_back,
    ),
    time_rule(rf"\b[Ii]n\s(?P<count>{COUNT})\s{_UNIT}(?:[’']\stime)?\b(?!\s(?:of|old))", _resolve_in),
    time_rule(
        rf"\b(?P<count>{COUNT})\s(?P<unit>day|week)s?\s(?P<way>earlier|later|before|after)\b(?!\s(?:the|his|her|their|its)\b)",
        _resolve_from_named,
    ),
    time_rule(r"\b[Tt]he\s(?P<way>next|following|previous|preceding)\s(?P<unit>day)\b", _resolve_from_named),
    time_rule(r"\b[Tt]he\s(?P<unit>day)\s(?P<way>before|after)(?=[.,;]|$)", _resolve_from_named),
    time_rule(
        rf"\b(?:[Ii]n\s|[Dd]uring\s)?the\s(?P<edge>first|last)\sweek\sof\s(?P<month>{MONTH})(?:\s(?P<year>{YEAR}))?",
        _resolve_edge_week,
    ),
    time_rule(
        r"\b(?:[Aa]\sfew|[Ss]everal|[Ss]ome|[Mm]any|[Hh]alf\sa|[Mm]ore\sthan\sa)\s(?:days?|weeks?|months?|years?|decades?)\s(?:ago|earlier|later)\b",
        _resolve_vague,
    ),
    time_rule(r"\b(?:[Tt]he\sfollowing|[Tt]he\ssame)\s(?:day|week|month|year)\b(?!\sas\b)", _resolve_vague),
    time_rule(rf"\b(?i:{_VAGUE})\b", _resolve_vague),
    time_rule(
        rf"\b(?:[Ll]ast|[Tt]his|[Nn]ext|[Tt]he|[Ii]n)\s(?:coming\s|late\s|early\s|the\s)?(?:{_SEASONS})(?:\s(?:of\s)?(?:20)\d\d|\sof\s(?:last|next|this)\syear)?\b(?!\sof\b)",
        _resolve_vague,
    ),
    time_rule(r"\b(?:[Rr]ecent|[Ii]n\srecent)\s(?:days|weeks|months|years|decades)\b", _resolve_vague),
)
