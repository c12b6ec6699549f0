"""A query service on this machine that speaks Wikidata's protocol: SPARQL in a GET, `application/sparql-results+json` out.

What it answers is set by the path, so that every way in which such a service fails can be met.
"""

import json
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

RESULTS = "application/sparql-results+json"
ITEM = "http://www.wikidata.org/entity/"


def row(  # noqa: PLR0913, PLR0917 - the columns of an answer
    state="Q114", iso="KEN", position="Q900", office="President of Kenya", person="Q10", name="Jane Wanjiru", **days
):
    """A row as the service binds it; `start` and `end` are days."""
    said = {"state": ITEM + state, "iso": iso, "position": ITEM + position, "person": ITEM + person}
    said |= {"office": office, "name": name}
    for which, day in days.items():
        said[which] = f"{day}T00:00:00Z"
        said[f"{which}Precision"] = "11"
    return said


def bound(said):
    """A row in the JSON form of SPARQL results."""
    return {
        key: {"type": "uri" if value.startswith("http") else "literal", "value": value} for key, value in said.items()
    }


def results(rows):
    """An answer with these rows."""
    return json.dumps({"head": {"vars": []}, "results": {"bindings": [bound(one) for one in rows]}}).encode()


class Service(ThreadingHTTPServer):
    """The server, with the rows that it knows by office and what it was asked."""

    daemon_threads = True

    def __init__(self, rows):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.rows, self.asked, self.busy = rows, [], 0

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}"

    def answer(self, question):
        """What it knows of the states and the kind of office in a question; the marks of the question tell the kind."""
        marks = {"P1906": "head of state", "P1313": "head of government", "Q7330070": "foreign minister"}
        office = next((office for mark, office in marks.items() if mark in question), "defense minister")
        asked = set(question.partition("VALUES ?state {")[2].partition("}")[0].replace("wd:", ITEM).split())
        return results([one for one in self.rows.get(office, ()) if one["state"] in asked])


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        parts = urlsplit(self.path)
        question = parse_qs(parts.query).get("query", [""])[0]
        self.server.asked.append((self.headers, parts.path, question))
        getattr(self, "_" + parts.path.strip("/"))(question)

    def _send(self, body, status=200, kind=RESULTS, length=None, **more):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        for name, value in more.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def _sparql(self, question):
        self._send(self.server.answer(question), kind=f"{RESULTS};charset=utf-8")

    def _busy_once(self, question):
        self.server.busy += 1
        if self.server.busy == 1:
            self._send(b"", 429, Retry_After="7")
        else:
            self._sparql(question)

    def _busy(self, _):
        self._send(b"", 429, Retry_After="7")

    def _busy_long(self, _):
        self._send(b"", 429, Retry_After="86400")

    def _busy_no_word(self, _):
        self._send(b"", 429)

    def _busy_until(self, _):
        self._send(b"", 503, Retry_After="Wed, 21 Oct 2015 07:28:00 GMT")

    def _broken(self, _):
        self._send(b"java.util.concurrent.TimeoutException", 500, "text/plain")

    def _page(self, _):
        self._send(b"<html><body>Log in to the hotel's network</body></html>", kind="text/html")

    def _cut(self, question):
        body = self.server.answer(question)
        self._send(body[:-20], length=len(body))

    def _cut_with_trace(self, question):
        self._send(self.server.answer(question)[:-20] + b"\njava.util.concurrent.TimeoutException")

    def _other_json(self, _):
        self._send(b'{"error": "quota"}')

    def _deep(self, _):
        self._send(b"[" * 100_000)

    def _list_rows(self, _):
        self._send(b'{"results": {"bindings": ["x"]}}')

    def _long(self, _):
        self._send(b" " * 50_000)

    def _endless(self, _):
        self.send_response(200)
        self.send_header("Content-Type", RESULTS)
        self.end_headers()
        for _ in range(10_000):
            self.wfile.write(b" " * 1000)

    def _silent(self, _):
        time.sleep(3)

    def _dripping(self, _):
        self.send_response(200)
        self.send_header("Content-Type", RESULTS)
        self.end_headers()
        for _ in range(40):
            self.wfile.write(b" ")
            self.wfile.flush()
            time.sleep(0.1)

    def log_message(self, *_):
        pass

    def handle(self):
        try:
            super().handle()
        except ConnectionError:
            # The other end had enough.
            self.close_connection = True


@contextmanager
def a_service(rows):
    """Such a service, as long as it is needed."""
    with Service(rows) as serving:
        threading.Thread(target=serving.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield serving
        serving.shutdown()
