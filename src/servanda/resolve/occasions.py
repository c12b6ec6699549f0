"""Which occasions of several documents are one: the same parties, the same kind, one time, and nothing against it.

Two summits of the same presidents in one year are two; the press conference, the lunch and the signing beside a summit
are occasions of their own; what one text announces and another tells as held is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from servanda.codebook import Document, DocumentId, Reading, RecordId, When
from servanda.codebook.vocabulary import EventType, OccasionKind
from servanda.resolve.clusters import Match
from servanda.resolve.days import closeness, months_of
from servanda.resolve.sides import (
    Sides,
    Wording,
    actors_of,
    are_other_people,
    names_of_persons,
    sides_of,
    wording_of,
)

SURE = 0.8

_MEETINGS = frozenset({OccasionKind.SUMMIT, OccasionKind.TALKS})
_FORUMS = frozenset({OccasionKind.SUMMIT, OccasionKind.FORUM})
_STAGES = frozenset({"lunch", "luncheon", "dinner", "breakfast", "restricted", "expanded", "plenary", "session", "welcome", "ceremony", "press", "pull", "aside", "sidelines", "ministerial"})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """An occasion as one document names it, with what it is compared by.

    Attributes:
        id: id of the record.
        document: the document's id.
        kind: the plain noun.
        type: the event type.
        sides: who took part.
        wording: the words of its name.
        date: when, where it is stated.
        place: where, in lower case; empty where it is not stated.
        outlet: who published the document; one outlet follows one clock.
    """

    id: RecordId
    document: DocumentId
    kind: OccasionKind | None
    type: EventType | None
    sides: Sides
    wording: Wording
    date: When | None
    place: str
    outlet: str | None


def sightings_of(document: Document, reading: Reading) -> Iterator[Sighting]:
    """The occasions of one document."""
    actors = actors_of(reading)
    persons = names_of_persons(actors)
    for occasion in reading.occasions:
        yield Sighting(
            id=occasion.id,
            document=document.id,
            kind=occasion.kind.value,
            type=occasion.type.value,
            sides=sides_of(occasion.participants.value or (), actors),
            wording=wording_of(document, occasion.span, persons),
            date=occasion.date.value,
            place=(occasion.place.value or "").casefold().removeprefix("the "),
            outlet=document.outlet,
        )


def keys_of(sighting: Sighting) -> Iterator[str]:
    """The keys under which an occasion may meet others: its parties or its name, with its months."""
    if sighting.date is None:
        return
    family = _family(sighting.kind)
    names = [f"{one} {other}" for one, other in combinations(sorted(sighting.sides.states)[:6], 2)]
    names += sorted(sighting.wording.proper | sighting.wording.bodies)
    if len(sighting.sides.states) == 1 and sighting.kind in _ALONE:
        names += [f"{min(sighting.sides.states)} alone"]
    for month in months_of(sighting.date):
        yield from (f"{family} {name} {month}" for name in names)


def compare_occasions(one: Sighting, other: Sighting) -> Match | None:
    """How sure it is that two records are one occasion; None where nothing speaks for it."""
    if one.date is None or other.date is None or is_apart(one, other):
        return None
    kind = _kinds(one, other)
    time, when = closeness(one.date, other.date, _clocks(one, other))
    time = time if time > _WEEK or one.kind in _RARE else time * 0.9
    parties, who = _parties(one, other)
    if not kind or not time or not parties:
        return None
    score = kind * time * parties
    here = _places(one, other)
    score = min(1.0, score * 1.05) if here else score
    first, second = sorted((one.id, other.id))
    reason = "; ".join(part for part in (who, when, here) if part)
    return Match(one=first, other=second, score=round(score, 3), reason=reason)


def is_apart(one: Sighting, other: Sighting) -> bool:
    """Whether two records are known to be two occasions."""
    if one.document == other.document:
        return one.wording != other.wording or one.date != other.date
    if are_other_people(one.sides, other.sides):
        return True
    if one.wording.ordinals and other.wording.ordinals and one.wording.ordinals.isdisjoint(other.wording.ordinals):
        return True
    if one.date is not None and other.date is not None:
        return not closeness(one.date, other.date, _clocks(one, other))[0]
    return False


_ALONE = frozenset({OccasionKind.EXERCISE, OccasionKind.APPOINTMENT})
_RARE = frozenset(
    {OccasionKind.SUMMIT, OccasionKind.VISIT, OccasionKind.EXERCISE, OccasionKind.FORUM, OccasionKind.CEREMONY}
)
_WEEK = 0.9


def _clocks(one: Sighting, other: Sighting) -> frozenset[str]:
    """Whose clocks may have been meant: of the same parties, in texts of two outlets."""
    same = one.sides.states & other.sides.states
    return frozenset() if one.outlet == other.outlet or len(same) < 2 else same


def _family(kind: OccasionKind | None) -> str:
    """Kinds under which one occasion may be told by two documents."""
    return "meeting" if kind in _MEETINGS | _FORUMS else str(kind)


def _kinds(one: Sighting, other: Sighting) -> float:
    """How well two kinds go together; 0 where one is a stage of the other, or something else."""
    stages = one.wording.common & _STAGES, other.wording.common & _STAGES
    if stages[0] != stages[1]:
        return 0.0
    if one.kind is other.kind:
        if one.type is not other.type and None not in (one.type, other.type):
            return 0.0
        return 1.0 if one.kind is not OccasionKind.OTHER or _share_a_word(one, other) else 0.8
    kinds = {one.kind, other.kind}
    if kinds == _MEETINGS:
        return 0.95
    return 0.95 if kinds == _FORUMS and _names(one, other)[0] else 0.0


def _parties(one: Sighting, other: Sighting) -> tuple[float, str]:
    """How well the parties go together, with the reason; a name of its own may stand for them."""
    mine, theirs = one.sides.states, other.sides.states
    shared = mine & theirs
    told = ", ".join(sorted(shared))
    named, apart = _names(one, other)
    if named and (shared or not mine or not theirs) and _may_share_a_name(one, other):
        return 0.95, f"both name {named}" + (f", with {told}" if told else "")
    people = one.sides.people & other.sides.people
    weight = 0.75 if apart else 1.0
    if len(shared) >= 2 and mine == theirs:
        return weight * (1.0 if people else 0.93), f"the same parties, {', '.join(sorted(people)) or told}"
    if len(shared) >= 2 and (mine <= theirs or theirs <= mine) and len(mine ^ theirs) == 1 and _is_state(mine ^ theirs):
        return weight * 0.83, f"the parties of one, {told}, are among the other's"
    if len(shared) == 1 and mine == theirs and one.kind in _ALONE:
        return weight * 0.85, f"the same party, {told}"
    return 0.0, ""


def _may_share_a_name(one: Sighting, other: Sighting) -> bool:
    """Whether one name is one occasion: not of deals under one heading, nor of a body's summit beside that with a state."""
    mine, theirs = one.sides.states, other.sides.states
    if one.kind is OccasionKind.OTHER and not (mine <= theirs or theirs <= mine):
        return False
    with_states = bool(one.wording.states), bool(other.wording.states)
    return with_states[0] == with_states[1] or bool(one.wording.proper & other.wording.proper)


