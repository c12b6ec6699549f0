"""Reviewing over HTTP, without a browser: who may write, what is kept, and what another site cannot do."""

import re
from contextlib import contextmanager

import pytest
from fastapi.testclient import TestClient

from sample_ledgers import a_report, make_ledger
from servanda.store import Ledger
from servanda.web import Sessions, create_app

DOCUMENT, READING = a_report()
BUY, PAY, NO = READING.commitments
ONE = f"/review/records/{BUY.id}"


class Reviewer:
    """A browser that showed the token and said who judges."""

    def __init__(self, path, client, name):
        self.path, self.app, self.client = path, client.app, client
        html = self.client.get("/review/enter?token=shown%20once").text
        self.form = re.search('name="form" value="([^"]+)"', html)[1]
        if name:
            self.post("/review/name", name=name)

    def post(self, path, headers=None, **fields):
        return self.client.post(path, data={"form": self.form, **fields}, headers=headers)

    def kept(self):
        with Ledger.open(self.path, create=False) as ledger:
            return [(one.judgement, one.undone) for one in ledger.find_judgements()]

    def said(self):
        return [(one.verdict.value, one.slot, one.value, one.by) for one, undone in self.kept() if undone is None]


@contextmanager
def reviewing(tmp_path, name="Ana"):
    path = make_ledger(tmp_path / "sample.db")
    app = create_app(path, sessions=Sessions(token="shown once"))
    with TestClient(app, base_url="http://localhost:8000") as client:
        yield Reviewer(path, client, name)


@pytest.fixture(name="ana")
def _ana(tmp_path):
    with reviewing(tmp_path) as reviewer:
        yield reviewer


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"verdict": "accept"}, ("accept", "", "", "Ana")),
        ({"verdict": "reject", "why": "a forecast"}, ("reject", "", "", "Ana")),
        ({"verdict": "correct", "slot": "act", "value": "fund"}, ("correct", "act", "fund", "Ana")),
        ({"verdict": "correct", "slot": "deadline", "value": "2031"}, ("correct", "deadline", "2031", "Ana")),
        ({"verdict": "correct", "slot": "firmness", "value": "none"}, ("correct", "firmness", "none", "Ana")),
        ({"verdict": "status", "value": "fulfilled"}, ("status", "", "fulfilled", "Ana")),
        ({"verdict": "note", "value": "ask Oslo"}, ("note", "", "ask Oslo", "Ana")),
    ],
)
def test_what_is_judged_is_kept(ana, fields, said):
    answer = ana.post(ONE, **fields)
    assert (answer.status_code, ana.said()) == (200, [said])
    assert "Kept:" in answer.text


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"verdict": "bless"}, "A verdict is one of"),
        ({"verdict": "correct", "slot": "act", "value": "fly"}, "act takes "),
        ({"verdict": "correct", "slot": "deadline", "value": "soon"}, "deadline takes a date"),
        ({"verdict": "correct", "slot": "wings", "value": "two"}, "have no field"),
        ({"verdict": "status", "value": "kept"}, "status takes "),
        ({"verdict": "note", "value": ""}, "Note says what"),
        ({"verdict": "note", "value": "n" * 2001}, "at most 2000 characters"),
        ({"verdict": "same"}, "Two or more records"),
        ({"verdict": "accept", "passed": "-1"}, "is a number"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_a_sentence(ana, fields, message):
    answer = ana.post(ONE, **fields)
    assert (answer.status_code, message in answer.text) == (400, True)
    assert ana.said() == [] or fields.get("passed")


def test_of_two_records_a_person_says_whether_they_are_the_same(ana):
    page = f"/review/pairs?one={BUY.id}&other={PAY.id}"
    assert "<strong>differs</strong>" in ana.client.get(page).text
    assert "not the same" in ana.post("/review/pairs", one=BUY.id, other=PAY.id, verdict="not the same").text
    assert ana.said() == [("not the same", "", "", "Ana")]
    assert ana.post("/review/pairs", one=BUY.id, other=PAY.id, verdict="accept").status_code == 400
    assert ana.client.get(f"/review/pairs?one={BUY.id}&other={BUY.id}").status_code == 404


def test_the_words_of_a_field_are_corrected_by_their_place(ana):
    words = "three electric ferries"
    start = DOCUMENT.text.index(words)
    place = {"document": DOCUMENT.id, "record": BUY.id, "slot": "object"}
    answer = ana.post("/review/words", **place, start=start, end=start + len(words))
    assert (answer.status_code, ana.said()) == (200, [("correct", "object", words, "Ana")])
    assert ana.kept()[0][0].why == f"characters {start} to {start + len(words)} of the text"


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"start": "9", "end": "9"}, id="nothing selected"),
        pytest.param({"start": "5", "end": "999999"}, id="behind the end"),
        pytest.param({"start": "-1"}, id="before the beginning"),
        pytest.param({"start": "²"}, id="no number"),
        pytest.param({"slot": "act"}, id="a field that is a word of the codebook"),
        pytest.param({"slot": "debtors"}, id="a field that is an id"),
        pytest.param({"document": "d-none"}, id="another document"),
    ],
)
def test_a_place_that_is_none_is_refused(ana, changes):
    place = {"document": DOCUMENT.id, "record": BUY.id, "slot": "object", "start": "5", "end": "9"}
    assert ana.post("/review/words", **{**place, **changes}).status_code == 400
    assert ana.said() == []


def test_a_judgement_is_taken_back_by_name_and_stays_on_record(ana):
    ana.post(ONE, verdict="reject")
    ((judged, _),) = ana.kept()
    ana.post("/review/undo", judgement=judged.id, why="read it again")
    ((_, undone),) = ana.kept()
    assert (undone.by, undone.why) == ("Ana", "read it again")
    assert ana.post("/review/undo", judgement=judged.id).status_code == 400


