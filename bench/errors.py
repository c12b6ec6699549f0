"""What is still missed, by class: fills the tables of docs/error-analysis.md. `make errors` runs it.

Usage: python bench/errors.py GOLD PREDICTED

Counts only: no sentence of a gold text is written down. The reasons beside the tables are written by hand.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from servanda.codebook.scoring import MEASURES, Miss, Score, score_codings, stretches_of
from servanda.write.coding_files import load_codings

PAGE = Path(__file__).parents[1] / "docs/error-analysis.md"
BEGINS, ENDS = "<!-- figures -->\n", "<!-- end of figures -->"
CLASSES = {
    "statements": "mode",
    "occasions": "type",
    "instruments": "kind",
    "commitments": "firmness",
    "assessments": "about",
}
"""The field by which the records of a kind fall into classes."""


def main(arguments: list[str]) -> int:
    """Write the tables; the exit code is 2 where a folder is missing."""
    if len(arguments) != 2 or not all(Path(folder).is_dir() for folder in arguments):
        print("Name the folder of gold codings and the folder of codings to be measured.", file=sys.stderr)
        return 2
    documents = list(load_codings(Path(arguments[0]), Path(arguments[1])))
    score = score_codings(documents)
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGINS)
    behind = rest.partition(ENDS)[2]
    lines = [*_fields(score), "", *_classes(documents, score), "", *_kinds_of_text(documents)]
    PAGE.write_text(before + BEGINS + "\n".join(lines) + "\n" + ENDS + behind, encoding="utf-8")
    return 0


def _fields(score: Score) -> Iterator[str]:
    yield f"### Fields of matched records ({score.documents} texts)\n"
    yield "| kind | gold | found | right | field: share right on matched records |\n|---|---|---|---|---|"
    for measure in MEASURES:
        tally = score.tallies[measure.name]
        told = ", ".join(f"{name} {share:.2f}" for name, share in tally.accuracy().items())
        yield f"| {measure.name} | {tally.gold} | {tally.predicted} | {tally.hits} | {told} |"


def _classes(documents: list[Any], score: Score) -> Iterator[str]:
    asked: dict[str, Counter[str]] = defaultdict(Counter)
    missed: dict[str, Counter[str]] = defaultdict(Counter)
    spurious: dict[str, Counter[str]] = defaultdict(Counter)
    codings = {name: (text, gold, predicted) for name, text, gold, predicted in documents}
    for kind, field in CLASSES.items():
        for _, gold, _ in codings.values():
            asked[kind].update(str(row.get(field) or "open") for row in gold.get(kind, []))
    for miss in score.misses:
        text, gold, predicted = codings[miss.document]
        into, coding = (spurious, predicted) if miss.spurious else (missed, gold)
        into[miss.kind][_class_of(miss, text, coding)] += 1
    yield "### Records missed and records too many, by class\n"
    yield "| kind | class | gold | missed | too many |\n|---|---|---|---|---|"
    for kind in CLASSES:
        for name in sorted(asked[kind] | spurious[kind], key=lambda name: (-asked[kind][name], name)):
            yield f"| {kind} | {name} | {asked[kind][name]} | {missed[kind][name]} | {spurious[kind][name]} |"


def _class_of(miss: Miss, text: str, coding: Any) -> str:
    where = next(measure.where for measure in MEASURES if measure.kind == miss.kind)
    for row in coding.get(miss.kind, []):
        if " … ".join(text[start:end] for start, end in stretches_of(row.get(where))) == miss.words:
            return str(row.get(CLASSES[miss.kind]) or "open")
    return "open"


def _kinds_of_text(documents: list[Any]) -> Iterator[str]:
    groups: dict[str, list[Any]] = defaultdict(list)
    for one in documents:
        groups[str(one[2].get("document", {}).get("kind") or "news")].append(one)
    yield "### F1 by kind of text\n"
    names = ["actors", *(measure.name for measure in MEASURES)]
    yield "| kind of text | texts | " + " | ".join(names) + " |\n|" + "---|" * (len(names) + 2)
    for kind, listed in sorted(groups.items()):
        tallies = score_codings(listed).tallies
        yield f"| {kind} | {len(listed)} | " + " | ".join(f"{tallies[name].f1:.2f}" for name in names) + " |"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
