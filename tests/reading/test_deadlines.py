"""By when a deed is to be done, and whose currency a sum is in."""

from datetime import date

import pytest

from servanda.codebook import Document, When
from servanda.reading.readers import read_document


def read(text):
    document = Document(text=text, published=When.day(date(2025, 9, 4)))
    return read_document(document).commitments


SET = [
    ("Ethiopia will supply power to Kenya from 2026 to 2030.", "2026-01-01/2030-12-31"),
    ("Ethiopia will supply power to Kenya on 1 January 2026.", "2026-01-01"),
    ("Spain agreed to pay Morocco 40 million euros this year.", "2025-01-01/2025-12-31"),
    ("Peru pledged to lower its duties on Chilean wine in the first half of 2026.", "2026-01-01/2026-06-30"),
    ("Ghana and Togo agreed to meet again in Accra in December.", "2025-12-01/2025-12-31"),
    ("Norway will give Ukraine 85 billion kroner in 2026 and 2027.", "2026-01-01/2027-12-31"),
    ("Norway pledged $3 million to Chad in 2027.", "2027-01-01/2027-12-31"),
    ("Norway will lend Kenya two ships by 2030.", "2030-01-01/2030-12-31"),
    ("Japan pledged to train the police of Fiji for the next five years.", "2025-09-04/2030-09-04"),
    ("Ghana and Togo look forward to the opening of the Lome Bridge in May 2026.", "2026-05-01/2026-05-31"),
    ("Kenya and Norway look forward to the launch of the ocean dialogue in May 2026.", "2026-05-01/2026-05-31"),
    ("Peru and Chile agreed to meet again in July 2026.", "2026-07-01/2026-07-31"),
    ("Peru and Chile agreed to meet again in January.", "2026-01-01/2026-01-31"),
]

NOT_SET = [
    pytest.param("Kenya paid Chad the aid that it promised in March.", id="when it was promised"),
    pytest.param("Norway, which pledged $3 million to Chad in May, paid half.", id="when a sum was pledged"),
    pytest.param("Ethiopia will supply Kenya with power beginning in 2026.", id="a beginning"),
    pytest.param("Ethiopia will supply power to Kenya from 1 January 2026.", id="a day from which on"),
    pytest.param("Peru pledged to pay Chile $3 million a year starting next year.", id="when it starts"),
    pytest.param("Kenya pledged to implement the 2027 accord with Chad.", id="a year in a name"),
    pytest.param("Kenya pledged to pay Chad what it borrowed in 2021.", id="a past year"),
    pytest.param("Kenya will supply Chad with power every winter.", id="what comes again and again"),
    pytest.param("Peru and Chile agreed to suspend their drills in July.", id="a month just over"),
]


@pytest.mark.parametrize(("text", "deadline"), SET)
def test_a_time_that_lies_ahead_is_when_it_is_to_be_done(text, deadline):
    assert [str(one.deadline.value) for one in read(text)] == [deadline]


@pytest.mark.parametrize("text", NOT_SET)
def test_other_times_set_none(text):
    assert [one.deadline.value for one in read(text)] == [None]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Norway will give Ukraine 85 billion kroner.", "NOK"),
        ("Denmark will give Ukraine 85 billion kroner.", "DKK"),
        ("India pledged to lend Sri Lanka 40 billion rupees.", "INR"),
        ("Kenya pledged to repay Pakistan 40 billion rupees.", "PKR"),
        ("Kenya pledged to pay Chad 40 billion kroner.", "kroner"),
    ],
)
def test_a_currency_of_several_states_is_the_givers_or_the_takers(text, unit):
    assert [one.quantities.value[0].unit for one in read(text)] == [unit]
