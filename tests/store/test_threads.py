"""What linking found stands until it is found no longer, and nothing of it is ever changed."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from factories import a_ferry_deal
from ledger_databases import connected, damage, rows_of
from linked_ledgers import RULES, a_pair, a_resolution, commitments_of, link
from servanda.codebook import Judgement, Standing, When
from servanda.store import Ledger, LedgerError, Query

DAYS = ("2024-05-01", "2024-05-02", "2024-05-03")
PLACES = ("Oslo", "Bergen", "Turku")
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


class Clock:
    """A clock that goes on by an hour each time it is asked."""

    def __init__(self):
        self.hours = 0

    def __call__(self):
        self.hours += 1
        return NOON + timedelta(hours=self.hours)


@pytest.fixture
def ledger(place):
    """Three reports of one deal, on three days."""
    with Ledger.open(place, now=Clock()) as opened:
        for day, where in zip(DAYS, PLACES, strict=True):
            opened.append_reading(*a_ferry_deal(where, published=When.parse(day)))
        yield opened


def unlinked(ledger):
    return ledger.find_unlinked("commitments", RULES)


def test_what_was_found_is_given_back(ledger):
    one, two, three = commitments_of(ledger)
    given = a_resolution(ledger, (one, two), (three,))
    assert link(ledger, given)
    assert set(ledger.find_threads("commitments", several=False)) == set(given.threads)
    assert ledger.find_threads("commitments") == (given.threads[0],)
    assert ledger.count_threads("commitments", several=False) == 2
    assert ledger.find_thread(given.threads[0].id[:8]) == given.threads[0]
    assert ledger.find_threads_of([two, "c-0"]) == (given.threads[0],)
    both, alone = (thread.id for thread in given.threads)
    assert ledger.find_lone([both, alone, "t-0"]) == {alone: three}
    assert ledger.find_links([one]) == ledger.find_links([two]) == given.links
    assert (
        ledger.find_pairs_of("commitments", [two]) == ledger.find_pairs("commitments", Standing.ACCEPTED) == given.pairs
    )
    assert set(ledger.find_blocked("commitments", RULES, ["NOR procure", "none"])) == set(given.blocks)
    assert list(ledger.verify()) == []


def test_threads_come_in_the_order_that_is_asked_for(ledger):
    one, two, three = commitments_of(ledger)
    assert link(ledger, a_resolution(ledger, (two,), (one, three)))
    first = [thread.records[0] for thread in ledger.find_threads("commitments", Query(order="oldest"), several=False)]
    assert first == [min(one, three), two]
    assert [thread.records for thread in ledger.find_threads("commitments", Query(limit=1), several=False)] == [
        tuple(sorted((one, three)))
    ]
    assert ledger.find_threads(
        "commitments", Query(since=When.parse(DAYS[1]).start, until=When.parse(DAYS[1]).start), several=False
    )[0].records == (two,)
    assert ledger.find_threads("commitments", Query(debtor="KEN"), several=False) == ()


def test_what_is_found_again_stands_and_what_is_not_found_is_superseded(ledger, place):
    one, two, three = commitments_of(ledger)
    assert link(ledger, a_resolution(ledger, (one, two), (three,)))
    assert link(ledger, a_resolution(ledger, (one, two), (three,)))
    assert rows_of(place, "SELECT count(*) FROM threads") == [(2,)]
    assert link(ledger, a_resolution(ledger, (one,), (two, three)))
    assert rows_of(place, "SELECT count(*) FROM threads WHERE superseded_at IS NULL") == [(2,)]
    assert ledger.find_links([one]) == ()
    assert list(ledger.verify()) == []


def test_a_part_of_the_ledger_is_linked_anew_and_the_rest_stands(ledger):
    one, two, three = commitments_of(ledger)
    assert link(
        ledger,
        a_resolution(ledger, (one, two), (three,), pairs=(a_pair(one, two), a_pair(two, three, Standing.PROPOSED))),
    )
    part = a_resolution(ledger, (three,), scope=frozenset({three}), renewed={three}, pairs=())
    assert link(ledger, part)
    assert ledger.find_pairs("commitments", Standing.PROPOSED) == ()
    assert [thread.records for thread in ledger.find_threads("commitments")] == [tuple(sorted((one, two)))]
    assert len(ledger.find_links([one])) == 1


def test_as_known_on_a_day_threads_are_as_they_stood(ledger):
    one, two, three = commitments_of(ledger)
    assert link(ledger, a_resolution(ledger, (one, two), (three,)))
    then = ledger.as_known_on(NOON + timedelta(hours=4, minutes=30))
    assert link(ledger, a_resolution(ledger, (one,), (two, three)))
    assert [thread.records for thread in then.find_threads("commitments")] == [tuple(sorted((one, two)))]
    assert [thread.records for thread in ledger.find_threads("commitments")] == [tuple(sorted((two, three)))]
    assert then.find_links([one]) != ()
    assert then.find_threads_of([two])[0].records == tuple(sorted((one, two)))
    assert ledger.as_known_on(NOON).find_threads("commitments") == ()


def test_what_is_new_is_what_was_read_since(ledger):
    assert unlinked(ledger).is_whole
    assert link(ledger, a_resolution(ledger, *((key,) for key in commitments_of(ledger))))
    assert unlinked(ledger).documents == ()
    document, reading = a_ferry_deal("Tromsø")
    ledger.append_reading(document, reading)
    new = unlinked(ledger)
    assert (new.is_whole, new.documents, new.records) == (False, (document.id,), frozenset({reading.commitments[0].id}))
    assert ledger.find_unlinked("commitments", "tests 2").is_whole


def test_a_record_that_is_no_longer_read_is_new_too(ledger):
    document, reading = a_ferry_deal("Oslo", published=When.parse(DAYS[0]))
    assert link(ledger, a_resolution(ledger, *((key,) for key in commitments_of(ledger))))
    ledger.append_reading(document, replace(reading, commitments=(), version="2"))
    assert unlinked(ledger).records == frozenset({reading.commitments[0].id})


def test_what_a_person_compared_is_new_until_it_is_linked(ledger):
    one, two, three = commitments_of(ledger)
    parts = a_resolution(ledger, (one,), (two,), (three,))
    assert link(ledger, parts)
    judged = Judgement(verdict="not the same", records=(one, two), by="ana", at=NOON)
    ledger.judge(judged)
    ledger.judge(Judgement(verdict="accept", records=(three,), by="ana", at=NOON))
    assert unlinked(ledger).records == {one, two}
    assert link(ledger, parts)
    assert unlinked(ledger).records == frozenset()
    ledger.undo(judged.id, "ana", "too early")
    assert unlinked(ledger).records == {one, two}


def test_of_two_who_link_at_once_the_second_is_sent_back(ledger):
    one, two, three = commitments_of(ledger)
    seen = unlinked(ledger)
    assert link(ledger, a_resolution(ledger, (one, two), (three,)))
    assert not ledger.append_resolution(seen, a_resolution(ledger, (one,), (two,), (three,)))
    assert len(ledger.find_threads("commitments")) == 1


def test_a_past_ledger_takes_no_threads(ledger):
    then = ledger.as_known_on(NOON)
    with pytest.raises(LedgerError, match="nothing can be added"):
        link(then, a_resolution(ledger, (commitments_of(ledger)[0],)))


def test_a_copy_has_the_threads_too(ledger, tmp_path):
    assert link(ledger, a_resolution(ledger, tuple(commitments_of(ledger))))
    with Ledger.open(tmp_path / "copy.db") as copy:
        ledger.copy_to(copy)
        assert copy.find_threads("commitments") == ledger.find_threads("commitments")
        assert copy.find_unlinked("commitments", RULES).documents == ()


def test_after_a_merge_the_threads_are_to_be_found_anew(ledger, tmp_path):
    with Ledger.open(tmp_path / "other.db") as other:
        other.append_reading(*a_ferry_deal("Tromsø"))
        assert link(ledger, a_resolution(ledger, tuple(commitments_of(ledger))))
        ledger.merge(other)
    assert len(unlinked(ledger).documents) == 1
    assert list(ledger.verify()) == []


@pytest.mark.parametrize("name", ["threads", "links", "pairs"])
@pytest.mark.parametrize("change", ["reason = 'other'", "score = 0.1", "superseded_at = NULL"])
def test_a_row_is_superseded_once_and_never_changed_otherwise(ledger, place, name, change):
    one, two, three = commitments_of(ledger)
    assert link(ledger, a_resolution(ledger, (one, two), (three,)))
    assert link(ledger, a_resolution(ledger, (one,), (two,), (three,)))
    with (
        closing(connected(place)) as connection,
        pytest.raises(Exception, match=r"superseded, never|superseded already") as told,
    ):
        connection.execute(f"UPDATE {name} SET {change} WHERE superseded_at IS NOT NULL")
    assert "rror" in type(told.value).__name__ or "Exception" in type(told.value).__name__


DAMAGES = [
    ("a member that never was", "UPDATE members SET record = 'c-0' WHERE position = 1", "members name c-0 among commitments"),
    ("a thread's records", "DELETE FROM members WHERE position = 1", "is not what was added"),
    ("a thread without records", "DELETE FROM members", "cannot be read: a thread has records"),
    ("a thread's id", "UPDATE threads SET id = 't-0'", "is not what was added"),
    ("a thread's score", "UPDATE threads SET score = 7", "is not what was added"),
    ("a record in two threads", "UPDATE members SET record = (SELECT min(record) FROM members)", "is in several threads"),
    ("a link's tie", "UPDATE links SET tie = 'weakens'", "is not what was added"),
    ("a link's tie that there is not", "UPDATE links SET tie = 'loves'", "is not what was added"),
    ("a link to nothing", "UPDATE links SET later = 'c-0'", "links name c-0 among commitments"),
    ("a pair of nothing", "UPDATE pairs SET one = 'c-0'", "pairs name c-0 among commitments"),
    ("a pair's standing", "UPDATE pairs SET standing = 'maybe'", "pair 1 is not what was added"),
    ("a key of nothing", "UPDATE blocks SET record = 'c-0' WHERE reading = 1", "blocks name c-0 among commitments"),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "said"), [pytest.param(*row[1:], id=row[0]) for row in DAMAGES])
def test_damage_is_found_and_named(ledger, place, statement, said):
    one, two, three = commitments_of(ledger)
    assert link(ledger, a_resolution(ledger, (one, two), (three,)))
    damage(place, [statement])
    assert any(problem.code == "damaged" and said in problem.message for problem in ledger.verify())


def test_the_views_show_threads_as_they_are_told(ledger, place):
    one, two, three = commitments_of(ledger)
    assert link(ledger, a_resolution(ledger, (one, two), (three,)))
    asked = "SELECT documents, first_said, last_said, first_words FROM threads_view WHERE records = 2"
    ((documents, first, last, words),) = rows_of(place, asked)
    assert (documents, first, last) == (2, DAYS[0], DAYS[1])
    assert "will buy" in words
    assert rows_of(place, "SELECT tie, earlier_published, later_published FROM links_view") == [
        ("repeats", DAYS[0], DAYS[1])
    ]
    assert rows_of(place, "SELECT standing, one_words = other_words FROM pairs_view")[0][0] == "accepted"
    assert len(rows_of(place, "SELECT evidence FROM members_view")) == 3


def test_a_question_about_threads_is_answered_from_indexes(tmp_path):
    with Ledger.open(tmp_path / "all.db") as ledger:
        ledger.append_reading(*a_ferry_deal())
    with closing(sqlite3.connect(tmp_path / "all.db")) as connection:
        plan = connection.execute("EXPLAIN QUERY PLAN SELECT thread FROM members WHERE record = 'c-0'").fetchall()
    assert "COVERING INDEX members_by_record" in plan[0][-1]
