"""A day from which something is to be done is no deadline, whoever read it as one; a day by which it is, and a time with an end, are."""

from dataclasses import replace
from datetime import date

import pytest

from marks import unmark
from servanda.codebook import Document, When, stated
from servanda.codebook.vocabulary import Clock
from servanda.reading.readers import read_document
from servanda.store import Ledger
from servanda.view.undertakings import commitments_between, undertakings_of

BEGINS = [
    "Chile and Peru agreed to share radar data <day>from July 1</day>.",
    "Japan will supply Kenya with patrol boats <day>from 1 March 2025</day>.",
    "Ghana pledged to buy Norwegian power <day>starting in 2025</day>.",
]
ENDS = [
    "Chile and Peru agreed to share radar data by July 1.",
    "Japan will supply Kenya with patrol boats on 1 March 2025.",
    "Norway will lend Ghana $40 million before the end of 2025.",
]


def _clocks(path, marked):
    text, marks = unmark(marked)
    document = Document(text=text, kind="news", outlet="Coast", published=When.parse("2024-05-06"))
    with Ledger.open(path / "servanda.db") as ledger:
        ledger.append_reading(document, _dated(read_document(document), marks.get("day")))
        found = commitments_between(ledger, ())
        assert all(one.record.deadline.value for one in found)
        return {one.timing.clock for one in undertakings_of(ledger, found, date(2026, 5, 6))}


def _dated(reading, spans):
    """The reading as one has it that takes such a day for a deadline."""
    due = stated(When.parse("2025-03-01"), spans) if spans else None
    return replace(reading, commitments=tuple(replace(c, deadline=due or c.deadline) for c in reading.commitments))


@pytest.mark.parametrize("text", BEGINS)
def test_a_day_from_which_something_is_done_is_no_deadline(tmp_path, text):
    assert _clocks(tmp_path, text) == {Clock.NONE}


@pytest.mark.parametrize("text", ENDS)
def test_a_day_by_which_it_is_done_is_one(tmp_path, text):
    assert _clocks(tmp_path, text) == {Clock.OVERDUE}
