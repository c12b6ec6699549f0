"""Events as PLOVER counts them: one for each sentence, the highest in its tree, with source and target.

PLOVER counts what the codebook leaves out: deeds at home, and mere words such as demands, praise and blame. So a sentence
is coded here for itself, and a reading's own occasions keep the type that their noun or verb has. What is yet to come or
denied changes the type: aid that is promised is AGREE, an attack that is announced THREATEN, a promise that is refused REJECT.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from servanda.codebook import ActorId, Reading, Span
from servanda.codebook.vocabulary import EventType, OccasionStatus
from servanda.lexicon.dealings import dealings_by_form
from servanda.lexicon.gatherings import gatherings_by_word
from servanda.reading.actors.references import Referent
from servanda.reading.occasions.clauses import Clause, clause_at
from servanda.reading.occasions.roles import core_of, named_at, named_behind, named_inside, parties_of
from servanda.reading.occasions.standings import status_in
from servanda.reading.scenes import Scene
from servanda.reading.stretches import Stretch, stretches_of
from servanda.reading.trees import Node, Tree

_FORMS = dealings_by_form()
_NOUNS = gatherings_by_word()
_KIND = frozenset(
    {EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.CONCEDE, EventType.COOPERATE, EventType.AID}
)
_YIELDING = frozenset({EventType.CONCEDE, EventType.RETREAT})
_HARSH = frozenset(
    {EventType.PROTEST, EventType.SANCTION, EventType.MOBILIZE, EventType.COERCE, EventType.ASSAULT, EventType.REJECT}
)
_READY = frozenset({"ready", "willing", "prepared", "set", "determined", "poised", "about", "eager", "able", "keen"})
_STANCES = frozenset({"promise", "plan"})
_URGED = frozenset({"must", "should", "ought"})
# The codebook calls a signing AGREE; PLOVER counts it as support that is shown.
_SIGNED = frozenset({"sign", "ratify"})
_TO_COME = frozenset({OccasionStatus.PLANNED, OccasionStatus.HYPOTHETICAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What one sentence tells.

    Attributes:
        type: PLOVER's event type.
        mode: PLOVER's mode, or empty.
        span: the word that tells it.
        sources: who does it.
        targets: to whom.
        sort: the name of the lexicon's class.
    """

    type: EventType
    mode: str
    span: Span
    sources: tuple[ActorId, ...]
    targets: tuple[ActorId, ...]
    sort: str


def find_events(scene: Scene, sofar: Reading) -> Iterator[Event]:
    """The event of each sentence that tells one, with those of the verbs joined to it, in order."""
    for stretch in stretches_of(scene, sofar):
        event = event_of(stretch, sofar)
        if event is not None:
            yield event
            yield from _joined(stretch, sofar, event)


def _joined(stretch: Stretch, sofar: Reading, event: Event) -> Iterator[Event]:
    """The events of verbs that "and" joins to the first one: `condemned the raid and expelled the envoy`."""
    tree = stretch.scene.tree(stretch.span)
    verb = tree.at(event.span.start)
    for other in tree.children(verb, "conj") if verb else ():
        told = _at(stretch, sofar, tree, other)
        if told is not None:
            yield told


def event_of(stretch: Stretch, sofar: Reading) -> Event | None:
    """The highest event of a sentence; None where it tells none."""
    tree = stretch.scene.tree(stretch.span)
    words = tuple(_downwards(tree))
    found = (_at(stretch, sofar, tree, node) for node in words)
    first = next((event for event in found if event is not None), None)
    if first is not None:
        return first
    # Where no known party is named, a noun still tells what happened.
    bare = (_of_noun(stretch, sofar, tree, node) for node in words if node.lower in _NOUNS and node.tag == "NOUN")
    return next(bare, None)


def _downwards(tree: Tree) -> Iterator[Node]:
    """The words of a tree from its root downwards, level by level."""
    level = [node for node in tree.nodes if node.head == node.place]
    while level:
        yield from level
        level = [child for node in level for child in tree.children(node)]


def _at(stretch: Stretch, sofar: Reading, tree: Tree, node: Node) -> Event | None:
    if node.relation in {"amod", "compound", "case", "aux"}:
        return None
    if node.lower in _READY and tree.children(node, "xcomp", "ccomp", "advcl"):
        return _of_words(_of_promise(tree, node), "promise", stretch, sofar, node)
    clause = clause_at(tree, node) if node.tag in {"VERB", "ADJ"} or node.fine.startswith("VB") else None
    if clause is not None:
        return _of_clause(stretch, sofar, clause)
    if node.tag == "VERB" and _is_urged(tree, node):
        return _of_words(EventType.REQUEST, "ask", stretch, sofar, node)
    if node.tag in {"NOUN", "PROPN"} and node.lower in _NOUNS:
        told = _of_noun(stretch, sofar, tree, node)
        return told if told.sources or told.targets else None
    return None


def _of_clause(stretch: Stretch, sofar: Reading, clause: Clause) -> Event:
    tree = clause.tree
    event = clause.dealing.gathering.type
    if clause.dealing.gathering.name in _SIGNED and status_in(tree, clause.verb) is OccasionStatus.HELD:
        event = EventType.SUPPORT
    if clause.dealing.gathering.name in _STANCES:
        event = _of_promise(tree, clause.verb)
    else:
        event = _turned(event, tree, clause.verb)
    sources = _actors(stretch, sofar, tree, clause.doers)
    targets = _targets(stretch, sofar, clause) or _deeper(stretch, sofar, tree, clause.verb)
    mode = clause.dealing.mode if event is clause.dealing.gathering.type else ""
    return Event(
        type=event,
        mode=mode,
        span=clause.verb.span,
        sources=sources,
        targets=tuple(one for one in targets if one not in sources),
        sort=clause.dealing.gathering.name,
    )


