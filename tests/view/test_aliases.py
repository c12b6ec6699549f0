"""A person's page is one over all spellings, with the reason, and doubts are shown as doubts."""

import io

import pytest

from casts_of_documents import a_cast
from servanda.pipeline import link
from servanda.store import Ledger
from servanda.view import actor_page, careers
from servanda.write.actors import write_actor

CASTS = [
    ("2019-03-01", "noh-kyung-hwa | | Minister of Foreign Affairs: Noh Kyung-hwa"),
    ("2025-03-01", "noh-kyung-wha | KOR | Ambassador to Norway: Noh Kyung-wha"),
    ("2025-04-01", "noh-kyung-wha | KOR | Ambassador to Norway: Noh Kyung-wha"),
    ("2024-01-05", "kim-sung-hwan | KOR | Foreign Minister: Kim Sung-hwan"),
    ("2024-06-05", "kim-sung-whan | KOR | Mayor: Kim Sung-whan"),
]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    with Ledger.open(tmp_path_factory.mktemp("ledgers") / "servanda.db") as opened:
        for cast in CASTS:
            opened.append_reading(*a_cast(*cast))
        link(opened)
        yield opened


@pytest.mark.parametrize("asked", ["noh-kyung-hwa", "noh-kyung-wha"])
def test_the_offices_of_all_spellings_stand_on_one_page(ledger, asked):
    page = actor_page(ledger, asked)
    (alias,) = page.aliases.same
    assert (page.id, alias.actor.id, page.documents) == ("noh-kyung-wha", "noh-kyung-hwa", 3)
    days = [appearance.source.date for appearance in page.appearances]
    assert days == ["2025-04-01", "2025-03-01", "2019-03-01"]
    assert [title.start for title in page.career.titles] == days
    assert "Korean given name" in alias.reason
    assert [(band.office, band.start, band.end, band.documents) for band in page.career.bands] == [
        ("Minister of Foreign Affairs", "2019-03-01", "2019-03-01", 1),
        ("Ambassador to Norway", "2025-03-01", "2025-04-01", 2),
    ]


def test_a_page_and_its_lines_are_the_same_whichever_id_is_asked(ledger):
    one, other = (actor_page(ledger, key) for key in ("noh-kyung-hwa", "noh-kyung-wha"))
    assert one == other


def test_offices_are_told_by_the_newest_and_the_rest_is_counted(ledger, monkeypatch):
    monkeypatch.setattr(careers, "_BANDED", 2)
    career = actor_page(ledger, "noh-kyung-wha").career
    assert ([band.office for band in career.bands], career.unread) == (["Ambassador to Norway"], 1)


def test_a_doubt_is_no_spelling(ledger):
    page = actor_page(ledger, "kim-sung-hwan")
    assert (page.aliases.same, [one.actor.id for one in page.aliases.doubtful]) == ((), ["kim-sung-whan"])
    assert [band.office for band in page.career.bands] == ["Foreign Minister"]


def test_an_actor_is_written_with_its_spellings_and_offices(ledger):
    written = io.StringIO()
    write_actor(actor_page(ledger, "noh-kyung-wha"), written)
    assert "  the same as noh-kyung-hwa (1 document): " in written.getvalue()
    assert "  1 March 2019  Minister of Foreign Affairs (1 document, " in written.getvalue()
