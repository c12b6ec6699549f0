"""One text as ingested, with what is known about it.

The text is frozen: nobody alters it after intake, and every offset of every record points into it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from servanda.codebook.keys import DocumentId, key_of
from servanda.codebook.spans import Span, Spans
from servanda.codebook.times import When
from servanda.codebook.vocabulary import DocumentKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Where a fact about a document comes from.

    Attributes:
        field: the field of `Document` that it fills, such as `published`.
        source: in words: `the text`, `meta.json`, `front matter`, `HTML metadata`, `PDF metadata`, `the caller`.
        span: the words that bear it, where it was read in the text.
    """

    field: str
    source: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A news report, adopted text, release, readout or transcript.

    Attributes:
        text: the text as ingested. For HTML and PDF it is the extracted main text.
        location: where it was found: a path or URL; `<stdin>` for standard input. Not part of what it is.
        kind: what sort of text it is.
        title: its headline.
        outlet: who published it.
        agency: the wire that it came from.
        author: who wrote it, as given.
        dateline: the place of its dateline.
        published: the day of publication, or the interval that the text itself allows.
        language: ISO 639-1 code.
        furniture: stretches that are not the report: synopsis, by-line, wire credit, appeals, copyright, file links.
        media_type: of the source, such as `text/html`.
        raw_hash: SHA-256 of the source's bytes, in hexadecimal.
        extractor: what made the text out of the bytes, with its version (`text utf-8`, `trafilatura 2.3.1`).
        grounds: where each of these facts comes from.
        id: computed from the text alone; one text found in two places is one document.
    """

    text: str
    location: str = field(default="", compare=False)
    kind: DocumentKind = DocumentKind.NEWS
    title: str | None = None
    outlet: str | None = None
    agency: str | None = None
    author: str | None = None
    dateline: str | None = None
    published: When | None = None
    language: str | None = None
    furniture: Spans = ()
    media_type: str = "text/plain"
    raw_hash: str = ""
    extractor: str = "text"
    grounds: tuple[Ground, ...] = ()
    id: DocumentId = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", key_of("d", self.text))

    def is_furniture(self, span: Span) -> bool:
        """Whether the stretch touches furniture, in which nothing is coded."""
        return any(span.overlaps(other) for other in self.furniture)
