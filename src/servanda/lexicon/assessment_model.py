"""Which words of worth characterize something, as a small trained model weighs them: features of a stretch to scores.

The weights lie in `assessment_model.tsv`, a feature a line, in hundredths of the logarithm of the odds: how much speaks
for a characterization at all, for blame rather than praise, and for each thing that it may be about. What the features
are is the readers' work. How the table was made and what it reaches: `assessment_model.md`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from servanda.codebook.vocabulary import About
from servanda.lexicon.tables import load_rows

ABOUTS = tuple(sorted(About, key=lambda about: about.value))
COLUMNS = ("worth", "blame", *(about.value for about in ABOUTS))
ALWAYS = "always"
"""The feature that every stretch has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """What the model says of a stretch.

    Attributes:
        worth: how much speaks for a characterization, in hundredths; 0 is even odds.
        blame: how much speaks for blame rather than praise.
        about: what it is about, as far as it is one.
    """

    worth: int
    blame: int
    about: About


def weighed(features: Iterable[str]) -> Weighed:
    """The scores of a stretch with these features."""
    table = _table()
    rows = [table[name] for name in {*features, ALWAYS} if name in table]
    total = [sum(column) for column in zip(*rows, strict=True)]
    best = max(range(len(ABOUTS)), key=lambda place: (total[2 + place], -place))
    return Weighed(worth=total[0], blame=total[1], about=ABOUTS[best])


@cache
def _table() -> Mapping[str, tuple[int, ...]]:
    rows = load_rows("assessment_model.tsv")
    return MappingProxyType({row["feature"]: tuple(int(row[name]) for name in COLUMNS) for row in rows})
