"""A ledger of a million records: how fast rows go in, and how fast its pages come, on SQLite and on PostgreSQL.

    python bench/ledger.py FOLDER [--records 1000000] [--server postgresql://user@host/database]

The ledger is built once and kept in FOLDER. Every document goes in with its text, its reading and its full-text index, as
`servanda read` adds documents when many come. The one on the server is a restored backup of the file.
"""

from __future__ import annotations

import argparse
import json
import os
import sqlite3
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from ledger_documents import made_documents

from servanda.store import Ledger, Query
from servanda.store.schema import INDEXED
from servanda.store.sqlite import connect
from servanda.view import actor_page, actors_page, document_page, documents_page, ledger_page, record_page

RECORDS = 1_000_000
BATCH = 5_000
BATCHES = 2
"""So many batches go in between opening and closing the ledger: whatever it does behind them is timed too."""
TIMES = 21
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
    (
        "filter: act and firmness",
        lambda ledger, key: ledger_page(ledger, Query(act=key["act"], firmness=key["firmness"])),
    ),
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


def build(path: Path, records: int, at_once: int) -> dict[str, int]:
    """A ledger of so many records in a new file; returns how many went in in a second, at the beginning, the end and in all.

    The clock runs from opening the ledger until it is closed, so that all is on the disk that SQLite wants there. What it
    takes to make the documents up is no part of adding them.
    """
    part = path.with_suffix(".part")
    for left in path.parent.glob(f"{part.name}*"):
        left.unlink()
    made, rates = made_documents(records), []
    held, seconds, processor = 0, 0.0, 0.0
    while held < records:
        batches = [list(islice(made, at_once)) for _ in range(BATCHES)]
        number = sum(1 for batch in batches for _, reading in batch for _ in reading.records())
        started, began = time.perf_counter(), time.process_time()
        with Ledger.open(part) as ledger:
            for batch in batches:
                ledger.append_readings(batch)
        spent = time.perf_counter() - started
        processor += time.process_time() - began
        held, seconds = held + number, seconds + spent
        rates.append(number / spent)
    part.rename(path)
    told = {
        "first fifth": round(rates[0]),
        "last fifth": round(rates[-1]),
        "all": round(held / seconds),
        "a second of the processor": round(held / processor),
    }
    print(
        f"{held:,} records added, {at_once} documents at once; a second: {told}; load {os.getloadavg()[0]:.1f}",
        flush=True,
    )
    return told


def raw_rate(path: Path, at_once: int) -> int:
    """How many records go in in a second where SQLite alone is at work: the same rows, made before, into the same tables.

    As many at once, in the same order and by the same driver; no reading is encoded or compared, and nothing is tallied.
    """
    copy = path.with_suffix(".copy")
    Ledger.open(copy).close()
    target: Any = connect(copy, mode="rw").raw_connection().driver_connection
    held, spent = 0, 0.0
    with closing(sqlite3.connect(path)) as source:
        last = source.execute("SELECT max(number) FROM readings").fetchone()[0]
        for first in range(1, last + 1, at_once):
            parts = [
                (into, source.execute(told, (first, first + at_once - 1)).fetchall())
                for into, told in _statements(source)
            ]
            held += next(len(rows) for into, rows in parts if into.startswith("INSERT INTO records ("))
            began = time.process_time()
            target.execute("BEGIN IMMEDIATE")
            for into, rows in parts:
                target.executemany(into, rows)
            target.execute("COMMIT")
            spent += time.process_time() - began
    target.close()
    for left in path.parent.glob(f"{copy.name}*"):
        left.unlink()
    rate = round(held / spent)
    print(f"the same rows by SQLite alone: {rate:,} records a second of the processor", flush=True)
    return rate


