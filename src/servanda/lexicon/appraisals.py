"""What a word may say about the worth of a thing: every word of praise, blame, weight or degree that the lexicon knows.

The words lie in `appraisals.toml`, beside those of `valences.toml`, `evaluations.toml` and `harms.toml`, which are
taken in here. A word may stand in several classes (`serious` praises an effort and blames a threat). Whether it
characterizes anything at its place is weighed in the reading room.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from servanda.codebook.vocabulary import About
from servanda.lexicon.evaluations import evaluations_by_words, load_heads
from servanda.lexicon.harms import harms_by_form
from servanda.lexicon.inflections import forms_of
from servanda.lexicon.tables import load_words
from servanda.lexicon.valences import Sort, load_worths

_NEUTRAL = {"praise": "+", "blame": "-", "neutral": "0", "degrees": "d"}


class Part(StrEnum):
    """What part of speech a word of worth is."""

    ADJECTIVE = "adjectives"
    NOUN = "nouns"
    VERB = "verbs"


@cache
def appraisals_of(part: Part) -> Mapping[str, str]:
    """The words of one part of speech, each with its classes: any of `+`, `-`, `0`, and `d` for words of degree."""
    found: dict[str, str] = {}
    for side, words in load_words("appraisals.toml")[part.value].items():
        if side in _NEUTRAL:
            _add(found, words if part is not Part.VERB else _forms(words), _NEUTRAL[side])
    for sort in _SORTS[part]:
        for word, worth in load_worths(sort).items():
            _add(found, (word,), worth.valence.value if worth.valence is not None else "d")
    if part is Part.VERB:
        _add(found, harms_by_form(), "-")
    if part is Part.ADJECTIVE:
        for word, senses in evaluations_by_words().items():
            if " " not in word:
                _add(found, (word,), senses[0].valence.value)
    return MappingProxyType(found)


@cache
def kinds_of_things() -> Mapping[str, About]:
    """Nouns with what a word said of them is about: those of `evaluations.toml`, and others."""
    found = {noun: About(kind) for kind, nouns in load_words("appraisals.toml")["heads"].items() for noun in nouns}
    return MappingProxyType(found | dict(load_heads()))


@cache
def appraising_words() -> frozenset[str]:
    """Every such word, in lower case: a sentence without one says nothing of worth."""
    return frozenset(word for part in Part for word in appraisals_of(part))


_SORTS = {Part.ADJECTIVE: (Sort.ADJECTIVE, Sort.FEELING), Part.NOUN: (Sort.NOUN, Sort.VIRTUE), Part.VERB: ()}


def _forms(verbs: Iterable[str]) -> Iterable[str]:
    return (form for verb in verbs for form in (forms_of(verb) if " " not in verb else ()))


def _add(found: dict[str, str], words: Iterable[str], mark: str) -> None:
    for word in words:
        if mark not in found.get(word, ""):
            found[word] = found.get(word, "") + mark
