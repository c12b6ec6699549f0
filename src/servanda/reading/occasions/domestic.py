"""Which occasions concern one state alone, and are left out.

A meeting of a cabinet, a minister's trip through the own country, a press conference of one side: no party deals with
another. What is not known to be domestic stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from servanda.codebook import Span
from servanda.codebook.vocabulary import DocumentKind, EventType, OccasionKind
from servanda.lexicon.bodies import load_bodies
from servanda.lexicon.names import load_names
from servanda.reading.actors.issuers import home_of
from servanda.reading.occasions.sightings import Facts, Sighting
from servanda.reading.stretches import Stretch

_SHARED = frozenset(
    [
        "allies",
        "partners",
        "counterparts",
        "counterpart",
        "allied",
        "summit",
        "ministers",
        "bilateral",
        "trilateral",
        "european",
        "foreign",
        "world",
        "international",
        "nato",
        "quad",
    ]
)
_HOSTS = frozenset({"counterparts", "counterpart", "foreign", "allies", "allied", "partners", "international"})
_JOINT = frozenset({"joint", "trilateral", "bilateral", "two", "both"})
_REGIONS = re.compile(
    r"\bto\s(?:the\s)?(?:\w+\s)?(?:Europe|Africa|Asia|Oceania|Latin\sAmerica|America|Americas|Caribbean|Middle\sEast|Gulf|Balkans|Caucasus"
    r"|Sahel|Pacific|Baltics|Scandinavia|Maghreb|Levant|region)\b"
)
_HELD_IN = re.compile(r"\s(?:held\s|given\s)?(?:in|at)\s[^,;.]{3,40}")
_WARS = frozenset({"war", "wars"})
_JOINING = frozenset({EventType.AGREE, EventType.COOPERATE})
_HAVING = frozenset({"have", "has", "'ve", "’ve"})
_STATES = frozenset({"nations", "countries", "states", "members", "parties", "governments", "signatories"})
_MANY = frozenset({"many", "most", "several", "dozens", "hundreds", "all", "more", "few"})
_OFFICIAL = frozenset({"state", "official", "working", "reciprocal"})


def is_no_encounter(sighting: Sighting) -> bool:
    """Whether a name or clause tells of no encounter at all: a civil war, or how many states have joined a treaty by now."""
    return _is_civil_war(sighting) or _is_count(sighting)


def _is_civil_war(sighting: Sighting) -> bool:
    nominal = sighting.nominal
    if nominal is None or "civil" not in nominal.lead:
        return False
    return nominal.head.of(sighting.stretch.scene.text).lower() in _WARS


def _is_count(sighting: Sighting) -> bool:
    """Whether a clause only counts those who have signed or joined (`fifty nations have ratified the treaty`)."""
    if sighting.anchor is None or sighting.gathering.type not in _JOINING:
        return False
    tree = sighting.stretch.scene.tree(sighting.stretch.span)
    verb = tree.at(sighting.anchor.start)
    if verb is None or not any(one.lower in _HAVING for one in tree.children(verb, "aux")):
        return False
    return any(
        one.lower in _STATES and any(few.tag == "NUM" or few.lower in _MANY for few in tree.children(one))
        for one in tree.children(verb, "nsubj")
    )


def is_domestic(group: Sequence[Facts]) -> bool:
    """Whether a group of sightings tells of one state alone.

    Args:
        group: the places that name one occasion.
    """
    gathering = group[0].sighting.gathering
    homes = _homes(group)
    actors = {actor for facts in group for actor in facts.part.actors}
    if gathering.kind is OccasionKind.PRESS_CONFERENCE:
        return len(homes) < 2 and not any(_leads(facts) & _JOINT or _is_abroad(facts) for facts in group)
    if gathering.kind is OccasionKind.VISIT:
        return not any(_words(facts) & _OFFICIAL or _goes_abroad(facts) for facts in group)
    if gathering.kind in (OccasionKind.TALKS, OccasionKind.CALL, OccasionKind.SUMMIT) and not actors:
        nobody = not any(facts.sighting.stretch.mentions for facts in group) and not any(map(_is_between, group))
        return nobody or (not any(facts.when for facts in group) and all(_says_nothing(facts) for facts in group))
    if gathering.kind is OccasionKind.CEREMONY and not actors:
        return not any(facts.sighting.stretch.mentions for facts in group)
    if gathering.type is not EventType.CONSULT:
        return False
    return (
        _is_of_one_body(group, actors)
        or (len(actors) > 1 and (len(homes) == 1 or _is_at_home(group)))
        or _is_own(group)
    )


def _is_at_home(group: Sequence[Facts]) -> bool:
    """Whether an official text has officials of one state meet persons of no known one, and names no other beside them."""
    if group[0].sighting.stretch.scene.document.kind is DocumentKind.NEWS:
        return False
    known = {home for facts in group for actor in facts.part.actors if (home := facts.sighting.stretch.home_of(actor))}
    around = {state for facts in group for state in _states(facts.sighting.stretch, facts.sighting.stretch.span)}
    own = home_of(group[0].sighting.stretch.scene)
    return len(known) == 1 and known <= {own or next(iter(known))} and not _foreign(around) - known


def _is_of_one_body(group: Sequence[Facts], actors: set[str]) -> bool:
    """Whether one state's own body sits (`a session of Parliament`), and its name says nothing of another party."""
    if len(actors) != 1 or any(facts.sighting.nominal is None or _words(facts) & _SHARED for facts in group):
        return False
    (body,) = actors
    named = {state for facts in group for state in _states(facts.sighting.stretch, facts.sighting.span)}
    return "/" in body and named <= {body.partition("/")[0]} and group[0].sighting.gathering.name == "meeting"


