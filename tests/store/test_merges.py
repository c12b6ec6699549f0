"""Two ledgers become one: everything of both is there, conflicts are shown, and a second merge changes nothing."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from factories import a_ferry_deal
from ledger_databases import dump, rows_of
from servanda.codebook import Judgement, Problem, stated
from servanda.codebook.vocabulary import Act, Verdict
from servanda.store import Ledger

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
OSLO, BERGEN = a_ferry_deal("Oslo", location="oslo.txt"), a_ferry_deal("Bergen", location="bergen.txt")
DOCUMENT, READING = OSLO
(PROMISE,) = READING.commitments
OTHERWISE = replace(READING, commitments=(replace(PROMISE, act=stated(Act.FUND, PROMISE.act.spans)),))
NEWER = replace(OTHERWISE, version="2")
EMPTY = Problem(code="empty", message="The file is empty.", location="empty.txt")


def judged(verdict=Verdict.ACCEPT, by="ana", record=PROMISE, **told):
    return Judgement(verdict=verdict, records=(record.id,), by=by, at=NOON, **told)


@pytest.fixture
def ours(place):
    with Ledger.open(place, now=lambda: NOON) as ledger:
        yield ledger


@pytest.fixture
def theirs(tmp_path):
    with Ledger.open(tmp_path / "theirs.db", now=lambda: NOON + timedelta(days=1)) as ledger:
        yield ledger


def merged_twice(ours, theirs):
    """What a merge did; made again it adds nothing, shows the same conflicts and leaves every row as it was."""
    done = ours.merge(theirs)
    before = dump(ours.place)
    again = ours.merge(theirs)
    assert (again.readings, again.judgements, again.problems) == (0, 0, 0)
    assert again.conflicts == done.conflicts
    assert dump(ours.place) == before
    assert list(ours.verify()) == []
    return done


def test_documents_of_both_are_there(ours, theirs):
    ours.append_reading(*OSLO)
    theirs.append_reading(*OSLO)
    theirs.append_reading(*BERGEN)
    done = merged_twice(ours, theirs)
    assert (done.readings, done.conflicts) == (1, ())
    assert {document.id for document, _ in ours.iter_readings()} == {OSLO[0].id, BERGEN[0].id}
    assert ours.find_reading(BERGEN[0].id) == BERGEN[1]


def test_a_new_ledger_takes_everything(ours, theirs):
    for document, reading in (OSLO, BERGEN, (DOCUMENT, NEWER)):
        theirs.append_reading(document, reading)
    theirs.append_problems([EMPTY])
    theirs.judge(judged())
    done = merged_twice(ours, theirs)
    assert (done.readings, done.judgements, done.problems) == (3, 1, 1)
    assert list(ours.iter_readings()) == list(theirs.iter_readings())
    assert ours.find_problems() == theirs.find_problems()
    assert ours.find_judgements()[0].about == theirs.find_judgements()[0].about


def test_every_place_of_a_document_is_kept(ours, theirs):
    ours.append_reading(*OSLO)
    theirs.append_reading(replace(DOCUMENT, location="copy.txt"), READING)
    merged_twice(ours, theirs)
    assert ours.find_locations(DOCUMENT.id) == ("oslo.txt", "copy.txt")


LATER_COUNTS = [
    pytest.param(READING, NEWER, NEWER, id="theirs was added later"),
    pytest.param(NEWER, READING, READING, id="the time of adding counts, not the version's name"),
    pytest.param(READING, READING, READING, id="both the same"),
]


@pytest.mark.parametrize(("here", "there", "counts"), LATER_COUNTS)
def test_the_reading_that_was_added_last_counts(ours, theirs, here, there, counts):
    ours.append_reading(DOCUMENT, here)
    theirs.append_reading(DOCUMENT, there)
    done = merged_twice(ours, theirs)
    assert (done.readings, done.conflicts) == (int(here != there), ())
    assert ours.find_reading(DOCUMENT.id) == counts


def test_an_earlier_reading_is_kept_behind_ours(theirs, ours, place, tmp_path):
    with Ledger.open(tmp_path / "early.db", now=lambda: NOON - timedelta(days=1)) as early:
        early.append_reading(DOCUMENT, NEWER)
        early.judge(judged(record=NEWER.commitments[0]))
        ours.append_reading(DOCUMENT, READING)
        merged_twice(ours, early)
    assert ours.find_reading(DOCUMENT.id) == READING
    assert ours.find_judgements()[0].is_unfit
    assert [version for (version,) in rows_of(place, "SELECT version FROM readings ORDER BY number")] == ["1", "2", "1"]


def test_two_readings_by_one_reader_that_differ_are_shown(ours, theirs):
    ours.append_reading(DOCUMENT, READING)
    theirs.append_reading(DOCUMENT, OTHERWISE)
    theirs.judge(judged(record=OTHERWISE.commitments[0]))
    (conflict,) = merged_twice(ours, theirs).conflicts
    assert conflict.document == DOCUMENT.id
    assert "tests 1 has read it differently" in conflict.message
    assert ours.find_reading(DOCUMENT.id) == READING
    assert ours.find_judgements()[0].is_unfit


CONTRADICTIONS = [
    (judged(), judged(Verdict.REJECT, "ben"), "ana says accept"),
    (judged(Verdict.CORRECT, slot="act", value="fund"), judged(Verdict.CORRECT, "ben", slot="act", value="build"), "act is fund"),
    (judged(Verdict.STATUS, value="fulfilled"), judged(Verdict.STATUS, "ben", value="broken"), "ben says status broken"),
]  # fmt: skip
AGREEMENTS = [
    (judged(), judged(by="ben")),
    (judged(Verdict.CORRECT, slot="act", value="fund"), judged(Verdict.CORRECT, "ben", slot="object", value="ships")),
    (judged(Verdict.NOTE, value="read it"), judged(Verdict.NOTE, "ben", value="me too")),
]


def merged_judgements(ours, theirs, here, there):
    for ledger, judgement in ((ours, here), (theirs, there)):
        ledger.append_reading(DOCUMENT, READING)
        ledger.judge(judgement)
    done = merged_twice(ours, theirs)
    assert {one.judgement for one in ours.find_judgements()} == {here, there}
    return done.conflicts


@pytest.mark.parametrize(
    ("here", "there", "said"), CONTRADICTIONS, ids=lambda told: told if isinstance(told, str) else told.verdict
)
def test_judgements_that_contradict_are_shown(ours, theirs, here, there, said):
    (conflict,) = merged_judgements(ours, theirs, here, there)
    assert said in conflict.message


@pytest.mark.parametrize(("here", "there"), AGREEMENTS)
def test_judgements_that_agree_are_kept(ours, theirs, here, there):
    assert merged_judgements(ours, theirs, here, there) == ()


def test_what_was_taken_back_contradicts_nothing(ours, theirs):
    for ledger in (ours, theirs):
        ledger.append_reading(DOCUMENT, READING)
        ledger.judge(judged())
    theirs.undo(judged().id, "ana", "the wrong one")
    theirs.judge(judged(Verdict.REJECT, "ben"))
    assert merged_twice(ours, theirs).conflicts == ()
    assert [one.undone is None for one in ours.find_judgements()] == [False, True]


def test_a_problem_that_was_mended_here_does_not_come_back(ours, theirs):
    for ledger in (ours, theirs):
        ledger.append_problems([EMPTY])
    ours.close_problems(lambda _: True, ())
    merged_twice(ours, theirs)
    assert ours.find_problems() == ()
