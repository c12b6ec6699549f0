"""The words of an address as a choice of parties, days and words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from servanda.codebook.vocabulary import About
from servanda.store import Query
from servanda.web.queries import BadQueryError, parse_day

_MOST = 5
_STATES = re.compile(r"[A-Z]{3}(-[A-Z]{3})+")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyChoice:
    """Parties and days.

    Attributes:
        parties: ids or names of parties, as they were typed; none, or at least two.
        on: the day on which deadlines are looked at.
        since: what was said on or after it is new; None where the address names no day.
    """

    parties: tuple[str, ...]
    on: date
    since: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageChoice:
    """Whose words are asked for.

    Attributes:
        parties: ids or names of parties, as they were typed.
        thread: id of a thread of commitments; empty for none.
        about: what assessments must be about; None for anything.
        query: from which days on, and until when.
    """

    parties: tuple[str, ...]
    thread: str
    about: About | None
    query: Query


def parse_language(asked: Iterable[tuple[str, str]], path: str = "") -> LanguageChoice:
    """Whose words an address asks for.

    Args:
        asked: names and values of the address; `party` may stand in it several times.
        path: parties as the address itself names them.

    Raises:
        BadQueryError: too many parties are chosen, a day is none, or assessments are never about this.
    """
    given = [(name, value.strip()) for name, value in asked if value.strip()]
    told = dict(given)
    parties = _parties(given, path)
    if len(parties) > _MOST:
        raise BadQueryError(f"Up to {_MOST} parties can be chosen, and {len(parties)} were.")
    about = told.get("about")
    if about is not None and about not in set(About):
        raise BadQueryError(f"Assessments are about {', '.join(About)}, not “{about}”.")
    days = {name: parse_day(f"“{name}”", told[name]) for name in ("since", "until") if name in told}
    return LanguageChoice(
        parties=parties,
        thread=told.get("thread", ""),
        about=About(about) if about else None,
        query=Query(since=days.get("since"), until=days.get("until")),
    )


def parse_choice(asked: Iterable[tuple[str, str]], path: str = "", *, today: date | None = None) -> PartyChoice:
    """What an address chooses.

    Args:
        asked: names and values of the address; `party` may stand in it several times.
        path: parties as the address itself names them: `KOR-USA`, or `KOR,nato`.
        today: the day where the address names none; None for the day that it is.

    Raises:
        BadQueryError: one party alone or too many are chosen, or a day is none.
    """
    given = [(name, value.strip()) for name, value in asked if value.strip()]
    told = dict(given)
    parties = _parties(given, path)
    if len(parties) == 1 or len(parties) > _MOST:
        raise BadQueryError(f"A relationship has two to {_MOST} parties, not {len(parties)}.")
    return PartyChoice(
        parties=parties,
        on=parse_day("The day", told["on"]) if "on" in told else today or datetime.now(UTC).date(),
        since=parse_day("New since", told["since"]) if "since" in told else None,
    )


def _parties(given: list[tuple[str, str]], path: str) -> tuple[str, ...]:
    typed = [value for name, value in given if name == "party"]
    return tuple(dict.fromkeys([*_parties_in(path), *_parties_in(dict(given).get("parties", "")), *typed]))


def _parties_in(written: str) -> list[str]:
    separator = "-" if _STATES.fullmatch(written) else ","
    return [part.strip() for part in written.split(separator) if part.strip()]
