"""Whether an occasion took place: held, going on, planned or only imagined, as one sentence says it."""

from __future__ import annotations

import re

from servanda.codebook import Span
from servanda.codebook.vocabulary import DocumentKind, EventType, OccasionStatus
from servanda.reading.occasions.outlooks import is_timetabled
from servanda.reading.occasions.sidelines import is_beside
from servanda.reading.occasions.sightings import Sighting
from servanda.reading.occasions.suppositions import is_known, is_supposed
from servanda.reading.occasions.timings import is_near, is_right_behind, lasting_since
from servanda.reading.times.tenses import Tense, tense_of
from servanda.reading.times.times import find_times, published_on

_DONE = re.compile(r"(?:With|Following|After|Since|Upon)\s(?:the\s)?")
_PUT_OFF = frozenset(
    {"postpone", "postpones", "postponed", "postponing", "delay", "delayed", "rescheduled", "defer", "deferred"}
)
_CANCELLED = frozenset({"cancel", "cancels", "cancelled", "canceled", "cancelling", "scrapped", "skipped", "boycotted"})
_MOVES = frozenset({"withdrawal", "visit", "exercise", "deployment"})
_ANNOUNCING = frozenset(
    {"announce", "announces", "announced", "announcing", "plan", "plans", "planned", "order", "ordered"}
)
_PLANNED = frozenset(
    {
        "upcoming",
        "planned",
        "next",
        "forthcoming",
        "envisioned",
        "scheduled",
        "future",
        "proposed",
        "coming",
        "expected",
    }
)
_ONGOING = frozenset({"ongoing", "continuing", "current", "continued"})
_IMAGINED = frozenset({"possible", "potential", "any", "hypothetical", "eventual", "imminent"})
_IF = re.compile(
    r"\b(?:[Ii]f|[Ii]n\sthe\s(?:event|case)\s(?:of|that)|[Ii]n\scase\sof|could|may|might|speculations?\sover|possibility\sof|whether|willing\sto|ready\sto|open\sto|hopes?\sfor|refus\w+|vot(?:e|es|ed|ing)\s(?:for|on|to|against)|in\sfavou?r\sof|prospect\sof|risks?\sof|threats?\sof|fears?\sof|avoid\w*|prevent\w*|deter\w*|demand\w*|favou?r\w*|propos\w+|consider\w*|rul(?:e|ed|ing)\sout|oppos\w+|warn\w*\s(?:of|against))\s(?:\S+\s){0,6}\Z"
)
_WANTED = re.compile(
    r"\b(?:call\w*|urg\w*|push\w*|hop\w*|plan\w*|prepar\w*|ahead|agreed|priorit\w*|agenda|preparation\w*|run-up|invit\w*|look\w*\sforward)\s(?:\S+\s){0,2}(?:for|of|to|on)\s(?:\S+\s){0,2}\Z"
)

_CONTINUES = re.compile(
    r"\s(?:(?:is|are)\s(?:now\s|still\s|already\s|currently\s)?(?:under\s?way|ongoing|continuing)|continues?|persists?|go(?:es)?\son)\b"
)
_ON_THE_WAY = re.compile(r"\b(?:is|are)\s(?:currently\s|now\s)?on\s\Z")
_IN_TOWN_FOR = re.compile(
    r"\b(?:is|are)\s(?:currently\s|now\s)?in\s[A-Z][\w’'.-]+(?:,?\s[A-Z][\w’'.-]+){0,3},?\s(?:for|to\sattend|attending)\s(?:the\s|a\s|an\s)?\Z"
)
_CAME_FOR = frozenset({"meeting", "forum"})
_SET_DOWN = re.compile(
    r"\s(?:(?:is|are|was|were|has\sbeen|had\sbeen)\s)?(?:being\s)?(?:foreseen|envisaged|envisioned|slated|scheduled|pencill?ed\sin|set\sdown)\b|\s(?:is|are)\sbeing\s(?:arranged|planned|prepared|organi[sz]ed|discussed)\b"
    r"|\s(?:is|are)\s(?:due|expected|planned|likely|imminent)\b|\smust\s(?:be\sheld|begin|start|follow)\b"
)
"""What is told of an occasion behind its name, before it takes place."""
_ENDING = re.compile(r"\b(?:stop|end|ceas|halt|continu|fund|wag|su(?:stain|pport))\w*\s(?:\S+\s){0,3}\Z")
_AWAITED = re.compile(
    r"\blook\w*\sforward\sto\s(?:(?!\b(?:after|following|since|building|implement\w*|outcomes?|results?|made|held)\b)[^.;]){0,90}\Z"
)
"""What is looked forward to, though words stand between."""


def is_news(sighting: Sighting) -> bool:
    """Whether a report tells it, and not a text of governments."""
    return sighting.stretch.scene.document.kind is DocumentKind.NEWS


