"""Actors, stories, occasions and instruments: what of several documents is one, kind by kind, for the ledger to keep.

Each kind has a row that says how its things are found, by which keys they meet, how two are compared and what keeps them
apart; the way from there is the same for all. What a person judged comes first. Commitments have a way of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from servanda.codebook import ActorId, Block, Document, Pair, Reading, RecordId, Resolution, Standing
from servanda.codebook.vocabulary import ActorKind
from servanda.resolve import bodies, instruments, occasions, persons, profiles, sketches, stories
from servanda.resolve.clusters import Match, Proposals, find_candidates, group

Readings = Iterable[tuple[Document, Reading]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """How things of one kind are resolved.

    Attributes:
        kind: the threads' kind.
        version: of these rules; raised when they change, so that everything is found anew.
        sure: from which score on two things are one without a person.
        find: the things of some documents, by their ids.
        places: for each id the documents that it stands in.
        keys: under which a thing meets others.
        compare: how sure it is that two things are one.
        is_apart: whether two things are known to be two.
    """

    kind: str
    version: str
    sure: float
    find: Callable[[Readings], Mapping[str, Any]]
    places: Callable[[Any], Iterable[str]]
    keys: Callable[[Any], Iterable[str]]
    compare: Callable[[Any, Any], Match | None]
    is_apart: Callable[[Any, Any], bool]


def resolve(
    kind: str, readings: Readings, judged: Mapping[tuple[RecordId, RecordId], Standing] | None = None
) -> Resolution:
    """Everything of one kind that several documents share, from scratch.

    Args:
        kind: one of `KINDS`.
        readings: all documents with the readings that count, in any order; the same ones give the same resolution.
        judged: what people said of two records, under their ids in order: `accepted` for the same, `refused` for not.
    """
    sort = _SORTS[kind]
    found = sort.find(readings)
    keys = {key: tuple(dict.fromkeys(sort.keys(thing))) for key, thing in found.items()}
    told = judged or {}
    matches = [*_compared(sort, found, keys, told), *_accepted(told, found)]
    proposals = group(
        sort.kind,
        matches,
        sort.sure,
        lambda one, other: _is_apart(sort, found, told, one, other),
    )
    return Resolution(
        kind=sort.kind,
        version=sort.version,
        blocks=tuple(
            Block(key=key, record=record, document=document)
            for record in sorted(keys)
            for key in keys[record]
            for document in sorted(sort.places(found[record]))
        ),
        pairs=tuple(_pairs(sort.kind, proposals, told)),
        threads=proposals.threads,
    )


def _compared(
    sort: Sort, found: Mapping[str, Any], keys: Mapping[str, Iterable[str]], told: Mapping[tuple[str, str], Standing]
) -> Iterator[Match]:
    for one, other in find_candidates(keys):
        match = None if (one, other) in told else sort.compare(found[one], found[other])
        if match is not None and match.score >= _WORTH_A_LOOK:
            yield match


_WORTH_A_LOOK = 0.6


def _accepted(told: Mapping[tuple[str, str], Standing], found: Mapping[str, Any]) -> Iterator[Match]:
    for (one, other), standing in sorted(told.items()):
        if standing is Standing.ACCEPTED and one in found and other in found:
            yield Match(one=one, other=other, score=1.0, reason="as a person judged")


def _is_apart(
    sort: Sort, found: Mapping[str, Any], told: Mapping[tuple[str, str], Standing], one: str, other: str
) -> bool:
    standing = told.get((min(one, other), max(one, other)))
    if standing is not None:
        return standing is Standing.REFUSED
    return sort.is_apart(found[one], found[other])


def _pairs(kind: str, proposals: Proposals, told: Mapping[tuple[str, str], Standing]) -> Iterator[Pair]:
    """The pairs that hold threads together, those that wait for a person, and those that a person refused, in order."""
    standings = ((Standing.ACCEPTED, proposals.bonds), (Standing.PROPOSED, proposals.doubts))
    found = [(match, standing) for standing, matches in standings for match in matches]
    found += [
        (Match(one=one, other=other, score=0.0, reason="as a person judged"), standing)
        for (one, other), standing in told.items()
        if standing is Standing.REFUSED
    ]
    for match, standing in sorted(found, key=lambda each: (each[0].one, each[0].other)):
        yield Pair(
            kind=kind, one=match.one, other=match.other, standing=standing, reason=match.reason, score=match.score
        )


def _profiles(readings: Readings) -> Mapping[ActorId, profiles.Profile]:
    found = profiles.find_profiles(readings)
    return {key: one for key, one in found.items() if one.kind in {ActorKind.PERSON, ActorKind.BODY}}


def _actor_keys(one: profiles.Profile) -> Iterator[str]:
    rules = persons.keys_of if one.kind is ActorKind.PERSON else bodies.keys_of
    yield from (f"{one.kind} {key}" for key in rules(one))


def _compare_actors(one: profiles.Profile, other: profiles.Profile) -> Match | None:
    if one.kind is not other.kind:
        return None
    if one.kind is ActorKind.BODY:
        return bodies.compare_bodies(one, other)
    return persons.compare_persons(one, other, known=persons.are_holders(one, other))


def _are_other_actors(one: profiles.Profile, other: profiles.Profile) -> bool:
    if one.kind is not other.kind:
        return True
    return persons.is_apart(one, other) if one.kind is ActorKind.PERSON else bodies.is_apart(one, other)


def _occasions(readings: Readings) -> Mapping[str, occasions.Sighting]:
    return {one.id: one for document, reading in readings for one in occasions.sightings_of(document, reading)}


def _instruments(readings: Readings) -> Mapping[str, instruments.Paper]:
    return {one.id: one for document, reading in readings for one in instruments.papers_of(document, reading)}


def _sketches(readings: Readings) -> Mapping[str, sketches.Sketch]:
    return {document.id: sketches.sketch_of(document) for document, _ in readings}


SORTS: tuple[Sort, ...] = (
    Sort(
        kind="actors",
        version="3",
        sure=persons.SURE,
        find=_profiles,
        places=lambda one: one.documents,
        keys=_actor_keys,
        compare=_compare_actors,
        is_apart=_are_other_actors,
    ),
    Sort(
        kind="stories",
        version="1",
        sure=stories.SURE,
        find=_sketches,
        places=lambda one: (one.document,),
        keys=sketches.keys_of,
        compare=stories.compare_stories,
        is_apart=lambda one, other: one is other,
    ),
    Sort(
        kind="occasions",
        version="1",
        sure=occasions.SURE,
        find=_occasions,
        places=lambda one: (one.document,),
        keys=occasions.keys_of,
        compare=occasions.compare_occasions,
        is_apart=occasions.is_apart,
    ),
    Sort(
        kind="instruments",
        version="1",
        sure=instruments.SURE,
        find=_instruments,
        places=lambda one: (one.document,),
        keys=instruments.keys_of,
        compare=instruments.compare_instruments,
        is_apart=instruments.is_apart,
    ),
)
"""What is resolved here, in the order in which it is."""

_SORTS = {sort.kind: sort for sort in SORTS}
KINDS: tuple[str, ...] = tuple(_SORTS)
"""The kinds of thread that `resolve` finds."""


def version_of(kind: str) -> str:
    """The version of the rules of a kind: what another version found is found anew."""
    return _SORTS[kind].version
