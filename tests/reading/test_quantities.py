"""Quantities as exact decimals with their unit and role."""

from decimal import Decimal

import pytest

from marks import mark, unmark
from servanda.codebook import Document, Span
from servanda.reading.quantities.quantities import find_quantities
from servanda.reading.scenes import Scene


def _found(text):
    return find_quantities(Scene(document=Document(text=text)), Span(0, len(text)))


READ = [
    ("Norway will invest <q>$350 billion</q> in Kenya.", [("350000000000", "USD", "amount")]),
    (
        "a loan of <q>US$20 bn</q> and a grant of <q>€1.3bn</q>",
        [("20000000000", "USD", "amount"), ("1300000000", "EUR", "amount")],
    ),
    ("It costs <q>£2m</q> or <q>¥5 trillion</q>.", [("2000000", "GBP", "amount"), ("5000000000000", "JPY", "amount")]),
    (
        "It costs <q>C$5 billion</q> or <q>A$800 million</q>.",
        [("5000000000", "CAD", "amount"), ("800000000", "AUD", "amount")],
    ),
    (
        "It costs <q>200 million dollars</q> or <q>5 trillion won</q>.",
        [("200000000", "USD", "amount"), ("5000000000000", "KRW", "amount")],
    ),
    ("a <q>$2.6-billion</q> loan", [("2600000000", "USD", "amount")]),
    ("between <q>$150</q>-<q>200 billion</q>", [("150000000000", "USD", "amount"), ("200000000000", "USD", "amount")]),
    ("It costs <q>3 billion pesos</q>.", [("3000000000", "pesos", "amount")]),
    ("raise outlays to <q>2.4 percent of its gross domestic product</q>", [("2.4", "% of GDP", "to")]),
    ("spends <q>2% of GDP</q>", [("2", "% of GDP", "amount")]),
    ("raise tariffs from <q>25 percent</q> to <q>15 percent</q>", [("25", "%", "from"), ("15", "%", "to")]),
    ("lowering duties to <q>15 percent</q> from <q>25 percent</q>", [("15", "%", "to"), ("25", "%", "from")]),
    ("cut tariffs to <q>15</q> from <q>25 percent</q>", [("15", "%", "to"), ("25", "%", "from")]),
    ("lift tariffs on <q>90 percent</q> of commodities", [("90", "%", "share")]),
    ("between <q>10</q> and <q>15 percent</q>", [("10", "%", "amount"), ("15", "%", "amount")]),
    ("loans of up to <q>$1 billion</q>", [("1000000000", "USD", "amount")]),
    (
        "<q>two million troops</q> and <q>36 F-35A fighter jets</q>",
        [("2000000", "people", "amount"), ("36", "jets", "amount")],
    ),
    ("<q>two hundred and fifty thousand soldiers</q>", [("250000", "people", "amount")]),
    ("<q>1.2 million barrels a day</q>", [("1200000", "barrels per day", "amount")]),
    ("<q>103 aircraft</q> and <q>28,500 troops</q>", [("103", "aircraft", "amount"), ("28500", "people", "amount")]),
    ("a <q>10-year</q> agreement", [("10", "year", "amount")]),
]


@pytest.mark.parametrize(("marked", "said"), READ)
def test_reads_quantities(marked, said):
    text, spans = unmark(marked)
    found = _found(text)
    assert mark(text, [measure.span for measure in found], "q") == mark(text, spans["q"], "q")
    assert [(str(measure.value), measure.unit, measure.role.value) for measure in found] == said


ALONE = [
    "Article 5, Resolution 2254 and Section 232 hold.",
    "The G7 and the 2+2 met a second time in 2018.",
    "They met on 30 June 2025 and on May 5.",
    "Kenya won 3 seats.",
    "Norway reports within 90 days, and met two weeks ago.",
    "Two leaders discussed new missiles.",
    "A force left in 2000.",
]


@pytest.mark.parametrize("text", ALONE)
def test_leaves_alone_what_is_no_quantity(text):
    assert [measure.span.of(text) for measure in _found(text)] == []


def test_is_exact():
    (measure,) = _found("It costs $0.1 trillion.")
    assert measure.value == Decimal(100_000_000_000)
