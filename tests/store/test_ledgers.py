import sys
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from factories import a_document, a_ferry_deal, a_reading, an_actor
from ledger_databases import dump, rows_of
from postgres_servers import a_database
from servanda.codebook import KINDS, Problem, Span, When, stated
from servanda.codebook.vocabulary import Act, ActorKind
from servanda.store import Change, Ledger, Query

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
OSLO = a_ferry_deal("Oslo", location="oslo.txt", published=When.parse("2024-05-02"))
BERGEN = a_ferry_deal("Bergen", location="bergen.txt", published=When.parse("2024-06"), outlet="Other", title="Later")
UNDATED = a_ferry_deal("Tromsø", location="tromso.txt", published=None)


@pytest.fixture
def ledger(place):
    with Ledger.open(place, now=lambda: NOON) as ledger:
        yield ledger


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def full(request, tmp_path_factory):
    is_file = request.param == "sqlite"
    place = tmp_path_factory.mktemp("full") / "all.db" if is_file else a_database(request.getfixturevalue("server"))
    with Ledger.open(place) as ledger:
        for document, reading in (OSLO, BERGEN, UNDATED):
            ledger.append_reading(document, reading)
        yield ledger


def test_a_reading_comes_back_as_it_was(ledger):
    document, reading = OSLO
    assert ledger.append_reading(document, reading) is Change.ADDED
    assert ledger.find_document(document.id) == document
    assert ledger.find_reading(document.id) == reading
    assert list(ledger.iter_readings()) == [OSLO]


def test_where_it_was_found_comes_back_too(ledger):
    ledger.append_reading(*OSLO)
    assert ledger.find_document(OSLO[0].id).location == "oslo.txt"


ODD_TEXTS = [
    pytest.param("", id="empty"),
    pytest.param("a\0b\r\nc\u2028d", id="odd line ends and a zero"),
    pytest.param("\U0001f6a2 " * 3, id="beyond the first plane"),
    pytest.param("\ufeffé e\u0301", id="byte order mark and a loose accent"),
]


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_a_text_comes_back_to_the_code_point(ledger, text):
    document = a_document(text)
    ledger.append_reading(document, a_reading(document))
    assert ledger.find_document(document.id).text == text
    assert list(ledger.verify()) == []


def test_the_same_reading_twice_changes_nothing(ledger):
    ledger.append_reading(*OSLO)
    before = dump(ledger.place)
    assert ledger.append_reading(*OSLO) is Change.UNCHANGED
    assert dump(ledger.place) == before


def changed_act(reading):
    (commitment,) = reading.commitments
    return replace(reading, commitments=(replace(commitment, act=stated(Act.FUND, commitment.act.spans)),))


SUPERSEDING = [
    pytest.param(lambda d, r: (replace(d, published=When.parse("2024-05-03")), r), id="another date"),
    pytest.param(lambda d, r: (replace(d, title="Ships"), r), id="another title"),
    pytest.param(lambda d, r: (d, replace(r, version="2")), id="another version of the reader"),
    pytest.param(lambda d, r: (d, changed_act(r)), id="another record"),
    pytest.param(lambda d, r: (d, replace(r, problems=(Problem(code="odd", message="Odd."),))), id="another problem"),
]


@pytest.mark.parametrize("change", SUPERSEDING)
def test_what_is_read_anew_counts_from_then_on(ledger, change):
    ledger.append_reading(*OSLO)
    document, reading = change(*OSLO)
    assert ledger.append_reading(document, reading) is Change.SUPERSEDED
    assert list(ledger.iter_readings()) == [(document, reading)]
    assert ledger.count_records("commitments") == 1
    assert list(ledger.verify()) == []


def test_the_superseded_reading_is_kept(ledger):
    ledger.append_reading(*OSLO)
    ledger.append_reading(OSLO[0], replace(OSLO[1], version="2"))
    rows = rows_of(ledger.place, "SELECT version, superseded_by, superseded_at FROM readings ORDER BY number")
    assert rows == [("1", 2, "2026-01-02T12:00:00.000000Z"), ("2", None, None)]


def test_one_text_in_two_places_is_one_document(ledger):
    document, reading = OSLO
    ledger.append_reading(document, reading)
    assert ledger.append_reading(replace(document, location="copy.txt"), reading) is Change.UNCHANGED
    assert ledger.find_locations(document.id) == ("oslo.txt", "copy.txt")
    assert ledger.count_documents() == 1


