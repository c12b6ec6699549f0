"""Who is named behind the noun of an occasion: its hosts and chairs, whom an attack struck, and those listed as taking part.

A clause that describes the noun is read in the tree, a list by its commas. Who stands in the noun's own words is found
elsewhere.
"""

from __future__ import annotations

import re

from servanda.codebook import Reading, Span
from servanda.codebook.vocabulary import EventType
from servanda.lexicon.names import load_names
from servanda.lexicon.standings import load_standing_words
from servanda.reading.actors.references import Referent
from servanda.reading.occasions.roles import named_at
from servanda.reading.occasions.sightings import Sighting
from servanda.reading.stretches import Stretch

_WORDS = load_standing_words()
_HOST = re.compile(
    r"[\s,]*(?:that\s(?:was|is)\s|which\s(?:was|is)\s)?(?:hosted|organi[sz]ed|held|chaired|led|attended)\sby\s(?:the\s)?\Z"
)
_PARTAKING = re.compile(
    r"[^.;:]{1,50}?\b(?:between|among|attended\sby|joined\sby|involving)\s"
    r"|(?:(?!\band\b)[^.;:]){0,80}?(?:\b(?:co-)?(?:chaired|hosted|led|headed|convened|moderated|presided\sover)\s(?:jointly\s)?by|\bparticipation\sof"
    r"|\bunder\sthe\s(?:joint\s)?(?:co-)?(?:chairmanship|leadership)\sof)\s(?:the\s)?"
)
_LISTING = re.compile(
    r"(?:,?\s?(?:and\s)?(?:the\s)?(?:\w+\s){0,5}(?:from|of|by)\s(?:the\s)?|,\s(?:and\s)?(?:the\s)?|\s?and\s(?:the\s)?|(?:the\s)?|,?\sas\swell\sas\s(?:the\s)?)"
    r"(?:(?:[A-Z][\w-]+\s){1,4})?"  # An office that is no part of the mention: "Joint Secretary".
)


def hosts_of(sofar: Reading, sighting: Sighting) -> list[Referent]:
    """Hosts, chairs and those struck, as the words behind the noun name them.

    Args:
        sofar: the reading with its actors.
        sighting: the occasion as the sentence names it.
    """
    return [*_hosts(sighting), *_behind(sofar, sighting)]


def _hosts(sighting: Sighting) -> list[Referent]:
    """`hosted by Norway` behind the nominal."""
    text, end = sighting.stretch.scene.text, sighting.span.end
    return [m for m in sighting.stretch.mentions if m.span.start >= end and _HOST.match(text[end : m.span.start])]


def _behind(sofar: Reading, sighting: Sighting) -> list[Referent]:
    """Whom a clause that describes the noun names: a host or chair by a passive, and whom an attack struck."""
    stretch, nominal = sighting.stretch, sighting.nominal
    if nominal is None:
        return []
    tree = stretch.scene.tree(stretch.span)
    head, found = tree.at(nominal.head.end - 1), []
    for clause in tree.children(head, "acl") if head is not None else ():
        if clause.lower in _WORDS.hosts and tree.is_passive(clause):
            found += [one for agent in tree.agents(clause) for one in named_at(stretch, sofar, tree, agent)]
        if (
            sighting.gathering.type is EventType.ASSAULT
            and clause.lower in _WORDS.strikes
            and not tree.is_passive(clause)
        ):
            found += [one for hit in tree.children(clause, "obj") for one in named_at(stretch, sofar, tree, hit)]
    return [one for one in found if one.span.start >= sighting.span.end]


def listed_behind(sighting: Sighting) -> list[Referent]:
    """Those listed behind a place or time that follows the name (`the talks in Oslo between officials from A, B and C`)."""
    stretch, text = sighting.stretch, sighting.stretch.scene.text
    found = _PARTAKING.match(text, sighting.span.end, stretch.span.end) if _is_held(sighting) else None
    if found is None:
        return []
    rest = Span(found.end(), stretch.span.end)
    named = [m for m in stretch.mentions if m.span.start >= rest.start]
    known = [r for r in states_in(stretch, rest, "state") if not any(m.span.overlaps(r.span) for m in named)]
    listed: list[Referent] = []
    reached = found.end()
    for one in sorted((*named, *known), key=lambda referent: referent.span):
        if not _LISTING.fullmatch(text, reached, one.span.start):
            break
        listed.append(one)
        reached = one.span.end
    return listed


def _is_held(sighting: Sighting) -> bool:
    """Whether a noun names it, or a verb tells of an encounter; nobody hosts or leads the journey of another."""
    held = sighting.nominal is not None or sighting.gathering.type is EventType.CONSULT
    return held and sighting.gathering.family != "visit"


def states_in(stretch: Stretch, span: Span, sort: str) -> list[Referent]:
    """The states that the lexicon knows in a stretch by names of one sort."""
    start = span.start
    return [
        Referent(actors=(known.id,), span=Span(start + at.start, start + at.end), reason=sort)
        for at, known in load_names().find(span.of(stretch.scene.text))
        if known.sort == sort and known.id
    ]
