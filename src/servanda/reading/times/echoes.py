"""Times counted from a time that the text named before: `the following day`, `two years later`, `that month`, `the same day`.

A day counts from the last day named in the paragraph; a month or a year from the last time named in the text. Where none
is named they stay open.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from servanda.codebook import When
from servanda.reading.times.anchors import (
    Anchor,
    Resolved,
    TimeRule,
    clipped,
    left_open,
    near_unit,
    part_of,
    settled,
    unit_of,
)
from servanda.reading.times.values import TimeKind, part_of_day, written
from servanda.reading.times.words import COUNT, count_of, time_rule, unit_named

_FRESH = timedelta(days=10)
_NOT_NAMED = "the time that it counts from is not named here"
_BACK = ("earlier", "before", "previous", "preceding", "previously", "beforehand")
_LETTERS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "dawn": "MO", "midnight": "NI"}


def _start(unit: str, anchor: Anchor) -> date | None:
    """The day that a unit counts from."""
    if unit in ("day", "week"):
        return anchor.named
    return anchor.told.start if anchor.told else None


def _recent(anchor: Anchor) -> date | None:
    """The day that a report named last, in the paragraph before, where it is of the days before publication."""
    told = anchor.told
    if told is None or anchor.day is None or not told.is_day:
        return None
    return told.start if timedelta(0) < anchor.day - told.start <= _FRESH else None


def _known(unit: str, anchor: Anchor) -> str:
    named = (anchor.named or anchor.told) if unit in ("day", "week") else anchor.told
    return f"counted from {named}, named before"


def _resolve_step(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`two days earlier`, `three years later`, `the following day`, `the next month`."""
    said = match.groupdict()
    unit = unit_named(said.get("unit") or "day")
    count = count_of(said["count"]) if said.get("count") else 1
    start = _start(unit, anchor)
    if start is None and unit == "day" and not said.get("count"):
        start = _recent(anchor)
    if start is None or (unit not in ("day", "week") and not _reaches(anchor)):
        return left_open(_NOT_NAMED, written(None, unit))
    back = match["way"].lower() in _BACK
    there = near_unit(start, unit, -count if back else count) if count is not None else None
    if there is None:
        return left_open("the number does not settle a day", written(None, unit))
    if part := said.get("part"):
        return Resolved(there, _known(unit, anchor), part_of_day(there.start, _LETTERS[part]), TimeKind.CLOCK)
    return settled(there, unit, _known(unit, anchor))


def _reaches(anchor: Anchor) -> bool:
    """Whether the text tells a story, so that a month or a year named before is what the next one counts from."""
    return anchor.day is None or anchor.is_story or anchor.near


