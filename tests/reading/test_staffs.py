"""Those who serve somebody in view, governments in brief, and hosts: whose they are."""

import pytest

from mentions import actors_of, bare, marked

READ = [
    "[Kenyan Foreign Minister Ann Owino|ann-owino] and [her team|KEN] met [Peru|PER].",
    "[Kenyan Foreign Minister Ann Owino|ann-owino] met [President Luis Rey of Peru|luis-rey] and [other senior officials|PER].",
    "The [European Union|european-union] wrote. [European officials|european-union] and [European nations|european-union] thanked [Kenya|KEN].",
    "[President Biden|joe-biden] left, and [Biden officials|USA] stayed.",
    # Governments in brief
    "[U.S. President Ann Roe|ann-roe] left. [The administration|USA] will pay.",
    "[Kenya|KEN] voted. [Kenya|KEN] waits. [The new government|KEN] promised calm.",
    "[Ghana|GHA] helped [Mali|MLI] pay what [the government|GHA] owed.",
    # Each side, and organs of both
    "[Norway|NOR] and [Kenya|KEN] met. [Each side|KEN NOR] agreed.",
    "[Norway|NOR] and [Kenya|KEN] met. [The parliaments of both countries|KEN/parliament NOR/parliament] agreed.",
    "[Peruvian prosecutors|PER/prosecutors] blamed [Chilean courts|CHL/courts].",
]
LEFT_ALONE = [
    "The administration of aid and the government of the bank failed.",
    "The coup leaders and the party leaders met.",
    "Each side of the road was closed.",
    "Other European nations watched.",
    "The government shutdown went on.",
]


@pytest.mark.parametrize("row", READ)
def test_those_who_serve_somebody_stand_for_the_state(row):
    assert marked(bare(row), published=None) == row


@pytest.mark.parametrize("row", LEFT_ALONE)
def test_those_of_nobody_in_view_are_left_alone(row):
    assert marked(row) == row


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Norway spoke. In Kenya, she met with Foreign Minister Ann Owino.", "KEN"),
        ("Norway spoke. They went to Kenya, where they met Foreign Minister Ann Owino.", "KEN"),
        ("Norway spoke. She met with Foreign Minister Ann Owino and other senior Kenyan officials.", "KEN"),
        ("Norway spoke. Norway waited, and Norway left. In Kenya, it rained; Foreign Minister Ann Owino slept.", "NOR"),
    ],
)
def test_who_is_met_somewhere_holds_an_office_there(text, state):
    found = next(actor for actor in actors_of(text) if actor.actor == "ann-owino")
    assert found.state.value == state
