"""How often an English word stands in a clause that promises something: what a word in common tells of two promises."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from servanda.lexicon.tables import load_rows


@cache
def load_commonness() -> Mapping[str, float]:
    """The share of promises that have a word, for the usual words; a word that is not there is rare."""
    return {row["word"]: int(row["clauses"]) / 10_000 for row in load_rows("commonness.tsv")}


@cache
def load_formulas() -> Mapping[str, float]:
    """The share of promises that have all words of a standing phrase, by the phrase."""
    return {row["phrase"]: int(row["clauses"]) / 10_000 for row in load_rows("formulas.tsv")}
