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
    (
        "The yard belongs to Lund Inc. The firm builds ferries.",
        ["The yard belongs to Lund Inc.", "The firm builds ferries."],
    ),
    ("They have no plan B. However, talks go on.", ["They have no plan B.", "However, talks go on."]),
    ("Ghana waited… Then it paid.", ["Ghana waited…", "Then it paid."]),
    ("It paid.[3] Chad did not.", ["It paid.[3]", "Chad did not."]),
    ("It paid. [3] [4] Chad did not.", ["It paid. [3] [4]", "Chad did not."]),
    ("It is 5 p.m. We're late.", ["It is 5 p.m.", "We're late."]),
    ("It paid. «We are done.» Chad did not.", ["It paid.", "«We are done.»", "Chad did not."]),
    ("It paid in full. €5 million is left.", ["It paid in full.", "€5 million is left."]),
    ("It sells phones. iTel buys them.", ["It sells phones.", "iTel buys them."]),
    ("we paid. they did not. who will?", ["we paid.", "they did not.", "who will?"]),
    ("They met at 5 p.m. The talks failed.", ["They met at 5 p.m.", "The talks failed."]),
    ("1. Norway pays. 2. Kenya builds.", ["1. Norway pays.", "2. Kenya builds."]),
]
WHOLE = [
    pytest.param("The U.S. Treasury wrote to Mr. Lund on Jan. 5.", id="abbreviations"),
    pytest.param("MR. LUND: We will pay.", id="an address in capitals"),
    pytest.param("“Will they pay?” Amina Otieno asked.", id="a question inside a report"),
    pytest.param("1. Norway will train officers.", id="a numbered line"),
    pytest.param("Joseph K. Mensah of St. Lucia came.", id="initials"),
    pytest.param("Tariffs fall to 7.5 percent vs. 9 percent.", id="numbers"),
    pytest.param("Lund Inc. of Bergen and Brig. Gen. Otieno met Cpl. Berg at Ft. Sam.", id="ranks and firms"),
    pytest.param("The base in Norfolk, Va. was closed, etc. and so on.", id="a state's abbreviation"),
    pytest.param("It waits ... and waits … and pays.", id="ellipses"),
    pytest.param("Sen. J. R. Okafor wrote Resolution No. 12.", id="initials and numbers"),
    pytest.param("King Otho (c. 1818, p. 12) signed it.", id="letters before numbers"),
    pytest.param("2.1. Norway will train officers.", id="a numbered paragraph"),
    pytest.param('"Will they pay?" the minister asked.', id="straight marks"),
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


WRAPPED = """PORT DEAL SIGNED

Norway and Kenya agreed on Monday to rebuild the port of Lamu
together, officials said in Oslo, and a third of the price will be
paid by Kenya. “We will build it together,” the Kenyan minister
told reporters after the signing.

The two sides also agreed on these points, which are to be carried
out by both within the next three years without further delay:
- Norway lends the money.
- Kenya builds the quay.
"""


def test_the_lines_of_wrapped_paragraphs_are_joined_and_keep_their_places():
    scene = Scene(Document(text=WRAPPED))
    shown = [" ".join(paragraph.of(WRAPPED).split()) for paragraph in scene.paragraphs]
    assert shown[0] == "PORT DEAL SIGNED"
    assert shown[1].startswith("Norway and Kenya agreed on Monday to rebuild the port of Lamu together, officials")
    assert shown[-2:] == ["- Norway lends the money.", "- Kenya builds the quay."]
    assert [quote.of(WRAPPED) for quote in scene.quotes] == ["“We will build it together,”"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_joined_whatever_ends_them(end):
    text = WRAPPED.replace("\n", end)
    assert len(Scene(Document(text=text)).paragraphs) == len(Scene(Document(text=WRAPPED)).paragraphs)


@pytest.mark.parametrize(
    "text",
    [
        "Norway pays.\nKenya builds.\nGhana waits for both of them to end their long quarrel.",
        "Norway will pay a third of the price, its minister said after the signing on Monday in the city of Oslo, and nobody asked.\nKenya builds.",
        "ARTICLE 1\nNorway pays.\nARTICLE 2\nKenya builds the quay at Lamu by the end of the year.",
    ],
)
def test_a_line_is_a_paragraph_where_nothing_is_wrapped(text):
    assert [paragraph.of(text) for paragraph in Scene(Document(text=text)).paragraphs] == text.splitlines()


def test_furniture_parts_wrapped_lines():
    start = WRAPPED.index("Norway and"), WRAPPED.index("\ntogether,")
    scene = Scene(Document(text=WRAPPED, furniture=(Span(*start),)))
    assert not any(paragraph.overlaps(Span(*start)) for paragraph in scene.paragraphs)
