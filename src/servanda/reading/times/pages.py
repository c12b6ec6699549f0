"""The expressions of a whole document, read once and in order, since many count from one that stands before them.

The longest expression at each place wins; of two equally long, the one whose rule stands first.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from servanda.codebook import Span, When
from servanda.reading.scenes import Scene
from servanda.reading.times.anchors import DAY, NOTHING, Anchor, Resolved, TimeRule, is_long_past
from servanda.reading.times.anniversaries import ANNIVERSARY_RULES
from servanda.reading.times.clocks import CLOCK_RULES
from servanda.reading.times.counts import COUNT_RULES
from servanda.reading.times.dates import DATE_RULES
from servanda.reading.times.days import DAY_RULES
from servanda.reading.times.decades import DECADE_RULES
from servanda.reading.times.echoes import ECHO_RULES
from servanda.reading.times.events import EVENT_RULES
from servanda.reading.times.fiscal import FISCAL_RULES
from servanda.reading.times.holidays import HOLIDAY_RULES
from servanda.reading.times.homes import Home, home_of
from servanda.reading.times.lengths import LENGTH_RULES
from servanda.reading.times.months import MONTH_RULES
from servanda.reading.times.periods import PERIOD_RULES
from servanda.reading.times.quarters import QUARTER_RULES
from servanda.reading.times.repeats import REPEAT_RULES
from servanda.reading.times.seasons import SEASON_RULES
from servanda.reading.times.tenses import Tense, tense_of
from servanda.reading.times.vague import VAGUE_RULES
from servanda.reading.times.values import TimeKind
from servanda.reading.times.weekdays import WEEKDAY_RULES
from servanda.reading.times.words import CALENDAR, is_in_name
from servanda.reading.times.years import ERA_RULES, YEAR_RULES

_MONTHS, _WEEKDAYS = "|".join(CALENDAR.months), "|".join(CALENDAR.weekdays)
_UNITS = "day|week|month|quarter|year|decade|centur|hour|minute|second|fortnight"
_LOOSE = {one.lower() for one in (*CALENDAR.vague, *_UNITS.split("|"), "time", "season")}
# Of the vague words those that hold none of the others: where one of the others stands, one of these does.
_VAGUE = "|".join(sorted(one for one in _LOOSE if not any(other in one for other in _LOOSE - {one})))
# What a sentence must hold for rules to be tried on it, and the rules, in the order in which they win at one place with
# equal length. A trigger without capitals is looked for in the sentence without case.
_GROUPS: tuple[tuple[str, tuple[TimeRule, ...]], ...] = (
    (r"\d", DATE_RULES),
    (_MONTHS, MONTH_RULES),
    (r"Christmas|New\sYear", HOLIDAY_RULES),
    (r"\d0|(?:ent|irt|ort|ift|ixt|ght|net)ies|centur", DECADE_RULES),
    (r"B\.?C|A\.?D|CE", ERA_RULES),
    (r"\d\d", YEAR_RULES),
    (r"FY|(?i:fiscal|financial|budget)", FISCAL_RULES),
    (r"quarter|half|[QH][1-4]", QUARTER_RULES),
    (_WEEKDAYS, WEEKDAY_RULES),
    (r"day|night|tomorrow|morning|afternoon|evening", DAY_RULES),
    ("|".join(CALENDAR.seasons), SEASON_RULES),
    (_UNITS, PERIOD_RULES),
    (_UNITS, EVENT_RULES),
    (_UNITS, COUNT_RULES),
    (r"day|week|month|year|decade|morning|afternoon|evening|night|dawn", ECHO_RULES),
    (r"anniversary", ANNIVERSARY_RULES),
    (r"\d|noon|midday|midnight", CLOCK_RULES),
    (_VAGUE, VAGUE_RULES),
    (_UNITS, LENGTH_RULES),
    (r"each|every|per\b|times|once|twice|\ba\s(?:day|week|month|year)|ly\b|annual|days\b", REPEAT_RULES),
)
_STARTS = [sum(len(rules) for _, rules in _GROUPS[:at]) for at in range(len(_GROUPS))]


def _sought(trigger: str) -> Callable[[str], object]:
    """What tells whether a text holds a trigger; plain words are found faster one by one than as a pattern."""
    words = trigger.split("|")
    if all(word.replace(" ", "").isalpha() for word in words):
        # Where "January" stands, "Jan" does.
        words = [word for word in words if not any(other != word and other in word for other in words)]
        return partial(_holds, words)
    return re.compile(trigger).search


def _holds(words: Sequence[str], text: str) -> bool:
    """Whether a text holds one of some words; written out, since every sentence is asked for each trigger."""
    for word in words:  # noqa: SIM110
        if word in text:
            return True
    return False


_TRIGGERS = {trigger: _sought(trigger) for trigger, _ in _GROUPS}
_CASELESS = frozenset(trigger for trigger in _TRIGGERS if trigger == trigger.lower())
_TRIGGERED = tuple((trigger, start, rules) for (trigger, rules), start in zip(_GROUPS, _STARTS, strict=True))
RULES: tuple[TimeRule, ...] = tuple(rule for _, rules in _GROUPS for rule in rules)
_SANE_YEARS = range(1500, 9000)
_BESIDE = 80
_LONGEST_ISSUE = 14
"""Between how many days a text may have been published for its words to count from them."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An expression at its place, with what it means."""

    span: Span
    resolved: Resolved


