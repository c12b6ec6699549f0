"""Verbs that report what someone said, and how what was said stands beside each.

The words lie in `reporting.toml` with an example each. Whether such a word reports anything at its place in a text is
decided in the reading room, not here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType


class Form(StrEnum):
    """What form of a verb a word is. A word may be several: `said` is past and past participle."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    PARTICIPLE = "participle"


class Frame(StrEnum):
    """How the content stands beside a reporting verb; `reporting.toml` explains each."""

    QUOTE = "quote"
    THAT = "that"
    BARE = "bare"
    POST = "post"
    NOUN = "noun"
    DEED = "deed"
    TO = "to"
    HEARER = "hearer"
    ORDER = "order"
    NAMING = "naming"
    AS = "as"
    WEAK = "weak"
    IDEA = "idea"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingVerb:
    """A verb that reports speech.

    Attributes:
        forms: its forms, each with what form it is.
        particle: words that must follow it at once, such as `on` in "call on"; empty for most.
        frames: how its content may stand.
        official: frames that report speech in official texts only.
        example: a sentence of our own with the cue in `{ }` and the content in `[ ]`.
    """

    forms: Mapping[str, Form]
    particle: tuple[str, ...]
    frames: frozenset[Frame]
    official: frozenset[Frame]
    example: str

    @property
    def lemma(self) -> str:
        """Its base form."""
        return next(iter(self.forms))


@cache
def load_reporting() -> tuple[ReportingVerb, ...]:
    """All reporting verbs, in the order of the file."""
    written = files("servanda.lexicon").joinpath("reporting.toml").read_text(encoding="utf-8")
    return tuple(_verb(row) for row in tomllib.loads(written)["verbs"])


@cache
def verbs_by_form() -> Mapping[str, tuple[ReportingVerb, ...]]:
    """The verbs that a word may be a form of; those with a particle first, the longest first."""
    found: dict[str, list[ReportingVerb]] = {}
    for verb in load_reporting():
        for form in verb.forms:
            found.setdefault(form, []).append(verb)
    ranked = {form: tuple(sorted(verbs, key=lambda v: -len(v.particle))) for form, verbs in found.items()}
    return MappingProxyType(ranked)


def _verb(row: Mapping[str, str]) -> ReportingVerb:
    frames = row["frames"].split()
    return ReportingVerb(
        forms=MappingProxyType(_forms(row["forms"].split())),
        particle=tuple(row.get("with", "").split()),
        frames=frozenset(Frame(frame) for frame in frames if not frame.endswith("!")),
        official=frozenset(Frame(frame.rstrip("!")) for frame in frames),
        example=row["example"],
    )


def _forms(words: list[str]) -> dict[str, Form]:
    """Which form each word is; where two forms look alike, the past one is kept, as reports are told in it."""
    kinds = (Form.BASE, Form.THIRD, *[Form.PAST] * (len(words) - 3), Form.PARTICIPLE)
    found: dict[str, Form] = {}
    for word, kind in zip(words, kinds, strict=True):
        if found.get(word) is None or kind is Form.PAST:
            found[word] = kind
    return found
