"""Currencies, measures and counted nouns: what the grammar of quantities is built from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from servanda.lexicon.tables import load_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """The words of units.

    Attributes:
        currencies: every sign and word of a currency and its ISO 4217 code.
        percents: spellings of the percent.
        products: words for the gross domestic product.
        people: nouns of people, counted as `people`.
        measures: spelling and unit of a measure.
        goods: nouns of goods, each its own unit.
    """

    currencies: dict[str, str]
    percents: tuple[str, ...]
    products: tuple[str, ...]
    people: frozenset[str]
    measures: dict[str, str]
    goods: frozenset[str]


@cache
def load_units() -> Units:
    """The units, from `units.toml`."""
    table = load_words("units.toml")
    return Units(
        currencies={word: code for code, words in table["currencies"].items() for word in words},
        percents=tuple(table["percent"]["signs"]),
        products=tuple(table["percent"]["gdp"]),
        people=frozenset(table["people"]["nouns"]),
        measures=dict(table["measures"]),
        goods=frozenset(table["goods"]["nouns"]),
    )
