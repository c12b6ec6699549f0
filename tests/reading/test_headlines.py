"""A headline and the text below it tell of one occasion."""

import pytest

from servanda.codebook import Document, When
from servanda.codebook.vocabulary import DocumentKind
from servanda.reading.readers import PACKAGED, READERS, read_document


def _told(text):
    document = Document(text=text, published=When.parse("2025-03-07"), kind=DocumentKind.NEWS)
    return [one.span[0].of(text) for one in read_document(document, READERS[:2], PACKAGED).occasions]


ONE = [
    "Boric-Ruto Summit Awaited\n\nChilean President Gabriel Boric and Kenyan President William Ruto will hold talks in Nairobi in May, officials said on Monday.",
    "Red Cross talks\n\nNorth Korea on Monday agreed to a one-day meeting of the Red Cross next week.",
    "Togo port bombing: Ghana wants inquiry\n\nGhana wants a new inquiry into the 1994 bombing of the port of Lome in Togo, its president said on Monday.",
    "Fiji-Samoa talks near\n\nFiji will meet Samoa in May, a minister said on Monday.",
]
APART = [
    "Ghana, Togo talks\n\nKenya and Uganda held talks on rice in Kampala on Monday.",
    "Ruto visit nears\n\nKenya and Norway held talks in Oslo on Monday before President William Ruto travels to Norway in May.",
]


@pytest.mark.parametrize("text", ONE)
def test_the_text_tells_what_its_headline_names(text):
    assert len(_told(text)) == 1, _told(text)


@pytest.mark.parametrize("text", APART)
def test_other_parties_and_other_deeds_stay_apart(text):
    assert len(_told(text)) > 1, _told(text)


def test_the_longer_name_of_the_text_stands_for_the_short_one_of_the_headline():
    text = (
        "Chile, Kenya work for Boric-Ruto Summit\n\nChile and Kenya prepared a coming summit between the leaders of the two countries on Monday. "
        "President Gabriel Boric of Chile is to meet President William Ruto of Kenya in May."
    )
    assert _told(text)[0] == "a coming summit between the leaders of the two countries"