def test_the_queue_goes_on_to_what_nobody_judged(ana):
    first = ana.client.get("/review/next").url.path
    second = ana.client.get("/review/next?passed=1").url.path
    assert first != second
    assert ana.post(first, verdict="accept").url.path == second
    assert ana.client.get("/review/next").url.path == second


def test_behind_the_last_one_stands_the_queue(ana):
    assert ana.client.get("/review/next?passed=999").url.path == "/review"


@pytest.mark.parametrize("path", ["/review", "/review/agreement", f"/review/pairs?one={BUY.id}&other={PAY.id}"])
def test_everybody_may_read_the_queue(ana, path):
    html = TestClient(ana.app).get(path).text
    assert "<h1>" in html
    assert 'method="post"' not in html


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        (ONE, {"verdict": "accept"}),
        ("/review/name", {"name": "Eve"}),
        ("/review/pairs", {"one": BUY.id, "other": PAY.id, "verdict": "same"}),
        ("/review/words", {"document": DOCUMENT.id, "record": BUY.id, "slot": "object", "start": "5", "end": "9"}),
        ("/review/undo", {"judgement": "j"}),
        ("/review/leave", {"why": "tired"}),
    ],
)
@pytest.mark.parametrize(
    "attack",
    [
        pytest.param(
            lambda ana, path, told: TestClient(ana.app).post(path, data={"form": ana.form, **told}), id="reader"
        ),
        pytest.param(lambda ana, path, told: ana.client.post(path, data=told), id="no word of the form"),
        pytest.param(lambda ana, path, told: ana.client.post(path, data={"form": "guess", **told}), id="a guess"),
        pytest.param(
            lambda ana, path, told: ana.post(path, headers={"Origin": "https://elsewhere.example"}, **told), id="origin"
        ),
        pytest.param(lambda ana, path, told: ana.post(path, headers={"Origin": "null"}, **told), id="no origin"),
        pytest.param(
            lambda ana, path, told: ana.post(path, headers={"Origin": "http://localhost:9000"}, **told), id="other port"
        ),
        pytest.param(
            lambda ana, path, told: ana.post(path, headers={"Sec-Fetch-Site": "cross-site"}, **told), id="cross-site"
        ),
        pytest.param(
            lambda ana, path, told: ana.post(path, headers={"Sec-Fetch-Site": "same-site"}, **told), id="same site"
        ),
    ],
)
def test_another_site_cannot_write(ana, path, fields, attack):
    assert attack(ana, path, fields).status_code == 403
    assert ana.said() == []


def test_a_form_of_another_session_is_refused(ana):
    other = TestClient(ana.app, base_url="http://localhost:8000")
    other.get("/review/enter?token=shown%20once")
    assert other.post(ONE, data={"form": ana.form, "verdict": "accept"}).status_code == 403


@pytest.mark.parametrize(
    ("status", "given"),
    [
        (413, {"content": "form=x&value=" + "n" * 70_000}),
        (413, {"content": (b"n" * 1000 for _ in range(100))}),
        (415, {"json": {"verdict": "accept"}}),
        (415, {"files": {"value": ("a.txt", b"words")}}),
        (400, {"content": "&".join(f"f{number}=1" for number in range(60))}),
        (400, {"content": "form=%ff"}),
    ],
    ids=["too long", "too long without saying so", "json", "an upload", "too many fields", "no text"],
)
def test_a_body_that_is_no_form_is_refused(ana, status, given):
    headers = {} if {"json", "files"} & set(given) else {"Content-Type": "application/x-www-form-urlencoded"}
    assert ana.client.post(ONE, headers=headers, **given).status_code == status
    assert ana.said() == []


@pytest.mark.parametrize("token", ["", "shown", "shown once ", "shown onceé", "%00"])
def test_another_token_opens_nothing(ana, token):
    stranger = TestClient(ana.app)
    assert stranger.get("/review/enter", params={"token": token}).status_code == 403
    assert not stranger.cookies


def test_the_cookie_is_for_this_site_alone(ana):
    cookie = TestClient(ana.app).get("/review/enter?token=shown%20once", follow_redirects=False).headers["set-cookie"]
    assert {"HttpOnly", "SameSite=strict", "Path=/"} <= set(cookie.split("; ")[1:])


def test_a_page_for_reviewing_is_kept_nowhere(ana):
    assert ana.client.get(ONE).headers["cache-control"] == "no-store"
    assert TestClient(ana.app).get("/").headers["cache-control"] == "no-cache"


def test_who_left_may_write_no_more(ana):
    ana.post("/review/leave")
    assert ana.post(ONE, verdict="accept").status_code == 403


@pytest.mark.parametrize("name", ["", "  ", "\u202e", "x" * 81, "\x00\x01"])
def test_a_name_that_says_nothing_is_refused(ana, name):
    assert ana.post("/review/name", name=name).status_code == 400


def test_nobody_judges_without_a_name(tmp_path):
    with reviewing(tmp_path, name="") as nobody:
        assert nobody.post(ONE, verdict="accept").status_code == 400
        assert nobody.said() == []


@pytest.mark.parametrize("path", ["/review/name", "/review/undo", ONE, "/review/words", "/review/pairs"])
def test_without_leave_to_review_no_form_is_taken(tmp_path, path):
    client = TestClient(create_app(make_ledger(tmp_path / "sample.db")))
    assert client.post(path, data={"verdict": "accept"}).status_code in {404, 405}
    assert client.get("/review/enter?token=").status_code == 403


def test_sessions_end_with_the_oldest():
    sessions = Sessions(token="t")
    first, *_, last = [sessions.begin("t") for _ in range(201)]
    assert (sessions.find(first.key), sessions.find(last.key)) == (None, last)
