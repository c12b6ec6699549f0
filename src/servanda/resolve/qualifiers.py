"""What a term hangs on, in the text and in a report: its conditions, and its deadline.

Outlets drop qualifiers before they change verbs. A condition is kept where a word of it stands in a sentence of the
report that tells of the term; how its words are put does not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from servanda.codebook import Commitment, Span, Spans
from servanda.lexicon.contrasts import qualifying_openings
from servanda.resolve.attributions import asserting
from servanda.resolve.figures import claim_words
from servanda.resolve.findings import Aspect, Finding, Happening
from servanda.resolve.layouts import Layout, Line
from servanda.resolve.pairings import Alignment
from servanda.resolve.synonyms import meaning_of

_ENDS = re.compile(r"[,;:.—–”\"]|\band\b(?=\s+\w+\s+its\b)")
_WORD = re.compile(r"[^\W_]+")
_ALONE = frozenset({"if", "unless", "pending"})
"""Openings of one word that open nothing else."""
_MEASURES = re.compile(
    r"subject\s+to\s+(?:\w+\s+){0,3}?(?:section|tariffs?|dut(?:y|ies)|lev(?:y|ies)|quotas?|sanctions?|controls|restrictions|tax(?:es)?)\b"
    r"(?!\s+(?:actions?|by|laws?|legislation|negotiations?|of|reforms?|reviews?|rules|talks))",
    re.IGNORECASE,
)
"""`Goods subject to tariffs` says which goods, and is no condition."""
_MOST = 0.5
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_EMPTY = frozenset(
    {"accordance", "and", "any", "are", "consistent", "end", "for", "his", "its", "line", "our", "subject"}
)
_EMPTY |= {"that", "the", "their", "with"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fate:
    """What became of a condition or deadline, and why that is said."""

    happening: Happening
    aspect: Aspect
    span: Span
    reason: str
    told: Spans = ()
    """The words of the report, where it gives another deadline."""


def find_qualifiers(text: Layout, news: Layout, alignments: Sequence[Alignment]) -> Iterator[Finding]:
    """The conditions and deadlines of the terms that a report tells of: kept, or dropped."""
    for alignment in alignments:
        for term in alignment.text_terms:
            yield from (
                _finding(text, news, alignment, fate) for fate in _deadlines(text, news, term, alignment, alignments)
            )
        if alignment.is_sure:
            told = _told(alignment, alignments)
            for span in conditions_of(text, alignment):
                yield _finding(text, news, alignment, _fate(text, news, span, Aspect.CONDITION, told))


def _deadlines(
    text: Layout, news: Layout, term: Commitment, alignment: Alignment, alignments: Sequence[Alignment]
) -> Iterator[_Fate]:
    for span in term.deadline.spans:
        dated = _dated(alignment, term, span) if alignment.is_sure or _is_same_deed(alignment) else None
        if dated is not None:
            yield dated
        elif alignment.is_sure:
            yield _fate(text, news, span, Aspect.DEADLINE, _told(alignment, alignments))


def _told(alignment: Alignment, alignments: Sequence[Alignment]) -> list[Line]:
    """The sentences of the report that tell of the same sentence of the text."""
    return [one.news for one in alignments if one.text is alignment.text]


def _is_same_deed(alignment: Alignment) -> bool:
    """Whether one undertaking of each has the same act and debtor: enough to compare two days, not to miss what is not there."""
    if len(alignment.text_terms) != 1 or len(alignment.news_terms) != 1:
        return False
    here, there = alignment.text_terms[0], alignment.news_terms[0]
    return here.act.value is there.act.value and bool(set(here.debtors.value or ()) & set(there.debtors.value or ()))


def conditions_of(text: Layout, alignment: Alignment) -> Spans:
    """The conditions of what a report tells of: as they were read, and by their openings in its sentence."""
    read = [part for term in alignment.text_terms for part in term.condition]
    opened = _opened(text.document.text, alignment.text) if len(terms_at_line(text, alignment.text)) <= 1 else ()
    further = [span for span in opened if not any(span.overlaps(part) for part in read)]
    pieces = (piece for part in (*read, *further) for piece in _pieces(text.document.text, part))
    return tuple(piece for piece in pieces if not _MEASURES.match(piece.of(text.document.text)))


def terms_at_line(text: Layout, line: Line) -> tuple[Commitment, ...]:
    """The commitments of a sentence; of several it is open which one a condition in it is of."""
    return tuple(term for term in text.reading.commitments if any(part.overlaps(line.span) for part in term.span))


def _opened(text: str, line: Line) -> Iterator[Span]:
    """Stretches that begin with the opening of a condition, each up to the next mark."""
    for at, word in enumerate(line.words):
        for opening in qualifying_openings().get(word.lower, ()):
            if (len(opening) > 1 or opening[0] in _ALONE) and tuple(
                other.lower for other in line.words[at : at + len(opening)]
            ) == opening:
                end = _ENDS.search(text, line.words[at + len(opening) - 1].span.end, line.span.end)
                yield Span(word.span.start, end.start() if end else line.span.end)
                break


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """`in line with the pact and subject to consent` is two conditions."""
    start = span.start
    for joint in re.finditer(r",?\s+and\s+", text[span.start : span.end]):
        behind = span.start + joint.end()
        if _opens(text[behind : span.end]):
            yield Span(start, span.start + joint.start())
            start = behind
    yield Span(start, span.end)


def _opens(words: str) -> bool:
    first = tuple(word.lower() for word in words.split()[:5])
    return any(first[: len(opening)] == opening for opening in qualifying_openings().get(first[0] if first else "", ()))


def _is_told(text: Layout, news: Layout, span: Span, lines: Iterable[Line]) -> bool:
    """Whether sentences of the report have most of its words, one of them behind such an opening, or its year."""
    words = span.of(text.document.text)
    years = set(_YEAR.findall(words))
    told = " ".join(line.span.of(news.document.text) for line in lines)
    if years and _YEAR.search(told):
        return bool(years & set(_YEAR.findall(told)))
    content = _content(words)
    shared = content & _content(told)
    return bool(shared) and (
        len(shared) >= _MOST * len(content) or any(_opens(told[at.start() :]) for at in _WORD.finditer(told))
    )


def _content(words: str) -> set[str]:
    return {meaning_of(word) for word in _WORD.findall(words) if word.lower() not in _EMPTY and len(word) > 2}


def _dated(alignment: Alignment, term: Commitment, span: Span) -> _Fate | None:
    """What became of a deadline by its day: `by the end of next year` keeps a 31 December, and `by 2030` changes a 2028.

    Another day is only told of a report's one undertaking that has a day; where one time holds the other, words decide.
    """
    mine = term.deadline.value
    others = [one.deadline for one in alignment.news_terms if one.deadline.value]
    if mine is None or not others:
        return None
    if any(other.value and other.value.last == mine.last for other in others):
        return _Fate(happening=Happening.KEPT, aspect=Aspect.DEADLINE, span=span, reason=f"both are by {mine.last}")
    (other, *more) = others
    if more or len(alignment.news_terms) > 1 or other.value is None or mine.meets(other.value):
        return None
    stands = [one.value for one in alignment.news.times if any(span.overlaps(one.span) for span in other.spans)]
    if any(one.value in stands for one in alignment.text.times):
        return None
    reason = f"by {other.value.last} in the report, by {mine.last} in the text"
    return _Fate(happening=Happening.CHANGED, aspect=Aspect.DEADLINE, span=span, reason=reason, told=other.spans)


def _fate(text: Layout, news: Layout, span: Span, aspect: Aspect, told: Iterable[Line]) -> _Fate:
    if _is_told(text, news, span, told):
        reason = f"words of the {aspect} stand in the report"
        return _Fate(happening=Happening.KEPT, aspect=aspect, span=span, reason=reason)
    reason = f"the report tells the term without this {aspect}"
    return _Fate(happening=Happening.DROPPED, aspect=aspect, span=span, reason=reason)


def _finding(text: Layout, news: Layout, alignment: Alignment, fate: _Fate) -> Finding:
    claim = fate.told or claim_words(alignment)
    return Finding(
        happening=fate.happening,
        aspect=fate.aspect,
        text=text.document.id,
        text_spans=(fate.span,),
        news=news.document.id,
        news_spans=claim,
        asserted_by=asserting(news.reading, claim[0]),
        claims_text=alignment.claims_text,
        reason=fate.reason,
        score=alignment.score,
    )
