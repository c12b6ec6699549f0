"""Months: of a named year, of last or next year, or the nearest that the tense points to.

A month that is also a surname, a verb or an adjective (May, March, August) counts only behind words that make it a time.
"""

from __future__ import annotations

import re
from dataclasses import replace

from servanda.codebook import Span, When
from servanda.reading.times.anchors import (
    DAY,
    Anchor,
    Resolved,
    TimeRule,
    clipped,
    counted,
    left_open,
    no_day,
    part_of,
    pick,
    settled,
    years_around,
)
from servanda.reading.times.tenses import Tense
from servanda.reading.times.values import written
from servanda.reading.times.words import EDGE, MONTH, OF_YEAR, PLAIN_MONTH, YEAR, month_of, time_rule

_STEPS = {"last": -1, "next": 1, "this": 0, "following": 1, "previous": -1}


def _parted(whole: Resolved, part: str | None, anchor: Anchor) -> Resolved:
    """The named part of a month, or the month as far as it has gone."""
    if whole.when is None:
        return whole
    return replace(whole, when=part_of(whole.when, part)) if part else clipped(whole, anchor)


def _resolve_dated(match: re.Match[str], anchor: Anchor) -> Resolved:
    return _parted(settled(When.month(int(match["year"]), month_of(match["month"])), "month"), match["part"], anchor)


