"""Numbers of a text beside those of a report: kept, dropped, rounded, changed, summed up, or not in the text at all.

The same number of another thing is no match: a number is kept where the sentences tell of one another. A total is a sum
only where the parts stand in sentences that share a word with the claim, and add up exactly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from servanda.codebook import Span, Spans
from servanda.resolve.alignments import words_in
from servanda.resolve.attributions import asserting, lines_about
from servanda.resolve.findings import Aspect, Finding, Happening
from servanda.resolve.layouts import Figure, Layout, Line
from servanda.resolve.moments import is_background
from servanda.resolve.pairings import Alignment, alike, same_figure

_MOST_PARTS = 4
_NEAR = 8
_TIMES = (2, 3)
_EACH = frozenset({"each", "apiece", "either"})
_ADDED_UP = frozenset({"money", "people", "goods", "measure", "noun"})
_NEGATIVE = re.compile(r"\b(?:not|no|never|nor|cannot|neither)\b", re.IGNORECASE)
_RATE = re.compile(
    r"\s(?:in|for|per|each|every|an?|any)\s(?:(?:any|each|every|an?|one|the)\s)?(?:(?:single|given|calendar|fiscal|financial)\s)?"
    r"(?:year|quarter|month|week|day)\b|\s(?:annually|yearly|monthly)\b",
    re.IGNORECASE,
)
_UP_TO = re.compile(r"(?:up\s+to|at\s+most|less\s+than|no\s+more\s+than|fewer\s+than)\s*\Z", re.IGNORECASE)
_CAPS = frozenset({"up to", "less than"})
_LIMITING = re.compile(
    r"\b(?:up to|at most|no more|not exceed\w*|less than|cap(?:s|ped)?|limit\w*|ceiling|maximum)\b",
    re.IGNORECASE,
)
_LIMIT_BEFORE, _LIMIT_BEHIND = 48, 24
"""How many letters the word of a limit stands from its number at most."""
_ROUGHLY = "about"
_FLOORS = frozenset({"at least", "more than"})
_OVER = re.compile(
    r"(?:more|greater|higher|larger)\s+than\s*\Z|(?:exceed(?:ing)?|in\s+excess\s+of|above|over)\s*\Z", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fate:
    """What became of a number: how, as which number of the report, and why that is said."""

    happening: Happening
    told: Figure | None = None
    reason: str


def find_figures(text: Layout, news: Layout, alignments: Sequence[Alignment]) -> Iterator[Finding]:
    """What became of the numbers of the text in one report."""
    told: set[Span] = set()
    for alignment in alignments:
        for figure in own_figures(alignment):
            fate = _fate(text, news, alignment, figure)
            if fate is not None:
                told.update({fate.told.span} if fate.told else ())
                yield _finding(text, news, alignment, figure, fate)
    yield from _strange(text, news, alignments, told)


def own_figures(alignment: Alignment) -> tuple[Figure, ...]:
    """The numbers of the text's sentence that belong to what the report tells of: not those of its other terms."""
    spans = [part for term in alignment.text_terms for part in (*term.span, *term.condition)]
    if not spans:
        return alignment.text.figures
    return tuple(figure for figure in alignment.text.figures if any(part.overlaps(figure.span) for part in spans))


def cap_of(text: str, line: Line, figure: Figure) -> Span | None:
    """The words of a limit with its number: `not … greater than $5 million a year`; None where it is no limit."""
    before = text[line.span.start : figure.span.start].rstrip() + " "
    over = _OVER.search(before)
    negated = over is not None and _NEGATIVE.search(before[max(0, over.start() - 120) : over.start()]) is not None
    if figure.bound not in _CAPS and not negated:
        return None
    limit = over if over is not None else _UP_TO.search(before)
    start = line.span.start + limit.start() if limit is not None else figure.span.start
    return Span(start, with_rate(text, figure).end)


def with_rate(text: str, figure: Figure) -> Span:
    """The number with the words that say for what it recurs."""
    rate = _RATE.match(text, figure.span.end)
    return Span(figure.span.start, rate.end()) if rate else figure.span


def is_rounded(exact: Decimal, told: Decimal) -> bool:
    """Whether the second number is the first with fewer digits."""
    if not exact or exact == told or abs(exact - told) * 20 > abs(exact):
        return False
    return len(told.normalize().as_tuple().digits) < len(exact.normalize().as_tuple().digits)


