"""What was said: which way its beginning is looked for behind a cue, and where it ends.

It ends with the sentence, or where the reporter's own clause resumes (", when asked about …", ", and discussed …").
Content before the cue is found in `reports.py`.
"""

from __future__ import annotations

from servanda.codebook import Span, Spans
from servanda.codebook.spans import trimmed
from servanda.lexicon.reporting import Frame
from servanda.lexicon.speech import load_speech
from servanda.reading.statements.cues import Cue
from servanda.reading.statements.objects import open_called, open_infinitive, open_ordered, open_phrase
from servanda.reading.statements.openings import (
    Opening,
    open_clause,
    open_quoted,
    open_that,
    open_told,
    open_warned,
    past_adjuncts,
    word_at,
)
from servanda.reading.statements.pieces import Pieces

_CLAUSES = frozenset({Frame.THAT, Frame.BARE, Frame.QUOTE})
_BE = frozenset({"is", "are", "was", "were", "has", "have", "will", "had"})
_LEADING = frozenset({",", ":", ";", "—", "–", "-"})
_CLOSING = _LEADING | {".", "and", "but"}


def open_content(pieces: Pieces, cue: Cue, *, official: bool) -> Opening | None:
    """Where the content behind a cue begins; None where nothing that was said stands there."""
    at = past_adjuncts(pieces, cue.end)
    found = (
        open_that(pieces, cue, at, official=official)
        or open_quoted(pieces, cue, at)
        or open_warned(pieces, cue, at)
        or open_told(pieces, cue, at)
        or open_ordered(pieces, cue, at, official=official)
        or open_called(pieces, cue, at)
        or open_infinitive(pieces, cue, at)
        or open_phrase(pieces, cue, at, official=official)
        or open_clause(pieces, cue, at)
    )
    return found if found is not None and found.at < len(pieces) else None


def end_content(pieces: Pieces, opening: Opening) -> int:
    """The index behind the last piece of the content, if no other report cuts it short."""
    clausal = opening.frame in _CLAUSES
    for at in range(opening.at + 1, len(pieces)):
        sign = pieces[at].text
        if sign == ";" and opening.frame is not Frame.DEED:
            return at
        if not clausal and (_begins_act(pieces, at) or _begins_talk(pieces, at)):
            return at
        closed = pieces[at - 1].quote and pieces[at - 1].text[-2:-1] == ","
        if (sign == "," or closed) and _resumes(pieces, at + (sign == ",")):
            return at
        if pieces[at].lower == "according" and word_at(pieces, at + 1) == "to":
            return at
    return len(pieces)


def stretch(text: str, pieces: Pieces, start: int, end: int) -> Span | None:
    """The span of some pieces without the stops and commas around them."""
    while start < end and pieces[start].text in _LEADING:
        start += 1
    while start < end and pieces[end - 1].text in _CLOSING:
        end -= 1
    return trimmed(text, pieces[start].span.start, pieces[end - 1].span.end) if start < end else None


def quoted_and_not(text: str, content: Spans, quotes: Spans) -> tuple[bool, bool]:
    """Whether some of the content stands inside quotation marks, and whether some stands outside."""
    inside = any(quote.overlaps(span) for span in content for quote in quotes)
    outside = False
    for span in content:
        at = span.start
        for quote in sorted(quotes):
            if quote.overlaps(span):
                outside |= any(sign.isalnum() for sign in text[at : max(at, quote.start)])
                at = max(at, quote.end)
        outside |= any(sign.isalnum() for sign in text[at : max(at, span.end)])
    return inside, outside


def _begins_act(pieces: Pieces, at: int) -> bool:
    """Whether another verb of the reporter's begins: `and discussed the …`, `and is making …`."""
    if pieces[at].lower not in ("and", "but"):
        return False
    at += 1 + (word_at(pieces, at + 1) in ("also", "then", "later"))
    word, following = word_at(pieces, at), word_at(pieces, at + 1)
    words = load_speech()
    past = (word.endswith("ed") and len(word) > len("ended")) or word in words.deeds
    named = at + 1 < len(pieces) and pieces[at + 1].is_name
    follows = named or following in words.determiners or following in ("to", "on", "with", "about")
    return word in _BE or (past and (follows or following.endswith("s")))


def _begins_talk(pieces: Pieces, at: int) -> bool:
    """`…, and discussed recent reforms`, `…, and the two agreed`: past the comma an act begins."""
    talks = load_speech().talks
    if pieces[at].text != "," or word_at(pieces, at + 1) not in ("and", "but"):
        return pieces[at].text == "," and word_at(pieces, at + 1) in talks
    first, second, third = (word_at(pieces, n) for n in range(at + 2, at + 5))
    return first in talks or (first == "also" and second in talks) or (first in ("the", "both") and third in talks)


def _resumes(pieces: Pieces, at: int) -> bool:
    words = tuple(piece.lower for piece in pieces[at : at + 3])
    if words[:1] == ("as",):
        return words[1:2] != ("well",)
    return any(words[: len(signs)] == signs for signs in load_speech().resumes)
