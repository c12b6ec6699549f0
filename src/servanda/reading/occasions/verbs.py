"""Occasions that only a verb reports: who met whom, who will visit where, who banned, struck, freed or helped whom.

A clause counts where the parties that the lexicon asks for are named in it; what a state does at home is none. The record
runs from the subject to the object or the other party, no further. A verb whose object is itself the name of an occasion
("hosted a summit") is left to the nouns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from servanda.codebook import Reading, Span
from servanda.codebook.vocabulary import ActorKind, EventType, OccasionStatus
from servanda.lexicon.standings import load_standing_words
from servanda.reading.actors.references import Referent
from servanda.reading.occasions.clauses import Clause, find_clauses, is_person
from servanda.reading.occasions.roles import (
    company,
    core_of,
    homes_of,
    members,
    named_at,
    named_behind,
    named_inside,
    names_in,
    parties_of,
)
from servanda.reading.occasions.sightings import Cast, Sighting
from servanda.reading.stretches import Stretch
from servanda.reading.trees import Node, Tree

_FORCES = re.compile(
    r"(?:forces?|troops|soldiers|army|navy|military|warships?|peacekeepers|contingent|battalions?|tanks|marines|fighters|guerrillas|rebels|units?|brigades?|coalition)\Z",
    re.IGNORECASE,
)
_EMBASSY = re.compile(r"\b(?:[Ee]mbass(?:y|ies)|[Cc]onsulates?|High Commission)\b")
_MUTUAL = re.compile(
    r"\b(?:exchang\w+|swap\w*|clash\w*|fought|fight\w*|trad\w+|shar\w+|battl\w+|each\sother|one\sanother|their|ties|relations|cooperat\w+)\b"
)
_SEVERAL = frozenset({"they", "we", "both"})
_TOLD = frozenset({OccasionStatus.HELD, OccasionStatus.ONGOING})
_AHEAD = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE, EventType.SUPPORT})
# What such a verb tells goes on into what is to be done (`voted to extend its mission`).
_WITH_DEEDS = frozenset({EventType.THREATEN, EventType.SANCTION, EventType.AGREE})
_TAKEN_UP = frozenset({"counterpart", "with"})
_SENDING = frozenset(
    [
        "ask",
        "asks",
        "asked",
        "send",
        "sends",
        "sent",
        "dispatch",
        "dispatched",
        "direct",
        "directed",
        "instruct",
        "instructed",
    ]
)
_LASTING = frozenset(["consult", "consults", "consulting", "consulted", "negotiate", "negotiates", "negotiating"])
_FOR = frozenset({"for", "during", "in", "at", "on"})


def find_in_verbs(stretch: Stretch, sofar: Reading, taken: Sequence[Sighting]) -> Iterator[Sighting]:
    """The occasions that verbs of one sentence report.

    Args:
        stretch: the sentence.
        sofar: the reading with its actors.
        taken: what its nouns name already.
    """
    done: set[int] = set()
    for clause in map(_sent, find_clauses(stretch)):
        if clause.verb.place in done or clause.status is None:
            continue
        if not _is_finite(clause):
            continue
        if clause.status not in _TOLD and clause.dealing.gathering.type not in _AHEAD:
            continue  # What is only announced or feared is for the readers of commitments.
        if clause.status not in _TOLD and (
            clause.dealing.gathering.family == "ties" or clause.dealing.needs in _TAKEN_UP
        ):
            continue
        if clause.status is not OccasionStatus.HELD and clause.dealing.gathering.name in ("join", "found"):
            continue
        if clause.dealing.gathering.type is EventType.AID and clause.verb.fine == "VBG":
            continue  # "is sending blankets": under way as it was undertaken, and a commitment.
        if clause.dealing.gathering.name == "lead" and clause.tree.is_passive(clause.verb):
            continue  # "The force is led by a Kenyan": who commands it.
        sighting = _sighting(stretch, sofar, clause)
        if sighting is not None and not any(_is_told(sighting, clause, other) for other in taken):
            done.add(clause.verb.place)
            yield sighting


def _sent(clause: Clause) -> Clause:
    """A journey that somebody is asked or sent to make is planned: `asked Berg to travel to Lima`."""
    head = clause.tree.head(clause.verb)
    if clause.status is None and clause.dealing.needs == "place" and head is not None and head.lower in _SENDING:
        return replace(clause, status=OccasionStatus.PLANNED)
    return clause


def _is_finite(clause: Clause) -> bool:
    """Whether the verb tells something of its own: a participle behind a noun only where it says who did it or with whom."""
    tree, verb = clause.tree, clause.verb
    meeting = clause.dealing.gathering.type is EventType.CONSULT
    head = tree.head(verb)
    if verb.relation == "acl" and verb.fine in {"VBN", "VBG"} and not tree.children(verb, "aux", "nsubj"):
        return bool(tree.agents(verb) or clause.others) if verb.fine == "VBN" else meeting
    if not meeting and verb.fine == "VB" and head is not None and head.lower in load_standing_words().motion:
        return False  # "came to Iraq to fight": what for, not what was done.
    lasting = verb.lower in _LASTING and (verb.fine == "VBG" or clause.status is not OccasionStatus.HELD)
    return not lasting and not _only_describes(clause)


def _only_describes(clause: Clause) -> bool:
    """Whether a relative clause says what a thing does (`a rule that bans flights`), not what a party did."""
    tree, verb = clause.tree, clause.verb
    if verb.relation != "acl" or not any(one.fine in {"WDT", "WP"} for one in tree.children(verb, "nsubj")):
        return False
    behind = tree.head(verb)
    return behind is not None and behind.tag == "NOUN" and not is_person(behind) and not _FORCES.search(behind.text)


def _is_told(sighting: Sighting, clause: Clause, other: Sighting) -> bool:
    """Whether a noun in the clause names the same occasion, so that the verb only says that it was held."""
    if other.nominal is None:
        return other.span.overlaps(sighting.span)
    head = clause.tree.at(other.nominal.head.start)
    if head is not None and sighting.gathering.name == "host" and other.score >= 0.5:
        # "Welcomed him for a visit": the visit bears the record, wherever the tree hangs it.
        guest = any(case.lower == "for" for case in clause.tree.children(head, "case"))
        if guest and clause.verb in clause.tree.above(head) and other.gathering.type is sighting.gathering.type:
            return True
    over = clause.tree.head(head) if head is not None else None
    if other.score < 0.5 or head is None or (over != clause.verb and over not in clause.objects):
        return False
    cases = {case.lower for case in clause.tree.children(head, "case")}
    direct = head.relation == "obj" or head in clause.objects
    same = other.gathering.family == sighting.gathering.family
    both = other.gathering.type is sighting.gathering.type
    return (direct and (same or both)) or (same and bool(cases & _FOR))


def _sighting(stretch: Stretch, sofar: Reading, clause: Clause) -> Sighting | None:
    tree = clause.tree
    doers = [one for node in clause.doers for one in named_at(stretch, sofar, tree, node)]
    doers += [one for node in company(tree, clause.verb) for one in named_at(stretch, sofar, tree, node)]
    things = (*clause.objects, *clause.themes)
    objects = [one for node in things for one in named_at(stretch, sofar, tree, node)]
    others = [one for node in clause.others for one in named_behind(stretch, sofar, tree, node)]
    partners = clause.dealing.partners
    others += [one for node in things for one in named_inside(stretch, sofar, tree, node, partners=partners)]
    if not _is_met(stretch, sofar, clause, Cast(tuple(doers), tuple(objects), tuple(others))):
        return None
    place = clause.dealing.needs == "place"
    cast = Cast(tuple(doers), () if place else tuple(objects), () if place else tuple(others))
    return Sighting(
        gathering=clause.dealing.gathering,
        span=_span(stretch, sofar, clause),
        nominal=None,
        stretch=stretch,
        score=0.7,
        rule=f"{clause.dealing.gathering.name}-verb",
        cast=cast,
        anchor=clause.verb.span,
        status=clause.status,
    )


def _is_met(stretch: Stretch, sofar: Reading, clause: Clause, cast: Cast) -> bool:
    """Whether those are named whom the lexicon asks for."""
    need, tree = clause.dealing.needs, clause.tree
    doers, rest = homes_of(stretch, cast.doers), homes_of(stretch, (*cast.objects, *cast.others))
    if need in ("two", "force", "with"):
        # Persons of no known state deal with one another at home.
        doers, rest = (frozenset(home for home in homes if home in _known(stretch, cast)) for homes in (doers, rest))
    if need == "two":
        return _are_two(stretch, clause, doers, rest)
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
        return not thing and _is_of_state(stretch, cast.doers) and _goal(stretch, clause) is not None
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
        forces = any(_FORCES.search(one.text) for one in (*clause.doers, *clause.objects))
        return forces and _are_two(stretch, clause, doers, rest)
    if need == "embassy":
        return any(
            _EMBASSY.search(core_of(tree, one).of(stretch.scene.text)) for one in (*clause.objects, *_phrases(clause))
        )
    return bool(doers)


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


def _names_person(stretch: Stretch, sofar: Reading, cast: Cast, clause: Clause) -> bool:
    people = {actor.actor for actor in sofar.actors if actor.kind in (ActorKind.PERSON, ActorKind.OFFICE)}
    named = _actors((*cast.objects, *cast.others))
    described = any(is_person(one) for one in (*clause.objects, *clause.others))
    said = [one for one in clause.tree.children(clause.verb, "xcomp", "ccomp") if one not in clause.objects]
    if clause.dealing.gathering.name in ("call", "host") and said:
        return False
    if clause.dealing.gathering.name == "call" and not any(map(_may_be_called, clause.objects)):
        return False
    return (bool(named & people) or (described and bool(named))) and _is_of_state(
        stretch, (*cast.objects, *cast.others)
    )


def _may_be_called(node: Node) -> bool:
    return node.tag in {"PROPN", "PRON"} or is_person(node)


def _goal(stretch: Stretch, clause: Clause) -> Node | None:
    """The place where a journey leads: a proper name as object, or behind the verb's preposition."""
    tree, verb = clause.tree, clause.verb
    for one in tree.children(verb, "obj", "obl", "nmod"):
        cases = {case.lower for case in tree.children(one, "case")}
        if (
            one.tag != "PROPN"
            or _in_time(stretch, one.span)
            or (cases and not cases & {"to", "in", "at", "for", "into"})
        ):
            continue
        if (one.relation == "obj" or cases) and not _is_body(stretch, one):
            return one
    return None


