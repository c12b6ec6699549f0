"""Whoever speaks stands with the office of the day: in lists of statements and commitments, and on the page of a record."""

from dataclasses import replace

import pytest

from factories import a_ferry_deal
from servanda.codebook import stated
from servanda.codebook.vocabulary import ActorKind
from servanda.store import Ledger, Query
from servanda.view import ledger_page, record_page

OFFICES = {"Suva": "Minister of Fisheries", "Apia": "Ambassador to Finland", "Nadi": ""}


def a_deal(place):
    """A ferry deal told by a person, with the office that this document gives her."""
    document, reading = a_ferry_deal(place, location=f"{place}.txt")
    ana, *others = reading.actors
    words = ana.mentions[0].span if hasattr(ana.mentions[0], "span") else ana.spans[0]
    office = {"office": stated(OFFICES[place], (words,))} if OFFICES[place] else {}
    ana = replace(ana, actor="ana-lima", kind=ActorKind.PERSON, name="Ana Lima", **office)
    statement = replace(reading.statements[0], speakers=replace(reading.statements[0].speakers, value=("ana-lima",)))
    carried = replace(reading.commitments[0].statement, value=statement.id)
    commitment = replace(reading.commitments[0], statement=carried)
    return document, replace(reading, actors=(ana, *others), statements=(statement,), commitments=(commitment,))


@pytest.fixture(name="ledger")
def _ledger(place):
    with Ledger.open(place) as ledger:
        ledger.append_readings([a_deal(where) for where in OFFICES])
        yield ledger


@pytest.mark.parametrize(("kind", "slot"), [("statements", "speakers"), ("commitments", "said_by")])
def test_each_document_tells_its_own_office(ledger, kind, slot):
    rows = ledger_page(ledger, Query(), kind).rows
    told = {
        row.source.id: part.note for row in rows for field in row.fields if field.slot == slot for part in field.parts
    }
    assert sorted(told.values()) == sorted(OFFICES.values())


def test_the_page_of_a_statement_has_it(ledger):
    told = set()
    for found in ledger.find_records("statements", Query()):
        (field,) = (one for one in record_page(ledger, found.record.id).fields if one.slot == "speakers")
        told.add(field.parts[0].note)
    assert told == set(OFFICES.values())
