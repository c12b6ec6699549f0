"""Occasions told a second time in other words, under way, or at which those who met speak; and what is no occasion between two."""

import pytest

from servanda.codebook import Document, When
from servanda.codebook.vocabulary import DocumentKind
from servanda.reading.readers import PACKAGED, READERS, read_document

_ONLY = READERS[:2]


def _occasions(text, kind="news"):
    document = Document(text=text, published=When.parse("2024-05-15"), kind=DocumentKind(kind))
    return {one.span[0].of(text): one for one in read_document(document, readers=_ONLY, means=PACKAGED).occasions}


def _one(text, name, kind="news"):
    found = _occasions(text, kind)
    named = [one for words, one in found.items() if name in words]
    assert len(named) == 1, list(found)
    return named[0]


STATUS = [
    ("Kenyan President William Ruto is on a state visit to Norway.", "visit", "ongoing"),
    ("Kenyan President William Ruto was on a state visit to Norway.", "visit", "held"),
    ("Foreign Minister Ann Owino of Kenya, who is in Oslo for the African Union summit, spoke.", "summit", "ongoing"),
    ("Foreign Minister Ann Owino of Kenya was in Oslo for the African Union summit.", "summit", "held"),
]


@pytest.mark.parametrize(("text", "name", "status"), STATUS)
def test_who_is_there_now_is_at_it(text, name, status):
    assert _one(text, name).status.value.value == status


KINDS = [
    (
        "Kenyan President William Ruto went to the Norwegian capital Oslo, where he met ministers.",
        "went",
        "visit",
    ),
    ("Kenya and Norway made peace, following nine months of negotiation.", "negotiation", "talks"),
]


@pytest.mark.parametrize(("text", "name", "kind"), KINDS)
def test_a_known_word_says_the_kind(text, name, kind):
    assert _one(text, name).kind.value.value == kind


def test_who_has_the_chance_to_meet_takes_part():
    text = "Kenyan President William Ruto will get the chance to meet Norwegian Prime Minister Jonas Gahr Store."
    assert set(_one(text, "meet").participants.value) == {"william-ruto", "jonas-gahr-store"}


def test_an_ordinal_in_words_is_the_one_in_figures():
    text = "Communiqué of the 6th Kenya - Norway Ministerial Meeting\n\nThe sixth Kenya-Norway Ministerial meeting took place in Oslo on 10 May 2024."
    assert len(_occasions(text, "instrument")) == 1
    apart = "Kenya and Norway held the 5th ministerial meeting on fish on 3 May 2020. Kenya and Norway held the sixth ministerial meeting on fish on 10 May 2024."
    assert len(_occasions(apart)) == 2


SPOKEN = "Kenyan President William Ruto met Norwegian Prime Minister Jonas Gahr Store in Oslo on Monday. At their joint press conference Ruto said that trade would grow."


def test_those_who_met_face_the_press_together():
    spoken = _one(SPOKEN, "press conference").participants.value
    assert set(spoken) == {"william-ruto", "jonas-gahr-store"}


ALONE = [
    "The border was calm. Kenya suspended its mining activities in 2004.",
    "Chad nearly saw all-out war. Kenya shut down its oil fields in January.",
]


@pytest.mark.parametrize("text", ALONE)
def test_what_one_side_does_by_itself_is_none(text):
    assert not _occasions(text)


def test_threats_in_the_news_are_of_its_day():
    text = "Peru threatens Chile\n\nPeruvian ministers have threatened a blockade of the ports of Chile.\n\nThis was said in Lima yesterday."
    assert str(_one(text, "threatened").date.value) == "2024-05-14"
