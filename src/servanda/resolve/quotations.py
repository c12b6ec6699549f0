"""What a report puts between quotation marks as the text's words: word for word, otherwise, or nowhere in the text.

The whole of a quotation is held against the text, in order, whatever its length. Capitals, punctuation and spelling do
not count, and where the report marks an omission the pieces count one by one. What a person said elsewhere is no
quotation of the text: it is told only where most of its words stand in the text as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher

from servanda.codebook import Span
from servanda.codebook.vocabulary import ActorKind
from servanda.resolve.attributions import asserting, lines_about, voiced_by_text
from servanda.resolve.findings import Aspect, Finding, Happening
from servanda.resolve.layouts import Layout
from servanda.resolve.pairings import Alignment
from servanda.resolve.variants import spelling_key

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_OMITTED = re.compile(r"\[?(?:\.\s?\.\s?\.|…)\]?|\[[^\]]*\]")
_SHORTEST = 4
"""Fewer words are a name or a characterization, which other rules tell."""
_RUN = 3
"""So many words in a row must be the text's for a quotation to be held against that place."""
_MOST = 0.4
_SPOKEN = 0.75
"""How much of a quotation must be the text's: less, where the report says that the text is quoted."""
_SLACK = 3
_SMALL = frozenset(
    {"a", "an", "the", "of", "and", "to", "that", "this", "their", "its", "our", "we", "they", "it", "is", "are"}
)
"""Words that a report may set for others in a quotation without changing what it says."""


@dataclass(frozen=True, slots=True)
class _Token:
    """A word of a text, as it is compared."""

    key: str
    span: Span


def find_quotations(text: Layout, news: Layout, alignments: Sequence[Alignment]) -> Iterator[Finding]:
    """What became of the text's words in the quotations of a report."""
    del alignments
    here = _tokens(text.document.text, Span(0, len(text.document.text)))
    about = lines_about(text, news)
    for quote in news.quotes:
        for piece in _pieces(news.document.text, quote):
            told = _tokens(news.document.text, piece)
            if len(told) >= _SHORTEST:
                line = next((line.span for line in news.lines if line.span.overlaps(piece)), piece)
                is_about = line.start in about and voiced_by_text(text, news, piece)
                yield from _held(text, news, here, told, is_about=is_about)


def _is_spoken(news: Layout, span: Span) -> bool:
    """Whether one person is said to have said it: what several say at once stands in a text of theirs."""
    persons = {actor.actor for actor in news.reading.actors if actor.kind is ActorKind.PERSON}
    speakers = asserting(news.reading, span)
    return len(speakers) == 1 and speakers[0] in persons


def _pieces(text: str, quote: Span) -> Iterator[Span]:
    start = quote.start
    for left in _OMITTED.finditer(text, quote.start, quote.end):
        if left.start() > start:
            yield Span(start, left.start())
        start = left.end()
    if start < quote.end:
        yield Span(start, quote.end)


def _tokens(text: str, span: Span) -> list[_Token]:
    return [
        _Token(spelling_key(found.group()), Span(found.start(), found.end()))
        for found in _WORD.finditer(text, span.start, span.end)
    ]


def _held(text: Layout, news: Layout, here: list[_Token], told: list[_Token], *, is_about: bool) -> Iterator[Finding]:
    """One stretch of a quotation against the place of the text that it is most like."""
    keys, mine = [token.key for token in told], [token.key for token in here]
    matcher = SequenceMatcher(None, mine, keys, autojunk=False)
    longest = matcher.find_longest_match(0, len(mine), 0, len(keys))
    if longest.size >= min(_RUN, len(keys)):
        yield from _at_place(
            text,
            news,
            here,
            told,
            longest.a - longest.b,
            least=_SPOKEN if _is_spoken(news, told[0].span) and not is_about else _MOST,
        )
    elif is_about:
        spans = Span(told[0].span.start, told[-1].span.end)
        yield _finding(
            text, news, Happening.ADDED, ((), (spans,)), "the text is quoted with words that stand nowhere in it"
        )


def _at_place(  # noqa: PLR0913 - both texts, and where in them
    text: Layout, news: Layout, here: list[_Token], told: list[_Token], start: int, *, least: float
) -> Iterator[Finding]:
    first, last = max(0, start - _SLACK), min(len(here), start + len(told) + _SLACK)
    window = here[first:last]
    blocks = SequenceMatcher(
        None, [token.key for token in window], [token.key for token in told], autojunk=False
    ).get_matching_blocks()
    shared = sum(block.size for block in blocks)
    if shared < least * len(told):
        return
    full = [block for block in blocks if block.size]
    place = Span(window[full[0].a].span.start, window[full[-1].a + full[-1].size - 1].span.end)
    strange = _strange(told, full)
    plain = {token.key for token in told} - {
        token.key for block in full for token in told[block.b : block.b + block.size]
    }
    if plain <= _SMALL and (strange or len(full) == 1):
        whole = Span(told[0].span.start, told[-1].span.end)
        yield _finding(text, news, Happening.KEPT, ((place,), (whole,)), "quoted word for word")
        return
    strange = strange or (Span(told[0].span.start, told[-1].span.end),)
    said = " … ".join(span.of(news.document.text) for span in strange)
    reason = (
        f"the text does not have “{said}” here"
        if shared < len(told)
        else "words of the text are left out without a mark"
    )
    yield _finding(text, news, Happening.CHANGED, ((place,), strange), reason)


def _strange(told: list[_Token], blocks: Sequence[Match]) -> tuple[Span, ...]:
    """The stretches of the quotation that are not the text's."""
    kept = {at for block in blocks for at in range(block.b, block.b + block.size)}
    runs: list[list[int]] = []
    for at in (at for at in range(len(told)) if at not in kept):
        if runs and runs[-1][-1] == at - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    return tuple(Span(told[run[0]].span.start, told[run[-1]].span.end) for run in runs)


def _finding(
    text: Layout, news: Layout, happening: Happening, spans: tuple[tuple[Span, ...], tuple[Span, ...]], reason: str
) -> Finding:
    return Finding(
        happening=happening,
        aspect=Aspect.QUOTATION,
        text=text.document.id,
        text_spans=spans[0],
        news=news.document.id,
        news_spans=spans[1],
        asserted_by=asserting(news.reading, spans[1][0]),
        claims_text=True,
        reason=reason,
        score=0.85,
    )