def _statements(source: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """For each table how its rows are put in, and how those of some readings are asked for."""
    inside = "SELECT number FROM records WHERE reading BETWEEN ? AND ?"
    which = {
        "documents": "number BETWEEN ? AND ?",
        "readings": "number BETWEEN ? AND ?",
        "records": "reading BETWEEN ? AND ? ORDER BY number",
        "parties": f"record IN ({inside}) ORDER BY actor, record_kind",
        "sources": "reading BETWEEN ? AND ?",
    }
    for name, wanted in which.items():
        columns = [row[1] for row in source.execute(f"PRAGMA table_info({name})")]
        marks = ", ".join("?" for _ in columns)
        asked = f"SELECT {', '.join(columns)} FROM {name} WHERE {wanted}"  # noqa: S608
        yield f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({marks})", asked  # noqa: S608
    for name, column in INDEXED:
        key = "reading" if name == "records" else "number"
        asked = f"SELECT number, {column} FROM {name} WHERE {key} BETWEEN ? AND ?"  # noqa: S608
        yield f"INSERT INTO {name}_fts (rowid, {column}) VALUES (?, ?)", asked  # noqa: S608


def keys_of(path: Path) -> dict[str, str]:
    """What the pages are asked for: usual and rare values that the ledger holds."""
    asked = {
        "state": "SELECT actor FROM parties WHERE role = 'debtor' GROUP BY 1 ORDER BY count(*) DESC LIMIT 1",
        "rare": "SELECT actor FROM parties WHERE role = 'debtor' GROUP BY 1 ORDER BY count(*) LIMIT 1",
        "outlet": "SELECT outlet FROM readings GROUP BY 1 ORDER BY count(*) DESC LIMIT 1",
        "document": "SELECT id FROM documents WHERE number = 17",
        "record": "SELECT id FROM records WHERE record_kind = 'commitments' LIMIT 1",
    }
    with closing(sqlite3.connect(path)) as connection:
        return {name: connection.execute(statement).fetchone()[0] for name, statement in asked.items()}


def searches_of(path: Path) -> list[dict[str, str]]:
    """What is searched for, another word every time: what a ledger keeps of a search must not be what is measured.

    So it is with pairs of an act and a firmness, from the most usual ones to the rarest.
    """
    asked = "SELECT object FROM records WHERE record_kind = 'commitments' LIMIT 2000"
    asked_pairs = (
        "SELECT act, firmness FROM records WHERE record_kind = 'commitments' GROUP BY 1, 2 ORDER BY count(*) DESC, 1, 2"
    )
    with closing(sqlite3.connect(path)) as connection:
        objects = [told for (told,) in connection.execute(asked)]
        pairs = connection.execute(asked_pairs).fetchall()
    often = [word for word, _ in Counter(word for told in objects for word in told.split()).most_common()]
    phrases = [f'"{" ".join(told.split()[:2])}"' for told in objects]
    spread = [pairs[len(pairs) * number // TIMES] for number in range(TIMES)]
    told = zip(often[:TIMES], reversed(often[-TIMES:]), phrases[:TIMES], spread, strict=True)
    return [
        {"word": usual, "seldom": seldom, "phrase": phrase, "act": act, "firmness": firmness}
        for usual, seldom, phrase, (act, firmness) in told
    ]


def measured(
    ledger: Ledger, keys: dict[str, str], searches: list[dict[str, str]]
) -> Iterator[tuple[str, float, float]]:
    """Each page with the median and the 95th percentile of its times, in milliseconds."""
    for name, page in PAGES:
        times = []
        for searched in searches:
            started = time.perf_counter()
            page(ledger, {**keys, **searched})
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
    given.add_argument("--at-once", type=int, default=BATCH, help="so many documents go in together")
    told = given.parse_args()
    told.folder.mkdir(parents=True, exist_ok=True)
    path = told.folder / f"ledger-{told.records}.db"
    results: dict[str, object] = {"records": told.records, "on": datetime.now(UTC).date().isoformat()}
    if not path.exists():
        results["records added in a second"] = build(path, told.records, told.at_once)
        results["the same rows by SQLite alone"] = raw_rate(path, told.at_once)
    keys, searches = keys_of(path), searches_of(path)
    with Ledger.open(path) as ledger:
        if told.server:
            copied(ledger, told.server)
        places = {"SQLite": str(path), **({"PostgreSQL": told.server} if told.server else {})}
    for name, place in places.items():
        with Ledger.open(place, create=False) as ledger:
            print(f"\n{name}: {ledger.place}; load {os.getloadavg()[0]:.1f}")
            found = {}
            for page, median, p95 in measured(ledger, keys, searches):
                mark = "" if median <= MEDIAN and p95 <= P95 else "  above target"
                print(f"{page:<26}{median:>9.0f} ms median{p95:>9.0f} ms p95{mark}", flush=True)
                found[page] = {"median": round(median), "p95": round(p95)}
            results[name] = found
    (told.folder / f"ledger-{told.records}.json").write_text(json.dumps(results, indent=2) + "\n")


if __name__ == "__main__":
    sys.exit(main())
