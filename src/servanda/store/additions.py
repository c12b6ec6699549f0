"""A reading made into the rows that it would add, before a transaction begins: whoever else writes need not wait for that.

Nothing is asked of the ledger here, and nothing is put into it; the numbers of the rows are given when they go in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from servanda.codebook import Document, Reading
from servanda.codebook.collectors import uncollected
from servanda.store.rows import Row, bodies_of, days_of, party_values, reading_row, record_values

Values: TypeAlias = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Addition:
    """A reading with the rows that it would add.

    Attributes:
        document: its document.
        reading: the reading.
        row: its row, but for its number and its time.
        found: for each of its records its position, and what `RECORD_COLUMNS` name.
        roles: who takes part in them: the position of the record, and what `PARTY_COLUMNS` name.
    """

    document: Document
    reading: Reading
    row: Row
    found: tuple[Values, ...]
    roles: tuple[Values, ...]


def additions_of(given: Iterable[tuple[Document, Reading]]) -> list[Addition]:
    """The rows that readings would add."""
    with uncollected():
        return [addition_of(document, reading) for document, reading in given]


def addition_of(document: Document, reading: Reading) -> Addition:
    """The rows that a reading would add."""
    bodies, text, days = bodies_of(reading), document.text, days_of(document)
    found: list[Values] = []
    roles: list[Values] = []
    for position, (record, body) in enumerate(zip(reading.records(), bodies, strict=True)):
        found.append((position, *record_values(record, text, days, body)))
        roles.extend((position, *values) for values in party_values(record, days[0]))
    return Addition(document, reading, reading_row(document, reading, bodies), tuple(found), tuple(roles))
