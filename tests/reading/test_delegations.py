"""Delegations: those who are named as their members, else their state."""

import pytest

from mentions import bare, marked

READ = [
    (
        "[A Kenyan delegation|ann-owino ben-otieno] led by [Trade Minister Ann Owino|ann-owino] and including [Governor Ben Otieno|ben-otieno] flew to Lima. "
        "[The delegation|ann-owino ben-otieno] met [Peru|PER]."
    ),
    (
        "[The delegation|ann-owino ben-otieno], which was headed by [Trade Minister Ann Owino|ann-owino] and [Governor Ben Otieno|ben-otieno], left. "
        "[The delegation|ann-owino ben-otieno] came back."
    ),
    (
        "[Kenyan President Ann Owino|ann-owino] met [Peruvian President Luis Rey|luis-rey] and [Peruvian Foreign Minister Ana Sousa|ana-sousa]. "
        "[The two delegations|ana-sousa ann-owino luis-rey] agreed."
    ),
    "[The Kenyan delegation|KEN] met [Peru|PER]. [The Kenyan delegation|KEN] left.",
]
LEFT_ALONE = [
    "The delegation of powers went on.",
    "[A Kenyan delegation|KEN] met [President Luis Rey|luis-rey] and [Foreign Minister Ana Sousa|ana-sousa]. The delegation left.",
]


@pytest.mark.parametrize("row", READ)
def test_a_delegation_is_its_members_where_they_are_named(row):
    assert marked(bare(row)) == row


@pytest.mark.parametrize("row", LEFT_ALONE)
def test_a_delegation_whose_members_nobody_names_is_not_tied_to_persons(row):
    assert marked(bare(row)) == row
