"""A body that an undertaking founds is followed to its meetings in other texts, by its name and by its initials."""

from datetime import date

import pytest

from servanda.codebook import Document, When
from servanda.pipeline import link
from servanda.reading.readers import read_document
from servanda.store import Ledger, Query
from servanda.view import followings, thread_page
from servanda.view.followings import follow_body
from servanda.write.bodies import body_lines

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


BODIES = [
    ("2023-04-26", "Norway and Peru agreed to establish a joint commission on cod and haddock."),
    ("2023-05-02", "Critics say that the joint commission on cod and haddock is costly. It rained in Lima."),
    ("2023-12-15", "Norway and Peru held the first meeting of the commission on cod and haddock in Lima."),
    ("2024-01-10", "Chile and Kenya held the first meeting of the commission on cod and haddock in Mombasa."),
]


@pytest.mark.parametrize("typed", ["NCG)", "(AGC", "A.G", "[A-Z]", "A*C", "AGC|X", "A+", "?", "\\\\"])
def test_signs_of_a_pattern_are_signs_of_a_name(tmp_path, typed):
    with Ledger.open(tmp_path / "all.db") as ledger:
        _filled(ledger, TEXTS)
        following = follow_body(ledger, typed)
    assert following is None or following.body in (typed, "Andean Glacier Council")


def test_a_point_in_initials_is_no_other_sign(tmp_path):
    texts = [("2025-01-01", "Chile met the Urban Nile (U.N.) board."), ("2025-01-02", "Unxnx Urban Nets (uxny) came.")]
    with Ledger.open(tmp_path / "all.db") as ledger:
        _filled(ledger, texts)
        following = follow_body(ledger, "U.N.")
    assert following.body == "Urban Nile"


def test_what_is_not_listed_is_counted(tmp_path, monkeypatch):
    monkeypatch.setattr(followings, "_MOST", 2)
    texts = [
        (f"2025-01-0{day}", f"Chile and Peru signed the Andean Glacier Council (AGC) treaty no. {day}.")
        for day in range(1, 7)
    ]
    with Ledger.open(tmp_path / "all.db") as ledger:
        _filled(ledger, texts)
        following = follow_body(ledger, "AGC")
        held = sum(
            ledger.count_records(kind, Query(search="AGC")) for kind in ("occasions", "instruments", "commitments")
        )
    shown = [trace for trace in following.traces if trace.kind != "document"]
    assert (len(shown) + following.more_records, following.more_documents) == (held, 4)
    assert following.more_records
    assert following.left.endswith("newer records and 4 newer documents with its name are not listed.")
    assert list(body_lines(following))[-1].strip() == following.left


def _filled(ledger, texts):
    for day, text in texts:
        document = Document(text=text, title=f"A report of {day}", published=When.parse(day))
        ledger.append_reading(document, read_document(document))
    link(ledger)


def test_a_body_named_in_lower_case_is_followed_where_its_parties_have_to_do_with_it(tmp_path):
    with Ledger.open(tmp_path / "all.db") as ledger:
        _filled(ledger, BODIES)
        (founding, *_) = ledger.find_records("commitments", Query(search="establish"))
        (following,) = thread_page(ledger, founding.record.id, date(2026, 1, 1)).followed
    assert {trace.day for trace in following.traces} == {"15 December 2023"}


@pytest.mark.parametrize("typed", ["AGC", "Andean Glacier Council", "andean glacier council"])
def test_a_body_is_followed_by_its_name_or_its_initials(tmp_path, typed):
    with Ledger.open(tmp_path / "all.db") as ledger:
        _filled(ledger, [*TEXTS, ("2025-02-01", "Ice melts. Critics of the AGC are many. It is late.")])
        following = follow_body(ledger, typed)
        assert follow_body(ledger, "Atlantic Whale Board") is None
    assert (following.body, following.short) == ("Andean Glacier Council", "AGC")
    days = [trace.day for trace in following.traces]
    assert days[0] == "26 April 2023"
    assert [(trace.kind, trace.words) for trace in following.traces if trace.day == "1 February 2025"] == [
        ("document", "Critics of the AGC are many.")
    ]
    assert {"15 December 2023", "10 June 2024"} <= set(days)
