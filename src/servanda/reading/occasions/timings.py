"""Which times of a sentence stand with an occasion: near its name and in its clause, not those that date something else."""

from __future__ import annotations

import re

from servanda.codebook import Span, When
from servanda.reading.occasions.sightings import Sighting
from servanda.reading.scenes import Scene
from servanda.reading.stretches import Stretch
from servanda.reading.times.times import Time
from servanda.reading.trees import Node

_REPORTED = re.compile(
    r"\b(?:said|says|told(?:\s\w+){0,2}|announced|declared|reported|stated|added|noted|confirmed|warned|stressed|remarks|statement)(?:,)?\s(?:on\s|late\s|early\s)?\Z"
)
_SAYING = frozenset(
    [
        "said",
        "says",
        "say",
        "told",
        "tells",
        "announced",
        "reported",
        "stated",
        "added",
        "noted",
        "confirmed",
        "warned",
        "stressed",
        "wrote",
        "denied",
        "claimed",
        "acknowledged",
    ]
)
_VENUE = re.compile(r"\b(?:said|told|remark\w*|stressed|reaffirmed|stated|spoke|speaking|announced|agreed)\b")
_VENUE_LEAD = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Dd]uring|start\sof|sidelines\sof|margins\sof|end\sof|after|following)\s(?:the\s)?\Z"
)
_RELATIVE = re.compile(r",\s(?:which|who)\b")
_AHEAD_OF = re.compile(r"\b(?:prior\sto|before|ahead\sof)\s\Z")
_WHERE = re.compile(r",\swhere\s")
_LASTING = frozenset({"sanction", "attack", "deployment", "exercise"})
_LONGEST = 366
_FAR, _FAR_THERE = 90, 240


def shares_clause(sighting: Sighting, time: Time) -> bool:
    """Whether a time stands in the clause of the occasion, or in one that this hangs on and that reports no speech."""
    if is_told_of_another(sighting, time):
        return False
    if sighting.span.overlaps(time.span):
        return True
    tree = sighting.stretch.scene.tree(sighting.stretch.span)
    word = tree.top(time.span)
    place = sighting.anchor or (sighting.nominal.head if sighting.nominal else sighting.span)
    anchor = tree.at(place.start)
    if word is None or anchor is None:
        return True
    if anchor in tree.above(word):
        return True
    told, dated = tree.predicate(anchor), tree.predicate(word)
    if told == dated or (dated.relation == "xcomp" and tree.head(dated) == told and anchor.relation == "nsubj"):
        return True  # "The summit is set to open tomorrow".
    return dated in tree.above(told) and dated.lower not in _SAYING


def is_told_of_another(sighting: Sighting, time: Time) -> bool:
    """Whether a time stands in a clause that only describes somebody who takes part (`Ruto, [sworn in on 3 May], met them`)."""
    described = _described(sighting, time)
    if described is None or described.relation not in {"nsubj", "appos"}:
        return False
    return described.tag == "PROPN" or _by_the_way(sighting, described, time)


def _by_the_way(sighting: Sighting, described: Node, time: Time) -> bool:
    """Whether a comma and a relative pronoun set the clause of a time off from a noun: `the government, [which fell in May], asked`."""
    between = sighting.stretch.scene.text[described.span.end : time.span.start]
    return _RELATIVE.match(between) is not None


def is_aside_of(sighting: Sighting, time: Time) -> bool:
    """Whether a time stands in a clause that describes something else: `Last year Peru ended a pact, [reached in 1992]`."""
    return _described(sighting, time) is not None


def _described(sighting: Sighting, time: Time) -> Node | None:
    """The noun that is described by the clause in which a time stands, where that is not the occasion itself."""
    tree = sighting.stretch.scene.tree(sighting.stretch.span)
    place = sighting.anchor or (sighting.nominal.head if sighting.nominal else None)
    word, anchor = tree.top(time.span), tree.at(place.start) if place is not None else None
    if word is None or anchor is None:
        return None
    dated = tree.predicate(word)
    described = tree.head(dated) if dated.relation == "acl" else None
    return None if described == anchor or anchor in tree.below(dated) else described


def lasting_since(sighting: Sighting) -> tuple[When, Span, str] | None:
    """What has lasted since a time (`sanctions since 2011`)."""
    if sighting.gathering.family not in _LASTING:
        return None  # "The first summit since 2019" did not last.
    for time in sighting.stretch.times:
        words = time.span.of(sighting.stretch.scene.text).lower()
        if time.when and words.startswith("since") and 0 <= time.span.start - sighting.span.end <= 2:
            return time.when, time.span, time.reason
    return None


def is_right_behind(sighting: Sighting, time: Time) -> bool:
    """Whether a time stands right behind the name of an occasion: `the raid of last May`."""
    between = sighting.stretch.scene.text[sighting.span.end : time.span.start]
    return time.span.start >= sighting.span.end and len(between) <= 12 and "," not in between


def is_date(time: Time) -> bool:
    """Whether a time can say when something was, not how long it is to last."""
    return time.when is not None and (time.when.end - time.when.start).days <= _LONGEST


def distance(span: Span, time: Time) -> int:
    """Characters between; what stands behind the name is nearer than what stands before it."""
    return time.span.start - span.end if time.span.start >= span.end else 40 + span.start - time.span.end


def dates_remark(scene: Scene, within: Span, time: Time) -> bool:
    """Whether a time stands right behind a word of saying (`said on Monday`)."""
    return _REPORTED.search(scene.text[max(within.start, time.span.start - 24) : time.span.start]) is not None


def is_near(stretch: Stretch, span: Span, time: Time) -> bool:
    """Whether no other clause stands between a time and an occasion, and the time does not only date a remark."""
    text = stretch.scene.text
    if dates_remark(stretch.scene, stretch.span, time):
        return is_venue(stretch, span)
    between = text[span.end : time.span.start] if time.span.start >= span.end else text[time.span.end : span.start]
    if time.span.end <= span.start and _AHEAD_OF.search(between):
        return False  # "Talks in spring prior to a congress": that is later.
    # "On Monday both met in Lima, where a treaty was signed": however long the words for who met where.
    far = _FAR_THERE if time.span.end <= span.start and _WHERE.search(between) else _FAR
    return len(between) < far and not re.search(r"[;:]|\b(?:but|while|which|that|who)\b", between)


def is_venue(stretch: Stretch, span: Span) -> bool:
    """Whether something is said at the occasion (`said in a forum`)."""
    text = stretch.scene.text
    before = text[stretch.span.start : span.start]
    return (
        _VENUE_LEAD.search(before) is not None
        and _VENUE.search(text[stretch.span.start : stretch.span.end]) is not None
    )
