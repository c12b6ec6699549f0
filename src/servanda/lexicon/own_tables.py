"""A user's own table of holders: the file that `servanda lexicon refresh` writes, or one that a person keeps.

It has the columns of `holders.tsv`. A line that cannot be right refuses the whole table, since a reading must not depend
on rows that were passed over unseen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from servanda.codebook.refusals import RefusalError
from servanda.lexicon.bodies import load_bodies
from servanda.lexicon.cleanings import clean_name
from servanda.lexicon.holders import Holder
from servanda.lexicon.states import load_states

_COLUMNS = ("name", "office", "state", "start", "end", "source", "to")
_NEEDED = frozenset(_COLUMNS[:5])
_REMARK = re.compile(r"# Holders of offices from (\S+), asked on (\d{4}-\d\d-\d\d)\.")


class OwnTableError(RefusalError, ValueError):
    """The user's own table cannot be used; the message is one line for the user."""


@dataclass(frozen=True, slots=True)
class OwnTable:
    """A user's own holders.

    Attributes:
        holders: in the order of the table.
        service: the address of the query service that they come from; empty in a table that a person wrote.
        asked: the day when it was asked; empty in such a table.
    """

    holders: tuple[Holder, ...]
    service: str = ""
    asked: str = ""


def load_own_table(path: Path) -> OwnTable:
    """The table in a file.

    Raises:
        OwnTableError: it cannot be read, or a line of it cannot be right.
    """
    try:
        return read_own_table(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise OwnTableError(f"The table of holders {path} cannot be read: {error.strerror}.") from error
    except ValueError as error:
        said = "it is no UTF-8 text" if isinstance(error, UnicodeDecodeError) else str(error)
        raise OwnTableError(f"The table of holders {path} cannot be used: {said}.") from error


def read_own_table(written: str) -> OwnTable:
    """The table in a text.

    Raises:
        ValueError: a line of it cannot be right; says which and why.
    """
    lines = [(at, line) for at, line in enumerate(written.split("\n"), 1) if line.strip() and not line.startswith("#")]
    if not lines:
        raise ValueError("it is empty")
    columns = lines[0][1].rstrip("\r").split("\t")
    if missing := sorted(_NEEDED - set(columns)):
        raise ValueError(f"it has no column {missing[0]}")
    said = _REMARK.search(written)
    holders = tuple(_holders(lines[1:], columns))
    return OwnTable(holders, *(said.groups() if said else ()))


def own_table_lines(table: OwnTable) -> Iterator[str]:
    """The lines of its file; the same table gives the same bytes."""
    yield f"# Holders of offices from {table.service}, asked on {table.asked}.\n"
    yield "# Facts from Wikidata (CC0). Made by `servanda lexicon refresh`, which replaces this file.\n"
    yield "\t".join(_COLUMNS) + "\n"
    for holder in table.holders:
        end = holder.end.isoformat() if holder.end else ""
        cells = (holder.name, holder.office, holder.state, holder.start.isoformat(), end, holder.source, holder.to)
        yield "\t".join(cells) + "\n"


def _holders(lines: Iterable[tuple[int, str]], columns: list[str]) -> Iterator[Holder]:
    known = {*load_states(), *load_bodies()}
    for at, line in lines:
        cells = line.rstrip("\r").split("\t")
        row = dict(zip(columns, (*cells, *[""] * len(columns)), strict=False))
        try:
            holder = _holder(row)
        except ValueError as error:
            raise ValueError(f"line {at}: {error}") from error
        if unknown := next((actor for actor in (holder.state, holder.to or holder.state) if actor not in known), None):
            raise ValueError(f"line {at}: no state or body has the id {unknown!r}")
        yield holder


def _holder(row: Mapping[str, str]) -> Holder:
    start = date.fromisoformat(row["start"])
    end = date.fromisoformat(row["end"]) if row["end"] else None
    if end is not None and end < start:
        raise ValueError(f"{end} lies before {start}")
    name = clean_name(row["name"])
    if name is None or not row["office"].strip():
        raise ValueError("a name and an office are needed")
    office, source = row["office"].strip().lower(), row.get("source", "")
    return Holder(
        name=name, office=office, state=row["state"], start=start, end=end, source=source, to=row.get("to", "")
    )
