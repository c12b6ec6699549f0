"""What was tallied is what counting gives, whatever was added, read anew or merged."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from factories import a_ferry_deal
from ledger_databases import damage, rows_of
from sample_ledgers import a_report, an_adopted_text
from servanda.codebook import KINDS
from servanda.store import Ledger, Query
from servanda.store.tallies import JOINTLY

LATER = datetime(2999, 1, 1, tzinfo=UTC)
DOCUMENT, READING = a_ferry_deal("Oslo")
SLOTS = [
    *(("commitments", slot) for slot in ("act", "firmness", "status", "outlet", "debtors", "creditors", "rule")),
    *(("statements", slot) for slot in ("speakers", "mode", "outlet")),
    *(("occasions", slot) for slot in ("kind", "type", "status", "participants")),
    *(("assessments", slot) for slot in ("about", "valence", "target", "speakers")),
    *(("actors", slot) for slot in ("actor", "kind")),
    *(("documents", slot) for slot in ("outlet", "agency", "language", "kind")),
]


@pytest.fixture
def ledger(place):
    with Ledger.open(place) as ledger:
        for document, reading in (a_report(), an_adopted_text(), (DOCUMENT, READING), a_ferry_deal("Bergen")):
            ledger.append_reading(document, reading)
        yield ledger


def answers(ledger):
    values = {(kind, slot): ledger.find_values(kind, slot) for kind, slot in SLOTS}
    totals = {kind: ledger.count_records(kind) for kind, _ in KINDS}
    return values, totals, ledger.count_documents(), dict(ledger.find_names())


def assert_as_counted(ledger):
    """A question about a moment is counted, one about now is answered from the tallies."""
    assert answers(ledger) == answers(ledger.as_known_on(LATER))
    assert list(ledger.verify()) == []


def test_tallies_are_what_counting_gives(ledger):
    assert_as_counted(ledger)
    assert ledger.count_records("commitments") > 4


def test_fields_asked_for_together_have_the_values_that_each_has_alone(ledger):
    for kind in {kind for kind, _ in SLOTS}:
        slots = [slot for of, slot in SLOTS if of == kind]
        alone = {slot: ledger.find_values(kind, slot) for slot in slots}
        assert ledger.find_all_values(kind, slots) == alone
        assert ledger.as_known_on(LATER).find_all_values(kind, slots) == alone
        for one in (ledger, ledger.as_known_on(LATER)):
            assert one.find_all_values(kind, slots, 1) == {slot: values[:1] for slot, values in alone.items()}
    with pytest.raises(ValueError, match="no list of values"):
        ledger.find_all_values("commitments", ["act", "body"])


def test_a_reading_that_is_superseded_is_tallied_no_longer(ledger):
    before = dict(ledger.find_values("commitments", "act"))
    ledger.append_reading(DOCUMENT, replace(READING, version="2", commitments=()))
    assert_as_counted(ledger)
    assert dict(ledger.find_values("commitments", "act"))["procure"] == before["procure"] - 1


def test_the_same_reading_twice_is_tallied_once(ledger, place):
    before = rows_of(place, "SELECT * FROM tallies")
    ledger.append_reading(DOCUMENT, READING)
    assert rows_of(place, "SELECT * FROM tallies") == before


def test_a_filtered_question_is_counted(ledger):
    assert ledger.count_records("commitments", Query(debtor="NOR")) < ledger.count_records("commitments")


TOGETHER = [  # the values, and how many records have them
    ("commitments", {"act": "procure", "firmness": "intended"}, 3),
    ("commitments", {"status": "open", "firmness": "pledged"}, 1),
    ("commitments", {"act": "procure", "firmness": "intended", "status": "open"}, 3),
    ("commitments", {"act": "procure", "firmness": "no such"}, 0),
    ("occasions", {"type": "CONSULT", "kind": "summit"}, 2),
    ("instruments", {"kind": "agreement", "status": "concluded"}, 1),
    ("assessments", {"about": "conduct", "valence": "+"}, 0),
]


@pytest.mark.parametrize(("kind", "asked", "number"), TOGETHER)
def test_values_that_go_together_are_counted_as_by_counting(ledger, kind, asked, number):
    then = ledger.as_known_on(LATER)
    for part in (dict(list(asked.items())[:-1]), asked):
        query = Query(**part)
        assert (
            ledger.count_records(kind, query)
            == then.count_records(kind, query)
            == len(ledger.find_records(kind, query))
        )
        left = [name for name in JOINTLY[kind] if name not in part]
        if left:
            now, counted = (one.survey(kind, query, left) for one in (ledger, then))
            assert (now.total, now.more, now.values) == (counted.total, False, counted.values)
    assert ledger.count_records(kind, Query(**asked)) == number


@pytest.mark.parametrize("asked", [{}, {"polarity": "+"}, {"firmness": "intended"}])
def test_of_each_field_the_most_usual_values_are_told(ledger, asked):
    slots = ["act", "status"]
    for one in (ledger, ledger.as_known_on(LATER)):
        every, few = (one.survey("commitments", Query(**asked), slots, most) for most in (None, 2))
        assert len(every.values["act"]) > 2
        assert few.values == {slot: every.values[slot][:2] for slot in slots}
        assert few.total == every.total


DAMAGES = [
    ("UPDATE tallies SET number = 7 WHERE about = 'commitments' AND slot = 'act'", "is 7 and must be"),
    ("DELETE FROM tallies WHERE about = 'documents' AND slot = ''", "is 0 and must be 4"),
    ("INSERT INTO tallies VALUES ('commitments', 'act', 'sing', 3)", "act sing is 3 and must be 0"),
]


@pytest.mark.parametrize(("statement", "said"), DAMAGES)
def test_a_wrong_tally_is_found(ledger, place, statement, said):
    damage(place, [statement])
    assert any(said in problem.message for problem in ledger.verify())
