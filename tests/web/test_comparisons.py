"""The page of comparison: documents are chosen, rows stand side by side, and what cannot be compared is refused."""

import pytest
from fastapi.testclient import TestClient

from sample_ledgers import a_hostile_document, a_report, an_adopted_text, make_ledger
from servanda.web import create_app

TEXT, REPORT, HOSTILE = an_adopted_text()[0].id, a_report()[0].id, a_hostile_document()[0].id


@pytest.fixture(scope="module", name="client")
def _client(tmp_path_factory):
    with TestClient(create_app(make_ledger(tmp_path_factory.mktemp("ledger") / "sample.db", hostile=True))) as client:
        yield client


def test_documents_are_offered_texts_first(client):
    page = client.get("/compare?format=json").json()
    assert page["candidates"][0]["id"] == TEXT
    assert {one["id"] for one in page["candidates"]} >= {TEXT, REPORT, HOSTILE}


def test_what_was_chosen_is_compared_row_by_row(client):
    address = f"/compare?text={TEXT}&news={REPORT}&news={HOSTILE}"
    page = client.get(f"{address}&format=json").json()
    html = client.get(address).text
    assert [report["source"]["id"] for report in page["comparison"]["reports"]] == [REPORT, HOSTILE]
    assert page["comparison"]["rows"]
    assert all(f'<strong class="happening">{row["summary"]}</strong>' in html for row in page["comparison"]["rows"])
    assert {one["id"]: one["chosen"] for one in page["candidates"] if one["chosen"]} == {
        TEXT: "text",
        REPORT: "news",
        HOSTILE: "news",
    }


def test_words_narrow_what_is_offered_and_what_was_chosen_stays(client):
    page = client.get("/compare", params={"search": "ferries", "text": TEXT, "format": "json"}).json()
    assert page["candidates"][0] == {**page["candidates"][0], "id": TEXT, "chosen": "text"}
    assert REPORT in {one["id"] for one in page["candidates"]}
    assert HOSTILE not in {one["id"] for one in page["candidates"]}


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        (f"text={TEXT}&news={TEXT}", 400),
        (f"text={TEXT}&" + "&".join(["news=d-x"] * 9), 400),
        (f"text={TEXT}&news=d-none", 404),
        ("text=d-none&news=d-none-either", 404),
        ("wings=two", 400),
    ],
)
def test_what_cannot_be_compared_is_refused(client, asked, status):
    assert client.get(f"/compare?{asked}").status_code == status
