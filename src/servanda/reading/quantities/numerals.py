"""Numbers as they are written: digits, words, both, fractions, and words that stand for a number without naming it.

What a number counts is found in `units.py`; whether it counts anything in `namings.py`. Values are exact; a third is
rounded to nine places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from servanda.codebook import Span
from servanda.lexicon.numbers import load_numbers, read_words

_TABLE = load_numbers()
_SPACE = "[ \u00a0\u2009\u202f]"
_GLYPH = "".join(_TABLE.glyphs)


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=len, reverse=True))


_DIGITS = re.compile(
    r"(?P<sign>(?<![\w)\].,%\-–−])[-−](?=\d))?"
    rf"(?P<digits>\d{{1,3}}(?:,\d{{2,3}})*,\d{{3}}(?![\d])(?:\.\d+)?|\d{{1,3}}(?:{_SPACE}\d{{3}})+(?![\d.,]\d|\d)|\d+,\d{{1,2}}(?!\d)(?=\s(?:million|billion|trillion|percent|per\scent|bn|tonnes)|%)|\d+(?:\.\d+)?)"
    rf"(?P<part>\s?[{_GLYPH}]|(?:\s|-)\d/\d{{1,2}}(?![\d/])|/\d{{1,4}}(?![\d/]))?"
    r"(?P<power>\s?[x×]\s?10\^?[-−⁻]?(?:\d{1,2}|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)|e[-+]?\d{1,2}(?!\w))?"
    r"(?:\s?(?:±|\+/[-−])\s?\d[\d.]*(?:e[-+]?\d{1,2})?)?"
    rf"|(?P<glyph>[{_GLYPH}])"
)
_GROUPED = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?")
_ONE = "|".join(sorted((*_TABLE.words, *_TABLE.scales), key=len, reverse=True))
_WORDS = re.compile(
    rf"(?<![\w$-])(?:(?:an?|half\san?|half)[\s-](?=(?:{_any(list(_TABLE.scales))})\b))?(?:{_ONE})\b"
    rf"(?:(?:,?\s|-|,?\s(?:and|&)\s)(?:{_ONE}|point|(?:a|one|three)\s(?:half|quarters?|third))\b)*",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z&]+", re.IGNORECASE)
_SCALE = re.compile(
    rf"(?:[\s\-](?P<scale>{'|'.join(_TABLE.scales)})\b(?:\s(?P<second>thousand|million|lakh|crore|billion|trillion)\b)?"
    rf"|\s?(?P<letter>{'|'.join(sorted(_TABLE.letters, key=len, reverse=True))})(?![\w/²³^]))",
    re.IGNORECASE,
)
# One letter may be a unit too: it is a scale behind a currency's sign, or before what is counted ("5m people", "$5m").
_SUM_BEFORE = re.compile(r"[$€£¥₩₹₽₱₦₺₪₴฿]\s?[-−]?\Z|\b(?:[A-Z]{3}|Rs\.?|RM)\s?\Z")
_COUNTED_BEHIND = re.compile(r"[\s-](?:[a-z]+(?:s|people|personnel|aircraft)|[a-z]+\s[a-z]+s)\b")
_MANY = "two|three|four|five|six|seven|eight|nine"
_FRACTION = re.compile(
    rf"(?<![\w-])(?:(?P<many>an?|one|{_MANY})[\s-](?P<part>{'|'.join(_TABLE.fractions)})\b|(?P<half>half)\b)(?!-?(?:year|hour|time|way|day|life|century|decade|brother|sister|finals?|mast)\b)",
    re.IGNORECASE,
)
# "a third of its gas", "two-thirds majority", "half a percent", "half its fleet", "one-half miles"
_OF = re.compile(
    r"\sof\s(?!an?\s(?:hour|century|year|day)|(?:the\s)?(?:year|19|20|fiscal|this\syear|next\syear)|(?:January|February|March|April|May|June|July|August|September|October|November|December))",
    re.IGNORECASE,
)
_HALVED = re.compile(r"\s(?:its|the|their|his|her|our|all|these|those)\s", re.IGNORECASE)
_NTH = re.compile(
    rf"(?:\b(?:{_ONE})\s(?:and|&)\s|\b(?:first|second|latter|last|other|better|fourth|third|each|every)[\s-])\Z",
    re.IGNORECASE,
)
_FEW = "several|an?\\sfew|few|some\\sfew|many|an?\\scouple\\sof|an?\\scouple"
_VAGUE = re.compile(
    rf"(?<![\w-])(?:(?:{'|'.join(_TABLE.vague['plurals'])})(?:\s(?:of|upon)\s(?:{'|'.join(_TABLE.vague['plurals'])}))*(?=\s(?:of|more)\b)"
    rf"|(?:{_FEW})\s(?:{'|'.join(_TABLE.scales)})s?(?:\s(?:thousand|million|billion))?(?!\w))",
    re.IGNORECASE,
)
# "a gallon of", "a dollar a day": the article is the number.
_ARTICLE = re.compile(
    r"(?<![\w$€£])an?(?=\s(?:(?:gallon|barrel|ton|tonne|liter|litre|kilogram|kilo|pound|mile|kilometer|kilometre|hectare|acre|gram|megawatt|gigawatt)\sof\b"
    r"|(?:dollar|euro|cent|penny|pound)(?:[.,;!?]|\sa\s|\sper\s|\Z)))",
    re.IGNORECASE,
)
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--")
_PLACES = Decimal("0.000000001")
_LONGEST = 10**15


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """One number as written.

    Attributes:
        value: the number, its scale worked in; None where the words name none (`tens of thousands`).
        span: its words, scale included, unit excluded.
        scale: the scale that was written with it, else 1.
        kind: digits, words, fraction, article or vague.
    """

    value: Decimal | None
    span: Span
    scale: Decimal
    kind: str


@lru_cache(maxsize=256)
def find_numerals(text: str, span: Span) -> tuple[Numeral, ...]:
    """All numbers of a stretch in order; none overlaps another."""
    found: list[Numeral] = []
    for reading in (_vague, _digits, _fractions, _words, _articles):
        for numeral in reading(text, span):
            if not any(numeral.span.overlaps(other.span) for other in found):
                found.append(numeral)
    return tuple(sorted(found, key=lambda numeral: numeral.span))


def _vague(text: str, span: Span) -> Iterator[Numeral]:
    for match in _VAGUE.finditer(text, span.start, span.end):
        yield Numeral(value=None, span=Span(*match.span()), scale=Decimal(1), kind="vague")


def _digits(text: str, span: Span) -> Iterator[Numeral]:
    for match in _DIGITS.finditer(text, span.start, span.end):
        value = _value(match)
        if value is None:
            continue
        scale, end = _scale(text, match.start(), match.end(), span.end)
        if match["sign"]:
            value = -value
        yield Numeral(value=value * scale, span=Span(match.start(), end), scale=Decimal(scale), kind="digits")


def _value(match: re.Match[str]) -> Decimal | None:
    """The value of digits with what is written at them: a fraction, a power of ten; None for a division by zero."""
    if match["glyph"]:
        return _divided(*_TABLE.glyphs[match["glyph"]])
    written = re.sub(_SPACE, "", match["digits"])
    value = Decimal(written.replace(",", "" if _GROUPED.fullmatch(written) else "."))
    part = (match["part"] or "").strip(" -")
    if part in _TABLE.glyphs:
        return value + _divided(*_TABLE.glyphs[part])
    over, slash, under = part.partition("/")
    if slash and not int(under):
        return None
    if slash:
        value = value + _divided(int(over), int(under)) if over else _divided(int(value), int(under))
    return value.scaleb(_exponent(match["power"])) if match["power"] else value


def _exponent(power: str) -> int:
    """The exponent of `×10−5`, `x 10^3`, `e14`."""
    written = re.sub(r"\A\s?(?:[x×]\s?10\^?|e\+?)", "", power.lower())
    return int(written.translate(_SUPERSCRIPT))


def _divided(over: int, under: int) -> Decimal:
    exact = Decimal(over) / under
    if exact >= _LONGEST:
        return exact
    rounded = exact.quantize(_PLACES)
    return exact if exact == rounded else rounded


def _scale(text: str, start: int, at: int, limit: int) -> tuple[int, int]:
    """The scale that follows digits and the place behind it; 1 and the same place where none does."""
    match = _SCALE.match(text, at, limit)
    if match is None:
        return 1, at
    if match["letter"]:
        return _letter(text, start, match, at, limit)
    known = _TABLE.scales[match["scale"].lower()]
    return known * _TABLE.scales.get((match["second"] or "").lower(), 1), match.end()


def _letter(text: str, start: int, match: re.Match[str], at: int, limit: int) -> tuple[int, int]:
    scale = _TABLE.letters.get(match["letter"], 1)
    if len(match["letter"]) == 1 and not _SUM_BEFORE.search(text, max(0, start - 6), start):
        counted = match["letter"] in "mkKM" and _COUNTED_BEHIND.match(text, match.end(), limit)
        scale = scale if counted else 1
    return (scale, match.end()) if scale > 1 else (1, at)


def _fractions(text: str, span: Span) -> Iterator[Numeral]:
    for match in _FRACTION.finditer(text, span.start, span.end):
        if _NTH.search(text, max(span.start, match.start() - 16), match.start()):
            continue
        end = _fraction_end(text, match, span.end)
        if end is None:
            continue
        many = (match["many"] or "one").lower()
        over, under = _TABLE.words.get(many, 1), _TABLE.fractions[(match["part"] or "half").lower()]
        yield Numeral(value=_divided(over, under), span=Span(match.start(), end), scale=Decimal(1), kind="fraction")


def _fraction_end(text: str, match: re.Match[str], limit: int) -> int | None:
    """The place behind a fraction; None where the words are an ordinal, a quarter of a year, or half a million."""
    after = text[match.end() : min(limit, match.end() + 24)]
    if match["half"]:
        piece = re.match(
            r"\san?\s(?=percent|per\scent|percentage|mile|ton|kilomet|meter|metre|point|acre|hectare)", after
        )
        if piece:
            return match.end() + piece.end() - 1
        return match.end() if _OF.match(after) or _HALVED.match(after) else None
    piece = re.match(r"\sof\san?\s(?=percent|per\scent|percentage|mile|point|billion|million)", after)
    if piece:
        return match.end() + piece.end() - 1
    plural = match["many"].lower() in _MANY.split("|")
    unit = re.match(r"\s(?:percent|per\scent|percentage|miles?|tons?|majority)\b", after)
    last = match["many"].lower() == "one" and re.match(r"\s?[.,;:)]|\Z", after)
    return match.end() if _OF.match(after) or unit or last or (plural and match["part"].lower().endswith("s")) else None


def _words(text: str, span: Span) -> Iterator[Numeral]:
    for run in _WORDS.finditer(text, span.start, span.end):
        words = [Span(*word.span()) for word in _WORD.finditer(text, *run.span())]
        said = [word.of(text).lower() for word in words]
        at = 0
        while at < len(words):
            found = read_words(said[at:])
            if found is None:
                at += 1
                continue
            value, count = found
            scale = next((_TABLE.scales[word] for word in reversed(said[at : at + count]) if word in _TABLE.scales), 1)
            place = Span(words[at].start, words[at + count - 1].end)
            yield Numeral(value=value, span=place, scale=Decimal(scale), kind="words")
            at += count


def _articles(text: str, span: Span) -> Iterator[Numeral]:
    for match in _ARTICLE.finditer(text, span.start, span.end):
        # "$60 a barrel of oil" says per what the money is paid.
        if not re.search(r"\d[\d.,]*(?:\s\w+)?\s\Z", text[max(span.start, match.start() - 20) : match.start()]):
            yield Numeral(value=Decimal(1), span=Span(*match.span()), scale=Decimal(1), kind="article")
