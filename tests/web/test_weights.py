"""What a page weighs on the wire with everything that it loads: under 300 kB, and charts only where there are some."""

import gzip
import re
from functools import cache
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from page_addresses import READERS
from sample_ledgers import make_ledger
from servanda.web import create_app

WITH_CHARTS = {"relationship", "thread", "network", "language", "actor", "person"}


@pytest.fixture(scope="module", name="client")
def _client(tmp_path_factory):
    path = make_ledger(Path(tmp_path_factory.mktemp("ledger")) / "sample.db", hostile=True)
    with TestClient(create_app(path)) as client:
        yield client


@pytest.fixture(scope="module", name="get")
def _get(client):
    """What an address answers, asked once: all pages load the same parts."""
    return cache(client.get)


def loaded_by(html):
    return sorted(set(re.findall(r'(?:src|href)="(/static/[^"]+)"', html)))


def weight_of(answer):
    """The bytes that came, which the client has already unpacked."""
    packed = answer.headers.get("content-encoding") == "gzip"
    return len(gzip.compress(answer.content)) if packed else len(answer.content)


@pytest.mark.parametrize("name", READERS)
def test_a_page_is_light(get, name):
    answer = get(READERS[name])
    parts = [get(part) for part in loaded_by(answer.text)]
    assert all(part.status_code == 200 for part in parts)
    assert sum(weight_of(part) for part in (answer, *parts)) < 300_000


@pytest.mark.parametrize("name", READERS)
def test_charts_are_loaded_where_there_are_some_and_nowhere_else(get, name):
    page = get(READERS[name]).text
    has_charts = 'data-chart="' in page
    assert ("/static/charts.js" in loaded_by(page)) is has_charts
    assert has_charts is (name in WITH_CHARTS)
