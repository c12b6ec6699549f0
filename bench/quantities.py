"""Quantities beside the peers: MEANTIME's values, half by half, and quantulum3's own test cases.

MEANTIME marks where money, percentages and other numbers stand, in the first six sentences of a report, and gives no
values. What its words amount to is worked out here by a small reader of its own (`_amount`), apart from servanda's.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import re
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any

from tables import Row, Table, f1

from servanda.codebook import Document, Span
from servanda.lexicon.units import load_units
from servanda.reading.quantities.quantities import Measure, find_numbers
from servanda.reading.scenes import Scene

_MEANTIME = "MEANTIME (NewsReader, CC BY 4.0), VALUE"
_SENTENCES = 6
_TARGETS = {"F1": 0.85}


@dataclass(frozen=True, slots=True)
class Said:
    """One quantity as a system or an annotator has it: place, value, unit; None is what was not said."""

    start: int
    end: int
    value: Fraction | None
    unit: str | None


Reader = Callable[[str], list[Said]]


def measure(data: Path) -> list[Table]:
    """MEANTIME by halves, and quantulum3's cases; every system reads the same texts.

    Args:
        data: the folder that holds `meantime`.
    """
    readers = dict(_readers())
    halves = [list(_meantime(data / "meantime", half)) for half in (0, 1)]
    rateless = {name: partial(_without_rates, reader) for name, reader in readers.items()}
    names = ("the half developed on", "the half held out")
    tables = [
        _table(f"quantities, MEANTIME, {name}: value and unit", half, rateless, _MEANTIME)
        for name, half in zip(names, halves, strict=True)
    ]
    cases = list(_quantulum_cases()) if "quantulum3" in str(list(readers)) else []
    note = "units by name, ranges by their ends' mean; years as numbers, words for no number and a case's tolerance are left out"
    means = {name: partial(_meant, reader) for name, reader in readers.items()}
    return [
        *tables,
        _table("quantities, quantulum3's own cases: value and unit", cases, means, "quantulum3, MIT", note),
    ]


def _table(
    name: str, texts: list[tuple[str, list[Said]]], readers: dict[str, Reader], source: str, note: str = ""
) -> Table:
    rows = tuple(Row(system, _figures(texts, reader)) for system, reader in readers.items())
    return Table(
        name,
        rows,
        source=source,
        targets=_TARGETS,
        note=note or "found: the place alone; a number's unit counts where the annotated words hold one",
    )


def _figures(texts: list[tuple[str, list[Said]]], reader: Reader) -> dict[str, float]:
    right = found = said = asked = letters = 0
    started = time.perf_counter()
    readings = [(reader(text), gold) for text, gold in texts]
    seconds = time.perf_counter() - started
    for reading, gold in readings:
        pairs = list(_pairs(reading, gold))
        valued = [one for one in gold if one.value is not None]
        # What stands where an annotator saw words without a number is neither right nor wrong.
        open_places = [one for one in gold if one.value is None]
        said += sum(1 for mine in reading if not any(_touches(mine, one) for one in open_places))
        asked += len(valued)
        found += sum(1 for _, one in pairs if one.value is not None)
        right += sum(_is_right(mine, one) for mine, one in pairs)
    letters = sum(len(text) for text, _ in texts)
    return {
        **f1(right, said, asked),
        "found F1": f1(found, said, asked)["F1"],
        "KB a second": letters / 1000 / max(seconds, 1e-9),
    }


def _touches(one: Said, other: Said) -> bool:
    return one.start < other.end and other.start < one.end


def _pairs(reading: list[Said], gold: list[Said]) -> Iterator[tuple[Said, Said]]:
    """One to one, in the order of the text; the right one first where several stand at a place."""
    left = list(gold)
    for mine in reading:
        near = [one for one in left if _touches(mine, one)]
        if near:
            best = max(near, key=lambda one, mine=mine: (_is_right(mine, one), -abs(one.start - mine.start)))
            left.remove(best)
            yield mine, best


def _is_right(mine: Said, gold: Said) -> bool:
    if gold.value is None or mine.value is None:
        return False
    near = abs(mine.value - gold.value) <= abs(gold.value) * Fraction(1, 10**6)
    return near and (gold.unit is None or mine.unit == gold.unit)


# The systems


def _readers() -> Iterator[tuple[str, Reader]]:
    yield "servanda", _ours
    try:
        from quantulum3 import parser  # noqa: PLC0415 (a peer may be missing)
    except ImportError:
        return
    version = importlib.metadata.version("quantulum3")
    yield f"quantulum3 {version}", lambda text: _quantulum(parser, text)


def _ours(text: str) -> list[Said]:
    scene = Scene(document=Document(text=text))
    found = [m for sentence in scene.sentences for m in find_numbers(text, sentence)]
    flat = [one for each in found for one in (each, *each.again)]
    return [Said(m.span.start, m.span.end, Fraction(m.value), _unit(m)) for m in flat]


def _unit(measure: Measure) -> str:
    if measure.kind in {"none", "people", "goods", "noun", "share"} or measure.unit in {"units", "points"}:
        return ""
    return f"{measure.unit} per {measure.per}" if measure.per and measure.kind == "money" else measure.unit


def _without_rates(reader: Reader, text: str) -> list[Said]:
    """Units without what they are per, which MEANTIME leaves outside its values."""
    return [Said(one.start, one.end, one.value, (one.unit or "").partition(" per ")[0]) for one in reader(text)]


_BETWEEN = re.compile(r"(?:\sper\s\w+)?-?\s?(?:to|and|-|–)\s?")


def _meant(reader: Reader, text: str) -> list[Said]:
    """A range as its mean, which is how quantulum3 gives it."""
    found: list[Said] = []
    for one in reader(text):
        last = found[-1] if found else None
        between = text[last.end : one.start] if last else ""
        joined = last and last.unit == one.unit and last.value is not None and _BETWEEN.fullmatch(between)
        if last and joined and ("and" not in between or text[: last.start].endswith("between ")):
            found[-1] = Said(last.start, one.end, ((last.value or 0) + (one.value or 0)) / 2, one.unit)
        else:
            found.append(one)
    return found


def _quantulum(parser: Any, text: str) -> list[Said]:
    try:
        found = parser.parse(text)
    except Exception:  # noqa: BLE001 (a peer that fails on a text has found nothing in it)
        return []
    return [Said(q.span[0], q.span[1], Fraction(q.value), named_unit(q.unit.name)) for q in found]


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


# The texts


def _meantime(folder: Path, half: int) -> Iterator[tuple[str, list[Said]]]:
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


def _quantulum_cases() -> Iterator[tuple[str, list[Said]]]:
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
