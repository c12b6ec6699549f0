"""Lists and records show what people corrected, and beside it what was read."""

from datetime import UTC, datetime

import pytest

from factories import a_ferry_deal
from servanda.codebook import Judgement
from servanda.codebook.vocabulary import Known, Verdict
from servanda.store import Ledger, Query
from servanda.view import ledger_page, record_page
from servanda.view.judgements import judged_in_full
from servanda.view.reviews import review_page

DOCUMENT, READING = a_ferry_deal("Oslo")
PROMISE, SPEECH = READING.commitments[0], READING.statements[0]


@pytest.fixture(name="ledger")
def _ledger(tmp_path):
    with Ledger.open(tmp_path / "all.db") as ledger:
        ledger.append_reading(DOCUMENT, READING)
        yield ledger


def correct(ledger, record, slot, value, day=1):
    at = datetime(2026, 1, day, tzinfo=UTC)
    one = Judgement(verdict=Verdict.CORRECT, records=(record.id,), by="ana", at=at, slot=slot, value=value)
    ledger.judge(one)
    return one


def field_in(fields, slot):
    return next(field for field in fields if field.slot == slot)


CORRECTED = [
    (PROMISE, "debtors", "ISL; EST", "Iceland, Estonia"),
    (PROMISE, "firmness", "aspired", "aspired"),
    (PROMISE, "deadline", "2031-05", "May 2031"),
    (PROMISE, "object", "two trams", "two trams"),
    (PROMISE, "quantities", "2 trams", "2 trams"),
    (SPEECH, "speakers", "FIN", "Finland"),
]


@pytest.mark.parametrize(("record", "slot", "value", "shown"), CORRECTED, ids=[row[1] for row in CORRECTED])
def test_the_row_and_the_record_show_the_corrected_value_beside_the_one_read(ledger, record, slot, value, shown):
    kind = "statements" if record is SPEECH else "commitments"
    (before,) = ledger_page(ledger, Query(), kind).rows
    correct(ledger, record, slot, value)
    (row,) = ledger_page(ledger, Query(), kind).rows
    for fields in (row.fields, record_page(ledger, record.id).fields):
        field = field_in(fields, slot)
        assert (", ".join(part.text for part in field.parts), field.corrected_by) == (shown, "ana")
        known = field_in(before.fields, slot)
        assert field.read == (", ".join(part.text for part in known.parts) or known.known.value)
    others = [field for field in row.fields if field.slot != slot]
    assert others == [field for field in before.fields if field.slot != slot]


def test_a_field_that_the_text_leaves_open_is_open(ledger):
    correct(ledger, PROMISE, "firmness", "none")
    (row,) = ledger_page(ledger, Query()).rows
    field = field_in(row.fields, "firmness")
    assert (field.known, field.parts, bool(field.read)) == (Known.UNSTATED, (), True)


def test_what_was_said_last_and_stands_is_shown(ledger):
    correct(ledger, PROMISE, "firmness", "aspired", 1)
    last = correct(ledger, PROMISE, "firmness", "binding", 2)
    assert field_in(ledger_page(ledger, Query()).rows[0].fields, "firmness").parts[0].text == "binding"
    assert {one.slot: one.value for one in review_page(ledger, PROMISE.id).questions}["firmness"] == "binding"
    ledger.undo(last.id, by="ana", why="")
    assert field_in(ledger_page(ledger, Query()).rows[0].fields, "firmness").parts[0].text == "aspired"


def test_a_spreadsheet_has_what_was_corrected_in_words(ledger):
    correct(ledger, PROMISE, "firmness", "aspired")
    found = ledger.find_records("commitments", Query())
    assert judged_in_full(ledger, found) == {PROMISE.id: "corrected (firmness is aspired) by ana"}
