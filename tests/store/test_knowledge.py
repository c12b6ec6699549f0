"""The ledger as it stood at any moment is what it answered then."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from factories import a_ferry_deal
from servanda.codebook import KINDS, Problem, When
from servanda.store import Ledger, LedgerError, Query

DOCUMENT, READING = a_ferry_deal("Oslo", location="oslo.txt")
ODD = Problem(code="odd", message="Odd.", location="a.txt")
STEPS = [
    lambda ledger: ledger.append_reading(DOCUMENT, READING),
    lambda ledger: ledger.append_problems([ODD]),
    lambda ledger: ledger.append_reading(replace(DOCUMENT, location="copy.txt"), READING),
    lambda ledger: ledger.append_reading(*a_ferry_deal("Bergen")),
    lambda ledger: ledger.append_reading(DOCUMENT, replace(READING, version="2", commitments=(), problems=(ODD,))),
    lambda ledger: ledger.append_reading(replace(DOCUMENT, title="Ships", published=When.year(2020)), READING),
    lambda ledger: ledger.close_problems(lambda _: True, set()),
]


def answers(ledger):
    """What the ledger says to every question that it can be asked."""
    asked = (Query(), Query(debtor="NOR"), Query(search="ferries"), Query(outlet="Example Times", limit=1))
    kinds = [name for name, _ in KINDS]
    return {
        "documents": [ledger.find_documents(query) for query in asked],
        "counts": [ledger.count_documents(query) for query in asked],
        "records": [ledger.find_records(kind, query) for kind in kinds for query in asked],
        "numbers": [ledger.count_records(kind, query) for kind in kinds for query in asked],
        "one": [
            ledger.find_document(DOCUMENT.id),
            ledger.find_reading(DOCUMENT.id),
            ledger.find_locations(DOCUMENT.id),
        ],
        "record": [ledger.find_record(one.id) for one in (*READING.commitments, *READING.statements)],
        "same": [ledger.find_same(one.claim) for one in READING.commitments],
        "actors": [ledger.find_actors(), dict(ledger.find_names()), ledger.find_values("commitments", "act")],
        "problems": ledger.find_problems(),
        "all": list(ledger.iter_readings()),
    }


def test_every_question_is_answered_as_it_was_then(place):
    clock = datetime(2026, 1, 1, tzinfo=UTC)
    with Ledger.open(place, now=lambda: clock) as ledger:
        then = [(clock, answers(ledger))]
        for step in STEPS:
            clock += timedelta(days=1)
            step(ledger)
            then.append((clock + timedelta(hours=5), answers(ledger)))
        assert [moment for moment, told in then if answers(ledger.as_known_on(moment)) != told] == []
        assert len({str(told) for _, told in then}) == len(then)


def test_nothing_is_added_to_the_past(place):
    with Ledger.open(place) as ledger:
        past = ledger.as_known_on(datetime(2026, 1, 1, tzinfo=UTC))
        with pytest.raises(LedgerError, match="nothing can be added"):
            past.append_reading(DOCUMENT, READING)
        with pytest.raises(ValueError, match="time zone"):
            ledger.as_known_on(datetime(2026, 1, 1))  # noqa: DTZ001
