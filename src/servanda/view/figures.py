"""How often the reader is right, as it was measured for this version: the figures of `figures.toml`, which the README says too.

Nothing is measured here.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """How well one kind of record is found.

    Attributes:
        name: the kind, in words.
        open: F1 on texts that lay open while the rules were written.
        unseen: F1 on texts that no author has opened.
    """

    name: str
    open: float
    unseen: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What was measured.

    Attributes:
        measured: the day, as an ISO date.
        open_texts: how many texts lay open.
        unseen_texts: how many no author has opened.
        rows: the kinds.
    """

    measured: str
    open_texts: int
    unseen_texts: int
    rows: tuple[Figure, ...]


def load_figures() -> Figures:
    """The figures of this version."""
    told = tomllib.loads((files("servanda.view") / "figures.toml").read_text(encoding="utf-8"))
    rows = tuple(Figure(**row) for row in told.pop("kind"))
    return Figures(rows=rows, **told)
