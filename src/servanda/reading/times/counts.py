"""Times counted by a number of units from publication: `two weeks ago`, `within 90 days`, `over the past decade`."""

from __future__ import annotations

import re

from servanda.codebook import When
from servanda.reading.times.anchors import (
    Anchor,
    Resolved,
    TimeRule,
    counted,
    left_open,
    near_unit,
    no_day,
    settled,
    shift,
)
from servanda.reading.times.values import FUTURE, TimeKind, length, written
from servanda.reading.times.words import COUNT, count_of, time_rule, unit_named

_UNIT = r"(?P<unit>days?|weeks?|months?|quarters?|years?|decades?)"
_UNSETTLED = "the number does not settle a day"


def _amount(match: re.Match[str]) -> tuple[int | None, str]:
    """The count and the unit; two decades are two of them, a fortnight is two weeks."""
    said = match.groupdict()
    return count_of(said["count"]) if said.get("count") else 1, unit_named(match["unit"])


def _length(match: re.Match[str]) -> str:
    count, unit = _amount(match)
    if unit == "decade" and count is not None:
        return length(str(count * 10), "year")
    return length(str(count) if count is not None else "X", unit)


def _resolve_ago(match: re.Match[str], anchor: Anchor) -> Resolved:
    count, unit = _amount(match)
    if anchor.day is None:
        return no_day(unit)
    if unit == "decade" and count is not None:
        count, unit = 10 * count, "year"
    when = near_unit(anchor.day, unit, -count) if count is not None else None
    return settled(when, unit, counted(anchor)) if when else left_open(_UNSETTLED, written(None, unit))


def _resolve_ahead(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`within 90 days`, `in the next six months`: from publication to the last day of it."""
    count, unit = _amount(match)
    value = _length(match)
    if anchor.day is None:
        return left_open(no_day().reason, value)
    last = shift(anchor.day, count, unit) if count is not None else None
    return Resolved(When.between(anchor.day, last), counted(anchor), value) if last else left_open(_UNSETTLED, value)


def _resolve_back(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`over the past two years`: up to publication."""
    count, unit = _amount(match)
    value = _length(match)
    if anchor.day is None:
        return left_open(no_day().reason, value)
    first = shift(anchor.day, -count, unit) if count is not None else None
    return Resolved(When.between(first, anchor.day), counted(anchor), value) if first else left_open(_UNSETTLED, value)


def _resolve_in(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`in three days` where the clause looks ahead; behind a past it is how long something took."""
    count, unit = _amount(match)
    if not anchor.ahead:
        return Resolved(None, "how long, not when", _length(match), TimeKind.LENGTH)
    if anchor.day is None:
        return no_day(unit)
    when = near_unit(anchor.day, unit, count) if count is not None else None
    return settled(when, unit, counted(anchor)) if when else left_open(_UNSETTLED, FUTURE)


_OVER = r"(?:(?:[Oo]ver|[Ii]n|[Dd]uring|[Ff]or|[Ww]ithin|[Tt]hroughout|[Ff]rom)\s)?"
_BACK = rf"{_OVER}[Tt]h(?:e|ese)\s(?:last|past|previous|preceding)"
_AHEAD = rf"{_OVER}[Tt]he\s(?:next|coming|following|upcoming)"
# Behind "of" or an event it counts from that, not from publication.
_FROM_THERE = r"(?!\s(?:of|from|after|following)\s(?:its|the|their|this|his|her|a|signature|signing|entry|receipt|receiving|notice|notification|adoption|ratification)\b)"

COUNT_RULES: tuple[TimeRule, ...] = (
    time_rule(
        rf"\b(?:(?:almost|nearly|about|some|over|just\sover|more\sthan|around)\s)?(?P<count>{COUNT})[\s-]{_UNIT}\sago\b",
        _resolve_ago,
    ),
    time_rule(
        rf"\b(?:[Ww]ithin|[Ii]n\sno\smore\sthan|[Nn]o\slater\sthan|[Ii]n\sless\sthan)\s(?P<count>{COUNT})[\s-](?:calendar\s|working\s|business\s)?{_UNIT}\b{_FROM_THERE}",
        _resolve_ahead,
    ),
    time_rule(rf"\b{_AHEAD}\s(?P<count>{COUNT})[\s-]{_UNIT}\b", _resolve_ahead),
    time_rule(
        r"\b(?:[Oo]ver|[Dd]uring|[Ff]or|[Ww]ithin)\sthe\s(?:next|coming|following)\s(?P<unit>day|week|month|year|decade)\b",
        _resolve_ahead,
    ),
    time_rule(rf"\b{_BACK}\s(?P<count>{COUNT})[\s-]{_UNIT}\b", _resolve_back),
    time_rule(rf"\b{_OVER}[Tt]he\s(?P<count>{COUNT})\s(?:previous|preceding|last|past)\s{_UNIT}\b", _resolve_back),
    time_rule(
        r"\b(?:(?:(?:[Oo]ver|[Dd]uring|[Ff]or|[Ii]n)\s)?[Tt]he\spast|(?:[Oo]ver|[Dd]uring|[Ff]or|[Ii]n)\sthe\slast)\s(?P<unit>week|month|year|decade)\b",
        _resolve_back,
    ),
    time_rule(rf"\b[Ii]n\s(?P<count>{COUNT})\s{_UNIT}(?:[’']\stime)?\b(?!\s(?:of|old))", _resolve_in),
)
