"""What a page of the ledger can be narrowed by: each filter with its choices and how many records have each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

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
    Mode,
    OccasionKind,
    OccasionStatus,
    Term,
    Valence,
)
from servanda.store import Ledger, Query
from servanda.view.names import Names

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
        form: `choice`, `words`, `day`, or `id` for what only links narrow by.
        value: what the page is narrowed by; empty for nothing.
        text: the same as a person reads it.
        choices: the values to choose from, most frequent first.
    """

    name: str
    label: str
    form: str
    value: str = ""
    text: str = ""
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Criterion:
    """What a page may be narrowed by.

    Attributes:
        name: its name in the address and in `Query`.
        label: its name on the page.
        slot: the field whose values are offered.
        form: `choice`, `words`, `day`, or `id` for what only links narrow by.
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
_DOCUMENT = Criterion("document", "Document", form="id")

CRITERIA: dict[str, tuple[Criterion, ...]] = {
    "commitments": (
        _SEARCH,
        Criterion("debtor", "Who", "debtors"),
        Criterion("creditor", "To whom", "creditors"),
        Criterion("act", "Act", "act", words=Act),
        Criterion("firmness", "Firmness", "firmness", words=Firmness),
        Criterion("status", "Status", "status", words=CommitmentStatus),
        *_IN_DOCUMENTS,
        Criterion("speaker", "Said by", form="id"),
        _DOCUMENT,
    ),
    "statements": (
        _SEARCH,
        Criterion("speaker", "Who", "speakers"),
        Criterion("mode", "How", "mode", words=Mode),
        *_IN_DOCUMENTS,
        _DOCUMENT,
    ),
    "occasions": (
        _SEARCH,
        Criterion("actor", "Who took part", "participants"),
        Criterion("kind", "Kind", "kind", words=OccasionKind),
        Criterion("type", "Event type", "type", words=EventType),
        Criterion("status", "Status", "status", words=OccasionStatus),
        *_IN_DOCUMENTS,
        _DOCUMENT,
    ),
    "instruments": (
        _SEARCH,
        Criterion("actor", "Party", "parties"),
        Criterion("kind", "Kind", "kind", words=InstrumentKind),
        Criterion("status", "Status", "status", words=InstrumentStatus),
        *_IN_DOCUMENTS,
        _DOCUMENT,
    ),
    "assessments": (
        _SEARCH,
        Criterion("speaker", "Who", "speakers"),
        Criterion("about", "About", "about", words=About),
        Criterion("valence", "Praise or blame", "valence", words=Valence),
        *_IN_DOCUMENTS,
        _DOCUMENT,
    ),
    "documents": (_SEARCH, Criterion("kind", "Kind", "kind", words=DocumentKind), *_IN_DOCUMENTS),
    "actors": (_SEARCH, Criterion("kind", "Kind", "kind", words=ActorKind), _DOCUMENT),
}
"""What each page may be narrowed by, in the order of its form."""

_ACTORS = ("debtor", "creditor", "speaker", "actor")


def filters_of(ledger: Ledger, kind: str, query: Query, names: Names) -> tuple[Filter, ...]:
    """The filters of a page; each choice is counted among what the other filters leave."""
    return tuple(_filter(ledger, kind, criterion, query, names) for criterion in CRITERIA[kind])


def _filter(ledger: Ledger, kind: str, criterion: Criterion, query: Query, names: Names) -> Filter:
    asked = getattr(query, criterion.name)
    value = str(asked) if asked is not None else ""
    left: dict[str, Any] = {criterion.name: None}
    others = replace(query, **left)
    counted = ledger.find_values(kind, criterion.slot, others)[:_MOST] if criterion.form == "choice" else ()
    choices = tuple(
        Choice(value=known, text=_text(criterion, known, names), count=count, chosen=known == value)
        for known, count in counted
    )
    return Filter(
        name=criterion.name,
        label=criterion.label,
        form=criterion.form,
        value=value,
        text=_text(criterion, value, names) if value else "",
        choices=choices,
    )


def _text(criterion: Criterion, value: str, names: Names) -> str:
    if criterion.name in _ACTORS:
        return names.actor(value)
    return value.replace("-", " ") if len(value) > 1 else value