def _is_body(stretch: Stretch, node: Node) -> bool:
    """Whether a name is that of a body, which one leaves and joins, but does not travel to."""
    return any(one.reason == "body" and one.span.overlaps(node.span) for one in names_in(stretch, stretch.span))


def _in_time(stretch: Stretch, span: Span) -> bool:
    return any(time.span.overlaps(span) for time in stretch.times)


def _span(stretch: Stretch, sofar: Reading, clause: Clause) -> Span:
    """From the subject, where it is the clause's own, to the object and the other party."""
    tree, verb = clause.tree, clause.verb
    group = tree.group(verb)
    partners = tuple(one for one in clause.others if named_behind(stretch, sofar, tree, one))
    reached = [*clause.objects, *partners, *clause.themes, *clause.doers]
    goal = _goal(stretch, clause) if clause.dealing.needs == "place" else None
    if goal is not None:
        reached.append(goal)
    behind = [one for one in reached if one.span.start > verb.span.start]
    if not behind and clause.dealing.needs == "joint" and all(one.tag == "PRON" for one in clause.doers):
        # "They met in Lima last April": the shortest clause would say nothing.
        behind = [one for one in tree.children(verb, "obl", "advmod") if one.span.start > verb.span.start]
        end = max([group.end, *(core_of(tree, one).end for one in behind)])
    else:
        end = max([group.end, *(_end(stretch, tree, one) for one in behind)])
    starts = [group.start, *(_start(tree, one) for one in tree.children(verb, "nsubj"))]
    starts += [one.span.start for one in clause.doers if one.place < verb.place < one.head]
    if verb.relation == "acl" and tree.is_passive(verb):
        starts += [_start(tree, one) for one in clause.objects]
    if clause.dealing.clausal and clause.dealing.gathering.type in _WITH_DEEDS:
        end = max(end, _deed_end(tree, verb))
    return Span(min(starts), end)


