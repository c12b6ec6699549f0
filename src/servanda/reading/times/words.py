"""Patterns of the calendar's words, which the rules of days, months, years and weekdays are put together from."""

from __future__ import annotations

import re
from decimal import Decimal

from servanda.lexicon.calendars import load_calendar
from servanda.lexicon.numbers import number_pattern, parse_number
from servanda.reading.times.anchors import Resolver, TimeRule

CALENDAR = load_calendar()
_WEEKDAYS = "|".join(sorted(CALENDAR.weekdays, key=len, reverse=True))

_WHOLE = [month for month in CALENDAR.months if month in CALENDAR.whole]
_SHORT = sorted((month for month in CALENDAR.months if month not in CALENDAR.whole), key=len, reverse=True)

MONTH = rf"(?:(?:{'|'.join(_WHOLE)})\b|(?:{'|'.join(_SHORT)})\b(?:\.|(?!\.)))"
PLAIN_MONTH = rf"(?:{'|'.join(month for month in _WHOLE if month not in CALENDAR.ambiguous)})\b"
DAY_NUMBER = (
    r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|<sup>(?:st|nd|rd|th)</sup>)?(?![\d,]\d|\w|:\d|%|\s?(?:percent|per\scent))"
)
# 146 to 2099: a year before 1000 stands only where an era or a month makes it one.
YEAR = r"(?:1\d|20)\d\d(?![\d,]\d|\w|%)"
NEW_YEAR = r"(?:1[5-9]|20)\d\d(?![\d,]\d|\w|%)"
DASH = r"(?:\s?[-–—]\s?|\s(?:to|until|till|through|and)\s(?:the\s)?)"
WEEKDAY_HEAD = rf"(?:(?P<weekday>{_WEEKDAYS})\b\.?,?\s(?:the\s)?)?"
NOT_NUMBER = r"(?<![\w$€£¥.,/\-–])"
EDGE = (
    r"(?P<part>[Ee]arly|[Ll]ate|[Mm]id|(?:[Tt]he\s)?(?:[Vv]ery\s)?(?:[Ee]nd|[Cc]lose|[Bb]eginning|[Ss]tart|[Mm]iddle)\sof"
    r"|(?:[Tt]he\s)(?:early|late)\s(?:part|days|weeks|months|years)\sof)(?:\s|-)(?:in\s|the\smonth\sof\s)?"
)
OF_YEAR = rf"(?:,?\s(?:of\s)?(?P<year>{YEAR}))"
# What no number word begins with is passed over at once.
COUNT = rf"(?:\d{{1,4}}(?:\.\d)?(?![\d,.]\d)|(?![gi-kp-ru-yGI-KP-RU-Y\s])(?i:{number_pattern()})|[Aa]n?\b)"
UNITS = ("day", "week", "month", "year", "quarter", "decade", "century", "hour", "minute", "weekend", "fortnight")
# Last and next, this and that, in front of a unit or a season.
LAST, NEXT = ("last", "previous", "preceding", "past"), ("next", "coming", "following", "upcoming", "subsequent")

_NOT_AFTER = re.compile(rf"\b(?:{'|'.join(CALENDAR.not_after)})\s\Z")


def time_rule(pattern: str, resolve: Resolver) -> TimeRule:
    """A rule of times."""
    return TimeRule(re.compile(pattern), resolve)


def is_in_name(text: str, start: int) -> bool:
    """Whether the word before makes a name of what begins here: `Good Friday`, `Theresa May`."""
    # Only a capital can begin a name: "the Prime Minister two days ago" is a time.
    return text[start].isupper() and _NOT_AFTER.search(text, max(0, start - 12), start) is not None


def number_of(written: str) -> int:
    """The number in a day such as `30th`."""
    return int(re.sub(r"\D", "", written))


def month_of(written: str) -> int:
    """The number of a month in any spelling."""
    return CALENDAR.months[written.rstrip(".")]


def unit_named(written: str) -> str:
    """The unit that a word in the singular or plural names."""
    word = written.lower()
    return "century" if word == "centuries" else word if word in UNITS else word.removesuffix("s")


def amount_of(written: str) -> Decimal | None:
    """The number in digits or words; `a` and `an` are one, `two and a half` is 2.5."""
    word = " ".join(written.lower().split())
    if word in ("a", "an"):
        return Decimal(1)
    whole, half, _ = word.partition(" and a half")
    number = parse_number(whole)
    return number + Decimal("0.5") if half and number is not None else number


def count_of(written: str, farthest: int = 500) -> int | None:
    """The whole number in digits or words, or None where it is none or too large to count days by."""
    number = amount_of(written)
    return int(number) if number is not None and number == int(number) and number <= farthest else None
