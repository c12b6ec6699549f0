"""Quotations: before their cue, broken by it, without one, and paragraphs that a colon announces as someone's words.

Words in marks inside a narrated sentence ("the so-called "axis"") are lent, and no statement.
"""

from __future__ import annotations

from servanda.codebook import Span, Spans
from servanda.lexicon.reporting import Frame
from servanda.lexicon.speech import load_speech
from servanda.reading.scenes import Scene
from servanda.reading.statements.clauses import Range, Report
from servanda.reading.statements.cues import Cue, find_cues
from servanda.reading.statements.openings import Opening
from servanda.reading.statements.pieces import Pieces, is_whole

_LONG = 0.6
_LENT = 5


def loose_quotes(pieces: Pieces, reports: tuple[Report, ...]) -> Spans:
    """Quotations that stand as sentences of their own and that no report holds."""
    if not any(piece.quote for piece in pieces):
        return ()
    held = {n for report in reports for start, end in report.content for n in range(start, end)}
    size = sum(len(p.span) for p in pieces)
    found = []
    for at, piece in enumerate(pieces):
        if not piece.quote or at in held:
            continue
        after = pieces[at + 1] if at + 1 < len(pieces) else None
        alone = len(piece.span) >= _LONG * size and len(piece.text.split()) > 3
        if alone and (is_whole(piece, after) or len(pieces) == 1):
            found.append(piece.span)
    return tuple(found)


def colon_report(pieces: Pieces, reports: tuple[Report, ...]) -> Report | None:
    """`Ghana's envoy gave another account: "…"`: a quotation behind a colon, without a cue."""
    if not any(piece.quote for piece in pieces):
        return None
    held = {n for report in reports for start, end in report.content for n in range(start, end)}
    for at in range(2, len(pieces)):
        long = pieces[at].quote and len(pieces[at].text.split()) > _LENT
        last = at + 1 == len(pieces) or (at + 2 == len(pieces) and not pieces[at + 1].is_word)
        if long and last and at not in held and pieces[at - 1].text == ":":
            clause = (0, at - 1)
            return Report(rule="colon", cue=None, at=at - 1, content=((at, at + 1),), subject=clause, clause=(clause,))
    return None


def is_announced(pieces: Pieces) -> Report | None:
    """The reporting clause of a paragraph that ends in `X said:`."""
    if not pieces or pieces[-1].text != ":":
        return None
    cue = next((c for c in reversed(find_cues(pieces)) if c.has(Frame.QUOTE) and len(pieces) - c.end < 12), None)
    if cue is None or cue.at == 0 or any(piece.lower in load_speech().modals for piece in pieces[cue.end :]):
        return None
    clause = ((0, cue.at), (cue.end, len(pieces)))
    return Report(rule="block", cue=cue.span, at=cue.at, content=(), subject=(0, cue.at), clause=clause)


def is_block(scene: Scene, paragraph: Span) -> bool:
    """Whether a paragraph is prose: it ends as a sentence does, so that headings and signatures are left out."""
    words = paragraph.of(scene.text)
    return words.rstrip("\"”’'»")[-1:] in (".", "!", "?", "…", ",", ";") and len(words.split()) > 3


def quote_before(pieces: Pieces, cue: Cue, since: int) -> int | None:
    """Index of the quotation that this cue follows: `"…," the envoy said`, `"…," said Kenya's envoy`."""
    if not cue.has(Frame.QUOTE, Frame.HEARER):
        return None
    if cue.at > since and pieces[cue.at - 1].quote and cue.has(Frame.QUOTE) and _leads(pieces, cue.at - 1, since):
        return cue.at - 1
    for at in range(cue.at - 1, max(since, cue.at - 30) - 1, -1):
        if pieces[at].quote:
            after = pieces[at + 1] if at + 1 < len(pieces) else None
            joined = pieces[at + 1].lower in ("and", "but", "as") if cue.at > at + 1 else False
            return at if is_whole(pieces[at], after) and not joined and _leads(pieces, at, since) else None
        if pieces[at].text in (";", ":"):
            return None
    return None


def broken_report(pieces: Pieces, cue: Cue, quote: int, opening: Opening | None) -> Report:
    """A quotation before the cue, and its second half behind the clause where it is broken by it."""
    between = [p for p in pieces[quote + 1 : cue.at] if p.is_word]
    behind = next((n for n in range(cue.end, len(pieces)) if pieces[n].quote), None)
    content: tuple[Range, ...] = ((quote, quote + 1),)
    end = len(pieces)
    if behind is not None and (pieces[behind - 1].text in (",", ":", ".") or opening is None or opening.at == behind):
        whole = is_whole(pieces[behind], pieces[behind + 1] if behind + 1 < len(pieces) else None)
        verbs = find_cues(pieces[cue.end : behind])
        if whole and not verbs:
            content, end = (*content, (behind, behind + 1)), behind
    subject = (quote + 1, cue.at) if between else (cue.end, end)
    return Report(
        rule="quotation",
        cue=cue.span,
        at=cue.at,
        content=content,
        subject=subject,
        clause=((quote + 1, cue.at), (cue.end, end)),
    )


def _leads(pieces: Pieces, at: int, since: int) -> bool:
    """Whether a quotation begins its clause, so that it is no object of a verb before it."""
    return at in (since, 0) or pieces[at - 1].text in (",", ":", ".", "—", "–") or pieces[at - 1].lower == "but"
