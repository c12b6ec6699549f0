"""The peers that read times, each called as its documentation says, with the day of publication given.

A peer says a moment and no precision; it is given the precision of the words it marked (a year, a month, a week, a day or
an hour), which favors it.
"""

from __future__ import annotations

import importlib
import logging
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from importlib.metadata import PackageNotFoundError, version
from typing import Any, TypeAlias

from time_corpora import Paper, Timex

from servanda.codebook import Span

System: TypeAlias = Callable[[Paper], list[Timex]]

# The day on which WikiWars' texts were taken from Wikipedia.
_DOWNLOADED = date(2009, 12, 19)


def peers() -> list[tuple[str, System]]:
    """The peers that are installed, with their versions."""
    found: list[tuple[str, System]] = []
    made = {
        "dateparser": _dateparser,
        "timexy": _timexy,
        "ctparse": _ctparse,
        "parsedatetime": _parsedatetime,
        "datefinder": _datefinder,
    }
    for name, make in made.items():
        try:
            found.append((f"{name} {version(name)}", make()))
        except (ImportError, PackageNotFoundError):
            continue
    return found


def _base(paper: Paper) -> datetime:
    return datetime.combine(paper.published or _DOWNLOADED, datetime.min.time())


_PRECISE = (
    (re.compile(r"\d\s?(?:[ap]\.?m\b|:\d\d)|o'clock", re.IGNORECASE), "%Y-%m-%dT%H:%M"),
    (re.compile(r"^\W*(?:in\s|the\s|early\s|late\s|mid-?)*\d{4}\W*$|\byears?\b", re.IGNORECASE), "%Y"),
    (
        re.compile(
            r"^\D*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s?(?:\d{4})?\W*$|\bmonths?\b",
            re.IGNORECASE,
        ),
        "%Y-%m",
    ),
    (re.compile(r"\bweeks?\b", re.IGNORECASE), "%G-W%V"),
)


def _moment(words: str, moment: datetime) -> str:
    """A peer's moment, no more exact than the words that it marked."""
    form = next((form for pattern, form in _PRECISE if pattern.search(words)), "%Y-%m-%d")
    return moment.strftime(form) if moment.year >= 1000 else f"{moment.year:04d}"


def _dateparser() -> System:
    search_dates = importlib.import_module("dateparser.search").search_dates

    def read(paper: Paper) -> list[Timex]:
        found: list[Timex] = []
        for start, part in _parts(paper.text):
            hits = search_dates(
                part, languages=["en"], settings={"RELATIVE_BASE": _base(paper), "PREFER_DATES_FROM": "past"}
            )
            at = 0
            for words, moment in hits or []:
                place = part.find(words, at)
                if place >= 0:
                    at = place + len(words)
                    found.append(Timex(Span(start + place, start + at), _moment(words, moment)))
        return found

    return read


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a text: the peers grow slow on more at once."""
    for line in re.finditer(r"[^\n]+", text):
        yield line.start(), line.group()


def _timexy() -> System:
    spacy = importlib.import_module("spacy")
    importlib.import_module("timexy.timexy")  # it registers its part of the pipeline
    pipeline = spacy.blank("en")
    pipeline.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": False})

    def read(paper: Paper) -> list[Timex]:
        return [
            Timex(Span(ent.start_char, ent.end_char), _timexy_value(ent.text, ent.kb_id_))
            for ent in pipeline(paper.text).ents
            if ent.label_ == "timexy"
        ]

    return read


def _timexy_value(words: str, written: str) -> str:
    value = re.search(r'value="([^"]*)"', written)
    if value is None or not value[1][:1].isdigit():
        return value[1] if value else ""
    return _moment(words, datetime.fromisoformat(value[1]))


def _ctparse() -> System:
    ctparse = importlib.import_module("ctparse").ctparse

    logging.getLogger("ctparse").setLevel(logging.ERROR)

    def read(paper: Paper) -> list[Timex]:
        found = []
        for sentence in re.finditer(r"[^.\n]+", paper.text):
            try:
                parse = ctparse(sentence.group(), ts=_base(paper), timeout=0.5)
            except (ValueError, OverflowError, TypeError):
                continue
            if (
                parse is not None
                and hasattr(parse.resolution, "year")
                and parse.resolution.mend > parse.resolution.mstart
            ):
                begin = sentence.start()
                span = Span(begin + parse.resolution.mstart, begin + parse.resolution.mend)
                found.append(Timex(span, _ctparse_value(parse.resolution)))
        return found

    return read


def _ctparse_value(made: Any) -> str:
    """What ctparse says itself that it knows: the year, the month, the day, the hour."""
    if made.year is None:
        return ""
    value = f"{made.year:04d}"
    for part in (made.month, made.day):
        if part is None:
            return value
        value += f"-{part:02d}"
    return value if made.hour is None else f"{value}T{made.hour:02d}:{made.minute or 0:02d}"


def _parsedatetime() -> System:
    calendar: Any = importlib.import_module("parsedatetime").Calendar()

    def read(paper: Paper) -> list[Timex]:
        found = []
        for start, part in _parts(paper.text):
            for moment, _, begin, end, words in calendar.nlp(part, sourceTime=_base(paper)) or ():
                found.append(Timex(Span(start + begin, start + end), _moment(words, moment)))
        return found

    return read


def _datefinder() -> System:
    datefinder = importlib.import_module("datefinder")

    def read(paper: Paper) -> list[Timex]:
        found = []
        for start, part in _parts(paper.text):
            try:
                hits = list(datefinder.find_dates(part, index=True, source=True, base_date=_base(paper)))
            except (OverflowError, ValueError, TypeError):
                continue
            for moment, words, (begin, end) in hits:
                found.append(Timex(Span(start + begin, start + end), _moment(words, moment)))
        return found

    return read
