"""Judgements are kept for good, can be taken back, and are found again when their document is read anew."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from factories import a_commitment, a_ferry_deal, a_marked_document, a_reading
from ledger_databases import damage
from servanda.codebook import Judgement, stated
from servanda.codebook.vocabulary import Act, Verdict
from servanda.store import Fit, Ledger, LedgerError, Query, Seen, UnknownError

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
DOCUMENT, READING = a_ferry_deal("Oslo")
(PROMISE,) = READING.commitments
OTHER_DOCUMENT, OTHER_READING = a_ferry_deal("Bergen")


def a_judgement(verdict=Verdict.ACCEPT, records=(PROMISE.id,), **told):
    return Judgement(verdict=verdict, records=records, by="ana", at=NOON, why="read it twice", **told)


@pytest.fixture
def ledger(place):
    with Ledger.open(place) as ledger:
        ledger.append_reading(DOCUMENT, READING)
        ledger.append_reading(OTHER_DOCUMENT, OTHER_READING)
        yield ledger


def test_a_judgement_comes_back_with_what_it_is_about(ledger):
    assert [ledger.judge(a_judgement()) for _ in range(2)] == [True, False]
    (one,) = ledger.find_judgements(DOCUMENT.id)
    assert (one.judgement, one.undone) == (a_judgement(), None)
    assert [(about.record, about.now, about.fit, about.kind) for about in one.about] == [
        (PROMISE.id, PROMISE.id, Fit.HOLDS, "commitments")
    ]
    assert list(ledger.verify()) == []


def test_a_judgement_about_two_records_is_found_from_both_documents(ledger):
    pair = (PROMISE.id, OTHER_READING.commitments[0].id)
    ledger.judge(a_judgement(Verdict.SAME, pair))
    for document in (DOCUMENT.id, OTHER_DOCUMENT.id):
        (one,) = ledger.find_judgements(document)
        assert tuple(about.record for about in one.about) == pair


def test_what_is_taken_back_is_kept_as_taken_back(ledger):
    ledger.judge(a_judgement())
    assert ledger.undo(a_judgement().id[:6], "ben", "the wrong one") == a_judgement()
    (one,) = ledger.find_judgements()
    assert (one.undone.by, one.undone.why) == ("ben", "the wrong one")
    with pytest.raises(UnknownError, match="no one judgement that stands"):
        ledger.undo(a_judgement().id, "ben", "again")


UNKNOWN = [
    pytest.param(lambda ledger: ledger.judge(a_judgement(records=("c-0",))), "no record c-0", id="a record"),
    pytest.param(lambda ledger: ledger.undo("j-0", "ana", ""), "begins with j-0", id="a judgement"),
    pytest.param(lambda ledger: ledger.undo("", "ana", ""), "no one judgement", id="nothing"),
]


@pytest.mark.parametrize(("call", "said"), UNKNOWN)
def test_what_is_not_there_is_not_judged(ledger, call, said):
    with pytest.raises(UnknownError, match=said):
        call(ledger)
    assert ledger.find_judgements() == ()


def read_anew(**changes):
    return replace(READING, version="2", commitments=(replace(PROMISE, **changes),))


READ_ANEW = [
    pytest.param(replace(READING, version="2"), Fit.HOLDS, id="the same record"),
    pytest.param(read_anew(act=stated(Act.FUND, PROMISE.act.spans)), Fit.UNFIT, id="another claim"),
    pytest.param(replace(READING, version="2", commitments=()), Fit.UNFIT, id="no record"),
]


@pytest.mark.parametrize(("reading", "fit"), READ_ANEW)
def test_a_judgement_is_carried_over_or_waits(ledger, reading, fit):
    ledger.judge(a_judgement())
    ledger.append_reading(DOCUMENT, reading)
    (one,) = ledger.find_judgements(DOCUMENT.id)
    (about,) = one.about
    assert (about.fit, one.is_unfit) == (fit, fit is Fit.UNFIT)
    assert (about.now in {record.id for record in reading.commitments}) is (fit is not Fit.UNFIT)
    assert list(ledger.verify()) == []


TWICE = "<first><d1>Norway</d1> <w1>will</w1> <a1>buy</a1> ferries.</first> <second><d2>Norway</d2> <w2>will</w2> <a2>buy</a2> ferries.</second>"


def test_a_judgement_is_carried_over_to_the_same_words_elsewhere(ledger):
    document, at = a_marked_document(TWICE)
    first, second = (
        a_commitment(document, {"span": at[place], "debtor": at[f"d{n}"], "act": at[f"a{n}"], "wording": at[f"w{n}"]})
        for n, place in enumerate(("first", "second"), 1)
    )
    ledger.append_reading(document, a_reading(document, first))
    ledger.judge(a_judgement(records=(first.id,)))
    ledger.append_reading(document, a_reading(document, second))
    (about,) = ledger.find_judgements(document.id)[0].about
    assert (about.record, about.now, about.fit) == (first.id, second.id, Fit.CARRIED)


def test_a_superseded_record_can_still_be_judged(ledger):
    ledger.append_reading(DOCUMENT, replace(READING, version="2", commitments=()))
    ledger.judge(a_judgement())
    assert ledger.find_judgements()[0].is_unfit


def test_judgements_are_known_from_their_day_on(place):
    clock = NOON
    with Ledger.open(place, now=lambda: clock) as ledger:
        ledger.append_reading(DOCUMENT, READING)
        clock += timedelta(days=1)
        ledger.judge(a_judgement())
        clock += timedelta(days=1)
        ledger.undo(a_judgement().id, "ana", "")
        told = [ledger.as_known_on(NOON + timedelta(days=day)).find_judgements() for day in range(3)]
        assert [[one.undone is None for one in listed] for listed in told] == [[], [True], [False]]
        with pytest.raises(LedgerError, match="nothing can be added"):
            ledger.as_known_on(NOON).judge(a_judgement())


DAMAGES = [
    ("UPDATE judgements SET verdict = 'reject'", "is not what was added: verdict is 'reject'"),
    ("UPDATE judgements SET body = '{'", "the judgement cannot be read"),
    ("UPDATE judged SET words = 'sell'", "which the ledger never had so"),
    ("UPDATE judged SET record = 'c-0'", "its records differ"),
]


@pytest.mark.parametrize(("statement", "said"), DAMAGES)
def test_damage_to_a_judgement_is_found(ledger, place, statement, said):
    ledger.judge(a_judgement())
    damage(place, [statement])
    assert any(said in problem.message for problem in ledger.verify())


def test_records_are_found_by_what_people_said_of_them(ledger):
    other = OTHER_READING.commitments[0].id

    def found(seen):
        return {one.record.id for one in ledger.find_records("commitments", Query(judged=seen))}

    assert (found(Seen.NOBODY), found(Seen.ANYBODY)) == ({PROMISE.id, other}, set())
    ledger.judge(a_judgement(Verdict.REJECT))
    assert (found(Seen.NOBODY), found(Seen.ANYBODY)) == ({other}, {PROMISE.id})
    assert (found(Seen.REJECTED), found(Seen.ACCEPTED)) == ({PROMISE.id}, set())
    assert ledger.count_records("commitments", Query(judged=Seen.REJECTED)) == 1
    ledger.undo(a_judgement(Verdict.REJECT).id, "ben", "the wrong one")
    assert found(Seen.NOBODY) == {PROMISE.id, other}


def test_what_people_said_follows_a_record_that_says_the_same_when_it_is_read_anew(ledger):
    ledger.judge(a_judgement(Verdict.REJECT))
    ledger.append_reading(DOCUMENT, replace(READING, version="2"))
    assert ledger.count_records("commitments", Query(judged=Seen.REJECTED)) == 1
    assert [one.judgement.verdict for one in ledger.find_judgements(about=(PROMISE,))] == [Verdict.REJECT]
    assert ledger.find_judgements(about=READING.occasions) == ()


def test_judgements_of_more_records_than_one_question_takes_are_found(ledger):
    """PostgreSQL takes 65,535 values in one question; a page of a relationship may ask about more."""
    ledger.judge(a_judgement())
    others = [SimpleNamespace(id=f"c-{number}", claim=f"c-{number}!") for number in range(40_000)]
    (one,) = ledger.find_judgements(about=[*others, PROMISE])
    assert one.judgement == a_judgement()
    assert ledger.find_judgements(about=others) == ()
    assert ledger.find_texts([*(other.id for other in others), *(f"d-{n}" for n in range(40_000)), DOCUMENT.id]) == {
        DOCUMENT.id: DOCUMENT.text
    }
