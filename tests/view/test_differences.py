"""How two ledgers, or one at two moments, differ."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

import followed_prose as prose
from servanda.codebook import Judgement, stated
from servanda.codebook.vocabulary import Firmness, Verdict
from servanda.pipeline import link
from servanda.store import Ledger
from servanda.view.differences import difference_page


def counts(page, kind):
    (row,) = [row for row in page.tallies if row.kind == kind]
    return row.gone, row.come, row.changed


def read_anew(document, reading):
    """The same reading, with another firmness in its first commitment and its others lost."""
    first = reading.commitments[0]
    changed = replace(first, firmness=stated(Firmness.BINDING, first.firmness.spans))
    return replace(reading, commitments=(changed,), version="another")


@pytest.fixture(name="ledger")
def _ledger(place):
    with Ledger.open(prose.make_ledger(place, 0, 4), create=False) as ledger:
        yield ledger


def test_a_ledger_does_not_differ_from_itself(ledger):
    page = difference_page(ledger, ledger)
    assert page.differences == ()
    assert {row.kind: row.same for row in page.tallies}["documents"] == 4


def test_one_ledger_at_two_moments(ledger):
    then = datetime.now(UTC)
    document, reading = prose.read_texts()[0]
    ledger.append_reading(document, read_anew(document, reading))
    for added in prose.read_texts()[4:6]:
        ledger.append_reading(*added)
    link(ledger)
    page = difference_page(ledger.as_known_on(then), ledger)
    assert counts(page, "documents") == (0, 2, 0)
    assert counts(page, "commitments") == (0, 2, 1)
    (changed,) = [line for line in page.differences if line.kind == "commitments" and line.fate == "changed"]
    assert [(field.slot, field.before, field.after) for field in changed.fields] == [
        ("firmness", "intended", "binding")
    ]
    back = difference_page(ledger, ledger.as_known_on(then))
    assert counts(back, "documents") == (2, 0, 0)
    assert counts(back, "commitments") == (2, 0, 1)


def test_another_reader_that_reads_the_same_differs_in_nothing(ledger):
    then = datetime.now(UTC)
    document, reading = prose.read_texts()[0]
    ledger.append_reading(document, replace(reading, version="another"))
    page = difference_page(ledger.as_known_on(then), ledger)
    assert page.differences == ()
    assert {row.kind: row.same for row in page.tallies}["commitments"] == ledger.count_records("commitments")


def test_a_thread_that_won_a_record_changed(ledger):
    then = datetime.now(UTC)
    ledger.append_reading(*prose.read_texts()[4])
    link(ledger)
    assert counts(difference_page(ledger.as_known_on(then), ledger), "threads of commitments") == (0, 1, 0)


def test_two_ledgers(ledger, tmp_path):
    with Ledger.open(prose.make_ledger(str(tmp_path / "other.db"), 2, 6), create=False) as other:
        page = difference_page(ledger, other)
    assert counts(page, "documents") == (2, 2, 0)
    assert {line.source.title for line in page.differences if line.fate == "gone" and line.source} == {
        "Text 0",
        "Text 1",
    }


def test_judgements_that_were_made_or_taken_back(ledger):
    then, promise = datetime.now(UTC), ledger.find_records("commitments")[0].record.id
    judged = Judgement(verdict=Verdict.ACCEPT, records=(promise,), by="ana", at=then)
    ledger.judge(judged)
    made = datetime.now(UTC)
    page = difference_page(ledger.as_known_on(then), ledger)
    (line,) = page.differences
    assert (line.fate, line.kind, line.after, line.words) == (
        "come",
        "judgements",
        judged.id,
        f"ana: accept ({promise})",
    )
    ledger.undo(judged.id, "ana", "")
    assert counts(difference_page(ledger.as_known_on(made), ledger), "judgements") == (1, 0, 0)
    assert difference_page(ledger.as_known_on(then), ledger).differences == ()


def test_an_undertaking_that_has_come_farther(ledger):
    (thread, *_) = ledger.find_standing("commitments")
    then = datetime.now(UTC)
    told = Judgement(verdict=Verdict.STATUS, records=thread.records[:1], by="ana", at=then, value="fulfilled")
    ledger.judge(told)
    page = difference_page(ledger.as_known_on(then), ledger)
    (line,) = [line for line in page.differences if line.kind == "statuses"]
    assert (line.before, line.after, line.fields[0].after) == (thread.id, thread.id, "fulfilled")
