"""The day of an encounter that the title of an official text names: the one that its first paragraphs tell of it.

`Readout of the Meeting with Ruto`, and below it `Berg and Ruto met yesterday`: the title has the day of yesterday, not that of
the text. Where the first paragraphs give no day, or several, the title keeps its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from servanda.codebook import Span, When
from servanda.codebook.vocabulary import DocumentKind, EventType, OccasionStatus
from servanda.reading.occasions.main_days import BY_TEXT
from servanda.reading.occasions.sightings import Facts
from servanda.reading.scenes import Scene

_FIRST = 3
"""How many paragraphs, the title among them, tell what the text is about."""
_LATEST = 14
"""How many days an official text may come after what it tells."""
_MOVING = frozenset({"visit"})


def dated_by_leads(scene: Scene, facts: Sequence[Facts]) -> list[Facts]:
    """The facts of a document, with the day that its first paragraphs tell for an encounter that the title names.

    Args:
        scene: the document.
        facts: what each place says, in order.
    """
    if scene.document.kind is DocumentKind.NEWS or len(scene.paragraphs) < _FIRST - 1:
        return list(facts)
    title, *leads = scene.paragraphs[:_FIRST]
    told = [one for one in facts if any(lead.holds(one.sighting.span) for lead in leads) and _is_dated(one)]
    return [_dated(one, told) if title.holds(one.sighting.span) and _is_by_text(one) else one for one in facts]


def _is_dated(one: Facts) -> bool:
    held = _is_encounter(one) and one.status is OccasionStatus.HELD and one.when is not None
    return held and not _is_by_text(one) and one.when is not None and one.when[0].is_day


def _is_encounter(one: Facts) -> bool:
    gathering = one.sighting.gathering
    return gathering.type is EventType.CONSULT and gathering.family not in _MOVING


def _is_by_text(one: Facts) -> bool:
    return _is_encounter(one) and one.when is not None and one.when[2].startswith(BY_TEXT)


def _dated(one: Facts, told: Sequence[Facts]) -> Facts:
    """The title's encounter with the one day of those below it that share somebody with it, or whose parties it leaves open."""
    if one.when is None:
        return one
    days: dict[When, tuple[When, Span, str]] = {
        other.when[0]: other.when for other in told if other.when and _may_be_one(one, other)
    }
    if len(days) != 1:
        return one
    (found,) = days.values()
    near = 0 < (one.when[0].start - found[0].start).days <= _LATEST
    return replace(one, when=found) if near else one


def _may_be_one(title: Facts, other: Facts) -> bool:
    """Whether one of the persons whom the title names takes part below; of states and bodies, whether theirs do."""
    people = {actor for actor in title.part.actors if actor in title.sighting.stretch.homes}
    if people:
        return bool(people & set(other.part.actors))
    return not title.part.actors or bool(_homes(title) & _homes(other))


def _homes(one: Facts) -> set[str]:
    stretch = one.sighting.stretch
    return {stretch.home_of(actor) or actor for actor in one.part.actors}
