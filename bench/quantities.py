"""Quantities beside the peers: MEANTIME's values, half by half, and quantulum3's own test cases.

MEANTIME marks where money, percentages and other numbers stand, in the first six sentences of a report, and gives no
values; what its words amount to is worked out in `values.py`.
"""

from __future__ import annotations

import importlib.metadata
import re
import time
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any

from tables import Row, Table, f1
from values import Said, meantime, named_unit, quantulum_cases

from servanda.codebook import Document
from servanda.reading.quantities.quantities import Measure, find_numbers
from servanda.reading.scenes import Scene

_MEANTIME = "MEANTIME (NewsReader, CC BY 4.0), VALUE"
_TARGETS = {"F1": 0.85}


Reader = Callable[[str], list[Said]]


def measure(data: Path) -> list[Table]:
    """MEANTIME by halves, and quantulum3's cases; every system reads the same texts.

    Args:
        data: the folder that holds `meantime`.
    """
    readers = dict(_readers())
    halves = [list(meantime(data / "meantime", half)) for half in (0, 1)]
    rateless = {name: partial(_without_rates, reader) for name, reader in readers.items()}
    names = ("the half developed on", "the half held out")
    tables = [
        _table(f"quantities, MEANTIME, {name}: value and unit", half, rateless, _MEANTIME)
        for name, half in zip(names, halves, strict=True)
    ]
    cases = list(quantulum_cases()) if "quantulum3" in str(list(readers)) else []
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
