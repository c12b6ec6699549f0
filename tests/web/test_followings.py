"""The pages of what changed and what is due: narrowed, linked to the words in their documents, as data, and in pages."""

import csv
import html
import io
import re
from datetime import UTC, datetime

import pytest
from fastapi.testclient import TestClient

import followed_prose
from servanda.codebook import Document, Judgement, When
from servanda.codebook.vocabulary import Verdict
from servanda.reading.readers import read_document
from servanda.store import Ledger
from servanda.web import create_app, publish
from servanda.web.folders import file_of

CHANGES, DUE = "/changes?since=2024-03-01&until=2024-12-31", "/due?on=2024-12-31&within=0&alone=yes"


@pytest.fixture(scope="module", name="place")
def _place(tmp_path_factory):
    return followed_prose.make_ledger(str(tmp_path_factory.mktemp("followed") / "all.db"))


@pytest.fixture(scope="module", name="client")
def _client(place):
    with TestClient(create_app(place)) as client:
        yield client


@pytest.mark.parametrize("address", [CHANGES, DUE])
def test_each_row_leads_to_its_words_in_their_document(client, address):
    told = client.get(f"{address}&format=json").json()
    page = html.unescape(client.get(address).text)
    cited = [line["now"] if "now" in line else line["deadline"]["citation"] for line in told["lines"]]
    assert cited
    for one in cited:
        place = f"/documents/{one['source']['id']}#m-{one['id']}"
        assert f'href="{place}"' in page
        assert f'id="m-{one["id"]}"' in client.get(place.partition("#")[0]).text


@pytest.mark.parametrize("address", [CHANGES, DUE])
def test_the_spreadsheet_has_the_rows_of_the_page(client, address):
    told = client.get(f"{address}&format=json").json()["lines"]
    rows = list(csv.DictReader(io.StringIO(client.get(f"{address}&format=csv").content.decode("utf-8-sig"))))
    assert [row["id"] for row in rows] == [line["undertaking"]["id"] for line in told]
    assert all(row["sentence"] and row["document"] for row in rows)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (f"{CHANGES}&party=Norway&with=KEN", "strengthens"),
        (f"{CHANGES}&news=status", "announced → fulfilled"),
        (f"{CHANGES}&limit=2", "Page 1 of"),
        ("/changes?until=2024-12-31&since=7 months ago", "published from 31 May 2024"),
        (f"{DUE}&party=Finland", "31 August 2024"),
        ("/due?on=2024-12-31&within=0&party=Finland&clock=due", "No deadline"),
        ("/due?on=2024-12-31&within=30", "up to 30 days before and after"),
    ],
)
def test_it_is_narrowed(client, address, said):
    answer = client.get(address)
    assert answer.status_code == 200
    assert said in answer.text


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/changes?since=eventually", "New since is a day such as"),
        ("/changes?since=2024-03-02&until=2024-03-01", "lies after"),
        ("/changes?party=Atlantis", "Atlantis"),
        ("/changes?by=heart", "“by” is one of published, learned"),
        ("/changes?news=old", "“news” is one of"),
        ("/changes?actor=NOR", "knows no “actor”"),
        ("/due?within=17", "“within” is one of 30, 90, 365, 0"),
        ("/due?clock=broken", "“clock” is one of"),
        ("/due?alone=maybe", "“alone” is one of"),
        ("/due?page=0", "“page” is a number"),
    ],
)
def test_what_cannot_be_asked_is_refused(client, address, said):
    answer = client.get(address)
    assert answer.status_code == 400
    assert said in html.unescape(answer.text)


@pytest.mark.parametrize(
    "address",
    [
        "/changes?since=0001-01-01",
        "/changes?since=0001-01-01&by=learned",
        "/changes?until=0001-01-01",
        "/due?on=0001-01-01",
    ],
)
def test_before_the_first_day_of_the_calendar_there_is_none(client, address):
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", [CHANGES, DUE])
def test_what_is_rejected_is_left_out_and_every_link_leads_somewhere(tmp_path, address):
    place = followed_prose.make_ledger(str(tmp_path / "ledger.db"))
    with Ledger.open(place) as ledger, TestClient(create_app(place)) as client:
        told = client.get(f"{address}&format=json").json()["lines"][0]
        cited = told["now"]["id"] if "now" in told else told["deadline"]["citation"]["id"]
        ledger.judge(
            Judgement(verdict=Verdict.REJECT, records=(cited,), by="ana", at=datetime(2026, 11, 22, 9, tzinfo=UTC))
        )
        page = html.unescape(client.get(address).text)
        assert "1 record that people rejected is left out" in page
        assert "marked so" not in page
        (link,) = re.findall(r'href="([^"]*judged=[^"]*)"', page)
        assert cited in client.get(link).text


def test_the_words_of_the_record_are_marked_in_its_sentence(client):
    marked = re.findall(r'<mark class="k-commitments">([^<]*)</mark>', client.get(CHANGES).text)
    words = {line["now"]["words"] for line in client.get(f"{CHANGES}&format=json").json()["lines"]}
    assert words & set(map(html.unescape, marked))


@pytest.mark.slow
def test_both_are_published_as_of_the_newest_text(place, tmp_path):
    names = set(publish(place, tmp_path / "pages"))
    assert {file_of("/changes"), file_of("/due"), file_of("/challenges")} <= names
    assert "20 November 2024" in (tmp_path / "pages" / file_of("/due")).read_text(encoding="utf-8")


CHALLENGES = (
    "Philippine President Ferdinand Marcos Jr. warned of China's growing assertiveness on Wednesday.",
    "Vietnamese Foreign Minister Bui Thanh Son spoke of China's growing assertiveness on Monday.",
    "“We face growing threats at sea,” Philippine President Ferdinand Marcos Jr. said on Monday.",
)


def test_each_wording_of_a_challenge_leads_to_its_words(tmp_path):
    with Ledger.open(tmp_path / "challenges.db") as ledger:
        for day, text in enumerate(CHALLENGES, 1):
            document = Document(text=text, published=When.parse(f"2023-02-0{day}"))
            ledger.append_reading(document, read_document(document))
    with TestClient(create_app(tmp_path / "challenges.db")) as client:
        told = client.get("/challenges?format=json").json()
        page = html.unescape(client.get("/challenges").text)
        narrowed = client.get("/challenges?target=China&format=json").json()
        later = client.get("/challenges?limit=1&page=2&format=json").json()
    sayings = [one for challenge in told["challenges"] for voice in challenge["voices"] for one in voice["sayings"]]
    assert len(sayings) == 3
    assert all(f'href="/documents/{one["first"]["id"]}#m-{one["records"][0]}"' in page for one in sayings)
    # Whose challenge the texts tell comes before what they leave open.
    assert [len(challenge["targets"]) for challenge in told["challenges"]] == [1, 0]
    assert narrowed["challenges"] == told["challenges"][:1]
    assert later["challenges"] == told["challenges"][1:]


@pytest.mark.parametrize(
    "address", ["/challenges?target=Atlantis", "/challenges?since=eventually", "/challenges?by=ana"]
)
def test_challenges_that_cannot_be_asked_are_refused(client, address):
    assert client.get(address).status_code == 400
