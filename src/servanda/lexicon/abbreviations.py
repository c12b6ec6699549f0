"""Abbreviations, and words that begin sentences: what tells a stop that ends a sentence from one that ends a word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from servanda.lexicon.tables import load_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviations:
    """The words of `abbreviations.toml`, without their stops; capitals count.

    Attributes:
        leading: those before a name or number, whose stop ends no sentence.
        closing: those that may stand last in a sentence.
        starters: words that begin sentences.
    """

    leading: tuple[str, ...]
    closing: tuple[str, ...]
    starters: tuple[str, ...]


@cache
def load_abbreviations() -> Abbreviations:
    """The abbreviations, from `abbreviations.toml`."""
    return Abbreviations(**{name: tuple(words) for name, words in load_words("abbreviations.toml").items()})
