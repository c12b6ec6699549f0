"""A document is laid out into paragraphs, sentences, quotations and words."""

import pytest

from servanda.codebook import Document, Span
from servanda.reading.scenes import Scene


def sentences(text):
    return [span.of(text) for span in Scene(Document(text=text)).sentences]


CUT = [
    ("Norway paid. Kenya waited.", ["Norway paid.", "Kenya waited."]),
    ("They met in the U.S. The talks failed.", ["They met in the U.S.", "The talks failed."]),
    ("“We will pay.” Otieno left.", ["“We will pay.”", "Otieno left."]),
    ("Norway paid.\nKenya waited", ["Norway paid.", "Kenya waited"]),
    ("Will they pay? Nobody knows!", ["Will they pay?", "Nobody knows!"]),
    ("It cost 3.5 billion. Ghana paid.", ["It cost 3.5 billion.", "Ghana paid."]),
]
WHOLE = [
    pytest.param("The U.S. Treasury wrote to Mr. Lund on Jan. 5.", id="abbreviations"),
    pytest.param("MR. LUND: We will pay.", id="an address in capitals"),
    pytest.param("“Will they pay?” Amina Otieno asked.", id="a question inside a report"),
    pytest.param("1. Norway will train officers.", id="a numbered line"),
    pytest.param("Joseph K. Mensah of St. Lucia came.", id="initials"),
    pytest.param("Tariffs fall to 7.5 percent vs. 9 percent.", id="numbers"),
]


@pytest.mark.parametrize(("text", "expected"), CUT)
def test_sentences_are_cut_at_their_ends(text, expected):
    assert sentences(text) == expected


@pytest.mark.parametrize("text", WHOLE)
def test_a_stop_inside_a_sentence_does_not_cut_it(text):
    assert sentences(text) == [text]


def test_a_place_finds_its_paragraph_sentence_and_quotation():
    text = "Norway paid. “We will,” it said.\nKenya waited."
    scene = Scene(Document(text=text))
    here = Span(text.index("will"), text.index("will") + 4)
    assert scene.paragraph_of(here).of(text) == text.splitlines()[0]
    assert scene.sentence_of(here).of(text) == "“We will,” it said."
    assert scene.in_quote(here).of(text) == "“We will,”"
    assert [quote.of(text) for quote in scene.quotes_in(here)] == ["“We will,”"]


def test_between_sentences_there_is_none():
    scene = Scene(Document(text="Norway paid.  Kenya waited."))
    assert scene.sentence_of(Span(12, 13)) is None
    assert scene.in_quote(Span(0, 3)) is None
