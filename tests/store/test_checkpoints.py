"""What many readings wrote is carried over into the file beside whatever is done meanwhile, and nothing rests on it."""

import shutil

import pytest

from factories import a_ferry_deal
from ledger_databases import rows_of
from servanda.store import Ledger
from servanda.store.checkpoints import Checkpoints

TOWNS = [a_ferry_deal(where, location=f"{where}.txt") for where in ("Apia", "Lima", "Oslo", "Suva")]


@pytest.fixture
def many(monkeypatch):
    monkeypatch.setattr("servanda.store.ledgers._MANY", 2)


def numbers_of(path):
    return [number for (number,) in rows_of(str(path), "SELECT count(*) FROM records")]


def test_what_many_readings_wrote_lies_in_the_file_when_it_was_carried_over(many, tmp_path):
    with Ledger.open(tmp_path / "all.db") as ledger:
        ledger.append_readings(TOWNS)
        ledger._checkpoints.wait()
        # The file alone, without its log.
        shutil.copy(tmp_path / "all.db", tmp_path / "copy.db")
        assert numbers_of(tmp_path / "copy.db") == numbers_of(tmp_path / "all.db") != [0]


def test_what_few_readings_wrote_stays_in_the_log(many, tmp_path):
    with Ledger.open(tmp_path / "all.db") as ledger:
        ledger.append_readings(TOWNS)
        ledger._checkpoints.wait()
        ledger.append_readings([a_ferry_deal("Nadi", location="Nadi.txt")])
        shutil.copy(tmp_path / "all.db", tmp_path / "copy.db")
        assert numbers_of(tmp_path / "copy.db") < numbers_of(tmp_path / "all.db")


def test_a_log_does_not_grow_with_every_call(many, tmp_path):
    with Ledger.open(tmp_path / "all.db") as ledger:
        sizes = []
        for number in range(8):
            ledger.append_readings([a_ferry_deal(f"Town {number} {at}", location=f"{number}-{at}") for at in range(30)])
            ledger._checkpoints.wait()
            sizes.append((tmp_path / "all.db-wal").stat().st_size)
    assert sizes[-1] < 2.5 * sizes[1]


def test_the_pages_of_a_connection_are_kept_as_before_when_many_were_added(many, tmp_path):
    asked = [f"PRAGMA {name}" for name in ("wal_autocheckpoint", "cache_size")]
    with Ledger.open(tmp_path / "all.db") as ledger:
        told = []
        for given in ([], TOWNS):
            ledger.append_readings(given)
            with ledger._transaction() as connection:
                told.append([connection.exec_driver_sql(one).scalar() for one in asked])
    assert told[0] == told[1]
    assert 0 not in told[1]


def test_a_file_that_cannot_be_carried_over_is_left_to_the_next_one(tmp_path):
    for path in (tmp_path / "no folder" / "all.db", tmp_path, tmp_path / "gone.db"):
        checkpoints = Checkpoints(path)
        checkpoints.begin()
        checkpoints.wait()
        checkpoints.wait()
    assert list(tmp_path.iterdir()) == []
