"""The words of records with who says them, as language over time counts them. Nothing is shown here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from servanda.codebook import ActorId, Assessment, Commitment
from servanda.resolve.characterizations import Use, words_in
from servanda.store import Found, Ledger, side_of
from servanda.view.names import Names


def homes_of(ledger: Ledger) -> dict[ActorId, ActorId]:
    """The state that documents give each person to."""
    return {person: state for state, people in ledger.find_people().items() for person in people}


def home_of(actor: ActorId, home: Mapping[ActorId, ActorId]) -> ActorId:
    """The party that an actor speaks for: a person for their state, a body for its own."""
    return home.get(actor) or side_of(actor)


def words_of_persons(persons: Iterable[ActorId], names: Names) -> frozenset[str]:
    """Keys of the words of persons' names, which characterize nothing."""
    return frozenset(key for person in persons for key in _keys_of_name(names.actor(person)))


@lru_cache(maxsize=1 << 16)
def _keys_of_name(name: str) -> tuple[str, ...]:
    """Keys of the words of a name: every page asks for those of all persons."""
    return tuple(key for key, _ in words_in(name))


@lru_cache(maxsize=1 << 13)
def _words_of(clause: str) -> tuple[tuple[str, str], ...]:
    """The words of a clause: whoever turns to a page again asks for the same ones."""
    return tuple(dict(words_in(clause)).items())


@lru_cache(maxsize=1 << 9)
def keys_of_text(text: str) -> frozenset[str]:
    """Keys of all words of a text."""
    return frozenset(key for key, _ in words_in(text))


def uses_in(found: Found, home: Mapping[ActorId, ActorId]) -> Iterator[Use]:
    """The words of one record, each once."""
    record = found.record
    if isinstance(record, Assessment):
        speakers = record.speakers.value or ()
    elif isinstance(record, Commitment):
        speakers = record.debtors.value or ()
    else:
        return
    voices = tuple(dict.fromkeys(home_of(speaker, home) for speaker in speakers))
    for key, spelling in _words_of(found.words):
        yield Use(
            key=key,
            spelling=spelling,
            speakers=voices,
            day=found.document.published.start if found.document.published else None,
            record=record.id,
            document=found.document.id,
            evaluates=isinstance(record, Assessment),
        )
