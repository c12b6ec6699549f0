"""Who is presumed to be bound by what the model sees where the words name no party, and to whom it is owed."""

from datetime import date

import pytest

from servanda.codebook import Document, When
from servanda.codebook.vocabulary import DocumentKind, Novelty, Polarity
from servanda.lexicon.record_heads import Head, Sight
from servanda.reading.reader import Means
from servanda.reading.readers import read_document


class Seen:
    """A model that sees the head of a commitment wherever a word stands, and faint ones everywhere else."""

    def __init__(self, word: str) -> None:
        self.word = word

    def sights(self, sentences):
        return tuple(Sight(heads=tuple(self._of(sentence))) for sentence in sentences)

    def _of(self, sentence):
        for at, word in enumerate(sentence):
            odds = 9.0 if word == self.word else -2.0
            labels = {"act": "other", "firmness": "intended"}
            yield Head(place=at, first=at, last=at + 1, kind="commitments", odds=odds, labels=labels)


def commitments(text, word, kind="news", title=None, outlet=None):
    document = Document(
        text=text, kind=DocumentKind(kind), title=title, outlet=outlet, published=When.day(date(2024, 5, 6))
    )
    return read_document(document, means=Means(heads=lambda: Seen(word))).commitments


def debtors(*given):
    return [set(one.debtors.value or ()) for one in commitments(*given)]


SPOKEN = [
    ("Pilgrims from Chad will be let in without a visa, Norway's foreign minister said.", "let", [{"NOR"}]),
    ("Prime Minister Berg of Norway said that fish imports from Ghana get cheaper.", "get", [{"NOR"}]),
    pytest.param(
        "Other countries will follow in Chad, Norway's foreign minister said.",
        "follow",
        [set()],
        id="others are not meant",
    ),
]


@pytest.mark.parametrize(("text", "word", "expected"), SPOKEN)
def test_whoever_says_so_is_presumed_where_the_words_name_no_party(text, word, expected):
    assert debtors(text, word) == expected


JOINT = [
    (
        "Peru and Chile met in Lima.\n\nA commission of engineers reports on the lake each month.",
        "reports",
        [{"PER", "CHL"}],
    ),
    ("Kenya and Uganda met.\n\nThe health authorities swap lists of doctors each week.", "swap", [{"KEN", "UGA"}]),
    pytest.param(
        "Peru and Chile met in Lima.\n\nTourists flock to the lake each month.", "flock", [set()], id="nobody's deed"
    ),
]


@pytest.mark.parametrize(("text", "word", "expected"), JOINT)
def test_two_parties_are_presumed_for_what_a_joint_body_does(text, word, expected):
    assert debtors(text, word) == expected


def test_those_who_issued_a_text_are_presumed_for_what_it_says():
    title = "Joint Statement of Ghana and Togo"
    assert debtors(
        f"{title}\n\nGhana and Togo met.\n\nCross-border patrols stay in place.", "stay", "instrument", title
    ) == [{"GHA", "TGO"}]


def test_the_other_of_two_parties_is_owed_what_a_report_tells_beside_it_whoever_else_is_named():
    text = (
        "Norway and Chad signed a fisheries pact. Chad and Norway had quarrelled.\n\n"
        "Chad's minister hailed it, Mali's frowned. Norway will send two ships by June."
    )
    (one,) = commitments(text, "send")
    assert one.creditors.value == ("TCD",)


@pytest.mark.parametrize(
    "text",
    [
        "Botswana remains committed to the Paris Agreement on climate.",
        "Botswana remains committed to the United Nations Framework Convention on fish.",
    ],
)
def test_what_gives_a_paper_its_name_is_owed_nothing(text):
    title = "Statement of Botswana"
    assert [one.creditors.value for one in commitments(text, "committed", "release", title)] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru and Chile will support the rebuilding of schools in Haiti.", ("HTI",)),
        ("Peru and Chile will support patrols against ships from Haiti.", ()),
    ],
)
def test_what_several_give_is_owed_to_the_one_state_for_which_they_give_it(text, expected):
    assert [one.creditors.value for one in commitments(text, "support")] == [expected]


def test_a_row_of_names_owns_what_they_promised_together():
    text = "Norway thanked Chad, Niger and Mali for their pledge to send nurses to Togo."
    assert debtors(text, "pledge") == [{"TCD", "NER", "MLI"}]


def test_what_a_report_tells_by_a_verb_is_new_and_what_is_said_in_a_transcript_may_not_be():
    text = "Norway and Chad met in Oslo. Norway hands Chad two ships."
    (told,), (said,) = commitments(text, "hands"), commitments(text, "hands", "transcript")
    assert (told.novelty.value, said.novelty.value) == (Novelty.NEW, Novelty.UNCLEAR)


@pytest.mark.parametrize(
    ("text", "word", "polarity"),
    [
        ("Norway and Chad met in Oslo. Norway refused Chad two ships.", "refused", Polarity.MINUS),
        ("Norway and Chad met in Oslo. Norway scrapped its pledge to Chad.", "scrapped", Polarity.MINUS),
        ("Norway and Chad met in Oslo. Norway scrapped its duties on Chadian rice.", "scrapped", Polarity.PLUS),
        ("Norway and Chad met in Oslo. Norway hands Chad two ships.", "hands", Polarity.PLUS),
    ],
)
def test_what_is_refused_or_taken_back_is_declined(text, word, polarity):
    assert [one.polarity.value for one in commitments(text, word)] == [polarity]


def test_what_a_rule_reads_behind_a_verb_is_left_to_it():
    text = "Norway and Chad met in Oslo. Norway's minister rose, stressing that Chad and Niger will share two ships."
    (one,) = commitments(text, "stressing")
    assert (one.debtors.value, one.origin.rule) == (("TCD", "NER"), "modal")


def test_a_clause_that_completes_a_verb_is_told_whole():
    text = "Norway and Chad met in Oslo. They accepted that Mali may share two ships."
    (one,) = commitments(text, "accepted")
    assert " ".join(span.of(text) for span in one.span) == "They accepted that Mali may share two ships"
