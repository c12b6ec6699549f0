"""Coded texts as sentences of words with the heads of their records: the examples for `train.py`.

    PYTHONPATH=src python training/records/collect.py SHARED OUT [CODED ...] [training/records/again.jsonl]

SHARED is the folder of the corpora that `annotations.jsonl` and the annotations of the acts name. CODED are folders of texts with codings in the form of
gold files; what a file of annotations says of a stretch stands in for what was read there first. OUT receives a document a line, and behind them the annotated clauses, of which only the acts are learned.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from servanda.lexicon.language.tokens import tokens_of
from servanda.lexicon.language_model import packaged_model

CORPORA = {
    "text-wh": "wh_diplomacy.jsonl.gz",
    "text-wikinews": "wikinews_2019_2020.jsonl.gz",
    "text-ungd2017": "ungd2017.jsonl.gz",
}
LABELS = {
    "occasions": ("type", "status"),
    "instruments": ("kind",),
    "commitments": ("act", "firmness"),
    "assessments": ("about", "valence"),
}
"""The kinds of records with the fields that are learned."""

ANNOTATIONS = Path(__file__).with_name("annotations.jsonl")
ACTS = Path(__file__).parents[1] / "acts" / "annotations.tsv"
BEFORE, BEHIND = 300, 60
"""How far before a clause its sentence may begin, and how many letters behind it are shown."""

Row = list[Any]


def key_of(corpus: str, row: dict[str, str]) -> str:
    """The key of a text of a corpus."""
    return f"{corpus}:{sha256((row.get('id') or row['title']).encode()).hexdigest()[:16]}"


def annotated(shared: Path, again: Iterable[Path] = ()) -> Iterator[tuple[str, str, list[Row]]]:
    """The annotated stretches of the corpora under their titles: key, text, and rows of kind, stretches and labels."""
    read = [line for path in (ANNOTATIONS, *again) for line in path.read_text(encoding="utf-8").splitlines()]
    last = {(one["document"], one["start"], one["end"]): one for one in map(json.loads, read)}
    wanted: dict[str, list[dict[str, Any]]] = {}
    for one in last.values():
        wanted.setdefault(one["document"], []).append(one)
    for corpus, name in CORPORA.items():
        with gzip.open(shared / "data" / corpus / name, "rt", encoding="utf-8") as rows:
            for row in map(json.loads, rows):
                for one in wanted.get(key_of(corpus, row), ()):
                    heading = one.get("heading", row["title"])
                    yield one["document"], f"{heading}\n\n{row['text'][one['start'] : one['end']]}", one["records"]


def clauses(shared: Path) -> Iterator[dict[str, Any]]:
    """The annotated clauses that are commitments, each in its sentence, as examples of which only the act counts."""
    wanted: dict[str, list[tuple[str, str]]] = {}
    for line in ACTS.read_text(encoding="utf-8").splitlines()[1:]:
        document, spans, commitment, act, *_ = line.split("\t")
        if commitment == "yes":
            wanted.setdefault(document, []).append((spans.split()[-1], act))
    for corpus in ("text-wh", "text-wikinews"):
        with gzip.open(shared / "data" / corpus / CORPORA[corpus], "rt", encoding="utf-8") as rows:
            for row in map(json.loads, rows):
                for span, act in wanted.get(key_of(corpus, row), ()):
                    yield _clause(row["text"], *map(int, span.split("-")), act)


def _clause(text: str, start: int, end: int, act: str) -> dict[str, Any]:
    first = max(text.rfind("\n", 0, start), text.rfind(". ", 0, start) + 1) + 1
    first = first if start - first <= BEFORE else start
    tokens = tokens_of(text[first : end + BEHIND])
    inside = [
        n
        for n, token in enumerate(tokens)
        if start - first < token.start + len(token.text) and token.start < end - first
    ]
    records = [["commitments", inside[0], inside[0], inside[-1], [act, None]]] if inside else []
    return {"document": "", "sentences": [[one.text for one in tokens]], "records": records, "clauses_only": True}


def coded(folder: Path) -> Iterator[tuple[str, str, list[Row]]]:
    """The texts of a folder with the rows of their codings."""
    for path in sorted(folder.glob("*.txt")):
        coding = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        rows = [
            [kind, _stretches(record["span"]), *(record.get(field) for field in fields)]
            for kind, fields in LABELS.items()
            for record in coding.get(kind, ())
            if record["span"]
        ]
        yield path.stem, path.read_text(encoding="utf-8"), rows


def _stretches(span: list[Any]) -> list[list[int]]:
    return [span] if isinstance(span[0], int) else span


def example(name: str, text: str, rows: list[Row]) -> dict[str, Any]:
    """A document as sentences, and its records as head, first and last word with their labels.

    The head of a record is the first of its words that hangs on none of the others.
    """
    sentences, places, heads = [], [], []
    for parse in packaged_model().read(text):
        base = len(places)
        sentences.append(list(parse.words))
        places += [(start, start + len(word)) for start, word in zip(parse.starts, parse.words, strict=True)]
        heads += [base + head - 1 if head else base + n for n, head in enumerate(parse.heads)]
    records = []
    for kind, spans, *labels in rows:
        inside = [
            n for n, (start, end) in enumerate(places) if any(start < last and end > first for first, last in spans)
        ]
        if inside:
            head = next((n for n in inside if heads[n] == n or heads[n] not in set(inside)), inside[0])
            records.append([kind, head, *_run(inside, head), labels])
    return {"document": name, "sentences": sentences, "records": records}


def _run(inside: list[int], head: int) -> tuple[int, int]:
    """The first and last word of the stretch around the head; a word left out between two does not part it."""
    members, first, last = set(inside), head, head
    while {first - 1, first - 2} & members:
        first -= 1
    while {last + 1, last + 2} & members:
        last += 1
    return first, last


def main() -> None:
    """Write the examples."""
    shared, out, *given = map(Path, sys.argv[1:])
    folders = [one for one in given if one.is_dir()]
    again = [one for one in given if one not in folders]
    with out.open("w", encoding="utf-8") as lines:
        for name, text, rows in (*annotated(shared, again), *(one for folder in folders for one in coded(folder))):
            lines.write(json.dumps(example(name, text, rows), ensure_ascii=False) + "\n")
        for clause in clauses(shared):
            lines.write(json.dumps(clause, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
