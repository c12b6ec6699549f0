"""Times beside the peers: right span and equal value on MEANTIME and on WikiWars, held-out halves.

The rules were made on the other halves. A value is compared as TIMEX2 or TIMEX3 writes it, whichever the key follows; what
modifies it (early, late) is not compared.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from tables import Row, Table, f1
from time_corpora import Paper, Timex, normal, read_meantime, read_wikiwars
from time_peers import System, peers

from servanda.codebook import Document, Span, When
from servanda.reading.scenes import Scene
from servanda.reading.times.times import Time, find_expressions

_WIKIWARS = (
    "github.com/semantic-systems/coypu-temporal-extraction-service-machamp (temporal-data/original_datasets/wikiwars)"
)
_TARGET = {"value F1": 0.8}
_DATED = re.compile(r"(?:BC)?[\dX]|(?:PAST|PRESENT|FUTURE)_REF")
# How TIMEX2 writes what comes every day, week, month or year.
_UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX"}


def measure(data: Path) -> list[Table]:
    """A table a corpus: ours and the peers' on the half that was held out."""
    tables = [_table("MEANTIME", read_meantime(data / "meantime"), "MEANTIME, Wikinews with TIMEX3, CC BY 4.0")]
    wars = Path(os.environ.get("WIKIWARS", data / "wikiwars"))
    papers = list(read_wikiwars(wars)) if wars.is_dir() else []
    if papers:
        source = "WikiWars (Mazur and Dale 2010), Wikipedia with TIMEX2, CC BY-SA 3.0"
        return [*tables, _table("WikiWars", papers, source)]
    note = f"Not measured: {wars} holds no WikiWars. Take its files *.key.xml from {_WIKIWARS} and name their folder in WIKIWARS."
    return [*tables, Table(name="times, WikiWars", rows=(), note=note)]


def _table(name: str, papers: Iterable[Paper], source: str) -> Table:
    held = [paper for paper in papers if paper.is_held_out]
    rows = tuple(_row(system, read, held) for system, read in (("servanda", _ours), *peers()))
    count = sum(len(paper.key) for paper in held)
    note = (
        f"{len(held)} documents, {count} times. Precision, recall, value F1: spans that overlap, values equal; strict: spans"
        " equal too. DATE and TIME: without lengths and, in TIMEX3, repeated times. Only timexy gives lengths, too."
    )
    return Table(name=f"times, {name}, held-out half", rows=rows, source=source, targets=_TARGET, note=note)


def _row(system: str, read: System, papers: list[Paper]) -> Row:
    read(papers[0])  # what is loaded once is no part of the speed
    started = time.perf_counter()
    said = [(paper, read(paper)) for paper in papers]
    took = time.perf_counter() - started
    figures = _figures(said)
    figures["expressions/s"] = sum(len(found) for _, found in said) / took if took else 0.0
    return Row(system, figures)


def _figures(said: list[tuple[Paper, list[Timex]]]) -> dict[str, float]:
    whole = [(paper.key, tuple(found)) for paper, found in said]
    dated = [(_dated(key), _dated(found)) for key, found in whole]
    value = _score(whole, lambda a, b: a.value == b.value)
    return {
        "precision": value["precision"],
        "recall": value["recall"],
        "value F1": value["F1"],
        "strict value F1": _score(whole, lambda a, b: a.value == b.value and a.span == b.span)["F1"],
        "span F1": _score(whole, lambda _a, _b: True)["F1"],
        "strict span F1": _score(whole, lambda a, b: a.span == b.span)["F1"],
        "DATE and TIME": _score(dated, lambda a, b: a.value == b.value)["F1"],
    }


def _dated(times: tuple[Timex, ...]) -> tuple[Timex, ...]:
    return tuple(timex for timex in times if _DATED.match(timex.value) or not timex.value)


def _score(
    pairs: list[tuple[tuple[Timex, ...], tuple[Timex, ...]]], right: Callable[[Timex, Timex], bool]
) -> dict[str, float]:
    """Each time of the key is matched once, best first: with the one of equal value that overlaps, else with any."""
    hits = 0
    for key, found in pairs:
        free = list(found)
        for timex in key:
            near = [other for other in free if other.span.overlaps(timex.span) and right(timex, other)]
            if near:
                free.remove(near[0])
                hits += 1
    return f1(hits, sum(len(found) for _, found in pairs), sum(len(key) for key, _ in pairs))


def _ours(paper: Paper) -> list[Timex]:
    """The times of a paper, in the letters of its corpus: TIMEX2 writes `annual` as a year unknown, TIMEX3 as a year long."""
    published = When.day(paper.published) if paper.published else None
    scene = Scene(document=Document(text=paper.text, published=published))
    found = find_expressions(scene, Span(0, len(paper.text)))
    return [Timex(timex.span, _again(timex.value, paper.standard)) for said in found for timex in _written(said)]


def _written(said: Time) -> list[Timex]:
    """A range is its two ends, as both keys mark them; all else is written as the reading writes it."""
    if said.ends:
        return [Timex(span, normal(value)) for span, value in said.ends]
    return [Timex(said.core, normal(said.value))]


def _again(value: str, standard: str) -> str:
    if not value.startswith("R/"):
        return value
    return value[2:] if standard == "TIMEX3" else _UNKNOWN.get(value[-1], value[2:])
