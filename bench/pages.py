"""Pages of a ledger of 100,000 records: how long the server takes for each, and how heavy each is.

    python bench/pages.py FOLDER [--records 100000]

The time is that of the whole application, from the address to the last byte of the answer, without a network. The weight
is what a browser loads for the page: itself, its style and its scripts, as they are sent.
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
from ledger import build, keys_of

from servanda.web import create_app

RECORDS = 100_000
TIMES = 7
MEDIAN, WEIGHT = 150, 300
"""The targets: milliseconds of a page, kilobytes of a page."""


def addresses(keys: dict[str, str]) -> dict[str, str]:
    """What is asked for, by its name in the table."""
    return {
        "front page": "/",
        "relationship": f"/relationships/{keys['state']}-{keys['rare']}" if len(keys["rare"]) == 3 else "/",
        "commitments": "/commitments",
        "commitments, page 100": "/commitments?page=100",
        "commitments of a party": f"/commitments?debtor={keys['state']}",
        "commitments, searched": f"/commitments?search={keys['word']}",
        "commitments, least sure first": "/commitments?order=score",
        "commitments as CSV": "/commitments?format=csv",
        "commitments as a feed": "/commitments?format=atom",
        "statements": "/statements",
        "occasions": "/occasions",
        "calendar": "/occasions/calendar",
        "instruments": "/instruments",
        "assessments": "/assessments",
        "documents": "/documents",
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


def measured(client: TestClient, asked: dict[str, str]) -> Iterator[tuple[str, float, float, float]]:
    """Each page with the median and the slowest of its times in milliseconds, and its weight in kilobytes."""
    for name, address in asked.items():
        client.get(address)
        times = []
        for _ in range(TIMES):
            begun = time.perf_counter()
            answer = client.get(address)
            times.append(1000 * (time.perf_counter() - begun))
        if answer.status_code != 200:
            raise SystemExit(f"{address} is answered with {answer.status_code}")
        yield name, statistics.median(times), max(times), weight(client, answer.content) / 1000


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
        build(path, chosen.records)
    missed = 0
    print(f"{'page':<32} {'median ms':>10} {'slowest':>8} {'kB':>6}")
    with TestClient(create_app(path)) as client:
        for name, median, slowest, kilobytes in measured(client, addresses(keys_of(path))):
            missed += median > MEDIAN or kilobytes > WEIGHT
            print(f"{name:<32} {median:>10.0f} {slowest:>8.0f} {kilobytes:>6.0f}")
    print(f"{missed} pages above {MEDIAN} ms at the median or {WEIGHT} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
