"""What a measurement hands on: rows of figures, ours and the peers', from one run."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one system on one text.

    Attributes:
        system: its name and version ("servanda", "dateparser 1.2.2").
        figures: figure by name ("value F1": 0.83); shares lie between 0 and 1, speeds name their unit.
        note: what a reader of the figures must know; what was not measured in this run says so here.
    """

    system: str
    figures: dict[str, float] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Systems side by side on one text.

    Attributes:
        name: what is measured ("times, MEANTIME, held-out half").
        rows: a row a system, ours first.
        source: the data and its licence.
        targets: what ours should reach, by the figure's name; a speed or F1 at least that.
        note: what was left out, and why.
    """

    name: str
    rows: tuple[Row, ...]
    source: str = ""
    targets: dict[str, float] = field(default_factory=dict)
    note: str = ""


def f1(right: float, said: float, asked: float) -> dict[str, float]:
    """Precision, recall and F1 from counts; 0 where nothing was said or asked."""
    precision = right / said if said else 0.0
    recall = right / asked if asked else 0.0
    both = precision + recall
    return {"precision": precision, "recall": recall, "F1": 2 * precision * recall / both if both else 0.0}
