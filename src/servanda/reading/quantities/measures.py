"""Measures behind a number, with their power and their rate: `40 km²`, `cubic meters a day`, `60 km/h`.

Names may follow digits and words alike; symbols follow digits only, since `m` and `t` are letters too.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from servanda.lexicon.units import load_units

Found: TypeAlias = tuple[str, str, int]
"""The name of a unit, its kind, and where its words end."""

_UNITS = load_units()
_LONGEST = 5
_WORD = re.compile(r"[\s\-‐–]?(?P<word>[A-Za-z\d°µμ″%'’][\w.°'’+]*|/)")
_SYMBOL = re.compile(r"[\s\-/]{0,2}(?P<symbol>[°º℃℉″]?[A-Za-zµμ]{0,5}\.?)")
# Letters that are a unit behind a space too; "Annex 5 K" is no temperature.
_LETTERS = "mtgLlWVsC°"
_INCH = re.compile(r"\s(?:thick|wide|long|deep|high|tall|in\sdiameter)\b|\.?\s*\Z|\.\s")
_POWERS = {"2": "²", "3": "³", "²": "²", "³": "³", "squared": "²", "cubed": "³", "s": "²", "c": "³"}
_POWER = re.compile(r"\s?(?:\^|\*\*)?(?P<power>[23²³])(?!\d)|\s(?P<said>squared|cubed)\b|(?P<inverse>[-−]1|⁻¹)(?!\d)")
_DIMENSION = re.compile(r"[\s\-]?(?P<word>square|sq\.?|cubic|cu\.?)(?=[\s-])", re.IGNORECASE)
_PER = re.compile(r"\s?/\s?|\sper\s|-per-|\san?\s|\seach\s|\severy\s|-an?-")


def measure_behind(text: str, at: int, limit: int, *, digits: bool) -> Found | None:
    """The measure that begins at a place, or None.

    Args:
        text: the document's text.
        at: the place behind the number.
        limit: the place at which the search ends.
        digits: whether the number is written in digits.
    """
    found = _simple(text, at, limit, digits=digits)
    if found is None:
        return None
    name, kind, end = found
    while " per day" not in name and name.count(" per ") < 2:
        per = _PER.match(text, end, limit)
        under = _simple(text, per.end() - 1, limit, digits="/" in per.group()) if per else None
        if under is None:
            break
        name, kind, end = f"{name} per {under[0]}", "measure", under[2]
    return name, kind, end


def longest_name(text: str, at: int, limit: int, known: dict[str, str]) -> tuple[str, int] | None:
    """The longest of these names, in lower case, that begins at a place: what it stands for and where it ends."""
    ends: list[int] = []
    for _ in range(_LONGEST):
        word = _WORD.match(text, ends[-1] if ends else at, limit)
        if word is None or (word["word"] == "/" and not ends):
            break
        ends.append(word.end())
    for end in reversed(ends):
        for cut in (end, end - 1) if text[end - 1] in ".'’" else (end,):
            name = re.sub(r"[\s\-‐–/]+", " ", text[at:cut]).strip().lower().replace("’", "'")
            if name in known:
                return known[name], cut
    return None


def _simple(text: str, at: int, limit: int, *, digits: bool) -> Found | None:
    """One measure without a rate, with its power."""
    dimension = _DIMENSION.match(text, at, limit)
    power = _POWERS[dimension["word"][0].lower()] if dimension else ""
    start = dimension.end() if dimension else at
    named = longest_name(text, start, limit, _UNITS.measures)
    if named:
        behind = _POWER.match(text, named[1], limit)
        if behind and behind["said"]:
            return named[0] + _POWERS[behind["said"]], "measure", behind.end()
        return named[0] + power, "measure", named[1]
    timed = longest_name(text, start, limit, _UNITS.times) if not dimension else None
    if timed:
        return timed[0], "time", timed[1]
    return _symbol(text, start, limit, power) if digits else None


def _symbol(text: str, at: int, limit: int, power: str) -> Found | None:
    match = _SYMBOL.match(text, at, limit)
    start = match.start("symbol") if match else at
    for end in range(match.end() if match else at, start, -1):
        symbol = text[start:end]
        known = symbol in _UNITS.symbols and not (end < limit and text[end].isalpha())
        if known and _is_apart(text, at, start, symbol):
            return _raised(text, end, limit, _UNITS.symbols[symbol], power)
    return None


def _raised(text: str, end: int, limit: int, unit: str, power: str) -> Found:
    behind = _POWER.match(text, end, limit)
    if behind is None:
        return unit + power, "measure", end
    if behind["inverse"]:
        return f"per {unit}", "measure", behind.end()
    return unit + _POWERS[behind["power"] or behind["said"]], "measure", behind.end()


def _is_apart(text: str, at: int, start: int, symbol: str) -> bool:
    """Whether letters are a symbol here: `in` only before its dimension, a single letter seldom behind a space."""
    behind = start + len(symbol)
    if symbol == "in":
        return _INCH.match(text, behind) is not None
    if symbol == "s" and start == at:
        return False  # "the 2030s", "her 80s"
    return (
        len(symbol) > 1
        or start == at
        or text[start - 1] == "/"
        or symbol in _LETTERS
        or text[behind : behind + 1] == "/"
    )
