"""A day from which something is to be done is no deadline; a day by which it is, and a time with an end, are."""

from datetime import date

import pytest

from servanda.codebook import Document, When
from servanda.codebook.vocabulary import Clock
from servanda.reading.readers import read_document
from servanda.store import Ledger
from servanda.view.undertakings import commitments_between, undertakings_of

BEGINS = [
    "Chile and Peru agreed to share radar data from July 1.",
    "Japan will supply Kenya with patrol boats from 1 March 2025.",
    "Ghana pledged to buy Norwegian power starting in 2025.",
]
ENDS = [
    "Chile and Peru agreed to share radar data by July 1.",
    "Japan will supply Kenya with patrol boats on 1 March 2025.",
    "Norway will lend Ghana $40 million before the end of 2025.",
]


def _clocks(path, text):
    document = Document(text=text, kind="news", outlet="Coast", published=When.parse("2024-05-06"))
    with Ledger.open(path / "servanda.db") as ledger:
        ledger.append_reading(document, read_document(document))
        found = commitments_between(ledger, ())
        assert all(one.record.deadline.value for one in found)
        return {one.timing.clock for one in undertakings_of(ledger, found, date(2026, 5, 6))}


@pytest.mark.parametrize("text", BEGINS)
def test_a_day_from_which_something_is_done_is_no_deadline(tmp_path, text):
    assert _clocks(tmp_path, text) == {Clock.NONE}


@pytest.mark.parametrize("text", ENDS)
def test_a_day_by_which_it_is_done_is_one(tmp_path, text):
    assert _clocks(tmp_path, text) == {Clock.OVERDUE}
