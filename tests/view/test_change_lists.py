"""Changes and deadlines over the whole ledger: the same as `changes` and `due` tell, narrowed, in order and page by page."""

from datetime import date

import pytest

import followed_prose
from servanda.codebook import Judgement
from servanda.codebook.vocabulary import Novelty, Verdict
from servanda.store import Ledger, Query
from servanda.view import change_lists, due_lists
from servanda.view.change_drafts import News
from servanda.view.change_lists import ChangeChoice, change_list
from servanda.view.changes import changes_page
from servanda.view.deadlines import due_page
from servanda.view.due_lists import DueChoice, due_list
from servanda.view.questions import UnaskableError
from servanda.view.undertakings import commitments_between, undertakings_of

SINCE, UNTIL = date(2024, 3, 1), date(2024, 12, 31)


@pytest.fixture(scope="module", name="ledger")
def _ledger(tmp_path_factory):
    place = str(tmp_path_factory.mktemp("followed") / "all.db")
    with Ledger.open(followed_prose.make_ledger(place), create=False) as ledger:
        yield ledger


def changes(ledger, *parties, **asked):
    return change_list(ledger, ChangeChoice(parties=parties, **{"since": SINCE, "until": UNTIL, **asked}))


def due(ledger, *parties, **asked):
    return due_list(ledger, DueChoice(parties=parties, **{"on": UNTIL, "within": 0, **asked}))


PARTIES = [(), ("NOR",), ("Kenya", "Norway"), ("Estonia", "FIN"), ("Brazil", "JPN")]


@pytest.mark.parametrize("parties", PARTIES, ids=" and ".join)
def test_the_list_tells_what_the_command_tells(ledger, parties):
    here, told = changes(ledger, *parties), changes_page(ledger, parties, since=SINCE, until=UNTIL)
    assert (here.lines, here.counts, here.total, here.cut) == (told.lines, told.counts, len(told.lines), False)
    dated, known = due(ledger, *parties, alone=True), due_page(ledger, parties, UNTIL, None)
    assert {line.undertaking.id for line in dated.lines} == {line.undertaking.id for line in known.lines}
    assert [choice.count for choice in dated.filters[4].choices] == [number for _, number in reversed(known.counts)]


def test_something_of_every_kind_changed(ledger):
    assert all(number for _, number in changes(ledger).counts)


@pytest.mark.parametrize("news", change_lists.NEWS)
def test_one_kind_of_news_is_as_many_as_its_count(ledger, news):
    counts = dict(changes(ledger).counts)
    here = changes(ledger, news=news)
    assert {line.news.value for line in here.lines} == {change_lists.NEWS[news]}
    assert here.total == counts[change_lists.NEWS[news]]
    assert dict(here.counts) == counts


def test_pages_together_are_the_whole_list(ledger):
    whole = changes(ledger)
    pages = [changes(ledger, page=Query(limit=2, offset=at)) for at in range(0, whole.total, 2)]
    assert tuple(line for page in pages for line in page.lines) == whole.lines
    assert {(page.total, page.pages) for page in pages} == {(whole.total, len(pages))}


def test_the_newest_come_first_where_that_is_asked(ledger):
    days = [line.day for line in changes(ledger, order="newest").lines]
    assert days == sorted(days, reverse=True)


def test_without_a_day_the_last_week_of_texts_is_new(ledger):
    page = changes(ledger, since=None)
    assert (page.since, page.until) == ("2024-11-13", "2024-12-31")
    assert [stretch.since for stretch in page.stretches if stretch.chosen] == ["2024-11-13"]


def test_a_day_that_lies_behind_the_last_one_is_the_last_one(ledger):
    assert changes(ledger, since=date(2025, 5, 5)).since == "2024-12-31"


def test_what_was_taken_in_lately_is_new_however_old_it_is(tmp_path):
    with Ledger.open(followed_prose.make_ledger(str(tmp_path / "ledger.db"))) as ledger:
        today = ledger.find_documents(Query(limit=1))[0].added_at.date()
        page = change_list(ledger, ChangeChoice(until=today, by="learned"))
        assert page.by_knowledge
        told = undertakings_of(ledger, commitments_between(ledger, ()), today)
        novelties = [one.found[0].record.novelty.value for one in told]
        assert 0 < novelties.count(Novelty.REAFFIRMED) < len(novelties)
        assert dict(page.counts)["new"] == len(novelties) - novelties.count(Novelty.REAFFIRMED)


