"""A ledger of a million records: how fast rows go in, and how fast its pages come, on SQLite and on PostgreSQL.

    python bench/ledger.py FOLDER [--records 1000000] [--server postgresql://user@host/database]

The ledger is built once and kept in FOLDER. A part of it is read in as any document is; the rest are copies of those
rows with other days, persons and ids, made in SQL, since reading in all of it would take an hour and show nothing more
(`verify` says that their ids are made up). The one on the server is a restored backup of the file.
"""

from __future__ import annotations

import argparse
import json
import os
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

from ledger_documents import made_documents

from servanda.store import Ledger, Query
from servanda.store.schema import INDEXED, metadata
from servanda.view import actor_page, actors_page, document_page, documents_page, ledger_page, record_page

RECORDS = 1_000_000
PARTS = 20
TIMES = 9
MEDIAN, P95 = 100, 300
"""The targets of a page, in milliseconds."""

PAGES: tuple[tuple[str, Callable[[Ledger, dict[str, str]], object]], ...] = (
    ("list: commitments", lambda ledger, _: ledger_page(ledger, Query())),
    ("list: statements", lambda ledger, _: ledger_page(ledger, Query(), "statements")),
    ("list: occasions", lambda ledger, _: ledger_page(ledger, Query(), "occasions")),
    ("list: page 100", lambda ledger, _: ledger_page(ledger, Query(offset=5_000))),
    ("list: the least sure", lambda ledger, _: ledger_page(ledger, Query(order="score"))),
    ("list: documents", lambda ledger, _: documents_page(ledger, Query())),
    ("list: actors", lambda ledger, _: actors_page(ledger, Query())),
    ("filter: act", lambda ledger, _: ledger_page(ledger, Query(act="invest"))),
    ("filter: act and firmness", lambda ledger, _: ledger_page(ledger, Query(act="fund", firmness="pledged"))),
    ("filter: usual debtor", lambda ledger, key: ledger_page(ledger, Query(debtor=key["state"]))),
    ("filter: rare debtor", lambda ledger, key: ledger_page(ledger, Query(debtor=key["rare"]))),
    ("filter: a year", lambda ledger, _: ledger_page(ledger, Query(since=date(2012, 1, 1), until=date(2012, 12, 31)))),
    ("filter: outlet", lambda ledger, key: ledger_page(ledger, Query(outlet=key["outlet"]))),
    ("search: a usual word", lambda ledger, key: ledger_page(ledger, Query(search=key["word"]))),
    ("search: a rare word", lambda ledger, key: ledger_page(ledger, Query(search=key["seldom"]))),
    ("search: a phrase", lambda ledger, key: ledger_page(ledger, Query(search=key["phrase"]))),
    ("search: documents", lambda ledger, key: documents_page(ledger, Query(search=key["seldom"]))),
    ("one document", lambda ledger, key: document_page(ledger, key["document"])),
    ("one record", lambda ledger, key: record_page(ledger, key["record"])),
    ("one actor", lambda ledger, key: actor_page(ledger, key["state"])),
)


def build(path: Path, records: int) -> None:
    """A ledger of so many records in a new file."""
    part = path.with_suffix(".part")
    for left in path.parent.glob(f"{part.name}*"):
        left.unlink()
    with Ledger.open(part) as ledger:
        held, started = 0, time.perf_counter()
        for document, reading in made_documents(records):
            ledger.append_reading(document, reading)
            held += sum(1 for _ in reading.records())
            if held >= records / PARTS:
                break
        print(f"read in: {held:,} records, {held / (time.perf_counter() - started):,.0f} a second", flush=True)
    with closing(sqlite3.connect(part, isolation_level=None)) as connection:
        connection.executescript("PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -1000000")
        started = time.perf_counter()
        multiply(connection)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        print(f"multiplied {PARTS} times in {time.perf_counter() - started:,.0f} s", flush=True)
    part.rename(path)


def multiply(connection: sqlite3.Connection) -> None:
    """Add copies of all rows, with numbers, ids, days and persons of their own."""
    steps = {
        name: connection.execute(f"SELECT max(number) FROM {name}").fetchone()[0]  # noqa: S608 - our own names
        for name in ("documents", "readings", "sources", "records")
    }
    for part in range(1, PARTS):
        for name in ("documents", "readings", "sources", "records", "cells", "parties"):
            columns = [column.name for column in metadata.tables[name].columns]
            values = ", ".join(_copied(name, column, part, steps) for column in columns)
            first = {"cells": "record", "parties": "record"}.get(name, "number")
            last = steps.get(name, steps["records"])
            told = f"INSERT INTO {name} ({', '.join(columns)}) SELECT {values} FROM {name} WHERE {first} <= {last}"  # noqa: S608
            connection.execute(told)
    for name, _ in INDEXED:
        connection.execute(f"INSERT INTO {name}_fts ({name}_fts) VALUES ('rebuild')")  # noqa: S608
    connection.execute("ANALYZE")


