"""The opposite of what a text says: what is found, and what is left alone."""

import pytest

from comparing import assert_found, assert_left

FOUND = [
    ("Nepal and Turkey", "Turkey shall not station drones at the airfield of Pokhara.", "Turkey shall <x>station</x> drones at the airfield of Pokhara."),
    ("Nepal and Turkey", "Neither party shall tax the carpets of the hill cooperatives.", "Either party may <x>tax</x> the carpets of the hill cooperatives."),
    ("Cuba and Angola", "The ministers rejected the blockade of sugar ports.", "The ministers <x>endorsed</x> the blockade of sugar ports, the declaration says."),
    ("Cuba and Angola", "Veterans are exempt from the fees of the clinics.", "Veterans will pay the <x>fees</x> of the clinics."),
    ("Chad and Niger", "Herders may graze cattle without prior permits on both banks.", "Herders may graze cattle only with prior <x>permits</x> on both banks."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("parties", "term", "report"), FOUND, ids=["not lost", "neither", "opposite verbs", "exempt", "with for without"]
)
def test_the_opposite_is_found(parties, term, report):
    assert_found("reversed term", parties, term, report)


LEFT = [
    ("Nepal and Turkey", "Turkey shall not station drones at the airfield of Pokhara.", "Turkey ruled out the stationing of drones at the airfield of Pokhara."),
    ("Nepal and Turkey", "Turkey will abolish its duty on carpets of the cooperatives.", "Turkey will drop its duty on carpets of the cooperatives."),
    ("Chad and Niger", "Both sides will share seeds, including but not limited to millet and sorghum.", "Both sides will share seeds, including millet and sorghum."),
    ("Chad and Niger", "Niger shall not divert the river without the consent of Chad.", "Niger may divert the river with the consent of Chad."),
    ("Cuba and Angola", "Angola strongly opposes any blockade of sugar ports.", "Angola voiced its objections against any blockade of sugar ports."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("parties", "term", "report"), LEFT, ids=["ruled out", "dropped", "not limited to", "without consent", "objections"]
)
def test_the_same_in_other_words_is_left_alone(parties, term, report):
    assert_left("reversed term", parties, term, report)
