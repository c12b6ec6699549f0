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
from servanda.codebook.spans import trimmed
from servanda.lexicon.language_model import Parser, packaged_model
from servanda.lexicon.registers import PACKAGED, Register
from servanda.reading.trees import Tree, read_tree

_LINE = re.compile(r"[^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_WORD = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S., U.K.
    r"|[$€£¥₩]?\d(?:[\d,]*\d)?(?:\.\d+)?%?"
    r"|[^\W\d_]+(?:[’'\-][^\W\d_]+)*(?:[’']s?(?=\W|$))?"
    r"|\w+|[^\w\s]"
)
_ENDING = re.compile(r"""[.!?…]+["”’'»)\]]*(?=\s|$)""")
_ABBREVIATION = re.compile(
    r"(?:\b(?:MR|MRS|MS|DR|GEN|SEN|AMB|SEC|Mr|Mrs|Ms|Mx|Dr|Prof|Sec|Brig|Cmdr|Rev|Pres|Messrs|Mt|Ft|Gen|Lt|Col|Maj|Capt|Adm|Sgt|Sen|Rep|Gov|Amb|Hon|St|Jr|Sr|No|Nos|vs|etc|Inc|Ltd|Co|Corp"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Art|para|approx|e\.g|i\.e|cf)|\b[A-Z]|\b(?:[A-Za-z]\.)+[A-Za-z])\.\Z"
)
# "in the U.S. The ministry": initials end a sentence only before a word that is hardly ever part of a name.
_INITIALS = re.compile(r"\b(?:[A-Za-z]\.)+[A-Za-z]\.\Z")
_STARTER = re.compile(
    r"\s+(?:The|This|That|These|Those|He|She|It|They|We|In|On|At|But|And|However|Both|His|Her|Its|Their|Our|A|An|As|After|If|When)\s"
)
# "1. Norway will pay": what stands before the stop only numbers the line.
_LIST_MARK = re.compile(r"[(\[]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})\Z")
# "“Will they pay?” Otieno asked.": the report goes on behind the quotation.
_TELLING = re.compile(
    r"\s*(?:[^\W\d_][\w.’'\-]*\s+){1,6}?(?:said|says|asked|asks|added|told|wrote|replied|declared|answered|insisted|exclaimed)\b"
)
_OPENING_NEXT = re.compile(r"""\s*["“‘'«(\[]*[A-Z0-9À-ÞĀ-ž•*\-–—]""")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, number or sign with its place."""

    text: str
    span: Span

    @property
    def lower(self) -> str:
        """The word without case."""
        return self.text.lower()


@dataclass(frozen=True)
class Scene:
    """A document laid out. Built once and handed to every reader.

    Attributes:
        document: the document.
        parser: gives the language model; it is loaded when the first tree is asked for.
        register: the holders of offices who are known.
        paragraphs: lines with words in them, in order, furniture left out.
        sentences: sentences, in order; none crosses a paragraph.
        quotes: quotations with their marks, in order; none crosses a paragraph, and one that is never closed ends with it.
    """

    document: Document
    parser: Callable[[], Parser] = packaged_model
    register: Register = PACKAGED
    paragraphs: Spans = field(init=False)
    sentences: Spans = field(init=False)
    quotes: Spans = field(init=False)

    def __post_init__(self) -> None:
        text = self.document.text
        paragraphs = tuple(_paragraphs(self.document))
        object.__setattr__(self, "paragraphs", paragraphs)
        quotes = tuple(quote for paragraph in paragraphs for quote in _quotes(text, paragraph))
        object.__setattr__(self, "quotes", quotes)
        object.__setattr__(self, "sentences", tuple(s for p in paragraphs for s in _sentences(text, p)))

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    @cached_property
    def _words(self) -> dict[Span, tuple[Word, ...]]:
        return {}

    def words(self, span: Span) -> tuple[Word, ...]:
        """The words, numbers and signs of a stretch, in order."""
        known = self._words.get(span)
        if known is None:
            found = _WORD.finditer(self.text, span.start, span.end)
            known = self._words[span] = tuple(Word(m.group(), Span(*m.span())) for m in found)
        return known

    @cached_property
    def kept(self) -> dict[str, object]:
        """What a reader works out once for the whole document and keeps for the others, by its own name."""
        return {}

    @cached_property
    def _trees(self) -> dict[Span, Tree]:
        return {}

    def tree(self, sentence: Span) -> Tree:
        """The tree of a sentence. It is read when first asked for: ask only where a word makes a record possible."""
        known = self._trees.get(sentence)
        if known is None:
            known = self._trees[sentence] = read_tree(self.parser(), self.text, sentence)
        return known

    def paragraph_of(self, span: Span) -> Span | None:
        """The paragraph that holds the start of a stretch."""
        return _holding(self.paragraphs, span.start)

    def sentence_of(self, span: Span) -> Span | None:
        """The sentence that holds the start of a stretch."""
        return _holding(self.sentences, span.start)

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


def _paragraphs(document: Document) -> list[Span]:
    text, found = document.text, []
    for line in _LINE.finditer(text):
        start = line.start()
        for stretch in sorted(f for f in document.furniture if f.start < line.end() and f.end > start):
            found.append(trimmed(text, start, max(start, stretch.start)))
            start = max(start, min(stretch.end, line.end()))
        found.append(trimmed(text, start, line.end()))
    return [span for span in found if span is not None]


def _sentences(text: str, paragraph: Span) -> list[Span]:
    found, start = [], paragraph.start
    for ending in _ENDING.finditer(text, paragraph.start, paragraph.end):
        if not _closes(text, start, ending, paragraph.end):
            continue
        span = trimmed(text, start, ending.end())
        if span is not None:
            found.append(span)
        start = ending.end()
    rest = trimmed(text, start, paragraph.end)
    return [*found, rest] if rest else found


def _closes(text: str, start: int, ending: re.Match[str], limit: int) -> bool:
    """Whether a stop ends the sentence that began at `start`."""
    if not _OPENING_NEXT.match(text, ending.end(), limit):
        return False
    before = text[start : ending.start() + 1]
    if ending.group() == ".":
        if _LIST_MARK.match(before.strip()[:-1]):
            return False
        if _INITIALS.search(before):
            return bool(_STARTER.match(text, ending.end(), limit))
        return not _ABBREVIATION.search(before)
    quoted = ending.group()[0] in "!?" and ending.group()[-1] in "\"”’'»"
    return not (quoted and _TELLING.match(text, ending.end(), limit))


_PAIRS = {"“": "”", "„": "“”", "«": "»", "‹": "›", "「": "」", "『": "』"}


def _quotes(text: str, paragraph: Span) -> list[Span]:
    """Quotations of one paragraph.

    Curly and angle marks say themselves which end they are, so one that is never closed cannot turn narration into
    speech: it runs to the end of its own paragraph, and the next paragraph begins afresh. Straight double marks are
    paired by what stands around them. Single marks count only where they cannot be apostrophes.
    """
    found: list[Span] = []
    at = paragraph.start
    while at < paragraph.end:
        sign = text[at]
        before = text[at - 1] if at > paragraph.start else " "
        end = None
        if sign in _PAIRS:
            end = _closing(text, at, paragraph.end, _PAIRS[sign])
        elif sign == '"':
            end = _closing(text, at, paragraph.end, '"')
        elif sign in "'‘" and not before.isalnum():
            end = _single(text, at, paragraph.end)
        if end is None:
            at += 1
            continue
        found.append(Span(at, end))
        at = end
    return found


def _closing(text: str, opened: int, limit: int, signs: str) -> int:
    """The place behind the closing mark, or the end of the paragraph where there is none."""
    for at in range(opened + 1, limit):
        if text[at] in signs and at > opened + 1:
            return at + 1
        # A second opening mark before any closing one: the first quotation was never closed.
        if text[at] == text[opened] and text[opened] not in signs:
            return at
    return limit


def _single(text: str, opened: int, limit: int) -> int | None:
    """The end of a quotation in single marks: its closing mark follows a letter or stop and no letter follows it."""
    for at in range(opened + 2, limit):
        closes = text[at] in "'’" and not text[at - 1].isspace()
        if closes and (at + 1 >= limit or not text[at + 1].isalnum()):
            plural = text[at - 1] == "s" and any(c in "'’" for c in text[at + 1 : limit])
            if not plural:
                return at + 1
    return None
