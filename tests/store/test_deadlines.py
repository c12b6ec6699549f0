"""The deadlines of a whole ledger: sorted by their last day, with their parties, carried on as readings come and go."""

from datetime import date

import pytest

from factories import a_ferry_deal
from servanda.codebook import Reading
from servanda.store import Ledger

LAST = date(2030, 12, 31)


@pytest.fixture(name="ledger")
def _ledger(place):
    with Ledger.open(place) as ledger:
        yield ledger


def fresh(ledger):
    """The same asked of a ledger that has listed nothing yet."""
    with Ledger.open(ledger.place, create=False) as other:
        return other.find_deadlines()


def test_a_ledger_without_deadlines_has_none(ledger):
    assert ledger.find_deadlines() == ()


def test_a_deadline_has_its_last_day_and_its_parties(ledger):
    document, reading = a_ferry_deal("Oslo", location="one.txt")
    ledger.append_reading(document, reading)
    (one,) = ledger.find_deadlines()
    assert (one.record, one.last) == (reading.commitments[0].id, LAST)
    assert one.parties == {"NOR", "FIN"}
    assert one.published == document.published.start


def test_what_is_read_later_is_added_and_what_is_read_anew_goes(ledger):
    for place in ("Oslo", "Bergen", "Hamar"):
        document, reading = a_ferry_deal(place, location=f"{place}.txt")
        ledger.append_reading(document, reading)
        assert len(ledger.find_deadlines()) == len(fresh(ledger))
    empty = Reading(document=document.id, reader="nobody", version="1")
    ledger.append_reading(document, empty)
    assert reading.commitments[0].id not in {one.record for one in ledger.find_deadlines()}
    assert ledger.find_deadlines() == fresh(ledger)
