"""What a person types as filters: what it stands for, and what is refused."""

from datetime import date
from pathlib import Path

import pytest

from sample_ledgers import a_report, make_ledger
from servanda.store import Ledger, Query
from servanda.view.questions import UnaskableError, settled


@pytest.fixture(scope="module", name="ledger")
def _ledger(tmp_path_factory):
    path = make_ledger(Path(tmp_path_factory.mktemp("ledger")) / "sample.db")
    with Ledger.open(path, create=False) as ledger:
        yield ledger


STANDS_FOR = [
    ("JPN", "JPN"),
    ("Japan", "JPN"),
    pytest.param("south korea", "KOR", id="however it is capitalized"),
    pytest.param("kor", "KOR", id="an id however it is capitalized"),
    pytest.param("Coast Guard Command", "PHL/coast-guard-command-of-the-archipelago", id="the name of a body"),
    pytest.param("BRA", "BRA", id="a state that the ledger does not mention"),
    pytest.param("narrator", "narrator", id="the reporter"),
]


@pytest.mark.parametrize(("typed", "actor"), STANDS_FOR)
def test_an_actor_is_named_by_its_id_or_its_name(ledger, typed, actor):
    assert settled(ledger, "commitments", Query(debtor=typed)).debtor == actor


def test_a_document_is_named_by_the_beginning_of_its_id(ledger):
    document, _ = a_report()
    assert settled(ledger, "statements", Query(document=document.id[:8])).document == document.id


REFUSED = [
    ("commitments", Query(act="inveest"), "--act takes invest, "),
    ("commitments", Query(status="adopted"), "not 'adopted'"),
    ("documents", Query(status="ajar"), "not 'ajar'"),
    ("statements", Query(debtor="NOR"), "--debtor does not narrow statements; it narrows commitments and documents."),
    ("problems", Query(search="empty"), "--search does not narrow problems"),
    ("commitments", Query(debtor="Korea"), "No actor is called 'Korea': North Korea is PRK, South Korea is KOR"),
    ("commitments", Query(debtor="Atlantis"), "No actor is called 'Atlantis'."),
    ("commitments", Query(document="d-none"), "No one document of the ledger has an id that begins with d-none."),
    ("commitments", Query(since=date(2025, 2, 1), until=date(2025, 1, 1)), "lies after --until 2025-01-01"),
]


@pytest.mark.parametrize(("kind", "query", "said"), REFUSED)
def test_what_cannot_be_asked_is_refused(ledger, kind, query, said):
    with pytest.raises(UnaskableError) as refusal:
        settled(ledger, kind, query)
    assert said in str(refusal.value)


def test_a_filter_for_documents_asks_for_a_record_in_them(ledger):
    query = Query(firmness="pledged", status="planned", since=date(2025, 1, 1), until=date(2025, 1, 1))
    assert settled(ledger, "documents", query) == query
