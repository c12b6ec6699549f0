"""Records of an actor under several ids are each given and counted once, the newest first."""

import pytest

from casts_of_documents import a_cast
from servanda.store import Ledger, Query
from servanda.view.spellings import documents_of_all, newest_of_all, number_of_all

CASTS = [
    ("2019-03-01", "ana-lopez | PER | Minister: Ana Lopez"),
    ("2020-03-01", "anna-lopez | PER | Minister: Anna Lopez"),
    ("2021-03-01", "ana-lopez | PER | Envoy: Ana Lopez", "anna-lopez | PER | Envoy: Anna Lopez"),
    ("2022-03-01", "ana-lopez | PER | Envoy: Ana Lopez"),
]
IDS = ("ana-lopez", "anna-lopez")


@pytest.fixture(scope="module", name="ledger")
def _ledger(tmp_path_factory):
    with Ledger.open(tmp_path_factory.mktemp("ledgers") / "servanda.db") as opened:
        for cast in CASTS:
            opened.append_reading(*a_cast(*cast))
        yield opened


@pytest.mark.parametrize("ids", [IDS, IDS[::-1]])
def test_records_of_all_spellings_come_newest_first(ledger, ids):
    asked = [Query(actor=key) for key in ids]
    years = [str(one.document.published.start.year) for one in newest_of_all(ledger, "actors", asked, 4)]
    assert years == ["2022", "2021", "2021", "2020"]


@pytest.mark.parametrize(("ids", "records", "documents"), [(IDS, 5, 4), (IDS[:1], 3, 3), (IDS[1:], 2, 2)])
def test_what_stands_under_two_ids_counts_once(ledger, ids, records, documents):
    asked = [Query(actor=key) for key in ids]
    assert number_of_all(ledger, "actors", [*asked, asked[0]]) == records
    assert documents_of_all(ledger, ids) == documents
