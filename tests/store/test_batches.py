"""Many readings that go in together leave the ledger as they would one by one."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from factories import a_document, a_ferry_deal, a_reading
from ledger_databases import dump
from servanda.codebook import Problem, When
from servanda.store import Change, Ledger

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
KIGALI, LIMA, SUVA = (a_ferry_deal(where, location=f"{where}.txt") for where in ("Kigali", "Lima", "Suva"))
ODD = Problem(code="odd", message="Odd.", location="Lima.txt")


def retold(pair, **told):
    return replace(pair[0], **told), pair[1]


def anew(pair, version="2", **told):
    return pair[0], replace(pair[1], version=version, **told)


BATCHES = [
    pytest.param([KIGALI, LIMA, SUVA], [Change.ADDED] * 3, id="all new"),
    pytest.param([KIGALI, KIGALI], [Change.ADDED, Change.UNCHANGED], id="one twice"),
    pytest.param(
        [KIGALI, LIMA, anew(KIGALI), KIGALI],
        [Change.ADDED, Change.ADDED, Change.SUPERSEDED, Change.SUPERSEDED],
        id="there and back",
    ),
    pytest.param(
        [KIGALI, retold(KIGALI, location="copy.txt"), retold(KIGALI, location="other.txt", published=None)],
        [Change.ADDED, Change.UNCHANGED, Change.UNCHANGED],
        id="copies, of one of which less is known",
    ),
    pytest.param(
        [KIGALI, retold(KIGALI, location="copy.txt", title="Boats"), KIGALI, retold(KIGALI, raw_hash="ab")],
        [Change.ADDED, Change.SUPERSEDED, Change.UNCHANGED, Change.UNCHANGED],
        id="copies of which different things are known",
    ),
    pytest.param(
        [anew(LIMA, problems=(ODD,)), retold(LIMA, published=When.year(2019)), SUVA],
        [Change.ADDED, Change.SUPERSEDED, Change.ADDED],
        id="a problem that goes",
    ),
]


@pytest.mark.parametrize(("batch", "changes"), BATCHES)
def test_a_batch_leaves_the_rows_of_one_by_one(place, other_place, batch, changes):
    with Ledger.open(place, now=lambda: NOON) as together, Ledger.open(other_place, now=lambda: NOON) as apart:
        for ledger in (together, apart):
            ledger.append_reading(*SUVA) if batch[-1] is not SUVA else None
        assert list(together.append_readings(batch)) == changes
        assert [apart.append_reading(*one) for one in batch] == changes
        assert list(together.verify()) == list(apart.verify()) == []
    assert dump(place) == dump(other_place)


def test_more_than_go_in_at_once_go_in(place):
    many = [(document, a_reading(document)) for document in (a_document(f"Page {number}.") for number in range(1_200))]
    with Ledger.open(place) as ledger:
        assert set(ledger.append_readings([*many, *many[:3]])[:1_200]) == {Change.ADDED}
        assert ledger.count_documents() == 1_200


def test_a_batch_goes_in_wholly_or_not_at_all(place):
    with Ledger.open(place) as ledger:
        with pytest.raises(ValueError, match="the reading is of d-"):
            ledger.append_readings([KIGALI, (LIMA[0], SUVA[1])])
        assert ledger.count_documents() == 0
        assert ledger.append_readings([]) == ()
