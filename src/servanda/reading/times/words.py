"""Patterns of the calendar's words, which the rules of days, months, years and weekdays are put together from."""

from __future__ import annotations

import re

from servanda.lexicon.calendars import load_calendar
from servanda.lexicon.numbers import number_pattern
from servanda.reading.times.anchors import Resolver, TimeRule

CALENDAR = load_calendar()
_WEEKDAYS = "|".join(sorted(CALENDAR.weekdays, key=len, reverse=True))

_WHOLE = [month for month in CALENDAR.months if month in CALENDAR.whole]
_SHORT = sorted((month for month in CALENDAR.months if month not in CALENDAR.whole), key=len, reverse=True)

MONTH = rf"(?:(?:{'|'.join(_WHOLE)})\b|(?:{'|'.join(_SHORT)})\b\.?)"
PLAIN_MONTH = rf"(?:{'|'.join(month for month in _WHOLE if month not in CALENDAR.ambiguous)})\b"
DAY_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d,]\d|\w|%|\s?(?:percent|per\scent))"
YEAR = r"(?:1[89]|20)\d\d(?![\d,]\d|\w|%)"
DASH = r"(?:\s?[-–—]\s?|\s(?:to|until|through|and)\s)"
WEEKDAY_HEAD = rf"(?:(?P<weekday>{_WEEKDAYS})\b\.?,?\s(?:the\s)?)?"
NOT_NUMBER = r"(?<![\w$€£¥.,/\-–])"
EDGE = r"(?P<part>[Ee]arly|[Ll]ate|[Mm]id|(?:[Tt]he\s)?(?:[Ee]nd|[Cc]lose|[Bb]eginning|[Ss]tart|[Mm]iddle)\sof)(?:\s|-)(?:in\s)?"
OF_YEAR = rf"(?:,?\s(?:of\s)?(?P<year>{YEAR}))"
COUNT = rf"(?:\d{{1,4}}(?![\d,.])|{number_pattern()}|an?\b)"

_NOT_AFTER = "".join(rf"(?<!\b{name}\s)" for name in CALENDAR.not_after)


def time_rule(pattern: str, resolve: Resolver) -> TimeRule:
    """A rule whose pattern never begins behind a word that makes the next one a name (`Good Friday`, `Theresa May`)."""
    # Only a capital can begin a name: "the Prime Minister two days ago" is a time.
    return TimeRule(re.compile(rf"(?:(?=[a-z\d])|{_NOT_AFTER}){pattern}"), resolve)


def number_of(written: str) -> int:
    """The number in a day such as `30th`."""
    return int(re.sub(r"\D", "", written))


def month_of(written: str) -> int:
    """The number of a month in any spelling."""
    return CALENDAR.months[written.rstrip(".")]
