"""Who says what a verb without a subject of its own reports: whoever does what the verb above it says."""

import pytest

from servanda.codebook import Document, When
from servanda.reading.readers import BY_RULES, read_document


def last_speakers(text: str) -> tuple[str, ...]:
    document = Document(text=text, published=When.parse("2025-03-10"))
    return read_document(document, means=BY_RULES).statements[-1].speakers.value or ()


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Foreign Minister Ann Berg thanked Kenya for its support to Norway, calling for more help at sea.", ("ann-berg",)),
        ("Italy has helped Peru and Chile to end their quarrel and pledged to support the new fund.", ("ITA",)),
        ("Ghana expelled the envoy of Togo on Monday, saying that he had lied.", ("GHA",)),
        ("Peruvian President Ana Ruiz opened the port with Chilean President Juan Soto, adding that more would follow.", ("ana-ruiz",)),
    ],
    ids=["a participle behind an object", "a second verb", "behind the one of whom it is said", "behind a companion"],
)  # fmt: skip
def test_the_subject_of_the_verb_above_speaks(text, speakers):
    assert last_speakers(text) == speakers


@pytest.mark.parametrize(
    "text",
    [
        "Villagers blocked the road to the house of Kenyan President Sam Otieno, saying that he had lied.",
        "The town put up signs at noon and announced that the bridge of Oslo was closed.",
    ],
    ids=["people without a name", "a town"],
)
def test_who_is_no_actor_leaves_the_speaker_open(text):
    document = Document(text=text, published=When.parse("2025-03-10"))
    assert not [one for one in read_document(document, means=BY_RULES).statements if one.speakers.value]
