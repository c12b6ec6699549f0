"""Which words of a report stand for which of a text: `purchase` for procure, `duty` for tariff, `halt` for cessation.

A family is one key, so that the two sentences meet. Words whose difference matters to a reader (`support` for approval)
are in no family: what differs there is found and shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from servanda.lexicon.contrasts import interchangeable
from servanda.resolve.stems import stem_of


@cache
def meaning_of(word: str) -> str:
    """The stem of a word, or of the first word of its family."""
    stem = stem_of(word)
    return _families().get(stem, stem)


@cache
def _families() -> Mapping[str, str]:
    """The key of each stem; a word of two families joins them."""
    keys: dict[str, str] = {}
    for family in interchangeable():
        stems = [stem_of(form) for word in family for form in _forms(word)]
        known = next((keys[stem] for stem in stems if stem in keys), stems[0])
        for stem in stems:
            keys.setdefault(stem, known)
    return keys


def _forms(word: str) -> tuple[str, str]:
    """A word and its plural: the stems of short words keep their ending."""
    return word, f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"
