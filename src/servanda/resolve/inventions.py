"""Claims of a report about the text that resemble no sentence of it.

A claim counts where the report says it of the text itself (`the treaty also bans …`), or has the text's parties bind
themselves where no sentence of the text tells of it. Most of its telling words must stand nowhere in the text: one that
says what the text says in other words throughout looks the same, and the reason says no more than was seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from servanda.codebook import Span, Spans
from servanda.lexicon.contrasts import faring_verbs, generic_papers
from servanda.resolve.attributions import asserting, heads_of, lines_about, names_in, naming, voiced_by_text
from servanda.resolve.deeds import case_of
from servanda.resolve.findings import Aspect, Finding, Happening
from servanda.resolve.layouts import Layout, Line, Word
from servanda.resolve.pairings import Alignment

_STRANGE = 0.5
"""Which share of the telling words must be new for a claim that no sentence resembles."""
_FEWEST = 2
_UNDER = frozenset({"according", "per", "under", "in", "by", "through", "within", "with"})
_TELLING = frozenset({"NOUN", "VERB", "PROPN", "ADJ"})


def find_inventions(text: Layout, news: Layout, alignments: Sequence[Alignment]) -> Iterator[Finding]:
    """The claims of a report about the text of which no sentence of the text tells."""
    known = {word.meaning for line in text.lines for word in line.words}
    about = lines_about(text, news)
    names = names_in(text, news)
    papers = names | heads_of(names) | generic_papers()
    told = {one.news.span.start for one in alignments if one.is_sure and not _is_thin(one, known)}
    for line in news.lines:
        if line.span.start not in about or line.span.start in told or not _is_told_of(text, news, line, papers):
            continue
        words = _telling(line, {word.place for word in naming(line, papers)})
        strange = [word for word in words if word.meaning not in known]
        if len(strange) >= _FEWEST and len(strange) >= _STRANGE * len(words):
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


def _is_told_of(text: Layout, news: Layout, line: Line, papers: frozenset[str]) -> bool:
    """Whether the sentence has the text as its subject, or tells of what is to be under it; an opinion of it does neither."""
    names = naming(line, papers)
    subject = any(name.relation == "nsubj" and not name.kind and _contains(line, name) for name in names)
    under = any(name.relation == "obl" and case_of(line, name) in _UNDER for name in names)
    goes_on = not names and line.words[:1] and line.words[0].lower == "it"
    quoted = any(quote.overlaps(line.span) and 2 * len(quote) > len(line.span) for quote in news.quotes)
    return bool(subject or under or goes_on or voiced_by_text(text, news, line.span)) and not quoted


def _contains(line: Line, name: Word) -> bool:
    """Whether a text that is a subject holds what follows: it `bans`, `opens`, but what becomes of it is none of its words."""
    verb = line.words[name.head]
    return verb.tag == "VERB" and verb.lower not in faring_verbs()


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
