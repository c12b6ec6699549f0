"""Claims that one thing is given in return for another, and whether the text says so.

That one term is the price of the other is an assertion of whoever says it. Here stands who that is, and whether the
text has such words between its terms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from servanda.codebook import ActorId, Span
from servanda.lexicon.contrasts import exchange_phrases
from servanda.resolve.attributions import asserting, lines_about
from servanda.resolve.figures import term_words
from servanda.resolve.findings import Aspect, Finding, Happening
from servanda.resolve.layouts import Layout, Line
from servanda.resolve.pairings import Alignment

_PHRASES = re.compile(rf"\b(?:{'|'.join(map(re.escape, exchange_phrases()))})\b", re.IGNORECASE)


def find_bargains(text: Layout, news: Layout, alignments: Sequence[Alignment]) -> Iterator[Finding]:
    """Where a report says that one thing is given for another, in a sentence that tells of the text."""
    about = lines_about(text, news)
    telling = {one.news.span.start for one in alignments if one.is_sure} | about
    for before, line in zip((None, *news.lines), news.lines, strict=False):
        # "In exchange, …" goes on about what the sentence before told of the text.
        goes_on = before is not None and before.span.start in about and before.paragraph == line.paragraph
        if line.span.start not in telling and not goes_on:
            continue
        for found in _PHRASES.finditer(news.document.text, line.span.start, line.span.end):
            yield _finding(text, news, line, Span(*found.span()), alignments)


def _finding(text: Layout, news: Layout, line: Line, span: Span, alignments: Sequence[Alignment]) -> Finding:
    told = [one for one in alignments if one.news is line and one.is_sure]
    said = [place for one in told if (place := _phrase_in(text, one.text)) is not None]
    reason = (
        "the text has such words between these terms"
        if said
        else "the text has no such words; its terms stand side by side"
        if told
        else "the text has no such words, and no term of it was found that is told here"
    )
    return Finding(
        happening=Happening.KEPT if said else Happening.ADDED,
        aspect=Aspect.EXCHANGE,
        text=text.document.id,
        text_spans=tuple(dict.fromkeys(said)) or tuple(dict.fromkeys(s for one in told for s in term_words(one))),
        news=news.document.id,
        news_spans=(span,),
        asserted_by=_asserted(news, span),
        claims_text=line.span.start in lines_about(text, news),
        reason=reason,
        score=0.9,
    )


def _phrase_in(text: Layout, line: Line) -> Span | None:
    found = _PHRASES.search(text.document.text, line.span.start, line.span.end)
    return Span(*found.span()) if found else None


def _asserted(news: Layout, span: Span) -> tuple[ActorId, ...]:
    """Who the reading says asserts the exchange, else who says the sentence."""
    for term in news.reading.commitments:
        if term.exchange.value is not None and any(part.overlaps(span) for part in term.exchange.spans):
            return term.exchange.value.asserted_by
    return asserting(news.reading, span)
