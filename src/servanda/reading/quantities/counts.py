"""The noun that a number counts: `14 new patrol boats`, `1,100 of its factories`, `a 5,000-strong brigade`.

Nouns of people and of goods are known; another plural is a unit only behind digits, and as it is written.
"""

from __future__ import annotations

import re

from servanda.lexicon.units import load_units
from servanda.reading.quantities.measures import Found

_UNITS = load_units()
_FURTHEST = 5
_STRONG = re.compile(r"-strong\b")
_BETWEEN = re.compile(r"(?:\s(?:more|additional|further|other|of\s(?:its|the|their|these|those)))*")
_WORD = re.compile(r"[\s\-]+(?P<word>[A-Za-z][\w.’'\-]*)")
_PHRASE = re.compile(r"[A-Za-z]+(?:\s[A-Za-z]+){0,2}")
_PLURAL = re.compile(r"[A-Za-z]{2,}[^s\W]s\Z")


def counted_noun(text: str, at: int, limit: int, *, digits: bool) -> Found | None:
    """The noun behind a number, at most four words away, or None where another plural or a small word comes first.

    Args:
        text: the document's text.
        at: the place behind the number.
        limit: the place at which the search ends.
        digits: whether the number is written in digits.
    """
    strong = _STRONG.match(text, at, limit)
    if strong:
        return "people", "people", strong.end()
    between = _BETWEEN.match(text, at, limit)
    at = between.end() if between else at
    for _ in range(_FURTHEST):
        word = _WORD.match(text, at, limit)
        if word is None or _ends_the_search(word["word"]):
            return None
        known = _known(text, word.start("word"), limit)
        if known:
            return known
        said = word["word"].rstrip(".’'")
        if said[0].islower() and said.endswith("s") and not said.endswith("ss"):
            return _plural(said, word.start("word"), digits=digits)
        at = word.start("word") + len(said)
    return None


def _ends_the_search(word: str) -> bool:
    return word.rstrip(".’'").lower() in _UNITS.stops or word.endswith(("’s", "'s"))


def _known(text: str, at: int, limit: int) -> Found | None:
    for nouns, kind in ((_UNITS.people, "people"), (_UNITS.goods, "goods")):
        end = _phrase_end(text, at, limit, nouns)
        if end:
            return ("people" if kind == "people" else " ".join(text[at:end].split())), kind, end
    return None


def _plural(said: str, start: int, *, digits: bool) -> Found | None:
    head = said.rsplit("-", maxsplit=1)[-1]
    counted = digits and _PLURAL.match(head) and head not in _UNITS.others
    return (head, "noun", start + len(said)) if counted else None


def _phrase_end(text: str, at: int, limit: int, known: frozenset[str]) -> int | None:
    """Where the longest of these names ends that begins at a place."""
    words = _PHRASE.match(text, at, limit)
    end = words.end() if words else at
    while end > at:
        if " ".join(text[at:end].split()) in known and not _goes_on(text[end : min(limit, end + 2)]):
            return end
        end = text.rfind(" ", at, end)
    return None


def _goes_on(behind: str) -> bool:
    """Whether the word goes on, by a letter or by a hyphen and a letter: `aircraft-maker`."""
    return behind[:1].isalnum() or (behind[:1] in {"-", "–"} and behind[1:].isalpha())
