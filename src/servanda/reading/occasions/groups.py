"""Which places of one document name one and the same occasion.

"The talks" and "the meeting" are the last named one of their family, where nothing sets them apart. Stages of a summit, and a
first and a second meeting, stay apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from servanda.codebook.vocabulary import DocumentKind, EventType, OccasionStatus
from servanda.lexicon.phrases import load_phrase_words
from servanda.reading.actors.issuers import home_of
from servanda.reading.nominals import Nominal
from servanda.reading.occasions.clues import is_bare
from servanda.reading.occasions.differences import (
    NAME,
    agent_of,
    contradicts,
    is_announced,
    is_of_those_told,
    marks_of,
    points_back,
    words_of,
)
from servanda.reading.occasions.headlines import AHEAD, is_headline, is_headline_of, is_told_by
from servanda.reading.occasions.roles import parties_of
from servanda.reading.occasions.sightings import Facts
from servanda.reading.scenes import Scene

_WAR = re.compile(r"\b(?:war|invasion|aggression)\b", re.IGNORECASE)
_OWNERS = frozenset({"his", "her", "their", "its"})
_POSSESSIVE = ("'s", "’s", "s'", "s’")
_ORDER = frozenset({"first", "second", "third", "inaugural", *(f"{n}th" for n in range(4, 100))})


def group_facts(scene: Scene, facts: Sequence[Facts]) -> list[list[Facts]]:
    """The groups in the order of their first place; the first member of each bears the fullest name."""
    groups: list[list[Facts]] = []
    for one in facts:
        home = next((group for group in _nearest(groups, one) if _is_one(scene, group, one)), None)
        if home is None:
            if one.sighting.score >= 0.5:
                groups.append([one])
        else:
            home.append(one)
    ordered = [_unclipped(scene, sorted(group, key=lambda f: _fullness(scene, f))) for group in groups]
    return sorted(ordered, key=lambda group: group[0].sighting.span)


def _nearest(groups: Sequence[list[Facts]], one: Facts) -> list[list[Facts]]:
    """The groups, the last first; where a bare name tells what is over ("the talks were useful"), those of what is yet to come last of all."""
    latest = list(reversed(groups))
    if one.status is not OccasionStatus.HELD or not points_back(one):
        return latest
    return sorted(latest, key=lambda group: all(facts.status in AHEAD for facts in group))


def _is_one(scene: Scene, group: Sequence[Facts], one: Facts) -> bool:
    """Whether a place names the occasion of a group."""
    if any(is_headline_of(scene, other, one) for other in group) or is_told_by(scene, group, one):
        return True
    kin = [other for other in group if other.sighting.gathering.family == one.sighting.gathering.family]
    if not kin or any(other not in kin and not is_headline(scene, other) for other in group):
        return False
    if any(other.sighting.span == one.sighting.span or _counts(one, other) for other in kin):
        return True
    if any(_is_same_war(scene, other, one) for other in group):
        return True
    if any(_is_same_journey(other, one) for other in group):
        return True
    if any(contradicts(scene, other, one) for other in group):
        return False
    if points_back(one) or any(_tells(scene, other, one) for other in group):
        return True
    orders = [marks_of(scene, other) & _ORDER for other in group]
    if any(order and order == marks_of(scene, one) & _ORDER for order in orders):
        return True
    shared = {a for other in group for a in other.part.actors} & set(one.part.actors)
    struck = (
        one.sighting.gathering.type is EventType.ASSAULT and one.when and any(other.when == one.when for other in group)
    )
    if any(_has_same_goal(other, one) for other in group):
        return True
    if any(is_announced(scene, other, one) and (shared or _is_retold(other, one)) for other in group):
        return True
    return words_of(scene, one) <= _all_words(scene, group) or len(shared) > 1 or bool(shared and struck)


def _counts(one: Facts, other: Facts) -> bool:
    """Whether the model's name for it only says how much of it there was: `the fourth round of [the talks]`."""
    inner = other.sighting.nominal
    return one.sighting.rule.startswith("likely") and inner is not None and one.sighting.span.holds(inner.span)


