"""The day of what a document is about, for an occasion that is told without a time of its own."""

from __future__ import annotations

import re

from servanda.codebook import Span, When
from servanda.codebook.vocabulary import DocumentKind, EventType, OccasionStatus
from servanda.reading.occasions.sightings import Sighting
from servanda.reading.occasions.statuses import status_of
from servanda.reading.occasions.story_days import is_of_story, story_day
from servanda.reading.occasions.timings import dates_remark, is_venue
from servanda.reading.scenes import Scene
from servanda.reading.times.times import find_times, published_on

_REPORTING = re.compile(
    r"\s(?:\w+ly\s)?(?:said|announced|warned|stressed|underlined|underscored|reiterated|reaffirmed|called|urged|told|vowed|pledged|voiced|expressed|declared|rejected|condemned|welcomed)\b"
)
# A title that looks back over years or ahead names nothing of the day.
_LOOKING_AWAY = re.compile(
    r"\b(?:anniversary|anniversaries|previews?|ahead|remembrance|day|since|years?)\b", re.IGNORECASE
)
BY_TEXT = "what the text is about"
"""How the reason for a day begins that no word of the occasion gives."""


def day_of_text(sighting: Sighting) -> tuple[When, Span, str] | None:
    """The main day of the document, where the occasion is what it reports."""
    scene, stretch = sighting.stretch.scene, sighting.stretch
    if status_of(sighting) is not OccasionStatus.HELD:
        return None
    if sighting.gathering.type is EventType.ASSAULT and not _is_topic(sighting):
        return None
    if _is_aside(sighting):
        return None
    kind = scene.document.kind
    if (kind in (DocumentKind.READOUT, DocumentKind.INSTRUMENT) and _opens(sighting)) or _is_spoken_at(sighting):
        day = published_on(scene)
        return (When.day(day), sighting.span, f"{BY_TEXT}; the day of publication") if day else None
    if scene.document.kind is DocumentKind.RELEASE and (_is_made(sighting) or _is_topic(sighting)):
        return _day_of_release(scene)
    if is_venue(stretch, sighting.span) or _is_story(sighting):
        return main_day(scene) or story_day(scene)
    return story_day(scene) if is_of_story(sighting) else None


def _is_spoken_at(sighting: Sighting) -> bool:
    """Whether the title of a transcript says at which occasion the words fell: `Remarks at the Summit of the Lakes`."""
    scene = sighting.stretch.scene
    titled = any(title.holds(sighting.span) for title in scene.paragraphs[:1])
    return titled and scene.document.kind is DocumentKind.TRANSCRIPT and sighting.nominal is not None


def _is_aside(sighting: Sighting) -> bool:
    """Whether a deed is only named by the way, by a gerund: `unjust acts such as [cutting off the gas]`."""
    if sighting.nominal is not None or sighting.anchor is None:
        return False
    tree = sighting.stretch.scene.tree(sighting.stretch.span)
    verb = tree.at(sighting.anchor.start)
    return verb is not None and verb.fine == "VBG" and not tree.children(verb, "aux")


def _is_story(sighting: Sighting) -> bool:
    """Whether one of the first paragraphs of a report tells an encounter as its news: who met whom, with no other time by it."""
    scene, stretch = sighting.stretch.scene, sighting.stretch
    told = sighting.gathering.family in ("meeting", "call") and sighting.nominal is None
    if not told or any(time.when for time in stretch.times) or scene.document.kind is not DocumentKind.NEWS:
        return False
    return any(paragraph.holds(sighting.span) for paragraph in scene.paragraphs[:4])


def _is_made(sighting: Sighting) -> bool:
    """Whether a verb tells the making of a paper and no time stands with it."""
    told = sighting.gathering.family in ("agreement", "signing") and sighting.nominal is None
    return told and not any(time.when for time in sighting.stretch.times)


def _is_topic(sighting: Sighting) -> bool:
    """Whether it is what the title of a statement is about, of whose day the text then tells: `Statement on the Expulsion of …`."""
    scene = sighting.stretch.scene
    title = scene.paragraphs[0]
    if scene.document.kind is not DocumentKind.RELEASE or not title.holds(sighting.span):
        return False
    return not any(time.when for time in sighting.stretch.times) and not _LOOKING_AWAY.search(title.of(scene.text))


def _day_of_release(scene: Scene) -> tuple[When, Span, str] | None:
    """The day of publication, where the first paragraphs of a release date their news to it (`today`)."""
    day = published_on(scene)
    times = (time for paragraph in scene.paragraphs[:3] for time in find_times(scene, paragraph))
    found = next((time for time in times if day and time.when == When.day(day)), None)
    return (found.when, found.span, f"{BY_TEXT}; the day of publication") if found and found.when else None


def _opens(sighting: Sighting) -> bool:
    """Whether the title names it, or a verb of the first paragraphs tells it; what a readout tells as made was made then."""
    if _is_made(sighting):
        return True
    leading = sighting.stretch.scene.paragraphs[: 1 if sighting.nominal else 3]
    return any(paragraph.holds(sighting.span) for paragraph in leading)


def main_day(scene: Scene) -> tuple[When, Span, str] | None:
    """The day that the report's first paragraphs date their news to; None where they date it to none."""
    for paragraph in scene.paragraphs[:3]:
        for time in find_times(scene, paragraph):
            behind = scene.text[time.span.end : min(paragraph.end, time.span.end + 24)]
            reported = dates_remark(scene, paragraph, time) or _REPORTING.match(behind)
            if time.when and time.when.is_day and reported:
                return time.when, time.span, f"the day that the report dates its news to; {time.reason}"
    return None
