"""What the trained model adds to the rules: beside them, in the words of the text, and marked as the model's."""

import pytest

from servanda.codebook import Document, When
from servanda.codebook.vocabulary import Act, DocumentKind, Method
from servanda.lexicon.record_heads import ACTS, Head, Sight
from servanda.reading.reader import Means
from servanda.reading.readers import BY_RULES, PACKAGED, read_document

REPORT = """Ghana and Norway mend their quarrel

ACCRA — Ghanaian and Norwegian negotiators wrapped up a fourth day of haggling over herring in Accra on Monday, and their presidents shook hands on a settlement.

"This is a turning of the page," Norwegian envoy Kari Lund said. Oslo is putting 40 million dollars into the port of Tema, she added. Norwegian jets had buzzed a Ghanaian patrol boat in May.
"""

LEAD = "Kenya lies in Africa. Norway lies in the north. Chad has no coast. Peru has a long one."


class Seen:
    """A model that sees one head wherever a word stands, with so many words behind it, and faint ones everywhere else."""

    def __init__(self, word: str, kind: str, behind: int = 0, faintly: float = -2.0, **labels: str) -> None:
        self.word, self.kind, self.behind, self.labels, self.faintly = word, kind, behind, labels, faintly

    def sights(self, sentences):
        return tuple(Sight(heads=tuple(self._of(sentence))) for sentence in sentences)

    def _of(self, sentence):
        for at, word in enumerate(sentence):
            if word == self.word:
                yield Head(place=at, first=at, last=at + 1 + self.behind, kind=self.kind, odds=9.0, labels=self.labels)
            for kind in ("occasions", "instruments", "commitments", "assessments"):
                yield Head(place=at, first=at, last=at + 1, kind=kind, odds=self.faintly, labels={})


def read(text: str, seen: Seen | None):
    document = Document(text=text, published=When.parse("2025-03-10"))
    return read_document(document, means=Means(heads=None if seen is None else lambda: seen))


@pytest.mark.parametrize(
    ("text", "word", "kind", "labels", "span"),
    [
        ("Ghana and Norway drowned their quarrel in Accra.", "drowned", "occasions", {"type": "AGREE", "standing": "held"}, "Ghana and Norway drowned their quarrel"),
        ("Chile criticized the shelling of a village in Peru.", "shelling", "occasions", {"type": "ASSAULT", "standing": "held"}, "the shelling of a village in Peru"),
        ("Ghana and Norway hailed the handshake of Accra.", "handshake", "instruments", {"paper": "agreement"}, "the handshake of Accra"),
        ("Norway stumps up 40 million dollars for ports in Ghana.", "stumps", "commitments", {"act": "fund", "firmness": "intended"}, "Norway stumps up 40 million dollars for ports in Ghana"),
        ('"Ghana is a lodestar," Norwegian envoy Kari Lund said.', "lodestar", "assessments", {"about": "partner", "valence": "+"}, "lodestar"),
    ],
    ids=["a deed", "a noun", "a paper", "an undertaking", "praise"],
)  # fmt: skip
def test_what_only_the_model_sees_becomes_a_record_of_the_model(text, word, kind, labels, span):
    assert not [one for one in getattr(read(text, None), kind) if word in one.span[0].of(text)]
    found = [one for one in getattr(read(text, Seen(word, kind, **labels)), kind) if word in one.span[-1].of(text)]
    assert [one.span[0].of(text) for one in found] == [span]
    assert [one.origin.method for one in found] == [Method.MODEL]


