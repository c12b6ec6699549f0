"""Words made from one another share a stem; words that only look alike do not."""

import pytest

from servanda.resolve.stems import stem_of

ALIKE = [
    ("invest", "investment"),
    ("investing", "invested"),
    ("acquire", "acquisition"),
    ("approve", "approval"),
    ("defence", "defense"),
    ("programme", "programs"),
    ("modernise", "modernization"),
    ("labour", "labor"),
    ("withdrawn", "withdrawal"),
    ("nonproliferation", "proliferation"),
    ("dredging", "dredged"),
]
APART = [
    ("commit", "committee"),
    ("buy", "purchase"),
    ("port", "portion"),
    ("nation", "native"),
    ("contract", "contrast"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_words_made_from_one_another_share_a_stem(one, other):
    assert stem_of(one) == stem_of(other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_words_that_look_alike_stay_apart(one, other):
    assert stem_of(one) != stem_of(other)
