"""What a page of the ledger can be narrowed by: each filter with its choices and how many records have each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

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
from servanda.store import Ledger, Query, Seen, Survey
from servanda.view.names import Names

_Told: TypeAlias = tuple[tuple[str, int], ...]

_MOST = 300
"""Choices offered in one list; further ones are reached by typing their id into the address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value to narrow by.

    Attributes:
        value: as the address has it.
        text: as a person reads it.
        count: how many records have it, among those that the other filters leave.
        chosen: whether the page is narrowed by it.
    """

    value: str
    text: str
    count: int
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """One thing to narrow by.

    Attributes:
        name: its name in the address.
        label: its name on the page.
        form: `choice`, `word` for a choice that is not counted, `words`, `day`, `party` for a name that is typed, or `id`
            for what only links narrow by.
        value: what the page is narrowed by; empty for nothing.
        text: the same as a person reads it.
        choices: the values to choose from, most frequent first.
        counted: among how many of the newest the choices were counted, where there are more; 0 where it was all.
        always: whether the page always goes by it: another value can be chosen, and none cannot.
    """

    name: str
    label: str
    form: str
    value: str = ""
    text: str = ""
    choices: tuple[Choice, ...] = ()
    counted: int = 0
    always: bool = False


@dataclass(frozen=True, slots=True)
class Criterion:
    """What a page may be narrowed by.

    Attributes:
        name: its name in the address and in `Query`.
        label: its name on the page.
        slot: the field whose values are offered.
        form: `choice`, `word` for a choice that is not counted, `words`, `day`, or `id` for what only links narrow by.
        words: the vocabulary that its values come from; None where they come from the ledger alone.
    """

    name: str
    label: str
    slot: str = ""
    form: str = "choice"
    words: type[Term] | None = None


_SEARCH = Criterion("search", "Words in the text", form="words")
_IN_DOCUMENTS = (
    Criterion("outlet", "Outlet", "outlet"),
    Criterion("since", "Published since", form="day"),
    Criterion("until", "Published until", form="day"),
)
_OWN_DAYS = (
    Criterion("happened_since", "Date or deadline since", form="day"),
    Criterion("happened_until", "Date or deadline until", form="day"),
)
_LEARNED = (
    Criterion("learned_since", "Known here since", form="day"),
    Criterion("learned_until", "Known here until", form="day"),
)
_OF_DOCUMENT = (Criterion("agency", "Agency", form="id"), Criterion("language", "Language", form="id"))
_OF_RECORD = (
    Criterion("method", "Read by", form="id", words=Method),
    Criterion("states", "States its", form="id"),
    *_OF_DOCUMENT,
)
_JUDGED = Criterion("judged", "Judged by people", form="word", words=Seen)
_DOCUMENT = Criterion("document", "Document", form="id")

CRITERIA: dict[str, tuple[Criterion, ...]] = {
    "commitments": (
        _SEARCH,
        Criterion("debtor", "Who", "debtors"),
        Criterion("creditor", "To whom", "creditors"),
        Criterion("act", "Act", "act", words=Act),
        Criterion("sector", "Sector", form="word", words=Sector),
        Criterion("firmness", "Firmness", "firmness", words=Firmness),
        Criterion("status", "Status", "status", words=CommitmentStatus),
        *_IN_DOCUMENTS,
        *_OWN_DAYS,
        *_LEARNED,
        _JUDGED,
        Criterion("speaker", "Said by", form="id"),
        Criterion("novelty", "Novelty", form="id", words=Novelty),
        Criterion("polarity", "Undertaken or declined", form="id", words=Polarity),
        Criterion("object", "Object", form="id"),
        Criterion("instrument", "Instrument", form="id"),
        Criterion("statement", "Statement", form="id"),
        _DOCUMENT,
        *_OF_RECORD,
    ),
    "statements": (
        _SEARCH,
        Criterion("speaker", "Who", "speakers"),
        Criterion("mode", "How", "mode", words=Mode),
        Criterion("occasion", "Occasion", form="id"),
        *_IN_DOCUMENTS,
        *_OWN_DAYS,
        *_LEARNED,
        _JUDGED,
        _DOCUMENT,
        *_OF_RECORD,
    ),
    "occasions": (
        _SEARCH,
        Criterion("actor", "Who took part", "participants"),
        Criterion("kind", "Kind", "kind", words=OccasionKind),
        Criterion("type", "Event type", "type", words=EventType),
        Criterion("place", "Place", form="id"),
        Criterion("status", "Status", "status", words=OccasionStatus),
        *_IN_DOCUMENTS,
        *_OWN_DAYS,
        *_LEARNED,
        _JUDGED,
        _DOCUMENT,
        *_OF_RECORD,
    ),
    "instruments": (
        _SEARCH,
        Criterion("actor", "Party", "parties"),
        Criterion("kind", "Kind", "kind", words=InstrumentKind),
        Criterion("status", "Status", "status", words=InstrumentStatus),
        *_IN_DOCUMENTS,
        *_OWN_DAYS,
        *_LEARNED,
        _JUDGED,
        _DOCUMENT,
        *_OF_RECORD,
    ),
    "assessments": (
        _SEARCH,
        Criterion("speaker", "Who", "speakers"),
        Criterion("about", "About", "about", words=About),
        Criterion("valence", "Praise or blame", "valence", words=Valence),
        *_IN_DOCUMENTS,
        *_LEARNED,
        _JUDGED,
        _DOCUMENT,
        *_OF_RECORD,
    ),
    "documents": (
        _SEARCH,
        Criterion("kind", "Kind", "kind", words=DocumentKind),
        *_IN_DOCUMENTS,
        *_LEARNED,
        *_OF_DOCUMENT,
    ),
    "actors": (_SEARCH, Criterion("kind", "Kind", "kind", words=ActorKind), _DOCUMENT),
}
"""What each page may be narrowed by, in the order of its form."""

_ACTORS = ("debtor", "creditor", "speaker", "actor")


def filters_of(ledger: Ledger, kind: str, query: Query, names: Names) -> tuple[tuple[Filter, ...], Survey]:
    """The filters of a page, each choice counted among what the other filters leave, and how much the page finds."""
    offered = [one for one in CRITERIA[kind] if one.form == "choice"]
    open_ = [one.slot for one in offered if getattr(query, one.name) is None]
    # All filters that nothing is chosen in count the same records, and are counted at once.
    found = ledger.survey(kind, query, open_, _MOST)
    counted = {one.name: found if one.slot in open_ else _without(ledger, kind, query, one) for one in offered}
    partly = [one.slot for one in offered if _is_part(counted[one.name], one.slot)]
    further = ledger.find_all_values(kind, partly, _MOST) if partly else {}
    values = {name: _values(survey, further) for name, survey in counted.items()}
    filters = tuple(
        _filter(one, query, values.get(one.name, {}), counted.get(one.name), names) for one in CRITERIA[kind]
    )
    return (*filters, *_of_slots(query)), found


def _of_slots(query: Query) -> Iterator[Filter]:
    """What fields must have in them, which only addresses ask for."""
    for slot, words in query.slots or ():
        label = slot.replace("_", " ").capitalize()
        yield Filter(name=slot, label=f"{label} has", form="id", value=words, text=words)


def _without(ledger: Ledger, kind: str, query: Query, criterion: Criterion) -> Survey:
    """What is counted for a filter in which something is chosen: among what all others leave."""
    left: dict[str, Any] = {criterion.name: None}
    others = replace(query, **left)
    if not any(getattr(others, name) for name in _ACTORS):
        others = replace(others, spellings=None)
    # One actor may have ids that are rare, and all of them are counted together.
    most = _MOST if len(query.ids_of(str(getattr(query, criterion.name)))) == 1 else None
    return ledger.survey(kind, others, (criterion.slot,), most)


def _is_part(found: Survey, slot: str) -> bool:
    """Whether values may be offered that none of those that were counted has."""
    return found.is_part and len(found.values[slot]) < _MOST


def _values(found: Survey, further: Mapping[str, _Told]) -> dict[str, _Told]:
    """The values of each field with their counts; those that none of what was counted has come last."""
    told = {}
    for slot, counted in found.values.items():
        seen = {value for value, _ in counted}
        others = further.get(slot, ()) if _is_part(found, slot) else ()
        told[slot] = (*counted, *((value, 0) for value, _ in others if value not in seen))
    return told


def _filter(
    criterion: Criterion, query: Query, values: Mapping[str, _Told], found: Survey | None, names: Names
) -> Filter:
    asked = getattr(query, criterion.name)
    value = str(asked) if asked is not None else ""
    if criterion.form == "word" and criterion.words is not None:
        return replace(_plain(criterion, value), choices=_words(criterion, value))
    told = _as_one(values.get(criterion.slot, ()), value, query.ids_of(value))
    choices = tuple(
        Choice(value=known, text=_text(criterion, known, names), count=count, chosen=known == value)
        for known, count in told[:_MOST]
    )
    text = _text(criterion, value, names) if value else ""
    counted = found.counted if found is not None and found.is_part else 0
    return replace(_plain(criterion, value), text=text, choices=choices, counted=counted)


def _as_one(told: _Told, asked: str, ids: tuple[str, ...]) -> _Told:
    """The values with those that are one actor counted together, under the id that was asked for."""
    if len(ids) == 1:
        return told
    together = sum(count for value, count in told if value in ids)
    return ((asked, together), *((value, count) for value, count in told if value not in ids))


def _plain(criterion: Criterion, value: str) -> Filter:
    return Filter(name=criterion.name, label=criterion.label, form=criterion.form, value=value, text=value)


def _words(criterion: Criterion, value: str) -> tuple[Choice, ...]:
    words = criterion.words or ()
    return tuple(Choice(value=word.value, text=word.value, count=0, chosen=word.value == value) for word in words)


def _text(criterion: Criterion, value: str, names: Names) -> str:
    if criterion.name in _ACTORS:
        return names.actor(value)
    return value.replace("-", " ") if len(value) > 1 and (criterion.slot or criterion.words) else value
