"""Days that go by a name and have a date of their own: `Christmas 1963`, `New Year's Day`. Others stay words."""

from __future__ import annotations

import re

from servanda.codebook import When
from servanda.reading.times.anchors import Anchor, Resolved, TimeRule, left_open, pick, settled, years_around
from servanda.reading.times.dates import day_of
from servanda.reading.times.words import YEAR, time_rule

_DAYS = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
}


def _resolve(match: re.Match[str], anchor: Anchor) -> Resolved:
    month, day = _DAYS[" ".join(match["name"].lower().replace("’", "'").split())]
    if match["year"]:
        found = day_of(int(match["year"]), month, day)
        return settled(When.day(found), "day") if found else left_open("no such day in the calendar")
    days = [When.day(found) for year in years_around(anchor) if (found := day_of(year, month, day))]
    when, reason = pick(days, anchor)
    return settled(when, "day", reason) if when else left_open(reason, f"XXXX-{month:02d}-{day:02d}")


HOLIDAY_RULES: tuple[TimeRule, ...] = (
    time_rule(
        rf"\b(?P<name>Christmas(?:\s(?:Day|Eve))?|New\sYear[’']s\s(?:Day|Eve))(?!\s(?:message|speech|card|tree|address))(?:,?\s(?P<year>{YEAR}))?",
        _resolve,
    ),
)
