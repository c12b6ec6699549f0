"""Who is in view at a place of a document: the states, persons and bodies that a description may mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from servanda.codebook import ActorId, Span
from servanda.codebook.vocabulary import ActorKind
from servanda.lexicon.locations import load_locations
from servanda.reading.actors.namings import Naming
from servanda.reading.actors.parties import Parties, Referent
from servanda.reading.actors.persons import Person
from servanda.reading.scenes import Scene


@dataclass
class View:
    """What has been named, and grows while descriptions are tied in text order.

    Attributes:
        scene: the document.
        people: its persons.
        named: every naming by a proper name, in text order.
        home: the state whose voice the text is, for an official text.
        day: the first day on which the text may have been published.
        told: how often the text has the name, adjective or capital of a state, as a party or not.
        tied: the namings up to the place that is being read, descriptions included.
    """

    scene: Scene
    people: list[Person]
    named: Sequence[Naming]
    home: ActorId | None
    day: date | None
    told: Counter[ActorId] = field(default_factory=Counter)
    tied: list[Naming] = field(default_factory=list)

    @cached_property
    def _persons(self) -> dict[ActorId, Person]:
        return {person.id: person for person in reversed(self.people)}

    @cached_property
    def _parties(self) -> Parties:
        mentions = tuple(Referent(actors=n.actors, span=n.span, reason=n.reason) for n in self.named)
        return Parties(self.scene, mentions, self.state_of)

    @cached_property
    def actors(self) -> frozenset[ActorId]:
        """Whoever is named anywhere."""
        return frozenset(actor for naming in self.named for actor in naming.actors)

    @cached_property
    def ranking(self) -> list[ActorId]:
        """The persons, those named most often first; none where two are named as often as one another before all others.

        A deputy of whom a text tells most is one of `the two leaders`.
        """
        named = Counter(n.actors[0] for n in self.named if n.kind is ActorKind.PERSON).most_common()
        clear = len(named) > 1 and named[0][1] > named[1][1]
        return [actor for actor, _ in named] if clear else []

    @cached_property
    def _recent(self) -> dict[ActorId, Naming]:
        return {}

    def meet(self, person: Person) -> None:
        """Take note of a person whom the text has only by an office."""
        if person.id not in self._persons:
            self._persons[person.id] = person
            self.people.append(person)

    def tie(self, naming: Naming) -> None:
        """Go on past a naming, the next in text order."""
        self.tied.append(naming)
        if len(naming.actors) == 1:
            self._recent.pop(naming.actors[0], None)
            self._recent[naming.actors[0]] = naming

    def state_of(self, actor: ActorId) -> ActorId | None:
        """The state that an actor is or belongs to."""
        if len(actor) == 3 and actor.isupper():
            return actor
        if actor[3:4] == "/" and actor[:3].isupper():
            return actor[:3]
        person = self._persons.get(actor)
        return person.state[0] if person is not None and person.state is not None else None

    def parties(self, span: Span, number: int | None) -> tuple[ActorId, ...]:
        """The states that "both sides" or "the three countries" mean at this place."""
        return self._parties.around(span, number or 2, told=number is not None)

    def friends(self, span: Span) -> frozenset[ActorId]:
        """The states with whose voice the text speaks, or those that it is about, and whoever is named beside them."""
        if self.home is None:
            return frozenset(self.parties(span, None))
        chains = self._parties.chains_in(Span(0, len(self.scene.text)))
        beside = (state for chain in chains if self.home in chain for state in chain)
        return frozenset((self.home, *beside))

    def before(self, span: Span, kinds: Iterable[ActorKind]) -> list[Naming]:
        """The last naming of each single actor of these kinds before a place, the nearest first."""
        wanted = frozenset(kinds)
        return [n for n in reversed(self._recent.values()) if n.kind in wanted and n.span.end <= span.start]

    def states_before(self, span: Span) -> list[ActorId]:
        """The states that "the country" may mean at a place, the likeliest first.

        Those that act in its own sentence come first, then the nearest; one that only modifies a noun comes last.
        """
        sentence = self.scene.sentence_of(span)
        near = self.before(span, (ActorKind.STATE, ActorKind.BODY))
        own = [n for n in near if sentence is not None and sentence.start <= n.span.start and not self._modifies(n)]
        rest = self._subjects_first([n for n in near if n not in own])
        ordered = [*reversed(own), *(n for n in rest if not self._modifies(n)), *(n for n in rest if self._modifies(n))]
        states = (self.state_of(naming.actors[0]) for naming in ordered)
        return list(dict.fromkeys(state for state in states if state is not None))

    def _subjects_first(self, near: list[Naming]) -> list[Naming]:
        """Namings with the subjects of the nearest one's sentence before the others."""
        sentence = self.scene.sentence_of(near[0].span) if len(near) > 1 else None
        if sentence is None:
            return near
        tree = self.scene.tree(sentence)
        tops = ((n, tree.top(n.span)) for n in near if sentence.holds(n.span))
        first = [n for n, top in tops if top is not None and top.relation in ("nsubj", "nsubj:pass")]
        return [*first, *(n for n in near if n not in first)]

    def _modifies(self, naming: Naming) -> bool:
        """Whether the name of a state only belongs to the noun behind it: `Kenya policy`, `United States troops`."""
        if naming.kind is not ActorKind.STATE or naming.reason != "name":
            return False
        following = self.scene.words(Span(naming.span.end, min(naming.span.end + 30, len(self.scene.text))))[:1]
        plain = [word for word in following if word.text.islower() and word.text.isalpha()]
        return bool(plain) and plain[0].lower not in load_locations().function and plain[0].lower.endswith(("s", "y"))

    def people_before(self, span: Span) -> list[Person]:
        """Persons mentioned before a place, the nearest first, each once."""
        found = (self._persons.get(naming.actors[0]) for naming in self.before(span, (ActorKind.PERSON,)))
        return [person for person in found if person is not None]
