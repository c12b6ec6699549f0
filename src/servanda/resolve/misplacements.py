"""Numbers of the text that a report gives for another thing: 40 nurses and 120 officers become 40 officers.

The words around a number, up to the next number, tell what it is of. A number is misplaced where these words are those
around another number of the text, or those of a sentence that the number does not stand in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from servanda.resolve.attributions import asserting
from servanda.resolve.figures import is_rounded, with_rate, written
from servanda.resolve.findings import Aspect, Finding, Happening
from servanda.resolve.layouts import Figure, Layout, Line
from servanda.resolve.pairings import Alignment, alike, same_figure

_REACH = 9
"""How many words next to a number tell what it is of."""
_CLEARLY = 2
"""By how many words another number's place must be the better one."""
_SMALL = 3
"""A count up to three is a number of anything."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A number of the text with its sentence and the words around it."""

    figure: Figure
    line: Line
    words: frozenset[str]


def find_misplaced(text: Layout, news: Layout, alignments: Sequence[Alignment]) -> Iterator[Finding]:
    """The numbers of the report that the text gives for another thing."""
    places = [_Place(figure, line, _around(line, figure)) for line in text.lines for figure in line.figures]
    for line in news.lines:
        told = [one for one in alignments if one.news is line]
        for figure in line.figures if told else ():
            own = [place for place in places if place.figure.value == figure.value]
            if own and figure.value > _SMALL:
                yield from _held(text, news, (line, figure), own, _rivals(places, figure, told))


def _rivals(places: Sequence[_Place], figure: Figure, told: Sequence[Alignment]) -> list[_Place]:
    """The other numbers in sentences of the text that the report's sentence tells of."""
    lines = [one.text for one in told]
    return [place for place in places if place.figure.value != figure.value and place.line in lines]


def _held(
    text: Layout, news: Layout, told: tuple[Line, Figure], own: Sequence[_Place], rivals: Sequence[_Place]
) -> Iterator[Finding]:
    line, figure = told
    words = _around(line, figure)
    known = max(len(words & place.words) for place in own)
    best = max(rivals, key=lambda place: (len(words & place.words), -place.figure.span.start), default=None)
    if best is None or len(words & best.words) < known + _CLEARLY:
        return
    if any(same_figure(best.figure, other) or _is_rounding(best.figure, other) for other in line.figures):
        return
    place = max(own, key=lambda one: (len(words & one.words), -one.figure.span.start))
    reason = f"the text gives {written(best.figure)} here; {written(place.figure)} is of another thing in it"
    spans = (with_rate(text.document.text, best.figure), with_rate(text.document.text, place.figure))
    yield Finding(
        happening=Happening.MISPLACED,
        aspect=Aspect.NUMBER,
        text=text.document.id,
        text_spans=tuple(sorted(spans)),
        news=news.document.id,
        news_spans=(figure.span,),
        asserted_by=asserting(news.reading, figure.span),
        reason=reason,
        score=0.75,
    )


def _is_rounding(one: Figure, other: Figure) -> bool:
    return alike(one, other) and (is_rounded(one.value, other.value) or is_rounded(other.value, one.value))


def _around(line: Line, figure: Figure) -> frozenset[str]:
    """What the words next to a number mean, up to the number before it and the one behind."""
    before = max((other.span.end for other in line.figures if other.span.end <= figure.span.start), default=0)
    behind = min(
        (other.span.start for other in line.figures if other.span.start >= figure.span.end), default=line.span.end
    )
    at = next((word.place for word in line.words if word.span.end > figure.span.start), 0)
    return frozenset(
        word.meaning or (word.lower if word.names else "")
        for word in line.words
        if abs(word.place - at) <= _REACH and before <= word.span.start < behind and not figure.span.overlaps(word.span)
    ) - {""}
