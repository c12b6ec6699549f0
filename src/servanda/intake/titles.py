"""The headline of a text that carries it as its first line."""

from __future__ import annotations

import re
from functools import cache

from servanda.codebook import Span, Spans
from servanda.intake.lines import HEAD
from servanda.lexicon.abbreviations import load_abbreviations

_LONGEST = 250
_SENTENCE_END = re.compile(r"[.;:,]['”\"’)]*\Z")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.)+\Z")
_SENTENCES = re.compile(r"[a-z]{3}[.!?] [A-Z“\"]")
_BULLET = re.compile(r"[•*◦▪–—-]\s|\d+[.)]\s|#")


def find_title(text: str, lines: Spans, furniture: Spans) -> Span | None:
    """The first line that is no furniture, where it looks like a headline and something follows it."""
    head = [line for line in lines[:HEAD] if not any(line.overlaps(other) for other in furniture)]
    if not head or head[0] == lines[-1]:
        return None
    first = _heading(text, head[0])
    return first if first and _is_title(first.of(text)) else None


def _heading(text: str, line: Span) -> Span | None:
    """The line without the sign of a Markdown heading."""
    words = line.of(text)
    sign = re.match(r"#{1,6}\s+", words)
    start = line.start + (sign.end() if sign else 0)
    end = line.end - (len(words) - len(words.rstrip("# ")) if sign else 0)
    return Span(start, end) if start < end else None


def _is_title(words: str) -> bool:
    if len(words) > _LONGEST or len(words.split()) < 2 or _BULLET.match(words):
        return False
    plain = _shortened().sub(r"\1", words)
    ended = _SENTENCE_END.search(plain) and not _ABBREVIATED.search(plain)
    return not ended and not _SENTENCES.search(plain) and any(sign.isalpha() for sign in words)


@cache
def _shortened() -> re.Pattern[str]:
    """An abbreviation with a stop that ends no sentence: `Jr.`, but not the `Inc.` of `Acme Inc. The firm …`."""
    known = load_abbreviations()
    words, starters = ("|".join(map(re.escape, each)) for each in ((*known.leading, *known.closing), known.starters))
    return re.compile(rf"\b({words})\.(?!\s(?:{starters})\b)")
