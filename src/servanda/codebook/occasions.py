"""Something that parties did together or to one another."""

from __future__ import annotations

from dataclasses import dataclass, field

from servanda.codebook.keys import ActorId, DocumentId, RecordId, set_keys
from servanda.codebook.origins import Origin
from servanda.codebook.slots import Slot, unstated
from servanda.codebook.spans import Spans
from servanda.codebook.times import When
from servanda.codebook.vocabulary import EventType, OccasionKind, OccasionStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """A summit, talks, call, forum, exercise, ceremony, signing, threat or launch.

    Not a domestic event, a state of affairs ("tensions") or mere words.

    Attributes:
        document: the document's id.
        type: the PLOVER event type.
        kind: the plain noun for it.
        participants: ids of those taking part, hosts too: persons where they are named, else states.
        date: when.
        place: as written.
        status: held, planned, ongoing or hypothetical.
        span: its fullest name in the document.
        origin: who read it.
    """

    document: DocumentId
    type: Slot[EventType]
    kind: Slot[OccasionKind]
    participants: Slot[tuple[ActorId, ...]] = field(default_factory=unstated)
    date: Slot[When] = field(default_factory=unstated)
    place: Slot[str] = field(default_factory=unstated)
    status: Slot[OccasionStatus]
    span: Spans
    origin: Origin
    id: RecordId = field(init=False)
    claim: str = field(init=False)

    def __post_init__(self) -> None:
        said = (self.type.value, self.kind.value, self.participants.value, _written(self.date), self.place.value)
        set_keys(self, "o", self.document, self.span, said)

    @property
    def spans(self) -> Spans:
        """The words that the record rests on."""
        return self.span


def _written(when: Slot[When]) -> str | None:
    return str(when.value) if when.value else None
