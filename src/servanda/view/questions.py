"""What a person typed as filters → a question that the ledger can answer, or one sentence why it cannot be asked.

A misspelt word, or a filter that means nothing for a kind of record, would leave an empty list that looks like an
answer. Actors may be typed by their name and documents by the beginning of their id.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from servanda.codebook import KINDS, NARRATOR, ActorId, RecordId
from servanda.codebook.cells import slots_of
from servanda.codebook.refusals import RefusalError
from servanda.codebook.vocabulary import (
    About,
    Act,
    ActorKind,
    CommitmentStatus,
    DocumentKind,
    EventType,
    Firmness,
    InstrumentKind,
    InstrumentStatus,
    Method,
    Mode,
    Novelty,
    OccasionKind,
    OccasionStatus,
    Polarity,
    Term,
    Valence,
)
from servanda.lexicon.sectors import Sector
from servanda.lexicon.states import load_states
from servanda.store import Ledger, Query, Seen
from servanda.view.callings import actors_called

_RECORDS = ("commitments", "statements", "occasions", "instruments", "assessments")
_ALL = (*_RECORDS, "actors", "documents")
_NARROWS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "debtor": ("commitments", "documents"),
        "creditor": ("commitments", "documents"),
        "speaker": ("commitments", "statements", "assessments", "documents"),
        "act": ("commitments", "documents"),
        "sector": ("commitments", "documents"),
        "judged": _RECORDS,
        "firmness": ("commitments", "documents"),
        "status": ("commitments", "occasions", "instruments", "documents"),
        **dict.fromkeys(
            ("happened_since", "happened_until"), ("commitments", "statements", "occasions", "instruments")
        ),
        **dict.fromkeys(("learned_since", "learned_until"), _ALL),
        **dict.fromkeys(("actor", "document", "outlet", "since", "until", "search"), _ALL),
    }
)
_WORDS: Mapping[tuple[str, str], tuple[type[Term], ...]] = MappingProxyType(
    {
        **{("act", kind): (Act,) for kind in _ALL},
        **{("sector", kind): (Sector,) for kind in _ALL},
        **{("judged", kind): (Seen,) for kind in _ALL},
        **{("firmness", kind): (Firmness,) for kind in _ALL},
        ("status", "commitments"): (CommitmentStatus,),
        ("status", "occasions"): (OccasionStatus,),
        ("status", "instruments"): (InstrumentStatus,),
        ("status", "documents"): (CommitmentStatus, OccasionStatus, InstrumentStatus),
    }
)
_FIELDS: Mapping[str, tuple[tuple[str, ...], Mapping[str, type[Term]]]] = MappingProxyType(
    {
        "novelty": (("commitments", "documents"), dict.fromkeys(_ALL, Novelty)),
        "polarity": (("commitments", "documents"), dict.fromkeys(_ALL, Polarity)),
        "object": (("commitments", "documents"), {}),
        "instrument": (("commitments",), {}),
        "statement": (("commitments",), {}),
        "mode": (("statements", "documents"), dict.fromkeys(_ALL, Mode)),
        "occasion": (("statements",), {}),
        "type": (("occasions", "documents"), dict.fromkeys(_ALL, EventType)),
        "place": (("occasions", "documents"), {}),
        "about": (("assessments", "documents"), dict.fromkeys(_ALL, About)),
        "valence": (("assessments", "documents"), dict.fromkeys(_ALL, Valence)),
        "state": (("actors",), {}),
        "kind": (
            ("occasions", "instruments", "actors", "documents"),
            {
                "occasions": OccasionKind,
                "instruments": InstrumentKind,
                "actors": ActorKind,
                "documents": DocumentKind,
            },
        ),
        "states": (_RECORDS, {}),
        "method": (_ALL, dict.fromkeys(_ALL, Method)),
        "agency": (_ALL, {}),
        "language": (_ALL, {}),
    }
)
"""The fields that `--where` takes: the kinds that have each, and by kind the words that it may hold."""
_ACTORS = ("debtor", "creditor", "speaker", "actor", "state")
_LINKS = ("instrument", "occasion", "statement")
_OFFERED = 5


class UnaskableError(RefusalError, ValueError):
    """The ledger cannot be asked so; the message is one sentence for the user."""


def fields_asked(kind: str, typed: Iterable[str]) -> dict[str, Any]:
    """Fields with the values that they must have, from `FIELD=VALUE`.

    Raises:
        UnaskableError: no such form, a field that this kind has not or that is typed twice, or a word that the field
            never holds.
    """
    found: dict[str, Any] = {}
    for one in typed:
        name, _, value = (part.strip() for part in one.partition("="))
        if not value:
            raise UnaskableError(f"--where takes FIELD=VALUE, such as novelty=new, not {one!r}.")
        closed = [field for field, (kinds, _) in _FIELDS.items() if kind in kinds]
        known = [*closed, *(slot for slot in slots_asked(kind) if slot not in closed)]
        if name not in known:
            told = f"it knows {_listed(known, 'and')}" if known else "it knows none"
            raise UnaskableError(f"--where knows no field {name!r} of {kind}; {told}.")
        words = _words_of_field(name, kind)
        if words and value not in words:
            raise UnaskableError(f"--where {name} takes {_listed(words, 'or')}, not {value!r}.")
        slots = dict(found.get("slots", ()))
        former = found.get(name, slots.get(name))
        if former is not None:
            raise UnaskableError(f"--where takes one value of {name}, not {former!r} and {value!r}.")
        found.update({name: value} if name in closed else {"slots": (*slots.items(), (name, value))})
    return found


def slots_asked(kind: str) -> tuple[str, ...]:
    """The fields of a kind that may be asked for what is in them; none of what is no kind of record."""
    return slots_of(dict(KINDS)[kind]) if kind in dict(KINDS) else ()


def _words_of_field(name: str, kind: str) -> tuple[str, ...]:
    if name not in _FIELDS:
        return ()
    if name == "states":
        return tuple(slots_of(dict(KINDS)[kind]))
    vocabulary = _FIELDS[name][1].get(kind)
    return tuple(word.value for word in vocabulary) if vocabulary is not None else ()


def settled(ledger: Ledger, kind: str, query: Query) -> Query:
    """The question with its actors, its document and the records that it names by their ids.

    Raises:
        UnaskableError: a filter that means nothing for this kind, an unknown word, actor, document or record, or a turned
            interval.
    """
    for name, narrowed in _NARROWS.items():
        value = getattr(query, name)
        if value is not None:
            _check(name, str(value), kind, narrowed)
    if query.since and query.until and query.since > query.until:
        raise UnaskableError(f"--since {query.since} lies after --until {query.until}.")
    for turned in (("learned_since", "learned_until"), ("happened_since", "happened_until")):
        first, last = (getattr(query, name) for name in turned)
        if first and last and first > last:
            one, other = (name.replace("_", "-") for name in turned)
            raise UnaskableError(f"--{one} {first} lies after --{other} {last}.")
    if query.search and query.search.replace("“", '"').replace("”", '"').count('"') % 2:
        raise UnaskableError("--search has a quotation mark that opens or closes nothing.")
    found: dict[str, Any] = {
        name: actor_asked(ledger, getattr(query, name)) for name in _ACTORS if getattr(query, name) is not None
    }
    if query.document is not None:
        found["document"] = _document(ledger, query.document)
    found.update((name, _record(ledger, name, key)) for name in _LINKS if (key := getattr(query, name)) is not None)
    return replace(query, **found)


def _check(name: str, value: str, kind: str, narrowed: tuple[str, ...]) -> None:
    if kind not in narrowed:
        raise UnaskableError(
            f"--{name.replace('_', '-')} does not narrow {kind}; it narrows {_listed(narrowed, 'and')}."
        )
    words = [word.value for vocabulary in _WORDS.get((name, kind), ()) for word in vocabulary]
    if words and value not in words:
        raise UnaskableError(f"--{name} takes {_listed(dict.fromkeys(words), 'or')}, not {value!r}.")


def actor_asked(ledger: Ledger, typed: str, *, anywhere: bool = True) -> ActorId:
    """The actor of this id, or the only one of this name, short form or surname.

    Args:
        ledger: the ledger.
        typed: what a person typed.
        anywhere: also a state that the ledger never mentions.

    Raises:
        UnaskableError: there is none, or there are several.
    """
    states = {state: known.name for state, known in load_states().items()}
    told = ledger.find_names()
    names = {**told, **{state: name for state, name in states.items() if anywhere or state in told}}
    if typed in names or typed == NARRATOR or ledger.count_documents(Query(actor=typed)):
        return typed
    called = actors_called(ledger, typed, names)
    if len(called) == 1:
        return called[0]
    wanted = typed.casefold()
    like = called or [actor for actor, name in names.items() if wanted in name.casefold()]
    offered = ", ".join(
        f"{names[actor]} is {actor}" for actor in sorted(like, key=lambda actor: (names[actor], actor))[:_OFFERED]
    )
    lead = "Several actors are" if called else "No actor is"
    raise UnaskableError(f"{lead} called {typed!r}{f': {offered}' if offered else ''}.")


def _document(ledger: Ledger, typed: str) -> str:
    document = ledger.find_document(typed)
    if document is None:
        raise UnaskableError(f"No one document of the ledger has an id that begins with {typed}.")
    return document.id


def _record(ledger: Ledger, kind: str, typed: str) -> RecordId:
    found = ledger.find_record(typed)
    if found is None or type(found.record).__name__.lower() != kind:
        raise UnaskableError(f"No one {kind} of the ledger has an id that begins with {typed}.")
    return found.record.id


def _listed(words: Any, joint: str) -> str:
    *first, last = words
    return f"{', '.join(first)} {joint} {last}" if first else last
