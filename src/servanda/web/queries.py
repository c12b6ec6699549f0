"""The words of an address as a question to the ledger.

An address that asks for something the ledger cannot be asked is refused with a sentence: a misspelt filter that was
passed over would show all records as if they were the answer.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime
from typing import Any

from servanda.store import Order, Query
from servanda.view.filters import CRITERIA, Criterion
from servanda.view.questions import slots_asked
from servanda.view.tables import known_columns
from servanda.view.typed_days import EXAMPLES, day_typed

TABLES = ("commitments", "statements", "occasions", "instruments", "assessments")
"""The kinds of record that have a table."""
LIMIT = 50
_MOST = 500
_LAST_PAGE = 1_000_000
_LAST_READING = 999_999_999
_ALWAYS = frozenset({"page", "limit", "order", "format", "upto"})


class BadQueryError(Exception):
    """An address that asks for what there is not.

    Attributes:
        message: what is wrong, in one plain sentence for the user.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def parse_query(kind: str, asked: Mapping[str, str]) -> Query:
    """A question to the ledger.

    Args:
        kind: plural name of what is asked for: a kind of record, or `documents`.
        asked: names and values of the address; empty values count as left out.

    Raises:
        BadQueryError: there is no such filter, or no such value for it.
    """
    criteria = {criterion.name: criterion for criterion in CRITERIA[kind]}
    columns = {"columns"} if kind in TABLES else set()
    slots = [slot for slot in slots_asked(kind) if slot not in criteria]
    _refuse_others(asked, {*criteria, *_ALWAYS, *columns, *slots})
    given = {name: value.strip() for name, value in asked.items() if value.strip()}
    wanted: dict[str, Any] = {name: _value(criteria[name], given[name]) for name in criteria if name in given}
    if "states" in wanted and wanted["states"] not in slots_asked(kind):
        raise BadQueryError(f"“states” names a field: {', '.join(slots_asked(kind))}, not “{wanted['states']}”.")
    wanted["slots"] = tuple((slot, given[slot]) for slot in slots if slot in given) or None
    page = page_asked(given)
    upto = _number("upto", given["upto"], _LAST_READING) if "upto" in given else None
    order = _order(given.get("order", Order.NEWEST))
    return Query(**wanted, limit=page.limit, offset=page.offset, order=order, upto=upto)


def page_asked(given: Mapping[str, str]) -> Query:
    """Which stretch of a list an address asks for.

    Raises:
        BadQueryError: there is no such page.
    """
    limit = _number("limit", given.get("limit", str(LIMIT)), _MOST)
    return Query(limit=limit, offset=(number_of(given) - 1) * limit)


def number_of(given: Mapping[str, str]) -> int:
    """The number of the page that an address asks for; the first where it names none.

    Raises:
        BadQueryError: there is no such page.
    """
    return _number("page", given.get("page") or "1", _LAST_PAGE)


def skip_asked(given: Mapping[str, str]) -> int:
    """How many an address passes over; none where it does not say.

    Raises:
        BadQueryError: it is no number.
    """
    return _number("skip", given["skip"], _LAST_PAGE) if "skip" in given else 0


def parse_columns(kind: str, asked: Mapping[str, str]) -> tuple[str, ...]:
    """The columns that a table is to have, by the codebook's names of their fields; none for the usual ones.

    Raises:
        BadQueryError: there is no such column.
    """
    wanted = [name.strip() for name in asked.get("columns", "").split(",") if name.strip()]
    known = known_columns(kind)
    for name in wanted:
        if name not in known:
            raise BadQueryError(f"“columns” are of {', '.join(known)}, not “{name}”.")
    return tuple(dict.fromkeys(wanted))


def parse_format(asked: Mapping[str, str], known: Collection[str] = ("html", "json")) -> str:
    """The form that was asked for; `html` where none was.

    Raises:
        BadQueryError: another form than the known ones was asked for.
    """
    form = asked.get("format") or "html"
    if form not in known:
        raise BadQueryError(f"This page comes as {', '.join(known)}, not as “{form}”.")
    return form


def refuse_unknown(asked: Mapping[str, str], *known: str) -> None:
    """Refuse an address of a page without filters that asks for anything but these.

    Raises:
        BadQueryError: it does.
    """
    _refuse_others(asked, {"format", *known})


def _refuse_others(asked: Mapping[str, str], known: set[str]) -> None:
    for name in asked:
        if name not in known:
            raise BadQueryError(f"This page knows no “{name}”. It knows {', '.join(sorted(known))}.")


def _value(criterion: Criterion, written: str) -> str | date:
    if criterion.form == "day":
        return parse_day(criterion.label, written)
    if criterion.words is not None and written not in set(criterion.words):
        known = ", ".join(criterion.words)
        raise BadQueryError(f"{criterion.label} is one of {known}, not “{written}”.")
    return written


def parse_day(label: str, written: str, today: date | None = None) -> date:
    """A day.

    Args:
        label: what the page calls it.
        written: as the address has it: an ISO date, or a day as it is called from today (`yesterday`, `10 days ago`).
        today: the day from which it is called; None for the day that it is.

    Raises:
        BadQueryError: it is none.
    """
    told = day_typed(written, today or datetime.now(UTC).date())
    if told is None:
        raise BadQueryError(f"{label} is a day such as {EXAMPLES}, not “{written}”.")
    return told


def parse_year(written: str) -> int | None:
    """A year of the calendar; None where nothing is written.

    Raises:
        BadQueryError: it is none.
    """
    return _number("year", written, 9998) if written else None


def _number(name: str, written: str, most: int) -> int:
    if not (written.isascii() and written.isdigit() and len(written) < 10 and 1 <= int(written) <= most):
        raise BadQueryError(f"“{name}” is a number from 1 to {most}, not “{written}”.")
    return int(written)


def _order(written: str) -> Order:
    if written not in set(Order):
        raise BadQueryError(f"“order” is one of {', '.join(Order)}, not “{written}”.")
    return Order(written)
