"""Openings of conditions and qualifiers. Where such a stretch ends is the readers' work."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def list_conditions() -> tuple[tuple[str, str], ...]:
    """Every opening with its example, from `conditions.toml`."""
    table = tomllib.loads((files("servanda.lexicon") / "conditions.toml").read_text(encoding="utf-8"))
    return tuple((entry["words"], entry["example"]) for entry in table["conditions"])


@cache
def load_conditions() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The openings as word sequences by their first word, longer ones first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for opening, _ in list_conditions():
        words = tuple(opening.split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(rest, key=lambda one: -len(one))) for first, rest in found.items()}
