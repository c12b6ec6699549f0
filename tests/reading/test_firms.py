"""What firms, schools and whole trades undertake is no state's, and what is only proposed binds nobody."""

from datetime import date

import pytest

from servanda.codebook import Document, When
from servanda.lexicon.record_heads import Head, Sight
from servanda.reading.reader import Means
from servanda.reading.readers import PACKAGED, read_document


def read(text, means=None):
    document = Document(text=text, published=When.day(date(2025, 9, 4)))
    return read_document(document, means=means or Means()).commitments


class Seen:
    """A model that sees an undertaking in one word, as firm as it is told."""

    def __init__(self, word, firmness):
        self.word, self.firmness = word, firmness

    def sights(self, sentences):
        return tuple(Sight(heads=tuple(self._of(sentence))) for sentence in sentences)

    def _of(self, sentence):
        for at, word in enumerate(sentence):
            seen = word == self.word
            labels = {"act": "tariff", "firmness": self.firmness} if seen else {}
            yield Head(place=at, first=at, last=at + 1, kind="commitments", odds=9.0 if seen else -2.0, labels=labels)


@pytest.mark.parametrize(
    "text",
    [
        "Danish shipping companies pledged to buy six ferries from Korea.",
        "Spain hailed a pledge by Chilean universities to train nurses in Peru.",
        "Kenya welcomed a commitment from Swiss banks to lend Uganda 40 million francs.",
        "Jordanian businesses have agreed to buy 300 million dollars of Canadian wheat a year.",
        "Brazil welcomed further commitments from German industry to invest in Angola's railways.",
    ],
)
def test_what_firms_undertake_is_no_states(text):
    assert read(text, PACKAGED) == ()


@pytest.mark.parametrize(
    ("text", "debtors"),
    [
        ("Denmark pledged to buy six ferries from Korea.", {"DNK"}),
        ("Spain hailed a pledge by Chile to train nurses in Peru.", {"CHL"}),
        ("France will invest 2 billion euros in Morocco's universities.", {"FRA"}),
        ("Kenya will help Ugandan companies to sell their tea.", {"KEN"}),
    ],
)
def test_what_a_state_undertakes_with_firms_is_its_own(text, debtors):
    assert [set(one.debtors.value) for one in read(text)] == [debtors]


@pytest.mark.parametrize(
    ("word", "text", "firmness"),
    [
        ("suggested", "Peru suggested lower duties on Chilean wine.", "intended"),
        ("proposed", "Peru proposed lower duties on Chilean wine.", "intended"),
        ("imposed", "Peru imposed lower duties on Chilean wine.", "binding"),
    ],
)
def test_what_is_only_proposed_does_not_bind(word, text, firmness):
    found = read(text, Means(heads=lambda: Seen(word, "binding")))
    assert [one.firmness.value for one in found] == [firmness]


@pytest.mark.parametrize(
    ("word", "text", "number"),
    [
        ("ministers", "The ministers sent six envoys to Chad.", 0),
        ("body", "The 12-member body sent six envoys to Chad.", 0),
        ("sent", "The ministers sent six envoys to Chad.", 1),
    ],
)
def test_who_acts_is_no_deed(word, text, number):
    found = read("Norway and Kenya met. " + text, Means(heads=lambda: Seen(word, "intended")))
    assert len(found) == number
