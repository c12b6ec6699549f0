"""Who acts: a state, a body, an office or a person, as one document mentions it."""

from __future__ import annotations

from dataclasses import dataclass, field

from servanda.codebook.keys import ActorId, DocumentId, RecordId, set_keys
from servanda.codebook.origins import Origin
from servanda.codebook.slots import Slot, unstated
from servanda.codebook.spans import Span, Spans
from servanda.codebook.vocabulary import ActorKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where an actor is named or described.

    Attributes:
        span: the whole nominal with its title.
        reason: how it was tied to the actor: `name`, `surname of Kevin Kim`, `title`, `group of KOR and USA`.
    """

    span: Span
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """An actor in one document. Over documents, `actor` says who is who.

    Attributes:
        document: the document's id.
        actor: the codebook's canonical id: `KOR`, `KOR/ministry-of-national-defense`, `kevin-kim`, `nato`.
        kind: state, body, office, person or group.
        name: its fullest name in the document, or the usual one for a state.
        mentions: every place, in the order of the text; never empty.
        state: for a person or body, id of the state it belongs to; a reason says how that is known.
        office: for a person, the office as this document has it, in its words.
        origin: who read it.
    """

    document: DocumentId
    actor: ActorId
    kind: ActorKind
    name: str
    mentions: tuple[Mention, ...]
    state: Slot[ActorId] = field(default_factory=unstated)
    office: Slot[str] = field(default_factory=unstated)
    origin: Origin
    id: RecordId = field(init=False)
    claim: str = field(init=False)

    def __post_init__(self) -> None:
        set_keys(self, "n", self.document, self.spans, (self.actor, self.kind))

    @property
    def spans(self) -> Spans:
        """All places where it is mentioned."""
        return tuple(mention.span for mention in self.mentions)
