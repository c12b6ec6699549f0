"""Every time that a stretch of text names, resolved against the day of publication.

The rules stand in the files beside; here the longest expression at each place wins, and the preposition before it
("since", "by", "until") makes the interval that is meant. Nothing is guessed: what the words do not settle is a `Time`
without a `When`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from servanda.codebook import Span, When
from servanda.reading.scenes import Scene
from servanda.reading.times.anchors import DAY, Resolved
from servanda.reading.times.pages import Hit, hits_in, published_on
from servanda.reading.times.tenses import Tense
from servanda.reading.times.values import FUTURE, PAST, PRESENT, TimeKind

__all__ = ["Time", "deadline_in", "find_expressions", "find_times", "published_on"]

_BOUND = re.compile(
    r"\b(?P<word>since|until|till|up\sto|by|before|prior\sto|no\slater\sthan|not\slater\sthan|as\sof|starting|beginning|from)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
_DEADLINE = re.compile(
    r"\b(?:by|before|prior\sto|until|till|through|no\slater\sthan|not\slater\sthan)\s(?:as\s(?:early|late|soon)\sas\s)?(?:the\s)?\Z",
    re.IGNORECASE,
)
# Without one of its words no limit is set, and the stretch need not be read anew.
_LIMITING = re.compile(r"\b(?:by|before|prior|until|till|through|later)\s", re.IGNORECASE)
_WITHIN = re.compile(
    r"(?:within|in|over|during)\s(?:the\snext|the\scoming|no\smore\sthan|less\sthan|an?|\d|\w+\s(?:day|week|month|year))",
    re.IGNORECASE,
)
# What stands before the expression itself: "over the past decade", "within 90 days", "by early June".
_LEAD = re.compile(
    r"(?:(?:over|in|on|at|during|for|within|throughout|from|no\slater\sthan|in\sno\smore\sthan|in\sless\sthan)\s)+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """One expression of time.

    Attributes:
        span: its words, with the preposition that bounds it (`since 2006`, `by 2030`).
        when: the days meant; None where the words name a time but do not settle it (`recently`).
        reason: how it was worked out, or why it is open; empty where the words say it outright.
        core: its words alone (`2006`, `2030`).
        value: what those say, as `values.py` writes it: with their precision, and unbounded.
        kind: a date, a time of day, a length of time, or what comes again and again.
        ends: the two ends of a range, each with its place and its value.
    """

    span: Span
    when: When | None
    reason: str
    core: Span
    value: str
    kind: TimeKind = TimeKind.DATE
    ends: tuple[tuple[Span, str], ...] = ()


def find_expressions(scene: Scene, span: Span) -> tuple[Time, ...]:
    """All expressions of time in a stretch, lengths and single words (`now`, `former`) too; none overlaps another.

    Args:
        scene: the document; its day of publication is what relative words count from.
        span: the stretch to look through.
    """
    return tuple(_bounded(scene, span, hit) for hit in hits_in(scene, span))


def find_times(scene: Scene, span: Span, tense: Tense | None = None) -> tuple[Time, ...]:
    """The expressions in a stretch that say when, or that it is open when, in order.

    Args:
        scene: the document.
        span: the stretch to look through.
        tense: of the clause, where the caller knows better than the verbs around.
    """
    return tuple(_bounded(scene, span, hit) for hit in hits_in(scene, span, tense) if _says_when(scene.text, hit))


def _says_when(text: str, hit: Hit) -> bool:
    """Whether it is more than a length, or a single word such as `former` or `annual`."""
    meant, words = hit.resolved, hit.span.of(text).lower()
    if meant.when is not None:
        return True
    if meant.kind is TimeKind.LENGTH:
        return words.startswith("in ")
    is_word = words.replace("-", "").isalpha() and (meant.kind is TimeKind.REPEATED or meant.value in _NO_TIME)
    return not is_word or words in _SAYS_WHEN


_NO_TIME = frozenset({PAST, PRESENT, FUTURE})
_SAYS_WHEN = frozenset({"recently", "lately", "soon", "shortly"})


def deadline_in(scene: Scene, span: Span) -> Time | None:
    """The time by which something is to be done, or None where the stretch sets none.

    "By 2030" is the whole year, "before the end of the year" its last day, "within 90 days" from publication on.
    """
    if not _LIMITING.search(scene.text, span.start, span.end) and not _WITHIN.search(scene.text, span.start, span.end):
        return None
    # A limit lies ahead, whatever tense the promise is reported in ("agreed to finish by June").
    for hit in hits_in(scene, span, Tense.FUTURE):
        if hit.resolved.kind is TimeKind.REPEATED or not _says_when(scene.text, hit):
            continue
        lead = _DEADLINE.search(scene.text, max(span.start, hit.span.start - 24), hit.span.start)
        words = hit.span.of(scene.text)
        if lead:
            return _limit(scene, lead.group().lower(), Span(lead.start(), hit.span.end), hit)
        if _WITHIN.match(words) and hit.resolved.when is not None:
            return _time(scene, hit.span, hit, hit.resolved.when)
    return None


def _time(scene: Scene, span: Span, hit: Hit, when: When | None, reason: str = "") -> Time:
    meant: Resolved = hit.resolved
    return Time(
        span=span,
        when=when,
        reason=reason or meant.reason,
        core=_core(scene.text, hit.span),
        value=meant.value,
        kind=meant.kind,
        ends=meant.ends,
    )


def _core(text: str, span: Span) -> Span:
    lead = _LEAD.match(text, span.start, span.end)
    return Span(lead.end(), span.end) if lead and lead.end() < span.end else span


def _limit(scene: Scene, lead: str, span: Span, hit: Hit) -> Time:
    when = hit.resolved.when
    if (
        when is not None
        and lead.startswith(("before", "prior"))
        and "end" not in hit.span.of(scene.text).lower().split()
    ):
        return _time(scene, span, hit, When(when.start - DAY, when.start), hit.resolved.reason or "the day before it")
    return _time(scene, span, hit, when)


def _bounded(scene: Scene, span: Span, hit: Hit) -> Time:
    """The interval that the preposition makes of an expression."""
    when = hit.resolved.when
    lead = _BOUND.search(scene.text, max(span.start, hit.span.start - 20), hit.span.start)
    made = _interval(scene, lead["word"].lower(), when, hit.span.of(scene.text)) if lead and when else None
    if lead is None or made is None:
        return _time(scene, hit.span, hit, when)
    return _time(scene, Span(lead.start(), hit.span.end), hit, made)


def _interval(scene: Scene, word: str, when: When, words: str) -> When | None:
    day = published_on(scene)
    if day is None:
        return None
    if word in ("since", "as of", "starting", "beginning", "from"):
        return When.between(when.start, day) if word == "since" and when.start <= day else None
    end = when.start if word in ("before", "prior to") and "end" not in words.lower().split() else when.end
    return When(day, end) if end > day else None
