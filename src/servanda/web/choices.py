"""The words of an address as a choice of parties and days."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from servanda.web.queries import BadQueryError, parse_day

_MOST = 5
_STATES = re.compile(r"[A-Z]{3}(-[A-Z]{3})+")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyChoice:
    """Parties and days.

    Attributes:
        parties: ids or names of parties, as they were typed; none, or at least two.
        on: the day on which deadlines are looked at: today where the address names none.
        since: what was said on or after it is new; None where the address names no day.
    """

    parties: tuple[str, ...]
    on: date
    since: date | None


def parse_choice(asked: Iterable[tuple[str, str]], path: str = "") -> PartyChoice:
    """What an address chooses.

    Args:
        asked: names and values of the address; `party` may stand in it several times.
        path: parties as the address itself names them: `KOR-USA`, or `KOR,nato`.

    Raises:
        BadQueryError: one party alone or too many are chosen, or a day is none.
    """
    given = [(name, value.strip()) for name, value in asked if value.strip()]
    told = dict(given)
    listed = [*_parties_in(path), *_parties_in(told.get("parties", "")), *(v for name, v in given if name == "party")]
    parties = tuple(dict.fromkeys(listed))
    if len(parties) == 1 or len(parties) > _MOST:
        raise BadQueryError(f"A relationship has two to {_MOST} parties, and {len(parties)} was chosen.")
    return PartyChoice(
        parties=parties,
        on=parse_day("The day", told["on"]) if "on" in told else datetime.now(UTC).date(),
        since=parse_day("New since", told["since"]) if "since" in told else None,
    )


def _parties_in(written: str) -> list[str]:
    separator = "-" if _STATES.fullmatch(written) else ","
    return [part.strip() for part in written.split(separator) if part.strip()]
