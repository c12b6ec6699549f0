"""The page of a commitment, the network, the calendar, instruments and careers, as page models."""

from datetime import date
from pathlib import Path

import pytest

from sample_ledgers import a_report, make_ledger
from servanda.store import Ledger
from servanda.view import actor_page, calendar_page, commitment_page, instrument_page, network_page

_, READING = a_report()
BUY, PAY, _ = READING.commitments
ON = date(2024, 6, 1)


@pytest.fixture(scope="module", name="ledger")
def _ledger(tmp_path_factory):
    with Ledger.open(make_ledger(Path(tmp_path_factory.mktemp("ledger")) / "sample.db")) as ledger:
        yield ledger


def test_a_commitment_has_its_way_its_source_and_its_partner(ledger):
    page = commitment_page(ledger, BUY.id, ON)
    (wording,) = page.wordings
    assert [part.note for part in wording.path] == ["outlet", "agency", "relay", "speaker"]
    assert [partner.id for partner in page.partners] == [PAY.id]
    assert (wording.voice, wording.changed, len(page.voices)) == (1, (), 1)
    assert [part.text for part in page.instruments] == ["a ferry agreement"]


@pytest.mark.parametrize("key", ["c-0", "", "t-none", READING.statements[0].id])
def test_what_is_no_commitment_has_no_such_page(ledger, key):
    assert commitment_page(ledger, key, ON) is None


def test_an_instrument_holds_its_elements_each_with_its_status(ledger):
    page = instrument_page(ledger, READING.instruments[0].id, ON)
    assert [promise.id for promise in page.elements] == [BUY.id]
    assert sum(number for _, number in page.statuses) == 1


@pytest.mark.parametrize("key", [BUY.id, "i-0", ""])
def test_what_is_no_instrument_has_no_elements(ledger, key):
    assert instrument_page(ledger, key, ON) is None


def test_the_network_goes_from_who_is_bound_to_who_is_owed(ledger):
    told = {(bond.debtor, bond.creditor): bond.commitments for bond in network_page(ledger).bonds}
    assert told["NOR", "FIN"] == 3
    assert ("FIN", "NOR") not in told


def test_a_calendar_shows_the_last_year_with_occasions_and_every_day_of_it(ledger):
    page = calendar_page(ledger)
    assert page.year == max(year for year, _ in page.years) if page.years else True
    numbers = [day.number for month in page.months for week in month.weeks for day in week if day.number]
    assert len(numbers) in {365, 366}
    assert page.total == sum(len(month.events) for month in page.months) + len(page.whole_year)


@pytest.mark.parametrize("year", [1, 9998])
def test_a_calendar_goes_to_the_ends_of_time(ledger, year):
    assert calendar_page(ledger, year).total == 0


def test_a_person_is_quoted_on_the_day_that_the_text_names(ledger):
    career = actor_page(ledger, "kari-dahl").career
    assert [said.start for said in career.utterances] == ["2024-05-02"]
    assert career.quoted == 1


def test_only_a_person_has_a_career(ledger):
    assert actor_page(ledger, "NOR").career is None