def _resolve_here(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`to end the day`, `for the entire year`: of the time named before in the paragraph, else of publication."""
    unit = match["unit"]
    told = anchor.named if unit == "day" else anchor.told.start if anchor.told and anchor.near else None
    base = told or anchor.day
    if base is None:
        return left_open(_NOT_NAMED, written(None, unit))
    reason = _known(unit, anchor) if told else f"the {unit} of publication on {anchor.day}"
    return clipped(settled(unit_of(base, unit), unit, reason), anchor)


def _resolve_same(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`that year`, `the same day`, `later that month`, `that night`."""
    unit = unit_named(match["unit"])
    start = anchor.named if unit in ("day", "week", *_LETTERS) else anchor.told.start if anchor.told else None
    if unit in _LETTERS:
        if start is None:
            return Resolved(None, _NOT_NAMED, part_of_day(None, _LETTERS[unit]), TimeKind.CLOCK)
        reason = _known("day", anchor)
        return Resolved(When.day(start), reason, part_of_day(start, _LETTERS[unit]), TimeKind.CLOCK)
    if start is None:
        return left_open(_NOT_NAMED, written(None, unit))
    whole = settled(unit_of(start, unit), unit, _known(unit, anchor))
    part = (match.groupdict().get("part") or "").lower()
    if not part or part.startswith(("earlier", "later")) or whole.when is None:
        return whole
    return replace(whole, when=part_of(whole.when, part))


_UNIT = r"(?P<unit>days?|weeks?|months?|years?|decades?)"
_ABOUT = r"(?:(?:almost|nearly|about|some|over|just\sover|more\sthan|around|only|just|less\sthan)\s)?"
_NOT_OWN = r"(?!\s(?:the|his|her|their|its|a|an|this|that|[A-Z]\w+|\w+ing)\b)"
_PART = r"(?P<part>[Ee]arlier(?:\sin)?|[Ll]ater(?:\sin|\son)?|[Ee]arly|[Ll]ate(?:\sin)?|(?:[Tt]he\s)?(?:[Ee]nd|[Bb]eginning|[Mm]iddle)\sof)\s"

_DAYTIME = r"(?P<unit>morning|afternoon|evening|night)"

ECHO_RULES: tuple[TimeRule, ...] = (
    time_rule(
        rf"\b{_ABOUT}(?P<count>{COUNT})\s{_UNIT}\s(?P<way>earlier|later|(?:before|after)(?!\s(?:he|she|they|it|we)\b)|afterwards?|previously|beforehand)\b{_NOT_OWN}",
        _resolve_step,
    ),
    time_rule(
        r"\b(?:[Ee]arly\s)?[Tt]he\s(?:very\s)?(?P<way>next|following|previous|preceding)\s(?:(?P<unit>day|week|month|quarter|year|decade)|(?P<part>morning|afternoon|evening|night|dawn))\b(?!\s(?:of|in\soffice))",
        _resolve_step,
    ),
    time_rule(
        r"\b[Tt]he\s(?P<unit>day|month|year|week)\s(?P<way>before|after|following|previous)(?=[.,;)]|\s(?:at|in|with|and|when)\b|$)",
        _resolve_step,
    ),
    time_rule(
        rf"\b(?:{_PART})?(?:of\s|in\s|on\s)?(?:[Tt]hat|(?:[Tt]he|[Tt]hat)\s(?:very\s)?same)\s(?P<unit>day|week|month|year|decade|morning|afternoon|evening|night)\b(?!\s(?:as|of)\b)",
        _resolve_same,
    ),
    time_rule(
        rf"(?=the\s)(?:(?<=\b[Ii]n\s)|(?<=\b[Dd]uring\s))the\s(?:early\s|late\s)?{_DAYTIME}\b(?!\s(?:of|on)\b)",
        _resolve_same,
    ),
    time_rule(
        r"(?=the\s)(?:(?<=\b[Ff]or\s)|(?<=\b[Oo]n\s)|(?<=\bend\s)|(?<=\bended\s)|(?<=\bending\s)|(?<=\bfinish\s)|(?<=\bfinished\s)|(?<=\bthroughout\s)|(?<=\b[Dd]uring\s))the\s(?:entire\s|whole\s|full\s)?(?P<unit>day|week|month|year)\b(?=[,.;)]|\s(?:at|in|with|on|and|to|as|by)\b|$)",
        _resolve_here,
    ),
    time_rule(r"\b[Tt]he\s(?:entire|whole|full)\s(?P<unit>day|week|month|year)\b(?!\sof\b)", _resolve_here),
    time_rule(
        r"(?<=\bof\s)the\s(?P<unit>week|month|year)\b(?=[,.;)]|\s(?:at|in|with|on|and|to|as|by)\b|$)", _resolve_here
    ),
    # The third day of such: it is the one that the text is of.
    time_rule(
        r"\b(?:(?:a|the)\s)?(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s(?:consecutive|straight|successive)\s(?P<unit>day|week|month|quarter|year)\b",
        _resolve_here,
    ),
    time_rule(
        r"\b(?:(?:a|the)\s)?(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s(?P<unit>day|week|month|quarter|year)(?=\s(?:in\sa\srow|running)\b)",
        _resolve_here,
    ),
    time_rule(
        r"(?=[dwmqy])(?:(?<=\bbest\s)|(?<=\bworst\s)|(?<=\bbusiest\s)|(?<=\bdeadliest\s))(?P<unit>day|week|month|quarter|year)(?=\s(?:since|in|ever|yet|for)\b)",
        _resolve_here,
    ),
    time_rule(r"(?<=\b[Aa]t\s)(?P<unit>night|dawn|midnight)\b(?!\s(?:of|on)\b)", _resolve_same),
)
