"""Learns the weights of `likenesses.tsv` from judged pairs, and measures them by cross-validation over documents.

    python training/links/train.py SHARED

SHARED is the folder of the corpora. The table as it would be is printed, then the measures. The rows are those of
`judgements.tsv` and the even lines of `bench/linking/pairs.jsonl`, of White House texts. Seeds are none: the same rows give
the same weights on the same machine.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

import numpy as np

from servanda.codebook import Document, When
from servanda.lexicon.likenesses import load_weights
from servanda.reading.readers import PACKAGED, read_document
from servanda.resolve.commitments.likenesses import findings_of
from servanda.resolve.commitments.undertakings import Undertaking, undertakings_of

JUDGED = Path(__file__).with_name("judgements.tsv")
PAIRS = Path(__file__).parents[2] / "bench" / "linking" / "pairs.jsonl"
FOLDS, STRENGTH, STEPS = 5, 2.0, 4_000
BENCH, AS_MANY = "bench", 3.0
"""How rows of the bench are called, and for how many of the others each of them counts: they are of more kinds."""
DRAWN = ("spread", "linked", "drawn")
"""Rows that were drawn from what a large ledger holds, by which the border is set."""
HELD = frozenset(
    (
        *("other debtors", "debtors in part", "each to the other", "other body", "other state named", "other creditor"),
        *("other number", "other named number", "one sum", "term over", "visit of another time", "declined once"),
        *("little told", "not much told", "no word", "word for word", "one document"),
    )
)
"""Findings that keep their weight: too few pairs have them, or what they mean is decided."""


def main(shared: Path) -> None:
    """Learn and measure."""
    rows = [row for row in (*_judged(), *_benched()) if row[4] != "unsure"]
    laid = dict(_laid(shared, {name for row in rows for name in (row[0], row[2])}))
    names = tuple(load_weights())
    found = [(row, _record(laid, row[0], row[1]), _record(laid, row[2], row[3])) for row in rows]
    known = [(row, one, other) for row, one, other in found if one and other]
    features = np.array([_features(one, other, names) for _, one, other in known])
    same = np.array([row[4] == "same" for row, _, _ in known], dtype=float)
    folds = np.array([int(sha256(min(row[0], row[2]).encode()).hexdigest(), 16) % FOLDS for row, _, _ in known])
    how = np.array([row[5] for row, _, _ in known])
    counts = np.where(how == BENCH, AS_MANY, 1.0)
    for name, weight in zip(names, _fitted(features, same, counts, names), strict=True):
        print(f"{name}\t{weight:.2f}")
    scores = np.zeros(len(same))
    for fold in range(FOLDS):
        out = folds == fold
        scores[out] = features[out] @ _fitted(features[~out], same[~out], counts[~out], names)
    print(f"{len(same)} of {len(rows)} pairs were read anew")
    for title, which in (
        ("bench", how == BENCH),
        ("drawn", np.isin(how, DRAWN)),
        ("sought", ~np.isin(how, (*DRAWN, BENCH))),
    ):
        for border in (-0.5, -0.25, 0.0, 0.25, 0.5, 1.0, 1.5):
            taken = which & (scores >= border)
            right, found = same[taken].mean(), same[taken].sum() / same[which].sum()
            print(f"{title} from {border}: {right:.2f} right, {found:.2f} found")


def _judged() -> list[list[str]]:
    """The rows of the table of judgements."""
    return [line.split("\t") for line in JUDGED.read_text(encoding="utf-8").splitlines()[1:]]


def _benched() -> Iterator[list[str]]:
    """The even lines of the bench, of White House texts alone, as rows of the same form."""
    for pair in map(json.loads, PAIRS.read_text(encoding="utf-8").splitlines()[1::2]):
        sides = [pair[side] for side in "ab"]
        if all(side["file"].startswith("text-wh:") for side in sides):
            told = ((side["file"], " ".join(f"{start}-{end}" for start, end in side["spans"])) for side in sides)
            yield [cell for side in told for cell in side] + [pair["judgement"], BENCH, pair["reason"]]


def _fitted(features: np.ndarray, same: np.ndarray, counts: np.ndarray, names: tuple[str, ...]) -> np.ndarray:
    """Logistic weights near those of the table, each with its sign."""
    before = np.array([load_weights()[name] for name in names])
    pull = np.array(
        [
            1e4 if name in HELD or not load_weights()[name] else STRENGTH * (0.05 if name == "start" else 1.0)
            for name in names
        ]
    )
    weights, steps = before.copy(), 1.5 * (features**2 * counts[:, None]).sum(0) + pull
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-features @ weights))
        weights -= (features.T @ (counts * (likely - same)) + pull * (weights - before)) / steps
        turned = (np.sign(weights) == -np.sign(before)) & np.array([name != "start" for name in names])
        weights[turned] = 0.0
    return weights


def _features(one: Undertaking, other: Undertaking, names: tuple[str, ...]) -> list[float]:
    told = {"start": 1.0}
    for found in findings_of(one, other):
        told[found.feature] = told.get(found.feature, 0.0) + found.value
    return [told.get(name, 0.0) for name in names]


def _record(laid: Mapping[str, list[Undertaking]], document: str, spans: str) -> Undertaking | None:
    """The commitment that is read at a place."""
    wanted = {at for span in spans.split() for at in range(*map(int, span.split("-")))}
    best, most = None, 0.5
    for one in laid[document]:
        got = {at for span in one.record.spans for at in range(span.start, span.end)}
        alike = 2 * len(wanted & got) / (len(wanted) + len(got))
        if alike >= most:
            best, most = one, alike
    return best


def _laid(shared: Path, wanted: set[str]) -> Iterator[tuple[str, list[Undertaking]]]:
    with gzip.open(shared / "data/text-wh/wh_diplomacy.jsonl.gz", "rt", encoding="utf-8") as lines:
        for told in map(json.loads, lines):
            name = "text-wh:" + sha256(told["id"].encode("utf-8")).hexdigest()[:16]
            if name in wanted:
                document = Document(text=told["text"], title=told["title"], published=When.parse(told["date"]))
                yield name, list(undertakings_of([(document, read_document(document, means=PACKAGED))]))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
