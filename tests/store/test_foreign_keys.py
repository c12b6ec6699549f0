"""SQLite looks up no link while readings are added, since they were just numbered: every link is whole all the same."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy.exc import IntegrityError

from factories import a_ferry_deal
from ledger_databases import rows_of
from sample_ledgers import a_report, an_adopted_text
from servanda.codebook import Judgement, Problem
from servanda.store import Ledger

KIGALI, LIMA, SUVA = (a_ferry_deal(where, location=f"{where}.txt") for where in ("Kigali", "Lima", "Suva"))
ODD = Problem(code="odd", message="Odd.", location="Lima.txt")
APPENDS = [
    pytest.param([KIGALI, LIMA, SUVA], id="all new"),
    pytest.param([KIGALI, (KIGALI[0], replace(KIGALI[1], version="2")), KIGALI], id="superseded and back"),
    pytest.param(
        [(LIMA[0], replace(LIMA[1], problems=(ODD,))), (replace(LIMA[0], location="copy"), LIMA[1])], id="odd"
    ),
    pytest.param([a_report(), an_adopted_text()], id="every kind of record"),
]


def broken(path):
    return rows_of(str(path), "PRAGMA foreign_key_check")


@pytest.fixture(params=["one by one", "together", "many"])
def append(request, tmp_path, monkeypatch):
    """A way to add readings to a new ledger; returns the ledger, still open."""
    if request.param == "many":
        monkeypatch.setattr("servanda.store.ledgers._MANY", 1)
    opened = []

    def add(given):
        opened.append(ledger := Ledger.open(tmp_path / "all.db"))
        for part in [[one] for one in given] if request.param == "one by one" else [given]:
            ledger.append_readings(part)
        return ledger

    yield add
    for ledger in opened:
        ledger.close()


@pytest.mark.parametrize("given", APPENDS)
def test_every_link_is_whole_after_readings_are_added(append, given):
    ledger = append(given)
    assert broken(ledger.place) == []
    assert list(ledger.verify()) == []


FOREIGN = [
    "INSERT INTO closings (problem, added_at) VALUES (999, '2026')",
    "INSERT INTO parties (record, role, actor, record_kind, published_from) VALUES (999, 'debtor', 'PER', 'commitments', '')",
    "INSERT INTO blocks (kind, version, key, record, reading) VALUES ('commitments', '1', 'k', 'c-0', 999)",
]


@pytest.mark.parametrize("statement", FOREIGN)
def test_the_transaction_after_one_that_adds_readings_looks_up_every_link(append, statement):
    ledger = append([KIGALI, LIMA])
    with pytest.raises(IntegrityError, match="FOREIGN KEY"), ledger._transaction(writes=True) as connection:
        connection.exec_driver_sql(statement)
    assert broken(ledger.place) == []


def test_whatever_else_is_written_in_between_looks_up_every_link(append):
    ledger = append([KIGALI])
    for given in (LIMA, SUVA):
        ledger.append_readings([given])
        with ledger._transaction(writes=True) as connection:
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        ledger.judge(Judgement(verdict="accept", records=(given[1].commitments[0].id,), by="ana", at=datetime.now(UTC)))
    assert broken(ledger.place) == []


def test_a_check_finds_a_link_to_nothing(append):
    """What the tests above ask is able to answer otherwise."""
    ledger = append([KIGALI])
    with ledger._transaction(writes=True, linked=True) as connection:
        connection.exec_driver_sql(FOREIGN[0])
    assert [row[0] for row in broken(ledger.place)] == ["closings"]
    assert any("closings points to a row of problems" in problem.message for problem in ledger.verify())
