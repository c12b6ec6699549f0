"""Numbers that say no quantity: ordinals, years, dates, times of day, telephone numbers, and numbers that name.

`the 21st round`, `in 2025`, `5 May`, `10:30`, `Article 5`, `Resolution 1325`, `the F-35`, `a Leopard 2`, `Group of 20`.
"""

from __future__ import annotations

import re

from servanda.codebook import Span
from servanda.lexicon.calendars import load_calendar
from servanda.lexicon.names import load_names
from servanda.reading.quantities.numerals import Numeral
from servanda.reading.quantities.units import Unit

_MONTH = "|".join(sorted(load_calendar().months, key=len, reverse=True))
# Words that a number belongs to as a name.
_NAMING = re.compile(
    r"\b(?:articles?|resolutions?|sections?|chapters?|paragraphs?|nos?\.?|numbers?|phase|type|part|title|round|day|level|tier|unscr|vision|agenda"
    r"|operation|group|group\sof|flight|highway|route|annex|committee|figure|table|page|pages|version|model|mark|mk|line|track|clause|protocol|channel"
    r"|room|building|gate|class|block|batch|district|precinct|file|case|bill|act|law|order|decree|rule|step|stage|category|grade|psalm|verse|chapter"
    r"|goal|goals|sdg|option|scenario|formula|exhibit|schedule|appendix|item|question|week|top|aged?|since|circa|fy)\s(?:\S+\s(?:and|or|to)\s)?\Z",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    rf"\b(?:in|of|since|by|until|till|from|for|during|late|early|mid|after|before|through|year|fiscal|to|and|or|between|than|{_MONTH})[\s-](?:\S+\s(?:and|to|or)\s)?\Z",
    re.IGNORECASE,
)
_MONTH_BEFORE = re.compile(rf"\b(?:{_MONTH})\.?\s(?:\d{{1,2}}\s?(?:-|–|and|to|or)\s?)?\Z", re.IGNORECASE)
_MONTH_BEHIND = re.compile(
    rf"\s?(?:(?:-|–|and|to|or)\s?\d{{1,2}}\s)?(?:of\s)?(?:{_MONTH})\b(?!\s(?:be|have|not|also|need))"
)
_CLOCK = re.compile(
    r"\s?(?:[ap]\.?\s?m\b|GMT|UTC|hours?\s(?:GMT|UTC|local)|o['’]clock|[A-Z]{2,3}T\b|local\stime)", re.IGNORECASE
)
_ATTACHED = re.compile(r"(?:st|nd|rd|th|s|['’]s)\b|[A-Za-z]", re.IGNORECASE)
_CODE_BEFORE = re.compile(r"(?:[A-Za-z_]|[A-Za-z][\w]*[-–/]|[\d][.:/-]|[\d][,+]|#|@|[.])\Z")
_CHAIN = re.compile(r"[:/.]\d|[-–]\d+[-–]\d|[-–][A-Za-z]*\d+[A-Za-z]|-[A-Z]\w*")
_TELEPHONE = re.compile(r"(?:\+|\(|\b)\d[\d\s().\-–]{8,}\d")
_CAPITAL = re.compile(r"(?P<word>(?<![\w-])(?:[a-z]?[A-Z][\w’'.&-]*))\s\Z")
# "one in five people" counts no five people.
_ONE_IN = re.compile(r"\b(?:one|two|three|four|nine|\d{1,2})\s(?:in|out\sof)(?:\severy)?\s\Z", re.IGNORECASE)
_SMALL = frozenset(
    [
        "the",
        "a",
        "an",
        "in",
        "at",
        "on",
        "by",
        "for",
        "of",
        "to",
        "and",
        "or",
        "with",
        "from",
        "about",
        "some",
        "over",
        "only",
    ]
)
_EARLIEST, _LATEST = 1500, 2150


def is_naming(text: str, numeral: Numeral, unit: Unit, within: Span) -> bool:
    """Whether a number names, dates or orders something rather than counting it."""
    if numeral.kind == "vague":
        return False
    if _ONE_IN.search(text, max(0, numeral.span.start - 16), numeral.span.start):
        return True
    if numeral.kind != "digits":
        return _is_small_word(text, numeral, unit)
    return (
        _is_glued(text, numeral, unit)
        or _is_year(text, numeral, unit)
        or _is_dated(text, numeral, unit)
        or (
            (unit.kind in {"none", "goods", "people", "noun", "time"} or text[unit.end - 2] == " ")
            and _is_named(text, numeral, unit, within)
        )
    )


