"""Several processes at one ledger: readers never wait, writers take turns, and nothing is lost."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from factories import a_ferry_deal
from servanda.store import Ledger

pytestmark = pytest.mark.slow

TESTS = Path(__file__).parents[1]
WRITER = """
import sys
sys.path.insert(0, sys.argv[3])
from factories import a_ferry_deal
from servanda.store import Ledger
with Ledger.open(sys.argv[1]) as ledger:
    for number in range(40):
        ledger.append_reading(*a_ferry_deal(f"{sys.argv[2]} {number}"))
"""


def a_writer(path, name):
    return subprocess.Popen([sys.executable, "-c", WRITER, str(path), name, str(TESTS)])


def test_one_reads_while_another_writes(tmp_path):
    path, seen = tmp_path / "all.db", []
    with Ledger.open(path) as ledger:
        ledger.append_reading(*a_ferry_deal())
    writer = a_writer(path, "Oslo")
    with Ledger.open(path, create=False) as ledger:
        while writer.poll() is None or not seen:
            seen.append((ledger.count_documents(), ledger.count_records("commitments")))
            for document, reading in ledger.iter_readings():
                assert reading.document == document.id
                assert len(list(reading.records())) == 7
        assert ledger.count_documents() == 41
    assert writer.returncode == 0
    assert seen == sorted(seen)


def test_several_make_and_fill_one_ledger(tmp_path):
    path = tmp_path / "all.db"
    writers = [a_writer(path, name) for name in ("Oslo", "Bergen", "Oslo")]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    with Ledger.open(path, create=False) as ledger:
        assert ledger.count_documents() == 80
        assert list(ledger.verify()) == []


def test_an_open_list_of_readings_shows_one_moment(tmp_path):
    path = tmp_path / "all.db"
    with Ledger.open(path) as ledger, Ledger.open(path) as other:
        for place in ("Oslo", "Bergen"):
            ledger.append_reading(*a_ferry_deal(place))
        listed = ledger.iter_readings()
        first = next(listed)
        other.append_reading(*a_ferry_deal("Tromsø"))
        assert len([first, *listed]) == 2
        assert ledger.count_documents() == 3


def test_a_writer_that_is_killed_leaves_whole_documents(tmp_path):
    path = tmp_path / "all.db"
    writer = a_writer(path, "Oslo")
    while not path.exists() or not path.stat().st_size:
        assert writer.poll() is None
        time.sleep(0.01)
    with Ledger.open(path) as ledger:
        while not ledger.count_documents():
            time.sleep(0.001)
        writer.kill()
        writer.wait()
        assert 0 < ledger.count_documents() <= 40
        assert list(ledger.verify()) == []
