"""How a speaker characterises a relationship, a partner, a threat, an instrument or a posture."""

from __future__ import annotations

from dataclasses import dataclass, field

from servanda.codebook.keys import ActorId, DocumentId, RecordId, plain, set_keys
from servanda.codebook.origins import Origin
from servanda.codebook.slots import Slot, unstated
from servanda.codebook.spans import Spans
from servanda.codebook.vocabulary import About, Valence

NARRATOR = "narrator"
"""The actor id that stands for the reporter's own voice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """Evaluative words and what they are said of.

    Bare "threats", age ("decades-long") and stock epithets of forces ("combined", "robust") are none.

    Attributes:
        document: the document's id.
        speakers: actor ids; `narrator` for the reporter's own voice.
        about: relationship, partner, challenge, instrument, commitment or conduct.
        target: actor ids, or the id of an instrument.
        span: the evaluative words alone; coordinated words on one target are one record.
        valence: praise, blame or neither.
        words: the evaluative words as they stand there; what `claim` compares.
        origin: who read it.
    """

    document: DocumentId
    speakers: Slot[tuple[ActorId, ...]]
    about: Slot[About]
    target: Slot[tuple[str, ...]] = field(default_factory=unstated)
    span: Spans
    valence: Slot[Valence]
    words: str
    origin: Origin
    id: RecordId = field(init=False)
    claim: str = field(init=False)

    def __post_init__(self) -> None:
        said = (self.speakers.value, self.about.value, plain(self.words), self.valence.value)
        set_keys(self, "a", self.document, self.span, said)

    @property
    def spans(self) -> Spans:
        """The words that the record rests on."""
        return self.span
