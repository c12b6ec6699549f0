"""Lists are narrowed by every field and by both sorts of days, say by what, and stay narrowed."""

from datetime import UTC, datetime

import pytest
from fastapi.testclient import TestClient

from sample_ledgers import a_report, make_ledger
from servanda.codebook import KINDS
from servanda.codebook.cells import slots_of
from servanda.web import create_app

READING = a_report()[1]
TODAY = datetime.now(UTC).date().isoformat()


@pytest.fixture(scope="module", name="client")
def _client(tmp_path_factory):
    path = make_ledger(tmp_path_factory.mktemp("ledger") / "sample.db")
    with TestClient(create_app(path)) as client:
        yield client


TABLES = [(name, slot) for name, kind in KINDS for slot in slots_of(kind) if name != "actors"]


@pytest.mark.parametrize(("kind", "slot"), TABLES)
def test_every_field_narrows(kind, slot, client):
    everything, here = (client.get(f"/{kind}?format=json{more}") for more in ("", f"&{slot}=zebra"))
    closed = here.status_code == 400 and " is one of " in here.json()["message"]
    assert closed or 0 == here.json()["total"] < everything.json()["total"]


SHOWN = [  # what is asked for, what the page says of it, and whether it leaves anything
    ("/commitments?condition=e", "Condition has: <bdi>e</bdi>", True),
    ("/commitments?novelty=new", "Novelty: <bdi>new</bdi>", True),
    ("/commitments?states=deadline", "States its: <bdi>deadline</bdi>", True),
    (f"/commitments?learned_since={TODAY}", f"Known here since: <bdi>{TODAY}</bdi>", True),
    ("/statements?learned_until=2020-01-01", "Known here until: <bdi>2020-01-01</bdi>", False),
    ("/commitments?happened_since=2150-01-01", "Date or deadline since: <bdi>2150-01-01</bdi>", False),
    ("/documents?learned_since=2020-01-01", "Known here since: <bdi>2020-01-01</bdi>", True),
]


@pytest.mark.parametrize(("address", "said", "leaves"), SHOWN)
def test_what_narrows_is_said_and_kept_in_the_form(address, said, leaves, client):
    html, name = client.get(address).text, address.partition("?")[2].partition("=")[0]
    assert said in html
    assert f'name="{name}"' in html
    assert (client.get(f"{address}&format=json").json()["total"] > 0) is leaves


def test_a_field_that_there_is_not_is_refused(client):
    assert "This page knows no “sky”" in client.get("/commitments?sky=blue").text
    assert "“states” names a field" in client.get("/commitments?states=sky").text
