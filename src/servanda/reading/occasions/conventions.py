"""How the coders of CAMEO place the parties of an event where the words leave one side open.

Data coded by TABARI and PETRARCH have a source and a target for every event, since an event with one side is dropped there.
What their manual and programs do to find the other side is written out here, rule by rule, so that events of ours can be
put beside such data. None of it is read from the words: a reading's own events keep an open side open, and an event that
a rule has filled says which one did.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from servanda.codebook import ActorId, Reading, Span
from servanda.codebook.vocabulary import EventType
from servanda.lexicon.bodies import load_bodies
from servanda.lexicon.codes import states_of_groups
from servanda.lexicon.states import load_states
from servanda.reading.actors.references import Referent
from servanda.reading.occasions.dyads import Dyad, actors_at, parties
from servanda.reading.occasions.events import Event, find_events
from servanda.reading.occasions.roles import names_in
from servanda.reading.occasions.turnings import HARSH
from servanda.reading.scenes import Scene
from servanda.reading.stretches import Stretch, stretches_of
from servanda.reading.trees import Node, Tree

_ALONE = frozenset(
    {EventType.REQUEST, EventType.ACCUSE, EventType.THREATEN, EventType.PROTEST, EventType.AID, EventType.CONCEDE}
)
"""What several do to somebody who is not named, and not to one another."""
_AT_HOME = HARSH | {EventType.CONCEDE, EventType.RETREAT, EventType.REQUEST}
"""What is told of one state alone only where it happens within it; who meets, helps or praises does so to others."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event in its sentence.

    Attributes:
        stretch: the sentence.
        tree: its tree.
        word: the word that tells the event.
        type: what the event is.
    """

    stretch: Stretch
    tree: Tree
    word: Node
    type: EventType


@dataclass(frozen=True, slots=True)
class Convention:
    """One rule of the coders.

    Attributes:
        name: what it is called in tables.
        place: the parties by this rule; None where it has nothing to say.
    """

    name: str
    place: Callable[[Told, Reading, Dyad], Dyad | None]


@dataclass(frozen=True, slots=True)
class Placed:
    """An event with its parties as the coders place them.

    Attributes:
        event: the event as it was read.
        dyad: source and target.
        rules: the names of the rules that filled a side; none where the words do.
    """

    event: Event
    dyad: Dyad
    rules: tuple[str, ...]

    @property
    def pairs(self) -> tuple[tuple[ActorId, ActorId], ...]:
        """Each source with each target; of those who do something with one another, each with each other one."""
        sources, targets = self.dyad.sources, self.dyad.targets
        if targets or self.event.type in _ALONE:
            return tuple((one, other) for one in sources for other in targets)
        return tuple((one, other) for one in sources for other in sources if one != other)


def placed_events(scene: Scene, sofar: Reading, rules: tuple[Convention, ...]) -> Iterator[Placed]:
    """The events of a document with their parties as the coders of CAMEO place them, in order."""
    stretches = stretches_of(scene, sofar)
    for event in find_events(scene, sofar):
        stretch = next(one for one in stretches if one.span.holds(event.span))
        tree = scene.tree(stretch.span)
        word = tree.at(event.span.start)
        dyad = Dyad(event.sources, event.targets)
        yield _placed(event, Told(stretch, tree, word, event.type), sofar, rules) if word else Placed(event, dyad, ())


def _placed(event: Event, told: Told, sofar: Reading, rules: tuple[Convention, ...]) -> Placed:
    dyad, names = Dyad(event.sources, event.targets), []
    for rule in rules:
        found = rule.place(told, sofar, dyad)
        if found is not None:
            dyad = found
            names.append(rule.name)
    return Placed(event, dyad, tuple(names))


def _subject_of_passive(told: Told, sofar: Reading, dyad: Dyad) -> Dyad | None:
    """A passive counts as one only with `by`: of `Togo was criticized over its dispute with Ghana` Togo is the source."""
    sources, targets = dyad.sources, dyad.targets
    if sources or not targets or not told.tree.is_passive(told.word) or told.tree.agents(told.word):
        return None
    subject = actors_at(told.stretch, sofar, told.tree, told.tree.subjects(told.word)) or targets
    return Dyad(subject, tuple(one for one in targets if one not in subject))


def _next_named(told: Told, sofar: Reading, dyad: Dyad) -> Dyad | None:
    """Without a target, the first party named behind the verb is it, in whatever clause."""
    sources, targets = dyad.sources, dyad.targets
    if targets or len(sources) != 1:
        return None
    behind = _named_in(told, sofar, told.word.span.end, told.tree.sentence.end)
    found = next((one for one in behind if not set(one) & set(sources)), ())
    return Dyad(sources, found) if found else None


def _last_named(told: Told, sofar: Reading, dyad: Dyad) -> Dyad | None:
    """Without a source, the party named last before the verb is it; behind a passive with `by`, the next one."""
    targets = dyad.targets
    if dyad.sources or not targets:
        return None
    sentence, word = told.tree.sentence, told.word.span
    before = _named_in(told, sofar, sentence.start, word.start)
    behind = _named_in(told, sofar, word.end, sentence.end)
    named = behind if told.tree.is_passive(told.word) else reversed(tuple(before))
    found = next((one for one in named if not set(one) & set(targets)), ())
    return Dyad(found, targets) if found else None


def _under_state(_told: Told, _sofar: Reading, dyad: Dyad) -> Dyad | None:
    """A group or territory that is no state is coded under one: Hamas as Palestine, the FARC as Colombia."""
    under = states_of_groups()
    sources, targets = (tuple(under.get(one, one) for one in side) for side in (dyad.sources, dyad.targets))
    return None if (sources, targets) == (dyad.sources, dyad.targets) else Dyad(sources, targets)


def _listed(_told: Told, _sofar: Reading, dyad: Dyad) -> Dyad | None:
    """Who is in no list of actors is no party beside one who is: of `Chad and the rebels must agree` Chad is the target."""
    kept = Dyad(*(tuple(filter(_is_listed, side)) or side for side in (dyad.sources, dyad.targets)))
    return None if kept == dyad else kept


def _is_listed(party: ActorId) -> bool:
    return party in load_states() or party in load_bodies() or party in states_of_groups()


def _at_home(told: Told, _sofar: Reading, dyad: Dyad) -> Dyad | None:
    """What happens within a state has it on both sides, since its people are coded under it; not where another one is named."""
    sources, targets = dyad.sources, dyad.targets
    if told.type not in _AT_HOME or bool(sources) == bool(targets) or len(sources or targets) > 1:
        return None
    if not set(sources or targets) <= load_states().keys():
        return None
    if any(one.tag in {"PROPN", "PRON"} for one in told.tree.subjects(told.word)) and not sources:
        return None  # "Berg will send help to Ghana"
    return Dyad(sources or targets, targets or sources)


def _named_in(told: Told, sofar: Reading, start: int, end: int) -> Iterator[tuple[ActorId, ...]]:
    """The states and bodies named from one place to another, in order; those that "and" joins are named as one."""
    if start >= end:
        return
    span = Span(start, end)
    stretch, tree = told.stretch, told.tree
    mentions = [one for one in stretch.mentions if span.holds(one.span)]
    names = [one for one in names_in(stretch, span) if not any(one.span.overlaps(known.span) for known in mentions)]
    for one in sorted((*mentions, *names), key=_start):
        node = tree.top(one.span)
        joined = actors_at(stretch, sofar, tree, (node,)) if node and tree.children(node, "conj") else ()
        known = tuple(p for p in joined or parties(stretch, sofar, (one,)) if p in load_states() or p in load_bodies())
        if known:
            yield known


def _start(named: Referent) -> int:
    return named.span.start


BY_PROGRAM = (
    Convention("subject of a passive without by", _subject_of_passive),
    Convention("next actor named", _next_named),
    Convention("last actor named", _last_named),
    Convention("group under its state", _under_state),
    Convention("party in no list", _listed),
)
"""What TABARI and PETRARCH do, in order; each rule fills what those before it left open. They drop an event within a state."""
BY_HAND = (*BY_PROGRAM, Convention("same state on both sides", _at_home))
"""What people who code by CAMEO's manual do besides."""
