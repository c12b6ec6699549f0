"""Calendar days, with or without their year, and ranges of them.

A day without a year is the latest such day on or before publication, or the next one where the clause looks ahead; in a
text that tells of years past it is the one nearest to the time told before.
"""

from __future__ import annotations

import re
from datetime import date

from servanda.codebook import Span, When
from servanda.reading.times.anchors import (
    Anchor,
    Resolved,
    TimeRule,
    left_open,
    no_day,
    pick,
    settled,
    unit_of,
    years_around,
)
from servanda.reading.times.values import part_of_day
from servanda.reading.times.words import (
    CALENDAR,
    DASH,
    DAY_NUMBER,
    MONTH,
    NOT_NUMBER,
    OF_YEAR,
    WEEKDAY_HEAD,
    YEAR,
    month_of,
    number_of,
    time_rule,
)

_NONE = "no such day in the calendar"
_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "eve": "EV", "dawn": "MO"}


def day_of(year: int, month: int, day: int) -> date | None:
    """The day of the calendar, or None where it has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _full_day(month: int, day: int, said: dict[str, str | None], anchor: Anchor) -> tuple[date | None, str]:
    if said["year"]:
        return day_of(int(said["year"]), month, day), ""
    days = [known for year in years_around(anchor) if (known := day_of(year, month, day))]
    if weekday := said.get("weekday"):
        days = [known for known in days if known.weekday() == CALENDAR.weekdays[weekday]] or days
    when, reason = pick([When.day(known) for known in days], anchor)
    return when.start if when else None, reason


def _resolve_day(match: re.Match[str], anchor: Anchor) -> Resolved:
    said = match.groupdict()
    month, number = month_of(match["month"]), number_of(match["day"])
    day, reason = _full_day(month, number, said, anchor)
    if day is None:
        return left_open(reason or _NONE, f"XXXX-{month:02d}-{number:02d}")
    if part := said.get("clock"):
        return Resolved(When.day(day), reason, part_of_day(day, _PARTS[part.lower()]))
    return settled(When.day(day), "day", reason)


def _resolve_week_of(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`the week of March 6`: the week that holds the day."""
    day = _resolve_day(match, anchor)
    return settled(unit_of(day.when.start, "week"), "week", day.reason) if day.when else day


def _resolve_days(match: re.Match[str], anchor: Anchor) -> Resolved:
    said = match.groupdict()
    month, last_month = month_of(match["month"]), month_of(said.get("last_month") or match["month"])
    last, reason = _full_day(last_month, number_of(match["last"]), said, anchor)
    if last is None:
        return left_open(reason or _NONE, f"XXXX-{last_month:02d}-{number_of(match['last']):02d}")
    first = day_of(last.year if month <= last_month else last.year - 1, month, number_of(match["day"]))
    if first is None or first > last:
        return left_open(_NONE if first is None else "the range runs backward")
    ends = ((_end(match, "day", "month"), first.isoformat()), (_end(match, "last", "last_month"), last.isoformat()))
    return Resolved(When.between(first, last), reason, f"{first.isoformat()}/{last.isoformat()}", ends=ends)


def _end(match: re.Match[str], day: str, month: str) -> Span:
    """Where one end of a range stands: the day, with its month and the year where they stand beside it."""
    start, end = match.span(day)
    if month in match.groupdict() and match[month]:
        at, to = match.span(month)
        if abs(at - end) <= 4 or abs(start - to) <= 1:
            start, end = min(start, at), max(end, to)
    if match["year"] and match.start("year") - end <= 5:
        end = match.end("year")
    return Span(start, end)


def _resolve_iso(match: re.Match[str], anchor: Anchor) -> Resolved:
    del anchor
    day = day_of(int(match["year"]), int(match["month"]), int(match["day"]))
    return settled(When.day(day), "day") if day else left_open(_NONE)


