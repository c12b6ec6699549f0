"""Which act a deed is, as a small trained model weighs it: features of a clause to a score for each act.

The weights are whole numbers in `act_model.bin` (a row for each hashed feature, a column for each act), so that the same
features give the same scores on every machine. What the features are is the readers' work, and so is when to believe the
scores. How it was made and what it reaches: `act_model.md`; the training is in `training/acts` of the source.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from zlib import crc32

from servanda.codebook.vocabulary import Act

ACTS = tuple(sorted(Act, key=lambda act: act.value))
"""The columns, in the order of the alphabet."""
ROWS = 1 << 13
BIAS = ROWS - 1
"""The row that counts for every deed; no feature has it."""
STEP = 24
"""A feature of weight 1 scores this many times half the logarithm of the odds."""


def row_of(feature: str) -> int:
    """The row of a feature."""
    return crc32(feature.encode()) % BIAS


def act_scores(features: Iterable[tuple[str, int]]) -> Mapping[Act, int]:
    """How much speaks for each act.

    Args:
        features: features with their weight, 2 for most.
    """
    weights, width = _weights(), len(ACTS)
    rows = [weights[BIAS * width : (BIAS + 1) * width]] * 2
    for feature, times in features:
        row = row_of(feature)
        rows += [weights[row * width : (row + 1) * width]] * times
    return dict(zip(ACTS, map(sum, zip(*rows, strict=True)), strict=True))


@cache
def _weights() -> memoryview[int]:
    return memoryview((files("servanda.lexicon") / "act_model.bin").read_bytes()).cast("b")
