"""Every page as of a past day: what was not known then is not there, and its links stay on that day."""

import re
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from fastapi.testclient import TestClient

from page_addresses import READERS
from sample_ledgers import a_report, make_ledger
from servanda.store import Ledger
from servanda.web import Sessions, create_app, publish

DOCUMENT, READING = a_report()
BUY = READING.commitments[0]
TODAY, BEFORE = datetime.now(UTC).date().isoformat(), "2020-01-01"
PAGES = {
    name: address for name, address in READERS.items() if name not in ("nowhere", "misasked") and "as of" not in name
}


@pytest.fixture(scope="module", name="path")
def _path(tmp_path_factory):
    return make_ledger(tmp_path_factory.mktemp("ledger") / "sample.db", hostile=True)


@pytest.fixture(scope="module", name="client")
def _client(path):
    with TestClient(create_app(path, sessions=Sessions(token="t")), follow_redirects=False) as client:
        yield client


def links_of(html):
    return [link for link in re.findall(r' (?:href|action)="(/[^"]*)"', html) if not link.startswith("/static/")]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_as_of_today_is_the_page_and_leads_on_within_the_day(name, client):
    then, now = (client.get(f"{before}{PAGES[name]}") for before in (f"/as-known-on/{TODAY}", ""))
    assert (then.status_code, now.status_code) == (200, 200)
    assert f'As the ledger stood at the end of <time datetime="{TODAY}"' in then.text
    outside = [link for link in links_of(then.text) if not link.startswith(f"/as-known-on/{TODAY}/")]
    assert [link.replace("&amp;", "&") for link in outside] == [PAGES[name]]
    main = [re.sub(r"(?s).*</time> \(UTC\).*?</p>|.*<main[^>]*>|</main>.*", "", one.text) for one in (then, now)]
    assert main[0].replace(f"/as-known-on/{TODAY}/", "/").split() == main[1].split()


LATER = ["record c", "document", "thread", "instrument", "actor"]


@pytest.mark.parametrize("name", LATER)
def test_what_came_later_is_not_there(name, client):
    assert client.get(f"/as-known-on/{BEFORE}{PAGES[name]}").status_code == 404


LISTS = ["/", "/commitments", "/documents", "/actors", "/problems", "/review", "/commitments?search=ferry"]


@pytest.mark.parametrize("address", LISTS)
def test_before_anything_was_read_nothing_is_listed(address, client):
    html = client.get(f"/as-known-on/{BEFORE}{address}").text
    assert not re.search(r'href="[^"]*/(?:records|documents|threads|actors)/[^"]', html)


def test_a_record_that_was_read_anew_is_shown_as_it_was(path, tmp_path):
    copy = shutil.copy(path, tmp_path / "copy.db")
    later = datetime.now(UTC) + timedelta(days=2)
    with Ledger.open(copy, now=lambda: later) as ledger:
        ledger.append_reading(DOCUMENT, replace(READING, version="2", commitments=()))
    with TestClient(create_app(copy)) as client:
        assert client.get(f"/records/{BUY.id}").status_code == 404
        assert client.get(f"/as-known-on/{TODAY}/records/{BUY.id}").status_code == 200
        rows = client.get(f"/as-known-on/{TODAY}/commitments?format=json").json()["total"]
        assert rows > client.get("/commitments?format=json").json()["total"]


ASKED = [  # what the form asks for, and where it leads
    ("day=2025-07-01&at=/commitments%3Fact%3Dbuy", "/as-known-on/2025-07-01/commitments?act=buy"),
    ("day=&at=/actors", "/actors"),
    ("day=2025-07-01", "/as-known-on/2025-07-01/"),
    ("day=2025-07-01&at=//elsewhere.example", "/as-known-on/2025-07-01/"),
    ("at=https://elsewhere.example", "/"),
    ("at=/%5Celsewhere.example", "/"),
]


@pytest.mark.parametrize(("asked", "goal"), ASKED)
@pytest.mark.parametrize("before", ["", f"/as-known-on/{BEFORE}"])
def test_the_form_leads_to_the_same_page_on_another_day(asked, goal, before, client):
    answer = client.get(f"{before}/as-known-on?{asked}")
    assert (answer.status_code, answer.headers["location"]) == (303, goal)


@pytest.mark.parametrize("address", ["/as-known-on/2025-13-01/", "/as-known-on/soon/actors", "/as-known-on?day=soon"])
def test_what_is_no_day_is_refused_with_a_sentence(address, client):
    answer = client.get(address)
    assert answer.status_code == 400
    assert "a day such as" in answer.text or "as of a day is such as" in answer.text


@pytest.mark.parametrize("address", ["/as-known-on/2150-01-01/", "/as-known-on?day=2150-01-01&at=/due"])
def test_a_day_to_come_is_refused(address, client):
    answer = client.get(address)
    assert answer.status_code == 400
    assert "2150-01-01 lies ahead" in answer.text
    assert 'href="/as-known-on/2150' not in answer.text


def test_a_day_before_the_first_reading_says_when_the_ledger_began(client):
    told = client.get(f"/as-known-on/{BEFORE}/commitments").text
    assert "took in its first text on" in told
    assert "took in its first text on" not in client.get(f"/as-known-on/{TODAY}/commitments").text


def test_no_address_makes_a_page_lead_elsewhere(client):
    answer = client.get(f"/as-known-on/{TODAY}//elsewhere.example/")
    assert 'href="/elsewhere.example/"' in answer.text
    assert '"//elsewhere.example' not in answer.text


def test_nobody_judges_on_a_past_day(client):
    client.get("/review/enter?token=t")
    assert "Who judges" in client.get("/review").text
    assert "Who judges" not in client.get(f"/as-known-on/{TODAY}/review").text
    assert client.post(f"/as-known-on/{TODAY}/review/records/{BUY.id}", data={"verdict": "accept"}).status_code == 403


def test_a_feed_of_a_day_leads_to_that_day(client):
    feed = client.get(f"/as-known-on/{TODAY}/commitments?format=atom").text
    assert f"http://testserver/as-known-on/{TODAY}/records/" in feed


def test_a_publication_of_a_day_has_what_was_known_then(path, tmp_path):
    pages = list(publish(path, tmp_path / "then", known=datetime(2020, 1, 1, tzinfo=UTC)))
    assert not [name for name in pages if name.startswith("documents/")]
    assert "As the ledger stood on" in (tmp_path / "then" / "index.html").read_text(encoding="utf-8")
