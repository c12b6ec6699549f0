"""Every view as a spreadsheet and as a feed: row for row what the address shows, whatever the documents hold."""

import csv
import io
import re
from xml.etree import ElementTree as ET

import pytest
from fastapi.testclient import TestClient

from sample_ledgers import a_hostile_document, a_report, make_ledger
from servanda.web import create_app
from servanda.web.extracts import Extract, Line, atom_of, csv_of

DOCUMENT, READING = a_report()
ATOM = "{http://www.w3.org/2005/Atom}"
VIEWS = (
    "/commitments?",
    "/commitments?act=fund&",
    "/commitments?limit=2&page=2&order=text&",
    "/commitments?columns=act,object&",
    "/statements?",
    "/occasions?",
    "/instruments?",
    "/assessments?",
    "/documents?",
    "/actors?",
)


@pytest.fixture(scope="module", name="client")
def _client(tmp_path_factory):
    with TestClient(create_app(make_ledger(tmp_path_factory.mktemp("ledger") / "sample.db", hostile=True))) as client:
        yield client


def rows_of(client, view):
    answer = client.get(f"{view}format=csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


OTHERS = (
    *("/?", "/relationships/FIN-NOR?", "/network?", "/language?", "/compare?", "/review?"),
    *("/actors/NOR?", f"/documents/{DOCUMENT.id}?", f"/threads/{READING.commitments[0].id}?"),
    *("/documents/{hostile}?", f"/instruments/{READING.instruments[0].id}?"),
    f"/records/{READING.commitments[0].id}?",
    *("/occasions/calendar?", "/review/agreement?"),
    *("/changes?since=2020-01-01&", "/due?on=2024-06-01&within=0&alone=yes&", "/challenges?"),
)


@pytest.mark.parametrize("view", OTHERS)
def test_every_other_view_has_rows_too_whatever_its_documents_hold(client, view):
    address = view.format(hostile=a_hostile_document()[0].id)
    rows, answer = rows_of(client, address), client.get(f"{address}format=atom")
    entries = ET.fromstring(answer.content).findall(f"{ATOM}entry")
    assert len(entries) == len(rows)
    assert rows or view.startswith(("/compare", "/review/agreement", "/occasions/calendar", "/challenges"))
    name = client.get(f"{address}format=csv").headers["content-disposition"]
    assert re.fullmatch(r'attachment; filename="[a-z0-9][a-z0-9-]*\.csv"', name)
    for entry in entries[:3]:
        path = entry.find(f"{ATOM}link").get("href").removeprefix("http://testserver")
        assert client.get(path).status_code == 200


def test_the_spreadsheet_of_a_relationship_has_its_promises(client):
    page = client.get("/relationships/FIN-NOR?format=json").json()
    told = {promise["id"] for column in page["columns"] for promise in column["promises"]}
    assert {row["id"] for row in rows_of(client, "/relationships/FIN-NOR?")} == told


def ids_on(client, view):
    rows = client.get(f"{view}format=json").json()["rows"]
    return [row.get("id") or row["source"]["id"] for row in rows]


@pytest.mark.parametrize("view", VIEWS)
def test_a_spreadsheet_has_the_rows_of_its_page(client, view):
    assert ids_on(client, view)
    assert [row["id"] for row in rows_of(client, view)] == ids_on(client, view)


@pytest.mark.parametrize("view", VIEWS)
def test_a_feed_has_the_rows_of_its_page_and_what_the_standard_asks(client, view):
    answer = client.get(f"{view}format=atom")
    feed = ET.fromstring(answer.content)
    entries = feed.findall(f"{ATOM}entry")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    assert [entry.findtext(f"{ATOM}id") for entry in entries] == [f"urn:servanda:{id_}" for id_ in ids_on(client, view)]
    for part in (feed, *entries):
        assert part.tag in {f"{ATOM}feed", f"{ATOM}entry"}
        assert all(part.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))
        assert part.findtext(f"{ATOM}updated").endswith("T00:00:00Z")
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "servanda"
    assert feed.find(f"{ATOM}link[@rel='self']").get("href") == f"http://testserver{view}format=atom"


def test_every_entry_leads_to_a_page(client):
    for entry in ET.fromstring(client.get("/commitments?format=atom").content).findall(f"{ATOM}entry"):
        path = entry.find(f"{ATOM}link").get("href").removeprefix("http://testserver")
        assert client.get(path).status_code == 200


def test_problems_come_as_rows_too(client):
    assert {row["code"] for row in rows_of(client, "/problems?")}


def test_chosen_columns_are_those_of_every_form(client):
    view = "/commitments?columns=deadline&columns=act&"
    page = client.get(f"{view}format=json").json()
    assert page["columns"] == ["By when", "Act"]
    assert list(rows_of(client, view)[0])[-3:] == ["deadline", "act", "judged"]
    html = client.get(view).text
    assert '<th role="columnheader" scope="col">By when</th>' in html
    assert '<th role="columnheader" scope="col">Firmness</th>' not in html


def test_columns_stay_when_the_page_is_turned(client):
    html = client.get("/commitments?columns=deadline&columns=act&limit=2").text
    assert "columns=deadline%2Cact&amp;limit=2&amp;page=2" in html


@pytest.mark.parametrize("path", ["/commitments?columns=wings", "/about?format=csv", "/commitments?format=rss"])
def test_what_there_is_not_is_refused(client, path):
    assert client.get(path).status_code == 400


@pytest.mark.parametrize("sign", ["=1+1", "@SUM(A1)", "+1", "-1+2", " =1+1", "'=1"])
def test_no_cell_is_a_formula(sign):
    line = Line(id="c-1", title="t", words="w", path="/", day="", cells=(sign,))
    written = csv_of(Extract(title="T", columns=("c",), lines=(line,))).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(written)))[1] == [f"'{sign}"]


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\ud800", "\ufffe", "]]>", "<!--", "&amp;", "\u202e"])
def test_a_feed_is_whole_whatever_the_words_are(sign):
    line = Line(id="c-1", title=f"t{sign}", words=f"w{sign}", path=f"/{sign}", day=sign, cells=())
    feed = ET.fromstring(
        atom_of(Extract(title=sign, columns=(), lines=(line,)), "http://localhost", f"/?search={sign}")
    )
    assert feed.findtext(f"{ATOM}entry/{ATOM}title").startswith("t")
    assert feed.findtext(f"{ATOM}entry/{ATOM}updated") == "1970-01-01T00:00:00Z"
