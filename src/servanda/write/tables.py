"""CSV: one table per kind of record, of documents, of judgements and of what linking found, for R, pandas and spreadsheets.

A field `act` has three columns: `act` (its value as the codebook writes it, lists with `; ` between; for a field that
is nothing but words, the words), `act_known` (stated, unstated or unclear, so that what a text leaves open is never
taken for a no) and `act_spans` (`12-18; 40-52`). `words`, `start` and `end` are the record's whole evidence. `plover`, `plover_mode` and `cameo` are the record in those
schemes, `codes_loss` what they do not hold of it, and `crosswalk` the version of the table between them.

UTF-8 without a byte order mark, commas, CR LF, as RFC 4180 has it. A spreadsheet would run a text that begins with
`=`, `+`, `-` or `@` as a formula, so such a text gets an apostrophe in front; a lone sign, such as the polarity `+`, is
harmless and stands as it is. Whoever needs the texts untouched reads the JSON lines.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from errno import EEXIST, ENOTDIR
from pathlib import Path
from types import MappingProxyType
from typing import Any

from servanda.codebook import KINDS, Actor, Document, Reading, Record, Spans
from servanda.codebook.cells import Cell, cells_of, slots_of, written
from servanda.codebook.spans import hull, words_of
from servanda.store import Judged
from servanda.view.codes import codes_of
from servanda.view.link_rows import LinkRow, MemberRow, PairRow, Row
from servanda.write.parts import PartFile

_SIGNS = tuple("=+-@＝＋－＠")
_DOCUMENT = ("document", "title", "outlet", "published")
_RECORD = ("id", "claim", "words", "start", "end")
_ORIGIN = ("reader", "version", "rule", "method", "score")
_CODES = ("plover", "plover_mode", "cameo", "codes_loss", "crosswalk")
_OF_DOCUMENTS = (
    *("id", "title", "outlet", "agency", "author", "kind", "dateline", "published", "language", "location"),
    *("media_type", "raw_hash", "extractor"),
)
_LINKED: Mapping[str, type[Row]] = MappingProxyType({"threads": MemberRow, "links": LinkRow, "pairs": PairRow})
_OF_JUDGEMENTS = (
    *("judgement", "verdict", "by", "at", "why", "slot", "value"),
    *("record", "kind", "now", "fit", "undone_by", "undone_at", "undone_why"),
)


class TableWriter:
    """Writes a folder of CSV files, named by the kinds of record, `documents`, `judgements`, `threads`, `links` and `pairs`."""

    title = "CSV tables"
    file_name = "KIND.csv"
    media_type = "text/csv"

    def __init__(self, out: Path) -> None:
        if out.exists() and not out.is_dir():
            raise NotADirectoryError(ENOTDIR, "it is a file, and tables are written into a folder", str(out))
        if not _is_ours(out):
            raise FileExistsError(
                EEXIST, "it holds other files, and no earlier export that this one would renew", str(out)
            )
        self._files: dict[str, PartFile] = {}
        self._tables: dict[str, Any] = {}
        for name, header in _headers():
            self._files[name] = PartFile(out / f"{name}.csv")
            self._tables[name] = csv.writer(self._files[name].stream)
            self._tables[name].writerow(header)

    def feed(self, document: Document, reading: Reading) -> None:
        """Write a document and its records, a row each."""
        known = [guarded(written(getattr(document, name))) for name in _OF_DOCUMENTS]
        self._tables["documents"].writerow([*known, len(document.text), _pairs(document.furniture)])
        place = [document.id, document.title, document.outlet, written(document.published)]
        for kind, _ in KINDS:
            rows = ([*place, *_row(document, record)] for record in getattr(reading, kind))
            self._tables[kind].writerows([guarded(value) for value in row] for row in rows)

    def feed_judgement(self, judged: Judged) -> None:
        """Write a judgement, a row for each record that it is about."""
        one, undone = judged.judgement, judged.undone
        told = (one.id, one.verdict.value, one.by, one.at.isoformat(), one.why, one.slot, one.value)
        taken = (undone.by, undone.at.isoformat(), undone.why) if undone else (None, None, None)
        rows = ((*told, about.record, about.kind, about.now, about.fit.value, *taken) for about in judged.about)
        self._tables["judgements"].writerows([guarded(value) for value in row] for row in rows)

    def feed_linked(self, row: Row) -> None:
        """Write what linking found, in the table of its kind."""
        name = next(name for name, kind in _LINKED.items() if isinstance(row, kind))
        self._tables[name].writerow([guarded(getattr(row, field.name)) for field in fields(row)])

    def finish(self) -> tuple[Path, ...]:
        """Complete the files."""
        return tuple(file.finish() for file in self._files.values())

    def discard(self) -> None:
        """Leave no half file."""
        for file in self._files.values():
            file.discard()


def _is_ours(out: Path) -> bool:
    """Whether a folder is new or empty, or holds tables that were written before; parts of files are left by what was killed."""
    names = {path.name for path in out.iterdir()} if out.exists() else set()
    if names <= {f"{name}.csv.part" for name, _ in _headers()}:
        return True
    try:
        with (out / "documents.csv").open(encoding="utf-8") as table:
            return table.readline().startswith(",".join(_OF_DOCUMENTS[:3]))
    except (OSError, ValueError):
        return False


def guarded(value: Any) -> Any:
    """A value that no spreadsheet takes for a formula.

    A text that begins with one of the signs, behind blanks and apostrophes too, gets one more apostrophe: taking one
    away again gives the text back. Numbers and lone signs stand as they are.
    """
    if not isinstance(value, str) or len(value) < 2:
        return value
    return f"'{value}" if value.lstrip("' \t\r\n").startswith(_SIGNS) else value


def unguarded(value: str) -> str:
    """The text that `guarded` was given."""
    return value[1:] if value.startswith("'") and guarded(value[1:]) == value else value


def _headers() -> Iterator[tuple[str, Iterable[str]]]:
    yield "documents", (*_OF_DOCUMENTS, "characters", "furniture_spans")
    yield "judgements", _OF_JUDGEMENTS
    for linked, row in _LINKED.items():
        yield linked, tuple(field.name for field in fields(row))
    for name, kind in KINDS:
        slots = (part for slot in slots_of(kind) for part in (slot, f"{slot}_known", f"{slot}_spans"))
        yield name, (*_DOCUMENT, *_RECORD, *slots, *_ORIGIN, *(_CODES if name != "actors" else ()))


def _row(document: Document, record: Record) -> Iterator[Any]:
    around = hull(record.spans)
    yield from (record.id, record.claim, words_of(document.text, record.spans), around.start, around.end)
    for cell in cells_of(record):
        yield from (_value(document, cell), str(cell.known), _pairs(cell.spans))
    origin = record.origin
    yield from (origin.reader, origin.version, origin.rule, str(origin.method), origin.score)
    if not isinstance(record, Actor):
        codes = codes_of(record)
        yield from (
            (codes.plover, codes.mode, codes.cameo, codes.loss, codes.crosswalk) if codes else ("",) * len(_CODES)
        )


def _value(document: Document, cell: Cell) -> str | None:
    """What is recorded; of a field that is nothing but words, the words. What is unclear has no value."""
    bare = cell.value is None and cell.slot in _WORDS
    return words_of(document.text, cell.spans) if bare else written(cell.value)


_WORDS = frozenset({"span", "content", "cue", "condition", "wording", "mentions"})


def _pairs(spans: Spans) -> str:
    return "; ".join(f"{span.start}-{span.end}" for span in spans)
