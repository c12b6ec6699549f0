"""A document as other pages name it, and facts about it with where each was found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from servanda.codebook import Document, DocumentId
from servanda.store import DocumentHead
from servanda.view.names import day_in_words

_FACTS = (
    ("kind", "Kind"),
    ("outlet", "Outlet"),
    ("agency", "Agency"),
    ("author", "Author"),
    ("dateline", "Dateline"),
    ("published", "Published"),
    ("language", "Language"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document in one line.

    Attributes:
        id: the document's id.
        title: its headline; where it has none, whose text of which day it is, or the name of its file.
        outlet: who published it; empty where unknown.
        agency: the wire it came from; empty where unknown.
        published: the day of publication in words; empty where unknown.
        date: the same as the codebook writes it.
    """

    id: DocumentId
    title: str
    outlet: str = ""
    agency: str = ""
    published: str = ""
    date: str = ""

    @property
    def rest(self) -> tuple[str, ...]:
        """Outlet and day, as far as the title has not said them: that of an untitled text does."""
        return tuple(part for part in (self.outlet, self.published) if part and part not in self.title)

    @property
    def cited(self) -> str:
        """Title, outlet and day in a line, each said once."""
        return ", ".join((self.title, *self.rest))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing known about a document.

    Attributes:
        label: what it is.
        text: its value; empty where it is not known.
        note: what the word means, or where the value was found.
    """

    label: str
    text: str
    note: str = ""


def source_of(document: Document | DocumentHead) -> Source:
    """A document as other pages name it."""
    when = document.published
    return Source(
        id=document.id,
        title=document.title or _untitled(document),
        outlet=document.outlet or "",
        agency=document.agency or "",
        published=day_in_words(when) if when else "",
        date=str(when) if when else "",
    )


def _untitled(document: Document | DocumentHead) -> str:
    """A name for a document without a headline: who published it and when, else its file."""
    day = day_in_words(document.published) if document.published else ""
    if document.outlet:
        return f"untitled text of {document.outlet}" + (f", {day}" if day else "")
    return PurePath(document.location).name or "Untitled document"


def facts_of(document: Document, locations: Iterable[str]) -> tuple[Fact, ...]:
    """What is known about a document, each fact with where it was found.

    Args:
        document: the document.
        locations: every place where it was found.
    """
    grounds = {ground.field: ground.source for ground in document.grounds}
    found = []
    for name, label in _FACTS:
        value = getattr(document, name)
        text = (day_in_words(value) if name == "published" else str(value)) if value else ""
        meaning = document.kind.meaning if name == "kind" else ""
        found.append(
            Fact(label=label, text=text, note=meaning or f"from {grounds[name]}" if meaning or name in grounds else "")
        )
    return (
        *found,
        *(Fact(label="Found at", text=place, note=_place_note(place, document)) for place in locations),
        Fact(label="Text taken out by", text=document.extractor),
    )


def _place_note(place: str, document: Document) -> str:
    return "" if place == document.location else "the same text again"