def _deed_end(tree: Tree, verb: Node) -> int:
    """Where what a threat says ends (`warned Chad not to cross the river`)."""
    said = [one for one in tree.children(verb, "xcomp", "ccomp") if tree.children(one, "mark")]
    return max((word.span.end for one in said for word in tree.below(one) if word.tag != "PUNCT"), default=0)


_LOOSE = ("acl", "advcl", "parataxis", "ccomp", "appos")


def _end(stretch: Stretch, tree: Tree, node: Node) -> int:
    """The end of a phrase with all that it joins, without clauses, appositions and times."""
    last = members(tree, node)[-1]
    purposes = [one for one in tree.children(last, "acl") if one.fine == "VBG" and _is_for(tree, one)]
    words = [*tree.below(last, but=_LOOSE), *(deep for one in purposes for deep in tree.below(one, but=_LOOSE))]
    words = sorted((one for one in words if one.tag != "PUNCT"), key=lambda one: one.place) or [last]
    while len(words) > 1 and (_in_time(stretch, words[-1].span) or words[-1].tag in {"ADP", "CCONJ", "DET"}):
        words.pop()
    return words[-1].span.end


def _is_for(tree: Tree, verb: Node) -> bool:
    """Whether a participle says what a paper is for: `a framework for negotiating a treaty`."""
    return any(mark.lower in {"for", "on"} for mark in tree.children(verb, "mark"))


def _start(tree: Tree, node: Node) -> int:
    """Where a subject begins; a relative pronoun is left out where its noun stands before it."""
    words = [one for one in tree.below(node, but=_LOOSE) if one.tag not in {"PUNCT", "ADP"}] or [node]
    return words[0].span.start
