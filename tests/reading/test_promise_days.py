"""By when something was due that was promised in the past: in the year of the promise, not in that of the report."""

from datetime import date

import pytest

from servanda.codebook import Document, When
from servanda.codebook.vocabulary import Known
from servanda.reading.readers import read_document

COUNTED = [
    ("In March 2021, Chad agreed to free all prisoners of Niger by June.", "2021-06-01/2021-06-30"),
    ("In November 2021, Chad agreed to free all prisoners of Niger by June.", "2022-06-01/2022-06-30"),
    ("Chad pledged last year to pay Niger $2 million by December.", "2024-12-01/2024-12-31"),
    ("Under a deal signed in 2021, Peru agreed to pay Chile by the end of the year.", "2021-12-31"),
    ("On 4 May 2023 Oman promised to free the crews of Kenya within 30 days.", "2023-05-04/2023-06-03"),
]
AS_IT_STANDS = [
    pytest.param(
        "Chad agreed in 2015 to build a dam for Niger by 2018.", "2018-01-01/2018-12-31", id="a year of its own"
    ),
    pytest.param("In 2021, Chad agreed to pay Niger by the end of the decade.", "2029-12-31", id="a decade of its own"),
    pytest.param(
        "After talks last week, Chad agreed to pay Niger by December.", "2025-12-01/2025-12-31", id="promised just now"
    ),
    pytest.param(
        "Chad, poor since 2019, agreed to pay Niger by December.", "2025-12-01/2025-12-31", id="no day of the promise"
    ),
    pytest.param(
        "Since talks in 2019 failed, Chad will pay Niger by December.", "2025-12-01/2025-12-31", id="promised today"
    ),
]
UNTOLD = [
    ("In 2019, Chad agreed to free all prisoners of Niger by June.", "in the spring of that year, or of the next"),
    ("In January, Oman promised to free the crews of Kenya within 30 days.", "from any day of the month"),
]


def deadline(text):
    document = Document(text=text, published=When.day(date(2025, 9, 4)))
    (one,) = read_document(document).commitments
    return one.deadline


@pytest.mark.parametrize(("text", "told"), COUNTED)
def test_a_deadline_is_counted_from_the_promise(text, told):
    assert str(deadline(text).value) == told


@pytest.mark.parametrize(("text", "told"), AS_IT_STANDS)
def test_other_deadlines_are_not(text, told):
    assert str(deadline(text).value) == told


@pytest.mark.parametrize(("text", "why"), UNTOLD)
def test_what_may_be_of_either_year_is_unclear(text, why):
    assert deadline(text).known is Known.UNCLEAR, why