@pytest.mark.parametrize(
    ("text", "word", "kind", "labels"),
    [
        ("Kenya signed a trade agreement with Norway on Monday.", "agreement", "instruments", {"paper": "treaty"}),
        ("Kenya will send two ships to Norway.", "ships", "commitments", {"act": "fund", "firmness": "binding"}),
        ("Kenya and Norway met in Oslo.", "met", "occasions", {"type": "ASSAULT", "standing": "planned"}),
        (
            "The accord includes Norway's pledge to send two ships to Ghana.",
            "includes",
            "commitments",
            {"act": "fund", "firmness": "agreed"},
        ),
    ],
    ids=["paper", "undertaking", "meeting", "what a deal includes"],
)
def test_what_a_rule_reads_stands(text, word, kind, labels):
    by_rules = getattr(read(text, None), kind)
    assert by_rules
    assert getattr(read(text, Seen(word, kind, **labels)), kind) == by_rules


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya will escort ships to Norway.", "commitments"),
        ('"Ghana is a close friend and partner," Norwegian envoy Kari Lund said.', "assessments"),
        (f"{LEAD} Kenya and Norway met in Oslo.", "occasions"),
    ],
    ids=["undertaking", "praise", "a meeting behind the lead"],
)
def test_what_a_rule_reads_and_the_model_sees_nothing_of_is_dropped(text, kind):
    assert getattr(read(text, Seen("", kind, faintly=-4.9)), kind) == getattr(read(text, None), kind) != ()
    assert not getattr(read(text, Seen("", kind, faintly=-5.1)), kind)


def test_papers_and_what_the_lead_tells_stand_whatever_the_model_doubts():
    text = "Kenya and Norway met in Oslo and signed a trade agreement."
    doubting, by_rules = read(text, Seen("", "occasions", faintly=-9.0)), read(text, None)
    assert (doubting.occasions, doubting.instruments) == (by_rules.occasions, by_rules.instruments)


@pytest.mark.parametrize(
    ("text", "word", "kind", "labels"),
    [
        ("Chile did not shell the village in Peru.", "shell", "occasions", {"type": "ASSAULT", "standing": "held"}),
        ("Kenya denied having stumped up 40 million dollars for Chad.", "stumped", "commitments", {"act": "fund", "firmness": "intended"}),
        ("No country stumps up 40 million dollars for ports in Ghana.", "stumps", "commitments", {"act": "fund", "firmness": "intended"}),
    ],
    ids=["a deed not done", "denied", "nobody"],
)  # fmt: skip
def test_what_is_denied_is_no_record_whatever_the_model_sees(text, word, kind, labels):
    assert not [one for one in getattr(read(text, Seen(word, kind, **labels)), kind) if word in one.span[-1].of(text)]


@pytest.mark.parametrize(
    ("text", "word", "kind", "labels"),
    [
        ('"Ghana is not a lodestar," Norwegian envoy Kari Lund said.', "lodestar", "assessments", {"about": "partner", "valence": "+"}),
        ("Norway said that no handshake of Accra exists.", "handshake", "instruments", {"paper": "agreement"}),
    ],
    ids=["no praise", "no paper"],
)  # fmt: skip
def test_what_is_said_not_to_be_is_no_record(text, word, kind, labels):
    assert not [one for one in getattr(read(text, Seen(word, kind, **labels)), kind) if word in one.span[-1].of(text)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Norway has built two dams in Ghana.", "built"),
        ("The plan of Ghana would be paid for by Norway.", "paid"),
        ('"We hope that Norwegian banks stump up the money," Ghanaian envoy Ama Boateng said.', "hope"),
        ("Norway rescued the crew of Ghana.", "Norway"),
    ],
    ids=["done", "supposed", "hoped of others", "a name"],
)
def test_what_is_done_supposed_or_hoped_of_others_is_no_commitment_whatever_the_model_sees(text, word):
    seen = Seen(word, "commitments", act="fund", firmness="intended")
    assert not [one for one in read(text, seen).commitments if one.origin.method is Method.MODEL]


@pytest.mark.parametrize(
    ("text", "word", "span"),
    [
        ("Two ports of Ghana are to be dredged by Norwegian ships.", "dredged", "Two ports of Ghana are to be dredged by Norwegian ships"),
        ("The visit was a token of the resolve of Norway to dredge two ports of Ghana.", "resolve", "the resolve of Norway to dredge two ports of Ghana"),
        ("Norway said that Ghanaian ships would be let into its ports.", "let", "Ghanaian ships would be let into its ports"),
    ],
    ids=["a passive with its subject", "a noun without the preposition before it", "what somebody tells"],
)  # fmt: skip
def test_a_commitment_that_only_the_model_sees_reaches_over_its_clause(text, word, span):
    found = read(text, Seen(word, "commitments", act="other", firmness="intended")).commitments
    assert span in [stretch.of(text) for one in found for stretch in one.span]


