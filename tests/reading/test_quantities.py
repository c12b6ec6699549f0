"""Quantities as exact decimals with their unit, role, bound and rate."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marks import mark, unmark
from servanda.codebook import Document, Span
from servanda.lexicon.numbers import read_words
from servanda.lexicon.tables import load_rows
from servanda.lexicon.units import load_units
from servanda.reading.quantities.quantities import find_numbers, find_quantities, find_vague
from servanda.reading.scenes import Scene


def _found(text):
    return find_quantities(Scene(document=Document(text=text)), Span(0, len(text)))


def _check(marked, said):
    text, spans = unmark(marked)
    found = _found(text)
    assert mark(text, [measure.span for measure in found], "q") == mark(text, spans.get("q", ()), "q")
    assert [(str(measure.value), measure.unit, measure.role.value) for measure in found] == said


MONEY = [
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
    ("a <q>two-million-dollar</q> grant to Belize", [("2000000", "USD", "amount")]),
    ("It costs <q>3 billion pesos</q>.", [("3000000000", "pesos", "amount")]),
    ("Chile lends <q>3 billion Chilean pesos</q>.", [("3000000000", "CLP", "amount")]),
    ("India offers <q>Rs 5,000 crore</q> to Nepal.", [("50000000000", "INR", "amount")]),
    ("India offers <q>₹2 lakh crore</q>.", [("2000000000000", "INR", "amount")]),
    (
        "Malaysia gives <q>RM2.5bn</q>, Taiwan <q>NT$3.1 trillion</q>, Brazil <q>R$40m</q>.",
        [("2500000000", "MYR", "amount"), ("3100000000000", "TWD", "amount"), ("40000000", "BRL", "amount")],
    ),
    ("a credit of <q>USD 40m</q> and <q>15 million EUR</q>", [("40000000", "USD", "amount"), ("15000000", "EUR", "amount")]),
    ("<q>60 billion Congolese francs</q>", [("60000000000", "CDF", "amount")]),
    ("<q>five million Moroccan dirhams</q>", [("5000000", "MAD", "amount")]),
    ("<q>1.5 billion pounds</q> for Ukraine", [("1500000000", "GBP", "amount")]),
    ("<q>750 million special drawing rights</q>", [("750000000", "XDR", "amount")]),
    ("Denmark gives <q>200 million Danish kroner</q>, Norway <q>NOK 90 million</q>.", [("200000000", "DKK", "amount"), ("90000000", "NOK", "amount")]),
    ("<q>5,000 won</q>", [("5000", "KRW", "amount")]),
]  # fmt: skip
SHARES = [
    ("raise outlays to <q>2.4 percent of its gross domestic product</q>", [("2.4", "% of GDP", "to")]),
    ("spends <q>2% of GDP</q>", [("2", "% of GDP", "amount")]),
    ("gives <q>0.7 per cent of its gross national income</q>", [("0.7", "% of GNI", "amount")]),
    ("raise tariffs from <q>25 percent</q> to <q>15 percent</q>", [("25", "%", "from"), ("15", "%", "to")]),
    ("lowering duties to <q>15 percent</q> from <q>25 percent</q>", [("15", "%", "to"), ("25", "%", "from")]),
    ("cut tariffs to <q>15</q> from <q>25 percent</q>", [("15", "%", "to"), ("25", "%", "from")]),
    ("a tariff from <q>12</q> to <q>8 percent</q>", [("12", "%", "from"), ("8", "%", "to")]),
    ("lift tariffs on <q>90 percent</q> of commodities", [("90", "%", "share")]),
    ("between <q>10</q> and <q>15 percent</q>", [("10", "%", "amount"), ("15", "%", "amount")]),
    ("<q>10</q>, <q>12</q> and <q>15 percent</q>", [("10", "%", "amount"), ("12", "%", "amount"), ("15", "%", "amount")]),
    ("by <q>1.5 percentage points</q>, or <q>25 basis points</q>", [("1.5", "percentage points", "amount"), ("25", "basis points", "amount")]),
    ("<q>half a percent</q>", [("0.5", "%", "amount")]),
    ("<q>Two-thirds</q> of its gas and <q>a quarter</q> of its fleet", [("0.666666667", "share", "share"), ("0.25", "share", "share")]),
    ("<q>half</q> of the cost", [("0.5", "share", "share")]),
]  # fmt: skip
COUNTS = [
    (
        "<q>two million troops</q> and <q>36 F-35A fighter jets</q>",
        [("2000000", "people", "amount"), ("36", "jets", "amount")],
    ),
    ("<q>two hundred and fifty thousand soldiers</q>", [("250000", "people", "amount")]),
    ("<q>twenty-two thousand three hundred refugees</q>", [("22300", "people", "amount")]),
    ("<q>half a million people</q> and <q>a dozen tanks</q>", [("500000", "people", "amount"), ("12", "tanks", "amount")]),
    ("<q>two and a half million doses</q>", [("2500000", "doses", "amount")]),
    ("<q>103 aircraft</q> and <q>28,500 troops</q>", [("103", "aircraft", "amount"), ("28500", "people", "amount")]),
    ("Germany sends <q>1,000 more trucks</q> and <q>4,500 of its troops</q>.", [("1000", "trucks", "amount"), ("4500", "people", "amount")]),
    ("a <q>5,000-strong</q> brigade in Lithuania", [("5000", "people", "amount")]),
    ("Sweden gave Ukraine <q>14 Archer howitzers</q>.", [("14", "howitzers", "amount")]),
    ("sell Kenya <q>20 helicopters</q>", [("20", "helicopters", "amount")]),
    ("from <q>20</q>-<q>30 vessels</q>", [("20", "vessels", "from"), ("30", "vessels", "amount")]),
    ("<q>ten</q> to <q>fifteen ships</q>", [("10", "ships", "amount"), ("15", "ships", "amount")]),
    ("drill <q>120 village pumps</q> in Chad", [("120", "pumps", "amount")]),
    ("<q>20 000 troops</q> and <q>1,00,000 doses</q>", [("20000", "people", "amount"), ("100000", "doses", "amount")]),
]  # fmt: skip
MEASURES = [
    ("<q>1.2 million barrels a day</q>", [("1200000", "barrels per day", "amount")]),
    ("a <q>10-year</q> agreement", [("10", "year", "amount")]),
    ("<q>40 km²</q> of land and <q>300 MW</q> of power", [("40", "km²", "amount"), ("300", "MW", "amount")]),
    ("<q>12,000 cubic meters a day</q>", [("12000", "m³ per day", "amount")]),
    ("at <q>60 km/h</q>, over <q>500 nautical miles</q>", [("60", "km per hour", "amount"), ("500", "nautical miles", "amount")]),
    ("a <q>3,000-ton</q> frigate with <q>90 kilograms</q> of fuel", [("3000", "tons", "amount"), ("90", "kg", "amount")]),
    ("<q>50 bcm</q> of gas and <q>4 gigawatt hours</q>", [("50", "billion cubic meters", "amount"), ("4", "GWh", "amount")]),
    ("<q>5 lakh tonnes</q> of rice", [("500000", "tonnes", "amount")]),
    ("<q>three quarters of a mile</q>", [("0.75", "miles", "amount")]),
    ("below <q>1.5°C</q>", [("1.5", "°C", "amount")]),
    ("<q>10</q> to <q>15 million tonnes</q>", [("10000000", "tonnes", "amount"), ("15000000", "tonnes", "amount")]),
    ("<q>40,000 pounds</q> of rice", [("40000", "pounds", "amount")]),
]  # fmt: skip
RANGES = [
    ("between <q>$150</q>-<q>200 billion</q>", [("150000000000", "USD", "amount"), ("200000000000", "USD", "amount")]),
    ("<q>$2</q>-<q>3 billion</q>", [("2000000000", "USD", "amount"), ("3000000000", "USD", "amount")]),
    ("between <q>3</q> and <q>5 million euros</q>", [("3000000", "EUR", "amount"), ("5000000", "EUR", "amount")]),
    ("<q>$500</q> to <q>$2 million</q>", [("500", "USD", "amount"), ("2000000", "USD", "amount")]),
    ("loans of up to <q>$1 billion</q>", [("1000000000", "USD", "amount")]),
]


@pytest.mark.parametrize(("marked", "said"), [*MONEY, *SHARES, *COUNTS, *MEASURES, *RANGES])
def test_reads_quantities(marked, said):
    _check(marked, said)


ALONE = [
    "Article 5, Resolution 2254 and Section 232 hold.",
    "The G7 and the 2+2 met a second time in 2018.",
    "They met on 30 June 2025 and on May 5.",
    "Kenya won 3 seats.",
    "Norway reports within 90 days, and met two weeks ago.",
    "Two leaders discussed new missiles.",
    "A force left in 2000.",
    "Sweden sent Leopard 2 tanks and a Boeing 737 aircraft.",
    "Call +82 2 2100 2114 or 202-555-0143.",
    "At 10:30 a.m., 2 pm and 0800 GMT the 21st round began.",
    "COVID-19, 9/11, 24/7 and the F-35 were topics, and so were the 2030s.",
    "One of them left, no one else did, and one in five people stayed.",
    "A third country, a fifth round and the first half of 2025 came up.",
    "The 27 member states and 54 African countries agreed on 3 pillars.",
    "The parliament voted 52-35, and the 2020 levels stand.",
    "ALL 27 came, and TOP 10 lists were made.",
    "half a year since then",
    "a zero emission vehicle, and zero troops",
]


@pytest.mark.parametrize("text", ALONE)
def test_leaves_alone_what_is_no_quantity(text):
    assert [measure.span.of(text) for measure in _found(text)] == []


@pytest.mark.parametrize(
    ("text", "bound", "per"),
    [
        ("more than $12 billion", "more than", ""),
        ("over 300 troops", "more than", ""),
        ("over five years", "", ""),
        ("for over five years", "more than", ""),
        ("up to $12 billion a year", "up to", "year"),
        ("as many as 40,000 soldiers", "up to", ""),
        ("at least 5 million euros annually", "at least", "year"),
        ("not less than 300 ships", "at least", ""),
        ("no more than 300 ships", "up to", ""),
        ("less than 2% of GDP", "less than", ""),
        ("nearly a dozen tanks", "about", ""),
        ("about 600 trucks a day", "about", "day"),
        ("$60 per barrel", "", "barrel"),
        ("a $20-a-barrel cap", "", "barrel"),
        ("an annual $20 million", "", "year"),
        ("$5 million or more", "at least", ""),
        ("a further 300 troops", "", ""),
        ("every 300 troops", "", ""),
    ],
)
def test_bounds_and_rates_are_kept_apart_from_the_number(text, bound, per):
    (measure,) = _found(text)
    assert (measure.bound, measure.per) == (bound, per)


WHOLE = [
    "Norway pays <w>up to $12 billion a year</w> to Kenya.",
    "Japan lends <w>at least 5 million euros annually</w>.",
    "Chile sends <w>300 troops or more</w>.",
    "Oman gives <w>annual $20 million</w>.",
    "Peru gives <w>$20 million</w>, and more may come.",
]


@pytest.mark.parametrize("marked", WHOLE)
def test_the_words_of_a_quantity_hold_those_of_its_bound_and_rate(marked):
    text, spans = unmark(marked)
    assert [measure.words for measure in _found(text)] == list(spans["w"])


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("The EU lends Egypt 500 million euros ($560 million).", [("560000000", "USD")]),
        ("Norway gives NOK 12 billion (about $1.1 billion).", [("1100000000", "USD")]),
        ("Japan lends ¥30 billion, or $200 million, to Laos.", [("200000000", "USD")]),
        ("a line of 30 kilometers (19 miles)", [("19", "miles")]),
        ("A$52.5 million (US$40.4 million; €37 million)", [("40400000", "USD")]),
    ],
)
def test_two_currencies_of_one_sum_are_one_quantity(text, again):
    first, *_ = _found(text)
    assert [(str(one.value), one.unit) for one in first.again] == again


@pytest.mark.parametrize(
    "text",
    ["$5 million and €4 million", "It costs £2m or ¥5 million.", "$5 million in loans (and €4 million in grants)"],
)
def test_two_sums_are_two_quantities(text):
    assert [one.again for one in _found(text)] == [(), ()]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("tens of thousands of troops", "tens of thousands"),
        ("several hundred advisers", "several hundred"),
        ("hundreds of millions of dollars", "hundreds of millions"),
        ("a few dozen ships", "a few dozen"),
    ],
)
def test_words_that_name_no_number_are_vague_with_their_reason(text, words):
    assert _found(text) == ()
    (vague,) = find_vague(Scene(document=Document(text=text)), Span(0, len(text)))
    assert vague.span.of(text) == words
    assert vague.reason == f"“{words}” names no number"


def test_numbers_by_themselves_are_found_on_demand():
    text = "Ghana has 51; the two met over 5,000 times in 2019."
    assert [str(one.value) for one in find_numbers(text, Span(0, len(text)))] == ["51", "2", "5000"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("three million two hundred and forty", "3000240"),
        ("ninety-nine", "99"),
        ("sixteen hundred", "1600"),
        ("one and a half billion", "1500000000"),
        ("two point five million", "2500000"),
        ("half a dozen", "6"),
        ("a hundred thousand", "100000"),
        ("five hundred and two thousand and six", "502006"),
    ],
)
def test_number_words_are_read_in_full(words, value):
    parts = words.replace("-", " ").split()
    assert read_words(parts) == (Decimal(value), len(parts))


@pytest.mark.parametrize("words", ["two and three million", "twenty twenty", "seven eight"])
def test_numbers_side_by_side_are_not_added_up(words):
    parts = words.split()
    assert read_words(parts)[1] == 1


def test_is_exact():
    (measure,) = _found("It costs $0.1 trillion.")
    assert measure.value == Decimal(100_000_000_000)


def test_every_currency_is_read_by_its_code_and_its_names():
    for row in load_rows("currencies.tsv"):
        names = [f"{a} {n}".strip() for a in row["adjectives"].split("|") for n in row["names"].split("|")]
        for name in (row["code"], *names):
            (measure,) = _found(f"worth 5 billion {name} now")
            assert (measure.unit, str(measure.value)) == (row["code"], "5000000000"), name


def test_every_sign_is_read_before_its_sum():
    for sign, code in load_units().signs.items():
        assert [one.unit for one in _found(f"worth {sign} 5 billion now")] == [code], sign


PIECES = ["$", "€", "12", "1,000", "3.5", " ", "-", "–", "/", "million", "half", "a", "percent", "of", "km", "²", "e9", "×10", "٣", "½", "1/0", "won", "US", "to", "(", ")", "dozen", "and", "9" * 40]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join))
def test_no_text_breaks_the_reading(text):
    for measure in _found(text):
        assert measure.value.is_finite()
        assert 0 <= measure.span.start < measure.span.end <= len(text)
