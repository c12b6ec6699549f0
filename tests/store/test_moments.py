"""Pages of one moment while rows arrive, counts that end and say so, and what the ledger learned when."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Engine
from sqlalchemy.event import listen, remove

from factories import a_ferry_deal
from servanda.codebook import Judgement, When
from servanda.store import Ledger, Query
from servanda.view import actor_page, documents_page, ledger_page

TOWNS = ("Accra", "Bogotá", "Cairo", "Dhaka", "Espoo", "Fez", "Genoa", "Hanoi")
ORDERS = ("newest", "oldest", "text", "score")


def a_report(number):
    """The report of this number, published on a day of its own."""
    town = TOWNS[number]
    return a_ferry_deal(town, location=f"{town}.txt", outlet=town, published=When.parse(f"2024-05-{number + 10}"))


@pytest.mark.parametrize("order", ORDERS)
def test_nothing_is_twice_or_left_out_while_rows_arrive(place, order):
    with Ledger.open(place) as ledger:
        for number in (1, 3, 5):
            ledger.append_reading(*a_report(number))
        wanted = Query(order=order, limit=2, upto=ledger.last_reading())
        due = [found.record for found in ledger.find_records("actors", replace(wanted, limit=50))]
        pages = [ledger.find_records("actors", wanted)]
        # Before, between and behind what is shown; and one report that is read anew with nothing in it.
        ledger.append_readings([a_report(number) for number in (0, 2, 4, 6, 7)])
        document, reading = a_report(3)
        ledger.append_reading(document, replace(reading, version="2", actors=()))
        pages += [ledger.find_records("actors", replace(wanted, offset=at)) for at in (2, 4, 6)]
        assert [found.record for page in pages for found in page] == due
        assert ledger.count_records("actors", wanted) == 6
        assert ledger.count_records("actors") == 14
        heads = [ledger.find_documents(replace(wanted, limit=1, offset=at)) for at in range(4)]
        assert sorted(head.location for page in heads for head in page) == ["Bogotá.txt", "Dhaka.txt", "Fez.txt"]


SURVEYS = [  # the question; total, whether more, how many counted, whether a part, and the number of values
    pytest.param(Query(), (8, False, 8, False, 8), id="all of it is known by tallies"),
    pytest.param(Query(since=date(2024, 5, 14)), (4, False, 4, False, 4), id="fewer than the most"),
    pytest.param(Query(since=date(2024, 5, 13)), (5, False, 5, False, 5), id="just the most"),
    pytest.param(Query(since=date(2024, 5, 12)), (5, True, 6, True, 6), id="more than the most"),
    pytest.param(Query(debtor="NOR"), (8, False, 6, True, 6), id="more than the most, and a tally knows how many"),
    pytest.param(Query(debtor="KEN"), (0, False, 0, False, 0), id="none"),
]


@pytest.mark.parametrize(("query", "told"), SURVEYS)
def test_counting_ends_and_says_so(place, query, told, monkeypatch):
    monkeypatch.setattr("servanda.store.surveys.MOST", 5)
    with Ledger.open(place) as ledger:
        ledger.append_readings([a_report(number) for number in range(8)])
        found = ledger.survey("commitments", query, ("outlet", "act"))
        values = found.values["outlet"]
    assert (found.total, found.more, found.counted, found.is_part, len(values)) == told
    assert sum(number for _, number in values) == sum(number for _, number in found.values["act"]) == found.counted


def test_a_survey_of_a_part_counts_the_newest(place, monkeypatch):
    monkeypatch.setattr("servanda.store.surveys.MOST", 2)
    with Ledger.open(place) as ledger:
        ledger.append_readings([a_report(number) for number in range(8)])
        found = ledger.survey("documents", Query(kind="news", since=date(2024, 5, 11)), ("outlet",))
        with pytest.raises(ValueError, match="weather"):
            ledger.survey("commitments", Query(debtor="NOR"), ("weather",))
    assert (found.total, found.more) == (2, True)
    assert dict(found.values["outlet"]) == {"Fez": 1, "Genoa": 1, "Hanoi": 1}


def test_a_list_that_only_a_moment_narrows_tells_of_all_documents_there_were(place):
    days = iter((1, 2, 3, 3))
    clock = datetime(2026, 1, 1, tzinfo=UTC)
    with Ledger.open(place, now=lambda: clock + timedelta(days=next(days))) as ledger:
        document, reading = a_report(0)
        ledger.append_reading(document, replace(reading, statements=(), commitments=()))
        ledger.append_reading(*a_report(1))
        upto = ledger.last_reading()
        ledger.append_reading(*a_report(2))
        for asked, query in (
            (ledger, Query(upto=upto)),
            (ledger.as_known_on(clock + timedelta(days=2)), Query()),
        ):
            found = asked.survey("commitments", query, ("outlet",))
            assert (found.total, found.documents) == (1, 2)


LEARNED = [
    (Query(learned_since=date(2026, 1, 2)), {"Cairo", "Dhaka"}),
    (Query(learned_until=date(2026, 1, 2)), {"Accra", "Bogotá", "Cairo"}),
    (Query(learned_since=date(2026, 1, 2), learned_until=date(2026, 1, 2)), {"Cairo"}),
    (Query(learned_since=date(2026, 1, 4)), set()),
    (Query(learned_until=date(2025, 12, 31)), set()),
    (Query(search="ferries", learned_until=date(2026, 1, 1)), {"Accra", "Bogotá"}),
]


@pytest.mark.parametrize(("query", "towns"), LEARNED)
def test_what_was_learned_on_a_day_is_found(place, query, towns):
    days = iter((0.5, 0.99999, 1.0, 2.3))
    clock = datetime(2026, 1, 1, tzinfo=UTC)
    with Ledger.open(place, now=lambda: clock + timedelta(days=next(days))) as ledger:
        for number in range(4):
            ledger.append_reading(*a_report(number))
        assert {head.outlet for head in ledger.find_documents(query)} == towns
        assert {found.document.outlet for found in ledger.find_records("commitments", query)} == towns
        assert ledger.count_records("commitments", query) == len(towns)


USUAL = [
    pytest.param(Query(search="Norway"), id="a word"),
    pytest.param(Query(search='"will buy"'), id="a phrase"),
    pytest.param(Query(search="Norway", since=date(2024, 5, 13)), id="a word and days"),
    pytest.param(Query(search="Norway", outlet="Fez"), id="a word and an outlet"),
    pytest.param(Query(search="Norway", judged="nobody"), id="a word, and nobody has judged it"),
    pytest.param(Query(act="procure", firmness="intended"), id="several values"),
    pytest.param(Query(act="procure", novelty="new", judged="nobody"), id="several values, and nobody has judged it"),
    pytest.param(Query(act="procure", firmness="intended", search="Norway"), id="several values and a word"),
]


@pytest.mark.parametrize("query", USUAL)
def test_much_is_gone_through_once_for_a_page_and_the_choices_beside_it(place, query, monkeypatch):
    """Whether a word or several values are usual changes how the ledger is asked, and never the answer: before and after rows arrive."""
    with Ledger.open(place) as ledger:
        for batch in ((0, 2, 4, 6), (1, 3, 5, 7)):
            ledger.append_readings([a_report(number) for number in batch])
            asked = [replace(query, limit=2, offset=at) for at in (0, 2, 4, 6)]
            due = [_answers(ledger, one) for one in asked]
            with monkeypatch.context() as patched:
                patched.setattr("servanda.store.plans.is_rare", lambda *_: False)
                patched.setattr("servanda.store.plans._is_few", lambda *_: False)
                assert [_answers(ledger, one) for one in (*asked, *asked)] == [*due, *due]
        assert due[0][0]
        judged = due[0][0][0]
        ledger.judge(Judgement(verdict="accept", records=(judged,), by="ana", at=datetime.now(UTC)))
        monkeypatch.setattr("servanda.store.plans.is_rare", lambda *_: False)
        monkeypatch.setattr("servanda.store.plans._is_few", lambda *_: False)
        assert (judged in _answers(ledger, asked[0])[0]) is (query.judged is None)


def _answers(ledger, query):
    found = ledger.survey("commitments", query, ("outlet", "act"))
    return [one.record.id for one in ledger.find_records("commitments", query)], found.total, found.values


ACTORS = [  # an actor, and how many records of it there are in eight reports
    pytest.param(Query(actor="NOR"), 8, id="an actor"),
    pytest.param(Query(actor="NOR", kind="state"), 8, id="an actor of a kind"),
    pytest.param(Query(actor="NOR", outlet="Fez"), 1, id="an actor in an outlet"),
    pytest.param(Query(actor="NOR", search="Norway"), 8, id="an actor and a word"),
    pytest.param(Query(actor="NOR", kind="person"), 0, id="an actor of another kind"),
    pytest.param(Query(actor="PER"), 0, id="nobody"),
]


@pytest.mark.parametrize("most", [0, 8_000])
@pytest.mark.parametrize(("query", "number"), ACTORS)
def test_the_records_of_an_actor_are_found_however_many_there_are(place, query, number, most, monkeypatch):
    monkeypatch.setattr("servanda.store.plans.FEW_OF_MOST", most)
    with Ledger.open(place) as ledger:
        ledger.append_readings([a_report(at) for at in range(8)])
        found = ledger.find_records("actors", query)
        days = [one.document.published for one in found]
        assert [one.record.actor for one in found] == ["NOR"] * number
        assert days == sorted(days, key=str, reverse=True)
        assert ledger.count_records("actors", query) == number
        if query.kind is None:
            assert len(ledger.find_documents(query)) == number


def test_of_one_moment_nothing_is_seen_that_is_added_meanwhile(place):
    with Ledger.open(place) as ledger:
        ledger.append_reading(*a_report(0))
        with ledger.one_moment() as now:
            assert now.count_documents() == 1
            ledger.append_reading(*a_report(1))
            with now.one_moment() as still:
                assert (still.count_documents(), len(still.find_records("commitments"))) == (1, 1)
            assert now.find_names().keys() == {"FIN", "NOR"}
        assert ledger.count_documents() == 2


def test_what_is_found_over_the_whole_ledger_in_one_moment_is_kept_for_the_next(place):
    with Ledger.open(place) as ledger:
        ledger.append_reading(*a_report(0))
        with ledger.one_moment() as now:
            found = (now.find_names(), now.find_sides(), now.find_relationships())
        with ledger.one_moment() as now:
            again = (now.find_names(), now.find_sides(), now.find_relationships())
    assert all(one is other for one, other in zip(found, again, strict=True))


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(lambda ledger: ledger_page(ledger, Query(act="transfer", debtor="NOR")), id="a list"),
        pytest.param(lambda ledger: documents_page(ledger, Query(search="ferry")), id="documents"),
        pytest.param(lambda ledger: actor_page(ledger, "NOR"), id="an actor"),
    ],
)
def test_a_page_is_answered_in_one_transaction(place, page):
    begun = []

    def seen(connection):
        begun.append(connection)

    with Ledger.open(place) as ledger:
        ledger.append_reading(*a_report(0))
        listen(Engine, "begin", seen)
        try:
            assert page(ledger) is not None
        finally:
            remove(Engine, "begin", seen)
    assert len(begun) == 1
