"""When an occasion is, as one sentence says it."""

from __future__ import annotations

import re

from servanda.codebook import Span, When
from servanda.codebook.vocabulary import EventType, OccasionStatus
from servanda.reading.occasions.main_days import day_of_text
from servanda.reading.occasions.outlooks import counted_anew, is_spoken_of
from servanda.reading.occasions.sidelines import is_beside
from servanda.reading.occasions.sightings import Sighting
from servanda.reading.occasions.statuses import is_news, status_of
from servanda.reading.occasions.timings import (
    distance,
    is_aside_of,
    is_date,
    is_near,
    is_right_behind,
    is_told_of_another,
    lasting_since,
    shares_clause,
)
from servanda.reading.times.times import Time, find_times

_GOES_ON = re.compile(
    r"(?:They|He|She|The\s(?:two|leaders|ministers))\s(?:(?:will|would|are\sto)\s)?(?:then|also|later|afterwards|subsequently)\b|(?:Then|Later|Afterwards|Subsequently)\b"
)
_LENGTH = re.compile(r"(?:in|within|over)\s(?:\w+\s){1,4}(?:days|weeks|months|years|decades?)\Z", re.IGNORECASE)
_RECENT = frozenset({"recent", "previous", "past"})


def when_of(sighting: Sighting) -> tuple[When, Span, str] | None:
    """The days of an occasion, with the words that give them.

    A time in the nominal comes first, then the nearest one in its clause. A time that only dates a remark counts
    where the occasion is the place of the remark.
    """
    stretch = sighting.stretch
    if is_beside(sighting):
        return None
    lasting = lasting_since(sighting)
    if lasting is not None:
        return lasting
    # A time in the name is read on its own: "since last year's attack" dates the attack to last year, not since then.
    inner = [
        time
        for time in find_times(stretch.scene, sighting.span)
        if time.when and not is_told_of_another(sighting, time) and not _is_length(sighting, time)
    ]
    if not inner and sighting.nominal and _RECENT & set(sighting.nominal.lead):
        return None
    around = [time for time in stretch.times if is_date(time) and is_near(stretch, sighting.span, time)]
    around = [time for time in around if shares_clause(sighting, time)]
    if sighting.nominal and sighting.gathering.type is EventType.ASSAULT and not is_news(sighting):
        # An official text names attacks beside what was done today: only a time right behind dates them.
        around = [time for time in around if is_right_behind(sighting, time)]
    around = [time for time in around if not is_spoken_of(sighting, time) and not _is_length(sighting, time)]
    around = sorted(around, key=lambda time: (is_aside_of(sighting, time), distance(sighting.span, time)))
    found = next((time for time in (*inner, *around) if time.when), None)
    if found is None or found.when is None:
        return _carried(sighting) or day_of_text(sighting)
    # "The 2016 summit" that was held on 3 March: the narrower of two that agree.
    closer = (time for time in around if found in inner and time.when and time.when != found.when)
    exact = next((time for time in closer if time.when and time.when.within(found.when)), found)
    exact = counted_anew(sighting, exact)
    return exact.when or found.when, exact.span, exact.reason


def _is_length(sighting: Sighting, time: Time) -> bool:
    """Whether a time of what was held only says how long something took: `the third coup [in less than two years]`."""
    words = time.span.of(sighting.stretch.scene.text)
    return _LENGTH.match(words) is not None and status_of(sighting) is OccasionStatus.HELD


def _carried(sighting: Sighting) -> tuple[When, Span, str] | None:
    """The day of the sentence before, where this one goes on from it ("They will then sign …")."""
    scene, here = sighting.stretch.scene, sighting.stretch.span
    if not _GOES_ON.match(scene.text, here.start) or any(time.when for time in sighting.stretch.times):
        return None
    before = next((sentence for sentence in reversed(scene.sentences) if sentence.end <= here.start), None)
    days = [time for time in find_times(scene, before) if time.when and time.when.is_day] if before else []
    if len(days) != 1 or days[0].when is None:
        return None
    return days[0].when, days[0].span, f"the day of the sentence before; {days[0].reason}"
