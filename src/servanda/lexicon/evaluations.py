"""Words with which speakers characterise relationships, partners, threats, instruments, undertakings and deeds.

The words lie in `evaluations.toml`, each row with an example. Whether they characterise anything at their place is
decided in the reading room.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from servanda.codebook.vocabulary import About, Valence
from servanda.lexicon.patterns import any_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """Evaluative words of one sense.

    Attributes:
        words: the words, in all spellings.
        valence: praise, blame or neither.
        heads: the kinds of head noun they must belong to; empty where they need none.
        about: what they are about where no head noun says it.
        predicate: whether they must stand behind a verb of being: `is wrong`.
        whole: whether the head noun belongs to the span.
        example: a sentence of our own with the words in `[ ]`.
    """

    words: tuple[str, ...]
    valence: Valence
    heads: frozenset[About]
    about: About
    predicate: bool
    whole: bool
    example: str


@cache
def load_evaluations() -> tuple[Evaluation, ...]:
    """All evaluative words, in the order of the file."""
    return tuple(_evaluation(row) for row in _file()["row"])


@cache
def load_heads() -> Mapping[str, About]:
    """Head nouns and what a word that belongs to them is about."""
    return MappingProxyType({noun: About(kind) for kind, nouns in _file()["heads"].items() for noun in nouns})


@cache
def evaluations_by_words() -> Mapping[str, tuple[Evaluation, ...]]:
    """The senses of each word; `growing` praises ties and blames threats."""
    found: dict[str, list[Evaluation]] = {}
    for evaluation in load_evaluations():
        for words in evaluation.words:
            found.setdefault(words, []).append(evaluation)
    return MappingProxyType({words: tuple(senses) for words, senses in found.items()})


@cache
def evaluation_pattern() -> re.Pattern[str]:
    """All words, longest first, as one pattern."""
    words = any_of(evaluations_by_words(), space=r"\s+")
    return re.compile(rf"(?<![\w-]){words}(?![\w-])", re.IGNORECASE)


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(files("servanda.lexicon").joinpath("evaluations.toml").read_text(encoding="utf-8"))


def _evaluation(row: Mapping[str, Any]) -> Evaluation:
    heads = row.get("heads", "").split()
    return Evaluation(
        words=tuple(row["words"].split("|")),
        valence=Valence(row["valence"]),
        heads=frozenset(About) if heads == ["any"] else frozenset(About(head) for head in heads),
        about=About(row["about"]),
        predicate=row.get("predicate", False),
        whole=row.get("whole", False),
        example=row["example"],
    )