def test_a_deed_reaches_as_far_as_the_model_sees_it_where_the_rules_know_nothing_behind_its_verb():
    seen = Seen("threatened", "occasions", behind=6, type="THREATEN", standing="held")
    text = "Chile threatened to go to the court, Peru said."
    assert [one.span[0].of(text) for one in read(text, seen).occasions] == ["Chile threatened to go to the court"]


@pytest.mark.parametrize(
    ("text", "word", "behind", "span"),
    [
        ('"Ghana failed in its task," Norwegian envoy Kari Lund said.', "failed", 1, "failed in its task"),
        ('"Ghana is a lodestar and Chad is none," Norwegian envoy Kari Lund said.', "lodestar", 1, "lodestar"),
    ],
    ids=["what the preposition leads to", "no conjunction"],
)
def test_words_of_worth_that_only_the_model_sees_are_read_to_their_end(text, word, behind, span):
    seen = Seen(word, "assessments", behind=behind, about="partner", valence="+")
    assert span in [one.span[0].of(text) for one in read(text, seen).assessments]


def test_a_name_of_the_text_is_preferred_to_one_that_the_title_clips():
    text = "On Chile Attack on Peru\n\nNorway condemns Chile’s attack on Peru.\n\nThe attack was brutal."
    (attack,) = read_document(Document(text=text), means=BY_RULES).occasions
    assert attack.span[0].of(text) == "Chile’s attack on Peru"
    assert attack.span[0].start > text.index("Norway")


DOUBTED = "Smugglers will pay for a new fence, the home secretary of Norway said."


def test_a_commitment_that_the_rules_doubt_counts_where_the_model_sees_it_and_says_so():
    assert not read(DOUBTED, None).commitments
    (one,) = read(DOUBTED, Seen("pay", "commitments", act="fund", firmness="intended")).commitments
    assert (one.origin.method, one.origin.rule) == (Method.MODEL, "likely")


def test_whoever_is_named_and_unknown_is_not_replaced_by_the_speaker():
    (one,) = read(DOUBTED, Seen("pay", "commitments", act="fund", firmness="intended")).commitments
    assert one.debtors.value is None


@pytest.mark.parametrize(
    "text", ["", "…", "?", "Norway", "\u200b\n\n—"], ids=["nothing", "dots", "mark", "name", "signs"]
)
def test_a_text_without_sentences_is_read(text):
    assert read_document(Document(text=text), means=PACKAGED).commitments == ()


def test_the_packaged_model_adds_records_and_takes_none():
    document = Document(text=REPORT, published=When.parse("2025-03-10"))
    rules, both = read_document(document, means=BY_RULES), read_document(document, means=PACKAGED)
    assert {one.span for one in rules.commitments} <= {one.span for one in both.commitments}
    assert [one for one in both.occasions if one.origin.method is Method.MODEL]


def test_reading_twice_gives_the_same():
    document = Document(text=REPORT, published=When.parse("2025-03-10"))
    assert read_document(document, means=PACKAGED) == read_document(document, means=PACKAGED)


@pytest.mark.parametrize(
    ("text", "word", "dated"),
    [
        ("Statement on Gas\n\nNorway shut down a pipeline to Chad.", "shut", True),
        ("Statement on Gas\n\nNorway deplored unjust acts of Chad such as shutting down pipelines.", "shutting", False),
    ],
    ids=["told", "named by the way"],
)
def test_only_a_deed_that_a_statement_tells_is_of_its_day(text, word, dated):
    document = Document(text=text, published=When.parse("2025-03-10"), kind=DocumentKind.READOUT)
    seen = Seen(word, "occasions", type="SANCTION", standing="held")
    found = read_document(document, means=Means(heads=lambda: seen)).occasions
    assert [one.date.value is not None for one in found if word in one.span[0].of(text)] == [dated]


