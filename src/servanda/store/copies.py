"""A whole ledger copied, row by row or page by page, with everything that it ever held. Nothing is decided here."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

from sqlalchemy import Connection, Table, select

from servanda.store.databases import index_rows, insert_rows, settle_numbers
from servanda.store.parts import AT_ONCE
from servanda.store.schema import INDEXED, metadata


def is_empty(connection: Connection) -> bool:
    """Whether nothing was ever added to a ledger."""
    return not any(connection.execute(select(table).limit(1)).first() for table in metadata.sorted_tables)


def copy_rows(source: Connection, target: Connection) -> None:
    """Copy every row of every table into an empty ledger; the caller holds both transactions."""
    indexed = dict(INDEXED)
    for table in metadata.sorted_tables:
        for rows in _parts(source, table):
            insert_rows(target, table, rows)
            if table.name in indexed:
                index_rows(target, table.name, [(row["number"], row[indexed[table.name]]) for row in rows])
    settle_numbers(target)


def _parts(source: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    asked = select(table).order_by(*table.primary_key.columns)
    found = source.execute(asked, execution_options={"yield_per": AT_ONCE}).mappings()
    rows = iter(found)
    while first := next(rows, None):
        yield [dict(row) for row in chain([first], islice(rows, AT_ONCE - 1))]
