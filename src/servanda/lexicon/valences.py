"""Words of praise and blame by class: adjectives, nouns, qualities of character, feelings, and the verbs that lead to them.

The words lie in `valences.toml`. They count where a sentence says what something is ("the pact is fair"); whether it does
is decided in the reading room. What such words mean as mere attributes stands in `evaluations.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from servanda.codebook.vocabulary import Valence
from servanda.lexicon.inflections import forms_of
from servanda.lexicon.tables import load_words

_VERBS = ("linking", "naming", "posing", "showing", "praising", "lacking", "doing", "raising", "aiming")
_SIDES = (("praise", Valence("+")), ("blame", Valence("-")))


class Sort(StrEnum):
    """What sort of word praises or blames."""

    ADJECTIVE = "adjectives"
    NOUN = "nouns"
    VIRTUE = "virtues"
    FEELING = "feelings"
    ADVERB = "adverbs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """A word of praise or blame.

    Attributes:
        valence: praise or blame; None for a noun that takes it from its adjective: `a credible partner`.
        is_open: whether the noun says of what or for whom: `a model for others`.
    """

    valence: Valence | None
    is_open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Frames:
    """The classes of verbs in `[frames]`, in all their forms, and what is good or ill; what each is for stands there."""

    linking: frozenset[str]
    naming: frozenset[str]
    posing: frozenset[str]
    showing: frozenset[str]
    praising: frozenset[str]
    lacking: frozenset[str]
    doing: frozenset[str]
    raising: frozenset[str]
    measured: frozenset[str]
    wishing: frozenset[str]
    aiming: frozenset[str]
    goods: frozenset[str]
    ills: frozenset[str]


@cache
def load_worths(sort: Sort) -> Mapping[str, Worth]:
    """The words of one sort, in lower case."""
    words = load_words("valences.toml")
    found: dict[str, Worth] = {}
    for side, valence in _SIDES:
        rows = words[side]
        if sort is Sort.ADVERB:
            found |= {adverb: Worth(valence=valence) for word in rows["adjectives"] for adverb in _adverbs(word)}
        elif sort is Sort.NOUN:
            for word in (*rows["nouns"], *rows["open"]):
                plain = word in rows["plain"]
                known = Worth(valence=None if plain else valence, is_open=word in rows["open"])
                found |= dict.fromkeys(_numbers(word), known)
        else:
            found |= {word: Worth(valence=valence) for word in rows[sort]}
    return MappingProxyType(found)


@cache
def load_frames() -> Frames:
    """The verbs that lead to words of praise and blame."""
    rows = load_words("valences.toml")["frames"]
    inflected = {name: [form for verb in rows[name] for form in forms_of(verb)] for name in _VERBS}
    return Frames(**{field.name: frozenset((rows | inflected)[field.name]) for field in fields(Frames)})


@cache
def telling_words() -> frozenset[str]:
    """Every word of every sort: a sentence without one says nothing of worth."""
    return frozenset(word for sort in Sort for word in load_worths(sort))


def _adverbs(adjective: str) -> Iterator[str]:
    """The adverbs of an adjective: `irresponsibly`, `badly`, `well`."""
    if adjective == "good":
        yield "well"
    elif adjective.endswith("le"):
        yield adjective[:-1] + "y"
    elif adjective.endswith("y"):
        yield adjective[:-1] + "ily"
    elif adjective.endswith("ic"):
        yield adjective + "ally"
    elif not adjective.endswith(("ly", "ed", "er", "est")):
        yield adjective + "ly"


def _numbers(noun: str) -> tuple[str, str]:
    """A noun and its plural."""
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun, noun[:-1] + "ies"
    return noun, noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")
