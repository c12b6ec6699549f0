"""What the ledger holds of one kind → a list for a person (`table`), a spreadsheet (`csv`) or a program (`json`).

Lists answer a question at the terminal; the whole ledger is written by `exports.py`.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import IO, Any

from servanda.codebook import KINDS
from servanda.codebook.cells import cells_of, slots_of, written
from servanda.codebook.encoding import encode
from servanda.store import Found, Ledger, Query
from servanda.view import Source, actors_page, documents_page, ledger_page
from servanda.view.codes import codes_of
from servanda.view.judgements import judged_in_full
from servanda.view.spellings import spelled_out
from servanda.write import terminal
from servanda.write.tables import guarded
from servanda.write.terminal import Column

Row = dict[str, Any]
_CODES = ("plover", "cameo")


def write_list(ledger: Ledger, kind: str, query: Query, form: str, stream: IO[str]) -> None:
    """Write a list.

    Args:
        ledger: the ledger.
        kind: plural name of a kind of record, `documents` or `problems`.
        query: what to narrow by.
        form: `table`, `csv` or `json`.
        stream: where to.
    """
    if form == "json":
        trees = _trees(ledger, kind, query)
        stream.write("[" + ",\n".join(encode(tree).decode() for tree in trees) + "]\n")
    elif form == "csv":
        _write_csv(_rows(ledger, kind, query), _columns(kind), stream)
    elif kind in _PLAIN:
        _TABLES[kind](ledger, query, stream)
    else:
        terminal.write_ledger(ledger_page(ledger, query, kind), stream)


def _write_csv(rows: Iterator[Row], columns: tuple[str, ...], stream: IO[str]) -> None:
    table = csv.DictWriter(stream, columns)
    table.writeheader()
    table.writerows({name: guarded(value) for name, value in row.items()} for row in rows)


def _trees(ledger: Ledger, kind: str, query: Query) -> Iterator[object]:
    if kind in _PLAIN:
        yield from _PLAIN[kind](ledger, query)
        return
    listed = ledger.find_records(kind, spelled_out(ledger, query))
    judged = judged_in_full(ledger, listed) if ledger.has_judgements() else {}
    for found in listed:
        told = {"codes": codes_of(found.record), "judged": judged.get(found.record.id, "")}
        yield {**_place(found), "kind": kind, "evidence": found.words, "record": found.record, **told}


def _rows(ledger: Ledger, kind: str, query: Query) -> Iterator[Row]:
    if kind in _PLAIN:
        yield from _PLAIN[kind](ledger, query)
        return
    listed = ledger.find_records(kind, spelled_out(ledger, query))
    judged = judged_in_full(ledger, listed) if ledger.has_judgements() else {}
    yield from ({**_row(found), "judged": judged.get(found.record.id, "")} for found in listed)


def _row(found: Found) -> Row:
    values = {cell.slot: written(cell.value) for cell in cells_of(found.record)}
    codes = codes_of(found.record)
    coded = {"plover": codes.plover, "cameo": codes.cameo} if codes else dict.fromkeys(_CODES, "")
    return {**_place(found), "evidence": found.words, **values, **coded}


def _place(found: Found) -> Row:
    head = found.document
    published = written(head.published)
    return {
        "id": found.record.id,
        "document": head.id,
        "title": head.title,
        "outlet": head.outlet,
        "published": published,
    }


def _columns(kind: str) -> tuple[str, ...]:
    if kind in _PLAIN:
        return _COLUMNS[kind]
    return (
        "id",
        "document",
        "title",
        "outlet",
        "published",
        "evidence",
        *slots_of(dict(KINDS)[kind]),
        *_CODES,
        "judged",
    )


def _actors(ledger: Ledger, query: Query) -> Iterator[Row]:
    for row in ledger.find_actors(query):
        yield dict(zip(_COLUMNS["actors"], (getattr(row, name) for name in _COLUMNS["actors"]), strict=True))


def _documents(ledger: Ledger, query: Query) -> Iterator[Row]:
    for head in ledger.find_documents(query):
        values = (
            head.id,
            written(head.published),
            head.kind,
            head.outlet,
            head.title,
            sum(head.counts.values()),
        )
        yield dict(zip(_COLUMNS["documents"], values, strict=True))


def _problems(ledger: Ledger, query: Query) -> Iterator[Row]:
    for problem in ledger.find_problems()[: query.limit]:
        yield {
            "code": problem.code,
            "location": problem.location,
            "document": problem.document or "",
            "message": problem.message,
        }


def _actor_table(ledger: Ledger, query: Query, stream: IO[str]) -> None:
    page = actors_page(ledger, query)
    numbers = [Column(name, is_number=True) for name in ("owes", "owed", "said", "mentions", "documents")]
    columns = [Column("id", wraps=True), Column("name", wraps=True), Column("kind"), *numbers]
    rows = (
        (row.id, row.name, row.kind, *map(str, (row.owes, row.owed, row.said, row.mentions, row.documents)))
        for row in page.rows
    )
    terminal.write_rows(columns, rows, stream)
    terminal.write_total("Actors", page.total, stream)


def _document_table(ledger: Ledger, query: Query, stream: IO[str]) -> None:
    page = documents_page(ledger, query)
    rows = (
        (
            row.source.id,
            _named(row.source),
            row.kind,
            row.source.published,
            str(sum(number for _, number in row.counts)),
        )
        for row in page.rows
    )
    wrapped = (Column("document", wraps=True), Column("kind"), Column("published", wraps=True))
    terminal.write_rows((Column("id"), *wrapped, Column("records", is_number=True)), rows, stream)
    terminal.write_total("Documents", page.total, stream)


def _problem_table(ledger: Ledger, query: Query, stream: IO[str]) -> None:
    problems = ledger.find_problems()
    terminal.write_problems(problems[: query.limit], stream)
    terminal.write_total("Problems", len(problems), stream)


def _named(source: Source) -> str:
    return f"{source.title}, {source.outlet}" if source.outlet in source.rest else source.title


_COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "actors": ("id", "name", "kind", "mentions", "documents", "debtor", "creditor", "speaker"),
        "documents": ("id", "published", "kind", "outlet", "title", "records"),
        "problems": ("code", "location", "document", "message"),
    }
)
_PLAIN: Mapping[str, Callable[[Ledger, Query], Iterator[Row]]] = MappingProxyType(
    {"actors": _actors, "documents": _documents, "problems": _problems}
)
_TABLES: Mapping[str, Callable[[Ledger, Query, IO[str]], None]] = MappingProxyType(
    {"actors": _actor_table, "documents": _document_table, "problems": _problem_table}
)
