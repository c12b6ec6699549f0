"""The least sure records come page by page in one order, however many have the same score."""

import sys
from dataclasses import replace

import pytest

from factories import a_ferry_deal
from servanda.codebook import When, stated
from servanda.codebook.vocabulary import Firmness
from servanda.store import Ledger, Order, Query

SCORES = (0.5, 0.2, 0.5, 0.9, 0.5, 0.5, 0.2, 0.5, 0.5, 0.7)
DAYS = ("2024-05-02", "2024-01", "2023", None)


def deals():
    for number, score in enumerate(SCORES):
        day = DAYS[number % len(DAYS)]
        document, reading = a_ferry_deal(f"Port {number}", published=When.parse(day) if day else None)
        (one,) = reading.commitments
        firmness = Firmness.PLEDGED if number % 2 else one.firmness.value
        told = replace(one, origin=replace(one.origin, score=score), firmness=stated(firmness, one.firmness.spans))
        yield document, replace(reading, commitments=(told,))


@pytest.mark.parametrize("firmnesses", [None, ("pledged",), ("pledged", "intended"), ("binding",)])
@pytest.mark.parametrize("limit", [1, 2, 3, 7])
def test_pages_make_one_order(place, limit, firmnesses):
    asked = Query(order=Order.SCORE, firmnesses=firmnesses)
    with Ledger.open(place) as ledger:
        ledger.append_readings(deals())
        sizes = range(0, len(SCORES) + limit, limit)
        pages = [ledger.find_records("commitments", replace(asked, limit=limit, offset=at)) for at in sizes]
        whole = ledger.find_records("commitments", replace(asked, limit=sys.maxsize))
        scores = ledger.find_scores("commitments", replace(asked, limit=sys.maxsize))
    assert [one for page in pages for one in page] == list(whole)
    told = [(one.record.origin.score, one.document.published) for one in whole]
    assert told == sorted(told, key=lambda one: (one[0], -one[1].start.toordinal() if one[1] else 0))
    assert scores == {one.record.id: one.record.origin.score for one in whole}
    assert all(firmnesses is None or one.record.firmness.value in firmnesses for one in whole)
