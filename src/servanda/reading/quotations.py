"""Quotations without a cue of their own, and paragraphs that a colon announces as someone's words.

Words in marks inside a narrated sentence ("the so-called "axis"") are lent, and no statement.
"""

from __future__ import annotations

from servanda.codebook import Span, Spans
from servanda.lexicon.reporting import Frame
from servanda.reading.cues import find_cues
from servanda.reading.pieces import Pieces, is_whole
from servanda.reading.reports import Report
from servanda.reading.scenes import Scene

_LONG = 0.6


def loose_quotes(scene: Scene, pieces: Pieces, reports: tuple[Report, ...]) -> Spans:
    """Quotations that stand as sentences of their own and that no report holds."""
    held = {n for report in reports for start, end in report.content for n in range(start, end)}
    size = sum(len(p.span) for p in pieces)
    found = []
    for at, piece in enumerate(pieces):
        after = pieces[at + 1] if at + 1 < len(pieces) else None
        alone = len(piece.span) >= _LONG * size and len(piece.text.split()) > 3
        if at not in held and piece.quote and alone and (is_whole(scene, piece, after) or len(pieces) == 1):
            found.append(piece.span)
    return tuple(found)


def is_announced(pieces: Pieces) -> Report | None:
    """The reporting clause of a paragraph that ends in `X said:`."""
    if not pieces or pieces[-1].text != ":":
        return None
    cue = next((c for c in reversed(find_cues(pieces)) if c.has(Frame.QUOTE) and len(pieces) - c.end < 12), None)
    if cue is None:
        return None
    clause = ((0, cue.at), (cue.end, len(pieces)))
    return Report(rule="block", cue=cue.span, at=cue.at, content=(), subject=(0, cue.at), clause=clause)


def is_block(scene: Scene, paragraph: Span) -> bool:
    """Whether a paragraph is prose: it ends as a sentence does, so that headings and signatures are left out."""
    words = paragraph.of(scene.text)
    return words.rstrip("\"”’'»")[-1:] in (".", "!", "?", "…", ",", ";") and len(words.split()) > 3
