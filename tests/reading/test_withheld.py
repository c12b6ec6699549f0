"""What is to be kept from somebody is not what is given: no word of it names the act."""

import pytest

from casts import cast_of, scene_of
from servanda.reading.commitments.commitments import read_commitments


def acts(text):
    scene = scene_of(text)
    return [one.act.value.value for one in read_commitments(scene, cast_of(scene))]


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Niger agreed to deny the rebels any military support.",
        "Kenya pledged to prevent financial aid to the militias of Somalia.",
        "Turkey and Iraq stressed the importance of denying any support to armed groups.",
    ],
)
def test_what_is_withheld_is_not_given(text):
    assert acts(text) == ["other"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad and Niger agreed to give the rebels military support.", ["support"]),
        ("Turkey pledged to provide military support to Iraq.", ["support"]),
    ],
)
def test_what_is_given_is(text, expected):
    assert acts(text) == expected
