"""Currencies, measures and counted nouns: what the grammar of quantities is built from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from servanda.lexicon.tables import load_rows, load_words, several


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """The words of units. Words are in lower case, signs and symbols as they are written.

    Attributes:
        currencies: every name of a currency and its ISO 4217 code, or the word itself where several states share it.
        bearers: for such a word, the codes of the currencies that it may be.
        signs: what stands at a sum, before or behind it, and the code.
        doubtful: those signs that are words or short forms of other things too.
        percents: spellings of the percent, of its points and its hundredths, and the unit of each.
        products: words for what a percentage is a share of, and the unit.
        people: nouns of people, counted as `people`.
        times: spelling and unit of a time as a measure.
        measures: spelling and unit of a measure.
        symbols: symbol and unit; a symbol needs digits before it.
        goods: nouns of goods, each its own unit.
        stops: words at which the search for the noun that a number counts ends.
        others: plurals that are no counted noun.
    """

    currencies: dict[str, str]
    bearers: dict[str, frozenset[str]]
    signs: dict[str, str]
    doubtful: frozenset[str]
    percents: dict[str, str]
    products: dict[str, str]
    people: frozenset[str]
    times: dict[str, str]
    measures: dict[str, str]
    symbols: dict[str, str]
    goods: frozenset[str]
    stops: frozenset[str]
    others: frozenset[str]


@cache
def load_units() -> Units:
    """The units, from `units.toml` and `currencies.tsv`."""
    table, rows = load_words("units.toml"), load_rows("currencies.tsv")
    percent = table["percent"]
    return Units(
        currencies=dict(_currency_names(rows, table["shared"])),
        bearers=_bearers(rows, table["shared"]["words"]),
        signs={sign: row["code"] for row in rows for sign in (row["code"], *several(row["signs"]))},
        doubtful=frozenset(table["doubtful"]["signs"]),
        percents={
            **dict.fromkeys(percent["signs"], "%"),
            **dict.fromkeys(percent["points"], "percentage points"),
            **dict.fromkeys(percent["basis"], "basis points"),
        },
        products={
            **{word.lower(): "% of GDP" for word in percent["gdp"]},
            **{word.lower(): "% of GNI" for word in percent["gni"]},
        },
        people=frozenset(table["people"]["nouns"]),
        times=_inverted(table["times"]),
        measures={**_inverted(table["measures"]), **dict(_prefixed_names(table))},
        symbols={
            **{
                written: unit
                for written, unit in _prefixed_symbols(table)
                if written not in table["doubtful"]["symbols"]
            },
            **_inverted(table["symbols"]),
        },
        goods=frozenset(table["goods"]["nouns"]),
        stops=frozenset(table["counting"]["stops"]),
        others=frozenset(table["counting"]["others"]),
    )


def _inverted(spellings: dict[str, list[str]]) -> dict[str, str]:
    return {word: unit for unit, words in spellings.items() for word in words}


def _currency_names(rows: list[dict[str, str]], shared: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Names without a state's adjective, and names with it; the adjective decides."""
    yield from ((word, word) for word in shared["words"])
    yield from shared["singular"].items()
    for row in rows:
        yield from ((name.lower(), row["code"]) for name in several(row["alone"]))
        for name in several(row["names"]):
            yield from ((f"{adjective} {name}".lower(), row["code"]) for adjective in several(row["adjectives"]))


def _bearers(rows: list[dict[str, str]], words: list[str]) -> dict[str, frozenset[str]]:
    """The currencies that have a shared word among their names: `kroner` may be Danish or Norwegian."""
    return {word: frozenset(row["code"] for row in rows if word in several(row["names"])) for word in words}


def _prefixed_names(table: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """`kilometers`: km, and so on for every unit that takes prefixes."""
    for unit, names in table["prefixed"].items():
        for name in names:
            yield name, unit
            yield from ((prefix + name, sign + unit) for prefix, sign in table["prefixes"].items())


def _prefixed_symbols(table: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for unit in table["prefixed"]:
        for written in ("L", "l") if unit == "L" else (unit,):
            yield written, unit
            for sign in table["prefixes"].values():
                yield sign + written, sign + unit
                # The micro sign and the Greek letter look alike.
                yield sign.replace("µ", "μ") + written, sign + unit
