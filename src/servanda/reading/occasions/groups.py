"""Which places of one document name one and the same occasion.

"The talks" and "the meeting" are the last named one of their family, where nothing sets them apart. Stages of a summit, and a
first and a second meeting, stay apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from servanda.codebook import Span
from servanda.codebook.vocabulary import DocumentKind, EventType, OccasionStatus
from servanda.lexicon.phrases import load_phrase_words
from servanda.reading.actors.issuers import home_of
from servanda.reading.nominals import Nominal
from servanda.reading.occasions.clues import is_bare
from servanda.reading.occasions.headlines import is_headline, is_headline_of, is_told_by
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
_NAME = re.compile(r"\b[A-Z][\w-]+")
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
_WAR = re.compile(r"\b(?:war|invasion|aggression)\b", re.IGNORECASE)
_OWNERS = frozenset({"his", "her", "their", "its"})
_POSSESSIVE = ("'s", "’s", "s'", "s’")
_ORDER = frozenset({"first", "second", "third", "fourth", "fifth", "inaugural"})
_SOFT = frozenset({"first", "inaugural", "annual", "trilateral", "ministerial"})
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
    ordered = [_unclipped(scene, sorted(group, key=lambda f: _fullness(scene, f))) for group in groups]
    return sorted(ordered, key=lambda group: group[0].sighting.span)


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
    if any(_contradicts(scene, other, one) for other in group):
        return False
    if _is_bare(one) or any(_tells(scene, other, one) for other in group):
        return True
    orders = [_marks(scene, other) & _ORDER for other in group]
    if any(order and order == _marks(scene, one) & _ORDER for order in orders):
        return True
    shared = {a for other in group for a in other.part.actors} & set(one.part.actors)
    struck = (
        one.sighting.gathering.type is EventType.ASSAULT and one.when and any(other.when == one.when for other in group)
    )
    if any(_has_same_goal(other, one) for other in group):
        return True
    if any(_is_announced(scene, other, one) and (shared or _is_retold(other, one)) for other in group):
        return True
    return _words(scene, one) <= _all_words(scene, group) or len(shared) > 1 or bool(shared and struck)


def _counts(one: Facts, other: Facts) -> bool:
    """Whether the model's name for it only says how much of it there was: `the fourth round of [the talks]`."""
    inner = other.sighting.nominal
    return one.sighting.rule.startswith("likely") and inner is not None and one.sighting.span.holds(inner.span)


def _is_announced(scene: Scene, other: Facts, one: Facts) -> bool:
    """Whether the title names what the first paragraph of an official text then tells."""
    if scene.document.kind is DocumentKind.NEWS or len(scene.paragraphs) < _TITLE_AND_TEXT:
        return False
    title, first = scene.paragraphs[0], scene.paragraphs[1]
    return title.holds(other.sighting.span) and first.holds(one.sighting.span)


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
    agents = _agent(other), _agent(one)
    return not apart and bool(agents[0]) and agents[0] == agents[1]


def _tells(scene: Scene, other: Facts, one: Facts) -> bool:
    """Whether one names by a noun what the other tells by a verb: the same name stands in both (`banned X`, `the ban on X`)."""
    if (other.sighting.nominal is None) == (one.sighting.nominal is None):
        return False
    noun, verb = (other, one) if other.sighting.nominal else (one, other)
    names = set(_NAME.findall(noun.sighting.span.of(scene.text))) - {"The", "A", "An"}
    return bool(names) and names <= set(_NAME.findall(verb.sighting.span.of(scene.text)))


