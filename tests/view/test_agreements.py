"""How far judges agree: the examples that Krippendorff computed by hand, and what is compared in a ledger."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import a_ferry_deal
from servanda.codebook.vocabulary import Verdict
from servanda.store import Ledger
from servanda.view import agreement_page, judgement_for
from servanda.view.agreements import FEW, nominal_alpha

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
DEALS = tuple(a_ferry_deal(place) for place in ("Oslo", "Bergen", "Bodø", "Moss"))
PROMISES = [reading.commitments[0].id for _, reading in DEALS]

# The nominal data of "Computing Krippendorff's Alpha-Reliability" (2011), a row a judge, a point for a missing value.
# Each alpha is 1 - (n - 1) · Σ o(c, k) / Σ n(c) · n(k), computed by hand.
EXAMPLES = [
    # 4 of 10 units differ: Σ o = 8; n = 20: 14 zeros and 6 ones.
    pytest.param(("0100000010", "1110010000"), 1 - 19 * 8 / (2 * 14 * 6), 0.095, id="two judges, two values"),
    # 3 of 12 units differ: Σ o = 6; n = 24: 4 a, 6 b, 6 c, 6 d, 2 e.
    pytest.param(
        ("aabbdcccedda", "babbbccceddd"),
        1 - 23 * 6 / (24**2 - 4**2 - 3 * 6**2 - 2**2),
        0.692,
        id="two judges, five values",
    ),
    # Unit 6 (1, 2, 3, 4) gives 12/3, units 2 and 8 (three are one) 6/3 each, and unit 12 has one value and is left out;
    # n = 40: 9 ones, 13 twos, 10 threes, 5 fours, 3 fives.
    pytest.param(
        ("123321412...", "1233224125.3", ".3332342251.", "12332441251."),
        1 - 39 * (4 + 2 + 2) / (40**2 - 9**2 - 13**2 - 10**2 - 5**2 - 3**2),
        0.743,
        id="four judges, missing values",
    ),
]


def units_of(rows):
    return [[value for value in column if value != "."] for column in zip(*rows, strict=True)]


@pytest.mark.parametrize(("rows", "by_hand", "published"), EXAMPLES)
def test_the_published_examples(rows, by_hand, published):
    alpha = nominal_alpha(units_of(rows))
    assert alpha == pytest.approx(by_hand, abs=1e-9)
    assert round(alpha, 3) == published


@pytest.mark.parametrize(
    "units", [[], [["a"], ["b"]], [["a", "a"], ["a", "a"]]], ids=["none", "one judge", "one value"]
)
def test_there_is_no_alpha(units):
    assert nominal_alpha(units) is None


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=4), max_size=8))
def test_neither_the_order_nor_the_names_of_values_count(units):
    alpha = nominal_alpha(units)
    assert nominal_alpha([list(reversed(unit)) for unit in reversed(units)]) == alpha
    assert nominal_alpha([["xyz"["abc".index(value)] for value in unit] for unit in units]) == alpha
    assert alpha is None or alpha <= 1


@pytest.fixture
def ledger(tmp_path):
    with Ledger.open(tmp_path / "all.db") as ledger:
        for deal in DEALS:
            ledger.append_reading(*deal)
        yield ledger


def judge(ledger, by, said):
    """Say `accept`, `reject` or `field=value` of the promises in turn; a point says nothing."""
    for place, (key, word) in enumerate(zip(PROMISES, said.split(), strict=True)):
        slot, _, value = word.partition("=") if "=" in word else ("", "", "")
        verdict = Verdict.CORRECT if slot else word
        if word != ".":
            at = NOON + timedelta(minutes=len(ledger.find_judgements()), seconds=place)
            ledger.judge(judgement_for(ledger, Verdict(verdict), (key,), by=by, at=at, slot=slot, value=value))


def rows_of(ledger):
    return {(row.kind, row.question): row for row in agreement_page(ledger).rows}


def test_accept_and_reject_are_compared_where_two_judged(ledger):
    judge(ledger, "ana", "accept reject accept .")
    judge(ledger, "ben", "accept reject reject accept")
    row = rows_of(ledger)["all", "accept or reject"]
    assert (row.judges, row.records, row.answers, row.agreed) == (("ana", "ben"), 3, 6, 2)
    # 1 of 3 differs: Σ o = 2; n = 6: 3 and 3.
    assert row.alpha == round(1 - 5 * 2 / (36 - 9 - 9), 4)
    assert row.note == f"fewer than {FEW} records: too few to rely on"
    assert rows_of(ledger)["commitments", "accept or reject"] == replace(row, kind="commitments")


def test_who_accepts_says_that_a_field_is_right(ledger):
    judge(ledger, "ana", "act=fund act=build accept act=fund")
    judge(ledger, "ben", "act=fund accept accept .")
    row = rows_of(ledger)["commitments", "act"]
    assert (row.records, row.agreed) == (3, 2)
    # Fund and fund, build and procure, procure and procure: Σ o = 2; n = 6: 2 fund, 1 build, 3 procure.
    assert row.alpha == round(1 - 5 * 2 / (36 - 4 - 1 - 9), 4)


def test_the_last_word_counts_and_what_is_undone_does_not(ledger):
    judge(ledger, "ana", "reject . . .")
    judge(ledger, "ana", "accept . . .")
    judge(ledger, "ben", "accept reject . .")
    judge(ledger, "eva", ". accept . .")
    assert [(r.records, r.agreed) for r in (rows_of(ledger)["all", "accept or reject"],)] == [(2, 1)]
    last = ledger.find_judgements()[-1].judgement
    ledger.undo(last.id, "eva", "")
    row = rows_of(ledger)["all", "accept or reject"]
    assert (row.judges, row.records, row.agreed, row.alpha) == (("ana", "ben"), 1, 1, None)
    assert "all gave one answer" in row.note


def test_judgements_are_counted_by_person(ledger):
    judge(ledger, "ana", "accept reject accept .")
    judge(ledger, "ben", ". . . act=fund")
    page = agreement_page(ledger)
    assert page.judges == (("ana", 3), ("ben", 1))
    assert {row.note for row in page.rows} == {"no record was judged by two"}


def test_a_judgement_that_was_carried_over_counts_for_the_record_that_stands(ledger):
    judge(ledger, "ana", "accept . . .")
    document, reading = DEALS[0]
    ledger.append_reading(document, replace(reading, version="2"))
    judge(ledger, "ben", "accept . . .")
    assert rows_of(ledger)["all", "accept or reject"].records == 1


def test_a_ledger_without_judgements_says_so(ledger):
    (row,) = agreement_page(ledger).rows
    assert (row.records, row.alpha, row.note) == (0, None, "no record was judged by two")
