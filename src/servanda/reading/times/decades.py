"""Decades and centuries: `the 1990s`, `the mid-1990s`, `the eighties`, `the 21st century`, with their early, mid and late parts."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from servanda.codebook import When
from servanda.reading.times.anchors import Anchor, Resolved, TimeRule, clipped, left_open, part_of, settled
from servanda.reading.times.words import time_rule

_TENS = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90,
}  # fmt: skip
_ORDINALS = {
    "first": 1, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
    "twenty-first": 21, "twenty-second": 22,
}  # fmt: skip


def _whole(first: int, years: int, unit: str, part: str | None, anchor: Anchor) -> Resolved:
    whole = settled(When(date(max(1, first), 1, 1), date(first + years, 1, 1)), unit)
    if part and whole.when:
        return replace(whole, when=part_of(whole.when, part))
    return clipped(whole, anchor)


def _resolve_decade(match: re.Match[str], anchor: Anchor) -> Resolved:
    return _whole(int(match["year"]), 10, "decade", match["part"], anchor)


def _resolve_named(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`the '90s`, `the nineties`: of the last hundred years."""
    word = match["tens"].lower()
    tens = _TENS.get(word) or int(word[:2])
    last = anchor.day.year if anchor.day else 2000
    century = last // 100 * 100
    first = century + tens if century + tens <= last else century - 100 + tens
    resolved = _whole(first, 10, "decade", match["part"], anchor)
    return replace(resolved, reason="the last decade of that name")


def _resolve_century(match: re.Match[str], anchor: Anchor) -> Resolved:
    written = match["ordinal"].lower()
    number = _ORDINALS.get(written) or (int(re.sub(r"\D", "", written)) if written[0].isdigit() else 0)
    if not 1 <= number <= 30:
        return left_open("no such century")
    if match["era"]:
        return left_open("before the first year of the calendar", f"BC{number - 1:02d}")
    return _whole((number - 1) * 100, 100, "century", match["part"], anchor)


_PART = r"(?:(?P<part>[Ee]arly|[Ll]ate|[Mm]id|[Mm]iddle|(?:[Tt]he\s)?(?:[Ee]nd|[Cc]lose|[Bb]eginning|[Ss]tart|[Mm]iddle)\sof)[\s-](?:to\slate[\s-])?(?:the\s)?)?"

DECADE_RULES: tuple[TimeRule, ...] = (
    time_rule(rf"\b(?:[Tt]he\s)?{_PART}(?P<year>(?:1\d|20)\d0)[’']?s\b", _resolve_decade),
    time_rule(rf"\b[Tt]he\s{_PART}(?P<tens>{'|'.join(_TENS)})\b", _resolve_named),
    time_rule(rf"\b[Tt]he\s{_PART}[’'‘](?P<tens>[2-9]0s)\b", _resolve_named),
    time_rule(
        rf"\b(?:[Tt]he\s)?{_PART}(?P<ordinal>\d\d?(?:st|nd|rd|th)|(?i:{'|'.join(sorted(_ORDINALS, key=len, reverse=True))}))[\s-][Cc]entury\b(?P<era>\sB\.?C\.?)?",
        _resolve_century,
    ),
)
