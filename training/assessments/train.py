"""Trains the model of assessments from the rows of `collect.py`, and measures it by cross-validation over whole documents.

    python training/assessments/train.py ROWS OUT

ROWS is a folder of `*.tsv`; OUT receives `assessment_model.tsv`. There is no chance in it: the same rows give the same
weights on the same machine.
"""

from __future__ import annotations

import sys
from collections import Counter
from hashlib import md5
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from servanda.lexicon.assessment_model import ABOUTS, ALWAYS, COLUMNS

FOLDS = 10
LEAST = 2
"""A feature must stand in so many stretches."""
STRENGTHS = (9.0, 3.0, 3.0)
"""How strongly weights are held down: of worth, blame and about."""
SMALL = 4
"""Rows whose weights are all smaller are left out."""


class Row:
    """A stretch: document, fit, what it is about, valence, features."""

    def __init__(self, line: str) -> None:
        self.document, self.span, fit, self.about, self.valence, *features = line.rstrip("\n").split("\t")
        self.is_one = float(fit) >= 0.5
        self.features = frozenset(features)


def rows(folder: Path) -> list[Row]:
    """The stretches of all files; a text that stands in two is taken once."""
    found: list[Row] = []
    known: set[str] = set()
    for path in sorted(folder.glob("*.tsv")):
        own = [Row(line) for line in path.read_text(encoding="utf-8").splitlines()]
        found += [row for row in own if row.document not in known]
        known |= {row.document for row in own}
    return found


def matrix(stretches: list[Row], places: dict[str, int]) -> csr_matrix:
    """A row a stretch, a column a feature."""
    at = [(n, places[name]) for n, row in enumerate(stretches) for name in sorted(row.features) if name in places]
    return csr_matrix((np.ones(len(at)), tuple(zip(*at, strict=True))), shape=(len(stretches), len(places)))


def fitted(given: csr_matrix, right: np.ndarray, strength: float) -> np.ndarray:
    """Weights by logistic regression with squared penalty, a column a class; the last row counts for all."""
    width, classes = given.shape[1], right.shape[1]

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights = flat.reshape(width + 1, classes)
        scores = given @ weights[:width] + weights[width]
        scores -= scores.max(axis=1, keepdims=True)
        likely = np.exp(scores)
        likely /= likely.sum(axis=1, keepdims=True)
        missed = likely - right
        slope = np.vstack([given.T @ missed + strength * weights[:width], missed.sum(axis=0)])
        told = -np.log(np.maximum(likely[right == 1], 1e-12)).sum() + 0.5 * strength * (weights[:width] ** 2).sum()
        return float(told), slope.ravel()

    found = minimize(loss, np.zeros((width + 1) * classes), jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return found.x.reshape(width + 1, classes)


def one_hot(values: list[int], classes: int) -> np.ndarray:
    """A row a value, 1 in its column."""
    table = np.zeros((len(values), classes))
    table[np.arange(len(values)), values] = 1
    return table


def trained(stretches: list[Row]) -> dict[str, np.ndarray]:
    """The table: a row of weights for each feature."""
    counts = Counter(name for row in stretches for name in row.features)
    places = {name: n for n, name in enumerate(sorted(name for name, count in counts.items() if count >= LEAST))}
    ones = [row for row in stretches if row.is_one and row.about != "-"]
    named = [about.value for about in ABOUTS]
    worth = fitted(matrix(stretches, places), one_hot([int(row.is_one) for row in stretches], 2), 2 * STRENGTHS[0])
    given = matrix(ones, places)
    blame = fitted(given, one_hot([int(row.valence == "-") for row in ones], 2), 2 * STRENGTHS[1])
    about = fitted(given, one_hot([named.index(row.about) for row in ones], len(named)), STRENGTHS[2])
    joined = np.hstack([worth[:, 1:] - worth[:, :1], blame[:, 1:] - blame[:, :1], about])
    whole = np.round(joined * 100).astype(int)
    table = {name: whole[place] for name, place in places.items() if np.abs(whole[place]).max() >= SMALL}
    return {ALWAYS: whole[-1], **table}


def scored(table: dict[str, np.ndarray], row: Row) -> np.ndarray:
    """The scores of a stretch."""
    return sum((table[name] for name in row.features if name in table), table[ALWAYS])


def fold_of(document: str) -> int:
    """The part of the cross-validation that a document is in."""
    return int(md5(document.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def measured(stretches: list[Row]) -> None:
    """Print how many stretches the model finds that the rules do not, and how often it is right, by the score wanted."""
    said = []
    for part in range(FOLDS):
        table = trained([row for row in stretches if fold_of(row.document) != part])
        said += [(scored(table, row), row) for row in stretches if fold_of(row.document) == part]
    alone = [(score, row) for score, row in said if "rule none" in row.features]
    for least in (-100, -80, -60, -40, -20, 0):
        taken = [row for score, row in alone if score[0] >= least]
        print(least, "taken", len(taken), "right", sum(row.is_one for row in taken))
    ones = [(score, row) for score, row in said if row.is_one and row.about != "-"]
    about = sum(ABOUTS[int(np.argmax(score[2:]))].value == row.about for score, row in ones)
    blame = sum((score[1] > 0) == (row.valence == "-") for score, row in ones)
    print("assessments", len(ones), "about right", about, "side right", blame)


def main(folder: Path, out: Path) -> None:
    """Measure, then train on all and write the table."""
    stretches = rows(folder)
    measured(stretches)
    lines = [
        "# Weights of the model of assessments, in hundredths. Source: our own training, told in assessment_model.md."
    ]
    lines.append("\t".join(["feature", *COLUMNS]))
    lines += ["\t".join([name, *map(str, row)]) for name, row in sorted(trained(stretches).items())]
    (out / "assessment_model.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
