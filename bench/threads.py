"""How long linking takes as a ledger grows, and how long one more document takes.

    python bench/threads.py LEDGER [SIZES]

The ledger is one that was read before; its first documents by date are copied into new ledgers of these sizes and linked there.
Seconds are those of the processor, what the ledger itself takes to hand out and to keep among them.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from tables import Row

from servanda.codebook import Document, Reading
from servanda.resolve import commitments
from servanda.store import Ledger

SIZES = (500, 1_000, 2_000, 3_500)


def main(arguments: Sequence[str]) -> int:
    """Link ledgers of growing size; returns the exit code."""
    sizes = tuple(map(int, arguments[1:])) or SIZES
    with Ledger.open(arguments[0], create=False) as ledger:
        readings = list(islice(ledger.iter_readings(), max(sizes)))
    rows = [_row(readings[: size + 1]) for size in sizes]
    for row in rows:
        sys.stdout.write(f"{row.system}: {', '.join(f'{name} {figure:,}' for name, figure in row.figures.items())}\n")
    return 0


def _row(readings: Sequence[tuple[Document, Reading]]) -> Row:
    *first, last = readings
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "all.db") as ledger:
        for document, reading in first:
            ledger.append_reading(document, reading)
        whole = _seconds(ledger)
        ledger.append_reading(*last)
        one = _seconds(ledger)
        threads = ledger.count_threads(commitments.KIND)
        number = ledger.count_records(commitments.KIND)
    told = {"commitments": number, "threads": threads, "seconds": round(whole, 1), "one more": round(one, 2)}
    return Row(f"{len(first)} documents", told | {"ms a document": round(1000 * whole / max(len(first), 1), 1)})


def _seconds(ledger: Ledger) -> float:
    started = time.process_time()
    seen = ledger.find_unlinked(commitments.KIND, commitments.VERSION)
    if seen.is_whole:
        found = commitments.link_all(ledger)
    else:
        found = commitments.link_new(ledger, seen.documents, seen.records)
    ledger.append_resolution(seen, found)
    return time.process_time() - started


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
