import pytest

from servanda.codebook import Document
from servanda.view.sources import Source, facts_of, source_of


@pytest.mark.parametrize(
    ("facts", "title"),
    [
        ({"title": "Lima lends ships", "location": "in/lima.txt"}, "Lima lends ships"),
        ({"location": "in/lima.txt"}, "lima.txt"),
        ({"location": "https://example.org/news/lima"}, "lima"),
        ({"location": "in/lima.txt", "outlet": "Andes Post"}, "untitled text of Andes Post"),
        ({}, "Untitled document"),
    ],
    ids=["its headline", "its file", "the end of its address", "its outlet", "nothing known"],
)
def test_a_document_has_a_name(facts, title):
    assert source_of(Document(text="Lima will lend.", **facts)).title == title


def test_every_place_of_a_document_is_told():
    facts = facts_of(Document(text="Lima will lend.", location="lima.txt"), ["lima.txt", "copy/lima.txt"])
    assert [(fact.text, fact.note) for fact in facts if fact.label == "Found at"] == [
        ("lima.txt", ""),
        ("copy/lima.txt", "the same text again"),
    ]


CITED = [
    (Source(id="d-1", title="Talks in Accra", outlet="Coast", published="6 May 2024"), "Talks in Accra, Coast, 6 May 2024"),
    (Source(id="d-1", title="Talks in Accra"), "Talks in Accra"),
    (
        Source(id="d-1", title="untitled text of Coast, 6 May 2024", outlet="Coast", published="6 May 2024"),
        "untitled text of Coast, 6 May 2024",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("source", "said"), CITED, ids=["titled", "nothing else known", "untitled"])
def test_a_citation_says_nothing_twice(source, said):
    assert source.cited == said
