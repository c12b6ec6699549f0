"""A PostgreSQL server that is killed amid writing is started again, and nothing is lost, doubled or half."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

import ledger_workers
from ledger_databases import rows_of
from ledger_workers import deal
from postgres_servers import a_database, a_server, kill_server, start_server
from servanda.store import Ledger

pytestmark = pytest.mark.slow

DEATHS = 3
DOUBLED = (
    "SELECT document FROM readings GROUP BY document, hash HAVING count(*) > 1",
    "SELECT location FROM sources GROUP BY 1 HAVING count(*) > 1",
    "SELECT id FROM judgements GROUP BY 1 HAVING count(*) > 1",
)


@pytest.fixture
def server():
    with a_server(lasting=True) as folder:
        yield folder


def until_killed(server, place, chance):
    """Let three write and two review until the server is killed under them; what they said was kept."""
    words = (sys.executable, ledger_workers.__file__, place, "3", "2", "60")
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as crowd:
        said = [crowd.stdout.readline() for _ in range(chance.randint(10, 100))]
        time.sleep(chance.uniform(0, 0.2))
        kill_server(server)
        said += crowd.stdout.readlines()
    start_server(server, lasting=True)
    return [line.strip().split(maxsplit=1) for line in said]


def test_a_server_that_is_killed_loses_nothing_that_was_kept(server):
    chance, place = random.Random(7), a_database(server)
    Ledger.open(place).close()
    kept = {"read": set(), "judge": set(), "undo": set()}
    for _ in range(DEATHS):
        told = until_killed(server, place, chance)
        failed = [rest for what, rest in told if what not in kept]
        assert len(failed) == 5
        assert all(rest.startswith("LedgerError") for rest in failed), failed
        for what, key in told:
            kept.get(what, set()).add(key)
        with Ledger.open(place, create=False) as ledger:
            judged = ledger.find_judgements()
            assert all(ledger.find_reading(deal(int(n))[0].id) == deal(int(n))[1] for n in kept["read"])
            assert kept["judge"] <= {one.judgement.id for one in judged}
            assert kept["undo"] <= {one.judgement.id for one in judged if one.undone}
            assert all(len(list(reading.records())) == 7 for _, reading in ledger.iter_readings())
            assert list(ledger.verify()) == []
        assert [rows_of(place, asked) for asked in DOUBLED] == [[], [], []]
    assert all(kept.values())
    assert Path(server, "log").read_text().count("was not properly shut down") == DEATHS