class Weighing(Seen):
    """A model that sees every commitment that a rule reads and holds one act to be by so much likelier than all others."""

    def __init__(self, act: Act, by: float) -> None:
        super().__init__("", "commitments")
        self.row = [by if one is act else 0.0 for one in ACTS]

    def sights(self, sentences):
        return tuple(Sight(heads=tuple(self._of(one)), acts=[self.row] * len(one)) for one in sentences)


@pytest.mark.parametrize(
    ("text", "by_rules", "act", "by", "found"),
    [
        ("Norway will straighten out the queue at Tema for Ghana.", "other", "support", 1.5, "support"),
        ("Norway will straighten out the queue at Tema for Ghana.", "other", "support", 0.5, "other"),
        ("Norway will give Ghana 40 million dollars for its ports.", "fund", "support", 1.5, "fund"),
        ("Norway will give Ghana 40 million dollars for its ports.", "fund", "support", 3.5, "support"),
        ("Norway pledged to refrain from testing missiles off Ghana.", "refrain", "support", 9.0, "refrain"),
    ],
    ids=["untold, likelier", "untold, hardly likelier", "told, likelier", "told, far likelier", "what is not done"],
)
def test_an_act_that_the_model_holds_far_likelier_stands_for_that_of_the_rules(text, by_rules, act, by, found):
    assert [one.act.value for one in read(text, None).commitments] == [by_rules]
    (record,) = read(text, Weighing(Act(act), by)).commitments
    assert record.act.value == found
    assert (record.act.reason == "by the model of records") == (found != by_rules)
    assert record.act.spans


@pytest.mark.parametrize(
    ("text", "word", "behind", "span"),
    [
        ('"Peace is a touchstone to prove our good will by," Norwegian envoy Kari Lund said.', "touchstone", 4, "touchstone"),
        ('"Peace is a touchstone that nobody can pass by," Norwegian envoy Kari Lund said.', "touchstone", 5, "touchstone"),
        ('"Peace is a touchstone of our good will," Norwegian envoy Kari Lund said.', "touchstone", 4, "touchstone of our good will"),
    ],
    ids=["what it is for", "what is told of it", "whose it is"],
)  # fmt: skip
def test_a_word_of_worth_is_recorded_without_the_clause_that_describes_it(text, word, behind, span):
    found = read(text, Seen(word, "assessments", behind, about="conduct", valence="+")).assessments
    assert [one.span[0].of(text) for one in found if one.origin.method is Method.MODEL] == [span]


@pytest.mark.parametrize(
    ("text", "name", "event"),
    [
        (
            "Norway and Kenya ended two rounds of talks on herring in Oslo on Monday.",
            "two rounds of talks on herring in Oslo",
            "CONSULT",
        ),
        (
            "The fourth round of the Norway-Kenya Strategic Dialogue was held in Oslo on Monday.",
            "The fourth round of the Norway-Kenya Strategic Dialogue",
            "CONSULT",
        ),
        (
            "The European Union agreed on a new round of sanctions against Belarus on Monday.",
            "a new round of sanctions against Belarus",
            "SANCTION",
        ),
    ],
)
def test_a_noun_that_only_counts_is_of_the_sort_of_what_it_counts(text, name, event):
    document = Document(text=text, published=When.parse("2025-03-10"), kind=DocumentKind.NEWS)
    (one,) = read_document(document, means=PACKAGED).occasions
    assert (one.span[0].of(text), one.type.value) == (name, event)


@pytest.mark.parametrize(
    ("text", "word", "number"),
    [
        ("Ghana and Norway agreed on orchard-centered trade.", "orchard", 0),
        ("Norway's cabinet heard of the harvest in Ghana.", "harvest", 0),
        ('"Ghana is an orchard," Norwegian envoy Kari Lund said.', "orchard", 1),
        ("Ghana is a partner of great worth, Norwegian envoy Kari Lund said.", "partner", 1),
    ],
    ids=["part of a compound", "an object", "a predicate", "a word of worth"],
)
def test_a_bare_noun_that_says_nothing_of_anyone_is_no_assessment(text, word, number):
    seen = Seen(word, "assessments", about="partner", valence="+")
    assert len([one for one in read(text, seen).assessments if word in one.span[0].of(text)]) == number
