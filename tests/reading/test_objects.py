"""What a commitment is about: a short noun phrase that reads well alone, or nothing."""

import pytest

from casts import cast_of, scene_of
from servanda.reading.commitments.commitments import read_commitments

OBJECTS = [
    ("Norway pledged to lend Kenya two grey ships by 2030.", "two grey ships"),
    ("Kenya and Ethiopia agreed to set up a border commission next month.", "a border commission"),
    ("Chad agreed to hand over the last prisoners to Sudan.", "the last prisoners"),
    ("Spain promised to provide Peru with six coastal radars.", "six coastal radars"),
    ("Kenya pledged to Ethiopia to invest $120 million in the Isiolo–Moyale road.", "the Isiolo–Moyale road"),
    ("Ghana and Togo agreed to work together to lower their duties on rice.", "their duties on rice"),
    ("Ghana agreed to continue to support Togo's fishing fleet.", "Togo's fishing fleet"),
    ("Oman and Qatar agreed to cooperate on offshore wind.", "offshore wind"),
    ("Serbia pledged to adhere to the accord with Kosovo.", "the accord with Kosovo"),
    ("Japan and Chile remain committed to a free, open and stable Pacific.", "a free, open and stable Pacific"),
    ("Japan pledged to buy Brazilian-made, fast patrol boats from Brazil.", "Brazilian-made, fast patrol boats"),
    ("Two frigates will be sent to Cyprus by Spain.", "Two frigates"),
    ("The aid that Norway pledged to Malawi has arrived.", "The aid"),
    ("Norway promised Chad three grey ships.", "three grey ships"),
    ("Poland reaffirmed its support for the acquisition of two ports by Lithuania.", "two ports"),
    pytest.param(
        "Peru pledged to send Chile doctors who had worked abroad.", "doctors", id="a relative clause is no part of it"
    ),
    pytest.param("Kenya pledged to help Uganda fight COVID-19.", "COVID-19", id="what a hyphen joins is one word"),
    pytest.param(
        "Ghana and Togo agreed to meet again in Accra in December.", None, id="a place and a time are no object"
    ),
    pytest.param("Kenya pledged to Chad to carry on.", None, id="a particle is no object"),
    pytest.param(
        "Chile agreed to invest $3 million in return for Peru's lowering of duties.",
        "$3 million",
        id="what is given back is none",
    ),
]


@pytest.mark.parametrize(("text", "told"), OBJECTS)
def test_what_a_commitment_is_about(text, told):
    scene = scene_of(text)
    found = list(read_commitments(scene, cast_of(scene)))
    assert found
    assert [one.object.value for one in found][:1] == [told]
    for one in found:
        assert all(" ".join(span.of(text).split()) == one.object.value for span in one.object.spans)


NAMELESS = [
    "Norway offered Chad another one.",
    "Peru pledged three more to Chile.",
    "Kenya pledged two to Uganda.",
]


@pytest.mark.parametrize("text", NAMELESS)
def test_a_number_alone_names_nothing(text):
    scene = scene_of(text)
    found = list(read_commitments(scene, cast_of(scene)))
    assert [one.object.value for one in found] == [None]
