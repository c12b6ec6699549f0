"""The newest records with the deadlines that must not be missed, in one question."""

from datetime import date

import pytest

from factories import a_commitment, a_marked_document, a_reading
from servanda.codebook import When, stated
from servanda.store import Ledger, Query

ON = date(2025, 1, 1)
SAID = {
    "2024-06-01": None,
    "2024-05-01": "2026",
    "2024-04-01": "2024-12-31",
    "2024-03-01": "2025-01-01",
    "2024-02-01": None,
    "2024-01-01": "2023",
}
"""By the day on which they are said, until when six promises are to be kept."""


def _a_promise(day, until):
    text = (
        f"On {day} <span><debtor>Kenya</debtor> will send nurses to <creditor>Fiji</creditor> <by>in time</by></span>."
    )
    document, marks = a_marked_document(text, published=When.parse(day), location=f"{day}.txt")
    given = {"deadline": stated(When.parse(until), marks["by"])} if until else {}
    record = a_commitment(
        document,
        marks,
        debtors=stated(("KEN",), marks["debtor"]),
        creditors=stated(("FJI",), marks["creditor"]),
        **given,
    )
    return document, a_reading(document, record)


@pytest.mark.parametrize(
    ("limit", "dated", "newest", "further", "left"),
    [
        (1, 9, ["2024-06-01"], ["2024-03-01", "2024-05-01", "2024-04-01", "2024-01-01"], 0),
        (1, 2, ["2024-06-01"], ["2024-03-01", "2024-05-01"], 2),
        (3, 9, ["2024-06-01", "2024-05-01", "2024-04-01"], ["2024-03-01", "2024-01-01"], 0),
        (9, 9, list(SAID), [], 0),
    ],
)
def test_deadlines_ahead_come_first_and_the_last_that_passed_next(  # noqa: PLR0913, PLR0917
    place, limit, dated, newest, further, left
):
    with Ledger.open(place) as ledger:
        ledger.append_readings([_a_promise(day, until) for day, until in SAID.items()])
        asked = Query(between=(("KEN",), ("FJI",)), limit=limit)
        found = ledger.find_newest("commitments", asked, ON, dated)
    assert [str(one.document.published) for one in found.found] == newest
    assert [str(one.document.published) for one in found.dated] == further
    assert (found.total, found.left) == (len(SAID), left)
