"""Anniversaries: `the 70th anniversary of the 1953 treaty` is the year 2023; without its first year one stays open."""

from __future__ import annotations

import re

from servanda.codebook import When
from servanda.lexicon.numbers import load_numbers
from servanda.reading.times.anchors import Anchor, Resolved, TimeRule, left_open, settled
from servanda.reading.times.words import time_rule

_OPEN = "an anniversary of what is not dated here"
_TENS = (
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "twentieth",
    "thirtieth",
    "fortieth",
    "fiftieth",
    "sixtieth",
    "seventieth",
    "eightieth",
    "ninetieth",
)
_NUMBERS = (5, 6, 7, 8, 9, 10, 20, 30, 40, 50, 60, 70, 80, 90)
_ORDINALS = {**load_numbers().ordinals, **dict(zip(_TENS, _NUMBERS, strict=True)), "centenary": 100}
_YEAR = re.compile(r"(?<![\d,.$€£])(?:1[5-9]|20)\d\d(?![\d,]\d|s\b)")


def _resolve(match: re.Match[str], anchor: Anchor) -> Resolved:
    del anchor
    word = match["ordinal"].lower()
    count = int(re.sub(r"\D", "", word)) if word[0].isdigit() else _ORDINALS[word]
    behind = re.split(r"[.;!?]\s|\n", match.string[match.end() : match.end() + 140])[0]
    first = _YEAR.search(behind) if behind.lstrip().startswith(("of", "since")) else None
    if first is None or int(first.group()) + count > 9000:
        return left_open(_OPEN)
    year = int(first.group()) + count
    return settled(When.year(year), "year", f"{count} years after {first.group()}")


ANNIVERSARY_RULES: tuple[TimeRule, ...] = (
    time_rule(
        rf"\b(?:the\s|its\s|their\s|our\s)?(?P<ordinal>\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(_ORDINALS)})[\s-](?:year\s)?anniversary\b",
        _resolve,
    ),
)
