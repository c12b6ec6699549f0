"""Closed classes of English words, by which clauses are cut. What a clause says is not known here."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """The classes of `grammar.toml`, each a set of words in lower case; phrases are sequences of words."""

    adverbs: frozenset[str]
    not_adverbs: frozenset[str]
    auxiliaries: frozenset[str]
    negations: frozenset[str]
    being: frozenset[str]
    modals: frozenset[str]
    pronouns: frozenset[str]
    prepositions: frozenset[str]
    determiners: frozenset[str]
    possessives: frozenset[str]
    party_nouns: frozenset[str]
    speech: frozenset[str]
    subject_walls: frozenset[str]
    deed_walls: frozenset[str]
    asides: frozenset[str]
    deed_wall_phrases: tuple[tuple[str, ...], ...]
    verb_or_noun: frozenset[str]
    goes_with_particle: frozenset[str]
    particles: frozenset[str]
    scheduled: frozenset[str]
    benefiting: frozenset[str]
    forecast: frozenset[str]
    effecting: frozenset[str]
    telling: frozenset[str]
    uttering: frozenset[str]
    topical: frozenset[str]
    courtesy: frozenset[str]
    still: frozenset[str]
    again: frozenset[str]
    abroad: frozenset[str]
    silence: frozenset[str]
    waging: frozenset[str]
    thanks: frozenset[str]
    steadfast: frozenset[str]
    attacking: frozenset[str]
    domestic: frozenset[str]
    arms: frozenset[str]
    arming: frozenset[str]
    imposing: frozenset[str]
    obliging: frozenset[str]
    deals: frozenset[str]
    clausal: frozenset[str]
    approving: frozenset[str]
    gifts: frozenset[str]
    companies: frozenset[str]
    papers: frozenset[str]
    giving: frozenset[str]
    keeping: frozenset[str]
    breaking: frozenset[str]
    withdrawing: frozenset[str]
    hearers: frozenset[str]
    standing: frozenset[str]
    settled: frozenset[str]
    done: frozenset[str]
    moves: frozenset[str]
    departures: frozenset[str]
    joining: frozenset[str]
    enabling: frozenset[str]
    furthering: frozenset[str]
    pacts: frozenset[str]
    stipulating: frozenset[str]
    rendering: frozenset[str]
    delivering: frozenset[str]
    foretelling: frozenset[str]
    joint_work: frozenset[str]
    bestowed: frozenset[str]
    providing: frozenset[str]

    def is_adverb(self, word: str) -> bool:
        """Whether a word may stand between a subject, its verb and its object without changing them."""
        return word in self.adverbs or (word.endswith("ly") and len(word) > 4 and word not in self.not_adverbs)


@cache
def load_grammar() -> Grammar:
    """The word classes, from `grammar.toml`."""
    table = tomllib.loads((files("servanda.lexicon") / "grammar.toml").read_text(encoding="utf-8"))
    phrases = tuple(tuple(phrase.split()) for phrase in table.pop("deed_wall_phrases"))
    return Grammar(deed_wall_phrases=phrases, **{name: frozenset(words.split()) for name, words in table.items()})
