"""What all documents together say of one actor id: its names, its states, its offices with their days.

The ground on which two ids are compared. An id that a reader gave is taken to be one person or body everywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from servanda.codebook import Actor, ActorId, Document, DocumentId, Reading, RecordId, When
from servanda.codebook.vocabulary import ActorKind
from servanda.lexicon.offices import role_of
from servanda.lexicon.romanizations import load_romanizations


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An office as one document gives it to a person.

    Attributes:
        words: the office in the document's words.
        role: what its holder does, in lower case: `foreign minister` for a foreign secretary.
        state: whose office it is, where the document says so.
        published: when the document was published, where that is known.
        document: the document's id.
        record: id of the record of the actor in it.
    """

    words: str
    role: str
    state: ActorId | None
    published: When | None
    document: DocumentId
    record: RecordId


@dataclass(slots=True)
class Profile:
    """What is known of one actor id over documents; grown while documents are gone through, then only read.

    Attributes:
        id: the canonical id.
        kind: state, body, office, person or group.
        names: its names in the documents, as they write them.
        states: the states that the documents give it, with how many documents do.
        held: its offices, in the order of the documents.
        documents: where it is mentioned.
        first: the earliest day of publication of these; None where none is known.
        last: the latest one.
    """

    id: ActorId
    kind: ActorKind
    names: set[str] = field(default_factory=set)
    states: Counter[ActorId] = field(default_factory=Counter)
    held: list[Held] = field(default_factory=list)
    documents: set[DocumentId] = field(default_factory=set)
    first: date | None = None
    last: date | None = None

    def add(self, actor: Actor, document: Document) -> None:
        """Take note of what one document says."""
        self.names.add(actor.name)
        self.documents.add(document.id)
        if actor.state.value is not None:
            self.states[actor.state.value] += 1
        if actor.office.value is not None:
            self.held.append(held_by(actor, document.published))
        if document.published is not None:
            days = document.published
            self.first = min(self.first or days.start, days.start)
            self.last = max(self.last or days.last, days.last)

    @property
    def state(self) -> ActorId | None:
        """The state that most documents give it; None where they give none or two as often."""
        usual = self.states.most_common(2)
        if not usual or (len(usual) == 2 and usual[0][1] == usual[1][1]):
            return None
        return usual[0][0]


def find_profiles(readings: Iterable[tuple[Document, Reading]]) -> dict[ActorId, Profile]:
    """Every actor id of these documents with what they say of it."""
    found: dict[ActorId, Profile] = {}
    for document, reading in readings:
        for actor in reading.actors:
            found.setdefault(actor.actor, Profile(actor.actor, actor.kind)).add(actor, document)
    return found


def held_by(actor: Actor, published: When | None) -> Held:
    """The office that a document gives an actor.

    Args:
        actor: the actor in that document, with an office.
        published: when the document was published.
    """
    words = actor.office.value or ""
    return Held(
        words=words,
        role=office_role(words),
        state=actor.state.value,
        published=published,
        document=actor.document,
        record=actor.id,
    )


def fields_of(role: str) -> frozenset[str]:
    """What an office is about: `diplomacy`, `security`, `economy`, `state`; nothing where its words do not tell."""
    padded = f" {role} "
    if "vice president" in role:
        return frozenset()
    found = load_romanizations().fields.items()
    return frozenset(name for name, words in found if any(f" {word} " in padded for word in words))


def office_role(words: str) -> str:
    """What the holder of an office does, by the words of a title: `president` for `the U.S. President`."""
    plain = " ".join(words.casefold().replace(",", " ").split()).removeprefix("the ")
    plain = plain.partition(" of the republic")[0]
    found = role_of(plain)
    if found != plain:
        return found
    return next(_endings(plain), found)


def _endings(plain: str) -> Iterator[str]:
    """The known roles of a title's last words, the longest first: `united states president` is `president`."""
    words = plain.split()
    for at in range(1, len(words)):
        rest = " ".join(words[at:])
        role = role_of(rest)
        if (role != rest or rest in _KNOWN) and words[at - 1] not in _LESSENING:
            yield role


_KNOWN = frozenset(
    {"president", "prime minister", "foreign minister", "secretary of state", "defense minister", "chancellor"}
)
_LESSENING = frozenset({"vice", "deputy", "former", "ex", "assistant", "acting", "first", "under"})
