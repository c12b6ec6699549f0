"""Given names, by which a name without a title is known for a person's."""

from __future__ import annotations

from functools import cache

from servanda.lexicon.tables import load_rows


@cache
def load_given() -> frozenset[str]:
    """All given names in lower case, from `given.tsv`."""
    return frozenset(row["name"] for row in load_rows("given.tsv"))
