"""Words that reports put for one another have one key; words whose difference must be shown have two."""

import pytest

from servanda.resolve.synonyms import meaning_of

ALIKE = [
    ("procure", "purchases"),
    ("duties", "tariff"),
    ("cessation", "halting"),
    ("removal", "withdrawing"),
    ("automobiles", "cars"),
    ("medicines", "pharmaceuticals"),
    ("lawmakers", "congressional"),
]
APART = [
    ("overhaul", "operation"),
    ("approval", "support"),
    ("raise", "lower"),
    ("submarine", "ship"),
    ("loan", "grant"),
    ("soldier", "adviser"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_a_report_may_put_one_for_the_other(one, other):
    assert meaning_of(one) == meaning_of(other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_the_difference_is_shown(one, other):
    assert meaning_of(one) != meaning_of(other)
