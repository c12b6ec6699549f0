"""Months: of a named year, of last or next year, or the nearest that the tense points to.

A month that is also a surname, a verb or an adjective (May, March, August) counts only behind words that make it a time.
"""

from __future__ import annotations

import re
from datetime import date

from servanda.codebook import When
from servanda.reading.times.anchors import DAY, NO_DAY, Anchor, Resolved, TimeRule, cut, part_of
from servanda.reading.times.tenses import Tense
from servanda.reading.times.words import EDGE, MONTH, OF_YEAR, PLAIN_MONTH, YEAR, month_of, time_rule

_STEPS = {"last": -1, "next": 1, "this": 0}


def _resolve_dated(match: re.Match[str], anchor: Anchor) -> Resolved:
    whole = When.month(int(match["year"]), month_of(match["month"]))
    return part_of(whole if match["part"] else cut(whole, anchor), match["part"]), ""


def _resolve_relative(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`in April next year`."""
    if anchor.day is None:
        return NO_DAY
    when = When.month(anchor.day.year + _STEPS[match["which"].lower()], month_of(match["month"]))
    return part_of(when, match["part"]), f"counted from publication on {anchor.day}"


def _resolve_month(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`last October`, `early June`, `in May`."""
    if anchor.day is None:
        return NO_DAY
    said = match.groupdict()
    when = _near(anchor.day, month_of(match["month"]), (said.get("which") or "").lower(), anchor)
    if not said.get("part"):
        when = cut(when, anchor)
    return part_of(when, said.get("part")), f"year worked out from publication on {anchor.day}"


def _near(day: date, month: int, which: str, anchor: Anchor) -> When:
    here = When.month(day.year, month)
    if which == "last":
        return here if here.end <= day else When.month(day.year - 1, month)
    if which == "next":
        return here if here.start > day else When.month(day.year + 1, month)
    if anchor.ahead:
        return here if here.end > day else When.month(day.year + 1, month)
    if anchor.tense is Tense.OPEN and 0 < (here.start - day).days < 184:
        return here
    return here if here.start <= day else When.month(day.year - 1, month)


def _resolve_far_months(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`from October 2021 to August 2022`."""
    first = When.month(int(match["year"]), month_of(match["month"]))
    last = When.month(int(match["last_year"]), month_of(match["last"]))
    if first.start >= last.end:
        return None, "the range runs backward"
    return cut(When(first.start, last.end), anchor), ""


def _resolve_months(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`from May to July 2024`."""
    first, last = month_of(match["month"]), month_of(match["last"])
    reason = ""
    if match["year"]:
        end = When.month(int(match["year"]), last).end
    elif anchor.day is None:
        return NO_DAY
    else:
        end = _near(anchor.day, last, "", anchor).end
        reason = f"year worked out from publication on {anchor.day}"
    year = (end - DAY).year
    return When(date(year if first <= last else year - 1, first, 1), end), reason


_OWNERS = (
    r"\b[Mm]y",
    r"\b[Hh]is",
    r"\b[Hh]er",
    r"\b[Oo]ur",
    r"\b[Tt]heir",
    r"\b[Ii]ts",
    r"[’']s",
    r"\b[Aa]",
    r"\b[Aa]n",
)
_NAMED = "visit|trip|tour|summit|meeting|talks|call|agreement|deal|conference|session|exercise|attack|dialogue"
_NO_DAY_BEHIND = r"(?!\s\d)"

MONTH_RULES: tuple[TimeRule, ...] = (
    time_rule(
        rf"\b(?P<month>{MONTH})\s(?P<year>{YEAR})(?:\s(?:to|through|until|and)\s|\s?[-–]\s?)(?P<last>{MONTH})\s(?P<last_year>{YEAR})",
        _resolve_far_months,
    ),
    time_rule(
        rf"\b(?P<month>{MONTH})(?:\s(?:to|through|and)\s|\s?[-–]\s?)(?P<last>{MONTH}){OF_YEAR}?{_NO_DAY_BEHIND}",
        _resolve_months,
    ),
    time_rule(rf"\b(?:{EDGE})?(?P<month>{MONTH}){OF_YEAR}", _resolve_dated),
    time_rule(
        rf"\b(?:{EDGE})?(?P<month>{MONTH}),?\s(?:of\s)?(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\syear", _resolve_relative
    ),
    time_rule(
        rf"\b(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s(?:coming\s|past\s)?(?P<month>{MONTH}){_NO_DAY_BEHIND}", _resolve_month
    ),
    time_rule(rf"\b{EDGE}(?P<month>{MONTH}){_NO_DAY_BEHIND}", _resolve_month),
    time_rule(
        rf"(?:(?<=\b[Ii]n\s)|(?<=\b[Ss]ince\s)|(?<=\b[Uu]ntil\s)|(?<=\b[Dd]uring\s))(?P<month>{MONTH}){_NO_DAY_BEHIND}(?!\s[A-Z])",
        _resolve_month,
    ),
    time_rule(rf"\b(?P<month>{PLAIN_MONTH}){_NO_DAY_BEHIND}", _resolve_month),
    # The adjective: "the May summit"; a name would have no article.
    time_rule(rf"(?<=\b[Tt]he\s)(?P<month>{MONTH})(?=\s[a-z])", _resolve_month),
    time_rule(
        rf"(?:{'|'.join(rf'(?<={word}{chr(92)}s)' for word in _OWNERS)})(?P<month>{MONTH})(?=\s(?:[a-z]+\s)?(?:{_NAMED}))",
        _resolve_month,
    ),
)