def _is_told_roughly(exact: Figure, told: Figure) -> bool:
    """Whether a report rounds a number, or says itself that it gives it roughly: `nearly $500 million` for 463 million."""
    near = told.bound == _ROUGHLY and abs(exact.value - told.value) * 10 <= abs(exact.value)
    return near or is_rounded(exact.value, told.value)


def _fate(text: Layout, news: Layout, alignment: Alignment, figure: Figure) -> _Fate | None:
    there = alignment.news.figures
    told = next((other for other in there if same_figure(figure, other)), None)
    if told is not None:
        return _bounded(text, news, alignment, figure, told)
    rounded = next((other for other in there if alike(figure, other) and _is_told_roughly(figure, other)), None)
    if rounded is not None:
        reason = f"{written(rounded)} for {written(figure)}"
        return _Fate(happening=Happening.ROUNDED, told=rounded, reason=reason)
    if not (alignment.is_sure or alignment.is_close) or any(
        same_figure(figure, other) for line in news.lines for other in line.figures
    ):
        return None
    changed = _changed(text, news, alignment, figure)
    if changed is not None:
        reason = f"{written(changed)} in the report, {written(figure)} in the text"
        return _Fate(happening=Happening.CHANGED, told=changed, reason=reason)
    return _Fate(happening=Happening.DROPPED, reason=f"the report does not give {written(figure)}")


def _bounded(text: Layout, news: Layout, alignment: Alignment, figure: Figure, told: Figure) -> _Fate:
    """The same number: kept, but for a limit that the report leaves out, or a floor that it makes of it."""
    here, there = text.document.text, news.document.text
    if told.bound in _FLOORS and figure.bound not in _FLOORS:
        reason = f"{told.bound} {written(told)} in the report, {written(figure)} in the text"
        return _Fate(happening=Happening.CHANGED, told=told, reason=reason)
    if cap_of(here, alignment.text, figure) and not _LIMITING.search(_beside(there, alignment.news.span, told.span)):
        reason = f"the report gives {written(figure)} and not that it is a limit"
        return _Fate(happening=Happening.DROPPED, told=told, reason=reason)
    return _Fate(happening=Happening.KEPT, told=told, reason=f"both give {written(figure)}")


def _beside(text: str, line: Span, told: Span) -> str:
    """A number with the words next to it, where its own limit stands and that of no other thing."""
    return text[max(line.start, told.start - _LIMIT_BEFORE) : min(line.end, told.end + _LIMIT_BEHIND)]


def _changed(text: Layout, news: Layout, alignment: Alignment, figure: Figure) -> Figure | None:
    """The one number of that unit in the report's sentence that the text does not give, where this one is not told."""
    told = alignment.news.figures
    here = [f for f in own_figures(alignment) if alike(figure, f) and not any(same_figure(f, other) for other in told)]
    there = [f for f in told if alike(figure, f) and not stands_in(text, f) and not sum_of(text, alignment.news, f)]
    if len(here) != 1 or len(there) != 1 or _recurs(text, here[0]) != _recurs(news, there[0]):
        return None
    return there[0]


def _recurs(layout: Layout, figure: Figure) -> bool:
    """Whether it is so much a year or a month: a stock and a yearly flow are two numbers."""
    return bool(figure.per) or with_rate(layout.document.text, figure) != figure.span


def _finding(text: Layout, news: Layout, alignment: Alignment, figure: Figure, fate: _Fate) -> Finding:
    cap = cap_of(text.document.text, alignment.text, figure)
    words = (fate.told.span,) if fate.told else claim_words(alignment)
    return Finding(
        happening=fate.happening,
        aspect=Aspect.CAP if cap else Aspect.NUMBER,
        text=text.document.id,
        text_spans=(cap or with_rate(text.document.text, figure),),
        news=news.document.id,
        news_spans=words,
        asserted_by=asserting(news.reading, words[0]),
        claims_text=alignment.claims_text,
        reason=fate.reason,
        score=alignment.score,
    )


def claim_words(alignment: Alignment) -> Spans:
    """The words with which the report tells of it."""
    return words_in(alignment.news_words, alignment.news_terms)


def term_words(alignment: Alignment) -> Spans:
    """The words of the text that it tells of."""
    return words_in(alignment.text_words, alignment.text_terms)


