"""The events of a whole document with their days."""

import pytest

from servanda.codebook import Document, When
from servanda.reading.occasions.tellings import OF_DOCUMENT, OF_OCCASION, OF_SENTENCE, tellings_of
from servanda.reading.readers import read_document
from servanda.reading.scenes import Scene


def _tellings(text, published="2024-05-06"):
    document = Document(text=text, published=When.parse(published) if published else None)
    return list(tellings_of(Scene(document), read_document(document)))


DAYS = [
    ("President Ruto met President Boric in Nairobi on 2 May 2024.", "2024-05-02", OF_OCCASION),
    ("Chile praised Peru on 3 May 2024.", "2024-05-03", OF_SENTENCE),
    ("Chile praised Peru.", "2024-05-06", OF_DOCUMENT),
    ("Chile pledged to send grain to Peru by 30 June 2024.", "2024-05-06", OF_DOCUMENT),
    ("President Ruto will meet President Boric in Nairobi on 2 July 2024.", "2024-05-06", OF_DOCUMENT),
    ("Chile praised Peru, which had joined the pact in 2011.", "2024-05-06", OF_DOCUMENT),
]


@pytest.mark.parametrize(("text", "day", "basis"), DAYS)
def test_says_when_and_what_says_so(text, day, basis):
    (one,) = _tellings(text)
    assert (str(one.day), one.basis) == (day, basis)


def test_without_any_day_there_is_none():
    (one,) = _tellings("Chile praised Peru.", published="")
    assert (one.day, one.basis) == (None, "")


def test_names_the_occasion_at_the_same_place_and_the_sentence():
    text = "The talks went on.\n\nPresident Ruto met President Boric in Nairobi on 2 May 2024."
    document = Document(text=text)
    reading = read_document(document)
    *_, one = tellings_of(Scene(document), reading)
    assert one.occasion in {occasion.id for occasion in reading.occasions}
    assert one.sentence.of(text).startswith("President Ruto")


@pytest.mark.parametrize(
    "text", ["Kenya built a road during the campaign of Togo.", "Kenya has feared an attack by Togo."]
)
def test_a_noun_that_is_no_occasion_tells_none(text):
    assert "ASSAULT" not in [one.placed.event.type.value for one in _tellings(text)]


def test_a_noun_that_is_an_occasion_tells_one():
    assert [
        one.placed.event.type.value for one in _tellings("Readout of President Ruto's Meeting with President Boric")
    ] == ["CONSULT"]
