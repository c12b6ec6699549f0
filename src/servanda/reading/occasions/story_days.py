"""The day of a report's news, for what its first paragraphs tell without a time of its own.

    Ministers met in Oslo on Monday. They signed [a pact on herring].

Only what states do together is dated so, and only where those paragraphs name one day shortly before publication. Of the
news coded by other readers three of four such occasions are of that day.
"""

from __future__ import annotations

from servanda.codebook import Span, When
from servanda.codebook.vocabulary import DocumentKind, EventType
from servanda.reading.occasions.sightings import Sighting
from servanda.reading.scenes import Scene
from servanda.reading.times.times import find_times, published_on

_OF_THE_DAY = frozenset(
    {
        EventType.CONSULT,
        EventType.AGREE,
        EventType.COOPERATE,
        EventType.THREATEN,
        EventType.SANCTION,
        EventType.CONCEDE,
        EventType.REJECT,
        EventType.SUPPORT,
        EventType.AID,
    }
)
_FIRST = 3
"""How many paragraphs, the title among them, tell the news."""
_LATEST = 4
"""How many days a report may come after its news."""
_OPENING = frozenset({"a", "an", "the", "their", "his", "her", "its", "this"})


def is_of_story(sighting: Sighting) -> bool:
    """Whether an occasion is a part of the news that a report opens with, and has no time of its own."""
    scene = sighting.stretch.scene
    if scene.document.kind is not DocumentKind.NEWS or sighting.gathering.type not in _OF_THE_DAY:
        return False
    if any(time.when for time in sighting.stretch.times):
        return False
    one = sighting.nominal is None or sighting.span.of(scene.text).split(maxsplit=1)[0].lower() in _OPENING
    return one and any(paragraph.holds(sighting.span) for paragraph in scene.paragraphs[:_FIRST])


def story_day(scene: Scene) -> tuple[When, Span, str] | None:
    """The one day shortly before publication that the first paragraphs name; None where they name none or several."""
    day = published_on(scene)
    times = [time for paragraph in scene.paragraphs[:_FIRST] for time in find_times(scene, paragraph)]
    near = [
        (time.when, time.span)
        for time in times
        if day and time.when and time.when.is_day and time.when.start and 0 <= (day - time.when.start).days <= _LATEST
    ]
    if len({when for when, _ in near}) != 1:
        return None
    return (*near[0], "the day of the news that the report opens with")
