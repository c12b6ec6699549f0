"""Where something is said: the sentence, its document, outlet and day, so that any line can be checked and cited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from servanda.codebook import DocumentId, RecordId, Spans
from servanda.codebook.spans import BETWEEN, words_of
from servanda.store import Found, Ledger
from servanda.view.passages import sentences_around
from servanda.view.sources import Source, source_of

_LONGEST = 600
"""Letters of a sentence that are cited: a list in one sentence may be a page long."""

_BULLETS = "-–—•*· "
"""What a line of a list begins with, and is no part of its sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """What a line rests on.

    Attributes:
        id: id of the record.
        words: its words.
        sentence: the sentence that it stands in, or the clause itself where that is a page long.
        source: its document.
        location: where the document was found first.
    """

    id: RecordId
    words: str
    sentence: str
    source: Source
    location: str

    @property
    def pieces(self) -> tuple[tuple[str, bool], ...]:
        """The sentence in pieces, each with whether it is of the words; one piece where it has them otherwise."""
        pieces: list[tuple[str, bool]] = []
        rest = self.sentence
        for stretch in filter(None, self.words.split(BETWEEN)):
            before, found, behind = rest.partition(stretch)
            if not found:
                return ((self.sentence, False),)
            pieces += [(before, False), (stretch, True)]
            rest = behind
        return tuple((text, marked) for text, marked in (*pieces, (rest, False)) if text)


def citations_of(ledger: Ledger, found: Iterable[Found]) -> dict[RecordId, Citation]:
    """What each of these records rests on."""
    listed = {one.record.id: one for one in found}
    texts = ledger.find_texts({one.document.id for one in listed.values()})
    return {key: _citation(one, texts) for key, one in listed.items()}


def words_at(text: str, spans: Spans) -> str:
    """Words of a text in one line."""
    return " ".join(words_of(text, spans).split())


def _citation(found: Found, texts: Mapping[DocumentId, str]) -> Citation:
    words = " ".join(found.words.split())
    text = texts.get(found.document.id, "")
    sentence = words_at(text, sentences_around(text, found.record.spans)).lstrip(_BULLETS) if text else words
    return Citation(
        id=found.record.id,
        words=words,
        sentence=sentence if len(sentence) <= _LONGEST else words,
        source=source_of(found.document),
        location=found.document.location,
    )