@dataclass(frozen=True, slots=True)
class _Match:
    start: int
    end: int
    order: int
    match: re.Match[str]


def published_on(scene: Scene) -> date | None:
    """The day of publication, where it is known to the day.

    A day at the far ends of the calendar is a mistake in the metadata, and arithmetic from it would leave the calendar.
    """
    published = scene.document.published
    if published is None or not published.is_day or published.start.year not in _SANE_YEARS:
        return None
    return published.start


def hits_in(scene: Scene, span: Span, tense: Tense | None = None) -> Sequence[Hit]:
    """The expressions that lie in a stretch.

    Args:
        scene: the document.
        span: the stretch; an expression that reaches over its edge is read as far as it lies within.
        tense: of the clause, where the caller knows better than the verbs around.
    """
    page = page_of(scene)
    first, last = bisect_left(page.starts, span.start), bisect_left(page.starts, span.end)
    inside = page.hits[first:last]
    cut = (first > 0 and page.hits[first - 1].span.end > span.start) or (inside and inside[-1].span.end > span.end)
    if tense is None and not cut and page.covers(span):
        return inside
    return _read(scene, span, list(page.hits[:first]), tense, page)


@dataclass(frozen=True, slots=True)
class Page:
    """All expressions of a document.

    Attributes:
        hits: in order.
        starts: where they begin.
        read: the stretches that were read.
        home: where the text was written.
    """

    hits: tuple[Hit, ...]
    starts: tuple[int, ...]
    read: tuple[Span, ...]
    home: Home

    def covers(self, span: Span) -> bool:
        """Whether any of a stretch was read."""
        at = bisect_left(self.read, span.start + 1, key=_end)
        return at < len(self.read) and self.read[at].start < span.end


def _end(span: Span) -> int:
    return span.end


def page_of(scene: Scene) -> Page:
    """The expressions of a document, worked out when first asked for."""
    known = scene.kept.get("times")
    if not isinstance(known, Page):
        known = _page_between(scene, *_published_between(scene)) if _published_between(scene) else _page(scene)
        scene.kept["times"] = known
    return known


def _published_between(scene: Scene) -> tuple[date, ...]:
    """The first and last day on which a text may have been published, where they lie so near that words count from both."""
    published = scene.document.published
    if published is None or published.is_day or published.start.year not in _SANE_YEARS:
        return ()
    days = (published.end - published.start).days
    return (published.start, published.end - DAY) if 1 < days <= _LONGEST_ISSUE else ()


