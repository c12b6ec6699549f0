"""A list that is narrowed by one id of an actor has the records of all its ids, whichever of them is asked for."""

from dataclasses import replace

import pytest

from factories import a_ferry_deal
from servanda.codebook import Reading, Resolution, Slot, Thread
from servanda.store import Ledger, Query
from servanda.view import filters, ledger_page
from servanda.view.names import Names
from servanda.view.spellings import spelled_out

IDS = ("ana-lopez", "anna-lopez")
PLACES = {"Suva": "ana-lopez", "Apia": "anna-lopez", "Nadi": "ana-lopez", "Oslo": "ben-okoro"}


def a_deal(place: str, who: str):
    """A ferry deal in which somebody else is bound, owed, quoted and mentioned."""
    document, reading = a_ferry_deal(place, location=f"{place}.txt")

    def named(slot: Slot):
        return replace(slot, value=(who,))

    statement = replace(reading.statements[0], speakers=named(reading.statements[0].speakers))
    commitment = reading.commitments[0]
    bound = replace(
        commitment,
        debtors=named(commitment.debtors),
        statement=replace(commitment.statement, value=statement.id),
    )
    actor = replace(reading.actors[0], actor=who, name=who)
    parts = {name: getattr(reading, name) for name in ("occasions", "instruments", "assessments")}
    return document, Reading(
        document=document.id,
        reader="tests",
        version="1",
        actors=(actor, *reading.actors[1:]),
        statements=(statement,),
        commitments=(bound,),
        **parts,
    )


@pytest.fixture(name="ledger")
def _ledger(place):
    with Ledger.open(place) as ledger:
        ledger.append_readings([a_deal(*told) for told in PLACES.items()])
        thread = Thread(kind="actors", records=IDS, reason="one name")
        seen = ledger.find_unlinked("actors", "1")
        ledger.append_resolution(seen, Resolution(kind="actors", version="1", threads=(thread,)))
        yield ledger


@pytest.mark.parametrize("who", IDS)
@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("commitments", "debtor"),
        ("commitments", "speaker"),
        ("commitments", "actor"),
        ("statements", "speaker"),
        ("actors", "actor"),
    ],
)
def test_records_of_all_ids_are_found_and_counted(ledger, kind, name, who):
    asked = spelled_out(ledger, Query(**{name: who}))
    assert len(ledger.find_records(kind, asked)) == 3
    assert ledger.survey(kind, asked).total == ledger.count_records(kind, asked) == 3
    assert len(ledger.find_records(kind, Query(**{name: "ben-okoro"}))) == 1


@pytest.mark.parametrize("query", [Query(), Query(debtor="ben-okoro"), Query(debtor="nobody")])
def test_whoever_has_one_id_is_asked_for_as_before(ledger, query):
    assert spelled_out(ledger, query) == query


@pytest.mark.parametrize("who", IDS)
def test_the_list_and_its_choice_tell_one_number(ledger, who):
    page = ledger_page(ledger, Query(debtor=who))
    (choice,) = (one for filter_ in page.filters if filter_.name == "debtor" for one in filter_.choices if one.chosen)
    assert (page.total, len(page.rows), choice.count) == (3, 3, 3)
    assert choice.value == who


def test_other_filters_narrow_what_all_ids_have(ledger):
    asked = spelled_out(ledger, Query(debtor=IDS[0], creditor="FIN", act="procure", search="Apia"))
    assert len(ledger.find_records("commitments", asked)) == 0
    assert len(ledger.find_records("commitments", replace(asked, search="ferries"))) == 3


@pytest.mark.parametrize("who", IDS)
def test_ids_too_rare_for_the_list_of_choices_are_counted_for_the_actor(ledger, who, monkeypatch):
    monkeypatch.setattr(filters, "_MOST", 1)
    asked = spelled_out(ledger, Query(debtor=who))
    told, _ = filters.filters_of(ledger, "commitments", asked, Names())
    (debtor,) = (one for one in told if one.name == "debtor")
    assert [(choice.value, choice.count) for choice in debtor.choices] == [(who, 3)]
