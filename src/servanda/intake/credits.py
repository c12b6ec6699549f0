"""Wire credits, by-lines and copyright lines: where a report names its agency, its author and its paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.codebook import Span, Spans
from servanda.intake.findings import Finding
from servanda.lexicon.agencies import agency_named

_LONGEST = 300
_CLOSING = re.compile(r"\(([^()\n]{2,40})\)\.?\Z|(?<=[.!?”\"’'])\s*[-–—/]{1,2}\s*([A-Z][\w. -]{1,30})\.?\Z")
_SOURCE = re.compile(r"(?:Source|Agency|Wire|Credit|From)s?\s*:\s*([\w. ()-]{2,40})\Z", re.IGNORECASE)
_INPUTS = re.compile(
    r"\(?with (?:\w+ ){0,3}(?:inputs?|reporting|files) (?:from|by) ([\w ,.&-]{2,60})\)?\.?\Z", re.IGNORECASE
)
_NAME = r"[A-ZÀ-Þ][\w.’'-]*"
_BYLINE = re.compile(
    rf"(?:[Bb]y|BY|Written by|Reported by|Reporting by|From|Story by)[ :]\s*"
    rf"(?P<author>{_NAME}(?:,? (?:{_NAME}|and|&|de|van|von|bin|al|der|da)){{1,9}})"
    r"(?P<rest>(?:\s*[,|/;<(].{0,120})?)\Z"
)
_MAIL = re.compile(r"[<(\[]?\s*[\w.+-]+@[\w-]+(?:\.[\w-]+)+\s*[>)\]]?\Z")
# The sign or word opens the line, or the rights are reserved in it; prose about copyright does neither.
_COPYRIGHT = re.compile(
    r"[\s<(\[]{0,3}(?:©|ⓒ|copyrights?\b(?=.{0,6}(?:©|ⓒ|\(c\)|(?:19|20)\d\d|by\b|(?-i:[A-Z])))|\(c\)\s*(?:19|20)\d\d)"
    r"|.{0,200}(?:©\s*(?:19|20)\d\d|\ball rights (?:are )?reserved\b)",
    re.IGNORECASE,
)
_HOLDER = re.compile(
    r"(?:©|ⓒ|\([cC]\)|\b[Cc]opyrights?\b|\bCOPYRIGHT\b)[\s©ⓒ]*(?:\([cC]\))?\s*(?:by\s+)?(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?)?[\s,.]*"
    r"(?:by\s+)?(?P<holder>[A-ZÀ-Þ][\w’'&.-]*(?: (?:[A-ZÀ-Þ][\w’'&.-]*|of|the|and|for|&)){0,6}?)\s*"
    r"(?=[,;|>)]|\.\s|\.?\Z|\s(?:19|20)\d\d|\s[Aa]ll [Rr]ights\b)"
)
_YEARS = re.compile(r"(?:19|20)\d\d")


def find_credits(text: str, lines: Spans) -> Iterator[Finding]:
    """Agencies, authors and outlets that lines of their own, or the ends of lines, name; and the stretches as furniture."""
    last = len(lines) - 1
    for number, line in enumerate(lines):
        words = line.of(text)
        if number == last or len(words) <= _LONGEST or words.endswith(")"):
            yield from _closing_credit(words[-80:], line.end - min(80, len(words)))
        if len(words) <= _LONGEST:
            yield from _own_line(words, line)


def _closing_credit(words: str, start: int) -> Iterator[Finding]:
    found = _CLOSING.search(words)
    agency = agency_named((found[1] or found[2]).partition("/")[0]) if found else None
    if found and agency:
        stretch = found.group()
        begin = start + found.start() + len(stretch) - len(stretch.lstrip())
        span = Span(begin, start + found.end() - (1 if stretch.endswith(").") else 0))
        yield Finding("agency", agency, span)
        yield Finding("furniture", "wire credit", span)


def _own_line(words: str, line: Span) -> Iterator[Finding]:
    if _COPYRIGHT.match(words):
        yield Finding("furniture", "copyright", line)
        holder = _HOLDER.search(words)
        if holder and not _YEARS.fullmatch(holder["holder"]):
            begin = line.start + holder.start("holder")
            yield Finding(
                "outlet", holder["holder"].rstrip("."), Span(begin, begin + len(holder["holder"].rstrip(".")))
            )
        return
    byline = _BYLINE.match(words) if len(words) <= 160 and not words.endswith((".", "?", "!")) else None
    if byline:
        yield Finding("furniture", "by-line", line)
        yield Finding(
            "author", byline["author"], Span(line.start + byline.start("author"), line.start + byline.end("author"))
        )
    elif _MAIL.match(words):
        yield Finding("furniture", "by-line", line)
    source = _SOURCE.match(words) or _INPUTS.match(words)
    if source:
        agency = next(filter(None, map(agency_named, re.split(r",|\band\b|&", source[1]))), None)
        yield Finding("furniture", "wire credit", line)
        if agency:
            yield Finding("agency", agency, Span(line.start + source.start(1), line.start + source.end(1)))
