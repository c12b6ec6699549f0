"""Meetings on a journey: they were held in its days, where the text gives them no day of their own.

`Berg traveled to Chile and Peru on 4 and 5 May. In Chile, she met …`: a report on a journey dates the journey and then
tells its stations. A station that the journey's sentence does not name has no day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from servanda.codebook import ActorId, Span, When
from servanda.codebook.vocabulary import DocumentKind, EventType, OccasionStatus
from servanda.lexicon.names import load_names
from servanda.reading.occasions.main_days import BY_TEXT
from servanda.reading.occasions.sightings import Facts
from servanda.reading.occasions.venues import venue_of
from servanda.reading.scenes import Scene


def dated_by_journeys(scene: Scene, facts: Sequence[Facts]) -> list[Facts]:
    """The facts of a document, with the days of its journeys for the meetings on them.

    Args:
        scene: the document.
        facts: what each place says, in order.
    """
    journeys = [one for one in facts if _is_dated_journey(one)]
    if scene.document.kind is DocumentKind.NEWS or not journeys:
        return list(facts)
    return [_dated(scene, journeys, one) if _is_station(one) else one for one in facts]


def _is_dated_journey(facts: Facts) -> bool:
    told = facts.sighting.gathering.family == "visit" and facts.sighting.nominal is None
    return told and facts.status is OccasionStatus.HELD and facts.when is not None and not _is_by_text(facts)


def _is_station(facts: Facts) -> bool:
    """Whether a meeting was held on a day that its own words do not give."""
    meeting = facts.sighting.gathering.type is EventType.CONSULT and facts.sighting.gathering.family != "visit"
    return meeting and facts.status is OccasionStatus.HELD and (facts.when is None or _is_by_text(facts))


def _is_by_text(facts: Facts) -> bool:
    return facts.when is not None and facts.when[2].startswith(BY_TEXT)


def _dated(scene: Scene, journeys: Sequence[Facts], station: Facts) -> Facts:
    """A station with the days of the journey that led there; without the day of the text where none is known to."""
    venue = venue_of(scene, station.sighting.span)
    for journey in journeys:
        days = _days(scene, journey, venue)
        if venue and days is not None:
            return replace(station, when=days)
        if not venue and scene.paragraph_of(journey.sighting.span) == scene.paragraph_of(station.sighting.span):
            return replace(station, when=station.when or journey.when)
    return replace(station, when=None) if venue else station


def _days(scene: Scene, journey: Facts, venue: frozenset[ActorId]) -> tuple[When, Span, str] | None:
    """The days of a journey at one of its goals: the time right behind the goal, else those of the whole."""
    stretch = journey.sighting.stretch
    names = load_names().find(stretch.span.of(scene.text))
    goals = [stretch.span.start + at.end for at, known in names if known.id in venue]
    if not goals or journey.when is None:
        return None
    times = [time for time in stretch.times if time.when]
    behind = [time for time in times if time.span.start >= goals[-1]]
    if len(times) > 1 and behind and behind[0].when:
        return behind[0].when, behind[0].span, behind[0].reason
    return journey.when