def _resolve_slashed(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`30/06/2025`: in the order that alone makes a date, else in that of the place where the text was written."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if year < 100:
        year += 2000 if year < 70 else 1900
    month_first, day_first = day_of(year, first, second), day_of(year, second, first)
    known = [day for day in (month_first, day_first) if day]
    if not known:
        return left_open(_NONE)
    if len(known) == 1 or known[0] == known[1]:
        return settled(When.day(known[0]), "day")
    if anchor.home.month_first is None:
        return left_open("day or month may stand first", f"{year:04d}")
    order, day = ("month", known[0]) if anchor.home.month_first else ("day", known[1])
    return settled(When.day(day), "day", f"{order} first, as it is written in {anchor.home.state}")


def _resolve_day_in_year(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`April 3 next year`, `7 May of that year`."""
    base, step = _year_of(match["which"], anchor)
    if base is None:
        return no_day()
    day = day_of(base + step, month_of(match["month"]), number_of(match["day"]))
    return (
        settled(When.day(day), "day", f"year counted from {_from(match['which'], anchor)}") if day else left_open(_NONE)
    )


def _year_of(which: str, anchor: Anchor) -> tuple[int | None, int]:
    word = which.lower().removeprefix("the ")
    if word in ("that", "same", "following", "previous"):
        told = anchor.told.start.year if anchor.told else anchor.day.year if anchor.day else None
        return told, {"following": 1, "previous": -1}.get(word, 0)
    return anchor.day.year if anchor.day else None, {"last": -1, "next": 1}.get(word, 0)


def _from(which: str, anchor: Anchor) -> str:
    told = which.lower().removeprefix("the ") in ("that", "same", "following", "previous") and anchor.told
    return f"{anchor.told}, named before" if told else f"publication on {anchor.day}"


def _resolve_bare_day(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`on the 15th`: the latest such day, or the next where the clause looks ahead; in the month told before in a story."""
    base = anchor.base or (When.day(anchor.day) if anchor.day else None)
    if base is None:
        return no_day()
    number, here = number_of(match["day"]), base.start.year * 12 + base.start.month - 1
    months = [divmod(here + step, 12) for step in (-1, 0, 1)]
    days = [When.day(known) for year, month in months if (known := day_of(year, month + 1, number))]
    when, reason = pick(days, anchor)
    return settled(when, "day", reason.replace("year", "month", 1)) if when else left_open(reason)


_FIRST = rf"(?P<day>{DAY_NUMBER})"
_LAST = rf"(?P<last>{DAY_NUMBER})"
_IN = rf"(?P<month>{MONTH})"
_IN_LAST = rf"(?P<last_month>{MONTH})"
_WHICH = r"(?P<which>(?:the\s)?(?:last|next|this|that|same|following|previous))"
# "the morning of 5 May", "the night of May 5"
_PART = r"(?:(?:(?:[Ee]arly|[Ll]ate)\s(?:in|on)\s)?(?:[Tt]he\s)?(?:early\s|late\s)?(?P<clock>morning|afternoon|evening|night|eve|dawn)(?:\shours)?\s(?:of|on)\s)?"

DATE_RULES: tuple[TimeRule, ...] = (
    time_rule(rf"{NOT_NUMBER}(?P<year>{YEAR})-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)", _resolve_iso),
    time_rule(rf"{NOT_NUMBER}(?P<first>\d\d?)[/.](?P<second>\d\d?)[/.](?P<year>{YEAR})", _resolve_slashed),
    time_rule(r"(?<![\w$€£¥.,/\-–])(?P<first>\d\d?)/(?P<second>\d\d?)/(?P<year>\d\d)(?![\w/])", _resolve_slashed),
    # 30 May to 2 June 2024 · May 30 to June 2, 2024
    time_rule(rf"{NOT_NUMBER}{_FIRST}\s{_IN}{DASH}{_LAST}\s{_IN_LAST}{OF_YEAR}?", _resolve_days),
    time_rule(rf"\b{_IN}\s{_FIRST}{DASH}{_IN_LAST}\s{_LAST}{OF_YEAR}?", _resolve_days),
    # 10 to 12 May 2024 · May 10-12, 2024
    time_rule(rf"{NOT_NUMBER}{_FIRST}{DASH}{_LAST}\s(?:of\s)?{_IN}{OF_YEAR}?", _resolve_days),
    time_rule(rf"\b{_IN}\s{_FIRST}{DASH}{_LAST}{OF_YEAR}?", _resolve_days),
    # April 3 next year · 3 April of last year
    time_rule(rf"\b{_IN}\s{_FIRST},?\s(?:of\s)?{_WHICH}\syear\b", _resolve_day_in_year),
    time_rule(rf"{NOT_NUMBER}{_FIRST}\s(?:of\s)?{_IN},?\s(?:of\s)?{_WHICH}\syear\b", _resolve_day_in_year),
    time_rule(
        r"(?<=\b[Oo]n\s)the\s(?P<day>\d\d?(?:st|nd|rd|th))(?=[,.;]|\sand\s|\sin\s|\sof\sthat\smonth|$)",
        _resolve_bare_day,
    ),
    # Monday, 30 June 2025 · the 30th of June · Monday, June 30, 2025 · Nov. 3
    time_rule(rf"{NOT_NUMBER}{_PART}{WEEKDAY_HEAD}{_FIRST}\s(?:of\s)?{_IN}{OF_YEAR}?", _resolve_day),
    time_rule(rf"\b{_PART}(?:[Ll]ast\s|[Tt]his\s)?{WEEKDAY_HEAD}{_IN}\s{_FIRST}{OF_YEAR}?", _resolve_day),
    # the week of March 6
    time_rule(rf"\b[Tt]he\s(?P<unit>week)\s(?:of|beginning|starting)\s{_IN}\s{_FIRST}{OF_YEAR}?", _resolve_week_of),
    time_rule(rf"\b[Tt]he\s(?P<unit>week)\s(?:of|beginning|starting)\s{_FIRST}\s{_IN}{OF_YEAR}?", _resolve_week_of),
)
