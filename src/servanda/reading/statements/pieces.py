"""Sentences as the readers of speech see them: words outside quotations, and each quotation as one piece.

What stands inside a quotation is another's, so no reporting verb is looked for there. Nothing here asks what is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from servanda.codebook import Span, Spans
from servanda.reading.scenes import Scene

_CLOSERS = "\"”’'»›」』“"
_WHOLE = ",.?!…—–-"


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, sign or whole quotation outside which nothing is quoted."""

    text: str
    lower: str
    span: Span
    quote: bool = False

    # Written out, since a document takes thousands of pieces and this takes a third of the time.
    def __init__(self, text: str, lower: str, span: Span, quote: bool = False) -> None:
        _set_text(self, text)
        _set_lower(self, lower)
        _set_span(self, span)
        _set_quote(self, quote)

    @property
    def is_name(self) -> bool:
        """Whether it begins with a capital."""
        return not self.quote and self.text[:1].isupper()

    @property
    def is_word(self) -> bool:
        """Whether it is a word or number, not a sign or quotation."""
        return not self.quote and self.text[:1].isalnum()


_set_text, _set_lower, _set_span, _set_quote = (
    Piece.__dict__[name].__set__ for name in ("text", "lower", "span", "quote")
)

Pieces = tuple[Piece, ...]


def units_of(scene: Scene, paragraph: Span) -> Spans:
    """The sentences of a paragraph, joined where a quotation runs over their borders."""
    units: list[Span] = []
    for sentence in scene.sentences_at((paragraph,)):
        if not paragraph.holds(sentence):
            continue
        if units and any(q.start < units[-1].end < q.end for q in scene.quotes_in(units[-1])):
            units[-1] = Span(units[-1].start, sentence.end)
        else:
            units.append(sentence)
    return tuple(units)


def pieces_of(scene: Scene, unit: Span) -> Pieces:
    """The pieces of a stretch, in order."""
    return tuple(_pieces(scene, unit))


def _pieces(scene: Scene, unit: Span) -> Iterator[Piece]:
    at = unit.start
    for quote in (*scene.quotes_in(unit), None):
        stop = max(at, quote.start) if quote else unit.end
        if at < stop:
            yield from [Piece(w.text, w.lower.replace("’", "'"), w.span) for w in scene.words(Span(at, stop))]
        if quote:
            yield Piece(quote.of(scene.text), "", quote, quote=True)
            at = max(at, quote.end)


def is_whole(piece: Piece, after: Piece | None) -> bool:
    """Whether a quotation is speech of its own, not words lent to a narrated sentence.

    It is one where it closes with a stop inside its marks, or where a comma follows them, as British papers do.
    """
    words = piece.text.rstrip(_CLOSERS).rstrip()
    return piece.quote and (
        words[-1:] in _WHOLE or (after is not None and after.text == "," and len(words.split()) > 2)
    )
