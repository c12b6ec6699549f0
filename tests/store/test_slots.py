"""Every field of every kind of record can be asked for what is in it, in either database."""

import pytest

from factories import a_ferry_deal
from servanda.codebook import KINDS
from servanda.codebook.cells import slots_of
from servanda.store import Ledger, Query

DEAL = a_ferry_deal()

HELD = [  # kind, field, what is asked for, and whether it is there
    ("commitments", "condition", "FUNDS", True),
    ("commitments", "condition", "weather", False),
    ("commitments", "quantities", "3 ferries", True),
    ("commitments", "quantities", "three", True),
    ("commitments", "deadline", "2030", True),
    ("commitments", "wording", "Will", True),
    ("commitments", "exchange", "c-", False),
    ("commitments", "debtors", "NOR", True),
    ("commitments", "debtors", "FIN", False),
    ("commitments", "act", "buy", True),
    ("commitments", "object", "w%l", False),
    ("commitments", "object", "_erries", False),
    ("statements", "cue", "said", True),
    ("statements", "content", "from Finland", True),
    ("occasions", "span", "talks in oslo", True),
    ("instruments", "name", "ferry-agree", True),
    ("assessments", "target", "FIN", True),
    ("actors", "mentions", "norway", True),
]


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    path = tmp_path_factory.mktemp("slots") / "all.db"
    with Ledger.open(path) as ledger:
        ledger.append_reading(*DEAL)
    return path


@pytest.mark.parametrize(("kind", "slot", "words", "is_there"), HELD)
def test_a_field_is_asked_for_what_is_in_it(kind, slot, words, is_there, place):
    with Ledger.open(place) as ledger:
        ledger.append_reading(*DEAL)
        query = Query(slots=((slot, words),))
        assert bool(ledger.find_records(kind, query)) is is_there
        assert (ledger.count_records(kind, query) > 0) is is_there


def test_all_fields_that_are_asked_for_must_have_it(file):
    with Ledger.open(file) as ledger:
        both = (("wording", "will"), ("condition", "funds"))
        assert ledger.count_records("commitments", Query(slots=both)) == 1
        assert ledger.count_records("commitments", Query(slots=(*both, ("act", "sell")))) == 0
        assert ledger.count_records("commitments", Query(slots=both, search="Kenya")) == 0


@pytest.mark.parametrize(("kind", "slot"), [(name, slot) for name, kind in KINDS for slot in slots_of(kind)])
def test_every_field_may_be_asked_for(kind, slot, file):
    with Ledger.open(file) as ledger:
        assert ledger.find_records(kind, Query(slots=((slot, "no such words"),))) == ()
