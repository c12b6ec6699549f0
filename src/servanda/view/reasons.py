"""Reasons as a person reads them: days, sums and parties by their names, and whole words where rules compare stems.

Linking keeps why it holds two records for one in the shortest form that tells it. What stands in quotation marks is left
as it is; nothing is added.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from servanda.codebook import When
from servanda.lexicon.states import load_states
from servanda.view.names import Names, day_in_words, number_in_words

_QUOTED = re.compile(r"(“[^”]*”|in quotation marks: .*)")
_DAYS = re.compile(r"\b\d{4}-\d{2}-\d{2}(?:/\d{4}-\d{2}-\d{2})?\b")
_PERCENT = re.compile(r"(?<=\d) (?=%)")
_NUMBER = re.compile(r"\b\d{1,3}(?:,\d{3})+(?:\.\d+)?(?= [A-Za-z])")
_ACTOR = re.compile(r"\b[A-Z]{3}(?:/[a-z0-9][a-z0-9-]*)?(?![\w/-])")
_SHARED = re.compile(r"(?:beginnings of )?words in common: ([^;(]+?)(?= \(|;|$)")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_FEWEST = 3
"""Letters that a stem and a word must share at least: `defend` and `defense` are told of one family."""


def reason_in_words(reason: str, names: Names, words: Iterable[str] = ()) -> str:
    """A reason as a person reads it.

    Args:
        reason: the reason, as linking or status gave it.
        names: the names of actors.
        words: the words of the records that it is about, in which the whole words stand.
    """
    known = list(dict.fromkeys(word for text in words for word in _WORD.findall(text)))
    parts = _QUOTED.split(reason)
    return "".join(part if at % 2 else _told(part, names, known) for at, part in enumerate(parts))


def _told(part: str, names: Names, known: list[str]) -> str:
    told = _SHARED.sub(lambda found: f"words in common: {_whole(found[1], known)}", part)
    told = _DAYS.sub(lambda found: _day(found[0]), told)
    told = _NUMBER.sub(lambda found: number_in_words(Decimal(found[0].replace(",", ""))), told)
    return _ACTOR.sub(lambda found: _actor(found[0], names), _PERCENT.sub("", told))


def _whole(listed: str, known: list[str]) -> str:
    return ", ".join(dict.fromkeys(_word(stem.strip(), known) for stem in listed.split(",")))


def _word(stem: str, known: list[str]) -> str:
    """The first word that begins so, or that shares most of its beginning; the stem itself where none does."""
    bare = stem.removesuffix("-")
    if bare == stem and (" " in stem or stem[:1].isupper()):
        return stem
    for length in range(len(bare), max(_FEWEST, len(bare) // 2), -1):
        for word in known:
            if word.casefold().startswith(bare[:length].casefold()):
                return word
    return bare


def _day(written: str) -> str:
    try:
        return day_in_words(When.parse(written))
    except ValueError:
        return written


def _actor(written: str, names: Names) -> str:
    return names.actor(written) if written.partition("/")[0] in load_states() else written
