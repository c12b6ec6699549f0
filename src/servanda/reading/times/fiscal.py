"""Fiscal years: `FY2026`, `fiscal 2027`, `the 2025-26 budget year`, `this fiscal year`, by the state whose year it is.

The state is the one that the sentence names nearest before, else the one where the text was written. A state whose
fiscal year the lexicon does not know leaves the year open; so does a text that names no state.
"""

from __future__ import annotations

import re
from datetime import date

from servanda.codebook import When
from servanda.lexicon.calendars import FiscalYear, fiscal_year_of
from servanda.lexicon.presses import states_in
from servanda.reading.times.anchors import Anchor, Resolved, TimeRule, left_open, part_of
from servanda.reading.times.words import EDGE, time_rule

_OPEN = "fiscal years begin on other days from state to state, and no state is named whose year it is"
_NEAR = 120


def _state(match: re.Match[str], anchor: Anchor) -> tuple[str | None, str]:
    """The state that is named nearest: right behind, in the words before, or where the text was written."""
    behind = match.string[match.end() : match.end() + 40].split(".")[0]
    before = match.string[max(0, match.start() - _NEAR) : match.start()]
    before = re.split(r"[.;!?]\s|\n", before)[-1]
    for words, last in ((behind if behind.startswith((" in ", " of ")) else "", False), (before, True)):
        named = [state for state in states_in(words) if fiscal_year_of(state)]
        if named:
            return named[-1 if last else 0], "named beside it"
    return anchor.home.state, "where the text was written"


def _resolve_fiscal(match: re.Match[str], anchor: Anchor) -> Resolved:
    said = match.groupdict()
    state, how = _state(match, anchor)
    fiscal = fiscal_year_of(state) if state else None
    number = _number(said, anchor, fiscal)
    value = f"FY{number}" if number else ""
    if fiscal is None or number is None:
        return left_open(_OPEN, value)
    first = number
    if fiscal.named_by_end and not said.get("last"):
        first = number - 1
    start = date(first, fiscal.month, 1)
    whole = When(start, date(first + 1, fiscal.month, 1))
    part = said.get("part")
    return Resolved(part_of(whole, part), f"the fiscal year of {state}, {how}, begins on 1 {start:%B}", value)


def _number(said: dict[str, str | None], anchor: Anchor, fiscal: FiscalYear | None) -> int | None:
    """The number of the year, or of the current, last or next one; of a pair ("2025-26") the first."""
    if written := said.get("year"):
        return int(written) + (0 if len(written) == 4 else 2000 if int(written) < 70 else 1900)
    if anchor.day is None or fiscal is None:
        return None
    step = {"last": -1, "previous": -1, "next": 1, "coming": 1}.get((said.get("which") or "").lower(), 0)
    begun = anchor.day.year - (1 if anchor.day.month < fiscal.month else 0)
    return begun + step + (1 if fiscal.named_by_end else 0)


_PART = rf"(?:{EDGE}(?:the\s)?)?"
_LAST = r"(?:\s?[-–/]\s?(?P<last>\d\d(?:\d\d)?))?"

FISCAL_RULES: tuple[TimeRule, ...] = (
    time_rule(
        rf"\b{_PART}(?:[Ff]iscal(?:\s[Yy]ears?)?|[Ff]inancial\s[Yy]ear|[Bb]udget\s[Yy]ear|FY)\s?[’']?(?P<year>20\d\d|19\d\d|\d\d){_LAST}\b",
        _resolve_fiscal,
    ),
    time_rule(
        rf"\b(?:[Tt]he\s)?(?P<year>20\d\d|19\d\d){_LAST}\s(?:fiscal|financial|budget)\s(?:year|cycle)\b",
        _resolve_fiscal,
    ),
    time_rule(
        rf"\b{_PART}(?:[Tt]he\s)?(?P<which>[Tt]his|[Nn]ext|[Ll]ast|current|coming|previous|[Tt]he)\s(?:fiscal|financial|budget)\syear\b",
        _resolve_fiscal,
    ),
)
