"""Number words, scales, fractions and ordinals, and the functions that turn written numbers into exact ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from servanda.lexicon.tables import load_words

_SPLIT = re.compile(r"[\s\-‐‑]+")
_HALF = Decimal("0.5")
_JOINTS = ("and", "&")
_THOUSAND = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWords:
    """The words of numbers.

    Attributes:
        words: `three`: 3, up to ninety.
        scales: `million`: 1000000.
        letters: short scales behind digits, `bn`; case counts.
        ordinals: `second`: 2, as far as quarters of a year go.
        fractions: `thirds`: 3, what a whole is divided by.
        glyphs: `½`: numerator and denominator.
        vague: words before `of` or a scale that name no number: `tens`, `several`.
    """

    words: dict[str, int]
    scales: dict[str, int]
    letters: dict[str, int]
    ordinals: dict[str, int]
    fractions: dict[str, int]
    glyphs: dict[str, list[int]]
    vague: dict[str, list[str]]


@cache
def load_numbers() -> NumberWords:
    """The number words, from `numbers.toml`."""
    table = load_words("numbers.toml")
    return NumberWords(**table)


@cache
def number_pattern() -> str:
    """A regular expression, without groups, for a number word of any length (`two hundred and fifty thousand`)."""
    table = load_numbers()
    one = "|".join(sorted((*table.words, *table.scales), key=len, reverse=True))
    return rf"(?:(?:(?:a|half\sa)\s(?=hundred|thousand|million|billion|trillion|dozen))?(?:{one})(?:(?:[\s\-]|\sand\s)(?:{one}))*)"


def parse_number(written: str) -> Decimal | None:
    """The value of digits or number words: `1,250.5`, `two hundred and fifty`, `twenty-five`; None for anything else."""
    if written[:1].isdigit():
        plain = written.replace(",", "")
        return Decimal(plain) if re.fullmatch(r"\d+(?:\.\d+)?", plain, re.ASCII) else None
    words = [word for word in _SPLIT.split(written.lower()) if word]
    if words and words[0] in load_numbers().scales:
        words = ["a", *words]
    found = read_words(words)
    return found[0] if found and found[1] == len(words) else None


def read_words(words: Sequence[str]) -> tuple[Decimal, int] | None:
    """The number that words in lower case begin with, and how many of them it takes; None where they begin with none.

    `two hundred and six`, `a dozen`, `half a million`, `two and a half million`, `three point two`.
    `two and three` is two: what follows `and` must be smaller than the scale before it.
    """
    scales = load_numbers().scales
    total, at, ceiling = Decimal(0), 0, 0
    while part := _hundreds(words, at, after=ceiling > 0):
        value, end = part
        value, end = _with_tail(words, value, end)
        scale = scales.get(_word(words, end), 0)
        larger = scale >= _THOUSAND and (not ceiling or scale < ceiling)
        total, at = total + value * (scale if larger else 1), end + larger
        if not larger:
            break
        ceiling = scale
    return (total, at) if at else None


def _word(words: Sequence[str], at: int) -> str:
    return words[at] if at < len(words) else ""


def _hundreds(words: Sequence[str], start: int, *, after: bool) -> tuple[Decimal, int] | None:
    """A number under a thousand and the place behind it: `two hundred and fifty`, `twenty-five`, `a` before a scale."""
    scales = load_numbers().scales
    at = start + 1 if after and _word(words, start) in _JOINTS else start
    first = _tens(words, at) or (None if after else _lead(words, at))
    if first is None:
        return None
    value, at = first
    if _word(words, at) == "dozen":
        return value * scales["dozen"], at + 1
    if _word(words, at) != "hundred" or value >= 100:
        return value, at
    value, at = value * 100, at + 1
    rest = _tens(words, at + 1 if _word(words, at) in _JOINTS else at)
    return (value + rest[0], rest[1]) if rest else (value, at)


def _tens(words: Sequence[str], at: int) -> tuple[Decimal, int] | None:
    """A number under a hundred: `twenty-five`, `twenty`, `seven`."""
    known = load_numbers().words
    tens = known.get(_word(words, at))
    if tens is None:
        return None
    unit = known.get(_word(words, at + 1), 0) if tens >= 20 else 0
    return (Decimal(tens + unit), at + 2) if 0 < unit < 10 else (Decimal(tens), at + 1)


def _lead(words: Sequence[str], at: int) -> tuple[Decimal, int] | None:
    """What may stand before a scale for a number: `a` is one, `half a` and `half` are a half."""
    scales, first, second = load_numbers().scales, _word(words, at), _word(words, at + 1)
    if first in ("a", "an") and second in scales:
        return Decimal(1), at + 1
    if first == "half" and second in ("a", "an") and _word(words, at + 2) in scales:
        return _HALF, at + 2
    return (_HALF, at + 1) if first == "half" and second in scales else None


def _with_tail(words: Sequence[str], value: Decimal, at: int) -> tuple[Decimal, int]:
    """`… and a half`, `… and three quarters`, `… point two five`."""
    table = load_numbers()
    joint, many, part = (_word(words, at + place) for place in range(3))
    if joint in _JOINTS and many in ("a", "one", "three") and part in table.fractions and _is_half_or_quarter(part):
        return value + Decimal(3 if many == "three" else 1) / table.fractions[part], at + 3
    digits = ""
    while joint == "point" and table.words.get(_word(words, at + 1 + len(digits)), 10) < 10:
        digits += str(table.words[words[at + 1 + len(digits)]])
    return (value + Decimal(f"0.{digits}"), at + 1 + len(digits)) if digits else (value, at)


def _is_half_or_quarter(part: str) -> bool:
    return part.startswith(("half", "quarter"))
