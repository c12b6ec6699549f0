"""Where sentences end: at a stop that ends no abbreviation, number, list mark or quotation inside a report.

The packaged language model breaks text too. Its breaks are as good on news and cost a hundred times as much, so the
rules decide here; `bench/text.py` holds both against treebanks.
"""

from __future__ import annotations

import re

from servanda.codebook import Span
from servanda.codebook.spans import trimmed
from servanda.lexicon.abbreviations import load_abbreviations

_WORDS = load_abbreviations()
_ENDING = re.compile(r"""[.!?…。！？]+(?:["”’'»›」』)\]]|'')*(?:\s?\[\d{1,3}\])*(?=\s|$|[—–])""")
_LEADING = re.compile(rf"(?:\b(?:{'|'.join(map(re.escape, _WORDS.leading))}))\.\Z")
# "in the U.S. The ministry", "Lund Inc. The firm", "plan B. It": they end a sentence only before a word that begins one.
_CLOSING = re.compile(rf"(?:\b(?:{'|'.join(_WORDS.closing)})|\b(?:[A-Za-z]\.)+[A-Za-z]|\b[A-Z])\.\Z")
_STARTER = re.compile(rf"\s+(?:{'|'.join(_WORDS.starters)})[\s,’']")
# "c. 1818", "p. 12": one letter before a number.
_BEFORE_NUMBER = re.compile(r"\b(?:c|p|b|d|m|r|div)\.\Z")
# "1. Norway will pay": what stands before the stop only numbers the line.
_LIST_MARK = re.compile(r"[(\[]?(?:\d{1,3}(?:\.\d{1,2})*|[A-Za-z]|[ivxIVX]{1,5})\Z")
# "“Will they pay?” Otieno asked.": the report goes on behind the quotation.
_TELLING = re.compile(
    r"\s*(?:[^\W\d_][\w.’'\-]*\s+){1,6}?(?:said|says|asked|asks|added|told|wrote|replied|declared|answered|insisted|exclaimed)\b"
)
_OPENING_NEXT = re.compile(r"""\s*(?:["“„‘‚'«»‹(\[「『]|``)*(?:[A-Z0-9À-ÞĀ-ž•*\-–—$€£¥₩₹#@「『]|[a-z]{1,5}[A-Z])""")
_REACH = 2 + max(map(len, (*_WORDS.leading, *_WORDS.closing)))
_SMALL_NEXT = re.compile(r"""\s+(?:["“‘'(\[])*[a-z]""")


def sentences_of(text: str, paragraph: Span) -> list[Span]:
    """The sentences of one paragraph, in order.

    Args:
        text: the document's text.
        paragraph: where the paragraph stands.
    """
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
    if not _OPENING_NEXT.match(text, ending.end(), limit) and not _is_small_talk(text, start, ending, limit):
        return False
    before = text[start : ending.start() + 1]
    if ending.group()[0] == "." and not ending.group().startswith(".."):
        if ending.group() == "." and _LIST_MARK.match(before.strip()[:-1]):
            return False
        # An abbreviation is short: how the sentence began need not be gone through for it.
        last = before[-_REACH:]
        if _CLOSING.search(last):
            return ending.group() != "." or bool(_STARTER.match(text, ending.end(), limit))
        dated = _BEFORE_NUMBER.search(last) and text[ending.end() : ending.end() + 2].strip().isdigit()
        return not (dated or _LEADING.search(last))
    quoted = ending.group()[0] in "!?" and ending.group()[-1] in "\"”’'»"
    return not (quoted and _TELLING.match(text, ending.end(), limit))


def _is_small_talk(text: str, start: int, ending: re.Match[str], limit: int) -> bool:
    """A text that begins its sentences with small letters: this one did so too."""
    if not _SMALL_NEXT.match(text, ending.end(), limit) or "…" in ending.group() or ".." in ending.group():
        return False
    first = next((sign for sign in text[start : ending.start()] if sign.isalpha()), "")
    return first.islower() and len(text[start : ending.start()].split()) > 1
