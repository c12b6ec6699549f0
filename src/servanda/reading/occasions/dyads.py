"""Who does something to whom in one clause: the sources and targets of an event.

PLOVER and CAMEO know the parties of an event as states; persons and bodies count as the states they serve. Where the
clause itself names no target, the next party named below it is meant; one in a clause of its own ("after Peru …") is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from servanda.codebook import ActorId, Reading
from servanda.codebook.vocabulary import ActorKind, EventType
from servanda.lexicon.gatherings import gatherings_by_word
from servanda.lexicon.names import load_names
from servanda.lexicon.states import load_states
from servanda.reading.actors.peoples import peoples
from servanda.reading.actors.references import Referent
from servanda.reading.occasions.clauses import Clause
from servanda.reading.occasions.roles import core_of, named_at, named_behind, named_inside, names_in, parties_of
from servanda.reading.occasions.turnings import HARSH
from servanda.reading.stretches import Stretch
from servanda.reading.trees import Node, Tree

# Deeds of which the doer names the sufferer by where that one was: `was released from Kenya`, `given shelter in Togo`.
_OUT_OF = frozenset({"from", "in"})
_POINTING = frozenset({"he", "she", "it", "they", "we"})
_ASIDE = frozenset(
    {"after", "since", "because", "as", "when", "while", "if", "unless", "before", "although", "though", "following"}
    | {"amid", "despite", "during"}
)
_SITES = frozenset({"in", "at", "near", "on"})
_SAYING = frozenset({EventType.REQUEST, EventType.ACCUSE, EventType.THREATEN, EventType.REJECT, EventType.AGREE})
# Talks, whose partner stands beside the verb; of some the object is what they are about (`discussed Haiti with Peru`).
_TOPICAL = frozenset({"debate", "discuss", "raise"})
_TALKS = _TOPICAL | {"meet", "phone", "speak", "ring", "call", "greet"}
_DOWN = ("xcomp", "ccomp", "obj", "iobj", "obl", "nmod", "advcl", "acl")
_DEPTH = 4


@dataclass(frozen=True, slots=True)
class Dyad:
    """The parties of one event.

    Attributes:
        sources: who does it.
        targets: to whom.
    """

    sources: tuple[ActorId, ...]
    targets: tuple[ActorId, ...]


def dyad_of(stretch: Stretch, sofar: Reading, clause: Clause) -> Dyad:
    """The parties of a clause."""
    tree, verb = clause.tree, clause.verb
    sources = (
        actors_at(stretch, sofar, tree, clause.doers)
        or _senders(stretch, sofar, tree, clause.doers)
        or _speakers(stretch, sofar, tree, clause.doers, verb)
    )
    targets = targets_of(stretch, sofar, clause)
    if clause.dealing.reversed:
        return apart(targets, sources)
    if not sources and tree.is_passive(verb):
        done = actors_at(stretch, sofar, tree, clause.objects)
        sources = tuple(one for one in _behind(stretch, sofar, tree, verb) if one not in done)
        targets = tuple(one for one in targets if one not in sources)
    rest = tuple(one for one in targets if one not in sources)
    if clause.dealing.gathering.name in _TALKS:
        # Who else is named below is what they talked about, unless one alone is named who talks.
        return Dyad(sources, rest or (_talked_with(stretch, sofar, clause) if len(sources) == 1 else ()))
    rest = rest or _at_home(stretch, sofar, clause, sources) or _meant(stretch, sofar, clause, sources)
    inner = clause.objects if tree.is_passive(verb) else _deeds(clause.doers)
    return Dyad(sources, rest or _first(below(stretch, sofar, tree, one, sources) for one in inner))


def _deeds(nodes: Iterable[Node]) -> Iterator[Node]:
    """The nouns for deeds among some words: `a [raid] on Kenya killed two`."""
    return (one for one in nodes if one.lower in gatherings_by_word())


def _first(found: Iterable[tuple[ActorId, ...]]) -> tuple[ActorId, ...]:
    """The first that is not empty."""
    return next((one for one in found if one), ())


def apart(sources: tuple[ActorId, ...], targets: tuple[ActorId, ...]) -> Dyad:
    """A dyad in which nobody stands on both sides."""
    return Dyad(sources, tuple(one for one in targets if one not in sources))


def actors_at(stretch: Stretch, sofar: Reading, tree: Tree, nodes: Iterable[Node]) -> tuple[ActorId, ...]:
    """The parties that phrases name; for a person whose state is not known, the state that the phrase names."""
    found: list[ActorId] = []
    for node in nodes:
        for one in named_at(stretch, sofar, tree, node):
            homes = parties(stretch, sofar, [one])
            unknown = all(stretch.home_of(actor) is None for actor in one.actors)
            states = parties_of(stretch, core_of(tree, node)) if unknown else frozenset()
            found += sorted(states) or homes
        people = _people(tree, node)
        found += [people] if people else []
    return tuple(dict.fromkeys(found))


def _people(tree: Tree, node: Node) -> ActorId | None:
    """The state of a people: `killed ten Kenyans` names no actor of the codebook, and for PLOVER their state."""
    before = tree.nodes[node.place - 1].text if node.place else ""
    return peoples().get(f"{before} {node.text}") or peoples().get(node.text)


def targets_of(stretch: Stretch, sofar: Reading, clause: Clause) -> tuple[ActorId, ...]:
    """To whom a clause says that it is done."""
    name = clause.dealing.gathering.name
    things = () if name in _TOPICAL else clause.objects
    found = _targets_at(stretch, sofar, clause, things)
    return found if name in _TALKS else found or _targets_at(stretch, sofar, clause, clause.themes)


def _talked_with(stretch: Stretch, sofar: Reading, clause: Clause) -> tuple[ActorId, ...]:
    """With whom one talks, where the tree hangs that on what is talked about: `discussed the role of police with Fiji`."""
    inside = (one for node in clause.objects for one in clause.tree.below(node, but=("acl", "ccomp")))
    phrases = [one for one in inside if "with" in {case.lower for case in clause.tree.children(one, "case")}]
    return actors_at(stretch, sofar, clause.tree, phrases[-1:])


def _targets_at(stretch: Stretch, sofar: Reading, clause: Clause, things: tuple[Node, ...]) -> tuple[ActorId, ...]:
    tree = clause.tree
    named = [one for node in things for one in named_at(stretch, sofar, tree, node)]
    beside = [one for node in clause.others for one in named_behind(stretch, sofar, tree, node)]
    if beside:
        named = [one for one in named if not _is_site(tree, one)]  # "marked the day in Chile with Peru"
    if _names_target(stretch, sofar, clause, things, named):
        beside = []  # "criticized Peru over its ties with Chile"
    partners = clause.dealing.partners
    named += beside
    named += [one for node in things for one in named_inside(stretch, sofar, tree, node, partners=partners)]
    return parties(stretch, sofar, named) or actors_at(stretch, sofar, tree, things)


def _names_target(
    stretch: Stretch, sofar: Reading, clause: Clause, things: tuple[Node, ...], named: Iterable[Referent]
) -> bool:
    """Whether an object is itself another party, so that phrases beside it only say why or from where; talks have partners there."""
    if clause.dealing.gathering.type is EventType.CONSULT:
        return False
    heads = [node.span for node in things if node.tag == "PROPN"]
    met = parties(stretch, sofar, (one for one in named if any(one.span.overlaps(head) for head in heads)))
    return bool(set(met) - set(actors_at(stretch, sofar, clause.tree, clause.doers)))


def _is_site(tree: Tree, named: Referent) -> bool:
    """Whether a party is named only as the place where a thing is."""
    node = tree.top(named.span)
    return node is not None and bool(_SITES & {case.lower for case in tree.children(node, "case")})


def _is_where(tree: Tree, verb: Node, phrase: Node) -> bool:
    """Whether a phrase right behind a verb says where it is done."""
    return any(one.lower == "in" and one.place == verb.place + 1 for one in tree.children(phrase, "case"))


def below(
    stretch: Stretch, sofar: Reading, tree: Tree, verb: Node, sources: tuple[ActorId, ...]
) -> tuple[ActorId, ...]:
    """The parties named next below a verb, level by level, those who do it left out."""
    return _nearest(stretch, sofar, tree, tuple(_inner(tree, verb)), sources)


def _meant(stretch: Stretch, sofar: Reading, clause: Clause, sources: tuple[ActorId, ...]) -> tuple[ActorId, ...]:
    """The parties named next below the verb of a clause.

    Where something is only said, a place right behind the verb is where it is said, and passed over while another one is
    named: `warned in Lima of attacks by Malta`.
    """
    tree, verb = clause.tree, clause.verb
    level = tuple(_inner(tree, verb))
    rest = tuple(one for one in level if not (clause.dealing.gathering.type in _SAYING and _is_where(tree, verb, one)))
    return _nearest(stretch, sofar, tree, rest, sources) or _nearest(stretch, sofar, tree, level, sources)


def _nearest(
    stretch: Stretch, sofar: Reading, tree: Tree, level: tuple[Node, ...], sources: tuple[ActorId, ...]
) -> tuple[ActorId, ...]:
    for _ in range(_DEPTH):
        for node in level:
            found = [one for one in actors_at(stretch, sofar, tree, (node,)) if one not in sources]
            if found:
                return tuple(found)
        level = tuple(child for node in level for child in _inner(tree, node))
    return ()


def _inner(tree: Tree, node: Node) -> Iterator[Node]:
    """What hangs on a word and says what it is about; a clause that only says when or why is passed over."""
    for child in tree.children(node, *_DOWN):
        marks = {one.lower for one in tree.children(child, "mark", "advmod", "case")}
        if not marks & _ASIDE:
            # "Demanded that Kenya withdraw from Malta": who is to do it, and not what it is about.
            yield from tree.children(child, "nsubj") if child.relation in {"xcomp", "ccomp", "acl"} else ()
            yield child


def _at_home(stretch: Stretch, sofar: Reading, clause: Clause, sources: tuple[ActorId, ...]) -> tuple[ActorId, ...]:
    """A state whose people do something harsh to its people: `Kenyan police arrested Kenyan students`."""
    if clause.dealing.gathering.type not in HARSH:
        return ()  # "Kenya discussed Kenyan exports"
    named = [one for node in clause.objects for one in named_at(stretch, sofar, clause.tree, node)]
    spelt = [one for one in named if one.span.of(stretch.scene.text)[:1].isupper()]
    return tuple(one for one in parties(stretch, sofar, spelt) if one in sources)


def _speakers(stretch: Stretch, sofar: Reading, tree: Tree, doers: tuple[Node, ...], verb: Node) -> tuple[ActorId, ...]:
    """Whom a pronoun behind a verb of saying means: `Togo said [it] would help`."""
    if not any(one.lower in _POINTING for one in doers):
        return ()
    above = (one for one in tree.above(verb) if one.tag == "VERB" and tree.subjects(one))
    return _first(actors_at(stretch, sofar, tree, tree.subjects(one)) for one in above)


def _senders(stretch: Stretch, sofar: Reading, tree: Tree, doers: tuple[Node, ...]) -> tuple[ActorId, ...]:
    """Who stands behind a thing that does it: `missiles fired by Peru hit a school`."""
    sent = (one for doer in doers for one in tree.children(doer, "acl") if tree.is_passive(one))
    return _first(actors_at(stretch, sofar, tree, tree.agents(one)) for one in sent)


def _behind(stretch: Stretch, sofar: Reading, tree: Tree, verb: Node) -> tuple[ActorId, ...]:
    """Who does what a passive tells, where only a place says so."""
    phrases = (one for one in tree.children(verb, "obl") if _OUT_OF & {c.lower for c in tree.children(one, "case")})
    return _first(actors_at(stretch, sofar, tree, (one,)) for one in phrases)


def parties(stretch: Stretch, sofar: Reading, named: Iterable[Referent]) -> tuple[ActorId, ...]:
    """A person is the state served, where it is known, and a group of people the one state in its name (`Chadian rebels`)."""
    return tuple(dict.fromkeys(_party(stretch, sofar, one, actor) for one in named for actor in one.actors))


def _party(stretch: Stretch, sofar: Reading, named: Referent, actor: ActorId) -> ActorId:
    home = stretch.home_of(actor) or actor
    if home in load_states():
        return home
    states = {state for one in names_in(stretch, named.span) for state in one.actors if state in load_states()}
    states = states or _states_in_name(sofar, actor)
    return states.pop() if len(states) == 1 else home


def _states_in_name(sofar: Reading, actor: ActorId) -> set[ActorId]:
    """The states in the name of a group that is meant by another word here: `they`, behind `the Chadian rebels said`."""
    names = (one.name for one in sofar.actors if one.actor == actor and one.kind is ActorKind.GROUP)
    return {known.id for name in names for _, known in load_names().find(name) if known.id in load_states()}
