"""News agencies, papers and broadcasters that pass on what others said. They are relays, never actors."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def load_relays() -> Mapping[str, str]:
    """The slug of each name, longest names first."""
    rows = _rows()["names"]
    named = {name: slug for slug, names in rows.items() for name in names}
    return MappingProxyType(dict(sorted(named.items(), key=lambda item: -len(item[0]))))


@cache
def relay_pattern() -> re.Pattern[str]:
    """What a relay looks like: a known name, or words before a kind of relay ("Syrian state media")."""
    names = "|".join(re.escape(name) for name in load_relays())
    kinds = "|".join(re.escape(kind) for kind in _rows()["kinds"])
    return re.compile(rf"\b(?:(?P<name>{names})|(?P<kind>(?:[A-Z][\w’'-]+ ){{0,3}}(?:{kinds})))\b")


@cache
def _rows() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("servanda.lexicon").joinpath("relays.toml").read_text(encoding="utf-8"))
