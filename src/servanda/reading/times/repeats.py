"""What comes again and again: `every Friday`, `each year`, `twice a month`, `annual`. It is no one date."""

from __future__ import annotations

import re

from servanda.reading.times.anchors import Anchor, Resolved, TimeRule
from servanda.reading.times.values import TimeKind, length
from servanda.reading.times.words import CALENDAR, COUNT, count_of, time_rule

_AGAIN = "it comes again and again"
_FULL = "|".join(word for word in CALENDAR.weekdays if word.endswith("day"))
_ADVERBS = {
    "daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter", "annual": "year", "annually": "year",
    "yearly": "year", "everyday": "day",
}  # fmt: skip


def _resolve(match: re.Match[str], anchor: Anchor) -> Resolved:
    del anchor
    said = match.groupdict()
    if weekday := said.get("weekday"):
        return _repeated(f"XXXX-WXX-{CALENDAR.weekdays[weekday.capitalize()] + 1}")
    unit = (said.get("unit") or "").lower()
    count = {"other": 2}.get(said.get("count") or "") or count_of(said.get("count") or "one") or 1
    return _repeated(f"R/{length(str(count), _ADVERBS.get(unit, unit.removesuffix('s')))}")


def _repeated(value: str) -> Resolved:
    return Resolved(None, _AGAIN, value, TimeKind.REPEATED)


_UNIT = r"(?P<unit>day|week|month|quarter|year|decade)"

REPEAT_RULES: tuple[TimeRule, ...] = (
    time_rule(
        rf"\b(?:[Ee]very|[Ee]ach)\s(?:(?P<weekday>{_FULL})|(?:(?P<count>other|{COUNT})\s)?{_UNIT}s?)\b",
        _resolve,
    ),
    time_rule(rf"\b(?:[Oo]nce|[Tt]wice|\w+\stimes)\s(?:an?|every|per)\s{_UNIT}\b", _resolve),
    time_rule(
        r"(?<=\s)(?:a|per)\s(?P<unit>day|week|month|year)(?=[,.;)]|\s(?:to|for|in|by|from|and|since|until)\b|$)",
        _resolve,
    ),
    time_rule(rf"\b[Oo]n\s(?P<weekday>{_FULL})s\b", _resolve),
    time_rule(rf"\b(?P<unit>(?i:{'|'.join(_ADVERBS)}))\b", _resolve),
)