def _page_between(scene: Scene, first: date, last: date) -> Page:
    """The expressions of a document published on one of several days: what they mean from the first and from the last."""
    early, late = (_page(_as_of(scene, day)) for day in (first, last))
    if early.starts != late.starts:
        return _page(scene)
    hits = tuple(_spanning(one, other, first, last) for one, other in zip(early.hits, late.hits, strict=True))
    return replace(early, hits=hits)


def _as_of(scene: Scene, day: date) -> Scene:
    return replace(scene, document=replace(scene.document, published=When.day(day)))


def _spanning(one: Hit, other: Hit, first: date, last: date) -> Hit:
    """The days that either may mean: four days before publication between the 19th and the 25th is the 15th to the 21st."""
    early, late = one.resolved.when, other.resolved.when
    if early is None or late is None or early == late:
        return one if early is not None else other
    when = When(min(early.start, late.start), max(early.end, late.end))
    reason = f"counted from publication between {first} and {last}"
    return Hit(one.span, replace(one.resolved, when=when, reason=reason, value=f"{when.start}/{when.end - DAY}"))


def _page(scene: Scene) -> Page:
    home = home_of(scene.document)
    empty = Page((), (), (), home)
    hits: list[Hit] = []
    for sentence in scene.sentences:
        hits += _read(scene, sentence, hits, None, empty)
    hits = [_counted_from_event(scene, hit, hits, home) for hit in hits]
    return Page(tuple(hits), tuple(hit.span.start for hit in hits), scene.sentences, home)


def _read(scene: Scene, span: Span, before: Sequence[Hit], tense: Tense | None, page: Page) -> list[Hit]:
    """The expressions of a stretch, those before it being known."""
    found: list[Hit] = []
    chosen = _chosen(scene.text, span)
    for at, one in enumerate(chosen):
        place = Span(one.start, one.end)
        anchor = _anchor(scene, place, [*before[-40:], *found], tense, page)
        resolved = RULES[one.order].resolve(one.match, anchor)
        if resolved.kind is TimeKind.CLOCK and one.order in _CLOCK_ORDERS and at + 1 < len(chosen):
            resolved = _with_day_behind(scene, one, chosen[at + 1], anchor) or resolved
        if resolved is not NOTHING:
            found.append(Hit(place, resolved))
    return found


def _chosen(text: str, span: Span) -> list[_Match]:
    """The longest match at each place, in order."""
    inside = span.of(text)
    lower = inside.lower()
    held = {trigger for trigger, is_held in _TRIGGERS.items() if is_held(lower if trigger in _CASELESS else inside)}
    matches = [
        _Match(match.start(), match.end(), start + order, match)
        for trigger, start, rules in _TRIGGERED
        if trigger in held
        for order, rule in enumerate(rules)
        for match in rule.pattern.finditer(text, span.start, span.end)
        if match.end() > match.start() and not is_in_name(text, match.start())
    ]
    chosen: list[_Match] = []
    reached = span.start
    for one in sorted(matches, key=lambda one: (one.start, -one.end, one.order)):
        if one.start >= reached:
            chosen.append(one)
            reached = one.end
    return chosen


_CLOCK_ORDERS = frozenset(order for order, rule in enumerate(RULES) if rule in CLOCK_RULES)
_TO_DAY = re.compile(r"(?:,?\s(?:on|of)?\s?(?:the\s)?|,\s?|\s\(|\s)\Z")


def _with_day_behind(scene: Scene, clock: _Match, day: _Match, anchor: Anchor) -> Resolved | None:
    """`at 3 p.m. on Friday`: the hour of the day that stands right behind it."""
    between = scene.text[clock.end : day.start]
    if len(between) > 6 or not _TO_DAY.fullmatch(between):
        return None
    there = RULES[day.order].resolve(day.match, anchor).when
    if there is None or not there.is_day:
        return None
    with_day = Anchor(anchor.day, anchor.tense, there.start, anchor.told, anchor.is_story, anchor.near, anchor.home)
    return RULES[clock.order].resolve(clock.match, with_day)


