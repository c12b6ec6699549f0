"""Which places of one document name one and the same occasion.

"The talks" and "the meeting" are the last named one of their family, where nothing sets them apart. Stages of a summit, and a
first and a second meeting, stay apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from servanda.codebook.vocabulary import OccasionStatus
from servanda.reading.occasion_nouns import is_bare
from servanda.reading.scenes import Scene
from servanda.reading.sightings import Facts

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
        "recent",
        "s",
    }
)
_ORDER = frozenset({"first", "second", "third", "fourth", "fifth", "inaugural"})
_SETS_APART = re.compile(
    r"\b(?:first|second|third|fourth|fifth|last|previous|next|another|restricted|expanded|separate|earlier|follow-up|annual|inaugural|working|trilateral|ministerial|\d+(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)


def group_facts(scene: Scene, facts: Sequence[Facts]) -> list[list[Facts]]:
    """The groups in the order of their first place; the first member of each bears the fullest name."""
    groups: list[list[Facts]] = []
    for one in facts:
        home = next((group for group in reversed(groups) if _is_one(scene, group, one)), None)
        if home is None:
            if one.sighting.score >= 0.5:
                groups.append([one])
        else:
            home.append(one)
    ordered = [sorted(group, key=lambda f: _fullness(scene, f)) for group in groups]
    return sorted(ordered, key=lambda group: group[0].sighting.span)


def _is_one(scene: Scene, group: Sequence[Facts], one: Facts) -> bool:
    """Whether a place names the occasion of a group."""
    if any(other.sighting.gathering.family != one.sighting.gathering.family for other in group):
        return False
    if any(other.sighting.span == one.sighting.span for other in group):
        return True
    if any(_contradicts(scene, other, one) for other in group):
        return False
    if _is_bare(one):
        return True
    orders = [_marks(scene, other) & _ORDER for other in group]
    if any(order and order == _marks(scene, one) & _ORDER for order in orders):
        return True
    shared = {a for other in group for a in other.part.actors} & set(one.part.actors)
    return _words(scene, one) <= _all_words(scene, group) or (len(shared) > 1 and not _apart(scene, group, one))


def _contradicts(scene: Scene, other: Facts, one: Facts) -> bool:
    """Whether dates, marks of order or status tell two places apart."""
    if other.when and one.when and other.when[0].meets(one.when[0]) is None:
        return True
    marks = _marks(scene, other), _marks(scene, one)
    if marks[0] != marks[1] and (marks[1] or not _is_bare(one)):
        return True
    ahead = {OccasionStatus.PLANNED, OccasionStatus.HYPOTHETICAL}
    return (other.status in ahead) != (one.status in ahead) and not _is_bare(one)


def _marks(scene: Scene, facts: Facts) -> frozenset[str]:
    words = facts.sighting.span.of(scene.text)
    return frozenset(match.group().lower() for match in _SETS_APART.finditer(words))


def _apart(scene: Scene, group: Sequence[Facts], one: Facts) -> bool:
    return any(_marks(scene, other) != _marks(scene, one) for other in group)


def _is_bare(facts: Facts) -> bool:
    return facts.sighting.nominal is not None and is_bare(facts.sighting.nominal)


def _words(scene: Scene, facts: Facts) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", facts.sighting.span.of(scene.text).lower())) - _SMALL


def _all_words(scene: Scene, group: Sequence[Facts]) -> frozenset[str]:
    return frozenset().union(*(_words(scene, facts) for facts in group))


def _fullness(scene: Scene, facts: Facts) -> tuple[int, int, int, int]:
    """Fullest first: a noun before a clause, more actors, more words, earlier."""
    nominal, start = facts.sighting.nominal, facts.sighting.span.start
    if nominal is None:
        return (1, 0, 0, start)
    return (0, -len(nominal.inside), -len(_words(scene, facts)), start)
