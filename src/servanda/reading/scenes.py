"""A document laid out for the readers: paragraphs, sentences, quotations and words, each with its span.

Everything a reader later finds points into the document's text, so nothing here changes it. Furniture is passed over:
no paragraph, sentence or quotation lies in it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from servanda.codebook import Document, Span, Spans
from servanda.lexicon.language.tokens import Token, tokens_of
from servanda.lexicon.parses import Parser, packaged_parser
from servanda.lexicon.record_heads import HeadModel
from servanda.lexicon.registers import PACKAGED, Register
from servanda.reading.paragraphs import paragraphs_of
from servanda.reading.quotation_marks import quotes_of
from servanda.reading.sentences import sentences_of
from servanda.reading.trees import Tree, read_tree

_WORD = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S., U.K.
    r"|[$€£¥₩]?\d(?:[\d,]*\d)?(?:\.\d+)?%?"
    r"|[^\W\d_]+(?:[’'\-][^\W\d_]+)*(?:[’']s?(?=\W|$))?"
    r"|\w+|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word, number or sign with its place."""

    text: str
    span: Span

    # Written out, since a document takes thousands of words and this takes a third of the time.
    def __init__(self, text: str, span: Span) -> None:
        _set_text(self, text)
        _set_span(self, span)

    @property
    def lower(self) -> str:
        """The word without case."""
        return self.text.lower()


_set_text, _set_span = Word.__dict__["text"].__set__, Word.__dict__["span"].__set__


@dataclass(frozen=True)
class Scene:
    """A document laid out. Built once and handed to every reader.

    Attributes:
        document: the document.
        parser: gives the language model; it is loaded when the first tree is asked for.
        register: the holders of offices who are known.
        heads: gives the model that sees heads of records; None where rules alone read.
        paragraphs: lines with words in them, in order, furniture left out; the lines of a wrapped one are joined.
        sentences: sentences, in order; none crosses a paragraph.
        quotes: quotations with their marks, in order; none crosses a paragraph.
        text: the document's text.
    """

    document: Document
    parser: Callable[[], Parser] = packaged_parser
    register: Register = PACKAGED
    heads: Callable[[], HeadModel] | None = None
    paragraphs: Spans = field(init=False)
    sentences: Spans = field(init=False)
    quotes: Spans = field(init=False)
    text: str = field(init=False)

    def __post_init__(self) -> None:
        text = self.document.text
        object.__setattr__(self, "text", text)
        paragraphs = tuple(paragraphs_of(self.document))
        object.__setattr__(self, "paragraphs", paragraphs)
        following = zip(paragraphs, (*paragraphs[1:], None), strict=False)
        quotes = tuple(quote for paragraph, after in following for quote in quotes_of(text, paragraph, after))
        object.__setattr__(self, "quotes", quotes)
        object.__setattr__(self, "sentences", tuple(s for p in paragraphs for s in sentences_of(text, p)))

    @cached_property
    def _words(self) -> dict[Span, tuple[Word, ...]]:
        return {}

    def words(self, span: Span) -> tuple[Word, ...]:
        """The words, numbers and signs of a stretch, in order."""
        known = self._words.get(span)
        if known is None:
            found = _WORD.finditer(self.text, span.start, span.end)
            known = self._words[span] = tuple([Word(m.group(), Span(m.start(), m.end())) for m in found])
        return known

    @cached_property
    def kept(self) -> dict[str, object]:
        """What a reader works out once for the whole document and keeps for the others, by its own name."""
        return {}

    @cached_property
    def _tokens(self) -> dict[Span, tuple[Token, ...]]:
        return {}

    def tokens(self, sentence: Span) -> tuple[Token, ...]:
        """The words of a sentence as the trained models cut it, their places counted from its start."""
        known = self._tokens.get(sentence)
        if known is None:
            known = self._tokens[sentence] = tokens_of(sentence.of(self.text))
        return known

    @cached_property
    def _trees(self) -> dict[Span, Tree]:
        return {}

    def tree(self, sentence: Span) -> Tree:
        """The tree of a sentence. It is read when first asked for: ask only where a word makes a record possible."""
        known = self._trees.get(sentence)
        if known is None:
            known = self._trees[sentence] = read_tree(self.parser(), self.tokens(sentence), sentence)
        return known

    def paragraph_of(self, span: Span) -> Span | None:
        """The paragraph that holds the start of a stretch."""
        return _holding(self.paragraphs, span.start)

    def sentence_of(self, span: Span) -> Span | None:
        """The sentence that holds the start of a stretch."""
        return _holding(self.sentences, span.start)

    def sentences_at(self, spans: Spans) -> Spans:
        """The sentences that some stretches touch, each once and in order."""
        first = bisect_right(self.sentences, min(span.start for span in spans), key=_end)
        last = bisect_left(self.sentences, max(span.end for span in spans), key=_start)
        return self.sentences[first:last]

    def quotes_in(self, span: Span) -> Spans:
        """The quotations that touch a stretch."""
        first = bisect_right(self.quotes, span.start, key=_end)
        last = bisect_left(self.quotes, span.end, key=_start)
        return self.quotes[first:last]

    def in_quote(self, span: Span) -> Span | None:
        """The quotation that holds the whole stretch, or None."""
        quote = _holding(self.quotes, span.start)
        return quote if quote is not None and quote.holds(span) else None


def _start(span: Span) -> int:
    return span.start


def _end(span: Span) -> int:
    return span.end


def _holding(spans: Spans, place: int) -> Span | None:
    """The one of these spans, sorted and apart, that holds a place."""
    at = bisect_right(spans, place, key=_start) - 1
    return spans[at] if at >= 0 and place < spans[at].end else None
