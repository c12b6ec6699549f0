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
        "Oman voiced regret following Kenya's decision to close its border with Uganda.",
        "Peru condemned Chile's decision to close its ports to Peru.",
        "Kenya and Chad think that we will find a solution to the dispute.",
        "The deal will throw the economies of Kenya and Uganda a lifeline.",
        "Chad and Kenya agreed on the importance of vocational education.",
        "India and Nepal are set to ink an agreement on the sharing of water.",
        "Sudan's envoy wants to be recognized by Norway.",
        "Chad and Kenya stressed the importance of the Blue Lake initiative.",
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
        ("Chad and Kenya are convinced of the need to resolve their dispute.", "negotiate", "aspired"),
        ("Norway and Kenya reaffirmed their support for Chad.", "support", "pledged"),
        ("Norway and Kenya stressed their support for Chad.", "support", "intended"),
        ("Kenya and Chad reaffirmed their firm determination to end piracy together.", "cooperate", "pledged"),
        ("Norway signed a declaration of intent to join the Kenyan coalition.", "cooperate", "intended"),
        ("Kenya will join the Norwegian coalition to support Ukraine.", "cooperate", "intended"),
        ("Kenya will work to support Ukraine.", "support", "intended"),
        ("Chad and Kenya agreed to encourage greater trade.", "trade", "agreed"),
        ("Peru and Chile agreed to address their border dispute.", "negotiate", "agreed"),
        ("Peru and Chile agreed to set aside their differences.", "negotiate", "agreed"),
        ("Peru and Chile agreed to review their fisheries treaty.", "negotiate", "agreed"),
        ("Peru and Chile agreed to end media campaigns against one another.", "refrain", "agreed"),
        ("Kenya is ready to host a meeting of Chad and Niger.", "consult", "intended"),
        ("Kenya announced that it would take off the table the use of force against Chad.", "refrain", "intended"),
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
        "Chad and Kenya stressed the need for all parties to abstain from violence in Sudan.",
        "Norway will send a clear signal to Chad.",
        "The rebels are backed by Kenya, Chad's minister said.",
        "Chad and Kenya noted the part of the framework agreed to at the conference of Norway.",
        "Chad and Kenya stressed the importance of the second fisheries summit.",
    ],
)
def test_words_prospects_and_what_everybody_should_do_bind_nobody(text):
    assert records(text) == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Norway and Chad committed to continue close coordination to prevent the war from spreading.", "cooperate"),
        (
            "Norway and Chad signed a treaty, which both sides have committed to complete as quickly as possible.",
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
        ("Chad and Kenya announced a commitment to process all claims.", "other", "new"),
        ("Chad and Kenya expressed support for Niger.", "support", "new"),
        ("Chad and Kenya reiterated their unwavering commitment to support Niger.", "support", "reaffirmed"),
        ("Chad and Kenya agreed to respond collectively to the threat.", "cooperate", "new"),
        ("Chad and Kenya agreed to adhere to the principles of the Charter.", "implement", "new"),
        ("Chad will enhance its presence in Niger.", "defend", "new"),
    ],
)
def test_what_is_given_or_voiced_is_new(text, act, novelty):
    (found,) = records(text)
    assert (found.act.value.value, found.novelty.value.value) == (act, novelty)
