"""Small words of English by what they do at the edges of a nominal."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from servanda.lexicon.tables import load_words


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseWords:
    """Small words, all in lower case.

    Attributes:
        determiners: with these a nominal begins.
        breaks: a nominal never runs over these.
        verbs: verbs that govern the nouns of occasions and instruments.
        describing: forms like a verb's that describe a noun (`ongoing`).
        finite: past and present forms that make a clause where a noun stands before them.
        following: verbs and time words that end the nominal before them.
    """

    determiners: frozenset[str]
    breaks: frozenset[str]
    verbs: frozenset[str]
    describing: frozenset[str]
    finite: frozenset[str]
    following: frozenset[str]


@cache
def load_phrase_words() -> PhraseWords:
    """The words, from `phrases.toml`."""
    return PhraseWords(**{name: frozenset(words) for name, words in load_words("phrases.toml").items()})
