"""Claims of a report about the text that resemble no sentence of it.

A claim counts where the report says it of the text itself (`the treaty also bans …`), or has the text's parties bind
themselves where no sentence of the text tells of it. Most of its telling words must stand nowhere in the text: one that
says what the text says in other words throughout looks the same, and the reason says no more than was seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from servanda.codebook import NARRATOR, Span, Spans
from servanda.resolve.alignments import Alignment
from servanda.resolve.attributions import asserting, heads_of, lines_about, names_in, naming
from servanda.resolve.findings import Aspect, Finding, Happening
from servanda.resolve.layouts import Layout, Line, Word

_STRANGE = 0.5
"""Which share of the telling words must be new for a claim that no sentence resembles."""
_FEWEST = 2
_TELLING = frozenset({"NOUN", "VERB", "PROPN", "ADJ"})


def find_inventions(text: Layout, news: Layout, alignments: Sequence[Alignment]) -> Iterator[Finding]:
    """The claims of a report about the text of which no sentence of the text tells."""
    known = {word.meaning for line in text.lines for word in line.words}
    about = lines_about(text, news)
    names = names_in(text, news)
    papers = names | heads_of(names)
    told = {one.news.span.start for one in alignments if one.is_sure and not _is_thin(one, known)}
    for line in news.lines:
        if line.span.start not in about or line.span.start in told:
            continue
        words = _telling(line, {word.place for word in naming(line, papers)})
        strange = [word for word in words if word.meaning not in known]
        if len(strange) >= _FEWEST and len(strange) >= _STRANGE * len(words) and _is_claim(news, line):
            yield _finding(text, news, _claim(news, line, strange))


def _is_thin(one: Alignment, known: set[str]) -> bool:
    """Whether a sentence has little of the text's and more that is new."""
    strange = [word for word in _telling(one.news, set()) if word.meaning not in known]
    return len(strange) > len({word.stem for word in one.news_words})


def _telling(line: Line, papers: set[int]) -> list[Word]:
    """The words of a sentence that tell what it is of: not names of parties, nor the paper's own."""
    dated = [time.span for time in line.times if time.sort == "date"]
    return [
        word
        for word in line.words
        if word.stem
        and word.tag in _TELLING
        and word.place not in papers
        and not any(span.overlaps(word.span) for span in dated)
    ]


def _is_claim(news: Layout, line: Line) -> bool:
    """Whether the sentence undertakes something, or has the text say it; a speaker's opinion does not."""
    speakers = asserting(news.reading, line.span)
    promised = any(part.overlaps(line.span) for term in news.reading.commitments for part in term.span)
    return promised or speakers == (NARRATOR,)


def _claim(news: Layout, line: Line, strange: Sequence[Word]) -> Spans:
    """The undertaking that most of the new words belong to, else the words from the first new one to the last."""
    for term in news.reading.commitments:
        held = [word for word in strange if any(part.holds(word.span) for part in term.span)]
        if 2 * len(held) > len(strange) and any(part.overlaps(line.span) for part in term.span):
            return term.span
    return (Span(strange[0].span.start, strange[-1].span.end),)


def _finding(text: Layout, news: Layout, claim: Spans) -> Finding:
    return Finding(
        happening=Happening.ADDED,
        aspect=Aspect.TERM,
        text=text.document.id,
        news=news.document.id,
        news_spans=claim,
        asserted_by=asserting(news.reading, claim[0]),
        claims_text=True,
        reason="no sentence of the text was found that tells of it",
        score=0.7,
    )
