"""Tables of the lexicon: rows of tab-separated values under a line of column names; lines with # before it are remarks."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any


def load_rows(name: str) -> list[dict[str, str]]:
    """The rows of a table file of this room, each by its column names.

    Args:
        name: the file, such as `states.tsv`.
    """
    written = (files("servanda.lexicon") / name).read_text(encoding="utf-8")
    lines = [line for line in written.splitlines() if line and not line.startswith("#")]
    columns = lines[0].split("\t")
    return [dict(zip(columns, (*line.split("\t"), *[""] * len(columns)), strict=False)) for line in lines[1:]]


def load_remarks(name: str) -> list[str]:
    """The remarks of a table file of this room: what it holds and where its facts come from."""
    written = (files("servanda.lexicon") / name).read_text(encoding="utf-8")
    return [line.removeprefix("#").strip() for line in written.splitlines() if line.startswith("#")]


def load_words(name: str) -> dict[str, Any]:
    """The lists of words of a TOML file of this room."""
    return tomllib.loads((files("servanda.lexicon") / name).read_text(encoding="utf-8"))


def several(cell: str) -> tuple[str, ...]:
    """The values of a cell, joined there by `|`."""
    return tuple(value for value in cell.split("|") if value)