def _resolve_relative(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`in April next year`, `August of that year`."""
    word = match["which"].lower().removeprefix("the ")
    told = word in ("that", "same", "following", "previous")
    if told and anchor.told:
        year, reason = anchor.told.start.year + _STEPS.get(word, 0), f"counted from {anchor.told}, named before"
    elif anchor.day is None:
        return no_day("month")
    else:
        year, reason = anchor.day.year + _STEPS.get(word, 0), counted(anchor)
    whole = When.month(year, month_of(match["month"]))
    return replace(settled(whole, "month", reason), when=part_of(whole, match["part"]))


def _resolve_month(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`last October`, `early June`, `in May`."""
    said = match.groupdict()
    month = month_of(match["month"])
    when, reason = _near(month, (said.get("which") or "").lower(), anchor)
    if when is None:
        return left_open(reason, f"XXXX-{month:02d}")
    return _parted(settled(when, "month", reason), said.get("part"), anchor)


def _near(month: int, which: str, anchor: Anchor) -> tuple[When | None, str]:
    day = anchor.day
    if anchor.base is not None or day is None:
        return pick([When.month(year, month) for year in years_around(anchor)], anchor)
    here, reason = When.month(day.year, month), f"year worked out from publication on {day}"
    step = 0
    if which == "last":
        step = 0 if here.end <= day else -1
    elif which == "next":
        step = 0 if here.start > day else 1
    elif anchor.ahead:
        step = 0 if here.end > day else 1
    elif not (anchor.tense is Tense.OPEN and 0 < (here.start - day).days < 184):
        step = 0 if here.start <= day else -1
    return When.month(day.year + step, month), reason


def _ends(match: re.Match[str], first: When, last: When) -> tuple[tuple[Span, str], ...]:
    said = match.groupdict()
    first_end = match.end("year") if said.get("last_year") else match.end("month")
    last_end = (
        match.end("last_year") if said.get("last_year") else match.end("year") if said["year"] else match.end("last")
    )
    return (
        (Span(match.start("month"), first_end), written(first, "month")),
        (Span(match.start("last"), last_end), written(last, "month")),
    )


def _resolve_far_months(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`from October 2021 to August 2022`."""
    first = When.month(int(match["year"]), month_of(match["month"]))
    last = When.month(int(match["last_year"]), month_of(match["last"]))
    return _range(match, first, last, "", anchor)


def _resolve_months(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`from May to July 2024`."""
    month, last_month = month_of(match["month"]), month_of(match["last"])
    reason = ""
    if match["year"]:
        last: When | None = When.month(int(match["year"]), last_month)
    else:
        last, reason = _near(last_month, "", anchor)
    if last is None:
        return left_open(reason, f"XXXX-{last_month:02d}")
    year = (last.end - DAY).year
    return _range(match, When.month(year if month <= last_month else year - 1, month), last, reason, None)


def _range(match: re.Match[str], first: When, last: When, reason: str, anchor: Anchor | None) -> Resolved:
    if first.start >= last.end:
        return left_open("the range runs backward")
    value = f"{written(first, 'month')}/{written(last, 'month')}"
    whole = Resolved(When(first.start, last.end), reason, value, ends=_ends(match, first, last))
    return clipped(whole, anchor) if anchor else whole


_EDGE_PARTS = {"first": 0, "second": 1, "third": 2, "fourth": 3}


def _resolve_week(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`the last week of February`, `the first ten days of May`: its last or first days; a week is seven of them."""
    month = month_of(match["month"])
    years = [int(match["year"])] if match["year"] else years_around(anchor)
    whole, reason = pick([When.month(year, month) for year in years], anchor)
    if match["year"]:
        whole, reason = When.month(years[0], month), ""
    if whole is None:
        return left_open(reason, "P1W")
    edge = match["edge"].lower()
    start = whole.end - 7 * DAY if edge in ("last", "final") else whole.start + _EDGE_PARTS[edge] * 7 * DAY
    week = When(start, start + 7 * DAY)
    return Resolved(week, reason, written(week, "week"))


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
_NO_DAY_BEHIND = r"(?!\s\d{1,2}\b)"
_BEFORE_MONTH = ("In", "Since", "Until", "During", "By", "From", "Between", "Before", "After", "Till", "Through", "Of")
_LED = "|".join(rf"(?<=\b{form}\s)" for word in _BEFORE_MONTH for form in (word, word.lower()))
_WHICH = r"(?P<which>(?:[Tt]he\s)?(?:[Ll]ast|[Nn]ext|[Tt]his|that|same|following|previous))"

MONTH_RULES: tuple[TimeRule, ...] = (
    time_rule(
        rf"\b(?P<month>{MONTH}),?\s(?:of\s)?(?P<year>{YEAR})(?:\s(?:to|through|until|and)\s|\s?[-–]\s?)(?P<last>{MONTH}),?\s(?P<last_year>{YEAR})",
        _resolve_far_months,
    ),
    time_rule(
        rf"\b(?P<month>{MONTH})(?:\s(?:to|through|until|and)\s|\s?[-–/]\s?)(?P<last>{MONTH}){OF_YEAR}?{_NO_DAY_BEHIND}",
        _resolve_months,
    ),
    time_rule(rf"\b(?:{EDGE})?(?P<month>{MONTH}){OF_YEAR}", _resolve_dated),
    time_rule(rf"\b(?:{EDGE})?(?P<month>{MONTH}),?\s(?:of\s|in\s)?{_WHICH}\syear", _resolve_relative),
    time_rule(
        rf"\b(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s(?:coming\s|past\s)?(?P<month>{MONTH}){_NO_DAY_BEHIND}", _resolve_month
    ),
    time_rule(rf"\b{EDGE}(?P<month>{MONTH}){_NO_DAY_BEHIND}", _resolve_month),
    time_rule(rf"(?=[A-Z])(?:{_LED})(?P<month>{MONTH}){_NO_DAY_BEHIND}(?!\s[A-Z])", _resolve_month),
    time_rule(rf"\b(?P<month>{PLAIN_MONTH}){_NO_DAY_BEHIND}", _resolve_month),
    # The adjective: "the May summit"; a name would have no article.
    time_rule(rf"(?<=\b[Tt]he\s)(?P<month>{MONTH})(?=\s[a-z])", _resolve_month),
    time_rule(
        rf"(?=[A-Z])(?:{'|'.join(rf'(?<={word}{chr(92)}s)' for word in _OWNERS)})(?P<month>{MONTH})(?=\s(?:[a-z]+\s)?(?:{_NAMED}))",
        _resolve_month,
    ),
    time_rule(
        rf"\b(?:[Ii]n\s|[Dd]uring\s)?the\s(?P<edge>first|second|third|fourth|last|final)\sweek\sof\s(?P<month>{MONTH}){OF_YEAR}?",
        _resolve_week,
    ),
)
