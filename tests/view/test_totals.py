"""A whole of one document and its parts in another are linked where they add up; other numbers are kept apart."""

from datetime import date

import pytest

from servanda.codebook import Document, When
from servanda.pipeline import link
from servanda.reading.readers import read_document
from servanda.store import Ledger, Query
from servanda.view import thread_page

PARTS = "Norway will invest $150 million in the harbor of Kenya. Norway will also invest $200 million in the railway of Kenya."
TWINS = "Norway will invest $100 million in the harbor of Kenya. Norway will also invest $100 million in the railway of Kenya."
ADDING = [
    (TWINS, "Norway pledged to invest $200 million in the harbor and railway of Kenya."),
    (PARTS, "Norway pledged to invest $350 million in the harbor and railway of Kenya."),
    (
        f"{PARTS} Norway will train 40 pilots.",
        "Oslo's commitment to investing $350 million in the railway and harbor of Kenya is new.",
    ),
]
APART = {
    "another sum": (PARTS, "Norway pledged to invest $400 million in the harbor and railway of Kenya."),
    "another party": (PARTS, "Chile pledged to invest $350 million in the harbor and railway of Kenya."),
    "another counterpart": (PARTS, "Norway pledged to invest $350 million in the vineyards of Chile."),
    "a limit": (PARTS, "Norway pledged to invest up to $350 million in the harbor and railway of Kenya."),
    "the text has the whole": (
        f"{PARTS} Norway will invest $350 million in Kenya in all.",
        "Norway pledged to invest $350 million in the harbor and railway of Kenya.",
    ),
    "a part told twice": (
        "Norway will invest $100 million in the harbor of Kenya. By May Norway will invest $100 million in the harbor.",
        "Norway pledged to invest $200 million in the harbor and railway of Kenya.",
    ),
    "so much a year": (
        "Norway will invest $50 million a year in the harbor of Kenya. Norway will invest $150 million in the railway of Kenya.",
        "Norway pledged to invest $200 million in the harbor and railway of Kenya.",
    ),
    "a whole that is a floor": (
        PARTS,
        "Norway pledged to invest no less than $350 million in the harbor and railway of Kenya.",
    ),
    "two ways, of two and of three": (
        f"{PARTS} Norway will invest $40 million in schools of Kenya. Norway will invest $110 million in dams of Kenya.",
        "Norway pledged to invest $350 million in the harbor, railway, schools and dams of Kenya.",
    ),
    "two ways": (
        f"{PARTS} Norway will invest $50 million in schools of Kenya. Norway will invest $300 million in dams of Kenya.",
        "Norway pledged to invest $350 million in the harbor and railway of Kenya.",
    ),
}


def _parts(path, text, report, later="2024-05-20"):
    with Ledger.open(path / "servanda.db") as ledger:
        for day, words in (("2024-05-06", text), (later, report)):
            document = Document(text=words, title=f"A text of {day}", published=When.parse(day))
            ledger.append_reading(document, read_document(document))
        link(ledger)
        (whole,) = ledger.find_records("commitments", Query(since=date.fromisoformat(later)))[:1]
        page = thread_page(ledger, whole.record.id, date(2026, 1, 1))
        return [(step.tie, step.reason) for step in page.parts]


@pytest.mark.parametrize(("text", "report"), ADDING, ids=["the same sum for two things", "pledged", "a noun"])
def test_the_parts_of_a_whole_stand_in_another_document(tmp_path, text, report):
    told = _parts(tmp_path, text, report)
    assert [tie for tie, _ in told] == ["sums", "sums"]
    assert all("another document gives" in reason for _, reason in told)


@pytest.mark.parametrize(("text", "report"), APART.values(), ids=APART)
def test_what_does_not_add_up_is_no_whole(tmp_path, text, report):
    assert not [tie for tie, reason in _parts(tmp_path, text, report) if "another document" in reason]


def test_years_later_it_is_another_matter(tmp_path):
    assert not _parts(tmp_path, *ADDING[0], later="2025-05-20")