def test_two_copies_of_which_different_things_are_known_do_not_take_turns(ledger):
    document, reading = OSLO
    copies = (document, replace(document, location="copy.txt", title="Other ferries"))
    changes = [ledger.append_reading(copy, reading) for copy in copies * 3]
    assert changes == [Change.ADDED, Change.SUPERSEDED, *[Change.UNCHANGED] * 4]


def test_a_copy_of_which_less_is_known_takes_nothing_away(ledger):
    document, reading = OSLO
    copies = (document, replace(document, location="copy.txt", published=None))
    changes = [ledger.append_reading(copy, reading) for copy in copies * 2]
    assert changes == [Change.ADDED, *[Change.UNCHANGED] * 3]
    assert ledger.find_document(document.id).published == document.published
    places = rows_of(ledger.place, "SELECT location FROM sources ORDER BY number")
    assert places == [("oslo.txt",), ("copy.txt",)]


def test_what_is_taken_away_where_it_stood_is_gone(ledger):
    document, reading = OSLO
    ledger.append_reading(document, reading)
    assert ledger.append_reading(replace(document, published=None), reading) is Change.SUPERSEDED


def test_a_change_taken_back_at_its_place_is_a_change(ledger):
    document, reading = OSLO
    versions = (document, replace(document, title="Ships"), document)
    assert [ledger.append_reading(one, reading) for one in versions][1:] == [Change.SUPERSEDED] * 2
    assert ledger.find_document(document.id).title == "Ferries"


def test_other_bytes_of_the_same_text_are_noted_and_change_no_reading(ledger):
    document, reading = OSLO
    ledger.append_reading(document, reading)
    marked = replace(document, raw_hash="ab", extractor="text utf-16")
    assert [ledger.append_reading(marked, reading) for _ in range(2)] == [Change.UNCHANGED] * 2
    assert rows_of(ledger.place, "SELECT extractor FROM sources ORDER BY number") == [("text",), ("text utf-16",)]


def test_a_reading_of_another_document_is_refused(ledger):
    with pytest.raises(ValueError, match="the reading is of d-"):
        ledger.append_reading(OSLO[0], BERGEN[1])
    assert ledger.count_documents() == 0


def test_problems_are_listed_once(ledger):
    problem = Problem(code="empty", message="The file is empty.", location="a.txt", span=Span(0, 1))
    assert [ledger.append_problems([problem, problem]) for _ in range(2)] == [1, 0]
    assert ledger.find_problems() == (problem,)


def test_a_problem_stands_until_its_place_is_read_without_it(ledger):
    empty, broken = (Problem(code=code, message="Odd.", location=f"{code}.txt") for code in ("empty", "broken"))
    ledger.append_problems([empty, broken])
    assert ledger.close_problems(lambda _: False, seen=()) == 0
    assert ledger.close_problems(lambda place: place == "empty.txt", seen={broken.id}) == 1
    assert ledger.find_problems() == (broken,)
    assert ledger.append_problems([empty, broken]) == 1
    assert ledger.find_problems() == (broken, empty)
    assert list(ledger.verify()) == []


def test_the_problems_of_a_reading_are_listed_and_go_with_it(ledger):
    document, reading = OSLO
    odd = replace(reading, problems=(Problem(code="odd", message="Odd.", location="oslo.txt"),))
    ledger.append_reading(document, odd)
    assert ledger.append_problems(odd.problems) == 0
    assert ledger.find_problems() == odd.problems
    ledger.append_reading(document, reading)
    assert ledger.find_problems() == ()


@pytest.mark.parametrize("kind", [name for name, _ in KINDS])
def test_a_record_is_found_with_its_document_and_words(full, kind):
    found = full.find_records(kind, Query(document=OSLO[0].id))
    assert [one.record for one in found] == sorted(getattr(OSLO[1], kind), key=lambda r: min(r.spans))
    assert all(full.find_record(one.record.id) == one for one in found)
    assert all(one.record.spans[0].of(OSLO[0].text) in one.words for one in found)
    assert found[0].document.counts[kind] == len(found)


