"""The lexicon and a user's own table of holders: as lines for a person, and the table as a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from servanda.lexicon.cleanings import Believed
from servanda.lexicon.contents import Content
from servanda.lexicon.own_tables import OwnTable, own_table_lines
from servanda.lexicon.registers import Register
from servanda.write.parts import PartFile
from servanda.write.reports import counted


def lexicon_lines(reader: str, contents: Iterable[Content]) -> Iterator[str]:
    """What the packaged lexicon holds, a table a line.

    Args:
        reader: the reader with its version, to which the packaged tables belong.
        contents: the tables.
    """
    yield f"{reader}\n"
    for content in contents:
        yield f"{content.table:16}{content.rows:7,}  {content.source}\n"


def own_lines(path: Path, table: OwnTable | None, register: Register) -> Iterator[str]:
    """What the user's own table adds; how to have one where there is none."""
    if table is None:
        yield f"No table of your own at {path}; `servanda lexicon refresh` makes one.\n"
        return
    origin = f"from {table.service}, asked on {table.asked}" if table.asked else "your own rows"
    yield f"Beside them {path}: {counted(len(table.holders), 'holders')}, {origin}.\n"
    if register.version:
        yield f"With it a reading knows {counted(len(register.holders), 'holders')}, and its records name {register.version}.\n"


def write_own_table(path: Path, table: OwnTable) -> Path:
    """Put the table in its place, whole; what breaks off leaves the former one.

    Raises:
        OSError: it cannot be written.
    """
    part = PartFile(path)
    try:
        part.stream.writelines(own_table_lines(table))
        return part.finish()
    finally:
        part.discard()


def refreshed_lines(path: Path, believed: Believed) -> Iterator[str]:
    """What a refreshing brought, and what was not believed."""
    states = len({holder.state for holder in believed.holders})
    yield f"wrote {path}: {counted(len(believed.holders), 'holders')} of {counted(states, 'states')}\n"
    for reason, number in believed.dropped.items():
        yield f"left out: {counted(number, 'rows')}, {reason}\n"
