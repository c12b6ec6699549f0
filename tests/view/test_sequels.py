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
BUILT = "Norway will build tidal gauges beside the lighthouses of Kenya by 30 June 2024."
KEPT = "Norway will implement the tidal survey of lighthouses and turbines with Kenya by 30 June 2024."
STOPPED = "Norway will stop patrols near lighthouses and turbines of Kenya by 30 June 2024."
SENT = "Norway will send forty tidal gauges to the lighthouses of Kenya by 30 June 2024."
GIVEN = "Norway intends to give forty tidal gauges to the lighthouses of Kenya by 30 June 2024."
BOUGHT = "Norway will buy forty tidal gauges for the lighthouses of Kenya by 30 June 2024."
OTHERS = [
    (SENT, "Oslo has sent the forty tidal gauges that the lighthouses lacked."),
    (GIVEN, "The forty tidal gauges were given to the lighthouses in May."),
    (BOUGHT, "Norway bought the forty tidal gauges for the lighthouses last year."),
    (BUILT, "Oslo has built the tidal gauges beside the lighthouses."),
    (KEPT, "The survey of lighthouses was implemented by Norway in May."),
    (STOPPED, "Norway has stopped patrols near the lighthouses and turbines."),
]
LEFT = {
    "still ahead": "Oslo will have delivered forty tidal gauges to the lighthouses soon.",
    "another deed": "Kenya has counted forty tidal gauges in its lighthouses.",
    "another thing": "Norway has delivered forty buoys to the fishermen of Kenya.",
    "denied": "Norway has not delivered the forty tidal gauges to the lighthouses.",
    "a short denial": "Norway hasn't delivered the forty tidal gauges to the lighthouses.",
    "a short denial, typeset": "Norway hasn’t delivered the forty tidal gauges to the lighthouses.",
    "never": "Norway never delivered the forty tidal gauges to the lighthouses.",
    "no thing": "Of the forty tidal gauges for the lighthouses Norway delivered none.",
    "failed": "Norway failed to have the forty tidal gauges delivered to the lighthouses.",
    "refuses": "Norway refuses to say that it delivered forty tidal gauges to the lighthouses.",
    "yet to": "The forty tidal gauges are yet to reach the lighthouses, since Norway delivered cables.",
    "could": "Norway could have delivered the forty tidal gauges to the lighthouses.",
    "urged": "Norway was urged to see forty tidal gauges delivered to the lighthouses.",
    "wanted": "Kenya wants the forty tidal gauges delivered to the lighthouses.",
    "if": "If delivered, the forty tidal gauges help the lighthouses.",
    "delayed": "The tidal gauges delivered to lighthouses were others, and the forty are delayed.",
    "contradicted": "Kenya denied that Norway delivered forty tidal gauges to the lighthouses.",
    "a question": "Has Norway delivered the forty tidal gauges to the lighthouses?",
}
OPPOSITE = {
    "failed to build": (BUILT, "Norway failed to build the tidal gauges beside the lighthouses."),
    "yet to build": (BUILT, "Norway has yet to build the tidal gauges beside the lighthouses."),
    "had to build": (BUILT, "Workers build the tidal gauges beside the lighthouses."),
    "never built": (BUILT, "The tidal gauges beside the lighthouses were never built."),
    "failed to implement": (KEPT, "Norway failed to implement the tidal survey of lighthouses and turbines."),
    "urged to implement": (KEPT, "Norway was urged to implement the tidal survey of lighthouses and turbines."),
    "refuses to implement": (KEPT, "Norway refuses to implement the tidal survey of lighthouses and turbines."),
    "cannot implement": (KEPT, "Norway couldn't implement the tidal survey of lighthouses and turbines."),
    "never implemented": (KEPT, "Norway never implemented the tidal survey of lighthouses and turbines."),
    "an infinitive": (KEPT, "Norway takes years to implement the tidal survey of lighthouses and turbines."),
    "never sent": (SENT, "Norway never sent the forty tidal gauges to the lighthouses."),
    "to be given": (GIVEN, "The forty tidal gauges remain to be given to the lighthouses."),
    "never stopped": (STOPPED, "Norway never stopped patrols near the lighthouses and turbines."),
}


def _told(path, report, day="2024-09-01", promise=PROMISE):
    with Ledger.open(path / "servanda.db") as ledger:
        for published, text in (("2024-02-01", promise), (day, report)):
            document = Document(text=text, title=f"A text of {published}", published=When.parse(published))
            ledger.append_reading(document, read_document(document))
        link(ledger)
        line = due_page(ledger, (), date(2025, 1, 1)).lines[-1]
        return line.sequel.sentence if line.sequel else ""


@pytest.mark.parametrize(
    ("promise", "report"), OTHERS, ids=["sent", "given", "bought", "built", "implemented", "stopped"]
)
def test_past_forms_tell_a_deed_as_done(tmp_path, promise, report):
    assert _told(tmp_path, report, promise=promise) == report


@pytest.mark.parametrize(("promise", "report"), OPPOSITE.values(), ids=OPPOSITE)
def test_the_opposite_is_not_shown_as_done(tmp_path, promise, report):
    assert not _told(tmp_path, report, promise=promise)


@pytest.mark.parametrize("report", DONE)
def test_what_a_later_text_tells_as_done_is_shown(tmp_path, report):
    assert "delivered" in _told(tmp_path, report)


@pytest.mark.parametrize("report", LEFT.values(), ids=LEFT)
def test_what_is_not_done_is_not_shown(tmp_path, report):
    assert not _told(tmp_path, report)


def test_an_earlier_text_tells_of_nothing_done_since(tmp_path):
    assert not _told(tmp_path, DONE[0], "2024-01-15")


def test_the_page_says_for_how_many_no_later_text_was_searched(tmp_path, monkeypatch):
    with Ledger.open(tmp_path / "servanda.db") as ledger:
        text = f"{PROMISE} Chile will train thirty pilots of Ghana by 3 May 2024."
        document = Document(text=text, title="A plan", published=When.parse("2024-02-01"))
        ledger.append_reading(document, read_document(document))
        link(ledger)
        page = due_page(ledger, (), date(2025, 1, 1))
        assert page.unasked == 0
        monkeypatch.setattr("servanda.view.deadlines.MOST", 1)
        assert due_page(ledger, (), date(2025, 1, 1)).unasked == len(page.lines) - 1 == 1
