"""How much: money, percentages, people, measures and counted goods, as exact decimals with their role.

Dates, article and resolution numbers, ordinals and names such as G7 are no quantities. Nothing is converted: each
number keeps the unit that the text gives it, and a range gives its two ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from servanda.codebook import Span
from servanda.codebook.vocabulary import Role
from servanda.lexicon.numbers import load_numbers, number_pattern, parse_number
from servanda.lexicon.units import load_units
from servanda.reading.scenes import Scene
from servanda.reading.times.times import find_times

_UNITS = load_units()
_NUMBERS = load_numbers()


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=len, reverse=True))


_SIGN = _any([word for word in _UNITS.currencies if not word[-1].isalpha() or word.isupper()])
_MONEY = _any([word for word in _UNITS.currencies if word[-1].isalpha()])
_SCALE = rf"(?:[\s\-](?P<scale>{'|'.join(_NUMBERS.scales)})\b|\s?(?P<letter>{'|'.join(_NUMBERS.letters)})\b)"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_NAMED = r"(?<![\w.,/+])(?<![A-Za-z][\-–])(?<!\b[Nn]o\.\s)"
_PRODUCT = rf"(?:\sof\s(?:the\s|its\s|their\s|our\s|each\s|national\s)*(?P<product>{_any(list(_UNITS.products))})\b)?"
_NOUNS = _any([*_UNITS.people, *_UNITS.measures, *_UNITS.goods])
_PLACE = re.compile(
    r"\b(?:article|articles|resolution|resolutions|section|sections|chapter|paragraph|no\.|number|phase|type|part|title|round|day|level|tier|unscr"
    r"|vision|agenda|operation|group|flight|highway|route|annex|committee|figure|table|page)\s(?:\S+\sand\s)?\Z",
    re.IGNORECASE,
)

_MONEY_SIGN = re.compile(rf"(?<![A-Za-z\d])(?P<unit>{_SIGN})\s?(?P<number>{_DIGITS})(?:{_SCALE})?(?![\d%])")
_MONEY_WORD = re.compile(
    rf"{_NAMED}(?P<number>{_DIGITS}|{number_pattern()})(?:{_SCALE})?[\s\-](?:of\s)?(?P<unit>{_MONEY})\b", re.IGNORECASE
)
_PERCENT = re.compile(
    rf"{_NAMED}(?P<number>{_DIGITS}|{number_pattern()})[\s\-]?(?:{_any(list(_UNITS.percents))})(?!\w){_PRODUCT}",
    re.IGNORECASE,
)
_TIMES = frozenset({"year", "month", "week", "day", "hour"})
_COUNTED = re.compile(
    rf"{_NAMED}(?P<number>{_DIGITS}|{number_pattern()})(?:{_SCALE})?(?:\s(?:more|additional|new|further|other|of\sits))*"
    # What stands between is no plural and no verb: "two leaders discussed missiles" counts no missiles.
    rf"(?:[\s\-](?!(?:and|or|to|in|of|for|with|by|from|on|at|the|a|as)\b)(?:[A-Z][\w.\-]*|[a-z][\w\-]*[a-rt-z]\b)){{0,3}}?"
    rf"[\s\-](?P<noun>{_NOUNS})\b",
)
_RANGE = re.compile(
    rf"(?<![A-Za-z\d])(?P<unit>{_SIGN})\s?(?P<number>{_DIGITS})(?P<dash>\s?[-–]\s?|\sto\s)(?P<last>{_DIGITS}){_SCALE}",
    re.IGNORECASE,
)
_SHARED = re.compile(
    rf"{_NAMED}(?P<number>{_DIGITS})(?=\s?(?:to|and|or|from|-|–)\s?(?:{_DIGITS})[\s\-]?(?:{_any(list(_UNITS.percents))})(?!\w))"
)

_FROM = re.compile(
    r"\b(?:from|down\sfrom|up\sfrom|instead\sof|compared\s(?:to|with))\s(?:the\s)?(?:current\s|previous\s|initial\s|about\s|around\s|some\s)*(?:a\s)?\Z",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\b(?:to|reach|reaching|at\sleast\sto|up\sto\sa\stotal\sof)\s(?:the\s|about\s|around\s|some\s|at\sleast\s|nearly\s|almost\s)*(?:a\s)?\Z",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?:up|amounting|amounts|equal|equivalent|close|access\sto\sup|access|worth\sup|according|due|next)\sto\s(?:\w+\s)?\Z",
    re.IGNORECASE,
)
_SHARE_OF = re.compile(
    r"\sof\s(?!(?:the\s|its\s|their\s)*(?:tariff|dut(?:y|ies)|tax|interest)\b)(?!GDP|(?:the\s)?gross)"
)
_CHANGE = re.compile(
    r"\b(?:fall\w*|fell|climb\w*|slash\w*|rais|increas|lower|reduc|cut|hik|boost|lift|bring|bringing|expand|doubl|grow|rise|ris|drop|slash|decreas|scal|spend|mov|return|trim|push|taking|took|take)\w*\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One number with its unit.

    Attributes:
        value: the number, its scale worked in.
        unit: ISO 4217 currency, `%`, `% of GDP`, `people`, `year`, or the counted noun.
        role: amount, from, to or share.
        span: its words.
    """

    value: Decimal
    unit: str
    role: Role
    span: Span


