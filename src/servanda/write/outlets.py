"""What each outlet did to the texts that it reports of → a table for a person, CSV for a spreadsheet, or JSON for a program."""

from __future__ import annotations

import csv
from typing import IO

from servanda.codebook.encoding import encode
from servanda.resolve.findings import Happening
from servanda.view.outlets import Outlet, OutletsPage
from servanda.write import terminal
from servanda.write.tables import guarded
from servanda.write.terminal import Column

_NUMBERS = ("reports", "texts", *(happening.value for happening in Happening))


def write_outlets(page: OutletsPage, form: str, stream: IO[str]) -> None:
    """Write what each outlet did.

    Args:
        page: the outlets.
        form: `table`, `csv` or `json`.
        stream: where to.
    """
    if form == "json":
        stream.write(encode(page).decode() + "\n")
    elif form == "csv":
        table = csv.writer(stream, lineterminator="\n")
        table.writerow(("outlet", *_NUMBERS))
        table.writerows([guarded(cell) for cell in _row(outlet)] for outlet in page.outlets)
    else:
        columns = (Column("outlet", wraps=True), *(Column(name, is_number=True) for name in _NUMBERS))
        terminal.write_rows(columns, [_row(outlet) for outlet in page.outlets], stream)
        terminal.write_total("Texts that reports of the ledger speak of", len(page.texts), stream)


def _row(outlet: Outlet) -> tuple[str, ...]:
    texts = {text.id for _, text in outlet.reports}
    numbers = (len(outlet.reports), len(texts), *(number for _, number in outlet.counts))
    return (outlet.name or "not known", *map(str, numbers))
