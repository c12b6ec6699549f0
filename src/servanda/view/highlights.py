"""Overlapping stretches of one text laid out so that a page can draw them one inside the other.

Records overlap freely: a promise stands inside a quotation, a name inside the promise, and two of them may cross. Pages
can only draw boxes inside boxes. Here the text is cut at every border, and each cut says which stretches open before
it and how many close behind it; a stretch that crosses another is closed and opened anew. No letter is added or lost.
What a stretch looks like is not decided here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile

from servanda.codebook import RecordId, Span

FURNITURE = "furniture"
"""The kind of a stretch that is not part of the report."""

MATCHES = "matches"
"""The kind of a stretch that was searched for."""

_OUTER_FIRST = (
    *(FURNITURE, "statements", "commitments", "instruments", "occasions", "assessments", "actors", "slots"),
    MATCHES,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlight:
    """One stretch to be drawn.

    Attributes:
        span: the stretch.
        kind: plural name of the record's kind, `furniture`, `slots` for the words of one field, or `matches` for what
            was searched for.
        record: id of the record; empty for furniture and matches.
        slot: name of the field, where the stretch bears one field only.
        stretch: which of the record's stretches it is, from 1 on.
        label: short name of the record on its page, such as `c1`.
    """

    span: Span
    kind: str
    record: RecordId = ""
    slot: str = ""
    stretch: int = 1
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A stretch that begins, or goes on, before a segment.

    Attributes:
        highlight: the stretch.
        first: whether this is its beginning; false where it was cut by another stretch or a paragraph.
    """

    highlight: Highlight
    first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A piece of text in which the same stretches hold from end to end.

    Attributes:
        text: the words exactly as they stand in the document.
        start: where they begin in the document.
        opens: the stretches that open before it, outermost first.
        closes: how many of the open stretches close behind it, innermost first.
        record: id of the innermost record that the words belong to; empty for none.
    """

    text: str
    start: int
    opens: tuple[Opening, ...] = ()
    closes: int = 0
    record: RecordId = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of a document.

    Attributes:
        segments: its pieces, in order.
        gap: the white space behind it.
    """

    segments: tuple[Segment, ...]
    gap: str = ""


def segments_of(
    text: str, highlights: Iterable[Highlight], window: Span | None = None, breaks: Iterable[int] = ()
) -> tuple[Segment, ...]:
    """Cut a text into segments; joined, they are the text exactly.

    Args:
        text: the document's text.
        highlights: what to draw; stretches or parts of them outside the text are passed over.
        window: the part of the text that is wanted; the whole of it where None.
        breaks: places where every stretch must close, such as the ends of paragraphs.

    Returns:
        The segments, in order. Openings and closings are balanced, also between two breaks.
    """
    start, end = (window.start, min(window.end, len(text))) if window else (0, len(text))
    drawn = sorted({h for h in highlights if h.span.start < end and start < h.span.end}, key=_outermost)
    fixed = {at for at in breaks if start < at < end}
    borders = {at for h in drawn for at in (h.span.start, h.span.end) if start < at < end}
    cuts = sorted({start, end} | fixed | borders) if start < end else []
    held = list(_held(drawn, cuts))
    seen: set[Highlight] = set()
    found = []
    for at, (left, right) in enumerate(pairwise(cuts)):
        stack = held[at]
        kept = 0 if at == 0 or left in fixed else _shared(held[at - 1], stack)
        stays = 0 if right in fixed or right == end else _shared(stack, held[at + 1])
        opens = tuple(Opening(highlight=h, first=h not in seen) for h in stack[kept:])
        seen.update(stack)
        record = next((h.record for h in reversed(stack) if h.record), "")
        closes = len(stack) - stays
        found.append(Segment(text=text[left:right], start=left, opens=opens, closes=closes, record=record))
    return tuple(found)


def paragraphs_of(text: str, highlights: Iterable[Highlight]) -> tuple[Paragraph, ...]:
    """The text in paragraphs: between blank lines where it has any, else line by line.

    Texts of the wires are often broken at a fixed width, with blank lines between paragraphs; others have a line a
    paragraph.
    """
    bounds = list(_bounds(text))
    cuts = sorted({at for bound in bounds for at in bound})
    segments = iter(segments_of(text, highlights, breaks=cuts))
    pending = next(segments, None)
    found = []
    for _, end, gap_end in bounds:
        inside = []
        while pending is not None and pending.start < end:
            inside.append(pending)
            pending = next(segments, None)
        while pending is not None and pending.start < gap_end:
            pending = next(segments, None)
        found.append(Paragraph(segments=tuple(inside), gap=text[end:gap_end]))
    return tuple(found)


def _outermost(highlight: Highlight) -> tuple[int, int, int, str, str, int, str]:
    rank = _OUTER_FIRST.index(highlight.kind) if highlight.kind in _OUTER_FIRST else len(_OUTER_FIRST)
    span = highlight.span
    return span.start, -span.end, rank, highlight.record, highlight.slot, highlight.stretch, highlight.label


def _held(drawn: list[Highlight], cuts: list[int]) -> Iterator[list[Highlight]]:
    """For each piece between two cuts, the stretches that hold it, outermost first."""
    waiting = iter(drawn)
    following = next(waiting, None)
    active: list[Highlight] = []
    for left, _ in pairwise(cuts):
        active = [h for h in active if h.span.end > left]
        while following is not None and following.span.start <= left:
            active.append(following)
            following = next(waiting, None)
        yield active


def _shared(one: list[Highlight], other: list[Highlight]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _bounds(text: str) -> Iterator[tuple[int, int, int]]:
    """Beginning and end of each paragraph, and the end of the white space behind it."""
    lines = text.splitlines(keepends=True)
    apart = any(not line.strip() for line in lines[:-1])
    start = end = at = 0
    blank = True
    for line in lines:
        fresh = bool(line.strip()) and (blank or not apart)
        if fresh and at > 0 and text[start:end]:
            yield start, end, at
            start = at
        at += len(line)
        blank = not line.strip()
        if not blank:
            end = at - (len(line) - len(line.rstrip("\r\n")))
    if at > start:
        yield start, end if end > start else at, at
