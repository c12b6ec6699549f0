"""States named one by one beside a group, the Union by its seat, titles for several, and what comes from a state."""

import pytest

from mentions import bare, marked

READ = [
    "[Norway|NOR] met [Chad|TCD], [Niger|NER] and [Mali|MLI] to help [those countries|MLI NER TCD].",
    "[Norway|NOR] thanked [our close partners|KEN PER] [Kenya|KEN] and [Peru|PER].",
    # Titles in the plural before several names
    "The plan was announced by [Presidents Berg and Rey|berg rey]. [President Ann Berg|berg] left.".replace(
        "|berg]", "|ann-berg]"
    ).replace("|berg rey]", "|ann-berg rey]"),
    # The Union
    "The [EU|european-union] filed a complaint against [Kenya|KEN]. [Kenya|KEN] answered [Brussels|european-union].",
    "Talks between [Kenya|KEN] and [Europe|european-union] failed, to the joy of [Norway|NOR].",
    "[Norway|NOR] heard a threat from [Europe|european-union].",
    "[Belgium|BEL] and the [EU|european-union] met. [Brussels|BEL] agreed.",
    "[NATO|nato] is calm, and [our Alliance|nato] holds.",
    "[Peru|PER] signed an agreement with [Kenya|KEN] and a pact against [Chad|TCD].",
    # What comes from a state, and what it gives
    "[Norway|NOR] wants greater engagement from [Kenya|KEN], despite opposition from [Peru|PER].",
    "[Norway|NOR] will halt oil exports to [Kenya|KEN].",
    # The subject of the sentence before
    "[Ghana|GHA], seen by [France|FRA] as a friend, has a port. [The country|GHA] is large.",
]
LEFT_ALONE = [
    "Refugees from Chad and imports from Peru arrived.",
    "He flew home from Kenya, and oil exports to Mali grew.",
    "It would be a stronger Kenya, they hope.",
    "Goods go to Europe, and planes come from Europe.",
    "The U.S.-Japan Alliance".replace("U.S.-Japan", "old") + " is old, and our alliance holds.",
    "Those countries are far away.",
]


@pytest.mark.parametrize("row", READ)
def test_states_beside_a_group_and_the_union_are_read(row):
    assert marked(bare(row)) == row


@pytest.mark.parametrize("row", LEFT_ALONE)
def test_places_and_origins_are_left_alone(row):
    assert marked(row) == row
