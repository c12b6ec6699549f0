"""Years, spans of years, decades, quarters and halves.

Four digits are a year only behind or before words that make them one: after "Resolution", "Section" or a currency sign
they are not. Fiscal years stay open, since they begin on other days from state to state.
"""

from __future__ import annotations

import re
from datetime import date

from servanda.codebook import When
from servanda.lexicon.numbers import load_numbers
from servanda.reading.times.anchors import NO_DAY, Anchor, Resolved, TimeRule, cut, near_unit, part_of
from servanda.reading.times.tenses import Tense
from servanda.reading.times.words import EDGE, NOT_NUMBER, YEAR, time_rule

_FISCAL = "fiscal years begin on other days from state to state"


def _resolve_year(match: re.Match[str], anchor: Anchor) -> Resolved:
    part = match.groupdict().get("part")
    whole = When.year(int(match["year"]))
    return part_of(whole, part) if part else cut(whole, anchor), ""


def _resolve_years(match: re.Match[str], anchor: Anchor) -> Resolved:
    first, last = match["year"], match["last"]
    end = int(first[: 4 - len(last)] + last)
    if end <= int(first):
        return None, "the range runs backward"
    return cut(When(date(int(first), 1, 1), When.year(end).end), anchor), ""


def _resolve_decade(match: re.Match[str], anchor: Anchor) -> Resolved:
    first = int(match["year"])
    whole = When(date(first, 1, 1), date(first + 10, 1, 1))
    return part_of(whole, match["part"]) if match["part"] else cut(whole, anchor), ""


def _resolve_fiscal(match: re.Match[str], anchor: Anchor) -> Resolved:
    del match, anchor
    return None, _FISCAL


def _resolve_half(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`the second quarter of 2025`, `the first half of next year`, `Q3`."""
    said = match.groupdict()
    ordinal = said["ordinal"].lower()
    number = int(ordinal) if ordinal.isdigit() else load_numbers().ordinals[ordinal]
    months = 6 if said.get("half") else 3
    if number * months > 12:
        return None, "a year has no such part"
    if said["year"]:
        return _months(int(said["year"]), number, months), ""
    if anchor.day is None:
        return NO_DAY
    step = {"last": -1, "next": 1}.get((said.get("which") or "").lower(), 0)
    when = _months(anchor.day.year + step, number, months)
    if not step and anchor.tense is Tense.PAST and when.start > anchor.day:
        when = _months(anchor.day.year - 1, number, months)
    return cut(when, anchor), f"counted from publication on {anchor.day}"


def _months(year: int, number: int, length: int) -> When:
    return When(date(year, (number - 1) * length + 1, 1), When.month(year, number * length).end)


def _resolve_quarter(match: re.Match[str], anchor: Anchor) -> Resolved:
    """`last quarter`."""
    if anchor.day is None:
        return NO_DAY
    step = {"last": -1, "next": 1}.get(match["which"].lower(), 0)
    when = near_unit(anchor.day, "quarter", step)
    return (
        (cut(when, anchor), f"counted from publication on {anchor.day}")
        if when
        else (None, "the calendar ends before that")
    )


_ORDINAL = r"(?P<ordinal>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)"
_OF = rf"\s(?:of\s)?(?:the\s)?(?:(?P<year>{YEAR})|(?P<which>last|next|this)\syear|year\b)"
_BEFORE_YEAR = "in|by|since|until|till|from|during|before|after|through|to|beyond|for|of|between|and|early|late|mid|around|circa|year|ending|till|as"
_LEADS = "".join(
    rf"|(?<=\b{word}\s)" for word in (*_BEFORE_YEAR.split("|"), *(w.capitalize() for w in _BEFORE_YEAR.split("|")))
)
_COUNTED = r"(?!\s(?:troops|soldiers|people|men|women|personnel|jobs|tons|tonnes|miles|kilomet\w+|km|vehicles|companies|students|barrels|units)\b)"

YEAR_RULES: tuple[TimeRule, ...] = (
    time_rule(
        rf"{NOT_NUMBER}(?P<year>{YEAR})(?:\s?[-–/]\s?|\sto\s|\sthrough\s)(?P<last>(?:19|20)\d\d|\d\d)(?![\d\-–/])",
        _resolve_years,
    ),
    time_rule(rf"(?<=\bbetween\s)(?P<year>{YEAR})\sand\s(?P<last>(?:19|20)\d\d)\b", _resolve_years),
    time_rule(
        r"\b(?:[Tt]he\s)?(?:(?P<part>[Ee]arly|[Ll]ate|[Mm]id)[\s-])?(?P<year>(?:1[89]|20)\d0)[’']?s\b", _resolve_decade
    ),
    time_rule(rf"\b(?:[Ff]iscal(?:\syears?)?|FY)\s?(?:{YEAR}|\d\d)(?:\s?[-–/]\s?\d\d(?:\d\d)?)?\b", _resolve_fiscal),
    time_rule(
        r"\b(?:[Tt]he\s|[Tt]his\s|[Nn]ext\s|[Ll]ast\s)(?:current\s|next\s|coming\s)?fiscal\syear\b", _resolve_fiscal
    ),
    time_rule(rf"\b(?:[Tt]he\s)?{_ORDINAL}[\s-](?:quarter|(?P<half>half)){_OF}", _resolve_half),
    time_rule(rf"\b(?:[Tt]he\s)?{_ORDINAL}[\s-]quarter\b(?P<year>(?!))?", _resolve_half),
    time_rule(rf"\bQ(?P<ordinal>[1-4])(?:\s(?:of\s)?(?P<year>{YEAR}))?\b", _resolve_half),
    time_rule(r"\b(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\squarter\b", _resolve_quarter),
    time_rule(rf"\b{EDGE}(?P<year>{YEAR})", _resolve_year),
    time_rule(rf"(?:(?<=\()|(?<=^){_LEADS})(?P<year>{YEAR}){_COUNTED}", _resolve_year),
    # The adjective: "the 2018 summit", "its 2030 target".
    time_rule(
        rf"(?:(?<=\b[Tt]he\s)|(?<=\bits\s)|(?<=\btheir\s)|(?<=\bour\s)|(?<=\ba\s)|(?<=[’']s\s))(?P<year>{YEAR})(?=\s[A-Za-z]){_COUNTED}",
        _resolve_year,
    ),
)
