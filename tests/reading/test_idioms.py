"""Occasions that a report tells in a turn of phrase, and how far names reach past a place or time."""

import pytest

from marks import mark, unmark
from servanda.codebook import Document, When
from servanda.lexicon.record_heads import Head, Sight
from servanda.reading.reader import Means
from servanda.reading.readers import BY_RULES, READERS, read_document


def _read(text, means=BY_RULES):
    return read_document(Document(text=text, published=When.parse("2025-11-24")), READERS[:2], means).occasions


TOLD = [
    ("<o>Chile and Peru sat across the table</o> in Lima.", "CONSULT"),
    ("<o>President Ruto shook hands with President Lula</o>.", "CONSULT"),
    ("<o>Laos and Cambodia haggled</o> over the tariff for a week.", "CONSULT"),
    ("<o>Norway sent a delegation to Kenya</o>.", "CONSULT"),
    ("<o>Foreign Minister Berg touched down in Nairobi</o> on Friday.", "CONSULT"),
    ("<o>The ministers of Fiji and Samoa put their names</o> to a treaty.", "AGREE"),
    ("<o>Chile and Peru signed off</o> on a plan for the lake.", "AGREE"),
    ("<o>Serbia and Croatia settled their dispute over the islands</o>.", "AGREE"),
    ("<o>Ghana and Togo came to terms on the dam</o>.", "AGREE"),
    ("<o>Norway apologized to Kenya</o> for the raid.", "CONCEDE"),
    ("<o>Turkey offered an apology to Jordan</o>.", "CONCEDE"),
    ("<o>Kuwait threw out the Norwegian ambassador</o>.", "SANCTION"),
    ("<o>Kuwait booted out Ambassador Kari Lund of Norway</o> last week.", "SANCTION"),
    ("<o>Mali expelled Ambassador Kari Lund of Norway</o> last week.", "SANCTION"),
    ("<o>India put its patrols with Nepal on ice</o>.", "SANCTION"),
    ("<o>Ghana lowered its ties with Togo</o> to the level of chargé d'affaires.", "SANCTION"),
    ("<o>Quito broke off ties</o> after the bombing.", "SANCTION"),
    ("<o>Peru severed its relations with Ecuador</o>.", "SANCTION"),
    ("<o>The treaty inked on Friday</o> lets Fijians settle there.", "AGREE"),
    ("<o>The accord, hammered out in May</o>, binds Chile and Peru.", "AGREE"),
    ("<o>The agreement struck by Fiji</o> helps Samoa.", "AGREE"),
    ("<o>Norwegian jets buzzed a Kenyan patrol boat</o>.", "COERCE"),
    ("<o>A Chinese trawler rammed a Korean cutter</o>.", "ASSAULT"),
]


@pytest.mark.parametrize(("marked", "event"), TOLD)
def test_reads_what_an_idiom_tells(marked, event):
    text, spans = unmark(marked)
    (one,) = _read(text)
    assert mark(text, [one.span[0]], "o") == mark(text, spans["o"], "o")
    assert one.type.value == event


NONE = [
    "Kenyan farmers shook hands.",
    "Norway resolved to meet Kenya.",
    "The students sat at a table in Kenya.",
    "Norway put Kenya on a new path.",
    "Norway set a price with Kenya.",
    "The president kicked out his own adviser in Kenya.",
    "Norway sent an envoy.",
    "Quito suspended ties with the bank.",
    "An understanding reached its limits.",
    "The deal was brokered for money.",
    "To resolve differences, Chile will invite Peru.",
    "Norway came together with Kenya to see the dam.",
    "Norway and Kenya embraced a new plan.",
    "Chile and Peru have differences to settle.",
    "Ruto begged forgiveness of his wife.",
]


@pytest.mark.parametrize("text", NONE)
def test_leaves_alone_what_only_sounds_alike(text):
    assert [one.span[0].of(text) for one in _read(text)] == []


REACH = [
    "<o>Talks in Doha between Chile and Peru</o> ended on Friday.",
    "<o>Talks at the White House with Poland</o> ended on Friday.",
    "<o>The talks in the Gulf with Iran</o> ended.",
    "<o>A phone call from Prime Minister Store</o> on Friday woke Ruto.",
    "<o>The talks of Iran and Oman</o> in Doha ended with a handshake.",
]


@pytest.mark.parametrize("marked", REACH)
def test_a_name_reaches_past_a_place_to_those_who_meet(marked):
    text, spans = unmark(marked)
    assert mark(text, [one.span[0] for one in _read(text)], "o") == mark(text, spans["o"], "o")


class Seeing:
    """A model that sees one head, more or less surely."""

    def __init__(self, word, odds, **labels):
        self.word, self.odds, self.labels = word, odds, labels

    def sights(self, sentences):
        return tuple(Sight(heads=tuple(self._of(sentence))) for sentence in sentences)

    def _of(self, sentence):
        if self.word in sentence:
            at = sentence.index(self.word)
            yield Head(place=at, first=at, last=at + 1, kind="occasions", odds=self.odds, labels=self.labels)


def _seen(text, word, odds, event, standing):
    seeing = Seeing(word, odds, type=event, standing=standing)
    return [one.span[0].of(text) for one in _read(text, Means(heads=lambda: seeing))]


SURE = [
    ("Chile fooled Peru on Friday.", "fooled", 1.3, "REJECT", "held"),
    ("Chile fooled Peru on Friday.", "fooled", 2.0, "AID", "planned"),
    ("The uproar between Chile and Peru began in May.", "uproar", 1.3, "ACCUSE", "ongoing"),
]


@pytest.mark.parametrize(("text", "word", "odds", "event", "standing"), SURE)
def test_a_deed_that_was_done_needs_less_to_be_believed(text, word, odds, event, standing):
    assert [said for said in _seen(text, word, odds, event, standing) if word in said]


UNSURE = [
    pytest.param("Chile fooled Peru on Friday.", "fooled", 1.1, "REJECT", "held", id="too little speaks for it"),
    pytest.param("Chile fooled Peru on Friday.", "fooled", 1.3, "REJECT", "planned", id="to come"),
    pytest.param("Chile fooled Peru on Friday.", "fooled", 1.3, "AID", "held", id="help"),
    pytest.param("Two men were fooled on Friday.", "fooled", 1.3, "REJECT", "held", id="nobody does it"),
    pytest.param("They sing of the Crimean War.", "War", 9.0, "ASSAULT", "held", id="a war of history"),
]


@pytest.mark.parametrize(("text", "word", "odds", "event", "standing"), UNSURE)
def test_what_the_model_is_unsure_of_is_left_alone(text, word, odds, event, standing):
    assert _seen(text, word, odds, event, standing) == []


class Twice(Seeing):
    """A model that sees two heads side by side."""

    def _of(self, sentence):
        for at, word in enumerate(sentence):
            if word in {"fooled", "Peru"}:
                labels = {"type": "CONSULT" if word == "Peru" else "REJECT", "standing": "held"}
                odds = 3.0 if word == "Peru" else 4.0
                yield Head(place=at, first=0, last=3, kind="occasions", odds=odds, labels=labels)


def test_of_two_sightings_of_the_same_words_the_surer_stands():
    (one,) = _read("Chile fooled Peru on Friday.", Means(heads=lambda: Twice("", 0.0)))
    assert one.type.value == "REJECT"
