"""Pages of a ledger of 100,000 records: how long the server takes for each, and how heavy each is.

    python bench/pages.py FOLDER [--records 100000]

The time is that of the whole application, from the address to the last byte of the answer, without a network, and beside
it the processor's own, which a busy machine does not change. The weight is what a browser loads for the page: itself, its
style and its scripts, as they are sent.
"""

from __future__ import annotations

import argparse
import gzip
import re
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from fastapi.testclient import TestClient
from ledger import BATCH, build, keys_of, searches_of

from servanda.store import Ledger, Query
from servanda.web import create_app
from servanda.web.servers import warm

RECORDS = 100_000
TIMES = 7
MEDIAN, WEIGHT = 150, 300
"""The targets: milliseconds of a page, kilobytes of a page."""


def addresses(keys: dict[str, str]) -> dict[str, str]:
    """What is asked for, by its name in the table."""
    return {
        "front page": "/",
        "relationship": f"/relationships/{keys['state']}-{keys['partner']}",
        "relationship of few": f"/relationships/{keys['state']}-{keys['rare']}" if len(keys["rare"]) == 3 else "/",
        "commitments": "/commitments",
        "commitments, page 100": "/commitments?page=100",
        "commitments of a party": f"/commitments?debtor={keys['state']}",
        "commitments of a sector": "/commitments?sector=trade",
        "commitments of no sector": "/commitments?sector=other",
        "commitments, searched": "/commitments?search={word}",
        "commitments, least sure first": "/commitments?order=score",
        "commitments as CSV": "/commitments?format=csv",
        "commitments as a feed": "/commitments?format=atom",
        "statements": "/statements",
        "occasions": "/occasions",
        "calendar": "/occasions/calendar",
        "instruments": "/instruments",
        "assessments": "/assessments",
        "documents": "/documents",
        "language of two": f"/language/{keys['state']}-{keys['partner']}",
        "one thread": f"/threads/{keys['record']}",
        "one instrument": f"/instruments/{keys['instrument']}",
        "one document": f"/documents/{keys['document']}",
        "one record": f"/records/{keys['record']}",
        "actors": "/actors",
        "one actor": f"/actors/{keys['state']}",
        "network": "/network",
        "compare": "/compare",
        "review": "/review",
        "agreement": "/review/agreement",
        "problems": "/problems",
        "about": "/about",
    }


def asked_of(path: Path) -> dict[str, str]:
    """What the pages are asked for: usual and rare values, and the strongest relationship of the most usual party."""
    keys = keys_of(path)
    with Ledger.open(path, create=False) as ledger:
        told = ((one.parties, keys["state"]) for one in ledger.find_relationships())
        partner = next(next(p for p in pair if p != state) for pair, state in told if state in pair)
        instrument = ledger.find_records("instruments", Query(limit=1))[0].record.id
    return {**keys, "partner": partner, "instrument": instrument}


def measured(
    client: TestClient, asked: dict[str, str], words: list[str]
) -> Iterator[tuple[str, float, float, float, float, float]]:
    """Each page with its first time, the median and the slowest of the others, the processor's, in milliseconds, and its kB.

    Another word is searched for every time: what a ledger keeps of a search must not be what is measured.
    """
    for name, address in asked.items():
        begun = time.perf_counter()
        client.get(address.format(word=words[0]))
        first = 1000 * (time.perf_counter() - begun)
        times, spent = [], []
        for turn in range(TIMES):
            told = address.format(word=words[(turn + 1) % len(words)])
            begun, began = time.perf_counter(), time.process_time()
            answer = client.get(told)
            times.append(1000 * (time.perf_counter() - begun))
            spent.append(1000 * (time.process_time() - began))
        if answer.status_code != 200:
            raise SystemExit(f"{address} is answered with {answer.status_code}")
        kilobytes = weight(client, answer.content) / 1000
        yield name, first, statistics.median(times), max(times), statistics.median(spent), kilobytes


def weight(client: TestClient, page: bytes) -> int:
    """Bytes that a browser loads for a page, as they are sent."""
    parts = set(re.findall(rb'(?:href|src)="(/static/[^"]+)"', page))
    return sum(len(gzip.compress(held)) for held in (page, *(client.get(part.decode()).content for part in parts)))


def main() -> int:
    """Build the ledger where it is missing, and print a line a page."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("folder", type=Path)
    told.add_argument("--records", type=int, default=RECORDS)
    chosen = told.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    path = chosen.folder / f"pages-{chosen.records}.db"
    if not path.exists():
        build(path, chosen.records, BATCH)
    missed = 0
    print(f"{'page':<32} {'first ms':>9} {'median':>7} {'slowest':>8} {'processor':>10} {'kB':>5}")
    app = create_app(path)
    warm(app.state.ledger)
    words = [one["word"] for one in searches_of(path)]
    with TestClient(app) as client:
        for name, first, median, slowest, spent, kilobytes in measured(client, addresses(asked_of(path)), words):
            missed += median > MEDIAN or kilobytes > WEIGHT
            print(f"{name:<32} {first:>9.0f} {median:>7.0f} {slowest:>8.0f} {spent:>10.0f} {kilobytes:>5.0f}")
    print(f"{missed} pages above {MEDIAN} ms at the median or {WEIGHT} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
