"""Someone is reported to have said or written something."""

from __future__ import annotations

from dataclasses import dataclass, field

from servanda.codebook.keys import ActorId, DocumentId, RecordId, plain, set_keys
from servanda.codebook.origins import Origin
from servanda.codebook.slots import Slot, unstated
from servanda.codebook.spans import Span, Spans
from servanda.codebook.times import When
from servanda.codebook.vocabulary import Mode


@dataclass(frozen=True, slots=True, kw_only=True)
class Relay:
    """One hop on the way from the speaker to the reader.

    Attributes:
        name: slug of the agency, ministry or paper.
        span: the words that name it.
    """

    name: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One reporting clause: who said what.

    An act (signed, met), a topic (discussed) or a question is no statement.

    Attributes:
        document: the document's id.
        speakers: actor ids; for a text, the body that issued it.
        cue: the reporting word; None for a quotation with no cue of its own.
        content: what was said, quotation marks included, without `that` or `to`.
        mode: direct, indirect or mixed.
        via: the relays, outermost first.
        occasion: id of the occasion where it was said.
        date: when it was said.
        words: what was said, as it stands there; what `claim` compares.
        origin: who read it.
    """

    document: DocumentId
    speakers: Slot[tuple[ActorId, ...]]
    cue: Span | None
    content: Spans
    mode: Mode
    via: tuple[Relay, ...] = ()
    occasion: Slot[RecordId] = field(default_factory=unstated)
    date: Slot[When] = field(default_factory=unstated)
    words: str
    origin: Origin
    id: RecordId = field(init=False)
    claim: str = field(init=False)

    def __post_init__(self) -> None:
        set_keys(self, "s", self.document, self.content, (self.speakers.value, plain(self.words)))

    @property
    def spans(self) -> Spans:
        """The words that the record rests on."""
        return self.content
