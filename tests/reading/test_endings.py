"""What a party ends that it gave or shared is declined; what harms or burdens is ended as a deed of its own."""

import pytest

from casts import cast_of, scene_of
from servanda.reading.commitments.commitments import read_commitments


def read(text):
    scene = scene_of(text)
    return [(one.act.value.value, one.polarity.value.value) for one in read_commitments(scene, cast_of(scene))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turkey decided to suspend its trade talks with Greece.", [("negotiate", "-")]),
        ("Algeria threatened to halt gas shipments to Spain.", [("trade", "-")]),
        ("Ghana vowed to walk away from the accord with Togo.", [("implement", "-")]),
        ("Peru plans to cut its aid to Bolivia.", [("support", "-")]),
    ],
)
def test_what_ends_what_was_given_or_shared_is_declined(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Turkey decided to end its embargo on Greece.",
        "Algeria pledged to stop the attacks on Morocco.",
        "Ghana agreed to suspend its tariffs on rice from Togo.",
        "Chile agreed to leave two ships in Peru.",
    ],
)
def test_what_ends_a_burden_declines_nothing(text):
    assert [polarity for _, polarity in read(text)] == ["+"]
