"""How names from other scripts are written in Latin letters: Lee and Yi, Hsi and Xi, Mohammed and Muhammad.

Each rule turns a spelling into a plain form that all spellings of the name share. Whether two persons are one is not
decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from servanda.lexicon.tables import load_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Romanizations:
    """The spellings of names.

    Attributes:
        korean_families: every spelling of a Korean family name, with the first ones of the rows that it stands in.
        rules: for `korean`, `chinese` and `general`, patterns and what they become, in order.
        ranks: words of rank and address before a name.
        suffixes: what follows a name (`jr`).
        loose: small words that one report writes and another leaves out (`bin`).
        common: family names that so many bear that they tell little.
        fields: what an office is about, by the words of its title.
    """

    korean_families: Mapping[str, frozenset[str]]
    rules: Mapping[str, tuple[tuple[re.Pattern[str], str], ...]]
    ranks: frozenset[str]
    suffixes: frozenset[str]
    loose: frozenset[str]
    common: frozenset[str]
    fields: Mapping[str, tuple[str, ...]]


@cache
def load_romanizations() -> Romanizations:
    """The spellings, from `romanizations.toml`."""
    table = load_words("romanizations.toml")
    around = table["around"]
    return Romanizations(
        korean_families=_rows(table["families"]["korean"]),
        rules={name: tuple((re.compile(old), new) for old, new in rows) for name, rows in table["rules"].items()},
        ranks=frozenset(around["ranks"]),
        suffixes=frozenset(around["suffixes"]),
        loose=frozenset(around["loose"]),
        common=frozenset(around["common"]),
        fields={field: tuple(words) for field, words in table["fields"].items()},
    )


@lru_cache(maxsize=65_536)
def romanized(word: str, tongue: str) -> str:
    """A word's plain form under the rules of one tongue.

    Args:
        word: in lower case, without marks over letters.
        tongue: `korean`, `chinese` or `general`.
    """
    for pattern, new in load_romanizations().rules[tongue]:
        word = pattern.sub(new, word)
    return word


def korean_family(word: str) -> frozenset[str]:
    """The family names, each by its first spelling, that a word may stand for; none where it is no Korean one."""
    return load_romanizations().korean_families.get(word, frozenset())


def _rows(rows: Iterable[Iterable[str]]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows:
        spellings = list(row)
        for spelling in spellings:
            found.setdefault(spelling, set()).add(spellings[0])
    return {spelling: frozenset(firsts) for spelling, firsts in found.items()}
