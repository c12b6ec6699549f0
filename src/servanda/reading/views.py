"""Who is in view at a place of a document: the states, persons and bodies that a description may mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from servanda.codebook import ActorId, Span
from servanda.codebook.vocabulary import ActorKind
from servanda.reading.namings import Naming
from servanda.reading.parties import Referent, parties_around
from servanda.reading.persons import Person
from servanda.reading.scenes import Scene


@dataclass(slots=True)
class View:
    """What has been named, and grows while descriptions are tied in text order.

    Attributes:
        scene: the document.
        people: its persons.
        named: every naming by a proper name, in text order.
        tied: the namings up to the place that is being read, descriptions included.
        home: the state whose voice the text is, for an official text.
        day: the first day on which the text may have been published.
    """

    scene: Scene
    people: Sequence[Person]
    named: Sequence[Naming]
    home: ActorId | None
    day: date | None
    tied: list[Naming] = field(default_factory=list)

    def state_of(self, actor: ActorId) -> ActorId | None:
        """The state that an actor is or belongs to."""
        if len(actor) == 3 and actor.isupper():
            return actor
        if actor[3:4] == "/" and actor[:3].isupper():
            return actor[:3]
        person = self.person(actor)
        return person.state[0] if person is not None and person.state is not None else None

    def person(self, actor: ActorId) -> Person | None:
        """The person of that id."""
        return next((person for person in self.people if person.id == actor), None)

    def parties(self, span: Span, number: int | None) -> tuple[ActorId, ...]:
        """The states that "both sides" or "the three countries" mean at this place."""
        mentions = [Referent(actors=n.actors, span=n.span, reason=n.reason) for n in self.named]
        return parties_around(self.scene, mentions, self.state_of, span, number or 2)

    def before(self, span: Span, kinds: Iterable[ActorKind]) -> list[Naming]:
        """Namings of single actors of these kinds before a place, the nearest first."""
        wanted = frozenset(kinds)
        return [n for n in reversed(self.tied) if n.kind in wanted and len(n.actors) == 1 and n.span.end <= span.start]

    def people_before(self, span: Span) -> list[Person]:
        """Persons mentioned before a place, the nearest first, each once."""
        ids = dict.fromkeys(n.actors[0] for n in self.before(span, (ActorKind.PERSON,)))
        return [person for person in (self.person(actor) for actor in ids) if person is not None]

    def is_possessor(self, naming: Naming) -> bool:
        """Whether a naming stands in the possessive."""
        return self.scene.text[naming.span.end : naming.span.end + 2] in ("'s", "’s", "' ", "’ ")
