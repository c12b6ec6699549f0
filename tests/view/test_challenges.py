"""Each party's words for the same challenge, by whose it is or by what it is called."""

import pytest

from servanda.codebook import Document, When
from servanda.reading.readers import read_document
from servanda.store import Ledger, Query
from servanda.view.challenges import challenges_page

TEXTS = (
    ("2023-02-01", "Philippine President Ferdinand Marcos Jr. warned of China's growing assertiveness on Wednesday."),
    ("2023-05-01", "Vietnamese Foreign Minister Bui Thanh Son spoke of China's growing assertiveness on Monday."),
    ("2024-06-03", "“We face growing threats at sea,” Philippine President Ferdinand Marcos Jr. said on Monday."),
    ("2024-07-01", "“We face growing threats,” Philippine President Ferdinand Marcos Jr. said on Monday."),
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    with Ledger.open(tmp_path_factory.mktemp("ledgers") / "servanda.db") as opened:
        for day, text in TEXTS:
            document = Document(text=text, published=When.parse(day))
            opened.append_reading(document, read_document(document))
        yield opened


def test_parties_stand_beside_each_other_for_one_challenge(ledger):
    page = challenges_page(ledger)
    china = next(one for one in page.challenges if [part.code for part in one.targets] == ["CHN"])
    assert {voice.party.code for voice in china.voices} == {"PHL", "VNM"}


def test_what_is_nobodys_is_grouped_by_its_noun_with_first_and_last(ledger):
    page = challenges_page(ledger)
    threat = next(one for one in page.challenges if one.noun == "threat")
    saying = threat.voices[0].sayings[0]
    assert (saying.times, saying.first.date, saying.last.date) == (2, "2024-06-03", "2024-07-01")


def test_a_page_can_be_narrowed_to_a_target_and_a_time(ledger):
    assert {c.targets[0].code for c in challenges_page(ledger, Query(actor="CHN")).challenges} == {"CHN"}
    later = challenges_page(ledger, Query(since=When.parse("2024-01-01").start))
    assert all(not one.targets for one in later.challenges)
    assert later.total == 2


def test_a_large_ledger_is_asked_whole_and_a_spokesperson_counts_for_the_state(tmp_path):
    with Ledger.open(tmp_path / "servanda.db") as opened:
        for at in range(60):
            text = f"Vietnamese Foreign Minister Bui Thanh Son spoke of Laos' growing assertiveness on dam {at}."
            document = Document(text=text, published=When.parse("2023-05-01"))
            opened.append_reading(document, read_document(document))
        for text in (TEXTS[0][1], "Ferdinand Marcos Jr. condemned China's reckless assertiveness on Friday."):
            document = Document(text=text, published=When.parse("2024-05-01"))
            opened.append_reading(document, read_document(document))
        (china,) = challenges_page(opened, Query(actor="CHN")).challenges
    assert {voice.party.code for voice in china.voices} == {"PHL"}
