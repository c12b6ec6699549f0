"""Hostile words in every place that takes words: documents, names of reviewers, notes, search boxes, addresses."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import quote
from xml.etree import ElementTree as ET

import pytest
from fastapi.testclient import TestClient

from hostile import WORDS
from sample_ledgers import a_report
from servanda.codebook import Problem, stated
from servanda.store import Ledger, Query
from servanda.web import Sessions, create_app, publish

pytestmark = pytest.mark.slow

TAGS = {"script", "iframe", "object", "embed", "base", "meta", "style", "form", "math", "animate", "img"}
OURS = {"script", "meta", "form"}


class Markup(HTMLParser):
    """What in a page could act."""

    def __init__(self):
        super().__init__()
        self.acting = []

    def handle_starttag(self, tag, attrs):
        held = dict(attrs)
        handlers = [name for name in held if name.startswith(("on", "hx-on", "style", "srcdoc", "formaction"))]
        if tag == "script" and not (held.get("src") or "").startswith(("/static/", "static/", "../")):
            self.acting.append((tag, held))
        if tag in TAGS - OURS or handlers:
            self.acting.append((tag, held))
        if tag == "form" and not (held.get("action") or "/").startswith("/"):
            self.acting.append((tag, held))
        if tag == "meta" and held.get("http-equiv", "Content-Security-Policy") != "Content-Security-Policy":
            self.acting.append((tag, held))
        for name in ("href", "src", "action", "hx-get"):
            goal = re.sub(r"[\x00-\x20]", "", held.get(name) or "").lower()
            if goal.startswith(("javascript:", "vbscript:", "//", "data:text")):
                self.acting.append((tag, held))


def acting(html):
    markup = Markup()
    markup.feed(html)
    markup.close()
    return markup.acting


def a_document_of(words):
    """A document with these words in every field that takes free words."""
    document, reading = a_report()
    said = (words + "\n") * 2
    document = replace(
        document,
        text=document.text + "\n\n" + said,
        title=words,
        outlet=words,
        agency=words,
        author=words,
        dateline=words,
        location=words,
        language=words,
    )
    move = {"document": document.id}
    (actor, *actors) = (replace(one, **move) for one in reading.actors)
    actor = replace(actor, name=words, office=stated(words, actor.office.spans or actor.spans))
    problem = Problem(code="odd", message=words, location=words, document=document.id, detail=words)
    parts = {
        kind: tuple(replace(one, **move) for one in getattr(reading, kind))
        for kind in ("statements", "occasions", "instruments", "commitments", "assessments")
    }
    parts["commitments"] = tuple(
        replace(one, object=stated(words, one.spans), condition=one.condition) for one in parts["commitments"]
    )
    parts["instruments"] = tuple(replace(one, name=words) for one in parts["instruments"])
    return document, replace(reading, **move, actors=(actor, *actors), problems=(problem,), **parts)


@pytest.fixture(scope="module", name="site")
def _site(tmp_path_factory):
    """A ledger of one hostile document a string, with a judgement and a note of a hostile reviewer on each."""
    path = tmp_path_factory.mktemp("hostile") / "all.db"
    with Ledger.open(path) as ledger:
        for words in WORDS.values():
            ledger.append_reading(*a_document_of(words))
        ledger.append_problems(Problem(code="odd", message=w, location=w, detail=w) for w in WORDS.values())
    client = TestClient(create_app(path, sessions=Sessions(token="t")), base_url="http://localhost")
    form = re.search('name="form" value="([^"]+)"', client.get("/review/enter?token=t").text)[1]
    with Ledger.open(path) as ledger:
        keys = [found.record.id for found in ledger.find_records("commitments", Query(limit=500))]
    for key, words in zip(keys, WORDS.values(), strict=False):
        client.post("/review/name", data={"form": form, "name": words[:80]})
        client.post(f"/review/records/{key}", data={"form": form, "verdict": "note", "value": words, "why": words})
        client.post(f"/review/records/{key}", data={"form": form, "verdict": "reject", "why": words[:2000]})
    return path, client, keys


def pages_of(path):
    with Ledger.open(path) as ledger:
        heads = ledger.find_documents(Query(limit=500))
        kinds = ("commitments", "statements", "occasions", "instruments", "assessments", "actors")
        records = [found.record.id for kind in kinds for found in ledger.find_records(kind, Query(limit=500))]
        actors = [row.id for row in ledger.find_actors(Query(limit=500))]
    yield from ("/", "/documents", "/actors", "/problems", "/about", "/review", "/review/agreement", "/compare")
    yield from (f"/{kind}" for kind in kinds[:-1])
    yield from (f"/documents/{head.id}" for head in heads)
    yield from (f"/records/{key}" for key in records[::4])
    yield from (f"/review/records/{key}" for key in records[::9])
    yield from (f"/threads/{key}" for key in records[:9] if key.startswith("c-"))
    yield from (f"/actors/{quote(actor, safe='/')}" for actor in actors)


def test_nothing_in_any_page_acts(site):
    path, client, _ = site
    told = {}
    for page in pages_of(path):
        answer = client.get(page)
        assert answer.status_code == 200, page
        told[page] = acting(answer.text)
    assert len(told) > 150
    assert {page: found for page, found in told.items() if found} == {}


def test_the_check_sees_what_acts():
    assert all(acting(WORDS[name]) for name in ("script", "image", "svg", "frame", "style", "base", "form", "htmx"))
    assert acting('<a href=" java\tscript:alert(1)">x</a>')


@pytest.mark.parametrize("name", WORDS)
@pytest.mark.parametrize(
    "place",
    [
        *("/?search={}", "/commitments?search={}", "/commitments?debtor={}", "/commitments?act={}"),
        *("/commitments?columns={}", "/commitments?{}=1", "/commitments?format={}", "/documents?outlet={}"),
        *("/actors/{}", "/records/{}", "/documents/{}", "/compare?search={}", "/relationships/{}", "/{}"),
        "/review/enter?token={}",
    ],
)
def test_an_address_of_hostile_words_is_answered_in_peace(site, name, place):
    _, client, _ = site
    answer = client.get(place.format(quote(WORDS[name][:1500], safe="")))
    assert answer.status_code in {200, 400, 403, 404}
    assert acting(answer.text) == []
    assert "set-cookie" not in answer.headers


def test_every_form_of_data_is_whole(site):
    _, client, _ = site
    for page in ("/commitments?limit=500", "/documents?limit=500", "/actors?limit=500", "/problems?"):
        assert json.loads(client.get(f"{page}&format=json").content)
        assert ET.fromstring(client.get(f"{page}&format=atom").content).tag.endswith("feed")
        csv = client.get(f"{page}&format=csv").text
        assert not re.search(r'(^|,)"?=HYPERLINK', csv, re.MULTILINE)


def test_nothing_acts_in_a_folder_of_pages(site, tmp_path):
    path, _, _ = site
    told = {}
    for name in publish(path, tmp_path):
        told[name] = acting((tmp_path / name).read_text(encoding="utf-8"))
    assert len(told) > 150
    assert {name: found for name, found in told.items() if found} == {}
    for script in (tmp_path / "search").iterdir():
        held = script.read_text(encoding="utf-8")
        json.loads(f"[{held[len('servanda(') : -3]}]")
        assert "\u2028" not in held


def test_metadata_beside_a_text_is_words_and_nothing_else(tmp_path):
    from servanda.pipeline import fetch_documents, read

    meta = {}
    for number, words in enumerate(WORDS.values()):
        text = f"OSLO, May 2 - Norway will buy three ferries from Finland.\n\n{words}\n"
        (tmp_path / f"{number}.txt").write_bytes(text.encode("utf-8", "replace"))
        meta[f"{number}.txt"] = {"title": words, "outlet": words, "author": words, "url": words, "published": words}
    (tmp_path / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
    with Ledger.open(tmp_path / "all.db") as ledger:
        list(read(fetch_documents([str(tmp_path)]), ledger))
    client = TestClient(create_app(tmp_path / "all.db"))
    told = {page: acting(client.get(page).text) for page in pages_of(tmp_path / "all.db")}
    assert len(told) > 40
    assert {page: found for page, found in told.items() if found} == {}


def test_nothing_runs_in_a_browser(site, open_page, serve):
    path, _, keys = site
    asked = []
    with Ledger.open(path) as ledger:
        heads = ledger.find_documents(Query(limit=500))
    address = serve(path)
    page = open_page(f"{address}/about")
    page.on("request", lambda request: asked.append(request.url))
    for place in (*(f"/documents/{head.id}" for head in heads), *(f"/records/{key}" for key in keys[:40:3]), "/review"):
        page.goto(address + place)
        assert page.locator("h1").count() == 1
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), place
    assert page.complaints == []
    assert {url for url in asked if not url.startswith(address)} == set()
