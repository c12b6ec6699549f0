"""How well commitments of several documents are linked: precision, recall and B³ on judged pairs.

    python bench/linking.py ../shared [even|odd] [model]

The texts are read anew, so that what was not read cannot be linked. The even lines of the pairs serve development, the
odd ones measuring; without a word both are measured together, and the odd ones alone beside them. With `model` the texts are read with the model of records too, as
commands do; without it by rules alone.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from servanda.codebook import Block, Document, Pair, Reading, RecordId, Thread, When
from servanda.intake.kinds import kind_of
from servanda.reading.readers import BY_RULES, PACKAGED, read_document
from servanda.resolve.commitments import link_all

PAIRS = Path(__file__).parent / "linking" / "pairs.jsonl"
_HALF = 0.5


class Shelf:
    """Readings without a ledger, as linking asks for them."""

    def __init__(self, readings: Sequence[tuple[Document, Reading]]) -> None:
        """Keep the readings."""
        self._readings = readings

    def iter_readings(
        self, _documents: Collection[str] | None = None, _kinds: Collection[str] = ()
    ) -> Iterator[tuple[Document, Reading]]:
        """All of them."""
        return iter(self._readings)

    def find_blocked(self, _kind: str, _version: str, _keys: Collection[str]) -> tuple[Block, ...]:
        """Nothing is kept."""
        return ()

    def find_pairs_of(self, _kind: str, _wanted: Collection[RecordId]) -> tuple[Pair, ...]:
        """Nothing is kept."""
        return ()

    def find_threads_of(self, _wanted: Collection[RecordId]) -> tuple[Thread, ...]:
        """Nothing is kept."""
        return ()

    def find_places(self, _wanted: Collection[RecordId]) -> Mapping[RecordId, str]:
        """Nothing is kept."""
        return {}


def main(arguments: Sequence[str]) -> int:
    """Read, link and print; returns the exit code."""
    shared, words = Path(arguments[0]), set(arguments[1:])
    half = next((word for word in ("even", "odd") if word in words), "")
    means = PACKAGED if "model" in words else BY_RULES
    if not (shared / "data" / "text-wh" / "wh_diplomacy.jsonl.gz").exists():
        sys.stdout.write(f"linking: not measured, since {shared} has no texts\n")
        return 0
    lines = PAIRS.read_text(encoding="utf-8").splitlines()
    pairs = [json.loads(line) for line in lines]
    halves = {"even": pairs[1::2], "odd": pairs[::2]}
    asked = {half: halves[half]} if half else {"": pairs, "odd": halves["odd"]}
    wanted = _names([pair for some in asked.values() for pair in some])
    read = {name: (document, read_document(document, means=means)) for name, document in _documents(shared, wanted)}
    for name, some in asked.items():
        own = {document: read[document] for document in _names(some) if document in read}
        sys.stdout.write(f"{_measured(some, own)}{' on the ' + name + ' half alone' if name else ''}\n")
    return 0


def _measured(pairs: Sequence[Mapping[str, Any]], read: Mapping[str, tuple[Document, Reading]]) -> str:
    threads = link_all(Shelf(list(read.values()))).threads
    home = {record: thread.id for thread in threads for record in thread.records}
    found = [(pair["judgement"], *(_record(pair[side], read) for side in "ab")) for pair in pairs]
    joined = [(told, bool(a and b and home[a] == home[b])) for told, a, b in found]
    right = sum(1 for told, is_one in joined if is_one and told == "same")
    wrong = sum(1 for told, is_one in joined if is_one and told == "not the same")
    same = sum(1 for told, _ in joined if told == "same")
    unread = sum(1 for told, a, b in found if told == "same" and not (a and b))
    precision, recall = right / max(right + wrong, 1), right / max(same, 1)
    b_precision, b_recall = _b_cubed([(told, a, b) for told, a, b in found if a and b], home)
    return (
        f"linking: {len(pairs)} pairs, precision {precision:.3f}, recall {recall:.3f} ({right} of {same} same pairs joined, "
        f"{wrong} wrongly; {unread} not read), B³ precision {b_precision:.3f}, recall {b_recall:.3f}"
    )


def _b_cubed(found: Iterable[tuple[str, str, str]], home: Mapping[str, str]) -> tuple[float, float]:
    """B³ over the judged records: true clusters are what `same` pairs connect, and what was not judged is left out."""
    listed = list(found)
    apart = {frozenset((a, b)) for told, a, b in listed if told == "not the same"}
    one = {frozenset((a, b)) for told, a, b in listed if told == "same"}
    records = sorted({record for _, a, b in listed for record in (a, b)})
    precisions, recalls = [], []
    for record in records:
        true = {record} | {other for pair in one if record in pair for other in pair}
        judged = true | {other for pair in apart if record in pair for other in pair}
        put = {other for other in judged if home[other] == home[record]}
        precisions.append(len(true & put) / len(put))
        recalls.append(len(true & put) / len(true))
    return sum(precisions) / max(len(records), 1), sum(recalls) / max(len(records), 1)


def _record(side: Mapping[str, Any], read: Mapping[str, tuple[Document, Reading]]) -> str:
    """The id of the commitment that was read at a place; empty where none was."""
    wanted = {at for start, end in side["spans"] for at in range(start, end)}
    best, most = "", 0.0
    for record in read[side["file"]][1].commitments:
        got = {at for span in record.spans for at in range(span.start, span.end)}
        alike = 2 * len(wanted & got) / (len(wanted) + len(got))
        if alike > most:
            best, most = record.id, alike
    return best if most >= _HALF else ""


def _names(pairs: Iterable[Mapping[str, Any]]) -> set[str]:
    return {pair[side]["file"] for pair in pairs for side in "ab"}


def _documents(shared: Path, wanted: set[str]) -> Iterator[tuple[str, Document]]:
    """The texts as their corpora hold them, in the order of their names."""
    yield from sorted(((n, d) for n, d in _all(shared) if n in wanted), key=lambda pair: pair[0])


def _all(shared: Path) -> Iterator[tuple[str, Document]]:
    with gzip.open(shared / "data/text-wh/wh_diplomacy.jsonl.gz", "rt", encoding="utf-8") as lines:
        for told in map(json.loads, lines):
            yield f"text-wh:{_digest(told['id'])}", _document(told["text"], told["title"], told["date"], told["id"])
    for corpus, folder in (("gold", "gold"), ("seed", "seeds")):
        about = json.loads((shared / folder / "meta.json").read_text(encoding="utf-8"))
        for path in sorted((shared / folder).glob("*.txt")):
            facts = about.get(path.stem, {})
            text = path.read_bytes().decode("utf-8")
            yield f"{corpus}:{path.stem}", _document(text, facts.get("title"), facts.get("published"), path.name)


def _digest(key: str) -> str:
    """A document's key without its title."""
    return sha256(key.encode("utf-8")).hexdigest()[:16]


def _document(text: str, title: str | None, published: str | None, location: str) -> Document:
    when = When.parse(published) if published else None
    return Document(
        text=text, title=title, location=location, kind=kind_of(title, text, ())[0], published=when, language="en"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
