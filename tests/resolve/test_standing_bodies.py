"""Standing bodies are found by their names, without the states before them."""

import pytest

from servanda.resolve.standing_bodies import standing_bodies_in

NAMED = [
    ("Norway and Peru agreed to set up an Andean Glacier Council.", [("Andean Glacier Council", "AGC")]),
    ("the Inaugural Arctic Rescue Forum will meet in Oslo", [("Arctic Rescue Forum", "ARF")]),
    ("They will found a Working Group on Seabed Cables.", [("Working Group on Seabed Cables", "WGSC")]),
    ("the Kenya-Togo Trade and Ports Committee", [("Trade and Ports Committee", "TPC")]),
    ("the Glacier Council and the Glacier Council", [("Glacier Council", "")]),
    ("Both agreed to establish a joint commission on cod and haddock.", [("commission on cod", "")]),
    ("They will set up a new bilateral coral reef forum to meet yearly.", [("coral reef forum", "")]),
    ("Chile and Peru created a working group on tides", [("working group on tides", "")]),
    ("Togo established a joint committee on fisheries last week.", [("committee on fisheries", "")]),
    ("Fiji and Samoa set up a coral reef forum on Monday.", [("coral reef forum", "")]),
    ("They founded a working group on early warning.", [("working group on early warning", "")]),
    ("They launched a fisheries research panel for three years.", [("fisheries research panel", "")]),
    ("They will create a working group on water supply.", [("working group on water supply", "")]),
    ("They created a working group on tides quickly.", [("working group on tides", "")]),
    ("The Arctic Rescue Council on Friday thanked Togo.", [("Arctic Rescue Council", "ARC")]),
    ("The Working Group on Seabed Cables Monday met.", [("Working Group on Seabed Cables", "WGSC")]),
]
LEFT_ALONE = [
    "Norway will strengthen the dialogue with Peru.",
    "the Council met with Norway",
    "a group of states and their committee",
    "Prime Minister Lee will visit Oslo.",
    "They agreed to establish a mechanism and to create a fund.",
    "The joint commission on cod met in Bergen.",
    "The court found the armed rebel network responsible.",
    "Chile convened the joint committee on trade last week.",
    "They launched the annual report of the fisheries joint committee.",
    "The former joint committee on trade agreed.",
    "Both will create the conditions for a fisheries committee.",
    "Peru launched the coral reef forum's new page.",
    "They set up a coral reef forum's page.",
]


@pytest.mark.parametrize(("words", "bodies"), NAMED)
def test_a_standing_body_is_found_by_its_name(words, bodies):
    assert [(body.name, body.short) for body in standing_bodies_in(words)] == bodies


@pytest.mark.parametrize("words", LEFT_ALONE)
def test_what_is_no_name_is_left_alone(words):
    assert list(standing_bodies_in(words)) == []
