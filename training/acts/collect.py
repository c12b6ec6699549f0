"""Features of the annotated clauses, as the reader asks the model for them: the rows that `train.py` learns from.

    python training/acts/collect.py SHARED OUT

SHARED is the folder of the corpora; OUT receives `rows.tsv`. A clause that the reader no longer finds is left out.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from servanda.codebook import Document
from servanda.codebook.vocabulary import Act
from servanda.reading.commitments import chosen_acts
from servanda.reading.commitments.act_features import RuleAct, act_features
from servanda.reading.commitments.deeds import Deed
from servanda.reading.commitments.promises import Promise
from servanda.reading.readers import read_document

CORPORA = {"text-wh": "wh_diplomacy.jsonl.gz", "text-wikinews": "wikinews_2019_2020.jsonl.gz"}


def annotations() -> dict[str, list[list[str]]]:
    """The clauses that are commitments, by document."""
    found = defaultdict(list)
    lines = Path(__file__).with_name("annotations.tsv").read_text(encoding="utf-8").splitlines()[1:]
    for document, spans, commitment, act, _, how in (line.split("\t") for line in lines):
        if commitment == "yes":
            found[document].append([spans, act, how])
    return found


def texts(shared: Path, wanted: set[str]) -> Iterator[tuple[str, str]]:
    """The texts of these documents."""
    for corpus, name in CORPORA.items():
        with gzip.open(shared / "data" / corpus / name, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                named = row.get("id") or row.get("title")
                key = f"{corpus}:{sha256(named.encode()).hexdigest()[:16]}"
                if key in wanted:
                    yield key, row["text"]


def asked(text: str) -> list[tuple[Act, tuple[int, int], tuple[tuple[str, int], ...]]]:
    """What the model is asked while a text is read: the act by the rules, where the deed stands, its features."""
    found = []

    def record(promise: Promise, deed: Deed, rules: RuleAct) -> Act:
        words = promise.line.stretch(deed.first, deed.last)
        found.append((rules.act, (words.start, words.end), act_features(promise, deed, rules)))
        return rules.act

    chosen_acts.act_by_model, before = record, chosen_acts.act_by_model
    try:
        read_document(Document(text=text))
    finally:
        chosen_acts.act_by_model = before
    return found


def main(shared: Path, out: Path) -> None:
    """Read every annotated document and write a row for each clause that is found again."""
    wanted = annotations()
    with (out / "rows.tsv").open("w", encoding="utf-8") as rows:
        for key, text in texts(shared, set(wanted)):
            ends = {place[1]: (act, features) for act, place, features in asked(text)}
            for spans, act, how in wanted[key]:
                found = ends.get(int(spans.rpartition("-")[2]))
                if found is not None:
                    told = [f"{name}={times}" for name, times in found[1] if "\t" not in name]
                    rows.write("\t".join([how, key, act, found[0].value, *told]) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
