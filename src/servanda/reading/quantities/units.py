"""What a number is of: the sign before it, the words or symbols behind it.

`US$5 bn`, `5 billion euros`, `12 percent of GDP`. Measures stand in `measures.py`, nouns that are counted in
`counts.py`. Nothing is converted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from servanda.codebook import Span
from servanda.lexicon.units import load_units
from servanda.reading.quantities.counts import counted_noun
from servanda.reading.quantities.measures import Found, longest_name, measure_behind
from servanda.reading.quantities.numerals import Numeral

_UNITS = load_units()
_MILLION = 1_000_000
_THOUSAND = 1_000
_CODE = 3


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s?") for word in sorted(words, key=len, reverse=True))


_BEHIND = [sign for sign in _UNITS.signs if not sign.isascii() or (len(sign) == _CODE and sign.isupper())]
_SIGN_BEFORE = re.compile(rf"(?<![A-Za-z\d])(?P<sign>{_any(list(_UNITS.signs))})\s?[-−]?\Z")
_SIGN_BEHIND = re.compile(rf"\s?(?P<sign>{_any(_BEHIND)})(?!\w)")
_OF_MONEY = re.compile(r"\sof(?=\s(?:U\.?S\.?\s)?dollars|\seuros)")
_POUNDS = re.compile(r"[\s-]pounds?\b(?P<of>\sof\b)?", re.IGNORECASE)
_PERCENT = re.compile(rf"[\s\-]?(?P<sign>{_any(list(_UNITS.percents))})(?!\w)", re.IGNORECASE)
_PRODUCT = re.compile(
    r"(?:,?\s(?:or\s(?:more|higher)\s)?of\s(?:the\s|its\s|their\s|our\s|each\s|national\s|annual\s|global\s|world\s|\w+['’]s?\s)*|\s)"
    rf"(?P<product>{_any(list(_UNITS.products))})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """The unit of a number.

    Attributes:
        name: as in the codebook: ISO 4217 code, `%`, `people`, `km` …; empty for a number by itself.
        kind: money, percent, measure, time, people, goods, noun, share or none.
        start: where the number with its unit begins.
        end: where it ends.
    """

    name: str
    kind: str
    start: int
    end: int


def unit_of(text: str, numeral: Numeral, limit: Span) -> Unit:
    """The unit that a number has by its own words; one without a name where it has none."""
    sign = _sign_before(text, numeral, limit)
    if sign:
        return sign
    start, end = numeral.span.start, numeral.span.end
    found = _percent(text, numeral, limit.end) or _money_behind(text, numeral, limit.end)
    found = found or measure_behind(text, end, limit.end, digits=numeral.kind == "digits")
    if found is None and numeral.kind == "fraction":
        return Unit(name="share", kind="share", start=start, end=end)
    name, kind, end = found or counted_noun(text, end, limit.end, digits=numeral.kind == "digits") or ("", "none", end)
    return Unit(name=name, kind=kind, start=start, end=end)


def _sign_before(text: str, numeral: Numeral, limit: Span) -> Unit | None:
    """`US$5 bn`, `EUR 40 million`; with the word behind it where it says the same again: `$249 USD`."""
    start = numeral.span.start
    match = _SIGN_BEFORE.search(text, max(limit.start, start - 8), start) if numeral.kind == "digits" else None
    if match is None:
        return None
    sign = _written(match["sign"])
    if sign in _UNITS.doubtful and numeral.scale == 1 and "," not in numeral.span.of(text):
        return None
    code, behind = _UNITS.signs[sign], _money_behind(text, numeral, limit.end)
    end = behind[2] if behind and behind[0] in {code, "USD"} else numeral.span.end
    return Unit(name=code, kind="money", start=match.start(), end=end)


def _written(sign: str) -> str:
    """A sign as the lexicon has it, whatever its spaces."""
    return next(known for known in _UNITS.signs if known.replace(" ", "") == re.sub(r"\s", "", sign))


def _percent(text: str, numeral: Numeral, limit: int) -> Found | None:
    match = _PERCENT.match(text, numeral.span.end, limit)
    if match is None:
        return None
    unit = _UNITS.percents[" ".join(match["sign"].lower().split())]
    product = _PRODUCT.match(text, match.end(), limit) if unit == "%" else None
    if product:
        return _UNITS.products[" ".join(product["product"].lower().split())], "percent", product.end()
    return unit, "percent", match.end()


def _money_behind(text: str, numeral: Numeral, limit: int) -> Found | None:
    sign = _SIGN_BEHIND.match(text, numeral.span.end, limit) if numeral.kind == "digits" else None
    if sign and not (sign["sign"] in _UNITS.doubtful and numeral.scale == 1):
        return _UNITS.signs[_written(sign["sign"])], "money", sign.end()
    of = _OF_MONEY.match(text, numeral.span.end, limit)
    found = longest_name(text, of.end() if of else numeral.span.end, limit, _UNITS.currencies)
    if found is None:
        return _pounds(text, numeral, limit)
    name, end = found
    # "Kenya won 3 seats", "the two won": so few won are a verb, unless a state stands before them.
    few = numeral.value is not None and abs(numeral.value) < _THOUSAND
    is_verb = few and text[numeral.span.end : end].strip(" -").lower() == "won"
    return None if is_verb else (name, "money", end)


def _pounds(text: str, numeral: Numeral, limit: int) -> Found | None:
    """Pounds are money by the million, and a weight otherwise; `of` behind less than a billion makes them a weight too."""
    match = _POUNDS.match(text, numeral.span.end, limit) if numeral.scale >= _MILLION else None
    if match is None or (match["of"] and numeral.scale == _MILLION):
        return None
    return "GBP", "money", match.end() - len(match["of"] or "")
