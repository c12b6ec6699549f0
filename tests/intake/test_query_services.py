"""Questions to a query service on this machine: the right answer, and every way of getting none."""

from datetime import date

import pytest

from query_services import RESULTS, a_service, row
from servanda.intake import query_services
from servanda.intake.query_services import QueryServiceError, fetch_answer, fetch_holders
from servanda.lexicon.wikidata import questions

ROWS = {
    "head of state": [
        row(start="2010-03-01", end="2015-03-01"),
        row(person="Q11", name="Peter Otieno", start="2015-03-01"),
    ],
    "foreign minister": [
        row("Q17", "JPN", "Q901", "Minister for Foreign Affairs of Japan", "Q12", "Hana Mori", start="2020-05-01")
    ],
}
TODAY = date(2026, 11, 21)


@pytest.fixture
def service(monkeypatch):
    monkeypatch.setenv("no_proxy", "*")
    with a_service(ROWS) as serving:
        yield serving


def test_all_that_the_service_knows_is_brought(service):
    believed = fetch_holders(f"{service.address}/sparql", questions(), TODAY)
    assert [(h.name, h.office, h.state, str(h.start), str(h.end)) for h in believed.holders] == [
        ("Hana Mori", "foreign minister", "JPN", "2020-05-01", "None"),
        ("Jane Wanjiru", "president", "KEN", "2010-03-01", "2015-03-01"),
        ("Peter Otieno", "president", "KEN", "2015-03-01", "None"),
    ]
    assert believed.dropped == {}


def test_the_service_is_asked_as_its_protocol_wants_and_told_who_asks(service):
    fetch_answer(f"{service.address}/sparql", "SELECT * WHERE { ?s ?p ?o }")
    ((headers, path, question),) = service.asked
    assert (path, question) == ("/sparql", "SELECT * WHERE { ?s ?p ?o }")
    assert headers["Accept"] == RESULTS
    assert headers["User-Agent"].startswith("servanda/")


def test_an_address_with_a_question_of_its_own_keeps_it(service):
    fetch_answer(f"{service.address}/sparql?graph=all", "SELECT")
    assert service.asked[0][2] == "SELECT"


def test_a_service_that_asks_for_patience_is_given_it_once(service):
    waited = []
    assert fetch_answer(f"{service.address}/busy_once", questions()[0].text, waited.append)
    assert waited == [7]


@pytest.mark.parametrize(
    ("path", "waits"), [("busy", [7]), ("busy_until", [0]), ("busy_long", []), ("busy_no_word", []), ("broken", [])]
)
def test_a_service_that_refuses_is_not_asked_for_ever(service, path, waits):
    waited = []
    with pytest.raises(QueryServiceError, match=r"answered (429|503|500)"):
        fetch_answer(f"{service.address}/{path}", "SELECT", waited.append)
    assert waited == waits
    assert len(service.asked) == 1 + len(waits)


NO_RESULTS = [
    ("page", "text/html, not with results"),
    ("cut", r"no usable answer|cannot be reached"),
    ("cut_with_trace", "no JSON, or it breaks off"),
    ("other_json", "has no results in it"),
    ("deep", "no JSON, or it breaks off"),
    ("list_rows", "a row of the answer is no row"),
]


@pytest.mark.parametrize(("path", "said"), NO_RESULTS, ids=[path for path, _ in NO_RESULTS])
def test_what_is_no_result_is_said_in_one_line(service, path, said):
    with pytest.raises(QueryServiceError, match=said) as refused:
        fetch_holders(f"{service.address}/{path}", questions(), TODAY)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("path", ["long", "endless"])
def test_an_answer_that_is_too_long_is_broken_off(service, path, monkeypatch):
    monkeypatch.setattr(query_services, "MOST_BYTES", 20_000)
    with pytest.raises(QueryServiceError, match="too long"):
        fetch_answer(f"{service.address}/{path}", "SELECT")


def test_a_silent_service_is_left(service, monkeypatch):
    monkeypatch.setattr(query_services, "SECONDS_OF_SILENCE", 0.2)
    with pytest.raises(QueryServiceError, match=r"cannot be reached: timed out"):
        fetch_answer(f"{service.address}/silent", "SELECT")


def test_an_answer_in_drops_is_left(service, monkeypatch):
    monkeypatch.setattr(query_services, "MOST_SECONDS", 0.3)
    with pytest.raises(QueryServiceError, match="took more than"):
        fetch_answer(f"{service.address}/dripping", "SELECT")


@pytest.mark.parametrize("address", ["file:///etc/hostname", "ftp://127.0.0.1/", "query.example", ""])
def test_only_the_web_is_asked(address):
    with pytest.raises(QueryServiceError, match="begins with https"):
        fetch_answer(address, "SELECT")


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/sparql", "http://[bad", "http://127.0.0.1:port/"])
def test_an_address_where_nobody_answers_is_one_line(address):
    with pytest.raises(QueryServiceError):
        fetch_answer(address, "SELECT")
