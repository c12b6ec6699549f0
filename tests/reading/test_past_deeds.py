"""What was done already, only foretold, or called important without being a deed is no commitment; a noun may be as firm as its verb."""

import pytest

from casts import cast_of, scene_of
from servanda.reading.commitments.commitments import read_commitments


def records(text):
    scene = scene_of(text)
    return list(read_commitments(scene, cast_of(scene)))


@pytest.mark.parametrize(
    "text",
    [
        "Chad's president thanked the Norwegian government for supporting Chad so generously.",
        "Grain grew dear in Oman following Peru's decision to shut its harbours to Chilean ships.",
        "Peru deplored Chile's decision to halt its grain trains to Peru.",
        "Kenya and Chad think that we will find a solution to the dispute.",
        "The treaty will bring the harbours of Peru and Chile a windfall.",
        "Peru and Chile agreed on the value of music education.",
        "Peru and Chile are set to ink a pact on herring.",
        "Sudan's envoy wants to be recognized by Norway.",
        "Chad and Kenya underlined the importance of the Blue Lake initiative.",
    ],
)
def test_these_undertake_nothing(text):
    assert records(text) == []


@pytest.mark.parametrize(
    ("text", "act", "firmness"),
    [
        ("Chad thanked Spain for agreeing to send doctors to Chad.", "support", "agreed"),
        ("Peru welcomed Chile's decision to open its ports to Peru.", "other", "binding"),
        ("Kenya and Chad will find a solution to their dispute.", "negotiate", "intended"),
        ("Chad and Kenya stressed the importance of close cooperation.", "cooperate", "aspired"),
        ("Chad and Kenya stressed the importance of protecting the lake.", "other", "aspired"),
        ("Peru and Chile are convinced of a need to settle their herring dispute.", "negotiate", "aspired"),
        ("Norway and Kenya reaffirmed their support for Chad.", "support", "pledged"),
        ("Norway and Kenya stressed their support for Chad.", "support", "intended"),
        ("Kenya and Chad reaffirmed their firm determination to end piracy together.", "cooperate", "pledged"),
        ("Peru issued a letter of intent to join Chile's lighthouse coalition.", "cooperate", "intended"),
        ("Kenya will join the Norwegian coalition to support Niger.", "cooperate", "intended"),
        ("Kenya will work to support Niger.", "support", "intended"),
        ("Peru and Chile agreed to encourage the trade in herring.", "trade", "agreed"),
        ("Peru and Chile agreed to address their border dispute.", "negotiate", "agreed"),
        ("Peru and Chile agreed to set aside their differences.", "negotiate", "agreed"),
        ("Peru and Chile agreed to review their fisheries treaty.", "negotiate", "agreed"),
        ("Peru and Chile agreed to end smear campaigns on radio.", "refrain", "agreed"),
        ("Kenya is ready to host a meeting of Chad and Niger.", "consult", "intended"),
        ("A hotline will be established between Kenya and Tanzania.", "consult", "intended"),
        ("Kenya remains steadfast in supporting Chad.", "support", "pledged"),
    ],
)
def test_these_undertake_something(text, act, firmness):
    (found,) = records(text)
    assert (found.act.value.value, found.firmness.value.value) == (act, firmness)


def test_what_an_object_is_kept_as_belongs_to_the_deed():
    text = "Kenya and Uganda pledged to maintain the lake as a zone of peace."
    (found,) = records(text)
    assert found.span[0].of(text).endswith("as a zone of peace")


def test_trade_is_encouraged_and_people_only_in_words():
    assert records("Chad will encourage Kenyan leaders to travel more.") == []


def test_a_headline_joins_owners_by_a_comma():
    (found,) = records("Kenya, Chad pact to end tension")
    assert set(found.debtors.value) == {"KEN", "TCD"}


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile stressed the need for all governments to keep village schools open.",
        "Norway will send a clear signal to Chad.",
        "The rebels are backed by Kenya, Chad's minister said.",
        "Peru and Chile noted the share of herring agreed to at the congress of Norway.",
        "Peru and Chile underlined the importance of the second fisheries summit.",
    ],
)
def test_words_prospects_and_what_everybody_should_do_bind_nobody(text):
    assert records(text) == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Norway and Chad committed to continue close coordination to prevent the war from spreading.", "cooperate"),
        (
            "Peru and Chile drew up a herring treaty, which the two have committed to complete before winter.",
            "negotiate",
        ),
        ("Norway and Chad agreed to continue to support Kenya.", "support"),
    ],
)
def test_what_goes_on_and_what_a_relative_takes_up_is_the_deed(text, act):
    (found,) = records(text)
    assert found.act.value.value == act


@pytest.mark.parametrize(
    ("text", "act", "novelty"),
    [
        ("Peru and Chile announced a commitment to count the herring.", "other", "new"),
        ("Chad and Kenya expressed support for Niger.", "support", "new"),
        ("Chad and Kenya reiterated their unwavering commitment to support Niger.", "support", "reaffirmed"),
        ("Peru and Chile agreed to respond collectively after floods.", "cooperate", "new"),
        ("Peru and Chile agreed to adhere to their river charter.", "implement", "new"),
        ("Chad will enhance its presence in Niger.", "defend", "new"),
    ],
)
def test_what_is_given_or_voiced_is_new(text, act, novelty):
    (found,) = records(text)
    assert (found.act.value.value, found.novelty.value.value) == (act, novelty)
