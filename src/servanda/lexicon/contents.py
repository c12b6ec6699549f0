"""What the lexicon holds, table by table, for whoever wants to know what a reading rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from servanda.lexicon.tables import load_remarks, load_rows


@dataclass(frozen=True, slots=True)
class Content:
    """A table of the lexicon.

    Attributes:
        table: its file.
        rows: how many rows it has.
        source: where its facts come from, the sentence that its first lines say of it.
    """

    table: str
    rows: int
    source: str


def load_contents() -> Iterator[Content]:
    """The tables by the names of their files."""
    folder = files("servanda.lexicon")
    for name in sorted(each.name for each in folder.iterdir() if each.name.endswith(".tsv")):
        said = " ".join(load_remarks(name))
        source = (said.partition("Source: ")[2] or said).partition(". ")[0].removesuffix(".")
        yield Content(name, len(load_rows(name)), source)
