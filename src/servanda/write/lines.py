"""JSON lines: every document and record on a line of its own, with all that the ledger knows of it.

A line has `kind` (the plural name of the kind), `record` (all fields; of a document all but the text, which `id`
hashes), the document's `title`, `outlet` and `published`, and for records `words` (the evidence) and `evidence` (for
each field the words that bear it) and `codes` (the record in PLOVER and CAMEO with what is lost, or null). Lines of `judgements` follow: the judgement, `now` (the records that it is about
as they are now, null where they are gone) and `undone` (that it was taken back, or null). What linking found comes last, as
lines of `threads`, `links` and `pairs`. Reading the lines back gives equal records.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from servanda.codebook import KINDS, Document, Reading, Record
from servanda.codebook.cells import cells_of, written
from servanda.codebook.encoding import decode, encode, plain_tree
from servanda.codebook.spans import words_of
from servanda.store import Judged
from servanda.view.codes import codes_of
from servanda.view.link_rows import LinkRow, MemberRow, PairRow, Row
from servanda.write.parts import PartFile

_LINKED = {MemberRow: "threads", LinkRow: "links", PairRow: "pairs"}


class LineWriter:
    """Writes JSON lines into one file, `ledger.jsonl` where a folder is given."""

    title = "JSON lines"
    file_name = "ledger.jsonl"
    media_type = "application/jsonl"

    def __init__(self, out: Path) -> None:
        self._file = PartFile(out / self.file_name if out.is_dir() else out)

    def feed(self, document: Document, reading: Reading) -> None:
        """Write a document and its records."""
        for tree in _trees(document, reading):
            self._file.stream.write(encode(tree).decode() + "\n")

    def feed_judgement(self, judged: Judged) -> None:
        """Write a judgement."""
        tree = {
            "kind": "judgements",
            "record": judged.judgement,
            "now": [about.now for about in judged.about],
            "undone": judged.undone,
        }
        self._file.stream.write(encode(tree).decode() + "\n")

    def feed_linked(self, row: Row) -> None:
        """Write what linking found."""
        self._file.stream.write(encode({"kind": _LINKED[type(row)], "record": row}).decode() + "\n")

    def finish(self) -> tuple[Path, ...]:
        """Complete the file."""
        return (self._file.finish(),)

    def discard(self) -> None:
        """Leave no half file."""
        self._file.discard()


def parse_lines(lines: Iterable[str]) -> Iterator[Record]:
    """The records of an export, in its order; lines of documents, judgements and what linking found are passed over.

    Raises:
        ValueError: a line is none of an export.
    """
    kinds = dict(KINDS)
    for line in lines:
        tree = decode(line, dict[str, Any])
        if tree.get("kind") in {"documents", "judgements", *_LINKED.values()}:
            continue
        if tree.get("kind") not in kinds:
            raise ValueError(f"a line of no kind of record: {line[:80]}")
        yield decode(encode(tree["record"]), kinds[tree["kind"]])


def _trees(document: Document, reading: Reading) -> Iterator[dict[str, Any]]:
    place = {"title": document.title, "outlet": document.outlet, "published": written(document.published)}
    head = {name: value for name, value in plain_tree(document).items() if name != "text"}
    yield {"kind": "documents", "record": {**head, "characters": len(document.text)}, **place}
    for kind, _ in KINDS:
        for record in getattr(reading, kind):
            words = words_of(document.text, record.spans)
            told = {"words": words, "evidence": _evidence(document, record), "codes": codes_of(record)}
            yield {"kind": kind, "record": record, **told, **place}


def _evidence(document: Document, record: Record) -> dict[str, list[str]]:
    return {cell.slot: [span.of(document.text) for span in cell.spans] for cell in cells_of(record) if cell.spans}
