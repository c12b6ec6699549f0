"""Readings by a new version of a reader wait until somebody decides; until then nothing is answered from them."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from factories import a_ferry_deal
from ledger_databases import connected, damage, dump
from servanda.codebook import stated
from servanda.codebook.vocabulary import Act
from servanda.store import Ledger

KIGALI, LIMA = (a_ferry_deal(where, location=f"{where}.txt") for where in ("Kigali", "Lima"))
START = datetime(2026, 1, 1, tzinfo=UTC)


def anew(pair, version="2"):
    """What the next version of the reader finds: another act, and no assessment."""
    (commitment,) = pair[1].commitments
    other = replace(commitment, act=stated(Act.FUND, commitment.act.spans))
    return replace(pair[1], version=version, commitments=(other,), assessments=())


@pytest.fixture
def clock():
    days = iter(range(1_000))
    return lambda: START + timedelta(days=next(days))


@pytest.fixture
def ledger(place, clock):
    """Two documents, each with a draft."""
    with Ledger.open(place, now=clock) as ledger:
        ledger.append_readings([KIGALI, LIMA])
        numbers = dict(ledger.find_undrafted("tests", "2"))
        assert ledger.append_drafts([(numbers[one[0].id], anew(one)) for one in (KIGALI, LIMA)]) == 2
        yield ledger


def test_nothing_is_answered_from_what_waits(ledger):
    assert {document.id: reading for document, reading in ledger.iter_readings()} == {
        d.id: r for d, r in (KIGALI, LIMA)
    }
    assert ledger.find_record(anew(KIGALI).commitments[0].id) is None
    assert ledger.find_values("commitments", "act") == (("procure", 2),)
    assert list(ledger.verify()) == []


def test_what_waits_is_shown_beside_what_counts(ledger):
    told = {draft.document.id: (draft.before, draft.after) for draft in ledger.iter_drafts()}
    assert told == {one[0].id: (one[1], anew(one)) for one in (KIGALI, LIMA)}


def test_what_is_accepted_counts_from_then_on(ledger):
    assert ledger.accept_drafts("ana", "better") == 2
    assert {reading.document: reading for _, reading in ledger.iter_readings()} == {
        one[0].id: anew(one) for one in (KIGALI, LIMA)
    }
    assert (list(ledger.iter_drafts()), ledger.accept_drafts("ana", "")) == ([], 0)
    assert ledger.find_locations(LIMA[0].id) == ("Lima.txt",)
    assert list(ledger.verify()) == []


def test_what_is_read_again_where_it_was_found_is_what_was_accepted(ledger):
    document, reading = LIMA
    ledger.append_reading(replace(document, location="copy.txt"), reading)
    ledger.accept_drafts("ana", "")
    for place in ("Lima.txt", "copy.txt"):
        assert ledger.append_reading(replace(document, location=place), anew(LIMA)) == "unchanged"


def test_what_is_dropped_changes_nothing(ledger):
    before = list(ledger.iter_readings())
    assert ledger.drop_drafts("ana", "worse") == 2
    assert (list(ledger.iter_readings()), list(ledger.iter_drafts()), ledger.accept_drafts("ana", "")) == (
        before,
        [],
        0,
    )
    assert len(ledger.find_undrafted("tests", "2")) == 2
    assert list(ledger.verify()) == []


def test_a_past_moment_knows_what_waited_then(ledger):
    waiting = list(ledger.iter_drafts())
    ledger.accept_drafts("ana", "")
    moments = [ledger.as_known_on(START + timedelta(days=day, hours=12)) for day in range(3)]
    assert [list(then.iter_drafts()) for then in moments] == [[], waiting, []]
    assert [[reading.version for _, reading in then.iter_readings()] for then in moments] == [
        ["1", "1"],
        ["1", "1"],
        ["2", "2"],
    ]


def test_a_draft_on_a_reading_that_counts_no_longer_is_none(ledger):
    document, reading = KIGALI
    ((number, _),) = [(n, key) for key, n in ledger.find_undrafted("tests", "3") if key == document.id]
    ledger.append_reading(replace(document, title="Boats"), reading)
    assert [draft.document.id for draft in ledger.iter_drafts()] == [LIMA[0].id]
    assert ledger.append_drafts([(number, anew(KIGALI, "3"))]) == 0
    assert [key for key, _ in ledger.find_undrafted("tests", "2")] == [document.id]
    assert ledger.accept_drafts("ana", "") == 1
    assert ledger.find_document(document.id).title == "Boats"


def test_of_several_drafts_the_newest_is_meant(ledger):
    numbers = dict(ledger.find_undrafted("tests", "3"))
    ledger.append_drafts([(numbers[LIMA[0].id], anew(LIMA, "3"))])
    assert sorted(draft.after.version for draft in ledger.iter_drafts()) == ["2", "3"]
    assert ledger.accept_drafts("ana", "") == 2
    assert ledger.find_reading(LIMA[0].id) == anew(LIMA, "3")
    assert list(ledger.iter_drafts()) == list(ledger.verify()) == []


def test_what_waited_and_was_decided_is_kept_for_good(ledger, place):
    ledger.drop_drafts("ana", "worse")
    for statement in ("UPDATE drafts SET body = '{}'", "DELETE FROM drafts", "UPDATE decisions SET why = ''"):
        with pytest.raises(Exception, match=r"never changed|kept for good"), closing(connected(place)) as connection:
            connection.execute(statement)
    assert {name: len(rows) for name, rows in dump(place).items() if name in {"drafts", "decisions"}} == {
        "drafts": 2,
        "decisions": 2,
    }


DAMAGES = [
    ("UPDATE drafts SET version = '9' WHERE number = 1", "draft 1: it is not what was added: version is '9'"),
    ("UPDATE drafts SET body = '{' WHERE number = 2", "draft 2: the draft cannot be read"),
    ("UPDATE drafts SET body = replace(body, 'fund', 'lend') WHERE number = 1", "draft 1: the draft cannot be read"),
    (
        "UPDATE drafts SET body = replace(body, '\"+\"', '\"-\"') WHERE number = 1",
        "draft 1: it is not what was added: hash",
    ),
    ("UPDATE drafts SET reading = 3 - reading", "it stands on a reading of another document"),
    ("UPDATE decisions SET outcome = 'liked' WHERE draft = 2", "draft 2: nothing is decided by 'liked'"),
    (
        "UPDATE decisions SET outcome = 'accepted' WHERE draft = 2",
        "draft 2: it was accepted, and another reading follows",
    ),
]


@pytest.mark.parametrize(("statement", "message"), DAMAGES)
def test_damage_to_what_waits_is_named(ledger, place, statement, message):
    ledger.drop_drafts("ana", "worse")
    damage(place, [statement])
    assert any(message in fault.message for fault in ledger.verify())
