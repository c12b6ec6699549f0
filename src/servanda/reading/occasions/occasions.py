"""Occasions: what the parties did together or to one another, once for each document.

Sentences are searched for nouns and verbs that name an occasion; the places that mean the same one are put together,
and its fullest name bears the record.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from servanda.codebook import ActorId, Occasion, Problem, Reading, Slot, Span, Spans, When, stated, unstated
from servanda.codebook.vocabulary import ActorKind, EventType, OccasionKind
from servanda.reading.occasions.days import when_of
from servanda.reading.occasions.domestic import is_domestic, is_no_encounter
from servanda.reading.occasions.forecasts import foretold
from servanda.reading.occasions.groups import group_facts
from servanda.reading.occasions.journeys import dated_by_journeys
from servanda.reading.occasions.leads import dated_by_leads
from servanda.reading.occasions.likely import find_likely, is_likely
from servanda.reading.occasions.main_days import BY_TEXT
from servanda.reading.occasions.nouns import find_in_nouns
from servanda.reading.occasions.papers import find_in_papers
from servanda.reading.occasions.participants import participants_of
from servanda.reading.occasions.places import place_of
from servanda.reading.occasions.retellings import completed
from servanda.reading.occasions.sightings import Facts, Part, Sighting, Told
from servanda.reading.occasions.statuses import status_of
from servanda.reading.occasions.verbs import find_in_verbs
from servanda.reading.reader import origin
from servanda.reading.scenes import Scene
from servanda.reading.stretches import Stretch, stretches_of

_ASSEMBLY = re.compile(r"\b(?:General Assembly|UNGA|General Debate)\b")
_FIRST_TIME = re.compile(r"(?<!\b[Ff]or )\bthe (?:first|second|third|last|only) time\b(?!.*\band\b)")
_HEADS = frozenset(
    {"president", "prime", "chancellor", "king", "emperor", "premier", "leader", "sultan", "emir", "crown"}
)


def read_occasions(scene: Scene, sofar: Reading) -> Iterable[Occasion | Problem]:
    """The occasions of a document, in the order of their names.

    Args:
        scene: the document.
        sofar: the reading with its actors.
    """
    facts = [_facts(sofar, sighting) for stretch in stretches_of(scene, sofar) for sighting in find_in(stretch, sofar)]
    groups = [
        group
        for group in group_facts(scene, dated_by_leads(scene, dated_by_journeys(scene, facts)))
        # The model has learned what is domestic.
        if not is_domestic(group) or all(is_likely(facts.sighting) for facts in group)
    ]
    told = [Told(group[0].sighting, _together(sofar, group)) for group in groups]
    for group, part in zip(groups, completed(scene, sofar, told), strict=True):
        yield _occasion(scene, sofar, group, part)


def find_in(stretch: Stretch, sofar: Reading) -> Iterator[Sighting]:
    """The sightings of one sentence, nouns before verbs, and those that only the trained model sees behind them."""
    read = tuple(_read_in(stretch, sofar))
    found = chain(read, find_likely(stretch, sofar, read))
    return (sighting for sighting in found if not is_no_encounter(sighting))


def _read_in(stretch: Stretch, sofar: Reading) -> Iterator[Sighting]:
    named = tuple(find_in_nouns(stretch))
    nouns = tuple(noun for noun in named if noun.gathering.family != "request")
    papers = tuple(find_in_papers(stretch))
    verbs = tuple(find_in_verbs(stretch, sofar, (*nouns, *papers)))
    nouns = tuple(noun for noun in nouns if not any(_is_lifted(told, noun) for told in verbs))
    # What became of a request says more than its noun.
    asked = (one for one in named if one not in nouns and not any(_covers(told, one) for told in verbs))
    return (one for one in chain(nouns, asked, papers, verbs) if not _only_counts(one))


def _only_counts(sighting: Sighting) -> bool:
    """Whether a clause only says that something told before was the first of its kind (`the first time that Chile has …`)."""
    stretch = sighting.stretch
    return _FIRST_TIME.search(stretch.scene.text[stretch.span.start : sighting.span.start]) is not None


def _is_lifted(told: Sighting, noun: Sighting) -> bool:
    """Whether a verb tells the end of what a noun names (`lifted the sanctions`)."""
    ended = told.gathering.type in (EventType.CONCEDE, EventType.RETREAT) and noun.gathering.family == "sanction"
    return ended and told.span.overlaps(noun.span)


def _covers(told: Sighting, noun: Sighting) -> bool:
    return told.span.overlaps(noun.span)


def _facts(sofar: Reading, sighting: Sighting) -> Facts:
    status, when = foretold(sighting, status_of(sighting), when_of(sighting))
    return Facts(
        sighting=sighting,
        part=participants_of(sofar, sighting),
        when=when,
        place=place_of(sighting),
        status=status,
    )


def _occasion(scene: Scene, sofar: Reading, group: Sequence[Facts], part: Part) -> Occasion:
    """The record of one group, whose first member bears the fullest name."""
    named = group[0]
    sighting = named.sighting
    place = next((facts.place for facts in group if facts.place), None)
    return Occasion(
        document=scene.document.id,
        type=stated(sighting.gathering.type, (sighting.span,)),
        kind=stated(_kind(sofar, sighting, _everyone(group)), (sighting.span,)),
        participants=stated(part.actors, part.spans, part.reason) if part.actors else unstated(),
        date=_date(group),
        place=stated(place.of(scene.text), (place,)) if place else unstated(),
        status=stated(_dated(group).status, (_dated(group).sighting.span,)),
        span=(sighting.span,),
        origin=replace(
            origin(sighting.rule, seen=all(is_likely(facts.sighting) for facts in group)),
            score=round(max(facts.sighting.score for facts in group), 2),
        ),
    )


def _dated(group: Sequence[Facts]) -> Facts:
    """The place that gives a date, since its tense is the surest; else the fullest name."""
    return next((facts for facts in group if facts.when), group[0])


def _everyone(group: Sequence[Facts]) -> tuple[ActorId, ...]:
    return tuple(dict.fromkeys(actor for facts in group for actor in facts.part.actors))


def _together(sofar: Reading, group: Sequence[Facts]) -> Part:
    """Who takes part by the place that tells the most persons, else by the first that tells anybody."""
    people = {actor.actor for actor in sofar.actors if actor.kind is ActorKind.PERSON}
    telling = next((facts for facts in group if len(people & set(facts.part.actors)) > 1), group[0])
    chosen = telling if telling.part.actors else next((facts for facts in group if facts.part.actors), telling)
    fuller = (
        facts for facts in group if set(facts.part.actors) > set(chosen.part.actors) and len(chosen.part.actors) == 1
    )
    return next(fuller, chosen).part


def _date(group: Sequence[Facts]) -> Slot[When]:
    """The narrowest of the dates given, where they do not contradict one another."""
    dated = [facts.when for facts in group if facts.when]
    if not dated:
        return unstated()
    # The day of publication, by which the text dates itself, gives way to a day that it names.
    when, span, reason = min(dated, key=lambda known: (known[2].startswith(BY_TEXT), known[0].end - known[0].start))
    return stated(when, _once((span,)), reason)


def _once(spans: Iterable[Span]) -> Spans:
    return tuple(dict.fromkeys(spans))


def _kind(sofar: Reading, sighting: Sighting, actors: tuple[ActorId, ...]) -> OccasionKind:
    """Talks of two heads of state or government are a summit."""
    kind = sighting.gathering.kind
    if kind is OccasionKind.TALKS and _ASSEMBLY.search(sighting.span.of(sighting.stretch.scene.text)):
        return OccasionKind.FORUM
    if kind is not OccasionKind.TALKS or sighting.gathering.family != "meeting":
        return kind
    leading = [actor for actor in sofar.actors if actor.actor in actors and _leads(actor.office.value, actor.name)]
    return OccasionKind.SUMMIT if len(leading) > 1 else kind


def _leads(office: str | None, name: str) -> bool:
    words = (office or name).lower().split()
    return bool(_HEADS & set(words)) and "vice" not in words and "deputy" not in words
