"""Reasons as a person reads them: days, sums, parties and whole words."""

import pytest

from servanda.view.names import Names
from servanda.view.reasons import reason_in_words

NAMES = Names({"KEN/navy": "the Kenyan Navy"})
TOLD = [
    ("by 2030-12-31 only in the earlier one", "by 31 December 2030 only in the earlier one"),
    ("by 2030-01-01/2030-12-31, then by 2031-05-01", "by 2030, then by 1 May 2031"),
    ("350,000,000,000 NOK stands only in the later one", "350 billion NOK stands only in the later one"),
    ("25 %, then 15 %", "25%, then 15%"),
    ("bound are KEN, KEN/navy here, NLD there", "bound are Kenya, the Kenyan Navy here, Netherlands there"),
    ("both in treaty-of-1992; said 1.1 years apart", "both in treaty-of-1992; said 1.1 years apart"),
]
LEFT = [
    "in quotation marks: by 2030-12-31 25 % of KEN",
    "“by 2030-12-31, 25 %” in the report where the text has “KEN”",
    "intended, then pledged",
    "both give 3 GW; the ABC of it",
]


@pytest.mark.parametrize(("reason", "shown"), TOLD)
def test_days_sums_and_parties_have_their_names(reason, shown):
    assert reason_in_words(reason, NAMES) == shown


@pytest.mark.parametrize("reason", LEFT)
def test_what_is_quoted_or_plain_is_left(reason):
    assert reason_in_words(reason, NAMES) == reason


@pytest.mark.parametrize(
    ("stems", "shown"),
    [
        ("ferri-, electr-", "ferries, electric"),
        ("raise-, defend-", "raise, defense"),
        ("South Sudan, NCG, build-", "South Sudan, NCG, build"),
    ],
)
def test_stems_are_shown_as_words_of_the_records(stems, shown):
    words = ("South Sudan and the NCG will raise", "electric ferries for defense")
    reason = f"beginnings of words in common: {stems} (43 % of both); the same act, procure"
    assert reason_in_words(reason, NAMES, words) == f"words in common: {shown} (43% of both); the same act, procure"