def find_quantities(scene: Scene, span: Span) -> tuple[Measure, ...]:
    """All quantities in a stretch, in order; none overlaps another.

    Args:
        scene: the document.
        span: the stretch to look through.
    """
    found = _ranges(scene, span)
    for pattern in (_MONEY_SIGN, _MONEY_WORD, _PERCENT, _SHARED, _COUNTED):
        for match in pattern.finditer(scene.text, span.start, span.end):
            measure = _measure(scene, span, pattern, match)
            if measure and not any(measure.span.overlaps(other.span) for other in found):
                found.append(measure)
    return tuple(sorted(found, key=lambda measure: measure.span))


def _ranges(scene: Scene, span: Span) -> list[Measure]:
    """`$150-200 billion`: two ends that share their sign and their scale."""
    found = []
    for match in _RANGE.finditer(scene.text, span.start, span.end):
        scale = _scale(match)
        ends = (
            (match["number"], Span(match.start(), match.end("number"))),
            (match["last"], Span(match.start("last"), match.end())),
        )
        for number, place in ends:
            value = parse_number(number)
            if value is not None:
                found.append(
                    Measure(value=_plain(value * scale), unit=_currency(match["unit"]), role=Role.AMOUNT, span=place)
                )
    return found


def _measure(scene: Scene, span: Span, pattern: re.Pattern[str], match: re.Match[str]) -> Measure | None:
    number, unit, place = parse_number(match["number"]), _unit(pattern, match), Span(*match.span())
    if number is None or _is_no_quantity(scene, pattern, match, unit):
        return None
    return Measure(
        value=_plain(number * _scale(match)), unit=unit, role=_role(scene.text, span, place, unit), span=place
    )


def _plain(value: Decimal) -> Decimal:
    """Without trailing zeros or exponent: one sum, one form."""
    return Decimal(format(value.normalize(), "f"))


def _scale(match: re.Match[str]) -> int:
    said = match.groupdict()
    return _NUMBERS.scales.get((said.get("scale") or "").lower()) or _NUMBERS.letters.get(said.get("letter") or "") or 1


def _unit(pattern: re.Pattern[str], match: re.Match[str]) -> str:
    if pattern in (_MONEY_SIGN, _MONEY_WORD):
        return _currency(match["unit"])
    if pattern is _PERCENT:
        return "% of GDP" if match["product"] else "%"
    if pattern is _SHARED:
        return "%"
    noun = match["noun"]
    return "people" if noun in _UNITS.people else _UNITS.measures.get(noun, noun)


def _currency(written: str) -> str:
    known = {word.lower(): code for word, code in _UNITS.currencies.items()}
    return known[" ".join(written.lower().split())]


def _is_no_quantity(scene: Scene, pattern: re.Pattern[str], match: re.Match[str], unit: str) -> bool:
    """Whether the number belongs to a name, a date or a verb: `Article 5`, `within 90 days`, `it won 3 seats`."""
    number, place = match["number"], Span(*match.span())
    if unit == "KRW" and match.groupdict().get("unit", "").lower() == "won":
        return not _scale_written(match) and len(number) < 4
    if pattern is not _COUNTED:
        return False
    if number.lower() == "one" or (len(number) == 4 and number[:2] in ("18", "19", "20") and not _scale_written(match)):
        return True
    if unit in _TIMES:
        sentence = scene.sentence_of(place) or place
        return any(time.span.overlaps(place) for time in find_times(scene, sentence))
    return _PLACE.search(scene.text, max(0, place.start - 24), place.start) is not None


def _scale_written(match: re.Match[str]) -> bool:
    return bool(match["scale"] or match["letter"])


def _role(text: str, span: Span, place: Span, unit: str) -> Role:
    lead = text[max(span.start, place.start - 48) : place.start]
    if _FROM.search(lead):
        return Role.FROM
    if _TO.search(lead) and not _LIMIT.search(lead) and _CHANGE.search(text, max(0, place.start - 160), place.start):
        return Role.TO
    if unit == "%" and _SHARE_OF.match(text, place.end, min(len(text), place.end + 40)):
        return Role.SHARE
    return Role.AMOUNT
