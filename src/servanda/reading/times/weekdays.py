"""Weekdays, and days counted from today or from a day just named.

A bare weekday is the latest one on or before publication, or the next where the clause looks ahead.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from servanda.codebook import When
from servanda.reading.times.anchors import DAY, NO_DAY, Anchor, Resolved, TimeRule, unit_of
from servanda.reading.times.words import CALENDAR, time_rule

_FULL = "|".join(word for word in CALENDAR.weekdays if word.endswith("day"))
_DAYS = {
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
    "yesterday": -1,
    "last night": -1,
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "earlier in the day": 0,
    "later in the day": 0,
    "earlier on the day": 0,
    "tomorrow": 1,
}
_PARTS = r"(?:\s(?:morning|afternoon|evening|night))?"


def _resolve_weekday(match: re.Match[str], anchor: Anchor) -> Resolved:
    if anchor.day is None:
        return NO_DAY
    said = match.groupdict()
    name = match["weekday"].capitalize()
    number = CALENDAR.weekdays[name]
    week = (said.get("week") or "").lower()
    if week:
        monday = unit_of(anchor.day, "week").start + {"last": -7, "next": 7}.get(week, 0) * DAY
        return When.day(monday + number * DAY), f"{name} of the week counted from publication on {anchor.day}"
    return _alone(anchor.day, name, number, (said.get("which") or "").lower(), ahead=anchor.ahead)


def _alone(day: date, name: str, number: int, which: str, *, ahead: bool) -> Resolved:
    back = timedelta(days=(day.weekday() - number) % 7)
    forth = timedelta(days=(number - day.weekday()) % 7)
    if which in ("next", "coming"):
        return When.day(day + (forth or 7 * DAY)), f"next {name} after publication on {day}"
    if which in ("last", "past"):
        return When.day(day - (back or 7 * DAY)), f"last {name} before publication on {day}"
    if ahead:
        return When.day(day + forth), f"next {name} on or after publication on {day}"
    return When.day(day - back), f"latest {name} on or before publication on {day}"


def _resolve_weekdays(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`from Tuesday to Thursday`."""
    if anchor.day is None:
        return NO_DAY
    last, reason = _alone(anchor.day, match["last"], CALENDAR.weekdays[match["last"]], "", ahead=anchor.ahead)
    if last is None:
        return None, reason
    first = last.start - timedelta(days=(CALENDAR.weekdays[match["last"]] - CALENDAR.weekdays[match["weekday"]]) % 7)
    return When.between(first, last.start), reason


def _resolve_today(match: re.Match[str], anchor: Anchor) -> Resolved:
    if anchor.day is None:
        return NO_DAY
    step = _DAYS[" ".join(match["day"].lower().split())]
    return When.day(anchor.day + step * DAY), f"counted from publication on {anchor.day}"


def _resolve_each(match: re.Match[str], anchor: Anchor) -> Resolved:
    del match, anchor
    return None, "it comes again and again"


_TODAY = "|".join(phrase.replace(" ", r"\s") for phrase in _DAYS)

WEEKDAY_RULES: tuple[TimeRule, ...] = (
    time_rule(
        rf"\b(?:[Ee]very|[Ee]ach)\s(?:{_FULL}|day|week|month|quarter|year|two\syears|other\syear)\b", _resolve_each
    ),
    time_rule(rf"(?<=\b[Bb]etween\s)(?P<weekday>{_FULL})\sand\s(?P<last>{_FULL})\b", _resolve_weekdays),
    time_rule(
        rf"\b(?P<weekday>{_FULL})(?:\sto\s|\sthrough\s|\suntil\s|\s?[-–]\s?)(?P<last>{_FULL})\b", _resolve_weekdays
    ),
    time_rule(rf"\b(?P<weekday>{_FULL}){_PARTS}(?:\s(?:of\s)?(?P<week>last|next|this)\sweek)\b", _resolve_weekday),
    time_rule(
        rf"\b(?:the\s)?(?P<which>[Ll]ast|[Nn]ext|[Tt]his|coming|past)\s(?P<weekday>{_FULL})\b{_PARTS}", _resolve_weekday
    ),
    time_rule(rf"\b(?P<weekday>{_FULL})\b{_PARTS}", _resolve_weekday),
    time_rule(
        rf"(?<!\bof\s)\b(?P<day>{_TODAY}|{'|'.join(p.capitalize().replace(' ', chr(92) + 's') for p in _DAYS)})\b{_PARTS}",
        _resolve_today,
    ),
)
