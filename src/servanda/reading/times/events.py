"""Times counted from something that happened: `a day after the summit`, `within 90 days of signature`.

The event must be dated in the same text, on one day only: its noun or verb stands in one sentence with that day. Else the
time stays open, with the event that it counts from in its reason.
"""

from __future__ import annotations

import re
from dataclasses import replace

from servanda.codebook import When
from servanda.reading.times.anchors import Anchor, Resolved, TimeRule, left_open, near_unit, settled, shift
from servanda.reading.times.values import length
from servanda.reading.times.words import COUNT, count_of, time_rule, unit_named

# The verb or noun that dates an event which another word names.
_SAME = {
    "signature": r"sign(?:ed|ing|ature)",
    "signing": r"sign(?:ed|ing|ature)",
    "adoption": r"adopt(?:ed|ion)",
    "ratification": r"ratif(?:ied|ication)",
    "announcement": r"announce(?:d|ment)",
    "launch": r"launch(?:ed)?",
    "release": r"release[d]?",
    "election": r"elect(?:ed|ions?)",
    "visit": r"visit(?:ed)?",
    "meeting": r"m(?:et|eeting)",
    "talks": r"talks|talked",
    "summit": r"summit",
}


def _resolve(match: re.Match[str], anchor: Anchor) -> Resolved:
    said = match.groupdict()
    noun = said["event"].lower()
    unit = unit_named(said.get("unit") or "day")
    count = count_of(said["count"]) if said.get("count") else 1
    back = said["way"].lower().startswith(("before", "ahead", "prior"))
    day = _event(noun, anchor)
    if day is None or count is None:
        return left_open(f"counted from the {noun}, which this text does not date to one day")
    there = near_unit(day.start, unit, -count if back else count)
    return (
        settled(there, unit, f"counted from the {noun} of {day}")
        if there
        else left_open("the calendar ends before that")
    )


def _resolve_within(match: re.Match[str], anchor: Anchor) -> Resolved:
    noun, unit = match["event"].lower(), unit_named(match["unit"])
    count = count_of(match["count"])
    value = length(str(count) if count is not None else "X", unit)
    own = noun == "date" and match.string[match.end() : match.end() + 8].lower().startswith(" of this")
    day = When.day(anchor.day) if own and anchor.day else _event(noun, anchor)
    noun = "date of this text" if own else noun
    last = shift(day.start, count, unit) if day and count is not None else None
    if day is None or last is None:
        return left_open(f"counted from the {noun}, which this text does not date to one day", value)
    return replace(Resolved(When.between(day.start, last), value=value), reason=f"counted from the {noun} of {day}")


def _event(noun: str, anchor: Anchor) -> When | None:
    pattern = _SAME.get(noun, re.escape(noun))
    days = set(anchor.dated(pattern)) if anchor.dated else set()
    return days.pop() if len(days) == 1 else None


_UNIT = r"(?P<unit>days?|weeks?|months?|years?)"
_NOUN = (
    r"(?P<event>signature|signing|adoption|ratification|announcement|launch|release|election|visit|meeting|talks|summit|attack|strike|ceasefire"
    r"|truce|accord|agreement|treaty|conference|call|vote|ceremony|inauguration|deal|speech|referendum|coup|raid|invasion|hearing|statement)"
)
_THE = r"(?:the|their|its|his|her|this|that|a|an)\s(?:[\w’'-]+\s){0,2}?"

EVENT_RULES: tuple[TimeRule, ...] = (
    time_rule(
        rf"\b(?P<count>{COUNT})\s{_UNIT}\s(?P<way>after|before|following|ahead\sof|prior\sto)\s{_THE}{_NOUN}\b",
        _resolve,
    ),
    time_rule(rf"\b[Tt]he\s(?P<unit>day)\s(?P<way>after|before|following)\s{_THE}{_NOUN}\b", _resolve),
    # Events of any other name stay open, but are no lengths: "six months before the Soviet withdrawal".
    time_rule(
        rf"\b(?:(?P<count>{COUNT})|[Tt]he)\s{_UNIT}\s(?P<way>after|before|following|prior\sto)\s(?:the|their|its|his|her)\s(?:[\w’'-]+\s){{0,3}}?(?P<event>[a-z]+(?:ion|ment|ing|al|ure|ance|ence|war|battle|siege|death|fall|uprising|revolution|crisis|victory|defeat))\b",
        _resolve,
    ),
    time_rule(
        rf"\b(?:[Ww]ithin|[Nn]o\slater\sthan|[Nn]ot\slater\sthan)\s(?P<count>{COUNT})\s(?:calendar\s|working\s|business\s)?{_UNIT}\s(?:of|from|after|following)\s(?:{_THE})?{_NOUN}\b",
        _resolve_within,
    ),
    time_rule(
        rf"\b(?:[Ww]ithin|[Nn]o\slater\sthan|[Nn]ot\slater\sthan)\s(?P<count>{COUNT})\s(?:calendar\s|working\s|business\s)?{_UNIT}\s(?:of|from|after|following)\s(?:the\s|its\s|their\s|this\s|such\s|receipt\sof\s)?(?P<event>entry\sinto\sforce|receipt|receiving|notification|notice|request|date)\b",
        _resolve_within,
    ),
)
