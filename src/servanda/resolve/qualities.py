"""Words of quality that a report has and the text has not: adjectives of the thing, and what the text is said to call it.

An adjective counts where the report tells of a term and the noun that it belongs to is the term's own. A word that the
text is said to contain counts where the report's sentence has the text as its subject; what a speaker calls the text
itself ("a historic document") is an opinion of it, and no claim about its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from servanda.codebook import Span
from servanda.codebook.vocabulary import About
from servanda.lexicon.contrasts import containing_verbs
from servanda.lexicon.evaluations import evaluation_pattern
from servanda.resolve.attributions import asserting, heads_of, lines_about, names_in, naming
from servanda.resolve.findings import Aspect, Finding, Happening
from servanda.resolve.layouts import Layout, Line, Word
from servanda.resolve.pairings import Alignment
from servanda.resolve.stems import stem_of

_WORD = re.compile(r"[^\W\d_]+")
_SHORT = 6
_MARKS = "\"'“”‘’«» ,.;:"
_DETERMINING = frozenset(
    {
        "recent",
        "latest",
        "long",
        "current",
        "so",
        "called",
        "alleged",
        "possible",
        "potential",
        "new",
        "certain",
        "some",
        *("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    }
)


def find_qualities(text: Layout, news: Layout, alignments: Sequence[Alignment]) -> Iterator[Finding]:
    """Adjectives of a term's thing that stand nowhere in the text."""
    known = vocabulary_of(text)
    for alignment in alignments:
        heads = {word.place for word in alignment.news_words if word.tag in {"NOUN", "PROPN"}}
        for word in alignment.news.words:
            if not alignment.claims_text or word.head not in heads or word.relation != "amod" or word.names:
                continue
            span = _hyphened(alignment.news, word)
            words = span.of(news.document.text)
            if word.lower not in _DETERMINING and _missing(words, known):
                yield _quality(text, news, span, alignment, _noun_of(alignment.news, word))


def find_characterizations(text: Layout, news: Layout, alignments: Sequence[Alignment]) -> Iterator[Finding]:
    """Evaluative or quoted words that a report says the text contains: in it, or not."""
    del alignments
    known = vocabulary_of(text)
    names = names_in(text, news)
    nouns = names | heads_of(names)
    about = lines_about(text, news)
    for line in news.lines:
        start = _content_from(line, nouns) if line.span.start in about else None
        if start is None:
            continue
        for span in _evaluative(news, Span(start, line.span.end)):
            if _missing(span.of(news.document.text), known) and not _is_opinion(news, span):
                yield _characterization(text, news, span)


def vocabulary_of(text: Layout) -> frozenset[str]:
    """The stems of every word of the text."""
    return frozenset(stem_of(word) for word in _WORD.findall(text.document.text))


def _missing(words: str, known: frozenset[str]) -> bool:
    """Whether one of these words stands nowhere in the text; one letter is no difference between long words."""
    stems = {stem_of(word) for word in _WORD.findall(words)} - known
    return any(not any(_is_spelling(stem, other) for other in known) for stem in stems)


def _is_spelling(one: str, other: str) -> bool:
    alike = len(one) == len(other) >= _SHORT and one[:2] == other[:2]
    return alike and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _content_from(line: Line, nouns: frozenset[str]) -> int | None:
    """Where the sentence begins to tell what the text says: behind a verb whose subject, or whose owner, is the text."""
    for name in naming(line, nouns):
        verb = line.words[name.head]
        if name.relation == "nsubj" and verb.lower in containing_verbs():
            return verb.span.end
        told = [w for w in line.words if w.head == name.place and w.relation == "acl" and w.lower in containing_verbs()]
        if told:
            return told[0].span.end
    return None


def _evaluative(news: Layout, within: Span) -> Iterator[Span]:
    """Short quotations, and evaluative words that characterise something here, of the stretch."""
    quoted = []
    for quote in news.quotes:
        words = quote.of(news.document.text)
        bare = words.strip(_MARKS)
        if within.holds(quote) and bare and len(bare.split()) <= _SHORT:
            start = quote.start + words.index(bare)
            quoted.append(Span(start, start + len(bare)))
    yield from quoted
    for found in evaluation_pattern().finditer(news.document.text, within.start, within.end):
        span = Span(*found.span())
        assessed = any(part.overlaps(span) for one in news.reading.assessments for part in one.span)
        if assessed and not any(span.overlaps(other) for other in quoted):
            yield span


def _is_opinion(news: Layout, span: Span) -> bool:
    """Whether a speaker calls the paper itself so."""
    return any(
        assessment.about.value is About.INSTRUMENT and any(part.overlaps(span) for part in assessment.span)
        for assessment in news.reading.assessments
    )


def _hyphened(line: Line, word: Word) -> Span:
    """The word with what a hyphen joins to it: `diesel-driven`."""
    start = word.span.start
    for before in reversed(line.words[: word.place]):
        if before.span.end != start or not (before.lower in {"-", "‐", "–"} or before.tag != "PUNCT"):
            break
        start = before.span.start
    return Span(start, word.span.end)


def _noun_of(line: Line, word: Word) -> Word:
    """The noun that an adjective belongs to, across the adjectives between."""
    here = line.words[word.head]
    while here.tag == "ADJ" and here.relation == "amod":
        here = line.words[here.head]
    return here


def _quality(text: Layout, news: Layout, span: Span, alignment: Alignment, noun: Word) -> Finding:
    same = tuple(word.span for word in alignment.text_words if word.stem == noun.stem)
    return Finding(
        happening=Happening.ADDED,
        aspect=Aspect.QUALITY,
        text=text.document.id,
        text_spans=same,
        news=news.document.id,
        news_spans=(span,),
        asserted_by=asserting(news.reading, span),
        claims_text=True,
        reason=f"the text has no such word of “{noun.span.of(news.document.text)}”",
        score=alignment.score,
    )


def _characterization(text: Layout, news: Layout, span: Span) -> Finding:
    return Finding(
        happening=Happening.ADDED,
        aspect=Aspect.CHARACTERIZATION,
        text=text.document.id,
        news=news.document.id,
        news_spans=(span,),
        asserted_by=asserting(news.reading, span),
        claims_text=True,
        reason="the text is said to contain it, and does not have the word",
        score=0.8,
    )
