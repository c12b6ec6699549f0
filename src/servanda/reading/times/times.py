"""Every time that a stretch of text names, resolved against the day of publication.

The rules stand in `dates.py`, `months.py`, `years.py`, `weekdays.py` and `periods.py`; here the longest expression at
each place wins, and the preposition before it ("since", "by", "until") makes the interval that is meant. Nothing is
guessed: what the words do not settle is a `Time` without a `When`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from servanda.codebook import Span, When
from servanda.reading.scenes import Scene
from servanda.reading.times.anchors import DAY, Anchor, Resolved, TimeRule
from servanda.reading.times.dates import DATE_RULES
from servanda.reading.times.months import MONTH_RULES
from servanda.reading.times.periods import PERIOD_RULES
from servanda.reading.times.tenses import Tense, tense_of
from servanda.reading.times.weekdays import WEEKDAY_RULES
from servanda.reading.times.words import CALENDAR
from servanda.reading.times.years import YEAR_RULES

RULES: tuple[TimeRule, ...] = (*DATE_RULES, *MONTH_RULES, *YEAR_RULES, *WEEKDAY_RULES, *PERIOD_RULES)

_BOUND = re.compile(
    r"\b(?P<word>since|until|till|up\sto|by|before|prior\sto|no\slater\sthan|not\slater\sthan|as\sof|starting|beginning|from)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
_DEADLINE = re.compile(
    r"\b(?:by|before|prior\sto|until|till|through|no\slater\sthan|not\slater\sthan)\s(?:as\s(?:early|late|soon)\sas\s)?(?:the\s)?\Z",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"(?:within|in|over|during)\s(?:the\snext|the\scoming|no\smore\sthan|less\sthan|an?|\d|\w+\s(?:day|week|month|year))",
    re.IGNORECASE,
)


# Every rule needs one of these; most sentences have none, and are passed over at once.
_TRIGGER = re.compile(
    rf"\d|{'|'.join(CALENDAR.months)}|{'|'.join(CALENDAR.weekdays)}|{'|'.join(CALENDAR.seasons)}"
    r"|(?i:year|month|week|day|quarter|decade|tonight|tomorrow|night|this\s|soon|shortly|lately|recent|course|future|date|run|past|ahead|time)"
)


_SANE_YEARS = range(1500, 9000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """One expression of time.

    Attributes:
        span: its words, with the preposition that bounds it (`since 2006`, `by 2030`).
        when: the days meant; None where the words name a time but do not settle it (`recently`).
        reason: how it was worked out, or why it is open; empty where the words say it outright.
    """

    span: Span
    when: When | None
    reason: str


@dataclass(frozen=True, slots=True)
class _Hit:
    span: Span
    resolved: Resolved


def find_times(scene: Scene, span: Span) -> tuple[Time, ...]:
    """All expressions of time in a stretch, in order; none overlaps another.

    Args:
        scene: the document; its day of publication is what relative words count from.
        span: the stretch to look through.
    """
    return tuple(_bounded(scene, span, hit) for hit in _hits(scene, span))


def deadline_in(scene: Scene, span: Span) -> Time | None:
    """The time by which something is to be done, or None where the stretch sets none.

    "By 2030" is the whole year, "before the end of the year" its last day, "within 90 days" from publication on.
    """
    found = []
    # A limit lies ahead, whatever tense the promise is reported in ("agreed to finish by June").
    for hit in _hits(scene, span, Tense.FUTURE):
        lead = _DEADLINE.search(scene.text, max(span.start, hit.span.start - 24), hit.span.start)
        words = hit.span.of(scene.text)
        if lead:
            found.append(_limit(lead.group().lower(), Span(lead.start(), hit.span.end), hit.resolved, words))
        elif _WITHIN.match(words) and hit.resolved[0] is not None:
            found.append(Time(span=hit.span, when=hit.resolved[0], reason=hit.resolved[1]))
    return found[0] if found else None


def published_on(scene: Scene) -> date | None:
    """The day of publication, where it is known to the day.

    A day at the far ends of the calendar is a mistake in the metadata, and arithmetic from it would leave the calendar.
    """
    published = scene.document.published
    if published is None or not published.is_day or published.start.year not in _SANE_YEARS:
        return None
    return published.start


def _limit(lead: str, span: Span, resolved: Resolved, words: str) -> Time:
    when, reason = resolved
    if when is not None and lead.startswith(("before", "prior")) and "end" not in words.lower().split():
        return Time(span=span, when=When(when.start - DAY, when.start), reason=reason or "the day before it")
    return Time(span=span, when=when, reason=reason)


def _hits(scene: Scene, span: Span, tense: Tense | None = None) -> list[_Hit]:
    """The longest expression at each place; of two equally long, the one whose rule stands first."""
    if not _TRIGGER.search(scene.text, span.start, span.end):
        return []
    day = published_on(scene)
    matches = [
        (match.start(), -match.end(), order, match)
        for order, rule in enumerate(RULES)
        for match in rule.pattern.finditer(scene.text, span.start, span.end)
    ]
    found: list[_Hit] = []
    reached = span.start
    for start, behind, order, match in sorted(matches, key=lambda known: known[:3]):
        if start < reached:
            continue
        place = Span(start, -behind)
        named = next((hit.resolved[0] for hit in reversed(found) if hit.resolved[0] and hit.resolved[0].is_day), None)
        anchor = Anchor(day, tense or tense_of(scene, place), named.start if named else None)
        found.append(_Hit(place, RULES[order].resolve(match, anchor)))
        reached = place.end
    return found


def _bounded(scene: Scene, span: Span, hit: _Hit) -> Time:
    """The interval that the preposition makes of an expression."""
    when, reason = hit.resolved
    lead = _BOUND.search(scene.text, max(span.start, hit.span.start - 20), hit.span.start)
    if lead is None or when is None:
        return Time(span=hit.span, when=when, reason=reason)
    made = _interval(lead["word"].lower(), when, published_on(scene), hit.span.of(scene.text))
    if made is None:
        return Time(span=hit.span, when=when, reason=reason)
    return Time(span=Span(lead.start(), hit.span.end), when=made, reason=reason)


def _interval(word: str, when: When, day: date | None, words: str) -> When | None:
    if day is None:
        return None
    if word in ("since", "as of", "starting", "beginning", "from"):
        return When.between(when.start, day) if word == "since" and when.start <= day else None
    end = when.start if word in ("before", "prior to") and "end" not in words.lower().split() else when.end
    return When(day, end) if end > day else None
