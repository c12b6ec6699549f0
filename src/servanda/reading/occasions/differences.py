"""What tells two occasions of one document apart: dates, parties, papers, marks of order, and whether one is yet to come."""

from __future__ import annotations

import re

from servanda.codebook import Span
from servanda.codebook.vocabulary import DocumentKind, EventType, OccasionStatus
from servanda.reading.occasions.clues import is_bare
from servanda.reading.occasions.main_days import BY_TEXT
from servanda.reading.occasions.roles import parties_of
from servanda.reading.occasions.sightings import Facts, Sighting
from servanda.reading.scenes import Scene

_SMALL = frozenset(
    {
        "the",
        "this",
        "that",
        "a",
        "an",
        "of",
        "in",
        "with",
        "and",
        "to",
        "his",
        "her",
        "their",
        "its",
        "our",
        "bilateral",
        "my",
        "your",
        "recent",
        "s",
    }
)
NAME = re.compile(r"\b[A-Z][\w-]+")
"""A word in capitals."""
_TITLE_AND_TEXT = 2
_RECENT = 31
_OF_PAPERS = frozenset({"signing", "agreement"})
_PAPER_WORDS = frozenset(
    {
        "Agreement",
        "Memorandum",
        "Understanding",
        "Treaty",
        "Joint",
        "Framework",
        "Declaration",
        "Strategic",
        "Bilateral",
    }
)
_SOFT = frozenset({"first", "inaugural", "annual", "trilateral", "ministerial"})
_AS_NUMBERS = {
    word: f"{n}th"
    for n, word in enumerate(("fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), start=4)
} | {"1st": "first", "2nd": "second", "3rd": "third"}
_POINTING = (("the",), ("this",), ("that",))
_THOSE_TOLD = re.compile(
    r"\s(?:between|of|by|among)\s(?:the\s(?:two|three)|both)\s(?:[a-z]+\s)?(?:leaders|sides|countries|ministers|presidents|men|women|officials|parties|nations|states|delegations|neighbou?rs)"
)
_SETS_APART = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|last|previous|next|another|restricted|expanded|separate|earlier|follow[-\s]up|annual|inaugural|working|trilateral|ministerial|\d+(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)


def is_announced(scene: Scene, other: Facts, one: Facts) -> bool:
    """Whether the title names what the first paragraph of an official text then tells."""
    if scene.document.kind is DocumentKind.NEWS or len(scene.paragraphs) < _TITLE_AND_TEXT:
        return False
    title, first = scene.paragraphs[0], scene.paragraphs[1]
    return title.holds(other.sighting.span) and first.holds(one.sighting.span)


def contradicts(scene: Scene, other: Facts, one: Facts) -> bool:
    """Whether dates, parties, papers, marks of order or status tell two places apart."""
    if one.sighting.gathering.family in _OF_PAPERS and _differ(scene, other, one):
        return True
    if _points_here(one):
        return False
    if other.when and one.when and other.when[0].meets(one.when[0]) is None and not _gives_way(scene, other, one):
        return True
    if bool(other.when) != bool(one.when) and any(_is_earlier(scene, facts) for facts in (other, one)):
        return True
    if points_back(one) and not is_of_those_told(one):
        return False
    agents = agent_of(other), agent_of(one)
    if one.sighting.gathering.family == "attack" and all(agents) and agents[0] != agents[1]:
        return True
    named, other_named = _named(one), _named(other)
    if named and other_named and not named & other_named:
        return True
    if _met(other) - set(one.part.actors) and _met(one) - set(other.part.actors) and not _met(other) & _met(one):
        return True
    marks, other_marks = marks_of(scene, one), marks_of(scene, other)
    apart = marks != other_marks and ((marks and other_marks) or (marks | other_marks) - _SOFT)
    if apart and not is_announced(scene, other, one):
        return True
    if len(words_of(scene, one)) > 1 and words_of(scene, one) <= words_of(scene, other):
        return False
    ahead = {OccasionStatus.PLANNED, OccasionStatus.HYPOTHETICAL}
    return (other.status in ahead) != (one.status in ahead)


def _gives_way(scene: Scene, other: Facts, one: Facts) -> bool:
    """Whether a title has but the day of the text, and the first paragraph tells the same encounter with its own day."""
    if (
        other.when is None
        or one.when is None
        or one.sighting.nominal is not None
        or not other.when[2].startswith(BY_TEXT)
    ):
        return False
    near = 0 <= (other.when[0].start - one.when[0].start).days <= _RECENT
    short = (one.when[0].end - one.when[0].start).days <= _RECENT
    return near and short and is_announced(scene, other, one)


def _differ(scene: Scene, other: Facts, one: Facts) -> bool:
    """Whether two clauses tell of two papers: each names its own in capitals, and the names share no word."""
    if other.sighting.nominal or one.sighting.nominal:
        return False
    papers = [_paper(scene, facts) for facts in (other, one)]
    return all(papers) and not papers[0] & papers[1]


def _paper(scene: Scene, facts: Facts) -> frozenset[str]:
    """The words in capitals behind the verb, or before one that ends the clause, that no actor takes up."""
    sighting = facts.sighting
    behind = sighting.anchor is not None and sighting.anchor.end < sighting.span.end
    start = sighting.anchor.end if behind and sighting.anchor else sighting.span.start
    names = sighting.stretch.mentions
    found = NAME.finditer(scene.text, start, sighting.span.end)
    free = (m.group() for m in found if not any(name.span.overlaps(Span(*m.span())) for name in names))
    return frozenset(free) - _PAPER_WORDS


def agent_of(facts: Facts) -> frozenset[str]:
    """Who strikes: the subject of a clause, or whoever stands before the noun."""
    sighting = facts.sighting
    if sighting.nominal is None:
        subject = _subject_of(sighting)
        return parties_of(sighting.stretch, subject) if subject else frozenset()
    if sighting.nominal.head.start <= sighting.span.start:
        return frozenset()
    return parties_of(sighting.stretch, Span(sighting.span.start, sighting.nominal.head.start))


def _subject_of(sighting: Sighting) -> Span | None:
    """The first party of a clause, which is its subject where the clause is active."""
    first = next(
        (m.span for m in sighting.stretch.mentions if sighting.span.start <= m.span.start < sighting.span.end), None
    )
    return first if first and first.start - sighting.span.start <= 4 else None


def _points_here(facts: Facts) -> bool:
    """Whether "this" points at the occasion just named, whatever else its sentence dates."""
    nominal = facts.sighting.nominal
    return nominal is not None and nominal.lead == ("this",)


def _is_earlier(scene: Scene, facts: Facts) -> bool:
    """Whether its time sets it before the rest ("they met last April")."""
    words = facts.when[1].of(scene.text).lower() if facts.when else ""
    return words.startswith(("last", "previous", "earlier")) and words != "earlier today"


def _named(facts: Facts) -> frozenset[str]:
    nominal = facts.sighting.nominal
    if nominal is None or is_of_those_told(facts):
        return frozenset()
    return frozenset(actor for mention in nominal.inside for actor in mention.actors)


def _met(facts: Facts) -> frozenset[str]:
    """The persons with whom a meeting or call is, as against whoever held it."""
    sighting, stretch = facts.sighting, facts.sighting.stretch
    if sighting.gathering.type is not EventType.CONSULT or is_of_those_told(facts):
        return frozenset()
    if sighting.cast is not None:
        behind = (one.actors for one in (*sighting.cast.objects, *sighting.cast.others))
    elif sighting.nominal is not None:
        head = sighting.nominal.head.end
        behind = (m.actors for m in sighting.nominal.inside if m.span.start >= head)
    else:
        return frozenset()
    return frozenset(actor for actors in behind for actor in actors if actor in stretch.homes)


def marks_of(scene: Scene, facts: Facts) -> frozenset[str]:
    """The words of its name that set it in an order or a format: `second`, `trilateral`."""
    words = facts.sighting.span.of(scene.text)
    return frozenset(_AS_NUMBERS.get(found, found) for found in map(str.lower, _SETS_APART.findall(words)))


def points_back(facts: Facts) -> bool:
    """Whether a nominal can only point back; a signing that names no party does too ("Sunday's signing")."""
    nominal = facts.sighting.nominal
    if nominal is None:
        return False
    if is_of_those_told(facts):
        return True
    return is_bare(nominal) or (facts.sighting.gathering.family == "signing" and not nominal.inside)


def is_of_those_told(facts: Facts) -> bool:
    """Whether those who met are only told again by their number: `the meeting of the two leaders`."""
    nominal = facts.sighting.nominal
    if nominal is None or nominal.lead not in _POINTING:
        return False
    behind = facts.sighting.stretch.scene.text[nominal.head.end : nominal.span.end]
    return _THOSE_TOLD.fullmatch(behind) is not None


def words_of(scene: Scene, facts: Facts) -> frozenset[str]:
    """The words of its name that say something."""
    return frozenset(re.findall(r"\w+", facts.sighting.span.of(scene.text).lower())) - _SMALL
