"""What annotators and a peer's authors say that texts amount to: MEANTIME's values, and quantulum3's own cases.

MEANTIME marks where values stand and gives none, so its words are worked out by a small reader of its own (`_amount`),
apart from servanda's.
"""

from __future__ import annotations

import hashlib
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from importlib.resources import files
from pathlib import Path
from typing import Any

from servanda.codebook import Span
from servanda.lexicon.units import load_units

_SENTENCES = 6


@dataclass(frozen=True, slots=True)
class Said:
    """One quantity as a system or an annotator has it: place, value, unit; None is what was not said."""

    start: int
    end: int
    value: Fraction | None
    unit: str | None


_NAMES = {
    "dimensionless": "", "percentage": "%", "dollar": "USD", "united states dollar": "USD", "pound sterling": "GBP", "cent": "cents", "penny": "pence",
    "inverse second": "per second", "minute of arc": "'", "dozen": "", "cubic centimetre": "mL", "pound-mass": "pounds", "australian dollar": "AUD",
    "ton per day": "tons per day", "megayear": "million years", "gigayear": "billion years", "count per week": "times per week",
    "point": "points", "count": "", "brazilian real": "BRL", "singapore dollar": "SGD", "yen": "JPY", "dollar bill": "USD",
}  # fmt: skip


def named_unit(name: str) -> str:
    """The unit as servanda writes it, from quantulum3's name for it; the name itself where it has none."""
    known = _NAMES.get(name.lower())
    if known is not None:
        return known
    parts = [_simple(part) for part in name.split(" per ")]
    return " per ".join(parts)


def _simple(name: str) -> str:
    units = load_units()
    power = {"square ": "²", "cubic ": "³"}.get(name[: name.find(" ") + 1], "")
    plain = name.removeprefix("square ").removeprefix("cubic ").lower()
    table = {**units.currencies, **units.measures, **units.times}
    return next((table[word] + power for word in (plain, f"{plain}s", f"degrees {plain[7:]}") if word in table), name)


def meantime(folder: Path, half: int) -> Iterator[tuple[str, list[Said]]]:
    """The texts of one half, drawn by a hash of their numbers, with their values."""
    for path in sorted(folder.rglob("*.xml")):
        root = ET.parse(path).getroot()  # noqa: S314 (a corpus of our own choice)
        number = root.get("doc_id", "")
        if int(hashlib.sha256(number.encode()).hexdigest(), 16) % 2 == half:
            yield _annotated(root)


def _annotated(root: ET.Element) -> tuple[str, list[Said]]:
    """The annotated sentences, a line each, spaced as in print, and their values; of nested ones the innermost."""
    text, places = "", {}
    for token in root.iter("token"):
        sentence, word = int(token.get("sentence", "0")), token.text or ""
        if sentence >= _SENTENCES:
            break
        text += _gap(text, word, first=token.get("number") is not None and places.get("sentence") != sentence)
        places["sentence"] = sentence
        places[token.get("t_id")] = Span(len(text), len(text) + len(word))
        text += word
    found = [_said(text, places, value) for value in root.iter("VALUE")]
    said = [one for one in found if one is not None]
    values = [one for one in said if not any(_inside(other, one) for other in said)]
    # Dates and spans of time are another layer, so a number in one of them is neither right nor wrong.
    times = [_time(places, each) for each in root.iter("TIMEX3")]
    return text, sorted([*values, *(each for each in times if each)], key=lambda one: one.start)


def _time(places: dict[Any, Any], marked: ET.Element) -> Said | None:
    words = [places.get(anchor.get("t_id")) for anchor in marked.findall("token_anchor")]
    return Said(words[0].start, words[-1].end, None, None) if words and None not in words else None


def _inside(one: Said, other: Said) -> bool:
    return one != other and other.start <= one.start and one.end <= other.end


def _gap(text: str, word: str, *, first: bool) -> str:
    if first:
        return "\n" if text else ""
    tight = word in {",", ".", ";", ":", ")", "'s", "’s", "?", "!", "%", "''", "'"} or text.endswith(
        ("(", "$", "£", "€", "``", "#", "¥")
    )
    return "" if tight else " "


def _said(text: str, places: dict[Any, Any], value: ET.Element) -> Said | None:
    words = [places.get(anchor.get("t_id")) for anchor in value.findall("token_anchor")]
    if not words or None in words:
        return None
    span = Span(words[0].start, words[-1].end)
    amount, unit = _amount(span.of(text), value.get("type", ""))
    return Said(span.start, span.end, amount, unit)


_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_MONEY = {
    "US$": "USD",
    "AU$": "AUD",
    "A$": "AUD",
    "C$": "CAD",
    "$": "USD",
    "£": "GBP",
    "€": "EUR",
    "#": None,
    "euro": "EUR",
    "cent": "cents",
    "yen": "JPY",
}


def _amount(words: str, kind: str) -> tuple[Fraction | None, str | None]:
    """What annotated words amount to; no value where they name no single number (`many`, `thousands of`, `52-35`)."""
    written = words.lower().replace("us dollars", "").replace(",", "")
    numbers = re.findall(r"-?\d+(?:\.\d+)?", written)
    small = [word for word in re.findall(r"[a-z]+", written) if word in _SMALL]
    half = re.search(r"\bhalf\b", written) is not None
    if len(numbers) + len(small) + half != 1 or re.search(r"\d[x-]\d|\d/\d", written):
        return None, None
    value = Fraction(numbers[0]) if numbers else Fraction(1, 2) if half else Fraction(_SMALL.index(small[0]))
    for word, scale in _SCALES.items():
        value *= scale if re.search(rf"\b{word}\b", written) else 1
    if kind == "PERCENT":
        return value, "%"
    if kind == "MONEY":
        return value, next((code for sign, code in _MONEY.items() if sign.lower() in words.lower()), None)
    return value, None


_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def quantulum_cases() -> Iterator[tuple[str, list[Said]]]:
    """quantulum3's own cases, from its package."""
    folder = files("quantulum3") / "_lang" / "en_US" / "tests"
    for name in ("quantities.json", "quantities.ambiguity.json"):
        for case in json.loads((folder / name).read_text(encoding="utf-8")):
            yield case["req"], list(_asked(case["req"], case["res"]))


def _asked(text: str, answers: Iterable[dict[str, Any]]) -> Iterator[Said]:
    at = 0
    for answer in answers:
        start = text.find(answer["surface"], at)
        if start < 0:
            continue
        at = start + len(answer["surface"])
        year = _YEAR.fullmatch(answer["surface"]) and answer["unit"] == "dimensionless"
        value = Fraction(str(answer["value"]))
        if answer["unit"] in {"dozen", "gross", "baker's dozen"}:
            value *= {"dozen": 12, "gross": 144}.get(answer["unit"], 13)
        yield Said(start, at, None if year else value, named_unit(answer["unit"]))
