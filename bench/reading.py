"""Ours beside the peers in one run: `make bench-reading`. Prints every table and keeps them in bench/results/reading.json.

Usage: python bench/reading.py DATA [PART …]
"""

from __future__ import annotations

import importlib
import json
import platform
import sys
import time
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table as Grid
from tables import Table

PARTS = ("language", "actors", "names", "times", "quantities", "text", "occasions", "speed")
RESULTS = Path(__file__).with_name("results") / "reading.json"


def main(arguments: list[str]) -> int:
    """Measure the named parts, or all; the exit code is 2 where the data or a part is missing."""
    data, parts = Path(arguments[0] if arguments else ""), tuple(arguments[1:]) or PARTS
    unknown = [part for part in parts if part not in PARTS]
    if unknown or not data.is_dir():
        print(f"No folder of data: {data}" if not unknown else f"No such part: {', '.join(unknown)}", file=sys.stderr)
        return 2
    kept = json.loads(RESULTS.read_text(encoding="utf-8"))["parts"] if RESULTS.exists() else {}
    console = Console(width=150)
    for part in parts:
        started = time.perf_counter()
        tables = importlib.import_module(part).measure(data)
        for table in tables:
            console.print(_grid(table))
        kept[part] = {"seconds": round(time.perf_counter() - started, 1), "tables": [asdict(table) for table in tables]}
    RESULTS.parent.mkdir(exist_ok=True)
    ordered = {part: _rounded(kept[part]) for part in PARTS if part in kept}
    made = {"python": platform.python_version(), "machine": platform.machine(), "parts": ordered}
    RESULTS.write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


def _grid(table: Table) -> Grid:
    names = list(dict.fromkeys(name for row in table.rows for name in row.figures))
    grid = Grid(title=table.name, caption=table.note or None, title_justify="left", caption_justify="left")
    grid.add_column("system")
    for name in names:
        aim = table.targets.get(name)
        grid.add_column(name if aim is None else f"{name} (≥ {aim:g})", justify="right")
    grid.add_column("note")
    for row in table.rows:
        grid.add_row(row.system, *(_figure(row.figures.get(name)) for name in names), row.note)
    return grid


def _figure(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:.3f}" if abs(value) <= 1 and not float(value).is_integer() else f"{value:,.4g}"


def _rounded(value: object) -> object:
    """The figures to four places, so that a rerun changes only what changed."""
    if isinstance(value, dict):
        return {name: _rounded(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(one) for one in value]
    return round(value, 4) if isinstance(value, float) else value


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
