"""Deadlines that are none: a day from which something is to be done (`from 1 July`) is no day by which it is done.

The record keeps the time, as the codebook has it. An undertaking is not late because that day has passed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from servanda.codebook import RecordId, Span, unstated
from servanda.codebook.spans import BETWEEN
from servanda.resolve.statuses import Saying
from servanda.store import Found

_BEGINS = re.compile(r"(?:from|starting|beginning|commencing|effective|as\sof|with\seffect\sfrom)\b", re.IGNORECASE)
_BEGINNING = re.compile(
    r"\b(?:starting|beginning|commencing|effective)\s(?:(?:in|on|from|at)\s)?(?:the\s)?\Z", re.IGNORECASE
)
_ENDS = re.compile(r"\b(?:to|until|till|through)\b|\d\s?[–-]\s?\d", re.IGNORECASE)


def without_starts(sayings: Iterable[Saying], found: Mapping[RecordId, Found]) -> Iterator[Saying]:
    """What was said, without the deadlines that only say from when."""
    for saying in sayings:
        spans = saying.commitment.deadline.spans
        if spans and _only_begins(found[saying.commitment.id], spans[0]):
            yield replace(saying, commitment=replace(saying.commitment, deadline=unstated()))
        else:
            yield saying


def _only_begins(found: Found, deadline: Span) -> bool:
    before, words = _around(found, deadline)
    begins = _BEGINS.match(words) or _BEGINNING.search(before)
    return begins is not None and not _ENDS.search(words)


def _around(found: Found, wanted: Span) -> tuple[str, str]:
    """The words of a record before a stretch of it, and those of the stretch; empty where it lies elsewhere."""
    at = 0
    for span in found.record.spans:
        if span.holds(wanted):
            first = at + wanted.start - span.start
            return found.words[:first], found.words[first : first + wanted.end - wanted.start]
        at += span.end - span.start + len(BETWEEN)
    return "", ""
