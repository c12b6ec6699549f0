"""The pages over HTTP, without a browser: what is answered, what is refused, and that no document can write markup."""

import json
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from sample_ledgers import HOSTILE, a_hostile_document, a_report, make_ledger
from servanda.store import LedgerError
from servanda.web import create_app

DOCUMENT, READING = a_report()
BAD_DOCUMENT, BAD_READING = a_hostile_document()
TABLES = (
    "/",
    "/relationships/FIN-NOR",
    "/commitments",
    "/statements",
    "/occasions",
    "/instruments",
    "/assessments",
    "/documents",
    "/actors",
    "/problems",
    "/about",
)
PAGES = (
    *TABLES,
    "/commitments?firmness=pledged&debtor=FIN&since=2024-01-01&search=port&order=score&page=1",
    f"/documents/{DOCUMENT.id}",
    f"/documents/{DOCUMENT.id}?record={READING.commitments[0].id}",
    *(f"/records/{record.id}" for record in READING.records()),
    "/actors/NOR",
    "/actors/kari-dahl",
    "/actors/PHL/coast-guard-command-of-the-archipelago",
)
HOSTILE_PAGES = (
    *TABLES,
    f"/documents/{BAD_DOCUMENT.id}?record={BAD_READING.commitments[0].id}",
    *(f"/records/{record.id}" for record in BAD_READING.records()),
    f"/actors/{quote(HOSTILE, safe='')}",
    f"/commitments?debtor={quote(HOSTILE, safe='')}",
    f"/commitments?act={quote(HOSTILE, safe='')}",
    f"/{quote(HOSTILE, safe='')}",
)


@pytest.fixture(scope="module", name="client")
def _client(tmp_path_factory):
    path = make_ledger(Path(tmp_path_factory.mktemp("ledger")) / "sample.db", hostile=True)
    with TestClient(create_app(path)) as client:
        yield client


@pytest.fixture(scope="module", name="get")
def _get(client):
    """What an address answers, asked once: hundreds of links lead to the same pages."""
    return cache(client.get)


class Tags(HTMLParser):
    """The tags of a page with their attributes, and the text outside of them."""

    def __init__(self):
        super().__init__()
        self.tags, self.open, self.unbalanced, self.text = [], [], [], ""

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "link", "input"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.unbalanced.append(tag)

    def handle_data(self, data):
        self.text += data


def tags_of(html):
    tags = Tags()
    tags.feed(html)
    tags.close()
    return tags


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_whole_html(get, path):
    response = get(path)
    tags = tags_of(response.text)
    assert (response.status_code, tags.unbalanced, tags.open) == (200, [], [])
    ids = [attributes["id"] for _, attributes in tags.tags if "id" in attributes]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("path", PAGES)
def test_every_link_leads_somewhere(get, path):
    for tag, attributes in tags_of(get(path).text).tags:
        goal = attributes.get("href", "")
        if tag in {"a", "link"} and not goal.startswith("?") and "#m-" not in goal:
            assert goal.startswith("#") or get(goal).status_code == 200, goal


@pytest.mark.parametrize("path", PAGES)
def test_every_link_inside_a_document_has_its_goal(get, path):
    for goal in re.findall(r'href="(/documents/[^"]*|)#([^"]+)"', get(path).text):
        inside = get(goal[0] or path).text
        assert f'id="{goal[1]}"' in inside, goal


@pytest.mark.parametrize("path", PAGES)
def test_every_page_comes_as_json_too(client, path):
    response = client.get(path, params={"format": "json"} if "?" not in path else None)
    page = client.get(f"{path}{'&' if '?' in path else '?'}format=json")
    assert response.status_code == 200
    assert page.headers["content-type"] == "application/json"
    assert isinstance(json.loads(page.content), dict)


def test_json_and_html_say_the_same(client):
    page = client.get("/commitments?act=fund&format=json").json()
    html = client.get("/commitments?act=fund").text
    (row,) = page["rows"]
    assert all(part["text"] in html for field in row["fields"] for part in field["parts"])


def test_unstated_looks_different_from_no(client):
    html = client.get(f"/records/{READING.commitments[2].id}").text
    assert '<span class="absent">not stated</span>' in html
    assert '<span class="unclear" title="the text names no one side of the market">unclear</span>' in html
    assert "declines: tariff" in html


@pytest.mark.parametrize("path", HOSTILE_PAGES)
def test_a_hostile_document_writes_no_markup(client, path):
    html = client.get(path).text
    tags = tags_of(html)
    scripts = [attributes for tag, attributes in tags.tags if tag == "script"]
    assert all(attributes.get("src", "").startswith("/static/") for attributes in scripts)
    assert not [
        tag
        for tag, attributes in tags.tags
        if tag in {"img", "iframe", "style"} or any(a.startswith("on") for a in attributes)
    ]
    assert (tags.unbalanced, tags.open) == ([], [])
    assert "49" not in re.findall(r"\{\{ (.*?) \}\}", html)