def _is_small_word(text: str, numeral: Numeral, unit: Unit) -> bool:
    """`one of them`, `no one`; and `one` before a noun, which only says that it is one."""
    said = numeral.span.of(text)
    words = said.lower()
    if words == "one":
        return unit.kind not in {"money", "percent", "measure"} or unit.name in {"points", "times", "units", "degrees"}
    named = (
        numeral.kind == "words"
        and said[0].isupper()
        and _CAPITAL.search(text, max(0, numeral.span.start - 20), numeral.span.start)
    )
    if words == "zero":
        return unit.kind not in {"money", "percent", "measure"}
    return unit.kind == "none" and bool(named)


def _is_glued(text: str, numeral: Numeral, unit: Unit) -> bool:
    """Whether it is part of a longer word or number: `F-35`, `21st`, `10:30`, `1.2.3`, `2020s`."""
    start, end = numeral.span.start, numeral.span.end
    before = text[max(0, start - 24) : start]
    if unit.start == start and _CODE_BEFORE.search(before) and not _ranged(text, start):
        return not (before.endswith("#") and numeral.scale > 1)
    if re.search(r"(?<!\d)(?:1[5-9]|20)\d\d[-–]\Z", before) and re.fullmatch(r"\d\d", numeral.span.of(text)):
        return True
    if unit.name in {"pm", "am"} and re.fullmatch(r"(?:[1-9]|1[0-2])(?:\.[0-5]\d)?", numeral.span.of(text)):
        return True
    if unit.end > end:
        return False
    return bool(_ATTACHED.match(text, end) or _CHAIN.match(text, end))


def _ranged(text: str, start: int) -> bool:
    """`10-15 percent`, `50-50`: the second end of a range follows a hyphen behind digits alone."""
    return (
        re.search(r"(?<![\w.,/:-])[^\w\s]{0,2}\d[\d.,]*\s?(?:bn|mn|m|%)?[-–]\Z", text[max(0, start - 14) : start])
        is not None
    )


def _is_year(text: str, numeral: Numeral, unit: Unit) -> bool:
    written = numeral.span.of(text)
    if not re.fullmatch(r"\d{4}", written) or not _EARLIEST <= int(written) <= _LATEST:
        return False
    if unit.kind in {"none", "noun"}:
        return True
    before = _YEAR_BEFORE.search(text, max(0, numeral.span.start - 30), numeral.span.start)
    if unit.kind in {"money", "measure", "percent"}:
        return bool(before) and unit.start == numeral.span.start and unit.kind == "money"
    adjacent = len(text[numeral.span.end : unit.end].split()) == 1
    return bool(before) or not adjacent


def _is_dated(text: str, numeral: Numeral, unit: Unit) -> bool:
    start, end = numeral.span.start, numeral.span.end
    written = numeral.span.of(text)
    if unit.kind not in {"none", "noun", "goods", "people", "time"} or not re.fullmatch(r"\d{1,4}(?:\.\d\d)?", written):
        return _is_telephone(text, numeral)
    if len(written) <= 2 and (_MONTH_BEFORE.search(text, max(0, start - 24), start) or _MONTH_BEHIND.match(text, end)):
        return True
    return _CLOCK.match(text, end) is not None or _is_telephone(text, numeral)


def _is_telephone(text: str, numeral: Numeral) -> bool:
    low, high = max(0, numeral.span.start - 24), min(len(text), numeral.span.end + 24)
    for match in _TELEPHONE.finditer(text, low, high):
        digits = sum(sign.isdigit() for sign in match.group())
        groups = len(re.findall(r"\d+", match.group()))
        if 9 <= digits <= 15 and groups >= 3 and match.start() <= numeral.span.start < match.end():
            return True
    return False


def _is_named(text: str, numeral: Numeral, unit: Unit, within: Span) -> bool:
    """Whether the word before it makes a name of it; a state that is given something makes none: `sell Kenya 20 jets`."""
    start = numeral.span.start
    if _NAMING.search(text, max(0, start - 28), start) and unit.kind != "time":
        return True
    found = _CAPITAL.search(text, max(within.start, start - 30), start)
    if found is None or found.start() <= within.start or numeral.value is None or "," in numeral.span.of(text):
        return False
    if found["word"].lower() in _SMALL or text[: found.start()].rstrip()[-1:] in '.:;!?\n“"':
        return False
    place = Span(found.start("word"), found.end("word"))
    known = load_names().find(text[max(0, place.start - 30) : place.end])
    return not any(span.end == place.end - max(0, place.start - 30) for span, _ in known)
