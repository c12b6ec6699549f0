"""Who takes part in an occasion: persons where they are named, else states and bodies.

A visit's destination is its place only. A possessive pronoun and "the two leaders" are worked out, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from servanda.codebook import ActorId, Reading
from servanda.codebook.vocabulary import ActorKind, EventType, OccasionKind
from servanda.reading.actors.references import Referent, parties_in_view, refer, state_of
from servanda.reading.occasions.delegations import companions_of
from servanda.reading.occasions.hosts import hosts_of, listed_behind
from servanda.reading.occasions.invitations import inviting
from servanda.reading.occasions.officials import UNNAMED
from servanda.reading.occasions.organs import without_organs
from servanda.reading.occasions.origins import described_by, struck_in
from servanda.reading.occasions.pronouns import AMONG_PEOPLE, author_under, meant_by_pronouns, people_before
from servanda.reading.occasions.rankings import ranked
from servanda.reading.occasions.rows import joined_to, present_for
from servanda.reading.occasions.sidelines import is_beside
from servanda.reading.occasions.sightings import Cast, Part, Sighting
from servanda.reading.occasions.strikes import withstood_by
from servanda.reading.occasions.subjects import AND, is_attended, is_hosted, is_led_with, subjects_of
from servanda.reading.occasions.titles import titled

_SITE = re.compile(r"\b(?:in|at|near)\s(?:the\s)?\Z")
_GOAL = re.compile(r"\b(?:to|in|for|visit\w*)\s(?:the\s)?\Z")
_GOALS = re.compile(r"\b(?:to|in)\s")
# "A visit to Chile by Peru's king"; what is built or led by somebody is no visit of theirs.
_BY = re.compile(r"(?<!ed)\sby\s(?:\w+\s){0,2}\Z")
_OWNERS = frozenset({"his", "her", "their"})
_OPENING = re.compile(
    r"[“\"]?(?:At|In|During|After|Following|Before|Ahead\sof|While\sat|Speaking)\s[^,;]{0,70}\Z|[“\"]?(?:At|In|During|After|Following|Before)\s\Z"
)
_JOINT = frozenset({"bilateral", "joint", "two", "both", "trilateral", "combined"})


def participants_of(sofar: Reading, sighting: Sighting) -> Part:
    """Those who take part, as far as the sentence says.

    Args:
        sofar: the reading with its actors.
        sighting: the occasion as the sentence names it.
    """
    if sighting.cast is not None:
        return _cast(sofar, sighting, sighting.cast)
    inside = without_organs(sofar, _inside(sighting))
    spoke = titled(sofar, sighting)
    if is_beside(sighting):
        met = _present(sofar, sighting)
        if met:
            return Part(actors=met, spans=(sighting.span,), reason="those who met beside it")
    named = (
        inside
        + _apposed(sofar, sighting)
        + hosts_of(sofar, sighting)
        + meant_by_pronouns(sofar, sighting)
        + listed_behind(sighting)
    )
    if sighting.gathering.family != "visit" or not named:
        named += _led_to(sighting)
    hosted = is_hosted(sighting)
    alone = len(ranked(sighting.stretch.scene.text, sofar, _actors(named))) < 2 or is_led_with(sighting) or hosted
    visited = sighting.gathering.family == "visit" and bool(named)
    held = sighting.gathering.kind in (OccasionKind.SUMMIT, OccasionKind.TALKS)
    if not alone and held and sighting.nominal and not _people_in(sofar, named):
        # "Berg and Ruto met for the Norway-Kenya summit": the persons stand for their states.
        people = [one for one in subjects_of(sofar, sighting, []) if _people_in(sofar, [one])]
        homes = {state_of(sofar, actor) for one in people for actor in one.actors}
        named += people if homes >= {actor for one in named for actor in one.actors} else []
    if alone and not visited and (sighting.nominal or not named):
        subjects = subjects_of(sofar, sighting, named)
        in_group = _is_of_group(sofar, inside) and not hosted
        named += [one for one in subjects if not in_group or (is_attended(sighting) and _people_in(sofar, [one]))]
    named += joined_to(sighting, named) + present_for(sighting) + inviting(sighting)
    named += (
        described_by(sighting) + struck_in(sighting) + withstood_by(sighting) + (spoke or author_under(sofar, sighting))
    )
    named = without_organs(sofar, named)
    actors = ranked(sighting.stretch.scene.text, sofar, _actors(named))
    spans = tuple(sorted({referent.span for referent in named}))
    reasons = dict.fromkeys(referent.reason for referent in named if referent.reason.startswith(("stands", "the ")))
    if not actors and sighting.nominal and _JOINT & set(sighting.nominal.lead):
        parties = parties_in_view(sighting.stretch.scene, sofar, sighting.span)
        return Part(actors=parties, spans=(sighting.span,), reason="the parties in view")
    return Part(actors=actors, spans=spans or (sighting.span,), reason="; ".join(reasons))


def _cast(sofar: Reading, sighting: Sighting, cast: Cast) -> Part:
    """Those whom the clause of a verb names."""
    along = companions_of(sighting.stretch.scene, sofar, sighting.span) if sighting.gathering.family == "visit" else ()
    beside = (*along, *listed_behind(sighting), *inviting(sighting))
    doing = (*_people_for(sofar, sighting, cast.doers), *cast.objects, *cast.others, *beside)
    named = without_organs(sofar, (*doing, *joined_to(sighting, doing)))
    theirs = frozenset(actor for one in named if one.reason == UNNAMED for actor in one.actors)
    actors = ranked(sighting.stretch.scene.text, sofar, _actors(named), kept=theirs)
    spans = tuple(sorted({one.span for one in named}))
    reasons = dict.fromkeys(one.reason for one in named if one.reason.startswith(("stands", "the ")))
    return Part(actors=actors, spans=spans or (sighting.span,), reason="; ".join(reasons))


def _people_for(sofar: Reading, sighting: Sighting, doers: tuple[Referent, ...]) -> list[Referent]:
    """The doers; "they" who meet or sign are persons where several are named just before."""
    text, found = sighting.stretch.scene.text, []
    for one in doers:
        plural = one.span.of(text).lower() in ("they", "both") and sighting.gathering.type in AMONG_PEOPLE
        found.append((people_before(sofar, sighting, one.span) if plural else None) or one)
    return found


def _present(sofar: Reading, sighting: Sighting) -> tuple[ActorId, ...]:
    """The persons of a sentence that tells what happened beside an assembly."""
    people = {actor.actor for actor in sofar.actors if actor.kind is ActorKind.PERSON}
    named = (actor for mention in sighting.stretch.mentions for actor in mention.actors if actor in people)
    return tuple(dict.fromkeys(named))


def _inside(sighting: Sighting) -> list[Referent]:
    """The mentions in the nominal or clause; where a visit or a summit is held is left out."""
    text = sighting.stretch.scene.text
    inside = [
        mention
        for mention in sighting.stretch.mentions
        if sighting.span.holds(mention.span) and not _SITE.search(text, sighting.span.start, mention.span.start)
    ]
    if sighting.gathering.family == "visit":
        start = sighting.nominal.head.end if sighting.nominal else max(sighting.span.start - 1, 0)
        goals = _GOALS if sighting.nominal else _GOAL
        people = sighting.stretch.homes
        leads = (
            (m, text[start : m.span.start])
            for m in inside
            if m.span.start >= start and not set(m.actors) <= set(people)
        )
        gone = [m for m, lead in leads if goals.search(lead) and not _BY.search(lead)]
        return [m for m in inside if m not in gone]
    if sighting.gathering.kind is OccasionKind.SUMMIT and sighting.nominal and len(inside) > 2:
        # "the Kenya-Norway Lima summit": what stands right before the noun is the place.
        return [m for m in inside if not 0 <= sighting.nominal.head.start - m.span.end <= 1]
    return inside


def _apposed(sofar: Reading, sighting: Sighting) -> list[Referent]:
    """Who is named behind the last words of a name, which describe somebody, and whose he is: `talks with [his] Chilean guest, [Eva Rojas]`."""
    stretch, end = sighting.stretch, sighting.span.end
    behind = next((m for m in stretch.mentions if m.span.start == end + len(", ")), None)
    if behind is None or not stretch.scene.text.startswith(", ", end) or not set(behind.actors) <= stretch.homes.keys():
        return []
    tree = stretch.scene.tree(stretch.span)
    node = tree.top(behind.span)
    head = tree.head(node) if node is not None and node.relation == "appos" else None
    if head is None or not sighting.span.holds(head.span):
        return []
    owners = (refer(stretch.scene, sofar, one.span) for one in tree.children(head, "nmod") if one.lower in _OWNERS)
    return [*(owner for owner in owners if owner is not None), behind]


def _actors(named: Iterable[Referent]) -> list[ActorId]:
    return [actor for referent in named for actor in referent.actors]


def _people_in(sofar: Reading, named: list[Referent]) -> set[ActorId]:
    people = {actor.actor for actor in sofar.actors if actor.kind is ActorKind.PERSON}
    return people & {actor for one in named for actor in one.actors}


def _is_of_group(sofar: Reading, inside: list[Referent]) -> bool:
    """Whether an alliance or another body of many states is named as its own: then no subject need be added."""
    kinds = {actor.actor: actor.kind for actor in sofar.actors}
    named = {actor for referent in inside for actor in referent.actors}
    return any(kinds.get(actor) in (ActorKind.BODY, ActorKind.GROUP) and "/" not in actor for actor in named)


def _led_to(sighting: Sighting) -> list[Referent]:
    """Whom the main clause is about, where the occasion opens the sentence (`After talks with Berg, Ruto …`)."""
    stretch, text = sighting.stretch, sighting.stretch.scene.text
    if sighting.gathering.type not in (EventType.CONSULT, EventType.SUPPORT) or not _OPENING.match(
        text, stretch.span.start, sighting.span.start
    ):
        return []
    comma = text.find(", ", sighting.span.end, min(stretch.span.end, sighting.span.end + 60))
    led: list[Referent] = []
    for mention in (m for m in stretch.mentions if 0 < comma < m.span.start):
        near = AND.fullmatch(text, led[-1].span.end, mention.span.start) if led else mention.span.start - comma <= 6
        if not near:
            break
        led.append(mention)
    return led
