"""A score → lines for a person, or a tree for a program."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from servanda.codebook.scoring import Score, Tally


def score_lines(score: Score, *, misses: bool = False) -> Iterator[str]:
    """One line a kind with precision, recall and F1, one with the accuracy of each field on matched records.

    Args:
        score: the score.
        misses: whether to list, after the figures, what was missed and what is spurious.
    """
    yield f"{score.documents} documents\n"
    for name, tally in score.tallies.items():
        strict = "" if tally.strict_f1 is None else f"  strict {tally.strict_f1:.3f}"
        yield (
            f"{name:12} P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}{strict}"
            f"  ({tally.predicted} for {tally.gold})\n"
        )
        if tally.fields:
            yield " " * 13 + "  ".join(f"{name} {share:.2f}" for name, share in tally.accuracy().items()) + "\n"
    for miss in score.misses if misses else ():
        yield f"{miss.document} {miss.kind} {'spurious' if miss.spurious else 'missed'}: {miss.words}\n"


def score_tree(score: Score) -> dict[str, Any]:
    """The same as names and numbers, rounded to three places."""
    kinds = {name: _tree(tally) for name, tally in score.tallies.items()}
    return {"documents": score.documents, **kinds}


def _tree(tally: Tally) -> dict[str, Any]:
    strict = {} if tally.strict_f1 is None else {"strict_f1": round(tally.strict_f1, 3)}
    fields = {"fields": {name: round(share, 3) for name, share in tally.accuracy().items()}} if tally.fields else {}
    figures = {"p": round(tally.precision, 3), "r": round(tally.recall, 3), "f1": round(tally.f1, 3)}
    return {**figures, "gold": tally.gold, "predicted": tally.predicted, **strict, **fields}
