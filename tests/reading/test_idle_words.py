"""Words that the trained model takes for praise or blame and that only tell, beside words of worth of the same shape."""

import pytest

from servanda.codebook import Document, When
from servanda.lexicon.record_heads import Head, Sight
from servanda.reading.reader import Means
from servanda.reading.readers import read_document


class Seen:
    """A model that sees an assessment in each of some words, faintly or clearly, and the words behind it."""

    def __init__(self, *words: str, behind: int = 0) -> None:
        self.words, self.behind = words, behind

    def sights(self, sentences):
        return tuple(Sight(heads=tuple(self._of(sentence))) for sentence in sentences)

    def _of(self, sentence):
        for at, word in enumerate(sentence):
            if word in self.words:
                labels = {"about": "conduct", "valence": "+"}
                last = min(len(sentence), at + 1 + self.behind)
                yield Head(place=at, first=at, last=last, kind="assessments", odds=9.0, labels=labels)


def assessed(text: str, *words: str, behind: int = 0) -> list[str]:
    document = Document(text=text, published=When.parse("2025-03-10"))
    found = read_document(document, means=Means(heads=lambda: Seen(*words, behind=behind))).assessments
    return [span.of(text) for one in found for span in one.span]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Kenya said that Norway had been dealing with floods for years.", "dealing"),
        ('"Peru will share the water of the river," the Peruvian envoy Ana Ruiz said.', "share"),
        ("Chile said that Peru had rejected the offer.", "rejected"),
        ("Ghana said that it worked with Togo on security threats at sea.", "threats"),
        ("Fiji expressed concern over the fishing of Tonga.", "concern"),
        ("Laos said that it was critical for both sides to meet.", "critical"),
        ('"2030 is a decisive year for Nepal," the Nepali envoy Asha Rai said.', "year"),
        ("Malta, a small island off Italy, opened a port.", "island"),
    ],
)
def test_what_only_tells_is_no_assessment(text, word):
    assert assessed(text, word) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Kenya said that Norway had been stealing fish for years.", "stealing"),
        ('"Peru is a lodestar," the Chilean envoy Ana Ruiz said.', "lodestar"),
        ("Ghana said that the answer of Togo was forceful.", "forceful"),
        ("Laos said that the ties with Nepal were improving.", "improving"),
    ],
)
def test_a_word_of_worth_stays_one(text, word):
    assert assessed(text, word) == [word]


def test_of_two_stretches_that_share_words_the_longer_one_is_read():
    text = 'Peru said that the "talks are off to a lively start".'
    assert assessed(text, "off", "start", behind=1) == ["off to a lively start"]


def test_an_adverb_of_worth_ends_before_the_preposition_behind_it():
    text = "Peru said that Chile had helped it generously in a hard winter."
    assert assessed(text, "generously", behind=1) == ["generously"]


def test_a_crisis_is_blamed_whatever_the_model_says():
    text = 'Peru said that the two sides were "on the edge of a grave crisis".'
    seen = Seen("crisis")
    document = Document(text=text, published=When.parse("2025-03-10"))
    (found,) = read_document(document, means=Means(heads=lambda: seen)).assessments
    assert (found.about.value, found.valence.value) == ("challenge", "-")


def test_praise_for_a_deed_is_that_of_whoever_thanks():
    text = "Peruvian Minister Ana Ruiz thanked Chile for helping so generously. Rain fell."
    document = Document(text=text, published=When.parse("2025-03-10"))
    (found,) = read_document(document, means=Means(heads=lambda: Seen("generously"))).assessments
    assert found.speakers.value == ("ana-ruiz",)