FILTERS = [
    (Query(), 3),
    (Query(debtor="NOR"), 3),
    (Query(debtor="FIN"), 0),
    (Query(creditor="FIN"), 3),
    (Query(actor="FIN"), 3),
    (Query(actor="KEN"), 0),
    pytest.param(Query(speaker="NOR"), 3, id="the speaker of the statement that carries it"),
    (Query(speaker="FIN"), 0),
    (Query(act="procure", firmness="intended", status="open", novelty="new", polarity="+"), 3),
    (Query(act="fund"), 0),
    (Query(outlet="Other"), 1),
    (Query(document=OSLO[0].id), 1),
    (Query(statement=OSLO[1].statements[0].id), 1),
    (Query(instrument=OSLO[1].instruments[0].id), 1),
    (Query(occasion=OSLO[1].occasions[0].id), 0),
    (Query(search="ferries"), 3),
    (Query(search='"three ferries" norway'), 3),
    (Query(search="friendship"), 0),
    (Query(since=date(2024, 5, 3)), 1),
    (Query(since=date(2024, 5, 2), until=date(2024, 5, 2)), 1),
    pytest.param(Query(since=date(2024, 6, 15), until=date(2024, 6, 20)), 1, id="within the month that is known"),
    (Query(since=date(2024, 7, 1)), 0),
    (Query(until=date(2024, 5, 1)), 0),
    (Query(type="CONSULT"), 0),
]


@pytest.mark.parametrize(("query", "number"), FILTERS)
def test_commitments_are_filtered(full, query, number):
    assert full.count_records("commitments", query) == len(full.find_records("commitments", query)) == number


OTHER_FILTERS = [
    ("occasions", Query(type="CONSULT", kind="summit", status="held"), 3),
    ("occasions", Query(kind="talks"), 0),
    ("instruments", Query(kind="agreement"), 3),
    ("statements", Query(mode="indirect", speaker="NOR", occasion=OSLO[1].occasions[0].id), 1),
    ("assessments", Query(about="relationship", valence="+", actor="FIN"), 3),
    ("actors", Query(kind="state", actor="FIN"), 3),
    ("actors", Query(kind="person"), 0),
]


@pytest.mark.parametrize(("kind", "query", "number"), OTHER_FILTERS)
def test_other_kinds_are_filtered(full, kind, query, number):
    assert full.count_records(kind, query) == number


DOCUMENT_FILTERS = [
    (Query(), 3),
    (Query(outlet="Other"), 1),
    (Query(kind="news"), 3),
    (Query(kind="readout"), 0),
    (Query(actor="FIN", act="procure"), 3),
    (Query(act="fund"), 0),
    (Query(search="Bergen"), 1),
    (Query(search="Later"), 1),
    (Query(since=date(2024, 6, 1)), 1),
]


@pytest.mark.parametrize(("query", "number"), DOCUMENT_FILTERS)
def test_documents_are_filtered(full, query, number):
    assert full.count_documents(query) == len(full.find_documents(query)) == number


ORDERS = [
    ("newest", ["bergen.txt", "oslo.txt", "tromso.txt"]),
    ("oldest", ["oslo.txt", "bergen.txt", "tromso.txt"]),
]


@pytest.mark.parametrize(("order", "locations"), ORDERS)
def test_undated_documents_come_last(full, order, locations):
    assert [head.location for head in full.find_documents(Query(order=order))] == locations
    assert [found.document.location for found in full.find_records("commitments", Query(order=order))] == locations


def test_an_unknown_order_is_refused(full):
    with pytest.raises(ValueError, match="sideways"):
        full.find_documents(Query(order="sideways"))


@pytest.mark.parametrize("order", ["newest", "oldest", "text", "score"])
def test_pages_hold_everything_once(full, order):
    pages = [full.find_records("actors", Query(limit=2, offset=at, order=order)) for at in range(0, 6, 2)]
    ids = [found.record.id for page in pages for found in page]
    assert len(ids) == len(set(ids)) == full.count_records("actors")


def test_the_least_sure_comes_first(ledger):
    document, reading = OSLO
    norway, finland = reading.actors
    unsure = replace(finland, origin=replace(finland.origin, score=0.2))
    ledger.append_reading(document, replace(reading, actors=(norway, unsure)))
    assert ledger.find_records("actors", Query(order="score"))[0].record == unsure


def test_a_prefix_finds_what_it_alone_begins(full):
    document, record = OSLO[0], OSLO[1].commitments[0]
    assert full.find_document(document.id[:8]) == document
    assert full.find_record(record.id[:8]).record == record
    for key in ("", "d-", "zz", document.id + "0", "%", "d_"):
        assert full.find_document(key) is None
    for key in ("", "c-", "zz", record.id + "0"):
        assert full.find_record(key) is None


def test_the_same_claim_is_found_in_every_document(full):
    found = full.find_same(OSLO[1].commitments[0].claim)
    assert [one.document.location for one in found] == ["bergen.txt", "oslo.txt", "tromso.txt"]
    assert full.find_same("c-0") == ()


