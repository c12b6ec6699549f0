"""Events as PLOVER counts them: one for each sentence, the highest in its tree, with source and target.

PLOVER counts what the codebook leaves out: deeds at home, and mere words such as demands, praise and blame. So a sentence
is coded here for itself, and a reading's own occasions keep the type that their noun or verb has. What is yet to come or
denied changes the type: aid that is promised is AGREE, an attack that is announced THREATEN, a promise that is refused REJECT.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from servanda.codebook import ActorId, Reading, Span
from servanda.codebook.vocabulary import EventType, OccasionStatus
from servanda.lexicon.dealings import event_nouns
from servanda.lexicon.gatherings import gatherings_by_word
from servanda.lexicon.inflections import forms_of
from servanda.reading.occasions.clauses import Clause, clause_at, may_be_met
from servanda.reading.occasions.dyads import Dyad, actors_at, apart, below, dyad_of
from servanda.reading.occasions.standings import status_in
from servanda.reading.occasions.turnings import (
    is_denied,
    is_no_deed,
    is_urged,
    only_means,
    only_reports,
    promised_type,
    stance_of,
    turned_type,
)
from servanda.reading.scenes import Scene
from servanda.reading.stretches import Stretch, stretches_of
from servanda.reading.trees import Node, Tree

_NOUNS = gatherings_by_word()
_STANCES = frozenset({"promise", "plan", "give-assent"})
_COMING = frozenset({"will", "would", "'ll", "’ll", "wo"})
# The codebook calls a signing AGREE; PLOVER counts it as support that is shown.
_SIGNED = frozenset({"sign", "ratify"})
_BESIDE = frozenset({"with", "alongside"})
_FACING = frozenset({"against", "border", "borders", "frontier", "boundary"})
_ENDS = frozenset({"collapse", "breakdown", "end", "suspension", "failure", "lack", "absence", "cancellation", "halt"})
_WELCOMING = frozenset({"welcome", "welcomes", "welcomed", "welcoming"})
_PRESS = frozenset({"press", "news", "media"})
_SUPPOSED = frozenset({"if", "unless", "until"})
# What came first is the background of what is told: `will reopen its embassy five years after crowds burned it`.
_BEFORE = frozenset({"after", "since"})
# Who only speaks of a deed does none: `recalled the raid of 1998`, `played down the talks`.
_SPEAKING_OF = frozenset(
    form
    for verb in (
        "downplay",
        "minimize",
        "minimise",
        "belittle",
        "trivialize",
        "recount",
        "recall",
        "remember",
        "mention",
        "recollect",
    )
    for form in forms_of(verb)
)
_PLAYING = frozenset(forms_of("play"))


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
    """The highest event of a sentence; None where it tells none.

    Verbs and the nouns of named parties go first, then what a party will or will not do in verbs that the lexicon does not
    have, then a noun without a party.
    """
    tree = stretch.scene.tree(stretch.span)
    words = tuple(_downwards(tree))
    for rule in (_at, _intended, _named):
        found = (rule(stretch, sofar, tree, node) for node in words)
        first = next((event for event in found if event is not None), None)
        if first is not None:
            return first
    return None


def _downwards(tree: Tree) -> Iterator[Node]:
    """The words of a tree from its root downwards, level by level; what is only supposed or came before is left out."""
    level = [node for node in tree.nodes if node.head == node.place]
    while level:
        yield from level
        level = [child for node in level for child in tree.children(node) if not _is_supposed(tree, child)]


def _is_supposed(tree: Tree, node: Node) -> bool:
    return node.relation == "advcl" and bool(
        (_SUPPOSED | _BEFORE) & {one.lower for one in tree.children(node, "mark", "advmod")}
    )


def _at(stretch: Stretch, sofar: Reading, tree: Tree, node: Node) -> Event | None:
    if node.relation in {"amod", "compound", "case", "aux"} or only_reports(tree, node) or _is_helper(tree, node):
        return None
    stance = stance_of(tree, node)
    if stance is EventType.REQUEST and is_urged(tree, node):
        return _of_urging(stretch, sofar, tree, node)
    if stance is not None:
        return _of_words(stance, "promise", stretch, sofar, node)
    clause = clause_at(tree, node) if node.tag in {"VERB", "ADJ"} or node.fine.startswith("VB") else None
    if clause is not None and not _meets_things(clause):
        return _of_clause(stretch, sofar, clause)
    if node.tag == "VERB" and is_urged(tree, node):
        return _of_urging(stretch, sofar, tree, node)
    if node.tag in {"NOUN", "PROPN"} and node.lower in _NOUNS and not _is_other_thing(stretch, tree, node):
        told = _of_noun(stretch, sofar, tree, node)
        return told if told and (told.sources or told.targets) else None
    return None


def _is_helper(tree: Tree, node: Node) -> bool:
    """Whether a verb only says that something is to come or follows, or who is sought: `is going to send`, `wanted in Lima`."""
    if node.lower == "wanted" and (node.relation == "acl" or tree.is_passive(node)):
        return True
    inner = [one for one in tree.children(node, "xcomp", "advcl") if one.fine == "VB"]
    on = any(one.lower == "on" for one in tree.children(node, "advmod", "compound", "obl"))
    return bool(inner) and (node.lower == "going" or (node.lower in {"go", "goes", "went"} and on))


def _meets_things(clause: Clause) -> bool:
    """Whether what is met is no one: `met its objectives`."""
    return (
        clause.dealing.gathering.name == "meet"
        and any(one.tag == "NOUN" for one in clause.objects)
        and not any(may_be_met(one) for one in clause.objects)
    )


def _is_other_thing(stretch: Stretch, tree: Tree, node: Node) -> bool:
    """Whether a noun is a month or a paper, what has ended or is spoken of: `since March`, `the collapse of talks`."""
    timed = any(time.span.overlaps(node.span) for time in stretch.times)
    head = tree.head(node)
    ended = node.relation == "nmod" and head is not None and head.lower in _ENDS
    spoken_of = node.relation in {"obj", "obl"} and head is not None and _speaks_of(tree, head, node)
    return timed or ended or spoken_of or any(one.lower in _PRESS for one in tree.children(node, "compound"))


def _speaks_of(tree: Tree, verb: Node, deed: Node) -> bool:
    """Whether a verb only says how somebody speaks of a deed."""
    down = any(one.lower == "down" for one in (*tree.children(verb), *tree.children(deed, "case")))
    return down if verb.lower in _PLAYING else deed.relation == "obj" and verb.lower in _SPEAKING_OF


def _of_clause(stretch: Stretch, sofar: Reading, clause: Clause) -> Event | None:
    tree, name = clause.tree, clause.dealing.gathering.name
    event = clause.dealing.gathering.type
    if is_no_deed(event, tree, clause.verb):
        return None
    if name in _SIGNED and status_in(tree, clause.verb) is OccasionStatus.HELD:
        event = EventType.SUPPORT
    meant = name in _STANCES or only_means(tree, clause.verb)
    event = promised_type(tree, clause.verb) if meant else turned_type(event, tree, clause.verb)
    if event is EventType.REQUEST and is_urged(tree, clause.verb):
        return _of_urging(stretch, sofar, tree, clause.verb)
    dyad = dyad_of(stretch, sofar, clause)
    if event is EventType.SUPPORT and _greets(stretch, clause):
        return _event(EventType.CONSULT, "greet", clause.verb, dyad, "visit")
    if event is EventType.MOBILIZE and _are_together(stretch, sofar, clause, dyad):
        event = EventType.COOPERATE
    mode = clause.dealing.mode if event is clause.dealing.gathering.type else ""
    return _event(event, name, clause.verb, dyad, mode)


def _greets(stretch: Stretch, clause: Clause) -> bool:
    """Whether a person is welcomed, and not a decision: `welcomed President Boric at the palace`."""
    met = (one for node in clause.objects for one in stretch.mentions if one.span.overlaps(node.span))
    return clause.verb.lower in _WELCOMING and any(actor in stretch.homes for one in met for actor in one.actors)


def _are_together(stretch: Stretch, sofar: Reading, clause: Clause, dyad: Dyad) -> bool:
    """Whether forces of several parties do it as one: `Chilean and Peruvian ships patrolled`, `… began patrols with Peru`."""
    tree = clause.tree
    if _FACING & {one.lower for one in tree.below(clause.verb, but=("advcl",))}:
        return False  # "massed troops on the border with Peru"
    phrases = (*tree.children(clause.verb, "obl"), *(p for o in clause.objects for p in tree.children(o, "nmod")))
    beside = [one for one in phrases if _BESIDE & {case.lower for case in tree.children(one, "case")}]
    return len(dyad.sources) > 1 or bool(set(actors_at(stretch, sofar, tree, beside)) - set(dyad.sources))


def _event(event: EventType, sort: str, node: Node, dyad: Dyad, mode: str = "") -> Event:
    return Event(type=event, mode=mode, span=node.span, sources=dyad.sources, targets=dyad.targets, sort=sort)


def _of_urging(stretch: Stretch, sofar: Reading, tree: Tree, verb: Node) -> Event:
    """A demand in the words of who says it: `Togo said that Ghana should withdraw`."""
    head = tree.head(verb) or verb
    sources = actors_at(stretch, sofar, tree, tree.subjects(head))
    targets = actors_at(stretch, sofar, tree, tree.agents(verb) if tree.is_passive(verb) else tree.subjects(verb))
    targets = tuple(one for one in targets if one not in sources)
    return _event(EventType.REQUEST, "ask", verb, Dyad(sources, targets or below(stretch, sofar, tree, verb, sources)))


def _of_words(event: EventType, sort: str, stretch: Stretch, sofar: Reading, node: Node) -> Event:
    """An event whose word takes a clause: its subject is the source, whoever is named below it the target."""
    tree = stretch.scene.tree(stretch.span)
    sources = _subjects(stretch, sofar, tree, node)
    return _event(event, sort, node, Dyad(sources, below(stretch, sofar, tree, node, sources)))


def _subjects(stretch: Stretch, sofar: Reading, tree: Tree, node: Node) -> tuple[ActorId, ...]:
    """Who the subject of a word is; for a pronoun that means nobody known, the one who speaks."""
    chain = (node, *(one for one in tree.above(node) if one.tag == "VERB"))
    found = (actors_at(stretch, sofar, tree, tree.subjects(one)) for one in chain)
    return next((one for one in found if one), ())


def _intended(stretch: Stretch, sofar: Reading, tree: Tree, node: Node) -> Event | None:
    """What a party will or will not do, in a verb that the lexicon does not have: `said it would not budge`."""
    if node.tag != "VERB" or not _COMING & {one.lower for one in tree.children(node, "aux")}:
        return None
    if node.relation not in {"root", "ccomp", "conj"} or not (sources := _subjects(stretch, sofar, tree, node)):
        return None
    event = EventType.REJECT if is_denied(tree, node) else EventType.AGREE
    return _event(event, "intent", node, Dyad(sources, below(stretch, sofar, tree, node, sources)))


def _named(stretch: Stretch, sofar: Reading, tree: Tree, node: Node) -> Event | None:
    """A noun tells what happened where no verb does and no known party is named."""
    if node.tag != "NOUN" or _is_other_thing(stretch, tree, node):
        return None
    if node.lower in _NOUNS:
        return _of_noun(stretch, sofar, tree, node)
    told = event_nouns().get(node.lower)
    if told is None:
        return None
    head = tree.predicate(node)
    sources = actors_at(stretch, sofar, tree, tuple(one for one in tree.subjects(head) if one != node))
    dyad = Dyad(sources, below(stretch, sofar, tree, node, sources))
    return _event(told.gathering.type, told.gathering.name, node, dyad, told.mode)


def _of_noun(stretch: Stretch, sofar: Reading, tree: Tree, node: Node) -> Event | None:
    """An event that a noun names: of the verb's subject where it stands as object, else of those in the nominal."""
    gathering = _NOUNS[node.lower]
    head = tree.predicate(node)
    if head.tag == "VERB" and is_no_deed(gathering.type, tree, head):
        return None
    inside = actors_at(stretch, sofar, tree, tree.children(node, "nmod", "amod"))
    doers = tree.agents(head) if tree.is_passive(head) else tree.subjects(head)
    sources = actors_at(stretch, sofar, tree, tuple(one for one in doers if one != node))
    event = turned_type(gathering.type, tree, head) if head.tag == "VERB" else gathering.type
    first, rest = (sources, inside) if sources else (inside[:1], inside[1:])
    return _event(event, gathering.name, node, apart(first, rest))