def test_more_than_a_page_can_weigh_is_said_to_be_more(ledger, monkeypatch):
    monkeypatch.setattr(change_lists, "MOST", 3)
    monkeypatch.setattr(due_lists, "MOST", 2)
    assert (changes(ledger).looked_at, changes(ledger).cut) == (3, True)
    page = due(ledger, alone=True)
    assert (page.looked_at, page.looked_at + page.left) == (2, len(ledger.find_deadlines()))
    told = [due(ledger, alone=True, skip=at) for at in range(0, len(ledger.find_deadlines()), 2)]
    monkeypatch.undo()
    assert {line.undertaking.id for one in told for line in one.lines} == {
        line.undertaking.id for line in due(ledger, alone=True).lines
    }


def test_deadlines_that_passed_are_told_from_the_last_one_on(ledger, monkeypatch):
    def passed(page):
        return {line.undertaking.id for line in page.lines if line.news == News.PASSED}

    everything = changes(ledger, until=date(2030, 1, 1), since=date(2020, 1, 1))
    assert (everything.passed_before, len(passed(everything)) > 1) == (0, True)
    monkeypatch.setattr(change_lists, "MOST", 1)
    page = changes(ledger, until=date(2030, 1, 1), since=date(2020, 1, 1))
    assert page.passed_before == len(ledger.find_deadlines()) - 1
    assert len(passed(page)) == 1


@pytest.mark.parametrize(("on", "within", "clocks"), [
    (date(2024, 9, 1), 30, {"due", "overdue"}),
    (date(2024, 8, 31), 0, {"due"}),
    (date(2030, 1, 1), 30, set()),
    (date(9999, 12, 31), 365, set()),
])  # fmt: skip
def test_deadlines_near_the_day_are_shown(ledger, on, within, clocks):
    lines = due(ledger, on=on, within=within, alone=True).lines
    assert {line.deadline.clock.value for line in lines} == clocks
    days = [line.deadline.days for line in lines]
    assert [day for day in days if day >= 0] == sorted(day for day in days if day >= 0)
    assert days == sorted(days, key=lambda day: (day < 0, abs(day)))


@pytest.mark.parametrize(("on", "within"), [
    (date(2024, 9, 1), 90),
    (date(2025, 5, 1), 365),
    (date(2045, 1, 1), 0),
])  # fmt: skip
def test_where_no_stretch_is_asked_the_shortest_one_that_has_anything_is_shown(ledger, on, within):
    page = due(ledger, on=on, within=None, alone=True)
    assert page.within == within
    assert page.lines
    assert page.outside == len(ledger.find_deadlines()) - page.looked_at
    assert [choice.value for choice in page.filters[3].choices if choice.chosen] == [str(within)]


@pytest.mark.parametrize("clock", ["due", "overdue"])
def test_one_side_of_the_day_alone(ledger, clock):
    lines = due(ledger, on=date(2024, 9, 1), clock=clock, alone=True).lines
    assert {line.deadline.clock.value for line in lines} == {clock}


def test_what_one_party_says_of_itself_alone_is_counted_and_left_out(ledger):
    page = due(ledger)
    assert page.alone == due(ledger, alone=True).total - page.total


def test_what_people_reject_is_left_out(tmp_path):
    with Ledger.open(followed_prose.make_ledger(str(tmp_path / "ledger.db"))) as ledger:
        (line, *_) = due(ledger, alone=True).lines
        record = line.deadline.citation.id
        now = ledger.find_documents(Query(limit=1))[0].added_at
        ledger.judge(Judgement(verdict=Verdict.REJECT, records=(record,), by="ana", why="none", at=now))
        assert record not in {one.deadline.citation.id for one in due(ledger, alone=True).lines}
        assert due(ledger, alone=True).rejected == 1


@pytest.mark.parametrize("ask", [changes, due])
@pytest.mark.parametrize("parties", [("Atlantis",), ("NOR", "Norway")], ids=" and ".join)
def test_unknown_parties_are_refused(ledger, ask, parties):
    with pytest.raises(UnaskableError):
        ask(ledger, *parties)
