"""What stands between parties: promises by who is bound, due and new by the day asked for, exchanges, a timeline."""

from datetime import date
from pathlib import Path

import pytest

import followed_prose
from factories import a_commitment, a_marked_document, a_reading, an_actor
from sample_ledgers import make_ledger
from servanda.codebook import stated
from servanda.codebook.vocabulary import ActorKind
from servanda.store import Ledger
from servanda.view import relationship_page, relationships_page
from servanda.view.briefs import brief_page
from servanda.view.changes import changes_page
from servanda.view.deadlines import due_page

ON = date(2024, 6, 1)
SINCE, LATER = date(2024, 3, 1), date(2024, 12, 31)


@pytest.fixture(scope="module", name="ledger")
def _ledger(tmp_path_factory):
    with Ledger.open(make_ledger(Path(tmp_path_factory.mktemp("ledger")) / "sample.db")) as ledger:
        yield ledger


@pytest.fixture(scope="module", name="page")
def _page(ledger):
    return relationship_page(ledger, ("NOR", "FIN"), ON)


def test_the_relationships_are_counted_by_the_commitments_that_name_both(ledger):
    page = relationships_page(ledger)
    told = {tuple(party.id for party in row.parties): row.commitments for row in page.rows}
    assert page.total == len(told)
    for pair, number in told.items():
        assert relationship_page(ledger, pair, ON).commitments == number


@pytest.mark.parametrize("asked", [("Norway", "finland"), ("FIN", "NOR"), ("nor", "Finland")])
def test_a_party_is_chosen_by_its_id_or_its_name(ledger, page, asked):
    assert {party.id for party in relationship_page(ledger, asked, ON).parties} == {"FIN", "NOR"}


@pytest.mark.parametrize("asked", [("NOR", "Atlantis"), ("NOR",), ("NOR", "Norway"), ()])
def test_without_two_known_parties_there_is_no_relationship(ledger, asked):
    assert relationship_page(ledger, asked, ON) is None


def test_promises_stand_with_the_side_that_is_bound(page):
    sides = {column.party.id if column.party else "": column.promises for column in page.columns}
    assert all(promise.debtors == ("NOR",) for promise in sides["NOR"])
    assert all(promise.debtors == ("FIN",) for promise in sides["FIN"])
    assert sum(map(len, sides.values())) == page.promises


def test_a_promise_is_given_for_another_once(page):
    ((one, other),) = page.exchanges
    assert {one.words.split()[0], other.words.split()[0]} == {"Norway", "Helsinki"}
    assert one.asserted_by == other.asserted_by == ("Kari Dahl",)


@pytest.mark.parametrize(("on", "clock"), [(date(2030, 12, 31), "due"), (date(2031, 1, 1), "overdue")])
def test_a_deadline_lies_ahead_until_its_last_day_is_over(ledger, on, clock):
    due = relationship_page(ledger, ("NOR", "FIN"), on).due
    assert {promise.clock for promise in due if promise.day.startswith("2030")} == {clock}


@pytest.mark.parametrize(("since", "is_new"), [(date(2024, 5, 2), True), (date(2024, 5, 3), False)])
def test_what_is_said_first_on_the_day_is_new(ledger, since, is_new):
    new = relationship_page(ledger, ("NOR", "FIN"), ON, since).new
    assert ("2024-05-02" in {promise.first for promise in new}) is is_new


def test_the_timeline_has_every_dated_thing_once(page):
    assert len({moment.id for moment in page.timeline}) == len(page.timeline)
    assert {moment.kind for moment in page.timeline} >= {"commitments"}
    assert all(moment.start <= moment.end for moment in page.timeline)


@pytest.fixture(scope="module", name="followed")
def _followed(tmp_path_factory):
    place = str(tmp_path_factory.mktemp("followed") / "all.db")
    with Ledger.open(followed_prose.make_ledger(place), create=False) as ledger:
        yield ledger


@pytest.mark.parametrize("on", [LATER, date(2024, 9, 15)])
def test_page_changes_due_and_brief_give_the_same_numbers(followed, on):
    """One relationship has one number of new, reworded, open and due promises, wherever and as of when it is asked for."""
    told = []
    for one in followed.find_relationships():
        page = relationship_page(followed, one.parties, on, SINCE)
        changes = dict(changes_page(followed, one.parties, since=SINCE, until=on).counts)
        due = dict(due_page(followed, one.parties, on, None).counts)
        brief = brief_page(followed, one.parties, since=SINCE, on=on)
        clocks = [promise.clock.value for promise in page.due]
        assert (clocks.count("due"), clocks.count("overdue")) == (page.ahead, page.passed)
        here = (page.news, page.reworded_since, page.ahead, page.passed, page.open)
        assert len(page.new) == page.news
        assert here == (changes["new"], changes["reworded"], due["due"], due["overdue"], brief.open)
        told.append(here)
    assert all(any(row[at] for row in told) for at in ((0, 1, 3, 4) if on == LATER else (0, 3, 4)))


def test_the_timeline_has_a_promise_once_however_often_it_is_said(followed):
    repeated = 0
    for one in followed.find_relationships():
        page = relationship_page(followed, one.parties, LATER)
        said = [moment for moment in page.timeline if moment.kind == "commitments"]
        assert len(said) == page.promises
        repeated += sum(moment.documents > 1 for moment in said)
    assert repeated


def test_what_a_person_of_a_state_promises_counts_for_the_state_on_every_page(place):
    document, marks = a_marked_document(
        "<actor>Ana Lima</actor> of Kenya said that <span><debtor>she</debtor> will send nurses to "
        "<creditor>Finland</creditor></span>."
    )
    person = an_actor(
        document, marks, actor="ana-lima", kind=ActorKind.PERSON, name="Ana Lima", state=stated("KEN", marks["actor"])
    )
    promise = a_commitment(document, marks, debtors=stated(("ana-lima",), marks["debtor"]))
    with Ledger.open(place) as ledger:
        ledger.append_reading(document, a_reading(document, person, promise))
        told = {tuple(p.id for p in row.parties): row.commitments for row in relationships_page(ledger).rows}
        assert told == {("FIN", "KEN"): 1}
        assert relationship_page(ledger, ("FIN", "KEN"), ON).commitments == 1
        assert due_page(ledger, ("Kenya", "FIN"), ON).parties == ("Kenya", "Finland")
