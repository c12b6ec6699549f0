"""Where in a text something stands.

Offsets are `[start, end)` in Unicode code points of the document's text exactly as ingested. Nothing here looks at
what a stretch means.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """One stretch of a document's text.

    Attributes:
        start: first code point of the stretch.
        end: the code point behind its last one; always greater than `start`.

    Raises:
        ValueError: the stretch is empty, backward or before the text.
    """

    start: int
    end: int

    # Written out, since a document takes thousands of spans and this takes a third of the time.
    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start < end:
            raise ValueError(f"a span runs forward from 0 on, not from {start} to {end}")
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words that stand there."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


_set_start, _set_end = Span.__dict__["start"].__set__, Span.__dict__["end"].__set__

Spans: TypeAlias = tuple[Span, ...]

BETWEEN = " … "
"""What stands between the words of several stretches."""


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The stretch without white space at its ends, or None where nothing else stands there."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def words_of(text: str, spans: Iterable[Span]) -> str:
    """The words of all stretches, joined by an ellipsis where there are several."""
    return BETWEEN.join(span.of(text) for span in spans)


def hull(spans: Iterable[Span]) -> Span:
    """The shortest single stretch that holds them all.

    Raises:
        ValueError: there are none.
    """
    listed = sorted(spans)
    if not listed:
        raise ValueError("no span to enclose")
    return Span(listed[0].start, max(span.end for span in listed))
