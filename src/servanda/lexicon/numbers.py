"""Number words, scales and ordinals, and the one function that turns written numbers into exact ones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from servanda.lexicon.tables import load_words

_SPLIT = re.compile(r"[\s\-‐‑]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWords:
    """The words of numbers.

    Attributes:
        words: `three`: 3, up to ninety.
        scales: `million`: 1000000.
        letters: short scales behind digits, `bn`; case counts.
        ordinals: `second`: 2, as far as quarters of a year go.
    """

    words: dict[str, int]
    scales: dict[str, int]
    letters: dict[str, int]
    ordinals: dict[str, int]


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
    total, part = Decimal(0), Decimal(0)
    table = load_numbers()
    words = [word for word in _SPLIT.split(written.lower()) if word != "and"]
    for word in words:
        if word in table.words:
            part += table.words[word]
        elif word in ("a", "an"):
            part = part or Decimal(1)
        elif word == "half":
            part = Decimal("0.5")
        elif word not in table.scales:
            return None
        elif table.scales[word] <= 100:
            part = (part or Decimal(1)) * table.scales[word]
        else:
            total, part = total + (part or Decimal(1)) * table.scales[word], Decimal(0)
    return total + part if words else None