def _anchor(scene: Scene, place: Span, before: Sequence[Hit], tense: Tense | None, page: Page) -> Anchor:
    day = published_on(scene)
    paragraph = scene.paragraph_of(place)
    start = paragraph.start if paragraph else place.start
    points = [hit for hit in before if _is_point(scene.text, hit, day)]
    near = [hit for hit in points if hit.span.start >= start]
    days = [hit for hit in (near if day else points) if hit.resolved.when and hit.resolved.when.is_day]
    told = (near or points)[-1].resolved.when if near or points else None
    story = bool(near) and told is not None and is_long_past(told, day)
    named = days[-1].resolved.when.start if days and days[-1].resolved.when else None
    # Both open their sentences: "In 2018 … In September …". What is mentioned in passing tells no story.
    story = (
        story
        and _OPENS.search(scene.text[max(0, place.start - 24) : place.start]) is not None
        and _opens(scene.text, near[-1].span.start)
    )
    if story and _SINCE.search(scene.text, max(0, place.start - 12), place.start):
        story = False
    return Anchor(day, tense or tense_of(scene, place), named, told, story, bool(near), page.home)


def _is_point(text: str, hit: Hit, day: date | None) -> bool:
    """Whether the text goes on from a time: one that is past, no longer than a year, and more than an attribute."""
    when = hit.resolved.when
    if when is None or hit.resolved.kind not in (TimeKind.DATE, TimeKind.CLOCK) or hit.resolved.value.startswith("P"):
        return False
    if (when.end - when.start).days > 370 or (day is not None and when.start > day):
        return False
    return not hit.span.of(text).isdigit() or _opens(text, hit.span.start)


def _opens(text: str, start: int) -> bool:
    """Whether a bare year opens a sentence or a line: there it moves the story on, and not where it is mentioned in passing."""
    lead = slice(max(0, start - 24), start)
    return _OPENS.search(text[lead]) is not None and _ATTRIBUTE.search(text[lead]) is None


_OPENS = re.compile(r"(?:^|[.!?]\s|[.!?][”\"]\s)\W*(?:\w+\s){0,3}\Z", re.MULTILINE)
# "The 2018 summit", "Norway's 2030 target"
_ATTRIBUTE = re.compile(r"(?:\b(?:the|its|their|our|his|her|an?)|[’']s)\s\Z", re.IGNORECASE)
# What counts up to now counts from publication, whatever was told before.
_SINCE = re.compile(r"\b(?:since|as\sof|until)\s\Z", re.IGNORECASE)


def _counted_from_event(scene: Scene, hit: Hit, hits: Sequence[Hit], home: Home) -> Hit:
    """The same, counted from an event that the text dates elsewhere."""
    if not hit.resolved.reason.startswith("counted from the ") or hit.resolved.when is not None:
        return hit

    def dated(pattern: str) -> tuple[When, ...]:
        return tuple(_days_beside(scene, pattern, hits, hit))

    for rule in EVENT_RULES:
        match = rule.pattern.match(scene.text, hit.span.start, hit.span.end)
        if match and match.end() == hit.span.end:
            anchor = Anchor(published_on(scene), Tense.OPEN, home=home, dated=dated)
            return Hit(hit.span, rule.resolve(match, anchor))
    return hit


def _days_beside(scene: Scene, pattern: str, hits: Sequence[Hit], asking: Hit) -> list[When]:
    """The days that stand in one sentence with a word, not far from it."""
    found = []
    for match in re.finditer(rf"\b{pattern}\b", scene.text, re.IGNORECASE):
        place = Span(*match.span())
        sentence = scene.sentence_of(place)
        if sentence is None or asking.span.overlaps(place):
            continue
        near = [
            (abs(hit.span.start - place.end), hit.resolved.when)
            for hit in hits
            if sentence.holds(hit.span) and hit.resolved.when and hit.resolved.when.is_day and hit.span != asking.span
        ]
        if near and min(near)[0] <= _BESIDE:
            found.append(min(near)[1])
    return found