def _is_state(states: Iterable[str]) -> bool:
    return all(state.isupper() for state in states)


def _share_a_word(one: Sighting, other: Sighting) -> bool:
    """Whether the names have a telling word in common: an attack is not the war that it is part of."""
    words = one.wording.common | one.wording.proper
    return not words.isdisjoint(other.wording.common | other.wording.proper)


def _names(one: Sighting, other: Sighting) -> tuple[str, bool]:
    """The name that both have, and whether one has a name that the other lacks."""
    mine, theirs = _name(one, other), _name(other, one)
    shared = mine & theirs
    alike = bool(shared) and len(shared) / len(mine | theirs) >= _ALIKE
    return ", ".join(sorted(shared)) if alike else "", not alike and bool(mine or theirs)


def _name(one: Sighting, other: Sighting) -> frozenset[str]:
    """What names an occasion by itself: bodies, and words in capitals that are neither place nor party."""
    places = set(f"{one.place} {other.place}".replace(",", " ").split())
    return (
        (one.wording.bodies - one.sides.states - other.sides.states)
        | frozenset(word for word in one.wording.proper if len(word) > 2 and word not in places)
        | (one.wording.bodies & one.sides.states & other.sides.states)
    )


_ALIKE = 0.6


def _places(one: Sighting, other: Sighting) -> str:
    if one.place and other.place and (one.place in other.place or other.place in one.place):
        return f"both in {min(one.place, other.place, key=len).title()}"
    return ""