def _strange(text: Layout, news: Layout, alignments: Sequence[Alignment], told: set[Span]) -> Iterator[Finding]:
    """Numbers of the report that the text does not give, in sentences that tell of it."""
    about = lines_about(text, news)
    for line in news.lines:
        sure = [one for one in alignments if one.news is line and (one.is_close or one.claims_text)]
        if not sure and line.span.start in about:
            yield from _summed(text, news, line, told)
        for figure in line.figures if sure else ():
            if figure.span in told or stands_in(text, figure):
                continue
            near = [one for one in sure if _is_near(one, figure)] or [one for one in sure if sum_of(text, line, figure)]
            if near and not is_background(text, line):
                yield _strange_one(text, news, near[0], figure, sum_of(text, line, figure))


def _summed(text: Layout, news: Layout, line: Line, told: set[Span]) -> Iterator[Finding]:
    """Totals in a sentence on the text that no one sentence of it is like: the parts stand in one paragraph."""
    for figure in line.figures:
        parts = () if figure.span in told or stands_in(text, figure) else sum_of(text, line, figure)
        if parts and len({_paragraph(text, part) for part in parts}) == 1:
            yield _strange_one(text, news, None, figure, parts)


def _paragraph(text: Layout, part: Figure) -> Span:
    return next(line.paragraph for line in text.lines if line.span.overlaps(part.span))


def _is_near(alignment: Alignment, figure: Figure) -> bool:
    """Whether words that tell of the text's sentence stand next to a number."""
    at = next((word.place for word in alignment.news.words if word.span.end > figure.span.start), 0)
    return any(abs(word.place - at) <= _NEAR for word in alignment.news_words)


def _strange_one(
    text: Layout, news: Layout, alignment: Alignment | None, figure: Figure, parts: tuple[Figure, ...]
) -> Finding:
    told = " and ".join(written(part) for part in parts)
    reason = (
        f"the text gives {told}{_to_each(parts)} and no total; that adds up to {written(figure)}"
        if parts
        else f"{written(figure)} stands nowhere in the text"
    )
    return Finding(
        happening=Happening.SUMMED if parts else Happening.ADDED,
        aspect=Aspect.NUMBER,
        text=text.document.id,
        text_spans=tuple(part.span for part in parts),
        news=news.document.id,
        news_spans=(figure.span,),
        asserted_by=asserting(news.reading, figure.span),
        claims_text=alignment is None or alignment.claims_text,
        reason=reason,
        score=alignment.score if alignment else 0.7,
    )


def _to_each(parts: Sequence[Figure]) -> str:
    return " to each" if len(parts) == 1 else ""


def stands_in(text: Layout, figure: Figure) -> bool:
    """Whether the text gives this number anywhere, or one that it rounds."""
    return any(
        same_figure(figure, other) or (alike(figure, other) and is_rounded(other.value, figure.value))
        for line in text.lines
        for other in line.figures
    )


def sum_of(text: Layout, line: Line, figure: Figure) -> tuple[Figure, ...]:
    """The numbers of the text that add up to this one: the fewest, those that stand nearest to one another, the first.

    They stand in sentences that share a word with what stands around the number in the report. Rates add up to nothing.
    """
    if figure.kind not in _ADDED_UP:
        return ()
    stems = _around(line, figure)
    parts = [
        other
        for one in text.lines
        for other in one.figures
        if alike(figure, other) and other.value < figure.value and stems & {word.stem for word in one.words}
    ]
    for part in parts:
        if figure.value in {part.value * times for times in _TIMES} and _is_each(text, part):
            return (part,)
    for number in range(2, _MOST_PARTS + 1):
        sums = [few for few in combinations(parts, number) if sum(part.value for part in few) == figure.value]
        if sums:
            return min(sums, key=lambda few: (few[-1].span.start - few[0].span.start, few[0].span.start))
    return ()


def _is_each(text: Layout, part: Figure) -> bool:
    """Whether the text gives it to each of several: `will lend each side $5 million`."""
    line = next(line for line in text.lines if line.span.overlaps(part.span))
    return any(word.lower in _EACH for word in line.words)


def _around(line: Line, figure: Figure) -> set[str]:
    """The stems of the words next to a number."""
    at = next((word.place for word in line.words if word.span.end > figure.span.start), 0)
    return {word.stem for word in line.words if word.stem and abs(word.place - at) <= _NEAR}


def written(figure: Figure) -> str:
    """A number as a reason names it: `350,000,000 USD`, `15 %`."""
    number = figure.value
    for scale, word in ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million")):
        if abs(number) >= scale and (number / scale).normalize() * scale == number:
            return f"{(number / scale).normalize():,f} {word} {figure.unit}".strip()
    return f"{number:,f} {figure.unit}".strip()
