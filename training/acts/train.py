"""Trains the model of acts from the features of annotated clauses, and measures it by cross-validation over whole documents.

    python training/acts/train.py FEATURES OUT

FEATURES is a folder of `*.tsv` with a clause a line (source, document, act, act by the rules, features with their weight);
OUT receives `act_model.bin`. Seeds are none: the same rows give the same weights on the same machine.
"""

from __future__ import annotations

import sys
from collections import Counter
from hashlib import md5
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from servanda.lexicon.act_model import ACTS, BIAS, ROWS, STEP, row_of
from servanda.reading.commitments.act_features import FOURFOLD

FOLDS = 5
STRENGTH = 0.3
LEAST = 2
"""A feature must stand in so many clauses."""
COLUMN = {act.value: place for place, act in enumerate(ACTS)}


def rows(folder: Path) -> list[tuple[str, str, str, str, dict[str, int]]]:
    """The clauses of all files: source, document, act, act by the rules, features."""
    found = []
    for path in sorted(folder.glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            source, document, act, rules, *features = line.split("\t")
            pairs = (one.rpartition("=") for one in features)
            found.append((source, document, act, rules, {name: int(times) for name, _, times in pairs}))
    return found


def matrix(clauses: list, kept: set[str]) -> csr_matrix:
    """The clauses as rows of weights of hashed features; the last column counts for all."""
    data, at, column = [], [], []
    for place, clause in enumerate(clauses):
        for name, times in clause[4].items():
            if name in kept:
                data.append(times / 2)
                at.append(place)
                column.append(row_of(name))
    return csr_matrix((data, (at, column)), shape=(len(clauses), BIAS))


def fit(clauses: list) -> np.ndarray:
    """Weights by multinomial logistic regression with squared penalty, rounded to bytes."""
    counts = Counter(name for clause in clauses for name in clause[4])
    given = matrix(clauses, {name for name, count in counts.items() if count >= LEAST})
    turned, acts = given.T.tocsr(), np.array([COLUMN[clause[2]] for clause in clauses])
    right = np.zeros((len(clauses), len(ACTS)))
    right[np.arange(len(acts)), acts] = 1

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights = flat.reshape(ROWS, len(ACTS))
        scores = given @ weights[:BIAS] + weights[BIAS]
        scores -= scores.max(axis=1, keepdims=True)
        likely = np.exp(scores)
        likely /= likely.sum(axis=1, keepdims=True)
        missed = STRENGTH * (likely - right)
        slope = np.vstack([turned @ missed + weights[:BIAS], missed.sum(axis=0)])
        told = -np.log(np.maximum(likely[right == 1], 1e-12)).sum() * STRENGTH + 0.5 * (weights[:BIAS] ** 2).sum()
        return float(told), slope.ravel()

    found = minimize(loss, np.zeros(ROWS * len(ACTS)), jac=True, method="L-BFGS-B", options={"maxiter": 60})
    return np.clip(np.round(found.x.reshape(ROWS, len(ACTS)) * STEP), -127, 127).astype(np.int8)


def told(weights: np.ndarray, clause: tuple) -> str:
    """The act that is recorded: that of the rules unless another is at least four times as likely."""
    scores = weights[BIAS].astype(int) * 2
    for name, times in clause[4].items():
        scores += weights[row_of(name)].astype(int) * times
    best = max(range(len(ACTS)), key=lambda place: (scores[place], ACTS[place].value))
    return ACTS[best].value if scores[best] - scores[COLUMN[clause[3]]] > FOURFOLD else clause[3]


def fold_of(document: str) -> int:
    """The part of the cross-validation that a document is in."""
    return int(md5(document.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def main(features: Path, out: Path) -> None:
    """Measure, then train on all and write the weights."""
    clauses = rows(features)
    right: Counter[tuple[str, str]] = Counter()
    for part in range(FOLDS):
        weights = fit([clause for clause in clauses if fold_of(clause[1]) != part])
        for clause in clauses:
            if fold_of(clause[1]) == part:
                act = told(weights, clause)
                right[clause[0], "all"] += 1
                right[clause[0], "rules"] += clause[3] == clause[2]
                right[clause[0], "model"] += act == clause[2]
                right[clause[0], "mended"] += act == clause[2] != clause[3]
                right[clause[0], "broken"] += clause[3] == clause[2] != act
    for source in sorted({source for source, _ in right}):
        print(source, {what: right[source, what] for what in ("all", "rules", "model", "mended", "broken")})
    (out / "act_model.bin").write_bytes(fit(clauses).tobytes())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
