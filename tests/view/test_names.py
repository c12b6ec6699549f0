"""Ids, dates and sums as a person writes them."""

from decimal import Decimal

import pytest

import factories as make
from servanda.codebook import When
from servanda.codebook.vocabulary import Bound, Role
from servanda.view.names import Names, day_in_words, number_in_words, quantity_in_words


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2024-05-02", "2 May 2024"),
        ("2024-05", "May 2024"),
        ("2024", "2024"),
        ("2024-05-01/2024-05-28", "1 to 28 May 2024"),
        ("2024-05-30/2024-06-02", "30 May to 2 June 2024"),
        ("2023-12-30/2024-01-02", "30 December 2023 to 2 January 2024"),
        pytest.param("2024-01/2024-03", "1 January to 31 March 2024", id="a quarter"),
        pytest.param("2024/2025", "1 January 2024 to 31 December 2025", id="two years"),
    ],
)
def test_dates(written, expected):
    assert day_in_words(When.parse(written)) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("350000000000", "350 billion"),
        ("1500000", "1.5 million"),
        ("28500", "28,500"),
        ("3.5", "3.5"),
        ("0", "0"),
        ("-2000000", "-2 million"),
        pytest.param("1234567", "1,234,567", id="no digit is rounded away"),
        pytest.param(
            "1234567890123456789012345678901234567", "1,234,567,890,123,456,789,012,345,678,901,234,567", id="huge"
        ),
    ],
)
def test_numbers(value, expected):
    assert number_in_words(Decimal(value)) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"value": Decimal(25), "unit": "%", "role": Role.FROM}, "from 25%"),
        ({"value": Decimal(15), "unit": "%", "role": Role.TO}, "to 15%"),
        ({"value": Decimal(2), "unit": "% of GDP"}, "2% of GDP"),
        ({"value": Decimal(350_000_000), "unit": "EUR"}, "350 million EUR"),
        ({"value": Decimal(4), "unit": "ships", "role": Role.SHARE}, "4 ships (a share)"),
        ({"value": Decimal(30), "unit": "%", "role": Role.SHARE}, "30%"),
        (
            {"value": Decimal(20_000_000_000), "unit": "USD", "bound": Bound.UP_TO, "per": "year"},
            "up to 20 billion USD per year",
        ),
        ({"value": Decimal(5), "unit": "%", "role": Role.TO, "bound": Bound.AT_LEAST}, "to at least 5%"),
    ],
)
def test_quantities(given, expected):
    assert quantity_in_words(make.a_quantity(**given)) == expected


@pytest.mark.parametrize(
    ("actor", "expected"),
    [
        pytest.param("KEN", "Kenya", id="a state has its usual name, whatever the texts call it"),
        ("kari-dahl", "Minister Dahl"),
        pytest.param("ana-lima", "Ana Lima", id="a person whom the ledger does not name"),
        pytest.param("PHL/coast-guard", "Coast guard (PHL)", id="a body whom the ledger does not name"),
        ("narrator", "the reporter"),
    ],
)
def test_actors(actor, expected):
    assert Names({"kari-dahl": "Minister Dahl", "KEN": "Nairobi"}).actor(actor) == expected
