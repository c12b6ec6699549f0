"""Deeds of war and harm that are only told bind nobody; what is threatened, vowed or forsworn in own words does. And what is taken back is declined."""

import pytest

from servanda.codebook import Document
from servanda.codebook.vocabulary import CommitmentStatus, Polarity
from servanda.reading.readers import read_document


def commitments(text):
    return read_document(Document(text=text)).commitments


TOLD = [
    "Chad continues to wage war against Niger.",
    "Chad will bombard the ports of Niger for years.",
    "Norway said Chad would not attack Niger.",
    "Chad continues to fire missiles at Niger.",
    "The government of Chad will collapse in talks with Niger.",
]
SAID = [
    ("Chad threatened to bomb the ports of Niger.", "TCD"),
    ("Chad said it would not attack Niger.", "TCD"),
    ("“We will blockade Niger,” Chad's minister said.", "TCD"),
    ("Chad vowed to invade Niger.", "TCD"),
    pytest.param("Kenya will launch a bus line to Uganda.", "KEN", id="another launch"),
]


@pytest.mark.parametrize("text", TOLD)
def test_what_is_told_of_others_binds_nobody(text):
    assert commitments(text) == ()


@pytest.mark.parametrize(("text", "bound"), SAID)
def test_own_words_bind(text, bound):
    assert [one.debtors.value for one in commitments(text)] == [(bound,)]


TAKEN_BACK = [
    "Kenya took back its pledge to admit Ugandan milk.",
    "Kenya backed out of its pledge to admit Ugandan milk.",
    "Kenya went back on its promise to admit Ugandan milk.",
    "Kenya revoked its guarantee of Ugandan loans.",
]
KEPT = [
    "Kenya backed its pledge to admit Ugandan milk with money.",
    "Kenya took up its pledge to admit Ugandan milk.",
    "Kenya went to Uganda with a pledge to admit Ugandan milk.",
]


@pytest.mark.parametrize("text", TAKEN_BACK)
def test_what_is_taken_back_is_declined(text):
    (one,) = commitments(text)
    assert (one.polarity.value, one.status.value) == (Polarity.MINUS, CommitmentStatus.WITHDRAWN)


@pytest.mark.parametrize("text", KEPT)
def test_what_is_not_taken_back_is_not(text):
    assert all(one.status.value is not CommitmentStatus.WITHDRAWN for one in commitments(text))


THINGS = [
    "Our meeting will strengthen Norway and Chad.",
    "Norwegian assistance is helping schools in Chad.",
    "The new loans will support schools in Chad, Norway says.",
]


@pytest.mark.parametrize("text", THINGS)
def test_what_a_thing_brings_about_is_foretold(text):
    assert commitments(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The Norway-Chad partnership will train teachers in both countries.",
        "Norway's pension funds will finance schools in Chad.",
        "The two will strengthen their ties, Norway and Chad said.",
    ],
)
def test_deals_bodies_and_those_named_before_are_no_such_thing(text):
    assert commitments(text)


DEMANDED = [
    "Chad must withdraw its troops, Norway's minister said.",
    "“The Chadian government should withdraw its troops,” said Norway's minister.",
]
OWN_WISHES = [
    ("“We must withdraw our troops from Chad,” said Norway's minister.", ("NOR",)),
    ("Norway must withdraw its troops from Chad, Norway's minister said.", ("NOR",)),
]


@pytest.mark.parametrize("text", DEMANDED)
def test_what_is_demanded_of_another_state_binds_nobody(text):
    assert commitments(text) == ()


@pytest.mark.parametrize(("text", "bound"), OWN_WISHES)
def test_what_a_state_says_that_it_must_do_is_its_wish(text, bound):
    assert [one.debtors.value for one in commitments(text)] == [bound]
