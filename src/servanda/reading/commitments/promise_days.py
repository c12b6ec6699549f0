"""When something was promised that a text looks back on, and what its deadline then is.

    Chad agreed | in March 2021 | to free them by June: June 2021 · pledged | on 4 May | to pay within 30 days: from that day on

A deadline with a year or decade of its own stands as it is. Where the words leave open which year or day is meant, it is unclear.
"""

from __future__ import annotations

import re
from datetime import date

from servanda.codebook import Slot, Span, When, stated, unclear
from servanda.reading.commitments.lines import Line
from servanda.reading.scenes import Scene
from servanda.reading.times.pages import hits_in, published_on
from servanda.reading.times.tenses import Tense
from servanda.reading.times.values import TimeKind

_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b(?:decade|century)\b", re.IGNORECASE)
_LENGTH = re.compile(
    r"\b(?:within|in|over|inside|for)\s(?:the\s)?(?:next\s|coming\s)?[\w-]+\s(?:days?|weeks?|months?|years?)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:since|until|till|before|to|than)\s(?:the\s)?\Z", re.IGNORECASE)
_NEAR = 10
_PAST = "VBD"


def promised_on(scene: Scene, line: Line, wording: Span | None, words: Span) -> When | None:
    """When it was promised, where the word of undertaking is told in the past beside a past time; None elsewhere.

    Args:
        scene: the document.
        line: the sentence.
        wording: the word of undertaking.
        words: the deed.
    """
    node = line.tree.at(wording.start) if wording is not None and line.span.holds(wording) else None
    published = published_on(scene)
    if node is None or node.fine != _PAST or published is None or words.start <= line.span.start:
        return None
    past = [
        hit.resolved.when
        for hit in hits_in(scene, Span(line.span.start, words.start), Tense.PAST)
        if hit.resolved.kind is TimeKind.DATE
        and hit.resolved.when is not None
        and hit.resolved.when.last < published
        and not _SINCE.search(scene.text[max(line.span.start, hit.span.start - _NEAR) : hit.span.start])
    ]
    return past[-1] if past else None


def counted_from(deadline: Slot[When], promised: When, published: date, text: str) -> Slot[When]:
    """A deadline that was read from the day of publication, as it was on the day of the promise."""
    when = deadline.value
    words = " ".join(span.of(text) for span in deadline.spans)
    if when is None or when.last < promised.start or _YEAR.search(words):
        return deadline
    meant = _of_length(when, promised, published) if _LENGTH.search(words) else _of_year(when, promised)
    if meant is None:
        return unclear("from which day it counts is not told", deadline.spans)
    return stated(meant, deadline.spans, f"counted from when it was promised, {promised}")


def _of_length(when: When, promised: When, published: date) -> When | None:
    if not promised.is_day:
        return None
    shift = published - promised.start
    return When(when.start - shift, when.end - shift)


def _of_year(when: When, promised: When) -> When | None:
    """The first such day behind the promise; None where it may have lain before it."""
    moved = [one for year in (promised.start.year, promised.last.year + 1) if (one := _moved(when, year)) is not None]
    behind = [one for one in moved if one.last >= promised.last]
    return behind[0] if behind and (behind[0] is moved[0] or moved[0].last <= promised.start) else None


def _moved(when: When, year: int) -> When | None:
    """The same days of another year; None where it has no such day."""
    try:
        shift = when.last.year - year
        return When.between(when.start.replace(year=when.start.year - shift), when.last.replace(year=year))
    except ValueError:
        return None
