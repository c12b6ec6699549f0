"""The sentences around a record, so that nobody reads a cell without its context.

Only the lines that the record stands in are laid out, so that a row of a long document costs no more than one of a
short document.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from servanda.codebook import Document, Span, Spans
from servanda.reading.paragraphs import paragraphs_of
from servanda.reading.sentences import sentences_of
from servanda.view.highlights import Highlight, Segment, segments_of

_REACH = 1500
"""Code points looked at on each side of a stretch: a line may be a whole book."""
_KEPT = 1_024


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One or more whole sentences of a document.

    Attributes:
        span: where they stand.
        segments: their text with the record's words highlighted.
        follows: whether text was left out before it, between it and the passage before.
    """

    span: Span
    segments: tuple[Segment, ...]
    follows: bool = False


def passages_of(text: str, spans: Spans, highlights: Iterable[Highlight]) -> tuple[Passage, ...]:
    """The sentences that hold these stretches, highlighted."""
    drawn = tuple(highlights)
    return tuple(
        Passage(span=span, segments=segments_of(text, drawn, span), follows=at > 0)
        for at, span in enumerate(sentences_around(text, spans))
    )


def sentences_around(text: str, spans: Spans) -> Spans:
    """The shortest run of whole sentences around each stretch, those that touch joined into one."""
    found: list[Span] = []
    for span in sorted(spans):
        around = _sentences(text, span)
        if found and not text[found[-1].end : around.start].strip(" "):
            found[-1] = Span(found[-1].start, max(found[-1].end, around.end))
        else:
            found.append(around)
    return tuple(found)


def _sentences(text: str, span: Span) -> Span:
    start = text.rfind("\n", max(0, span.start - _REACH), span.start) + 1 or max(0, span.start - _REACH)
    stop = text.find("\n", span.end, span.end + _REACH)
    end = stop if stop >= 0 else min(len(text), span.end + _REACH)
    laid_out = _laid_out(text[start:end])
    inside = [s for s in laid_out if s.start + start < span.end and span.start < s.end + start]
    if not inside:
        return span
    return Span(min(span.start, inside[0].start + start), max(span.end, inside[-1].end + start))


@lru_cache(maxsize=_KEPT)
def _laid_out(lines: str) -> Spans:
    """The sentences of some lines; kept, since a page shows several records of one line."""
    return tuple(s for paragraph in paragraphs_of(Document(text=lines)) for s in sentences_of(lines, paragraph))
