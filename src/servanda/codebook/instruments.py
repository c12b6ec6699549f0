"""A document or arrangement that parties adopted or work on."""

from __future__ import annotations

from dataclasses import dataclass, field

from servanda.codebook.keys import ActorId, DocumentId, RecordId, set_keys
from servanda.codebook.origins import Origin
from servanda.codebook.slots import Slot, unstated
from servanda.codebook.spans import Spans
from servanda.codebook.times import When
from servanda.codebook.vocabulary import InstrumentKind, InstrumentStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A fact sheet, agreement, treaty, memorandum or joint statement.

    A unilateral paper (an executive order, a strategy, a law) is none.

    Attributes:
        document: the document's id.
        name: a slug, such as `rok-us-joint-fact-sheet-2025`.
        kind: what it is.
        parties: ids of those who adopted or work on it.
        date: when it was adopted.
        status: how far it has come.
        span: its fullest name in the document.
        origin: who read it.
    """

    document: DocumentId
    name: str
    kind: Slot[InstrumentKind]
    parties: Slot[tuple[ActorId, ...]] = field(default_factory=unstated)
    date: Slot[When] = field(default_factory=unstated)
    status: Slot[InstrumentStatus] = field(default_factory=unstated)
    span: Spans
    origin: Origin
    id: RecordId = field(init=False)
    claim: str = field(init=False)

    def __post_init__(self) -> None:
        set_keys(self, "i", self.document, self.span, (self.name, self.kind.value, self.parties.value))

    @property
    def spans(self) -> Spans:
        """The words that the record rests on."""
        return self.span
