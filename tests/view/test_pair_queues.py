"""Pairs that wait for a person: the likeliest first, each asked where no likelier answer may settle it."""

import io
from datetime import UTC, datetime

import pytest

from factories import a_ferry_deal
from servanda.codebook import Judgement, Pair, Resolution, Standing
from servanda.codebook.vocabulary import Verdict
from servanda.store import Ledger
from servanda.view import pair_queues
from servanda.view.pair_queues import proposed_pairs
from servanda.view.pairs import pair_page
from servanda.write.terminal import write_pairs

DEALS = tuple(a_ferry_deal(place, location=f"{place}.txt") for place in ("Suva", "Apia", "Nadi"))
A, B, C = sorted(reading.commitments[0].id for _, reading in DEALS)
SCORES = {(A, B): 0.9, (B, C): 0.8, (A, C): 0.7}


def proposed(kind, one, other, score):
    return Pair(kind=kind, one=one, other=other, standing=Standing.PROPOSED, reason="alike", score=score)


@pytest.fixture(name="ledger")
def _ledger(place):
    with Ledger.open(place) as ledger:
        ledger.append_readings(DEALS)
        pairs = tuple(proposed("commitments", *pair, score) for pair, score in SCORES.items())
        actors = (proposed("actors", "FIN", "NOR", 0.5),)
        for kind, told in (("commitments", pairs), ("actors", actors)):
            seen = ledger.find_unlinked(kind, "1")
            ledger.append_resolution(seen, Resolution(kind=kind, version="1", pairs=told))
        yield ledger


def judge(ledger, verdict, *records):
    ledger.judge(Judgement(verdict=verdict, records=records, by="ana", at=datetime(2026, 1, 1, tzinfo=UTC)))


def waiting(ledger, kind="commitments"):
    return [(pair.one, pair.other) for pair in proposed_pairs(ledger).pairs if pair.kind == kind]


def test_two_answers_settle_three_pairs(ledger):
    assert waiting(ledger) == [(A, B), (B, C)]


def test_what_two_answers_do_not_settle_comes_up(ledger):
    judge(ledger, Verdict.NOT_SAME, A, B)
    assert waiting(ledger) == [(B, C), (A, C)]


@pytest.mark.parametrize("verdict", [Verdict.SAME, Verdict.NOT_SAME, Verdict.UNSURE])
def test_what_somebody_judged_waits_no_longer(ledger, verdict):
    judge(ledger, verdict, B, C)
    assert (B, C) not in waiting(ledger)


def test_two_names_of_actors_wait_too_by_records_that_name_them(ledger):
    (pair,) = (pair for pair in proposed_pairs(ledger).pairs if pair.kind == "actors")
    assert set(pair.words) == {"Finland (FIN)", "Norway (NOR)"}
    assert pair_page(ledger, pair.one, pair.other).reason == "alike"
    judge(ledger, Verdict.NOT_SAME, pair.one, pair.other)
    assert waiting(ledger, "actors") == []


def test_stretches_together_are_all_of_them(ledger):
    told = [proposed_pairs(ledger, limit=1, offset=at) for at in range(3)]
    assert [one.total for one in told] == [3] * 3
    assert [pair for one in told for pair in one.pairs] == list(proposed_pairs(ledger).pairs)


def test_the_next_pair_is_the_one_behind(ledger):
    queue = [(pair.one, pair.other) for pair in proposed_pairs(ledger).pairs]
    assert [pair_page(ledger, *pair).following for pair in queue] == [*queue[1:], ()]


def test_more_than_are_looked_at_is_said(ledger, monkeypatch):
    monkeypatch.setattr(pair_queues, "_MOST", 2)
    assert proposed_pairs(ledger).more


def test_a_terminal_lists_ids_words_and_reasons(ledger):
    stream = io.StringIO()
    write_pairs(proposed_pairs(ledger, limit=2), stream)
    said = stream.getvalue()
    assert f"{A} {B}  commitments, score 0.90" in said
    assert said.count("Norway will buy three ferries") == 4
    assert said.endswith("Pairs: 2 of 3\n")
