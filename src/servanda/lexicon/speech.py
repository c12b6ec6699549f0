"""Classes of words that tell where a report of speech begins and ends. The verbs themselves are in `reporting.py`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechWords:
    """The classes of `speech.toml`, each a set of words in lower case; what each is for stands there.

    Attributes:
        resumes: phrases, as sequences of words.
        no_phrase: with the prepositions.
        behind_nouns: with the prepositions.
        walls: with the prepositions, determiners, auxiliaries and modals.
    """

    prepositions: frozenset[str]
    determiners: frozenset[str]
    pronouns: frozenset[str]
    auxiliaries: frozenset[str]
    modals: frozenset[str]
    adverbs: frozenset[str]
    days: frozenset[str]
    times: frozenset[str]
    counted: frozenset[str]
    channels: frozenset[str]
    hearers: frozenset[str]
    stances: frozenset[str]
    ideas: frozenset[str]
    verdicts: frozenset[str]
    things_too: frozenset[str]
    personal: frozenset[str]
    talks: frozenset[str]
    deeds: frozenset[str]
    documents: frozenset[str]
    people: frozenset[str]
    groups: frozenset[str]
    no_phrase: frozenset[str]
    behind_nouns: frozenset[str]
    walls: frozenset[str]
    nouns_too: frozenset[str]
    resumes: tuple[tuple[str, ...], ...]


@cache
def load_speech() -> SpeechWords:
    """The classes of words, read once."""
    written = tomllib.loads(files("servanda.lexicon").joinpath("speech.toml").read_text(encoding="utf-8"))
    phrases = tuple(tuple(phrase.split()) for phrase in written.pop("resumes"))
    listed = {field.name: frozenset(written[field.name]) for field in fields(SpeechWords) if field.name != "resumes"}
    governing = listed["prepositions"]
    closed = governing | listed["determiners"] | listed["auxiliaries"] | listed["modals"]
    joined = {"no_phrase": governing, "behind_nouns": governing, "walls": closed}
    return SpeechWords(
        resumes=phrases, **{name: words | joined.get(name, frozenset()) for name, words in listed.items()}
    )
