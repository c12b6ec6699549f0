"""A copy holds everything that the ledger ever held, and is never half."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from factories import a_ferry_deal
from ledger_databases import dump, rows_of
from ledger_workers import judgement
from postgres_servers import a_database
from servanda.codebook import Problem
from servanda.store import Ledger, LedgerError, Query, back_up, restore

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
OSLO, BERGEN = a_ferry_deal("Oslo"), a_ferry_deal("Bergen 1", location="1.txt")
LATER = a_ferry_deal("Tromsø \0 \uf8ff", title="Zero \0")


@pytest.fixture
def ledger(place):
    with Ledger.open(place, now=lambda: NOON) as ledger:
        ledger.append_reading(*OSLO)
        ledger.append_reading(*BERGEN)
        ledger.judge(judgement(1))
        ledger.append_reading(BERGEN[0], replace(BERGEN[1], version="2", commitments=()))
        ledger.append_problems([Problem(code="empty", message="The file is empty.", location="empty.txt")])
        ledger.undo(judgement(1).id, "ben", "the wrong one")
        yield ledger


@pytest.fixture(params=["sqlite", "postgres"])
def new_place(request, tmp_path):
    if request.param == "sqlite":
        return str(tmp_path / "new.db")
    return a_database(request.getfixturevalue("server"))


def test_a_copy_is_the_same_ledger(ledger, place, tmp_path):
    back_up(ledger, tmp_path / "copy.db")
    assert dump(str(tmp_path / "copy.db")) == dump(place)
    with Ledger.open(tmp_path / "copy.db", create=False) as copy:
        assert list(copy.verify()) == []
    assert not list(tmp_path.glob("*.part*"))


def test_what_is_brought_back_can_be_used_as_before(ledger, place, new_place, tmp_path):
    back_up(ledger, tmp_path / "copy.db")
    restore(tmp_path / "copy.db", new_place)
    assert dump(new_place) == dump(place)
    with Ledger.open(new_place) as again:
        assert again.count_records("commitments", Query(search="ferries")) == 1
        again.append_reading(*LATER)
        again.append_problems([Problem(code="empty", message="The file is empty.", location="other.txt")])
        assert list(again.verify()) == []


def test_a_server_knows_at_once_what_was_brought_back(ledger, server, tmp_path):
    back_up(ledger, tmp_path / "copy.db")
    place = a_database(server)
    restore(tmp_path / "copy.db", place)
    counted = "SELECT relname, reltuples FROM pg_class WHERE relname IN ('records', 'records_fts')"
    held = rows_of(place, "SELECT count(*) FROM records")[0][0]
    assert sorted(rows_of(place, counted)) == [("records", held), ("records_fts", held)]
    left = "SELECT relname FROM pg_stat_user_tables WHERE vacuum_count = 0 AND relname != 'alembic_version'"
    assert rows_of(place, left) == []


def test_a_copy_is_made_while_others_write(ledger, place, tmp_path):
    with Ledger.open(place) as other:
        listed = ledger.iter_readings()
        next(listed)
        other.append_reading(*LATER)
        back_up(ledger, tmp_path / "copy.db")
        listed.close()
    with Ledger.open(tmp_path / "copy.db", create=False) as copy:
        assert copy.find_document(LATER[0].id) == LATER[0]
        assert list(copy.verify()) == []


def test_nothing_is_written_over(ledger, tmp_path):
    (tmp_path / "copy.db").write_text("mine")
    with pytest.raises(LedgerError, match="is there already"):
        back_up(ledger, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "mine"


def test_a_ledger_is_not_restored_into_another(ledger, place, new_place, tmp_path):
    back_up(ledger, tmp_path / "copy.db")
    with Ledger.open(new_place) as other:
        other.append_reading(*LATER)
    before = dump(new_place)
    with pytest.raises(LedgerError, match=r"is there already|is not empty"):
        restore(tmp_path / "copy.db", new_place)
    assert dump(new_place) == before


WRONG = [
    ("nowhere/copy.db", "there is no folder"),
    ("", "is there already"),
]


@pytest.mark.parametrize(("name", "said"), WRONG)
def test_a_copy_that_cannot_be_made_says_so(ledger, tmp_path, name, said):
    with pytest.raises(LedgerError, match=said):
        back_up(ledger, tmp_path / name)


def test_what_is_no_ledger_is_not_restored(tmp_path):
    (tmp_path / "copy.db").write_bytes(b"x" * 100)
    with pytest.raises(LedgerError, match="is no ledger"):
        restore(tmp_path / "copy.db", str(tmp_path / "new.db"))
    assert not (tmp_path / "new.db").exists()
