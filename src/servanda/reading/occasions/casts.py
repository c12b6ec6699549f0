"""Whom the clause of a verb names, and whether those are named whom the lexicon asks for.

A deed needs its parties: of two states that deal with one another both must be named, a journey needs who goes and where.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from servanda.codebook import Reading
from servanda.codebook.vocabulary import ActorKind, EventType
from servanda.reading.actors.issuers import home_of
from servanda.reading.actors.references import Referent
from servanda.reading.occasions.clauses import Clause, is_person, may_be_met
from servanda.reading.occasions.officials import officials_at
from servanda.reading.occasions.reaches import goal_of
from servanda.reading.occasions.roles import (
    company,
    core_of,
    homes_of,
    members,
    named_at,
    named_behind,
    named_inside,
    parties_of,
)
from servanda.reading.occasions.sightings import Cast
from servanda.reading.stretches import Stretch
from servanda.reading.trees import Node, Tree

FORCES = re.compile(
    r"(?:forces?|troops|soldiers|army|navy|military|warships?|peacekeepers|contingent|battalions?|tanks|marines|fighters|guerrillas|rebels|units?|brigades?|coalition)\Z",
    re.IGNORECASE,
)
_EMBASSY = re.compile(r"\b(?:[Ee]mbass(?:y|ies)|[Cc]onsulates?|High Commission)\b")
_MUTUAL = re.compile(
    r"\b(?:exchang\w+|swap\w*|clash\w*|fought|fight\w*|trad\w+|shar\w+|battl\w+|each\sother|one\sanother|their|ties|relations|cooperat\w+)\b"
)
_CHANCES = frozenset({"opportunity", "chance", "pleasure", "honor", "honour", "privilege", "occasion"})
_SEVERAL = frozenset({"they", "we", "both"})
_BODIES = frozenset(
    {
        "g7",
        "g20",
        "nato",
        "asean",
        "european-union",
        "quad",
        "un-security-council",
        "african-union",
        "brics",
        "opec",
        "apec",
    }
)


def cast_of(stretch: Stretch, sofar: Reading, clause: Clause) -> Cast:
    """Whom a clause names, by the part they play."""
    tree = clause.tree
    acting = [acts for node in clause.doers for acts in _acting(tree, node)]
    doers = [one for node in acting for one in named_at(stretch, sofar, tree, node)]
    doers += [one for node in company(tree, clause.verb) for one in named_at(stretch, sofar, tree, node)]
    things = (*clause.objects, *clause.themes)
    objects = [one for node in things for one in named_at(stretch, sofar, tree, node)]
    others = [one for node in clause.others for one in named_behind(stretch, sofar, tree, node)]
    partners = clause.dealing.partners
    others += [one for node in things for one in named_inside(stretch, sofar, tree, node, partners=partners)]
    if clause.dealing.gathering.type is EventType.CONSULT:
        others += [
            one for node in (*clause.objects, *clause.others) for one in officials_at(stretch, sofar, tree, node)
        ]
    return Cast(tuple(doers), tuple(objects), tuple(others))


def _acting(tree: Tree, node: Node) -> tuple[Node, ...]:
    """Who does it where one only has the chance to: `Berg will get the [chance] to meet Ruto`."""
    if node.lower not in _CHANCES:
        return (node,)
    return tree.subjects(tree.predicate(node)) or (node,)


def is_met(stretch: Stretch, sofar: Reading, clause: Clause, cast: Cast) -> bool:
    """Whether those are named whom the lexicon asks for."""
    need, tree = clause.dealing.needs, clause.tree
    doers, rest = homes_of(stretch, cast.doers), homes_of(stretch, (*cast.objects, *cast.others))
    if need in ("two", "ties", "force", "with"):
        # Persons of no known state deal with one another at home.
        doers, rest = (frozenset(home for home in homes if home in _known(stretch, cast)) for homes in (doers, rest))
    if need == "two":
        return _are_two(stretch, clause, doers, rest)
    if need == "ties":
        return (bool(doers) and not _says_with_whom(clause)) or _are_two(stretch, clause, doers, rest)
    if need == "joint":
        if clause.doers and (clause.doers[0].lower in _SEVERAL or (rest and clause.doers[0].tag == "PRON")):
            return True
        with_people = any(map(is_person, _counted(tree, (*clause.objects, *clause.others))))
        return bool(doers and (rest - doers or with_people)) or len(_actors(cast.doers)) > 1 or _is_group(cast.doers)
    if need == "counterpart":
        asked = (*filter(_may_answer, clause.others), *_asked_inside(clause))
        said = [one for node in asked for one in named_behind(stretch, sofar, tree, node)]
        return bool(homes_of(stretch, said) - doers)
    if need == "bloc":
        return _is_group(cast.doers)
    if need == "place":
        thing = any(one.lower == "it" for one in clause.doers)
        sent = _is_of_state(stretch, cast.doers) or _is_official(stretch, sofar, cast.doers)
        return not thing and sent and goal_of(stretch, clause) is not None
    if need == "person":
        return bool(clause.doers) and _names_person(stretch, sofar, cast, clause)
    if need == "accord":
        return len(doers | rest | _parties_in_paper(stretch, clause)) > 1
    if need == "with":
        return bool(doers) and bool(homes_of(stretch, cast.others) - doers)
    if need == "paper":
        return bool(doers) or len(rest) > 1
    if need == "armed":
        return bool(doers)
    if need == "post":
        return bool(doers | rest)
    if need == "force":
        forces = any(FORCES.search(one.text) for one in (*clause.doers, *clause.objects))
        return forces and _are_two(stretch, clause, doers, rest)
    if need == "embassy":
        return any(
            _EMBASSY.search(core_of(tree, one).of(stretch.scene.text)) for one in (*clause.objects, *_phrases(clause))
        )
    return bool(doers)


def _says_with_whom(clause: Clause) -> bool:
    """Whether a phrase with the verb or its object leads to another, be it a party or not."""
    phrases = (one for node in (clause.verb, *clause.objects) for one in clause.tree.children(node, "obl", "nmod"))
    leading = ({case.lower for case in clause.tree.children(one, "case")} for one in phrases)
    return any(cases & clause.dealing.partners for cases in leading)


def _may_answer(node: Node) -> bool:
    """Whether one can speak with what a phrase names: persons, and those who speak for a state."""
    return node.tag == "PROPN" or is_person(node)


def _asked_inside(clause: Clause) -> Iterator[Node]:
    """Persons behind "with" whom the tree hangs on the topic (`discussed [the border with his counterpart]`)."""
    for one in clause.objects:
        for deep in clause.tree.below(one, but=("acl", "advcl", "parataxis", "ccomp")):
            cases = {case.lower for case in clause.tree.children(deep, "case")}
            over = clause.tree.head(deep) if deep.relation == "appos" else None
            told = (deep, *clause.tree.children(deep, "compound", "nmod", "flat"), *((over,) if over else ()))
            if cases & clause.dealing.partners and any(map(is_person, told)):
                yield deep


def _counted(tree: Tree, nodes: Sequence[Node]) -> Iterator[Node]:
    """Nouns, and what they count: `a number of [ministers] and [officials]`."""
    for node in nodes:
        yield node
        for inner in tree.children(node, "nmod"):
            yield from members(tree, inner)


def _known(stretch: Stretch, cast: Cast) -> frozenset[str]:
    """The parties whose state or body is known."""
    named = (*cast.doers, *cast.objects, *cast.others)
    return frozenset(home for one in named for actor in one.actors if (home := stretch.home_of(actor)))


def _is_of_state(stretch: Stretch, named: Sequence[Referent]) -> bool:
    """Whether somebody named acts for a state or a body; what private persons do is none of it."""
    return any(stretch.home_of(actor) for one in named for actor in one.actors)


def _is_official(stretch: Stretch, sofar: Reading, named: Sequence[Referent]) -> bool:
    """Whether the text of a government names someone by an office without saying whose: its own officials."""
    if home_of(stretch.scene) is None:
        return False
    actors = _actors(named)
    return any(actor.office.value for actor in sofar.actors if actor.actor in actors)


def _parties_in_paper(stretch: Stretch, clause: Clause) -> frozenset[str]:
    return frozenset().union(*(parties_of(stretch, core_of(clause.tree, one)) for one in clause.objects))


def _phrases(clause: Clause) -> tuple[Node, ...]:
    return clause.tree.children(clause.verb, "obl")


def _are_two(stretch: Stretch, clause: Clause, doers: frozenset[str], rest: frozenset[str]) -> bool:
    """Whether one party deals with another: a doer and someone else, or several who deal among themselves."""
    if doers and rest - doers:
        return True
    words = stretch.scene.text[clause.verb.span.start : clause.tree.stretch(clause.verb).end]
    if len(doers) > 1 and _MUTUAL.search(words):
        return True
    if doers:
        return False
    if clause.tree.is_passive(clause.verb):
        # "Bans were lifted on the Chilean airline": the goods say enough where nobody is said to have done it.
        ended = clause.dealing.gathering.type in (EventType.SANCTION, EventType.CONCEDE, EventType.REJECT)
        if clause.dealing.gathering.type is EventType.AID and not clause.dealing.goods:
            return False  # "She was treated in Peru": nobody is said to have done it.
        return bool(rest) if clause.dealing.goods and ended else len(rest) > 1
    return False


def _actors(named: Sequence[Referent]) -> set[str]:
    return {actor for one in named for actor in one.actors}


def _is_group(named: Sequence[Referent]) -> bool:
    """Whether a body of many states meets."""
    return any("/" not in actor and actor.islower() and actor in _BODIES for actor in _actors(named))


def _names_person(stretch: Stretch, sofar: Reading, cast: Cast, clause: Clause) -> bool:
    people = {actor.actor for actor in sofar.actors if actor.kind in (ActorKind.PERSON, ActorKind.OFFICE)}
    named = _actors((*cast.objects, *cast.others))
    described = any(is_person(one) for one in (*clause.objects, *clause.others))
    said = [one for one in clause.tree.children(clause.verb, "xcomp", "ccomp") if one not in clause.objects]
    if clause.dealing.gathering.name in ("call", "host") and said:
        return False
    if clause.dealing.gathering.name == "call" and not any(map(may_be_met, clause.objects)):
        return False
    return (bool(named & people) or (described and bool(named))) and _is_of_state(
        stretch, (*cast.objects, *cast.others)
    )