def _contradicts(scene: Scene, other: Facts, one: Facts) -> bool:
    """Whether dates, parties, papers, marks of order or status tell two places apart."""
    if one.sighting.gathering.family in _OF_PAPERS and _differ(scene, other, one):
        return True
    if _points_here(one):
        return False
    if other.when and one.when and other.when[0].meets(one.when[0]) is None and not _gives_way(scene, other, one):
        return True
    if bool(other.when) != bool(one.when) and any(_is_earlier(scene, facts) for facts in (other, one)):
        return True
    if _is_bare(one):
        return False
    agents = _agent(other), _agent(one)
    if one.sighting.gathering.family == "attack" and all(agents) and agents[0] != agents[1]:
        return True
    named, other_named = _named(one), _named(other)
    if named and other_named and not named & other_named:
        return True
    if _met(other) - set(one.part.actors) and _met(one) - set(other.part.actors) and not _met(other) & _met(one):
        return True
    marks, other_marks = _marks(scene, one), _marks(scene, other)
    apart = marks != other_marks and ((marks and other_marks) or (marks | other_marks) - _SOFT)
    if apart and not _is_announced(scene, other, one):
        return True
    if len(_words(scene, one)) > 1 and _words(scene, one) <= _words(scene, other):
        return False
    ahead = {OccasionStatus.PLANNED, OccasionStatus.HYPOTHETICAL}
    return (other.status in ahead) != (one.status in ahead)


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
    return near and short and _is_announced(scene, other, one)


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
    found = _NAME.finditer(scene.text, start, sighting.span.end)
    free = (m.group() for m in found if not any(name.span.overlaps(Span(*m.span())) for name in names))
    return frozenset(free) - _PAPER_WORDS


def _agent(facts: Facts) -> frozenset[str]:
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
    return frozenset(actor for mention in nominal.inside for actor in mention.actors) if nominal else frozenset()


def _met(facts: Facts) -> frozenset[str]:
    """The persons with whom a meeting or call is, as against whoever held it."""
    sighting, stretch = facts.sighting, facts.sighting.stretch
    if sighting.gathering.type is not EventType.CONSULT:
        return frozenset()
    if sighting.cast is not None:
        behind = (one.actors for one in (*sighting.cast.objects, *sighting.cast.others))
    elif sighting.nominal is not None:
        head = sighting.nominal.head.end
        behind = (m.actors for m in sighting.nominal.inside if m.span.start >= head)
    else:
        return frozenset()
    return frozenset(actor for actors in behind for actor in actors if actor in stretch.homes)


def _marks(scene: Scene, facts: Facts) -> frozenset[str]:
    words = facts.sighting.span.of(scene.text)
    return frozenset(match.group().lower() for match in _SETS_APART.finditer(words))


def _is_bare(facts: Facts) -> bool:
    """Whether a nominal can only point back; a signing that names no party does too ("Sunday's signing")."""
    nominal = facts.sighting.nominal
    if nominal is None:
        return False
    return is_bare(nominal) or (facts.sighting.gathering.family == "signing" and not nominal.inside)


def _words(scene: Scene, facts: Facts) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", facts.sighting.span.of(scene.text).lower())) - _SMALL


def _all_words(scene: Scene, group: Sequence[Facts]) -> frozenset[str]:
    return frozenset().union(*(_words(scene, facts) for facts in group))


def _fullness(scene: Scene, facts: Facts) -> tuple[int, int, int, int, int]:
    """Fullest first: a noun before a clause, more actors, more words, in the text before the headline, earlier."""
    nominal, start = facts.sighting.nominal, facts.sighting.span.start
    if nominal is None:
        return (1, 0, 0, int(is_headline(scene, facts)), start)
    return (
        0,
        -len(nominal.inside),
        -len(_words(scene, facts)),
        int(is_bare(nominal) or _is_clipped(scene, nominal)),
        start,
    )


def _unclipped(scene: Scene, group: list[Facts]) -> list[Facts]:
    """A group whose fullest name is cut short for a headline, with the longer one of the text before it: `Iraq trip`, `a three-day trip to Iraq`."""
    first = group[0].sighting.nominal
    if scene.document.kind is not DocumentKind.NEWS or first is None or not _is_clipped(scene, first):
        return group
    least = len(_words(scene, group[0]))
    longer = [one for one in group[1:] if one.sighting.nominal and len(_words(scene, one)) > least]
    return [*longer[:1], *(one for one in group if one not in longer[:1])]


def _is_clipped(scene: Scene, nominal: Nominal) -> bool:
    """Whether a title leaves the article out that the text sets before the same name."""
    first = nominal.lead[0] if nominal.lead else ""
    owned = any(word.endswith(_POSSESSIVE) for word in nominal.lead)
    return scene.paragraphs[0].holds(nominal.span) and not owned and first not in load_phrase_words().determiners