def _is_own(group: Sequence[Facts]) -> bool:
    """Whether an official text tells of a meeting or forum of its own side, and names no other party beside it."""
    scene = group[0].sighting.stretch.scene
    own = home_of(scene)
    shared = {word for facts in group for word in _words(facts)} & _SHARED
    if own is None or shared or group[0].sighting.gathering.family not in ("meeting", "forum"):
        return False
    around = {state for facts in group for state in _states(facts.sighting.stretch, facts.sighting.stretch.span)}
    return _foreign(around) <= {own}


def _foreign(around: set[str]) -> set[str]:
    """Without the offices and councils that no table knows: a government names those of its own without saying whose."""
    return {one for one in around if one.isupper() or one in load_bodies()}


def _homes(group: Sequence[Facts]) -> set[str]:
    """The states and bodies behind those who take part; a private person is a party of its own."""
    return {facts.sighting.stretch.home_of(actor) or actor for facts in group for actor in facts.part.actors}


def _is_between(facts: Facts) -> bool:
    """Whether it is joint, or talks, which are hardly ever held at home."""
    return bool(_leads(facts) & _JOINT) or facts.sighting.gathering.name in (
        "talks",
        "call",
        "phone-alone",
        "summit",
        "meet",
    )


def _words(facts: Facts) -> set[str]:
    return set(facts.sighting.span.of(facts.sighting.stretch.scene.text).lower().split())


def _says_nothing(facts: Facts) -> bool:
    """Whether a name is but a noun with an article and an adjective (`a great meeting`)."""
    nominal = facts.sighting.nominal
    return nominal is not None and nominal.span.end == nominal.head.end and not _leads(facts) & _JOINT


def _leads(facts: Facts) -> set[str]:
    return set(facts.sighting.nominal.lead) if facts.sighting.nominal else set()


def _goes_abroad(facts: Facts) -> bool:
    """Whether another state than the traveller's own is named as the goal, or beside it."""
    stretch = facts.sighting.stretch
    own = {home for actor in facts.part.actors[:1] if (home := stretch.home_of(actor))}
    if _states(stretch, facts.sighting.span) - own:
        return True
    if facts.sighting.gathering.name == "travel":
        return False
    if own and _REGIONS.search(facts.sighting.span.of(stretch.scene.text)):
        return True
    if own and _HOSTS & {word.lower for word in stretch.words}:
        return True  # A town of no known state, where others of the kind are met.
    return bool(own) and bool(_states(stretch, stretch.span) - own)


def _is_abroad(facts: Facts) -> bool:
    """Whether somebody meets the press in another state than the own one."""
    stretch, end = facts.sighting.stretch, facts.sighting.span.end
    own = {home for actor in facts.part.actors if (home := stretch.home_of(actor))}
    held = _HELD_IN.match(stretch.scene.text, end, stretch.span.end)
    return bool(held and own and _states(stretch, Span(*held.span())) - own)


def _states(stretch: Stretch, span: Span) -> set[str]:
    """The states and bodies named in a stretch."""
    known = {
        one.id.partition("/")[0]
        for _, one in load_names().find(span.of(stretch.scene.text))
        if one.id and one.sort != "other"
    }
    mentions = (m for m in stretch.mentions if span.holds(m.span))
    return known | {home for m in mentions for actor in m.actors if (home := stretch.home_of(actor))}
