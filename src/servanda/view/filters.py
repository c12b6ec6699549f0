"""What a page of the ledger can be narrowed by: each filter with its choices and how many records have each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

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
        form: `choice`, `words` or `day`.
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
class _Spec:
    name: str
    label: str
    slot: str = ""
    form: str = "choice"


_SEARCH = _Spec("search", "Words in the text", form="words")
_DATES = (_Spec("since", "Published since", form="day"), _Spec("until", "Published until", form="day"))
_OUTLET = _Spec("outlet", "Outlet", "outlet")

FILTERS: dict[str, tuple[_Spec, ...]] = {
    "commitments": (
        _SEARCH,
        _Spec("debtor", "Who", "debtors"),
        _Spec("creditor", "To whom", "creditors"),
        _Spec("act", "Act", "act"),
        _Spec("firmness", "Firmness", "firmness"),
        _Spec("status", "Status", "status"),
        _OUTLET,
        *_DATES,
    ),
    "statements": (_SEARCH, _Spec("speaker", "Who", "speakers"), _Spec("mode", "How", "mode"), _OUTLET, *_DATES),
    "occasions": (
        _SEARCH,
        _Spec("actor", "Who took part", "participants"),
        _Spec("kind", "Kind", "kind"),
        _Spec("type", "Event type", "type"),
        _Spec("status", "Status", "status"),
        _OUTLET,
        *_DATES,
    ),
    "instruments": (
        _SEARCH,
        _Spec("actor", "Party", "parties"),
        _Spec("kind", "Kind", "kind"),
        _Spec("status", "Status", "status"),
        _OUTLET,
        *_DATES,
    ),
    "assessments": (
        _SEARCH,
        _Spec("speaker", "Who", "speakers"),
        _Spec("about", "About", "about"),
        _Spec("valence", "Praise or blame", "valence"),
        _OUTLET,
        *_DATES,
    ),
    "documents": (_SEARCH, _Spec("kind", "Kind", "kind"), _OUTLET, *_DATES),
    "actors": (_SEARCH, _Spec("kind", "Kind", "kind")),
}
"""The filters of each page, in the order of the form."""

_ACTORS = ("debtors", "creditors", "speakers", "participants", "parties")


def filters_of(ledger: Ledger, kind: str, query: Query, names: Names) -> tuple[Filter, ...]:
    """The filters of a page; each choice is counted among what the other filters leave."""
    return tuple(_filter(ledger, kind, spec, query, names) for spec in FILTERS[kind])


def _filter(ledger: Ledger, kind: str, spec: _Spec, query: Query, names: Names) -> Filter:
    asked = getattr(query, spec.name)
    value = str(asked) if asked is not None else ""
    left: dict[str, Any] = {spec.name: None}
    others = replace(query, **left)
    counted = ledger.find_values(kind, spec.slot, others)[:_MOST] if spec.form == "choice" else ()
    choices = tuple(
        Choice(value=known, text=_text(spec, known, names), count=count, chosen=known == value)
        for known, count in counted
    )
    return Filter(
        name=spec.name,
        label=spec.label,
        form=spec.form,
        value=value,
        text=_text(spec, value, names) if value else "",
        choices=choices,
    )


def _text(spec: _Spec, value: str, names: Names) -> str:
    if spec.slot in _ACTORS:
        return names.actor(value)
    return value.replace("-", " ") if len(value) > 1 else value
