"""What is overdue shows a later sentence that tells the deed as done, and only that."""

from datetime import date

import pytest

from servanda.codebook import Document, When
from servanda.pipeline import link
from servanda.reading.readers import read_document
from servanda.store import Ledger
from servanda.view.deadlines import due_page

PROMISE = "Norway will deliver forty tidal gauges to the lighthouses of Kenya by 30 June 2024."
DONE = [
    "The port is busy. Oslo has delivered the forty tidal gauges that the lighthouses lacked.",
    "Forty tidal gauges were handed over and delivered to lighthouses in May.",
]
LEFT = {
    "still ahead": "Oslo will have delivered forty tidal gauges to the lighthouses soon.",
    "another deed": "Kenya has counted forty tidal gauges in its lighthouses.",
    "another thing": "Norway has delivered forty buoys to the fishermen of Kenya.",
    "denied": "Norway has not delivered the forty tidal gauges to the lighthouses.",
}


def _told(path, report, day="2024-09-01"):
    with Ledger.open(path / "servanda.db") as ledger:
        for published, text in (("2024-02-01", PROMISE), (day, report)):
            document = Document(text=text, title=f"A text of {published}", published=When.parse(published))
            ledger.append_reading(document, read_document(document))
        link(ledger)
        (line,) = due_page(ledger, (), date(2025, 1, 1)).lines
        return line.sequel.sentence if line.sequel else ""


@pytest.mark.parametrize("report", DONE)
def test_what_a_later_text_tells_as_done_is_shown(tmp_path, report):
    assert "delivered" in _told(tmp_path, report)


@pytest.mark.parametrize("report", LEFT.values(), ids=LEFT)
def test_what_is_not_done_is_not_shown(tmp_path, report):
    assert not _told(tmp_path, report)


def test_an_earlier_text_tells_of_nothing_done_since(tmp_path):
    assert not _told(tmp_path, DONE[0], "2024-01-15")
