"""Times of day: `at 3 p.m. local time`, `20:28 GMT`, `noon`, with the zone of the clock that is named.

The day is the one that the sentence names beside the hour, else the last one named before. An hour of another zone may
fall on another day where the text was written; the reason then says on which.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from servanda.codebook import When
from servanda.lexicon.calendars import zone_of
from servanda.lexicon.presses import states_in
from servanda.reading.times.anchors import Anchor, Resolved, TimeRule
from servanda.reading.times.values import TimeKind
from servanda.reading.times.words import CALENDAR, time_rule

_NO_DAY = "an hour of no day that is named here"
_WORDS = {"noon": (12, 0), "midday": (12, 0), "midnight": (0, 0)}


@dataclass(frozen=True, slots=True)
class Clock:
    """The clock that an hour is read from.

    Attributes:
        name: as the words have it.
        zone: its zone; None where it is not known.
    """

    name: str
    zone: tzinfo | None


def _resolve(match: re.Match[str], anchor: Anchor) -> Resolved:
    hour = _hour(match.groupdict())
    if hour is None:
        return Resolved(None, "no such hour", "", TimeKind.CLOCK)
    clock = _clock(match, anchor)
    day, is_guess = anchor.named or anchor.day, anchor.named is None
    written = f"{day.isoformat() if day else 'XXXX-XX-XX'}T{hour:%H:%M}{_offset(day, hour, clock)}"
    if day is None:
        return Resolved(None, _NO_DAY, written, TimeKind.CLOCK)
    reason = (
        f"no other day is named than that of publication, {day}" if is_guess else _elsewhere(day, hour, clock, anchor)
    )
    return Resolved(When.day(day), reason, written, TimeKind.CLOCK)


def _hour(said: dict[str, str | None]) -> time | None:
    if word := said.get("word"):
        return time(*_WORDS[word.lower()])
    hour, minute = int(said.get("hour") or 0), int(said.get("minute") or 0)
    half = (said.get("half") or "").lower().replace(".", "")
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _clock(match: re.Match[str], anchor: Anchor) -> Clock | None:
    """By its abbreviation, by the place whose time it is, else the clock where the text was written."""
    name = (match.groupdict().get("zone") or "").strip()
    if name in CALENDAR.clocks:
        return Clock(name, _zone(CALENDAR.clocks[name]))
    behind = match.string[match.end() : match.end() + 40]
    states = states_in(name) or (states_in(behind) if re.match(r",?\sin\s", behind) else [])
    zone = zone_of(states[0]) if states else None
    if zone:
        return Clock(name, _zone(zone))
    return Clock("local time", _zone(anchor.home.zone)) if name.startswith("local") and anchor.home.zone else None


def _zone(written: str | None) -> tzinfo | None:
    if not written:
        return None
    if written[0] in "+-":
        hours, minutes = int(written[1:3]), int(written[4:6])
        shift = timedelta(hours=hours, minutes=minutes)
        return timezone(-shift if written[0] == "-" else shift)
    try:
        return ZoneInfo(written)
    except (ZoneInfoNotFoundError, ValueError):
        return None


def _offset(day: date | None, hour: time, clock: Clock | None) -> str:
    """The hours from Greenwich as ISO 8601 writes them; `Z` for none."""
    if clock is None or clock.zone is None:
        return ""
    shift = datetime.combine(day or date(2000, 1, 1), hour, clock.zone).utcoffset()
    if shift is None or (day is None and not isinstance(clock.zone, timezone)):
        return ""
    minutes = int(shift.total_seconds() // 60)
    if minutes == 0 and clock.name in ("UTC", "GMT", "Z"):
        return "Z"
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def _elsewhere(day: date, hour: time, clock: Clock | None, anchor: Anchor) -> str:
    here = _zone(anchor.home.zone)
    if clock is None or clock.zone is None or here is None:
        return "the day named with the hour"
    try:
        there = datetime.combine(day, hour, clock.zone).astimezone(here).date()
    except OverflowError:
        return "the day named with the hour"
    if there == day:
        return "the day named with the hour"
    return f"by the clock that is named; where the text was written it is {there}"


_PLACE_TIME = r"(?:[A-Z][\w.]+\s){1,3}(?:[Tt]ime)\b"
_ZONE = rf"(?:\s\(?(?P<zone>(?:{'|'.join(sorted(CALENDAR.clocks, key=len, reverse=True))})\b(?!\w)|local\stime|{_PLACE_TIME})\)?)?"
_NEEDED = _ZONE.removesuffix("?")
_HALF = r"(?P<half>[ap]\.?m\b\.?|[AP]\.?M\b\.?)"
_NOT_IN_NUMBER = r"(?<![\w$€£¥.,/:\-–])"

CLOCK_RULES: tuple[TimeRule, ...] = (
    time_rule(rf"{_NOT_IN_NUMBER}(?P<hour>\d\d?)(?:[:.](?P<minute>[0-5]\d)(?::\d\d)?)?\s?{_HALF}{_ZONE}", _resolve),
    time_rule(
        rf"{_NOT_IN_NUMBER}(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::\d\d)?(?!\d|:|\s?[ap]\.?m)(?:\s(?:hours|hrs?|h)\b)?{_ZONE}",
        _resolve,
    ),
    time_rule(rf"{_NOT_IN_NUMBER}(?P<hour>[01]\d|2[0-3])\.?(?P<minute>[0-5]\d)\s?(?:hours|hrs?|h)\b{_ZONE}", _resolve),
    time_rule(rf"{_NOT_IN_NUMBER}(?P<hour>[01]\d|2[0-3])\.?(?P<minute>[0-5]\d){_NEEDED}", _resolve),
    time_rule(rf"(?<=\b[Aa]t\s)(?P<word>noon|midday|midnight)\b{_ZONE}", _resolve),
)
