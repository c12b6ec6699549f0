"""Claims about a text that no sentence of it tells: what is found, and what is left alone."""

import pytest

from comparing import assert_left, found_between
from marks import unmark

TERM = "Norway will lend Ghana $40 million for dredging the lagoon of Keta."

FOUND = [
    "The declaration also <x>bans imports of frozen poultry from third states</x>.",
    "Under the deal, <x>Ghana will send football coaches to Norwegian prisons</x>.",
    "According to the declaration, <x>Norway will train pilots of rescue helicopters</x> at Bodo.",
]


@pytest.mark.parametrize("report", FOUND, ids=["its subject", "under it", "according to it"])
def test_a_claim_that_no_sentence_tells_is_found(report):
    plain, marked = unmark(f"Norway and Ghana signed a joint declaration on Monday. {report}")
    news, found = found_between("Norway and Ghana", TERM, plain)
    start = news.index(plain) + marked["x"][0].start
    claims = [one.news_spans for label, one in found if label == "added term"]
    assert [spans for spans in claims if spans[0].start < start + 60 and spans[-1].end > start], found


LEFT = [
    "The declaration has Norway lend the sum for dredging the lagoon of Keta.",
    "The declaration angered fishermen in Accra and traders in the northern markets.",
    "Snow fell in Bergen, and buyers of frozen poultry stayed at home.",
    'A minister called the declaration "a triumph of patient bargaining over stubborn bureaucrats".',
]


@pytest.mark.parametrize("report", LEFT, ids=["told", "what became of it", "another matter", "an opinion"])
def test_what_is_told_and_what_is_said_of_the_text_is_left_alone(report):
    assert_left("added term", "Norway and Ghana", TERM, f"Norway and Ghana signed a joint declaration. {report}")
