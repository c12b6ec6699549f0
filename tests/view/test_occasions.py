"""Occasions over documents: one thing once, with the sharpest day, on the calendar and on the page of its record."""

from datetime import date

import pytest

from factories import a_marked_document, a_reading, an_instrument, an_occasion
from servanda.codebook import Resolution, Thread, When, stated
from servanda.store import Ledger
from servanda.view import calendar_page, instrument_page, record_page
from servanda.view.occasions import told_over_documents

RULES = "tests 1"
ON = date(2024, 6, 1)


def an_account(place, when, published):
    """A report of talks, with the day as it has it."""
    document, marks = a_marked_document(
        f"{place}. <occasion>Talks in Suva</occasion> led to a <instrument>ferry agreement</instrument>.",
        published=When.parse(published),
        title=place,
    )
    day = stated(When.parse(when), marks["occasion"])
    return document, an_occasion(document, marks, date=day), an_instrument(document, marks, date=day)


@pytest.fixture(name="ledger")
def _ledger(place):
    told = [an_account(*one) for one in (("Suva", "2024-05", "2024-05-03"), ("Apia", "2024-05-02", "2024-05-04"))]
    told.append(an_account("Nadi", "2024-05-02", "2024-05-05"))
    with Ledger.open(place) as ledger:
        for document, *records in told:
            ledger.append_reading(document, a_reading(document, *records))
        for at, kind in ((1, "occasions"), (2, "instruments")):
            joined = tuple(sorted(one[at].id for one in told[:2]))
            found = Resolution(kind=kind, version=RULES, threads=(Thread(kind=kind, records=joined, reason="alike"),))
            ledger.append_resolution(ledger.find_unlinked(kind, RULES), found)
        yield ledger


def test_what_linking_joined_is_one_thing_with_the_sharpest_day(ledger):
    told = told_over_documents(ledger, "occasions", ledger.find_records("occasions"))
    assert sorted((one.best.document.title, one.documents) for one in told) == [("Apia", 2), ("Nadi", 1)]


def test_the_calendar_has_it_once_on_its_day(ledger):
    page = calendar_page(ledger, 2024)
    may = page.months[4]
    assert (page.records, page.total) == (3, 2)
    assert sorted((event.start, event.documents) for event in may.events) == [("2024-05-02", 1), ("2024-05-02", 2)]
    assert [day.events for week in may.weeks for day in week if day.number == 2] == [2]


def test_its_record_lists_the_other_documents(ledger):
    told = next(
        one for one in told_over_documents(ledger, "occasions", ledger.find_records("occasions")) if one.documents == 2
    )
    bonds = [bond for bond in record_page(ledger, told.best.record.id).bonds if bond.elsewhere]
    assert next([other.source.title for other in bond.relatives] for bond in bonds) == ["Suva"]


def test_an_instrument_is_told_by_the_document_that_tells_most(ledger):
    found = {one.document.title: one.record.id for one in ledger.find_records("instruments")}
    assert instrument_page(ledger, found["Suva"], ON).id == instrument_page(ledger, found["Apia"], ON).id
    assert {mention.source.title for mention in instrument_page(ledger, found["Suva"], ON).mentions} == {"Apia", "Suva"}


@pytest.mark.parametrize(
    ("days", "published", "year"),
    [
        (["2024-05-02", "2079"], "2024-06-01", 2024),
        (["2019-05-02", "2021-03"], "2024-06-01", 2021),
        (["2030"], "2024-06-01", 2030),
        (["2024-05-02", "2025-01-10"], "2025-02-01", 2025),
    ],
)
def test_the_calendar_opens_on_the_last_year_that_has_begun(place, days, published, year):
    with Ledger.open(place) as ledger:
        for at, day in enumerate(days):
            document, *records = an_account(f"Port {at}", day, published)
            ledger.append_reading(document, a_reading(document, *records))
        assert calendar_page(ledger).year == year
