"""Which states are in a small group that acts as its members do (`memberships.tsv`); unions and alliances of many are not there."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from servanda.lexicon.tables import load_rows, several


@cache
def load_memberships() -> Mapping[str, frozenset[str]]:
    """The members of each group, by its id."""
    return {row["group"]: frozenset(several(row["members"])) for row in load_rows("memberships.tsv")}