def status_of(sighting: Sighting) -> OccasionStatus:
    """Held, unless its modifiers, the tense or a condition say otherwise."""
    if sighting.status is not None:
        timetabled = sighting.status is OccasionStatus.HELD and is_timetabled(sighting)
        return OccasionStatus.PLANNED if timetabled else sighting.status
    scene, span = sighting.stretch.scene, sighting.span
    lead = set(sighting.nominal.lead) if sighting.nominal else set()
    fate = _fate(sighting)
    if fate is not None:
        return fate
    before = scene.text[sighting.stretch.span.start : span.start]
    if lead & _IMAGINED or _IF.search(before) or is_supposed(sighting):
        return OccasionStatus.HYPOTHETICAL
    if is_beside(sighting) or lasting_since(sighting):
        return OccasionStatus.ONGOING
    if lead & _ONGOING or _goes_on(sighting) or _CONTINUES.match(scene.text, span.end) or _is_there(sighting, before):
        return OccasionStatus.ONGOING
    if _DONE.fullmatch(before):
        return OccasionStatus.HELD
    if _is_announced(sighting):
        return OccasionStatus.PLANNED
    awaited = _WANTED.search(before) or _AWAITED.search(before) or _is_set_down(sighting)
    if lead & _PLANNED or sighting.gathering.name == "resumption" or awaited:
        return OccasionStatus.PLANNED
    return _of_tense(sighting, before) if _is_ahead(sighting) else OccasionStatus.HELD


def _is_there(sighting: Sighting, before: str) -> bool:
    """Whether somebody is on a journey or has come for an assembly: `Berg is on [a visit]`, `Berg, who is in Lima for [the summit]`."""
    if sighting.gathering.family == "visit":
        return _ON_THE_WAY.search(before) is not None
    return sighting.gathering.family in _CAME_FOR and _IN_TOWN_FOR.search(before) is not None


def _of_tense(sighting: Sighting, before: str) -> OccasionStatus:
    """Planned, in a sentence that looks ahead; but an attack is not planned by whoever speaks of what is to follow."""
    nominal = sighting.nominal
    if nominal is None or sighting.gathering.type is not EventType.ASSAULT or sighting.stretch.times:
        return OccasionStatus.PLANNED
    if not is_known(sighting, nominal):
        return OccasionStatus.HYPOTHETICAL
    return OccasionStatus.ONGOING if _ENDING.search(before) else OccasionStatus.HELD


def _is_set_down(sighting: Sighting) -> bool:
    """Whether the words behind its name say when it is to be; attacks are set down by nobody who tells of them."""
    behind = _SET_DOWN.match(sighting.stretch.scene.text, sighting.span.end)
    return behind is not None and sighting.gathering.type is not EventType.ASSAULT


def _is_announced(sighting: Sighting) -> bool:
    """Whether somebody only announces a movement or journey: `announced a complete withdrawal`."""
    if sighting.nominal is None or sighting.gathering.family not in _MOVES:
        return False
    tree = sighting.stretch.scene.tree(sighting.stretch.span)
    head = tree.at(sighting.nominal.head.start)
    verb = tree.head(head) if head is not None and head.relation == "obj" else None
    return verb is not None and verb.lower in _ANNOUNCING


def _fate(sighting: Sighting) -> OccasionStatus | None:
    """What the verb over a noun says became of it: `cancelled the visit`, `the talks were postponed`."""
    if sighting.nominal is None or sighting.gathering.type is not EventType.CONSULT:
        return None
    tree = sighting.stretch.scene.tree(sighting.stretch.span)
    head = tree.at(sighting.nominal.head.start)
    verb = tree.head(head) if head is not None else None
    if head is None or verb is None or head.relation not in {"obj", "nsubj"}:
        return None
    if verb.lower in _PUT_OFF:
        return OccasionStatus.PLANNED
    return OccasionStatus.HYPOTHETICAL if verb.lower in _CANCELLED else None


def _goes_on(sighting: Sighting) -> bool:
    """A war or campaign that is given no time is still fought; one with a proper name is history."""
    nominal = sighting.nominal
    if (
        nominal is None
        or sighting.gathering.family != "attack"
        or any(time.when for time in find_times(sighting.stretch.scene, sighting.span))
    ):
        return False
    if sighting.gathering.name == "war":
        return not sighting.stretch.times and nominal.head.of(sighting.stretch.scene.text).islower()
    # In the texts of governments: "Russia's assault on Ukraine", without a day.
    owned = any(word.endswith(("'s", "s'")) for word in nominal.lead) or "its" in nominal.lead
    return (
        owned and not is_news(sighting) and not any(is_right_behind(sighting, time) for time in sighting.stretch.times)
    )


def _is_ahead(sighting: Sighting) -> bool:
    """Whether it lies ahead: by its date where one stands in its clause, else by the tense."""
    scene = sighting.stretch.scene
    day = published_on(scene)
    dated = [time for time in sighting.stretch.times if time.when and is_near(sighting.stretch, sighting.span, time)]
    when = dated[0].when if dated else None
    if day and when and (when.start > day or when.end < day):
        return when.start > day
    place = sighting.nominal.head if sighting.nominal else Span(sighting.span.end - 1, sighting.span.end)
    return tense_of(scene, place) is Tense.FUTURE
