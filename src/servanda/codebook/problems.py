"""Something that is wrong with the world, kept beside the records and shown to the user."""

from __future__ import annotations

from dataclasses import dataclass, field

from servanda.codebook.keys import DocumentId, RecordId, key_of
from servanda.codebook.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Odd input or a reading that failed: never lost, never fatal.

    Attributes:
        code: a short word that programs may rely on, such as `empty` or `not-text`; listed in `docs/problems.md`.
        message: what is wrong, in one plain sentence for the user.
        location: the file or URL it came from.
        document: id of the document, where there is one.
        span: the place in its text, where there is one.
        detail: a trace or the library's own words, for whoever looks closer.
    """

    code: str
    message: str
    location: str = ""
    document: DocumentId | None = None
    span: Span | None = None
    detail: str = field(default="", compare=False)
    id: RecordId = field(init=False)

    def __post_init__(self) -> None:
        place = (self.span.start, self.span.end) if self.span else None
        object.__setattr__(self, "id", key_of("p", self.code, self.message, self.location, self.document, place))