def test_hostile_words_are_shown_as_they_stand(client):
    text = tags_of(client.get(f"/documents/{BAD_DOCUMENT.id}").text).text
    assert BAD_DOCUMENT.text.strip() in text


@pytest.mark.parametrize("path", [*PAGES[:12], "/nowhere", "/commitments?act=fly", "/static/style.css"])
def test_every_answer_is_guarded(client, path):
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]


@pytest.mark.parametrize(
    ("path", "status", "message"),
    [
        ("/nowhere", 404, "There is no such page"),
        ("/documents/d-none", 404, "There is no such page"),
        ("/records/c-none", 404, "There is no such page"),
        ("/actors/nobody", 404, "There is no such page"),
        ("/documents/%ff", 404, "There is no such page"),
        ("/records/%00", 404, "There is no such page"),
        ("/static/../app.py", 404, "There is no such page"),
        ("/commitments?act=fly", 400, "Act is one of invest, tariff"),
        ("/commitments?debter=NOR", 400, "This page knows no “debter”"),
        (
            "/commitments?since=eventually",
            400,
            "Published since is a day such as 2025-03-07, yesterday, last week or 10 days ago, not “eventually”.",
        ),
        ("/commitments?page=0", 400, "“page” is a number from 1 to 1000000"),
        ("/commitments?page=99999999999999999999", 400, "“page” is a number"),
        ("/commitments?page=²", 400, "“page” is a number"),
        ("/commitments?limit=501", 400, "“limit” is a number from 1 to 500"),
        ("/commitments?order=best", 400, "“order” is one of newest"),
        ("/commitments?format=xml", 400, "This page comes as html, json, csv, atom"),
        ("/about?act=fund", 400, "This page knows no “act”"),
    ],
)
def test_what_there_is_not_gets_a_plain_line(client, path, status, message):
    response = client.get(path)
    assert (response.status_code, message in tags_of(response.text).text) == (status, True)
    assert "Traceback" not in response.text


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("/commitments?page=1000000", id="a page behind the last one"),
        pytest.param("/commitments?search=%22%27%29%28*%20OR%20NEAR%20--%20%00", id="signs of the search language"),
        pytest.param("/commitments?debtor=&act=&since=", id="a form with nothing filled in"),
        pytest.param("/commitments?debtor=x%27%3B%20DROP%20TABLE%20records", id="signs of the database's language"),
        pytest.param("/commitments?search=%ED%A0%80%FF", id="bytes that are no text"),
        pytest.param("/commitments?since=0001-01-01&until=9999-12-31", id="the ends of the calendar"),
    ],
)
def test_odd_questions_have_answers(client, path):
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", ["/", f"/documents/{DOCUMENT.id}", "/about"])
def test_head_answers_as_get_does(client, path):
    assert client.head(path).status_code == client.get(path).status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_written(client, method):
    response = client.request(method, "/")
    assert (response.status_code, "Pages can only be read here." in response.text) == (405, True)
    assert "GET" in response.headers["allow"]


def test_errors_come_as_json_where_json_was_asked_for(client):
    assert client.get("/records/c-0?format=json").json()["status"] == 404


def test_another_name_for_this_machine_is_refused(tmp_path):
    app = create_app(make_ledger(tmp_path / "sample.db"), hosts=("127.0.0.1", "localhost"))
    assert TestClient(app, base_url="http://rebound.example").get("/").status_code == 400
    assert TestClient(app, base_url="http://localhost:8000").get("/").status_code == 200


def test_without_a_ledger_there_are_no_pages(tmp_path):
    with pytest.raises(LedgerError):
        create_app(tmp_path / "none.db")


@pytest.mark.parametrize(
    ("address", "stages"),
    [
        ("/commitments", {"Status", "Firmness"}),
        ("/commitments?firmness=pledged", {"Status"}),
        ("/instruments", {"Status"}),
        ("/statements", set()),
    ],
)
def test_a_total_is_told_by_stage(client, address, stages):
    page = client.get(address).text
    told = re.findall(r'<p class="stages"><small>([^:]*):</small>(.*?)</p>', page)
    assert {label for label, _ in told} == stages
    total = int(re.search(r"<strong>(\d+) \w+", page)[1])
    for _, numbers in told:
        assert sum(map(int, re.findall(r"</a> (\d+)", numbers))) <= total
        assert "</a> 0" not in numbers
