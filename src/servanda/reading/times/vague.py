"""Words that name the past, the present or the future and no time of the calendar: `recently`, `now`, `in the coming months`.

They stay open, with what they point to. "At the time" is the time told before, where one was told.
"""

from __future__ import annotations

import re
from functools import partial

from servanda.codebook import When
from servanda.reading.times.anchors import NOTHING, Anchor, Resolved, TimeRule, left_open, unit_of
from servanda.reading.times.tenses import Tense
from servanda.reading.times.values import FUTURE, PAST, PRESENT, TimeKind, length, written
from servanda.reading.times.words import CALENDAR, time_rule, unit_named

_NAMES_NONE = "the words name no date"
# "It soon became": behind a past, these count from that past, and from nothing that could be dated.
_SHORTLY_THEN = frozenset({"soon", "very soon", "shortly"})


def _resolve_word(match: re.Match[str], anchor: Anchor) -> Resolved:
    word = " ".join(match.group().lower().split())
    if word in _SHORTLY_THEN and anchor.tense is Tense.PAST:
        return NOTHING
    return left_open(_NAMES_NONE, {"past": PAST, "present": PRESENT, "future": FUTURE}[CALENDAR.vague[word]])


def _resolve_some(match: re.Match[str], anchor: Anchor, toward: str) -> Resolved:
    """`a few days ago`, `several years later`: the unit is named, not how many."""
    del anchor
    unit = unit_named(match["unit"])
    return left_open(_NAMES_NONE, written(None, unit) if toward == "" else toward)


def _resolve_few(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`in the next few months`, `recent years`, `the coming weeks`: about how long, from or to now."""
    del anchor
    return Resolved(None, _NAMES_NONE, length("X", unit_named(match["unit"])), TimeKind.DATE)


def _resolve_then(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`at the time`: the time that the paragraph named before."""
    del match
    told = anchor.told if anchor.near else None
    if told is None:
        return left_open("the time that it means is not named here")
    return Resolved(told, "the time named before", _told_value(told))


def _told_value(told: When) -> str:
    unit = next((unit for unit in ("day", "month", "year") if unit_of(told.start, unit) == told), "")
    return written(told, unit) if unit else ""


def _resolve_open(match: re.Match[str], anchor: Anchor) -> Resolved:
    del match, anchor
    return left_open(_NAMES_NONE)


_WORDS = "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in sorted(CALENDAR.vague, key=len, reverse=True))
_FIRST = "".join(sorted({case for phrase in CALENDAR.vague for case in (phrase[0].lower(), phrase[0].upper())}))
_UNITS = r"(?P<unit>days|weeks|months|years|decades)"
_SOME = r"(?:[Aa]\sfew|[Ss]everal|[Ss]ome|[Mm]any|[Mm]ore\sthan\sa|[Jj]ust|[Oo]nly|[Aa]\scouple\sof)"
_ONE = r"(?P<unit>days?|weeks?|months?|years?|decades?)"

VAGUE_RULES: tuple[TimeRule, ...] = (
    time_rule(rf"\b{_SOME}\s{_ONE}\s(?:ago|earlier|before)\b", partial(_resolve_some, toward="")),
    time_rule(rf"\b(?:{_SOME}\s)?{_UNITS}\s(?:ago|earlier|before\sthat)\b", partial(_resolve_some, toward="")),
    time_rule(rf"\b(?:{_SOME}\s)?{_ONE}\s(?:later|afterwards)\b", partial(_resolve_some, toward="")),
    time_rule(rf"\b[Hh]alf\sa\s{_ONE}\s(?:ago|earlier|later)\b", partial(_resolve_some, toward="")),
    time_rule(
        rf"\b(?:[Ii]n\s|[Oo]ver\s|[Dd]uring\s|[Ww]ithin\s)?[Tt]he\s(?:(?:next|coming|following|past|last|previous)\s(?:few\s|several\s|couple\sof\s)?|intervening\s){_UNITS}\b(?!\s(?:of|to)\b)",
        _resolve_few,
    ),
    time_rule(rf"\b(?:[Ii]n\s)?coming\s{_UNITS}\b", _resolve_few),
    time_rule(rf"\b(?:[Ii]n\s|[Oo]ver\s)?[Tt]he\s{_UNITS}\sahead\b", _resolve_few),
    time_rule(rf"\b(?:[Ii]n\s)?(?:more\s)?[Rr]ecent\s{_UNITS}\b", partial(_resolve_some, toward=PAST)),
    time_rule(
        r"(?=th)(?:(?<=\b[Aa]t\s)(?:the|that)|(?:(?<=\b[Bb]y\s)|(?<=\b[Ss]ince\s)|(?<=\b[Uu]ntil\s))that)\stime\b(?!\sof\b)",
        _resolve_then,
    ),
    time_rule(r"(?<=\b[Aa]t\s)(?:around\s)?the\ssame\stime\b", _resolve_open),
    time_rule(r"\b(?:the\s)?(?:dry|wet|rainy|monsoon|flood)\sseason\b", _resolve_open),
    time_rule(rf"\b(?=[{_FIRST}])(?i:{_WORDS})\b", _resolve_word),
)
