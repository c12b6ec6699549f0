"""Weekdays, alone, in a week, or in a range of them.

A bare weekday is the latest one on or before publication, or the next where the clause looks ahead; in a text without a
day of publication it is the first one on or behind the day told before.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from servanda.codebook import Span, When
from servanda.reading.times.anchors import DAY, Anchor, Resolved, TimeRule, left_open, no_day, settled, unit_of
from servanda.reading.times.tenses import Tense
from servanda.reading.times.values import TimeKind, part_of_day
from servanda.reading.times.words import CALENDAR, time_rule

_FULL = "|".join(word for word in CALENDAR.weekdays if word.endswith("day"))
_PARTS = r"(?:\s(?P<part>morning|afternoon|evening|night)\b)?"
_LETTERS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}


def _told(resolved: Resolved, said: dict[str, str | None]) -> Resolved:
    """The same with the part of the day where one is named."""
    part = said.get("part")
    if not part:
        return resolved
    day = resolved.when.start if resolved.when else None
    return Resolved(resolved.when, resolved.reason, part_of_day(day, _LETTERS[part.lower()]), TimeKind.CLOCK)


def _resolve_weekday(match: re.Match[str], anchor: Anchor) -> Resolved:
    said = match.groupdict()
    name = match["weekday"].capitalize()
    number = CALENDAR.weekdays[name]
    if anchor.day is None:
        return _told(_after_told(name, number, anchor), said)
    week = (said.get("week") or "").lower()
    if week:
        monday = unit_of(anchor.day, "week").start + {"last": -7, "next": 7}.get(week, 0) * DAY
        reason = f"{name} of the week counted from publication on {anchor.day}"
        return _told(settled(When.day(monday + number * DAY), "day", reason), said)
    which = (said.get("which") or "").lower()
    return _told(_alone(anchor.day, name, number, which, ahead=_is_ahead(match, anchor)), said)


# "Postponed until Tuesday": a past verb, and a day to come.
_PUT_OFF = re.compile(
    r"\b(?:postponed|extended|adjourned|delayed|deadline|has|have|gave|given|put\soff|pushed\sback)\b[^.;]*\Z"
)


_LIMIT = re.compile(
    r"\b(?:by|until|till|no\slater\sthan)\s(?:\d[\d:]*\s(?:[ap]\.?m\.?\s)?(?:[A-Z]{2,4}\s)?)?\Z", re.IGNORECASE
)
_TO_COME = ("ahead of ", "before ", " for ", " at ", " until ", " in ", " to ")


def _is_ahead(match: re.Match[str], anchor: Anchor) -> bool:
    """Whether the clause looks ahead, or "by Friday" sets a limit in no past."""
    lead = match.string[max(0, match.start() - 14) : match.start()].lower()
    if lead.endswith(("as soon as ", "as early as ")):
        return True
    if _LIMIT.search(match.string, max(0, match.start() - 24), match.start()):
        return (
            anchor.tense is not Tense.PAST
            or _PUT_OFF.search(match.string, max(0, match.start() - 90), match.start()) is not None
        )
    if match.string[match.end() : match.end() + 2] in ("'s", "’s") and not lead.endswith(_TO_COME):
        return False  # "to get around Wednesday's ruling": what has a day of its own has been
    return anchor.ahead


def _after_told(name: str, number: int, anchor: Anchor) -> Resolved:
    if anchor.named is None:
        return left_open(no_day().reason, f"XXXX-WXX-{number + 1}")
    day = anchor.named + timedelta(days=(number - anchor.named.weekday()) % 7)
    return settled(When.day(day), "day", f"first {name} on or after {anchor.named}, named before")


def _alone(day: date, name: str, number: int, which: str, *, ahead: bool) -> Resolved:
    back = timedelta(days=(day.weekday() - number) % 7)
    forth = timedelta(days=(number - day.weekday()) % 7)
    if which in ("next", "coming"):
        return settled(When.day(day + (forth or 7 * DAY)), "day", f"next {name} after publication on {day}")
    if which in ("last", "past"):
        return settled(When.day(day - (back or 7 * DAY)), "day", f"last {name} before publication on {day}")
    if ahead:
        return settled(When.day(day + forth), "day", f"next {name} on or after publication on {day}")
    return settled(When.day(day - back), "day", f"latest {name} on or before publication on {day}")


def _resolve_weekdays(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`from Tuesday to Thursday`."""
    if anchor.day is None:
        return no_day()
    name, last_name = match["weekday"].capitalize(), match["last"].capitalize()
    number, last_number = CALENDAR.weekdays[name], CALENDAR.weekdays[last_name]
    last = _alone(anchor.day, last_name, last_number, "", ahead=anchor.ahead)
    if last.when is None:
        return last
    first = last.when.start - timedelta(days=(last_number - number) % 7)
    ends = (
        (Span(*match.span("weekday")), first.isoformat()),
        (Span(*match.span("last")), last.when.start.isoformat()),
    )
    return Resolved(When.between(first, last.when.start), last.reason, f"{first}/{last.when.start}", ends=ends)


WEEKDAY_RULES: tuple[TimeRule, ...] = (
    time_rule(rf"(?<=\b[Bb]etween\s)(?P<weekday>{_FULL})\sand\s(?P<last>{_FULL})\b", _resolve_weekdays),
    time_rule(
        rf"\b(?P<weekday>{_FULL})(?:\sto\s|\sthrough\s|\suntil\s|\s?[-–]\s?)(?P<last>{_FULL})\b", _resolve_weekdays
    ),
    time_rule(rf"\b(?P<weekday>{_FULL}){_PARTS}(?:\s(?:of\s)?(?P<week>last|next|this)\sweek)\b", _resolve_weekday),
    time_rule(
        rf"\b(?:the\s)?(?P<which>[Ll]ast|[Nn]ext|[Tt]his|coming|past)\s(?P<weekday>{_FULL})\b{_PARTS}", _resolve_weekday
    ),
    time_rule(rf"\b(?:(?:[Ee]arly|[Ll]ate)\s(?:on\s)?)?(?P<weekday>{_FULL})\b{_PARTS}", _resolve_weekday),
)
