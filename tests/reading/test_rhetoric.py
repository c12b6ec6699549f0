"""Words about one's own speech bind nobody."""

import pytest

from servanda.codebook import Document
from servanda.codebook.vocabulary import DocumentKind
from servanda.reading.readers import read_document

TALK = [
    "And today I will add that Kenya is a friend of ours.",
    "I'll tell you what we think of Kenya.",
    "We will talk about Kenya later.",
    "I'm going to stop there and turn it over to my colleague from Kenya.",
    "I want to recognize Kenya for its courage.",
    "I will conclude where I began, in Kenya.",
    "We'll see what Kenya says.",
    "We will never forget Kenya.",
    "I would argue that Kenya is our closest friend.",
    "We're going to have a good conversation about Kenya.",
]
DEEDS = [
    "We will add two ships to the fleet of Kenya.",
    "We won't recognize the annexation of Kenya's lake.",
    "We're going to stand with Kenya.",
    "We are going to train the police of Kenya.",
    "I will make one more loan to Kenya.",
]


def read(words):
    text = f"Remarks by President Lee on Kenya\n\nPRESIDENT LEE: {words}"
    document = Document(text=text, kind=DocumentKind.TRANSCRIPT, outlet="Office of the President, Republic of Korea")
    return read_document(document).commitments


@pytest.mark.parametrize("words", TALK)
def test_talk_of_the_speech_itself_is_no_commitment(words):
    assert not read(words)


@pytest.mark.parametrize("words", DEEDS)
def test_what_a_speaker_will_do_is_one(words):
    assert read(words)
