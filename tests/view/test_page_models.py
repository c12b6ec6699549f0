"""Page models of a real ledger: what a page shows, and what it must not blur."""

from pathlib import Path

import pytest

import factories as make
from sample_ledgers import a_report, make_ledger
from servanda.codebook import Problem
from servanda.codebook.vocabulary import Known
from servanda.store import Ledger, Query
from servanda.view import (
    about_page,
    actor_page,
    actors_page,
    document_page,
    documents_page,
    ledger_page,
    problems_page,
    record_page,
)


@pytest.fixture(scope="module", name="ledger")
def _ledger(tmp_path_factory):
    path = make_ledger(Path(tmp_path_factory.mktemp("ledger")) / "sample.db")
    with Ledger.open(path, create=False) as ledger:
        yield ledger


@pytest.fixture(name="report")
def _report():
    return a_report()


def shown(row, slot):
    """What a cell of a row says."""
    field = next(field for field in row.fields if field.slot == slot)
    return "; ".join(part.text for part in field.parts) or f"{field.known}: {field.absent}"


def commitment(ledger, **asked):
    (row,) = ledger_page(ledger, Query(outlet="The Northern Post", **asked)).rows
    return row


@pytest.mark.parametrize(
    ("slot", "expected"),
    [
        ("debtors", "Finland"),
        ("creditors", "unstated: not stated"),
        ("act", "fund"),
        ("object", "a new port at Vadsø"),
        ("quantities", "350 million EUR"),
        ("deadline", "unstated: not stated"),
        ("firmness", "pledged"),
        ("sector", "infrastructure"),
        ("said_by", "Kari Dahl"),
    ],
)
def test_a_commitment_in_plain_columns(ledger, slot, expected):
    assert shown(commitment(ledger, act="fund"), slot) == expected


def test_a_refusal_does_not_read_as_a_promise(ledger):
    assert shown(commitment(ledger, act="tariff"), "act") == "declines: tariff"


def test_unclear_is_neither_stated_nor_unstated(ledger):
    creditors = next(f for f in commitment(ledger, act="tariff").fields if f.slot == "creditors")
    assert (creditors.known, creditors.parts) == (Known.UNCLEAR, ())


def test_a_row_shows_its_sentence_with_the_words_highlighted(ledger):
    (passage,) = commitment(ledger, act="tariff").passages
    assert passage.segments[0].text == "Finland will not lower its tariff on farmed salmon"
    assert passage.segments[0].opens[0].highlight.kind == "commitments"
    assert "".join(s.text for s in passage.segments).endswith("the minister added.")


def test_choices_are_counted_among_what_the_other_filters_leave(ledger):
    filters = ledger_page(ledger, Query(debtor="JPN")).filters
    acts = next(filter_ for filter_ in filters if filter_.name == "act")
    debtors = next(filter_ for filter_ in filters if filter_.name == "debtor")
    assert [(c.value, c.count) for c in acts.choices] == [("exercise", 1), ("transfer", 1)]
    assert {"NOR", "FIN"} <= {c.value for c in debtors.choices}


def test_what_was_odd_about_a_document_stands_on_its_page(tmp_path):
    document, reading = make.a_ferry_deal()
    odd, other = (Problem(code="not-english", message="Odd.", document=key) for key in (document.id, "d-other"))
    with Ledger.open(tmp_path / "odd.db") as ledger:
        ledger.append_reading(document, reading)
        ledger.append_problems([odd, other])
        assert document_page(ledger, document.id).problems == (odd,)


def test_pages_are_numbered(ledger):
    page = ledger_page(ledger, Query(limit=3, offset=3))
    assert (page.total, page.first, page.last, page.number, page.pages) == (7, 4, 6, 2, 3)


def test_an_empty_page_counts_nothing(ledger):
    page = ledger_page(ledger, Query(search="walrus"))
    assert (page.total, page.first, page.last, page.number, page.pages) == (0, 0, 0, 1, 1)


def test_the_text_of_a_document_is_shown_exactly(ledger, report):
    page = document_page(ledger, report[0].id)
    assert "".join("".join(s.text for s in p.segments) + p.gap for p in page.paragraphs) == report[0].text