def test_actors_are_counted_over_documents(full):
    norway, finland = full.find_actors()
    assert (norway.id, norway.name, norway.kind, norway.mentions, norway.documents) == ("NOR", "Norway", "state", 6, 3)
    assert (norway.debtor, norway.creditor, norway.speaker) == (3, 0, 3)
    assert (finland.id, finland.mentions, finland.debtor, finland.creditor) == ("FIN", 3, 0, 3)
    assert full.find_actors(Query(search="finl")) == (finland,)
    assert full.find_actors(Query(actor="KEN")) == ()


def test_an_actor_has_its_most_usual_name(ledger):
    for place, name in (("Oslo", "Norge"), ("Bergen", "Norge"), ("Bodø", "The Kingdom of Norway")):
        document, reading = a_ferry_deal(place)
        norway = replace(reading.actors[0], name=name, kind=ActorKind.STATE)
        ledger.append_reading(document, replace(reading, actors=(norway, *reading.actors[1:])))
    assert next(row.name for row in ledger.find_actors() if row.id == "NOR") == "Norge"
    assert ledger.find_names()["NOR"] == "Norge"


VALUES = [
    ("commitments", "act", Query(), (("procure", 3),)),
    ("commitments", "debtors", Query(), (("NOR", 3),)),
    ("commitments", "outlet", Query(), (("The Example", 2), ("Other", 1))),
    ("commitments", "outlet", Query(since=date(2024, 6, 1)), (("Other", 1),)),
    ("actors", "actor", Query(), (("FIN", 3), ("NOR", 3))),
    ("assessments", "target", Query(), (("FIN", 3), ("NOR", 3))),
    ("documents", "outlet", Query(), (("The Example", 2), ("Other", 1))),
    ("documents", "kind", Query(), (("news", 3),)),
    pytest.param("instruments", "status", Query(), (), id="what is unstated is no value"),
]


@pytest.mark.parametrize(("kind", "slot", "query", "values"), VALUES)
def test_the_values_of_a_field_are_counted(full, kind, slot, query, values):
    assert full.find_values(kind, slot, query) == values


@pytest.mark.parametrize(("kind", "slot"), [("commitments", "body"), ("weather", "act"), ("documents", "act")])
def test_a_field_without_a_list_of_values_is_refused(full, kind, slot):
    with pytest.raises(ValueError, match=r"no list of values|no such kind"):
        full.find_values(kind, slot)


def test_nothing_there_is_none_or_empty(ledger):
    assert (ledger.find_document("d-1"), ledger.find_reading("d-1"), ledger.find_record("c-1")) == (None, None, None)
    assert (ledger.find_documents(), ledger.find_records("actors"), ledger.find_actors()) == ((), (), ())
    assert list(ledger.verify()) == []


def test_readings_come_in_an_order_that_does_not_depend_on_when_they_were_added(full, ledger):
    for document, reading in (UNDATED, OSLO, BERGEN):
        ledger.append_reading(document, reading)
    assert list(ledger.iter_readings()) == list(full.iter_readings()) == [OSLO, BERGEN, UNDATED]


def test_all_of_it_can_be_asked_for_at_once(full):
    assert len(full.find_records("actors", Query(limit=sys.maxsize))) == 6
    assert len(full.find_documents(Query(limit=sys.maxsize, offset=1))) == 2
    assert full.find_records("actors", Query(limit=0)) == full.find_records("actors", Query(limit=-5)) == ()


def test_a_kind_that_there_is_not_is_refused(full):
    with pytest.raises(ValueError, match="no such kind of record: 'weather'"):
        full.find_records("weather", Query())
    with pytest.raises(ValueError, match="no such kind of record: 'documents'"):
        full.count_records("documents", Query())


def test_texts_are_found_together(full):
    wanted = {OSLO[0].id, BERGEN[0].id, "d-0"}
    assert full.find_texts(wanted) == {document.id: document.text for document, _ in (OSLO, BERGEN)}


def test_names_follow_what_is_read(ledger):
    document = a_document("Kenya will send trucks.")
    assert ledger.find_names() == {}
    ledger.append_reading(*OSLO)
    assert set(ledger.find_names()) == {"NOR", "FIN"}
    kenya = an_actor(document, {}, actor="KEN", name="Kenya")
    ledger.append_reading(document, a_reading(document, kenya))
    assert ledger.find_names()["KEN"] == "Kenya"
