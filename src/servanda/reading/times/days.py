"""Days counted from the day of publication: `today`, `yesterday`, `tomorrow`, `tonight`, `earlier in the day`."""

from __future__ import annotations

import re

from servanda.codebook import When
from servanda.reading.times.anchors import DAY, Anchor, Resolved, TimeRule, counted, left_open, settled
from servanda.reading.times.values import PRESENT, TimeKind, part_of_day
from servanda.reading.times.words import time_rule

# The step from the day of publication, and the part of the day where one is meant.
_DAYS = {
    "the day before yesterday": (-2, ""),
    "the day after tomorrow": (2, ""),
    "yesterday": (-1, ""),
    "last night": (-1, "NI"),
    "overnight": (0, "NI"),
    "earlier today": (0, ""),
    "later today": (0, ""),
    "today": (0, ""),
    "tonight": (0, "NI"),
    "this morning": (0, "MO"),
    "this afternoon": (0, "AF"),
    "this evening": (0, "EV"),
    "earlier in the day": (0, ""),
    "later in the day": (0, ""),
    "earlier on the day": (0, ""),
    "tomorrow": (1, ""),
}
_LETTERS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
_WORDS = "|".join(phrase.replace(" ", r"\s") for phrase in (*_DAYS, *(phrase.capitalize() for phrase in _DAYS)))


def _resolve(match: re.Match[str], anchor: Anchor) -> Resolved:
    phrase = " ".join(match["day"].lower().split())
    step, part = _DAYS[phrase]
    part = _LETTERS.get((match["part"] or "").lower(), part)
    if "in the day" in phrase and anchor.named is not None:
        day, reason = anchor.named, f"the day named before, {anchor.named}"
    elif anchor.day is None:
        unknown = part_of_day(None, part) if part else PRESENT if step == 0 else "XXXX-XX-XX"
        return left_open("the day of publication is not known", unknown)
    else:
        day, reason = anchor.day + step * DAY, counted(anchor)
    if part:
        return Resolved(When.day(day), reason, part_of_day(day, part), TimeKind.CLOCK)
    return settled(When.day(day), "day", reason)


DAY_RULES: tuple[TimeRule, ...] = (
    # "The workplace of tomorrow" names no day.
    time_rule(
        rf"(?<!\bof\s(?=tomorrow))\b(?P<day>{_WORDS})\b(?:\s(?P<part>morning|afternoon|evening|night)\b)?", _resolve
    ),
)
