"""A group or council that a text founds and a report names: that both name it, and how often each has it meet.

The words of a name are those of a party and align nothing, so a sentence on a new body is found by its name alone. How
often is compared in words of a year, month, week or quarter; what else the body does is not compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from servanda.codebook import Span
from servanda.resolve.attributions import asserting
from servanda.resolve.findings import Aspect, Finding, Happening
from servanda.resolve.layouts import Layout, Line
from servanda.resolve.pairings import Alignment
from servanda.resolve.standing_bodies import standing_bodies_in

_FOUNDING = re.compile(
    r"\b(?:establish|set(?:ting)?\s+up|creat|launch|form|found|inaugurat|institut)\w*", re.IGNORECASE
)
_TELLING = 3
_OFTEN = re.compile(
    r"\b(?:(?P<times>once|twice|(?:two|three|four|five|six) times)\s+(?:an?|per|every|each)\s+(?P<span>week|month|quarter|year)"
    r"|every\s+(?P<every>week|month|quarter|year)|(?P<adverb>annually|yearly|monthly|weekly|quarterly))\b",
    re.IGNORECASE,
)
_ADVERBS = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "quarterly": "quarter"}


def find_recurrences(text: Layout, news: Layout, alignments: Sequence[Alignment]) -> Iterator[Finding]:
    """The bodies that the text founds, where a report names them, and how often both have them meet."""
    del alignments
    for line in text.lines:
        words = line.span.of(text.document.text)
        if not _FOUNDING.search(words) or not any(
            part.overlaps(line.span) for t in text.reading.commitments for part in t.span
        ):
            continue
        for body in standing_bodies_in(words):
            if len(body.name.split()) < _TELLING:
                continue
            here = _at(text, line, body.name)
            told = next(((other, there) for other in news.lines if (there := _at(news, other, body.name))), None)
            if here is not None and told is not None:
                yield _finding(text, news, Happening.KEPT, Aspect.WORDS, here, told[1], f"both name the {body.name}")
                yield from _how_often(text, line, news, told[0])


def _at(layout: Layout, line: Line, name: str) -> Span | None:
    """The first place of a name in a sentence."""
    pattern = r"\s+".join(map(re.escape, name.split()))
    found = re.compile(rf"\b{pattern}\b", re.IGNORECASE).search(layout.document.text, line.span.start, line.span.end)
    return Span(found.start(), found.end()) if found else None


def _how_often(text: Layout, line: Line, news: Layout, told: Line) -> Iterator[Finding]:
    here, there = (
        _OFTEN.search(one.document.text, at.span.start, at.span.end) for one, at in ((text, line), (news, told))
    )
    if here is None or there is None:
        return
    same = _rate(here) == _rate(there)
    reason = f"both have it {here[0]}" if same else f"“{there[0]}” in the report, “{here[0]}” in the text"
    spans = Span(here.start(), here.end()), Span(there.start(), there.end())
    yield _finding(text, news, Happening.KEPT if same else Happening.CHANGED, Aspect.NUMBER, *spans, reason)


def _rate(match: re.Match[str]) -> tuple[str, str]:
    """How many times in which span: `annually` is once a year."""
    span = match["span"] or match["every"] or _ADVERBS[match["adverb"].lower()]
    return (match["times"] or "once").lower(), span.lower()


def _finding(  # noqa: PLR0913, PLR0917 - both sides of one row
    text: Layout, news: Layout, happening: Happening, aspect: Aspect, here: Span, there: Span, reason: str
) -> Finding:
    return Finding(
        happening=happening,
        aspect=aspect,
        text=text.document.id,
        text_spans=(here,),
        news=news.document.id,
        news_spans=(there,),
        asserted_by=asserting(news.reading, there),
        reason=reason,
        score=0.7,
    )