def _copied(table: str, column: str, part: int, steps: dict[str, int]) -> str:
    sign = chr(ord("f") + part)
    own = f"substr({column}, 1, 2) || '{sign}' || substr({column}, 4)"
    person = f"CASE WHEN {column} LIKE '%-%' THEN {column} || '-{part}' ELSE {column} END"
    if column == "number":
        return f"number + {part * steps[table]}"
    if column in ("reading", "record"):
        return f"{column} + {part * steps[f'{column}s']}"
    if column == "document" or (column in ("id", "claim", "statement", "occasion", "instrument")):
        return own
    if column == "actor":
        return person
    if column in ("published", "published_from"):
        return f"date(published_from, '+{part * 7} days')"
    if column == "published_to":
        return f"date(published_to, '+{part * 7} days')"
    if column in ("head", "body"):
        held = "id" if table == "documents" else "document"
        return f"replace({column}, {held}, 'd-{sign}' || substr({held}, 4))"
    return column


def keys_of(path: Path) -> dict[str, str]:
    """What the pages are asked for: usual and rare values that the ledger holds."""
    asked = {
        "state": "SELECT actor FROM parties WHERE role = 'debtor' GROUP BY 1 ORDER BY count(*) DESC LIMIT 1",
        "rare": "SELECT actor FROM parties WHERE role = 'debtor' GROUP BY 1 ORDER BY count(*) LIMIT 1",
        "outlet": "SELECT outlet FROM readings GROUP BY 1 ORDER BY count(*) DESC LIMIT 1",
        "document": "SELECT id FROM documents WHERE number = 17",
        "record": "SELECT id FROM records WHERE record_kind = 'commitments' LIMIT 1",
        "words": "SELECT object FROM records WHERE record_kind = 'commitments' LIMIT 1",
    }
    with closing(sqlite3.connect(path)) as connection:
        found = {name: connection.execute(statement).fetchone()[0] for name, statement in asked.items()}
    words = sorted(found["words"].split(), key=len)
    return {**found, "word": words[0], "seldom": words[-1], "phrase": f'"{" ".join(found["words"].split()[:2])}"'}


def measured(ledger: Ledger, keys: dict[str, str]) -> Iterator[tuple[str, float, float]]:
    """Each page with the median and the 95th percentile of its times, in milliseconds."""
    for name, page in PAGES:
        times = []
        for _ in range(TIMES):
            started = time.perf_counter()
            page(ledger, keys)
            times.append((time.perf_counter() - started) * 1000)
            if sum(times) > 20_000:
                break
        ordered = sorted(times)
        yield name, statistics.median(ordered), ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]


def copied(source: Ledger, place: str) -> None:
    """Restore the ledger in another place and say how fast its rows went in."""
    started = time.perf_counter()
    with Ledger.open(place) as target:
        if target.count_documents():
            return
        source.copy_to(target)
    seconds = time.perf_counter() - started
    print(f"restored to {target.place} in {seconds:,.0f} s", flush=True)


def main() -> None:
    """Build what is not there, and measure."""
    given = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    given.add_argument("folder", type=Path)
    given.add_argument("--records", type=int, default=RECORDS)
    given.add_argument("--server", default="")
    told = given.parse_args()
    told.folder.mkdir(parents=True, exist_ok=True)
    path = told.folder / f"ledger-{told.records}.db"
    if not path.exists():
        build(path, told.records)
    keys = keys_of(path)
    results: dict[str, object] = {"records": told.records, "on": datetime.now(UTC).date().isoformat()}
    with Ledger.open(path) as ledger:
        if told.server:
            copied(ledger, told.server)
        places = {"SQLite": str(path), **({"PostgreSQL": told.server} if told.server else {})}
    for name, place in places.items():
        with Ledger.open(place, create=False) as ledger:
            print(f"\n{name}: {ledger.place}; load {os.getloadavg()[0]:.1f}")
            found = {}
            for page, median, p95 in measured(ledger, keys):
                mark = "" if median <= MEDIAN and p95 <= P95 else "  above target"
                print(f"{page:<26}{median:>9.0f} ms median{p95:>9.0f} ms p95{mark}", flush=True)
                found[page] = {"median": round(median), "p95": round(p95)}
            results[name] = found
    (told.folder / f"ledger-{told.records}.json").write_text(json.dumps(results, indent=2) + "\n")


if __name__ == "__main__":
    sys.exit(main())
