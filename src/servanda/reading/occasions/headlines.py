"""Whether the headline of a report names an occasion that its text then tells: the two are one.

`Fiji-Samoa Summit`, and below it `the presidents of Fiji and Samoa will meet in May`. A headline says neither when nor, by its
tense, whether it is over, so that neither tells the two apart.
"""

from __future__ import annotations

from collections.abc import Sequence

from servanda.codebook.vocabulary import DocumentKind, EventType, OccasionStatus
from servanda.reading.occasions.sightings import Facts
from servanda.reading.scenes import Scene

_TITLE_AND_TEXT = 2
_OPENING = 2
_STATE = 3
_PAIR = 2
AHEAD = frozenset({OccasionStatus.PLANNED, OccasionStatus.HYPOTHETICAL})
"""What is yet to come."""


def is_headline(scene: Scene, facts: Facts) -> bool:
    """Whether the headline of a report tells an occasion by a verb."""
    told = facts.sighting.nominal is None and scene.document.kind is DocumentKind.NEWS
    return told and len(scene.paragraphs) >= _TITLE_AND_TEXT and scene.paragraphs[0].holds(facts.sighting.span)


def is_headline_of(scene: Scene, other: Facts, one: Facts) -> bool:
    """Whether the report's first paragraphs tell in other words what its headline told: a deed of the same sort by the same states."""
    if other.sighting.gathering.type is not one.sighting.gathering.type or not is_headline(scene, other):
        return False
    opening = scene.paragraphs[1 : _OPENING + 1]
    states = {actor for actor in other.part.actors if _is_state(actor)}
    homes = {one.sighting.stretch.home_of(actor) for actor in one.part.actors}
    return len(states) > 1 and states <= homes and any(part.holds(one.sighting.span) for part in opening)


def _is_state(actor: str) -> bool:
    return len(actor) == _STATE and actor.isupper()


def is_told_by(scene: Scene, group: Sequence[Facts], one: Facts) -> bool:
    """Whether a place is the first of the text that tells what its headline names: of the same sort, by the same parties."""
    if not all(_is_titled(scene, other) for other in group) or _is_titled(scene, one):
        return False
    return any(_is_of_sort(other, one) and _may_be_same(other, one) for other in group)


def _is_titled(scene: Scene, facts: Facts) -> bool:
    """Whether it stands in the headline of a report."""
    paragraphs = scene.paragraphs
    news = scene.document.kind is DocumentKind.NEWS and len(paragraphs) >= _TITLE_AND_TEXT
    return news and paragraphs[0].holds(facts.sighting.span)


def _is_of_sort(other: Facts, one: Facts) -> bool:
    """Whether both are deeds of one sort; a journey is no meeting."""
    ours, theirs = one.sighting.gathering, other.sighting.gathering
    if ours.type is not theirs.type:
        return False
    return ours.family == theirs.family or ours.type is not EventType.CONSULT


def _may_be_same(other: Facts, one: Facts) -> bool:
    """Whether the same parties are named, or one of the two places names none of its own."""
    if other.when and one.when and other.when[0].meets(one.when[0]) is None:
        return False
    ours, theirs = _homes(one), _homes(other)
    if ours and theirs:
        return len(ours & theirs) >= min(_PAIR, len(theirs))
    return bool(_head(one)) and _head(other) == _head(one)


def _homes(facts: Facts) -> set[str]:
    stretch = facts.sighting.stretch
    return {stretch.home_of(actor) or actor for actor in facts.part.actors}


def _head(facts: Facts) -> str:
    nominal = facts.sighting.nominal
    return nominal.head.of(facts.sighting.stretch.scene.text).lower() if nominal else ""
