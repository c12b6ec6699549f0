"""Given names, by which a name without a title is known for a person's, and often for a woman's or a man's."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from servanda.lexicon.tables import load_rows


@cache
def load_given() -> frozenset[str]:
    """All given names in lower case, from `given.tsv`."""
    return frozenset(row["name"] for row in load_rows("given.tsv"))


@cache
def load_genders() -> Mapping[str, str]:
    """`women` or `men` for each given name that is nearly always one of them, in lower case."""
    return {row["name"]: row["gender"] for row in load_rows("given.tsv") if row["gender"]}
