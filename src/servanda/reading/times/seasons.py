"""Seasons: `the summer of 1944`, `last winter`, `this spring`.

They fall differently on the two halves of the earth, so the days stay open unless the place where the text was written,
or a state that the sentence names before, says which half is meant. Winter belongs to the year in which it begins in the
north and to the one that holds all of it in the south; three whole months each, our convention.
"""

from __future__ import annotations

import re
from datetime import date

from servanda.codebook import When
from servanda.lexicon.calendars import half_of
from servanda.lexicon.presses import states_in
from servanda.reading.times.anchors import Anchor, Resolved, TimeRule, left_open
from servanda.reading.times.tenses import Tense
from servanda.reading.times.words import CALENDAR, YEAR, time_rule

_OPEN = "seasons fall differently on the two halves of the earth, and no place says which is meant"
_FIRST = {"north": {"SP": 3, "SU": 6, "FA": 9, "WI": 12}, "south": {"SP": 9, "SU": 12, "FA": 3, "WI": 6}}


def _resolve(match: re.Match[str], anchor: Anchor) -> Resolved:
    said = match.groupdict()
    letter = CALENDAR.seasons[match["season"].lower()]
    half, how = _half(match, anchor)
    year, reason = _year(said, letter, half or "north", anchor)
    if year is None:
        return left_open(reason, f"XXXX-{letter}")
    value = f"{year:04d}-{letter}"
    if half is None:
        return left_open(_OPEN, value)
    return Resolved(_months(year, letter, half), f"{reason}{'; ' if reason else ''}{how}", value)


def _months(year: int, letter: str, half: str) -> When:
    first = _FIRST[half][letter]
    start = date(year, first, 1)
    return When(start, date(year + (first + 3) // 13, (first + 2) % 12 + 1, 1))


def _half(match: re.Match[str], anchor: Anchor) -> tuple[str | None, str]:
    before = re.split(r"[.;!?]\s|\n", match.string[max(0, match.start() - 160) : match.start()])[-1]
    halves = {half for state in states_in(before) if (half := half_of(state))}
    if len(halves) == 1:
        return halves.pop(), "three months of the half of the earth that the sentence speaks of"
    half = half_of(anchor.home.state) if anchor.home.state and not halves else None
    return half, f"three months as they fall in {anchor.home.state}"


def _year(said: dict[str, str | None], letter: str, half: str, anchor: Anchor) -> tuple[int | None, str]:
    which = (said.get("which") or "").lower().removeprefix("the ")
    if said.get("year"):
        return int(said["year"] or 0), ""
    if which in ("that", "same", "following", "previous") or anchor.base is not None or anchor.day is None:
        if anchor.told is None:
            return None, "the year is not known"
        return anchor.told.start.year + (
            1 if which in ("next", "following") else -1 if which in ("last", "previous") else 0
        ), f"counted from {anchor.told}, named before"
    if said.get("of"):
        return anchor.day.year + {"last": -1, "next": 1}.get(
            (said["of"] or "").lower(), 0
        ), f"counted from publication on {anchor.day}"
    here, before = _months(anchor.day.year, letter, half), _months(anchor.day.year - 1, letter, half)
    if which in ("this", "the", "") and before.end > anchor.day:
        here = before  # in January, "this winter" began the year before
    return here.start.year + _step(which, here, anchor, anchor.day), f"year worked out from publication on {anchor.day}"


def _step(which: str, here: When, anchor: Anchor, day: date) -> int:
    if which == "last":
        return 0 if here.end <= day else -1
    if which in ("next", "coming"):
        return 0 if here.start > day else 1
    if which == "this":
        return 0
    if anchor.tense is Tense.PAST:
        return 0 if here.start <= day else -1
    return 0 if here.end > day or not anchor.ahead else 1


_SEASON = rf"(?P<season>{'|'.join(CALENDAR.seasons)}|{'|'.join(word.capitalize() for word in CALENDAR.seasons)})"
_EDGE = r"(?:(?:[Tt]he\s)?(?:[Ee]arly|[Ll]ate|[Mm]id|[Mm]iddle|[Ee]nd|[Bb]eginning|[Ss]tart)[\s-](?:of\s)?|[Ll]ater\sin\s|[Ee]arlier\sin\s)?"
_WHICH = r"(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Tt]hat|[Tt]he\s(?:coming|following|previous|same|next)|[Tt]he)"

SEASON_RULES: tuple[TimeRule, ...] = (
    time_rule(
        rf"\b{_EDGE}(?:[Tt]he\s)?(?:early\s|late\s)?{_SEASON}(?:\s(?:of|in)\s|,?\s)(?P<year>{YEAR})(?!\s(?:troops|people))",
        _resolve,
    ),
    time_rule(rf"\b{_EDGE}(?:[Tt]he\s)?{_SEASON}\sof\s(?P<of>last|next|this)\syear\b", _resolve),
    time_rule(
        rf"\b{_EDGE}{_WHICH}\s(?:early\s|late\s)?{_SEASON}\b(?!\s(?:of|in)\s\w+\b(?<!year))(?!\s?(?:offensive|line|campaign))",
        _resolve,
    ),
    time_rule(
        rf"(?:(?<=\b[Ii]n\s)|(?<=\b[Bb]y\s)|(?<=\b[Ss]ince\s)|(?<=\b[Uu]ntil\s)|(?<=\b[Dd]uring\s)|(?<=\b[Oo]f\s)){_EDGE}{_SEASON}\b(?!\s(?:of|semester|term|session|break|water|sports|games|olympics)\b)",
        _resolve,
    ),
)
