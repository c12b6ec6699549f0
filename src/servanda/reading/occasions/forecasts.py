"""What the days of an occasion say of its status: what lies ahead of the text is planned, and what it looks back on was held.

A text is dated by a day or two off, across the date line or when it went online: so near, its verb decides.
"""

from __future__ import annotations

import re
from datetime import date

from servanda.codebook import Span, When
from servanda.codebook.vocabulary import OccasionStatus
from servanda.reading.occasions.outlooks import outlook_of
from servanda.reading.occasions.sightings import Sighting
from servanda.reading.times.tenses import Tense
from servanda.reading.times.times import find_times, published_on

_Told = tuple[When, Span, str]
"""Days, the words for them and how they were worked out."""
_SLACK = 2
_YEAR = 366
_LATER = re.compile(
    r"later\s(?:this\s(?:week|month|quarter|spring|summer|autumn|fall|winter|year|decade)|in\s(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_HELPERS = frozenset({"was", "were", "has", "have", "had"})
_MEANT = re.compile(
    r"\b(?:to\sbe|due|set\sto|slated|scheduled|planned|expected|supposed|next|upcoming|ahead|prepar\w+|hop\w+|agreed\sto|(?:would|[’']d)\s(?:\w+\s)?like"
    r"|look\w*\sforward|await\w*|plans?|promis\w+|foreseen|pencil\w+|invit\w+)\b",
    re.IGNORECASE,
)
_UNDONE = re.compile(
    r"\b(?:postpon\w+|delay\w*|cancel\w*|scrap\w*|shelv\w+|abandon\w*|never|resched\w+)\b", re.IGNORECASE
)
"""A plan that came to nothing is still one, of the day that it was meant for."""


def foretold(sighting: Sighting, status: OccasionStatus, when: _Told | None) -> tuple[OccasionStatus, _Told | None]:
    """The status and days of an occasion, where the two allow one another.

    Args:
        sighting: the occasion as its sentence names it.
        status: as the words say it.
        when: its days, the words for them and the reason; None where the text gives none.
    """
    day = published_on(sighting.stretch.scene)
    if day is None or when is None:
        return status, when
    when = _rest(sighting, when, day)
    if status is OccasionStatus.PLANNED:
        return _behind(sighting, when, day) if (day - when[0].end).days > _SLACK else (status, when)
    if status is OccasionStatus.HELD and _is_later(sighting.stretch.scene.text, when[1]):
        return OccasionStatus.PLANNED, when
    return _ahead(sighting, status, when, day) if when[0].start > day else (status, when)


def _behind(sighting: Sighting, when: _Told, day: date) -> tuple[OccasionStatus, _Told]:
    """What is over was held, unless its words still mean or drop it; what they mean is of the next day of that name."""
    words = sighting.stretch.span.of(sighting.stretch.scene.text)
    if _UNDONE.search(words):
        return OccasionStatus.PLANNED, when
    if _MEANT.search(words):
        return OccasionStatus.PLANNED, _next(sighting, when, day)
    return OccasionStatus.HELD, when


def _next(sighting: Sighting, when: _Told, day: date) -> _Told:
    """Of what is meant to be, the days to come where its words can mean them: `preparations for a summit in May`."""
    stretch, (_, span, reason) = sighting.stretch, when
    ahead = (time.when for time in find_times(stretch.scene, stretch.span, Tense.FUTURE) if time.span == span)
    near = (it for it in ahead if it and 0 <= (it.start - day).days <= _YEAR)
    return next(((it, span, reason) for it in near), when)


def _rest(sighting: Sighting, when: _Told, day: date) -> _Told:
    """Of a time that is called later only what is yet to come: `later in 2030`."""
    stretch, (_, span, reason) = sighting.stretch, when
    if not _is_later(stretch.scene.text, span):
        return when
    ahead = (time.when for time in find_times(stretch.scene, stretch.span, Tense.FUTURE) if time.span == span)
    return next(((When(max(day, it.start), it.end), span, reason) for it in ahead if it and it.end > day), when)


def _ahead(sighting: Sighting, status: OccasionStatus, when: _Told, day: date) -> tuple[OccasionStatus, _Told | None]:
    """What is to come is planned; a day to come beside what was done or goes on is the one before, or of something else."""
    if status is OccasionStatus.HELD and not _is_told(sighting):
        return OccasionStatus.PLANNED, when
    if status not in {OccasionStatus.HELD, OccasionStatus.ONGOING} or (when[0].start - day).days <= _SLACK:
        return status, when
    stretch, (_, span, reason) = sighting.stretch, when
    behind = (time.when for time in find_times(stretch.scene, stretch.span, Tense.PAST) if time.span == span)
    return status, next(((it, span, reason) for it in behind if it and it.end <= day), None)


def _is_later(text: str, time: Span) -> bool:
    """`later this year`, `later in 2030`."""
    return _LATER.match(text, time.start) is not None or _LATER.match(text, max(0, time.start - 9)) is not None


def _is_told(sighting: Sighting) -> bool:
    """Whether a verb that looks back tells it: `signed a plan for next year`."""
    if sighting.anchor is None:
        return False
    tree = sighting.stretch.scene.tree(sighting.stretch.span)
    verb = tree.at(sighting.anchor.start)
    helped = verb is not None and any(one.lower in _HELPERS for one in tree.children(verb, "aux"))
    return helped or outlook_of(sighting) is Tense.PAST
