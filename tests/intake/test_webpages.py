"""Web addresses, against a server on this machine."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from servanda.intake import fetch_documents

PROSE = "Norway agreed on Monday to help Kenya rebuild the port of Lamu – and soon.\r\n"
ANSWERS = {
    "/a.txt": (200, "text/plain; charset=windows-1252", PROSE.encode("cp1252")),
    "/page": (
        200,
        "text/html",
        f"<html><head><title>Port</title></head><body><article><p>{PROSE * 3}</p></article></body></html>".encode(),
    ),
    "/long": (200, "text/plain", b"word\n" * 400),
    "/moved": (302, "/a.txt", b""),
    "/to-a-file": (302, "file:///etc/hostname", b""),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        status, kind, body = ANSWERS.get(self.path, (404, "text/plain", b"gone"))
        self.send_response(status)
        self.send_header("Location" if status == 302 else "Content-Type", kind)
        self.send_header("Content-Length", str(len(body) + (9 if self.path == "/cut" else 0)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def server():
    with HTTPServer(("127.0.0.1", 0), Handler) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{serving.server_port}"
        serving.shutdown()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch):
    monkeypatch.setenv("no_proxy", "*")


def test_a_text_comes_as_it_was_sent(server):
    document = next(fetch_documents([f"{server}/a.txt"]))
    assert (document.text, document.location) == (PROSE, f"{server}/a.txt")


def test_a_page_is_known_by_what_the_server_says(server):
    assert next(fetch_documents([f"{server}/page"])).media_type == "text/html"


def test_a_moved_address_is_followed(server):
    assert next(fetch_documents([f"{server}/moved"])).text == PROSE


@pytest.mark.parametrize("path", ["/gone", "/to-a-file", "/with space?q=ø"])
def test_what_is_not_there_is_one_problem(server, path):
    assert [each.code for each in fetch_documents([f"{server}{path}"])] == ["no-answer"]


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:1/x", "http://[bad", "https://", "http://127.0.0.1:port/", "http://\ud800/"]
)
def test_what_cannot_be_reached_is_one_problem(address):
    assert [each.code for each in fetch_documents([address])] == ["no-answer"]


def test_an_answer_beyond_the_limit_is_one_problem(server, monkeypatch):
    monkeypatch.setattr("servanda.intake.webpages.MOST_BYTES", 1000)
    assert [each.code for each in fetch_documents([f"{server}/long"])] == ["too-large"]
