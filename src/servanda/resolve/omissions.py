"""What no report tells, or tells without its sum: whole terms of the text, and limits on what reports tell of.

A limit often stands in a paragraph of its own ("shall not exceed … a year") and binds what another paragraph grants.
It is held against a report's claim where both paragraphs name the same paper or thing and count in the same unit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from servanda.codebook import Commitment, Span, Spans
from servanda.codebook.vocabulary import Act
from servanda.resolve.attributions import asserting
from servanda.resolve.figures import cap_of, sum_of, with_rate, written
from servanda.resolve.findings import Aspect, Finding, Happening
from servanda.resolve.layouts import Figure, Layout, Line
from servanda.resolve.pairings import Alignment, alike, same_figure

_PLAIN_ACTS = frozenset({Act.INVEST, Act.PROCURE, Act.FUND, Act.TRANSFER, Act.TARIFF, Act.DISARM, Act.EXERCISE})
"""Acts so narrow that the same parties doing the same is the same matter, whatever words are used."""


def find_caps(text: Layout, news: Layout, alignments: Sequence[Alignment]) -> Iterator[Finding]:
    """Limits of the text on a number that a report tells, which the report leaves out."""
    del alignments
    for line in text.lines:
        for figure in line.figures:
            cap = cap_of(text.document.text, line, figure)
            if cap is None or _stands(news, figure):
                continue
            claim = _limited(text, news, line, figure)
            if claim is not None:
                yield _cap(text, news, cap, claim, figure)


def find_bare_acts(text: Layout, news: Layout, alignments: Sequence[Alignment]) -> Iterator[Finding]:
    """Terms of which a report tells the act and the parties, without the sum or the deadline that the text gives."""
    told = {term.id for one in alignments for term in one.text_terms}
    for term in text.reading.commitments:
        elements = elements_of(text, term)
        if term.id in told or not elements or term.act.value not in _PLAIN_ACTS:
            continue
        claims = [one for one in news.reading.commitments if _is_same_act(term, one)]
        figures = _figures(text, term)
        if claims and not any(_stands(news, figure) or _is_summed(text, news, figure) for figure in figures):
            yield _bare(text, news, term, claims[0], elements)


def find_untold(text: Layout, told: frozenset[str]) -> Iterator[Finding]:
    """The terms of the text of which no report tells; those with a number or a deadline are surest to matter."""
    for term in text.reading.commitments:
        if term.id not in told:
            elements = elements_of(text, term)
            numbers = " and ".join(written(figure) for figure in _figures(text, term))
            reason = (
                f"in no report was a sentence found that tells of it; it gives {numbers}"
                if numbers
                else "in no report was a sentence found that tells of it"
            )
            yield Finding(
                happening=Happening.DROPPED,
                aspect=Aspect.TERM,
                text=text.document.id,
                text_spans=term.span,
                reason=reason,
                score=0.8 if elements else 0.6,
            )


def elements_of(text: Layout, term: Commitment) -> Spans:
    """The words of the numbers and the deadline of a term."""
    return (*(with_rate(text.document.text, figure) for figure in _figures(text, term)), *term.deadline.spans)


def _figures(text: Layout, term: Commitment) -> tuple[Figure, ...]:
    return tuple(
        figure
        for line in text.lines
        for figure in line.figures
        if any(part.overlaps(figure.span) for part in term.span)
    )


def _is_summed(text: Layout, news: Layout, figure: Figure) -> bool:
    """Whether a number of the report is a total with this one as a part."""
    return any(figure in sum_of(text, line, other) for line in news.lines for other in line.figures)


def _stands(news: Layout, figure: Figure) -> bool:
    return any(same_figure(figure, other) for line in news.lines for other in line.figures)


def _limited(text: Layout, news: Layout, line: Line, cap: Figure) -> Figure | None:
    """The number of the report that a limit is on: it, or its parts, stand in a paragraph that names the same thing."""
    for told in news.lines:
        for figure in told.figures:
            if not alike(figure, cap) or figure.value <= cap.value:
                continue
            same = [o for one in text.lines for o in one.figures if same_figure(o, figure)]
            parts = same or sum_of(text, told, figure)
            if any(_names(text, line.paragraph) & _names(text, _paragraph(text, part)) for part in parts):
                return figure
    return None


def _paragraph(text: Layout, figure: Figure) -> Span:
    return next(line.paragraph for line in text.lines if line.span.overlaps(figure.span))


def _names(text: Layout, paragraph: Span) -> set[str]:
    """Names of papers and things in a paragraph; names of the parties tell nothing."""
    return {
        word.stem
        for line in text.lines
        if line.paragraph == paragraph
        for word in line.words
        if word.stem and (word.tag == "PROPN" or word.span.of(text.document.text).isupper())
    }


def _is_same_act(here: Commitment, there: Commitment) -> bool:
    """Whether a claim without a number of its own is of the same act and binds the same party."""
    parties = set(here.debtors.value or ()) & set(there.debtors.value or ())
    same = bool(parties) and not there.quantities.value
    return same and here.act.value is there.act.value and here.polarity.value is there.polarity.value


def _cap(text: Layout, news: Layout, cap: Span, claim: Figure, figure: Figure) -> Finding:
    return Finding(
        happening=Happening.DROPPED,
        aspect=Aspect.CAP,
        text=text.document.id,
        text_spans=(cap,),
        news=news.document.id,
        news_spans=(claim.span,),
        asserted_by=asserting(news.reading, claim.span),
        reason=f"the report gives {written(claim)} without the limit of {written(figure)}",
        score=0.75,
    )


def _bare(text: Layout, news: Layout, term: Commitment, claim: Commitment, elements: Spans) -> Finding:
    figures = _figures(text, term)
    what = " and ".join(
        [*(written(figure) for figure in figures), *(s.of(text.document.text) for s in term.deadline.spans)]
    )
    return Finding(
        happening=Happening.DROPPED,
        aspect=Aspect.NUMBER if figures else Aspect.DEADLINE,
        text=text.document.id,
        text_spans=elements,
        news=news.document.id,
        news_spans=claim.span,
        asserted_by=asserting(news.reading, claim.span[0]),
        reason=f"the report tells of the same act by the same party without {what}",
        score=0.6,
    )
