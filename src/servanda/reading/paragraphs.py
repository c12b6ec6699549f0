"""Where paragraphs stand: a line each, unless the text is wrapped at a fixed width; then the lines of one are joined.

The text itself is left as it is, so the line ends stay inside the paragraph's span. Furniture is cut out of it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from servanda.codebook import Document, Span, Spans
from servanda.codebook.spans import trimmed

_LINE = re.compile(r"[^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"(?:\r\n|[\r\n])[ \t]?\Z")
_NARROWEST, _WIDEST = 45, 105
_FEWEST = 3
# Lines that stand by themselves whatever stands above them: points of a list, headings, speakers.
_APART = re.compile(
    r"\s*(?:[•*◦▪·–—-]\s|[(\[]?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[.)]\s|#|>|[A-Z][A-Z .’'-]+:)|\s{4,}\S"
)


def paragraphs_of(document: Document) -> list[Span]:
    """The paragraphs of a document in order, furniture left out."""
    text, found = document.text, []
    for block in _blocks(text, document.furniture):
        start = block.start
        for stretch in sorted(f for f in document.furniture if f.start < block.end and f.end > start):
            found.append(trimmed(text, start, max(start, stretch.start)))
            start = max(start, min(stretch.end, block.end))
        found.append(trimmed(text, start, block.end))
    return [span for span in found if span is not None]


def _blocks(text: str, furniture: Spans) -> Iterator[Span]:
    """The lines, those of one wrapped paragraph as one."""
    lines = [Span(*line.span()) for line in _LINE.finditer(text)]
    width = _width(text, lines)
    if width is None:
        yield from lines
        return
    start = None
    for line, after in zip(lines, [*lines[1:], None], strict=True):
        start = line.start if start is None else start
        if after is None or not _goes_on(text, line, after, width) or _parts(furniture, line, after):
            yield Span(start, line.end)
            start = None


def _width(text: str, lines: list[Span]) -> int | None:
    """The width at which a text is wrapped, or None where a line is a paragraph.

    It is wrapped where no line is longer than a screen's, and the next word would not have fitted on most lines that
    another one follows directly.
    """
    written = [line for line in lines if line.of(text).strip()]
    width = max((len(line.of(text).rstrip()) for line in written), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return None
    close = [(one, two) for one, two in itertools.pairwise(written) if _is_next(text, one, two)]
    full = sum(_goes_on(text, one, two, width) for one, two in close)
    return width if full >= _FEWEST and full * 2 > len(close) else None


def _is_next(text: str, line: Span, after: Span) -> bool:
    """Whether one line end and nothing else stands between two lines."""
    return _BREAK.fullmatch(text[line.end : after.start]) is not None


def _goes_on(text: str, line: Span, after: Span, width: int) -> bool:
    """Whether the paragraph goes on in the next line, whose first word would not have fitted on this one."""
    if not _is_next(text, line, after) or _APART.match(text, after.start, after.end):
        return False
    words = after.of(text).split()
    return bool(words) and len(line.of(text).rstrip()) + 1 + len(words[0]) > width


def _parts(furniture: Spans, line: Span, after: Span) -> bool:
    """Whether furniture ends or begins at this line end."""
    return any(each.overlaps(line) != each.overlaps(after) for each in furniture)
