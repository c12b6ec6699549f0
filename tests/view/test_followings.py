"""A body that an undertaking founds is followed to its meetings in other texts, by its name and by its initials."""

from datetime import date

import pytest

from servanda.codebook import Document, When
from servanda.pipeline import link
from servanda.reading.readers import read_document
from servanda.store import Ledger, Query
from servanda.view import thread_page

TEXTS = [
    ("2023-04-26", "Norway and Peru agreed to establish an Andean Glacier Council (AGC) to watch over the ice."),
    ("2023-12-15", "Norway and Peru held the second meeting of the AGC in Lima. The weather was cold."),
    ("2024-06-10", "The Andean Glacier Council meeting was held in Oslo on Monday."),
    ("2024-07-01", "Chile and Kenya held the first meeting of the Coastal Rescue Forum in Mombasa."),
]


@pytest.fixture
def page(tmp_path):
    with Ledger.open(tmp_path / "all.db") as ledger:
        for day, text in TEXTS:
            document = Document(text=text, title=f"A report of {day}", published=When.parse(day))
            ledger.append_reading(document, read_document(document))
        link(ledger)
        (founding, *_) = ledger.find_records("commitments", Query(search="establish"))
        yield thread_page(ledger, founding.record.id, date(2026, 1, 1))


def test_a_founded_body_is_followed_to_its_meetings(page):
    (following,) = page.followed
    assert (following.body, following.short) == ("Andean Glacier Council", "AGC")
    meetings = [trace.day for trace in following.traces if trace.kind == "occasion"]
    assert meetings == ["15 December 2023", "10 June 2024"]


def test_another_body_is_no_trace_of_it(page):
    assert not any("Coastal" in trace.words for following in page.followed for trace in following.traces)
