"""How much: money, percentages, people, measures and counted goods, as exact decimals with their role.

Dates, article and resolution numbers, ordinals and names such as G7 are no quantities. Nothing is converted: each
number keeps the unit that the text gives it, a range gives its two ends, and a sum that is repeated in another currency
is one quantity.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from servanda.codebook import Span
from servanda.codebook.vocabulary import Role
from servanda.reading.quantities.namings import is_naming
from servanda.reading.quantities.numerals import Numeral, find_numerals
from servanda.reading.quantities.roles import bound_of, rate_of, role_of
from servanda.reading.quantities.units import Unit, unit_of
from servanda.reading.scenes import Scene
from servanda.reading.times.times import find_times

_JOINT = re.compile(r"(?P<dash>\s?[-‐–—]\s?|-?\sto\s)|\s(?:and|or|from)\s|,\s")
# How a sum is said again in another currency: in brackets, or behind a comma and "or".
_AGAIN = re.compile(
    r"(?:\s?[(\[]|,\s(?:or|i\.e\.)\s|,\s)(?:or\s)?(?:equivalent\sto\s|equal\sto\s|worth\s)?(?:about\s|around\s|some\s|roughly\s|approximately\s|nearly\s|over\s|more\sthan\s|almost\s|just\sover\s)?\Z"
)
_ALIKE = frozenset({"money", "measure"})
_RECURRING = frozenset({"money", "people", "goods", "noun", "percent"})
_FEW = 10
_UNPROMISED = frozenset({"points", "times", "degrees"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One number with its unit.

    Attributes:
        value: the number, its scale worked in.
        unit: ISO 4217 currency, `%`, `% of GDP`, `people`, `year`, `share` for a fraction, or the counted noun; empty for a
            number by itself.
        role: amount, from, to or share.
        span: its words.
        kind: money, percent, measure, time, people, goods, noun, share or none.
        words: its words with those of its bound and its rate.
        bound: how closely it is meant (`at least`, `up to`, `more than`, `less than`, `about`); empty where exactly.
        per: for what it recurs (`year`); empty where it does not.
        again: the same quantity in another currency or measure, as the text gives it.
    """

    value: Decimal
    unit: str
    role: Role
    span: Span
    words: Span
    kind: str = "none"
    bound: str = ""
    per: str = ""
    again: tuple[Measure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vague:
    """Words that stand for a quantity and name no number.

    Attributes:
        span: the words.
        reason: why no number was read, for a person.
    """

    span: Span
    reason: str


_Pair = tuple[Numeral, Unit]


def find_quantities(scene: Scene, span: Span) -> tuple[Measure, ...]:
    """All quantities in a stretch, in order; none overlaps another, and numbers by themselves are left out.

    Args:
        scene: the document.
        span: the stretch to look through.
    """
    found = (m for m in find_numbers(scene.text, span) if _is_promised(m) and not _is_time(scene, m))
    return tuple(found)


def _is_promised(measure: Measure) -> bool:
    """Whether it is the sort of quantity that parties promise: a few of a thing that no list holds are none."""
    if measure.kind == "noun":
        return measure.value >= _FEW
    return measure.kind != "none" and measure.unit not in _UNPROMISED


def find_vague(scene: Scene, span: Span) -> tuple[Vague, ...]:
    """The quantities of a stretch that are not named: `tens of thousands of troops`."""
    vague = (numeral for numeral in find_numerals(scene.text, span) if numeral.value is None)
    return tuple(Vague(span=each.span, reason=f"“{each.span.of(scene.text)}” names no number") for each in vague)


def find_numbers(text: str, span: Span) -> tuple[Measure, ...]:
    """All numbers of a stretch that count or measure, with a unit or by themselves, in order.

    Args:
        text: the document's text.
        span: the stretch to look through.
    """
    pairs = [(numeral, unit_of(text, numeral, span)) for numeral in find_numerals(text, span)]
    shared = _shared(text, pairs)
    kept = [pair for pair in shared if not is_naming(text, *pair, span) and pair[0].value is not None]
    return _folded(text, [_measure(text, span, *pair) for pair in kept])


def _shared(text: str, pairs: list[_Pair]) -> list[_Pair]:
    """`between 3 and 5 million euros`, `$2-3 billion`: the first end takes the second's unit, and its scale where it has none."""
    found = list(pairs)
    for at in range(len(pairs) - 2, -1, -1):
        (first, unit), (second, other) = found[at], found[at + 1]
        between = text[unit.end : other.start] if unit.end <= other.start else ""
        if not _JOINT.fullmatch(between) or second.value is None or first.value is None:
            continue
        if first.kind != second.kind or other.kind == "none" or (between == ", " and not _listed(text, found, at)):
            continue
        if unit.kind in {"none", "noun"} and unit.end == first.span.end:
            found[at] = (_scaled(first, second), replace(unit, name=other.name, kind=other.kind))
    return _money_ranges(text, found)


def _listed(text: str, pairs: list[_Pair], at: int) -> bool:
    """`10, 12 and 15 percent`: a comma joins only where `and` or `or` follows."""
    return at + 2 < len(pairs) and re.search(r"\s(?:and|or)\s\Z", text[: pairs[at + 2][1].start]) is not None


def _money_ranges(text: str, pairs: list[_Pair]) -> list[_Pair]:
    """`$2-3 billion`: the sign stands at the first end, the scale at the second."""
    found = list(pairs)
    for at in range(len(pairs) - 1):
        (first, unit), (second, other) = found[at], found[at + 1]
        signed = unit.kind == "money" and unit.start < first.span.start and unit.end <= other.start
        joint = _JOINT.fullmatch(text[unit.end : other.start]) if signed and other.kind == "none" else None
        if joint and (joint["dash"] or (second.scale > 1 and joint.group().strip() in {"and", "or"})):
            found[at] = (_scaled(first, second), unit)
            found[at + 1] = (second, replace(other, name=unit.name, kind="money"))
    return found


def _scaled(first: Numeral, second: Numeral) -> Numeral:
    """The first end with the second's scale, where it is written without one and would otherwise be out of reach."""
    if first.scale != 1 or second.scale < 100 or first.value is None or abs(first.value) >= 1000:
        return first
    return replace(first, value=first.value * second.scale, scale=second.scale)


def _measure(text: str, span: Span, numeral: Numeral, unit: Unit) -> Measure:
    place = Span(unit.start, unit.end)
    bound, bounds = bound_of(text, span, place)
    per, rated = rate_of(text, span, place) if unit.kind in _RECURRING else ("", place)
    return Measure(
        value=_plain(numeral.value or Decimal(0)),
        unit=unit.name,
        role=role_of(text, span, place, unit.name),
        span=place,
        words=Span(min(bounds.start, rated.start), max(bounds.end, rated.end)),
        kind=unit.kind,
        bound=bound,
        per=per,
    )


def _plain(value: Decimal) -> Decimal:
    """Without trailing zeros or exponent: one sum, one form."""
    return Decimal(format(value.normalize(), "f"))


def _folded(text: str, measures: list[Measure]) -> tuple[Measure, ...]:
    """The same sum in two currencies, or length in two measures, made one quantity."""
    found: list[Measure] = []
    for measure in measures:
        last = found[-1] if found else None
        if last and _is_again(text, last, measure):
            found[-1] = replace(last, again=(*last.again, measure))
            continue
        found.append(measure)
    return tuple(found)


def _is_again(text: str, last: Measure, measure: Measure) -> bool:
    """Whether it says the last quantity again in another currency or measure."""
    end = (last.again[-1] if last.again else last).span.end
    alike = measure.kind in _ALIKE and measure.kind == last.kind and measure.unit != last.unit
    return alike and bool(_AGAIN.fullmatch(text[end : measure.span.start])) and _is_closed(text, end, measure.span)


def _is_closed(text: str, end: int, place: Span) -> bool:
    """A bracket must close behind the second sum; `or` needs none; a bare comma is a list."""
    between = text[end : place.start]
    if "(" in between or "[" in between:
        return re.match(r"[^()\[\]]{0,40}[)\];,]", text[place.end : place.end + 42]) is not None
    return between.lstrip(", ").startswith(("or ", "i.e.", "equivalent", "equal", "worth"))


def _is_time(scene: Scene, measure: Measure) -> bool:
    """Whether a span of time is a date or deadline rather than a measure: `within 90 days`, `two weeks ago`."""
    if measure.kind != "time":
        return False
    sentence = scene.sentence_of(measure.span) or measure.span
    return any(time.span.overlaps(measure.span) for time in find_times(scene, sentence))
