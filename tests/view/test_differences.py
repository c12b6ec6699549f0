"""How two ledgers, or one at two moments, differ."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

import followed_prose as prose
from servanda.codebook import stated
from servanda.codebook.vocabulary import Firmness
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
