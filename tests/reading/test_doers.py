"""Whom praise and blame mean, and whose words they are, where no subject or owner names anybody."""

import pytest

from servanda.codebook import Document, When
from servanda.codebook.vocabulary import DocumentKind
from servanda.reading.readers import BY_RULES, PACKAGED, READERS, read_document


def assessments_of(text, kind=DocumentKind.RELEASE, means=BY_RULES):
    document = Document(text=text, kind=kind, outlet="Government of Norway", published=When.parse("2024-05-17"))
    return {one.words: one for one in read_document(document, READERS, means).assessments}


@pytest.mark.parametrize(
    ("text", "words", "target"),
    [
        # Who is thanked or blamed for it
        ("Norway thanks Chad for its unwavering support.", "unwavering", ("TCD",)),
        # An adjective of a state, a relative clause, the owner of the whole
        ("Norway condemns the brutal Chadian attack on the port.", "brutal", ("TCD",)),
        ("Norway condemns the horrific crimes that Hamas committed.", "horrific", ("hamas",)),
        # Who does the deed
        ("Yesterday Iran launched a reckless attack.", "reckless", ("IRN",)),
        ("Chad is committing barbaric crimes.", "barbaric", ("TCD",)),
        # What moves the speaker
        ("We are appalled by the raid of Chad on the port.", "appalled", ("TCD",)),
        ("Norway is deeply concerned about the threats of Chad.", "deeply concerned", ("TCD",)),
        # What is broken is not who breaks it
        ("Norway condemns this flagrant violation of the resolutions of Chad.", "flagrant", ()),
        # Whoever only says, hears or faces it does not do it
        ("Norway discussed a reckless attack.", "reckless", ()),
    ],
)  # fmt: skip
def test_the_target_is_who_does_or_has_it(text, words, target):
    found = assessments_of(text, means=PACKAGED) or assessments_of(text)
    one = next(one for said, one in found.items() if words in said or said in words)
    assert (one.target.value or ()) == target


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The truce, which Norway called historic, holds.", ("NOR",)),
        ("The truce was praised by Chad as historic.", ("TCD",)),
        ("Norway regards Chad as a reliable partner.", ("NOR",)),
    ],
)
def test_a_report_gives_the_words_of_whoever_judges(text, speakers):
    found = assessments_of(text, DocumentKind.NEWS, PACKAGED)
    assert {one.speakers.value for one in found.values()} == {speakers}


def test_talks_that_are_praised_praise_the_relationship():
    text = "President Ann Berg of Norway and President Idriss Deby of Chad held a productive call."
    (one,) = assessments_of(text, DocumentKind.READOUT, PACKAGED).values()
    assert (one.about.value, one.target.value) == ("relationship", ("NOR", "TCD"))
