"""The words of an address as what a list of changes, of deadlines or of challenges is narrowed by."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from servanda.store import Query
from servanda.view.change_lists import BYS, NEWS, ORDERS, ChangeChoice
from servanda.view.due_lists import CLOCKS, STRETCHES, DueChoice
from servanda.web.queries import BadQueryError, page_asked, parse_day, refuse_unknown, skip_asked

_CHALLENGES = "20"
"""Challenges on a page: each has the words of several parties."""
_ALWAYS = ("party", "with", "page", "limit", "upto", "skip")


def parse_changes(asked: Mapping[str, str], *, today: date | None = None) -> ChangeChoice:
    """What a list of changes is narrowed by.

    Args:
        asked: names and values of the address; empty values count as left out.
        today: the last day where the address names none; None for the day that it is.

    Raises:
        BadQueryError: there is no such filter, or no such value for it.
    """
    refuse_unknown(asked, *_ALWAYS, "since", "until", "by", "news", "order")
    told = _given(asked)
    until = _day("Until", told.get("until"), today)
    since = parse_day("New since", told["since"], until) if "since" in told else None
    if since is not None and since > until:
        raise BadQueryError(f"“New since” {since} lies after “until” {until}.")
    return ChangeChoice(
        parties=_parties(told),
        since=since,
        until=until,
        by=_one_of("by", told.get("by", "published"), BYS),
        news=_one_of("news", told.get("news", ""), NEWS),
        order=_one_of("order", told.get("order", "weight"), ORDERS),
        skip=skip_asked(told),
        page=page_asked(told),
    )


def parse_due(asked: Mapping[str, str], *, today: date | None = None) -> DueChoice:
    """What a list of deadlines is narrowed by; as `parse_changes` does it."""
    refuse_unknown(asked, *_ALWAYS, "on", "within", "clock", "alone")
    told = _given(asked)
    return DueChoice(
        parties=_parties(told),
        on=_day("The day", told.get("on"), today),
        within=int(_one_of("within", told["within"], STRETCHES)) if "within" in told else None,
        clock=_one_of("clock", told.get("clock", ""), CLOCKS),
        alone=_one_of("alone", told.get("alone", ""), ("yes",)) == "yes",
        skip=skip_asked(told),
        page=page_asked(told),
    )


def parse_challenges(asked: Mapping[str, str]) -> Query:
    """What a list of challenges is narrowed by; as `parse_changes` does it."""
    refuse_unknown(asked, "target", "since", "until", "page", "limit", "upto")
    told = _given(asked)
    days = {name: parse_day(f"“{name}”", told[name]) for name in ("since", "until") if name in told}
    page = page_asked({"limit": _CHALLENGES, **told})
    return replace(page, actor=told.get("target"), since=days.get("since"), until=days.get("until"))


def _given(asked: Mapping[str, str]) -> dict[str, str]:
    return {name: value.strip() for name, value in asked.items() if value.strip()}


def _parties(told: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(told[name] for name in ("party", "with") if name in told)


def _day(label: str, written: str | None, today: date | None) -> date:
    now = today or datetime.now(UTC).date()
    return parse_day(label, written, now) if written else now


def _one_of(name: str, written: str, known: Collection[str]) -> str:
    if written and written not in known:
        raise BadQueryError(f"“{name}” is one of {', '.join(known)}, not “{written}”.")
    return written
