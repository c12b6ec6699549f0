"""Who are the parties of an instrument, which names are one, and which nouns mean none, in a text of 15 May 2024."""

import pytest

from servanda.codebook import Document, When
from servanda.codebook.vocabulary import DocumentKind
from servanda.reading.readers import PACKAGED, READERS, read_document

_ONLY = READERS[:3]


def _read(text):
    document = Document(text=text, published=When.parse("2024-05-15"), kind=DocumentKind("news"))
    return read_document(document, readers=_ONLY, means=PACKAGED).instruments


PARTIES = [
    ("Norway mocked the grain pact signed last month between Peru and Chile.", {"PER", "CHL"}),
    ("Norway praised the fisheries agreement signed by Chile and Peru in April.", {"CHL", "PER"}),
    ("Norway and Kenya signed a fisheries agreement in April.", {"NOR", "KEN"}),
    ("Norway signed a letter of intent to enter a lighthouse alliance with Peru.", {"NOR"}),
    ("Chad and Niger cited a declaration adopted by the African Union.", {"african-union"}),
    (
        "The Lima Accord between President William Ruto of Kenya and Prime Minister Jonas Gahr Store of Norway was signed on Monday.",
        {"KEN", "NOR"},
    ),
]


@pytest.mark.parametrize(("text", "parties"), PARTIES)
def test_parties_are_those_who_made_it(text, parties):
    (one,) = _read(text)
    assert set(one.parties.value) == parties


ONE = [
    "Chile seeks new terms for river pact with Peru\n\nChile wants new terms for its river treaty with Peru. Skippers dislike the current river treaty between the two states.",
    "Kenya abides by the Lima Accord, a 2013 deal to open the border with Chad.",
]
SEVERAL = [
    "Norway mocked the new fisheries pact signed in Lima between Chile and Peru. Norway’s fisheries treaty with Chile is older, it said.",
    "Chile and Peru signed a fisheries agreement with Norway. They also signed a security agreement with Kenya.",
]


@pytest.mark.parametrize(("text", "number"), [*((text, 1) for text in ONE), *((text, 2) for text in SEVERAL)])
def test_one_instrument_may_have_several_names(text, number):
    assert len(_read(text)) == number


NONE = [
    "Kenya and Chad failed to implement past agreements.",
    "Kenya rejected the independence declaration of the rebels in Chad.",
    "President William Ruto will open a teachers' convention in Kenya.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_instrument(text):
    assert not _read(text)


STATUS = [
    ("The new pier of Chile and Peru waits for the finalization of a treaty on herring.", "proposed"),
    ("Chile and Peru met to hammer out a herring agreement.", "proposed"),
    ("Chile and Peru spoke of the implementation of the Lima Agreement on Water.", "in-force"),
    ("Chile signed a treaty on water with Peru.", "signed"),
]


@pytest.mark.parametrize(("text", "status"), STATUS)
def test_how_far_it_has_come(text, status):
    (one,) = _read(text)
    assert one.status.value.value == status
