"""How much each thing that two commitments have in common, or not, speaks for one undertaking (`likenesses.tsv`)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from servanda.lexicon.tables import load_rows


@cache
def load_weights() -> Mapping[str, float]:
    """The weight of each feature, negative where it speaks against."""
    return {row["feature"]: float(row["weight"]) for row in load_rows("likenesses.tsv")}
