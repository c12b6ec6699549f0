"""How far judges agree → a table for a person, or JSON for a program."""

from __future__ import annotations

from typing import IO

from servanda.codebook.encoding import encode
from servanda.view import Agreement, AgreementPage
from servanda.write import terminal
from servanda.write.terminal import Column

_COLUMNS = (
    *(Column("kind"), Column("question"), Column("judges", wraps=True)),
    *(Column(name, is_number=True) for name in ("records", "agreed", "alpha")),
    Column("note", wraps=True),
)


def write_agreement(page: AgreementPage, form: str, stream: IO[str]) -> None:
    """Write a page of agreement.

    Args:
        page: the agreement.
        form: `table` or `json`.
        stream: where to.
    """
    if form == "json":
        stream.write(encode(page).decode() + "\n")
        return
    terminal.write_rows(_COLUMNS, [_row(row) for row in page.rows], stream)
    told = ", ".join(f"{judge} {number}" for judge, number in page.judges)
    stream.write(f"judgements that stand: {told or 'none'}\n")


def _row(row: Agreement) -> tuple[str, ...]:
    alpha = "" if row.alpha is None else f"{row.alpha:.3f}"
    return (row.kind, row.question, ", ".join(row.judges), str(row.records), str(row.agreed), alpha, row.note)
