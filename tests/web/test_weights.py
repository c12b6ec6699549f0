"""What a page weighs on the wire with everything that it loads: under 300 kB, and charts only where there are some."""

import gzip
import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sample_ledgers import a_report, make_ledger
from servanda.web import create_app

DOCUMENT, READING = a_report()
WITHOUT_CHARTS = (
    "/documents",
    f"/documents/{DOCUMENT.id}",
    f"/records/{READING.commitments[0].id}",
    "/problems",
    "/about",
)
PAGES = (
    "/",
    "/relationships/FIN-NOR",
    f"/threads/{READING.commitments[0].id}",
    "/network",
    "/language",
    *WITHOUT_CHARTS,
    "/statements",
    "/actors",
    "/actors/NOR",
)


@pytest.fixture(scope="module", name="client")
def _client(tmp_path_factory):
    with TestClient(create_app(make_ledger(Path(tmp_path_factory.mktemp("ledger")) / "sample.db"))) as client:
        yield client


def loaded_by(html):
    return sorted(set(re.findall(r'(?:src|href)="(/static/[^"]+)"', html)))


def weight_of(answer):
    """The bytes that came, which the client has already unpacked."""
    packed = answer.headers.get("content-encoding") == "gzip"
    return len(gzip.compress(answer.content)) if packed else len(answer.content)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_light(client, path):
    answer = client.get(path)
    parts = [client.get(part) for part in loaded_by(answer.text)]
    assert all(part.status_code == 200 for part in parts)
    assert sum(weight_of(part) for part in (answer, *parts)) < 300_000


@pytest.mark.parametrize("path", WITHOUT_CHARTS)
def test_charts_are_loaded_only_where_there_are_some(client, path):
    assert "charts.js" not in " ".join(loaded_by(client.get(path).text))