def test_every_record_of_a_document_is_a_card_and_a_mark(ledger, report):
    page = document_page(ledger, report[0].id)
    marked = {o.highlight.record for p in page.paragraphs for s in p.segments for o in s.opens if o.first}
    cards = {card.id for card in (*page.cards, *page.actors)}
    assert cards == {record.id for record in report[1].records()} == marked - {""}


def test_fields_are_marked_for_the_record_in_focus_only(ledger, report):
    focus = report[1].commitments[0].id
    marked = {
        opening.highlight.record
        for paragraph in document_page(ledger, report[0].id, focus).paragraphs
        for segment in paragraph.segments
        for opening in segment.opens
        if opening.highlight.kind == "slots"
    }
    assert marked == {focus}


def test_a_record_knows_its_exchange_and_the_same_claim_elsewhere(ledger, report):
    buy, pay, _ = report[1].commitments
    (bond,) = record_page(ledger, buy.id).bonds
    assert (bond.name, [other.id for other in bond.relatives]) == ("Given in return for it", [pay.id])
    repeated = next(r for r in ledger_page(ledger, Query(outlet="Example Times")).rows)
    assert [bond.name for bond in record_page(ledger, repeated.id).bonds] == ["The same claim elsewhere"]


def test_a_statement_knows_what_was_promised_in_it(ledger, report):
    (bond,) = record_page(ledger, report[1].statements[0].id).bonds
    assert (bond.name, len(bond.relatives)) == ("Promised in it", 2)


def test_a_record_shows_the_way_from_the_outlet_to_the_speaker(ledger, report):
    path = record_page(ledger, report[1].commitments[0].id).relays
    expected = [
        ("The Northern Post", "outlet"),
        ("Nordic Wire", "agency"),
        ("radio nord", "relay"),
        ("Kari Dahl", "speaker"),
    ]
    assert [(part.text, part.note) for part in path] == expected


def test_a_record_shows_how_a_value_was_worked_out(ledger, report):
    page = record_page(ledger, report[1].commitments[1].id)
    assert next(f for f in page.fields if f.slot == "debtors").reason == "the capital that acts is the state"


def test_a_record_with_many_places_says_how_many_are_left_out(tmp_path):
    document, marks = make.a_marked_document("<actor>Norway</actor> left. " * 25)
    norway = make.an_actor(document, marks)
    with Ledger.open(tmp_path / "many.db") as ledger:
        ledger.append_reading(document, make.a_reading(document, norway))
        assert record_page(ledger, norway.id).places_left == 5


def test_an_actor_with_office_and_dealings(ledger):
    page = actor_page(ledger, "kari-dahl")
    assert (page.name, page.state.id, page.appearances[0].office.parts[0].text) == (
        "Kari Dahl",
        "NOR",
        "Foreign Minister",
    )
    assert [part.total for part in page.dealings] == [0, 0, 1]


def test_actors_are_counted_over_all_pages(ledger):
    page = actors_page(ledger, Query(limit=2))
    assert (page.total, page.pages, [row.id for row in page.rows]) == (7, 4, ["FIN", "NOR"])


def test_documents_count_their_records(ledger, report):
    row = next(r for r in documents_page(ledger, Query()).rows if r.source.id == report[0].id)
    assert dict(row.counts)["commitments"] == 3


def test_problems_are_counted_by_code(ledger):
    page = problems_page(ledger)
    assert (page.total, page.counts) == (2, (("empty", 1), ("not-text", 1)))


def test_about_explains_every_word(ledger):
    assert all(word.meaning for vocabulary in about_page(ledger).vocabularies for word in vocabulary.words)


@pytest.mark.parametrize("page", [document_page, record_page, actor_page])
def test_what_is_not_there_has_no_page(ledger, page):
    assert page(ledger, "nowhere") is None


def test_the_beginning_of_an_id_is_enough(ledger, report):
    assert document_page(ledger, report[0].id[:9]) == document_page(ledger, report[0].id)
