"""What is missing from the sequence of what was added, and times that are none, are named."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from factories import a_ferry_deal
from ledger_databases import damage
from linked_ledgers import a_resolution, commitments_of, link
from servanda.codebook import Judgement
from servanda.store import Ledger


@pytest.fixture
def filled(place):
    """A ledger of four documents, three of them judged, one judgement taken back, and then linked."""
    deals = [a_ferry_deal(town) for town in ("Accra", "Fez", "Lima", "Suva")]
    said = [
        Judgement(verdict="accept", records=(reading.commitments[0].id,), by="ana", at=datetime.now(UTC))
        for _, reading in deals[:3]
    ]
    with Ledger.open(place) as ledger:
        ledger.append_readings(deals)
        ledger.append_reading(deals[0][0], replace(deals[0][1], version="2"))
        for one in said:
            ledger.judge(one)
        ledger.undo(said[2].id, "ana", "")
        assert link(ledger, a_resolution(ledger, tuple(commitments_of(ledger))))
        assert list(ledger.verify()) == []
    return place


FAULTS = [  # what is done behind the ledger's back, and what is said
    ("DELETE FROM judged WHERE judgement = 2; DELETE FROM judgements WHERE number = 2", "row 2 of judgements is missing from the sequence"),
    ("DELETE FROM undoings; DELETE FROM judged WHERE judgement = 3; DELETE FROM judgements WHERE number = 3", "linking saw 3 rows of judgements, and 2 are there"),
    ("DELETE FROM undoings", "linking saw 1 rows of undoings, and 0 are there"),
    ("DELETE FROM parties WHERE record IN (2, 3, 4); DELETE FROM records WHERE number IN (2, 3, 4)", "rows 2 to 4 of records are missing from the sequence"),
    ("UPDATE judgements SET added_at = 'yesterday' WHERE number = 1", "added_at of row 1 of judgements is 'yesterday', which is no time"),
    ("UPDATE documents SET added_at = '2026-01-01' WHERE number = 2", "of documents is '2026-01-01', which is no time"),
    ("UPDATE readings SET superseded_at = '' WHERE number = 1", "superseded_at of row 1 of readings is '', which is no time"),
    ("UPDATE judged SET record_kind = 'actors' WHERE judgement = 1", "a judgement is about"),
    ("UPDATE judged SET position = 1 WHERE judgement = 1", "is not what was added: its records differ"),
]  # fmt: skip


@pytest.mark.parametrize(("statements", "said"), FAULTS)
def test_what_is_gone_or_no_time_is_named(statements, said, filled):
    damage(filled, statements.split("; "))
    with Ledger.open(filled, create=False) as ledger:
        told = [problem.message for problem in ledger.verify()]
    assert any(said in message for message in told), told


def test_a_reading_that_is_followed_by_none_is_named(filled):
    damage(filled, ["UPDATE readings SET superseded_by = 99 WHERE number = 1"])
    with Ledger.open(filled, create=False) as ledger:
        assert any("superseded by 99" in problem.message for problem in ledger.verify())