def _turned(event: EventType, tree: Tree, verb: Node) -> EventType:
    """The type of a deed that is still to come or denied."""
    status = status_in(tree, verb)
    if _URGED & {one.lower for one in tree.children(verb, "aux")}:
        return EventType.REQUEST
    if status is None and tree.is_negated(verb) and event in _KIND | _YIELDING:
        return EventType.REJECT
    if status in _TO_COME and verb.lower != "resign":
        if event in _KIND | _YIELDING:
            return EventType.AGREE
        if event in _HARSH:
            return EventType.THREATEN
    return event


def _of_promise(tree: Tree, verb: Node) -> EventType:
    """What is promised or planned is an agreement, unless it is harm; a decision is what it decides."""
    if _URGED & {one.lower for one in tree.children(verb, "aux")}:
        return EventType.REQUEST
    if tree.is_negated(verb):
        return EventType.REJECT
    for child in tree.children(verb, "xcomp", "ccomp", "advcl"):
        inner = clause_at(tree, child)
        if inner is not None and verb.lower == "decided":
            return inner.dealing.gathering.type
        if inner is not None and inner.dealing.gathering.type in _HARSH - {EventType.REJECT}:
            return EventType.THREATEN
    return EventType.AGREE


def _is_urged(tree: Tree, verb: Node) -> bool:
    """Whether someone says that another one must do something: `said that Peru must open its ports`."""
    modal = tree.modal(verb)
    return modal is not None and modal.lower in {"must", "should"} and verb.relation == "ccomp"


def _of_words(event: EventType, sort: str, stretch: Stretch, sofar: Reading, node: Node) -> Event:
    """An event whose word takes a clause: its subject is the source, whoever is named below it the target."""
    tree = stretch.scene.tree(stretch.span)
    sources = _actors(stretch, sofar, tree, tree.subjects(node))
    targets = _deeper(stretch, sofar, tree, node)
    return Event(
        type=event,
        mode="",
        span=node.span,
        sources=sources,
        targets=tuple(one for one in targets if one not in sources),
        sort=sort,
    )


def _of_noun(stretch: Stretch, sofar: Reading, tree: Tree, node: Node) -> Event:
    """An event that a noun names: of the verb's subject where it stands as object, else of those in the nominal."""
    gathering = _NOUNS[node.lower]
    head = tree.predicate(node)
    inside = _actors(stretch, sofar, tree, tree.children(node, "nmod", "amod"))
    doers = tree.agents(head) if tree.is_passive(head) else tree.subjects(head)
    sources = _actors(stretch, sofar, tree, tuple(one for one in doers if one != node))
    event = _turned(gathering.type, tree, head) if head.tag == "VERB" else gathering.type
    first, rest = (sources, inside) if sources else (inside[:1], inside[1:])
    return Event(
        type=event,
        mode="",
        span=node.span,
        sources=first,
        targets=tuple(one for one in rest if one not in first),
        sort=gathering.name,
    )


def _targets(stretch: Stretch, sofar: Reading, clause: Clause) -> tuple[ActorId, ...]:
    """To whom a clause says that it is done."""
    tree, things = clause.tree, (*clause.objects, *clause.themes)
    named = [one for node in things for one in named_at(stretch, sofar, tree, node)]
    named += [one for node in clause.others for one in named_behind(stretch, sofar, tree, node)]
    partners = clause.dealing.partners
    named += [one for node in things for one in named_inside(stretch, sofar, tree, node, partners=partners)]
    return _parties(stretch, named)


def _actors(stretch: Stretch, sofar: Reading, tree: Tree, nodes: tuple[Node, ...]) -> tuple[ActorId, ...]:
    """The parties that phrases name; for a person whose state is not known, the state that the phrase names."""
    found: list[ActorId] = []
    for node in nodes:
        for one in named_at(stretch, sofar, tree, node):
            homes = _parties(stretch, [one])
            unknown = all(stretch.home_of(actor) is None for actor in one.actors)
            states = parties_of(stretch, core_of(tree, node)) if unknown else frozenset()
            found += sorted(states) or homes
    return tuple(dict.fromkeys(found))


def _parties(stretch: Stretch, named: Iterable[Referent]) -> tuple[ActorId, ...]:
    """A person is the state served, where it is known."""
    return tuple(dict.fromkeys(stretch.home_of(actor) or actor for one in named for actor in one.actors))


def _deeper(stretch: Stretch, sofar: Reading, tree: Tree, verb: Node) -> tuple[ActorId, ...]:
    """The parties in the clause that hangs on a verb."""
    for child in tree.children(verb, "xcomp", "ccomp", "advcl", "obl", "obj", "nmod"):
        clause = clause_at(tree, child)
        inner = _targets(stretch, sofar, clause) if clause else ()
        inner = inner or _actors(stretch, sofar, tree, tree.children(child, "nsubj", "obj", "obl", "iobj", "nmod"))
        if inner:
            return inner
    return ()