def _is_retold(other: Facts, one: Facts) -> bool:
    """Whether a title that names no person names only states that the clause behind it names too, or whose persons met."""
    if one.sighting.nominal is not None or any(actor in other.sighting.stretch.homes for actor in other.part.actors):
        return False
    told = parties_of(one.sighting.stretch, one.sighting.stretch.span)
    homes = {home for actor in one.part.actors if (home := one.sighting.stretch.home_of(actor))}
    homes |= {home for home in (home_of(one.sighting.stretch.scene),) if home}
    return parties_of(other.sighting.stretch, other.sighting.span) <= told | homes


def _is_same_war(scene: Scene, other: Facts, one: Facts) -> bool:
    """Whether both name the war that one party wages: `Russia's war`, `the Russian invasion`; its single attacks stay apart."""
    if not all(_WAR.search(facts.sighting.span.of(scene.text)) and facts.sighting.nominal for facts in (other, one)):
        return False
    apart = other.when and one.when and other.when[0].meets(one.when[0]) is None
    agents = agent_of(other), agent_of(one)
    return not apart and bool(agents[0]) and agents[0] == agents[1]


def _tells(scene: Scene, other: Facts, one: Facts) -> bool:
    """Whether one names by a noun what the other tells by a verb: the same name stands in both (`banned X`, `the ban on X`)."""
    if (other.sighting.nominal is None) == (one.sighting.nominal is None):
        return False
    noun, verb = (other, one) if other.sighting.nominal else (one, other)
    names = set(NAME.findall(noun.sighting.span.of(scene.text))) - {"The", "A", "An"}
    return bool(names) and names <= set(NAME.findall(verb.sighting.span.of(scene.text)))


def _is_same_journey(other: Facts, one: Facts) -> bool:
    """Whether a possessive takes up the journey of the same traveller without a day of its own (`during Berg's working visit`)."""
    nominal = one.sighting.nominal
    if one.sighting.gathering.family != "visit" or nominal is None or one.when is not None:
        return False
    owned = bool(nominal.lead) and (nominal.lead[0] in _OWNERS or any(word.endswith("'s") for word in nominal.lead))
    alone = nominal.span.end == nominal.head.end
    return owned and alone and set(one.part.actors) == set(other.part.actors) != set()


def _has_same_goal(other: Facts, one: Facts) -> bool:
    """Whether two places send the same travellers to the same states, on days that agree."""
    if one.sighting.gathering.family != "visit" or set(one.part.actors) != set(other.part.actors) or not one.when:
        return False
    own = {home for actor in one.part.actors if (home := one.sighting.stretch.home_of(actor))}
    goals = [parties_of(facts.sighting.stretch, facts.sighting.span) - own for facts in (other, one)]
    return bool(goals[0]) and goals[0] == goals[1] and bool(other.when and other.when[0].meets(one.when[0]))


def _all_words(scene: Scene, group: Sequence[Facts]) -> frozenset[str]:
    return frozenset().union(*(words_of(scene, facts) for facts in group))


def _fullness(scene: Scene, facts: Facts) -> tuple[int, int, int, int, int]:
    """Fullest first: a noun before a clause, more actors, more words, in the text before the headline, earlier."""
    nominal, start = facts.sighting.nominal, facts.sighting.span.start
    if nominal is None:
        return (1, 0, 0, int(is_headline(scene, facts)), start)
    return (
        0,
        0 if is_of_those_told(facts) else -len(nominal.inside),
        -len(words_of(scene, facts)),
        int(is_bare(nominal) or _is_clipped(scene, nominal)),
        start,
    )


def _unclipped(scene: Scene, group: list[Facts]) -> list[Facts]:
    """A group whose fullest name is cut short for a headline, with the longer one of the text before it: `Iraq trip`, `a three-day trip to Iraq`."""
    first = group[0].sighting.nominal
    if scene.document.kind is not DocumentKind.NEWS or first is None or not _is_clipped(scene, first):
        return group
    least = len(words_of(scene, group[0]))
    longer = [one for one in group[1:] if one.sighting.nominal and len(words_of(scene, one)) > least]
    return [*longer[:1], *(one for one in group if one not in longer[:1])]


def _is_clipped(scene: Scene, nominal: Nominal) -> bool:
    """Whether a title leaves the article out that the text sets before the same name."""
    first = nominal.lead[0] if nominal.lead else ""
    owned = any(word.endswith(_POSSESSIVE) for word in nominal.lead)
    return scene.paragraphs[0].holds(nominal.span) and not owned and first not in load_phrase_words().determiners
