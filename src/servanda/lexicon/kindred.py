"""Families of words that tell of one deed or thing, where the stems do not show it (`kindred.toml`)."""

from __future__ import annotations

from functools import cache

from servanda.lexicon.tables import load_words


@cache
def load_kindred() -> tuple[tuple[str, ...], ...]:
    """The families, each with the word first under which all of them go."""
    return tuple(tuple(family) for family in load_words("kindred.toml")["families"])
