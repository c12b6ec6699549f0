import json
from dataclasses import replace
from decimal import Decimal

import pytest

from factories import a_commitment, a_document, a_ferry_deal, a_marked_document, a_quantity, a_reading, an_actor
from servanda.codebook import Exchange, Relay, Span, stated, unclear
from servanda.codebook.vocabulary import Bound
from servanda.write import coding_of

DOCUMENT, READING = a_ferry_deal()


def words(span):
    return DOCUMENT.text[slice(*span)]


def test_the_document_is_coded_without_its_text():
    assert coding_of(DOCUMENT, READING)["document"] == {
        "kind": "news",
        "title": "Ferries",
        "outlet": "The Example",
        "agency": None,
        "dateline": None,
        "language": None,
        "published": "2024-05-02",
        "furniture": [],
    }


FIELDS = [
    ("id", "c1"),
    ("debtors", ["NOR"]),
    ("creditors", ["FIN"]),
    ("act", "procure"),
    ("object", "ferries"),
    ("quantities", [{"value": 3, "unit": "ferries", "role": "amount"}]),
    ("deadline", "2030-01-01/2030-12-31"),
    ("exchange", None),
    ("firmness", "intended"),
    ("polarity", "+"),
    ("instrument", "i1"),
    ("statement", "s1"),
]


@pytest.mark.parametrize(("field", "value"), FIELDS)
def test_a_commitment_is_coded_as_gold_has_it(field, value):
    assert coding_of(DOCUMENT, READING)["commitments"][0][field] == value


SPANS = [
    ("commitments", "wording", ["will"]),
    ("commitments", "condition", ["if funds allow"]),
    ("statements", "cue", ["said"]),
    ("occasions", "span", ["Talks in Oslo"]),
    ("actors", "mentions", ["Norway", "Norway"]),
]


@pytest.mark.parametrize(("kind", "field", "told"), SPANS)
def test_spans_are_lists_of_pairs(kind, field, told):
    assert [words(span) for span in coding_of(DOCUMENT, READING)[kind][0][field]] == told


def test_what_is_unstated_or_unclear_is_null_or_empty():
    commitment = replace(
        READING.commitments[0],
        creditors=unclear("two could be meant"),
        quantities=unclear("torn"),
        wording=(),
        condition=(),
        status=unclear("torn"),
        statement=unclear("torn"),
    )
    coded = coding_of(DOCUMENT, replace(READING, commitments=(commitment,)))["commitments"][0]
    assert [coded[name] for name in ("creditors", "quantities", "wording", "condition", "status", "statement")] == [
        [], [], None, None, None, None,
    ]  # fmt: skip


def test_local_ids_follow_the_text_and_exchanges_use_them():
    document, marks = a_marked_document(
        "<a>Kenya will fund wells</a> and <b>Uganda will build roads</b>, <c>both said</c>."
    )
    first, second, third = (a_commitment(document, marks, span=marks[name]) for name in "abc")
    second = replace(
        second, exchange=stated(Exchange(commitments=(third.id, first.id), asserted_by=("narrator",)), marks["b"])
    )
    coded = coding_of(document, a_reading(document, third, second, first))["commitments"]
    assert [one["span"] for one in coded] == [[[s.start, s.end]] for name in "abc" for s in marks[name]]
    assert [one["exchange"] for one in coded] == [None, ["c1", "c3"], None]


NUMBERS = [("350000000000", "350000000000"), ("3.5", "3.5"), ("0.10", "0.1"), ("-4", "-4"), ("2E+9", "2000000000")]


def test_the_gold_form_has_a_quantity_without_its_cap_and_rate():
    quantity = a_quantity(bound=Bound.UP_TO, per="year", span=Span(0, 6))
    commitment = replace(READING.commitments[0], quantities=stated((quantity,), (Span(0, 6),)))
    (coded,) = coding_of(DOCUMENT, replace(READING, commitments=(commitment,)))["commitments"][0]["quantities"]
    assert coded == {"value": 3, "unit": coded["unit"], "role": "amount"}


@pytest.mark.parametrize(("value", "written"), NUMBERS)
def test_quantities_are_json_numbers(value, written):
    quantity = a_quantity(value=Decimal(value), span=Span(0, 6))
    commitment = replace(READING.commitments[0], quantities=stated((quantity,), (Span(0, 6),)))
    coded = coding_of(DOCUMENT, replace(READING, commitments=(commitment,)))["commitments"][0]
    assert json.dumps(coded["quantities"][0]["value"]) == written


def test_an_instrument_that_is_assessed_has_its_local_id():
    target = stated(("NOR", READING.instruments[0].id), (Span(0, 6),))
    reading = replace(READING, assessments=(replace(READING.assessments[0], target=target),))
    assert coding_of(DOCUMENT, reading)["assessments"][0]["target"] == ["NOR", "i1"]


def test_relays_are_slugs_and_a_quotation_without_a_cue_has_none():
    statement = replace(READING.statements[0], cue=None, via=(Relay(name="ntb", span=Span(0, 6)),))
    coded = coding_of(DOCUMENT, replace(READING, statements=(statement,)))["statements"][0]
    assert (coded["cue"], coded["via"]) == (None, ["ntb"])


def test_a_text_without_records_has_empty_lists():
    document = a_document("Nothing happened.")
    coded = coding_of(document, a_reading(document))
    assert [coded[kind] for kind in coded if kind != "document"] == [[]] * 6


def test_a_mention_that_stands_under_two_actors_stands_twice():
    document, marks = a_marked_document("<actor>The two neighbors</actor> met.")
    both = [an_actor(document, marks, actor=actor) for actor in ("KEN", "UGA")]
    assert [one["mentions"] for one in coding_of(document, a_reading(document, *both))["actors"]] == [[[0, 17]]] * 2
