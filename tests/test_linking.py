"""Linking what is new gives what linking from scratch gives, in whatever order documents come and go."""

import random
from dataclasses import replace
from itertools import combinations

import pytest

from linked_prose import NOON, REPORTS, report
from postgres_servers import a_database
from servanda.codebook import Judgement, Standing
from servanda.pipeline import link
from servanda.store import Ledger, Query

ALL = Query(limit=10_000)


def state(ledger):
    """What linking found, as far as it does not depend on when it was found."""
    threads = ledger.find_threads("commitments", ALL, several=False)
    records = [record for thread in threads for record in thread.records]
    pairs = [ledger.find_pairs("commitments", standing, ALL) for standing in Standing]
    return sorted(threads, key=lambda thread: thread.id), ledger.find_links(records), pairs


def is_one_record_in_one_thread(ledger):
    held = [record for thread in ledger.find_threads("commitments", ALL, several=False) for record in thread.records]
    return sorted(held) == sorted(found.record.id for found in ledger.find_records("commitments", ALL))


def judge(ledger, at, rng):
    """One judgement of two commitments, or one taken back."""
    records = sorted(found.record.id for found in ledger.find_records("commitments", ALL))
    standing = [told.judgement.id for told in ledger.find_judgements() if told.undone is None]
    if standing and rng.random() < 0.3:
        ledger.undo(rng.choice(standing), "ana", "")
    elif len(records) > 1:
        two = rng.choice(list(combinations(records, 2)))
        ledger.judge(Judgement(verdict=rng.choice(["same", "not the same", "unsure"]), records=two, by="ana", at=at))


def a_step(ledger, rng, step):
    """Something that happens to a ledger: a report comes, is read anew with less, or somebody judges."""
    what = rng.random()
    if what < 0.25:
        judge(ledger, NOON.replace(minute=step), rng)
        return
    document, reading = report(rng.randrange(len(REPORTS)))
    if what < 0.4 and ledger.find_reading(document.id) is not None:
        reading = replace(reading, commitments=reading.commitments[1:], version=f"less {step}")
    ledger.append_reading(document, reading)


SEEDS = [*range(3), *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(3, 9))]


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_new_is_linked_as_from_scratch(place, seed):
    rng = random.Random(seed)
    with Ledger.open(place) as ledger:
        for step in range(14):
            a_step(ledger, rng, step)
            if rng.random() < 0.6:
                link(ledger)
        link(ledger)
        found = state(ledger)
        assert is_one_record_in_one_thread(ledger)
        link(ledger, again=True)
        assert state(ledger) == found
        assert list(ledger.verify()) == []


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_documents_does_not_matter(tmp_path, server, seed):
    rng = random.Random(seed)
    orders = [rng.sample(range(len(REPORTS)), len(REPORTS)) for _ in range(2)]
    found = []
    for place, order in zip((tmp_path / "all.db", a_database(server)), orders, strict=True):
        with Ledger.open(place) as ledger:
            for number in order:
                ledger.append_reading(*report(number))
                link(ledger)
            found.append(state(ledger))
    assert found[0] == found[1]


@pytest.fixture
def ledger(place):
    with Ledger.open(place) as opened:
        for number in range(len(REPORTS)):
            opened.append_reading(*report(number))
        link(opened)
        yield opened


def thread_with(ledger, words):
    (thread,) = {
        thread.id: thread
        for thread in ledger.find_threads("commitments", ALL, several=False)
        if any(words in found.words for found in ledger.find_by_ids(thread.records).values())
    }.values()
    return thread


def test_nothing_new_changes_nothing(ledger):
    before = state(ledger)
    assert link(ledger).documents == 0
    assert state(ledger) == before


def test_one_document_touches_only_its_own_threads(ledger):
    others = {thread.id for thread in ledger.find_threads("commitments", ALL)}
    document, reading = report(6)
    ledger.append_reading(document, replace(reading, version="2"))
    assert link(ledger).records < len(ledger.find_records("commitments", ALL))
    assert {thread.id for thread in ledger.find_threads("commitments", ALL)} == others


def test_an_undertaking_is_followed_over_documents(ledger):
    port = thread_with(ledger, "$40 million for vaccination clinics in Moldova")
    assert len(port.records) == 2
    assert {str(tie.tie) for tie in ledger.find_links(port.records)} == {"repeats"}


def test_the_same_number_for_another_thing_is_kept_apart(ledger):
    clinics, demining = thread_with(ledger, "vaccination"), thread_with(ledger, "demining")
    assert clinics.id != demining.id


def test_what_a_person_says_is_one_is_one_and_can_be_taken_back(ledger):
    clinics, demining = thread_with(ledger, "vaccination"), thread_with(ledger, "demining")
    judged = Judgement(verdict="same", records=(clinics.records[0], demining.records[0]), by="ana", at=NOON)
    ledger.judge(judged)
    link(ledger)
    assert set(thread_with(ledger, "demining").records) == {*clinics.records, *demining.records}
    ledger.undo(judged.id, "ana", "no")
    link(ledger)
    assert thread_with(ledger, "demining").records == demining.records


def test_what_a_person_says_is_not_one_is_not_one(ledger):
    clinics = thread_with(ledger, "vaccination")
    ledger.judge(Judgement(verdict="not the same", records=clinics.records, by="ana", at=NOON))
    link(ledger)
    assert ledger.find_threads_of([clinics.records[0]]) != ledger.find_threads_of([clinics.records[1]])
    assert ledger.find_pairs("commitments", Standing.REFUSED)[0].reason == "not the same, as ana judged"
