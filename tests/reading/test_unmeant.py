"""Words of worth that characterize nothing in their clause, beside the same words where they do."""

import pytest

from servanda.codebook import Document, When
from servanda.codebook.vocabulary import DocumentKind
from servanda.reading.readers import BY_RULES, read_document


def assessed(text: str) -> list[str]:
    document = Document(
        text=text, kind=DocumentKind.RELEASE, outlet="Government of Kenya", published=When.parse("2025-03-10")
    )
    return [span.of(text) for one in read_document(document, means=BY_RULES).assessments for span in one.span]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya expects strong cooperation with Norway.",
        "Kenya seeks a strong partnership with Norway.",
        "Kenya and Norway pledged to avoid unprovoked attacks.",
        "Kenya and Norway spoke of issues of common concern.",
        "Kenya and Norway spoke on matters of bilateral and mutual concern.",
    ],
)
def test_what_is_expected_avoided_or_a_formula_is_no_assessment(text):
    assert assessed(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kenya has a strong partnership with Norway.", ["strong"]),
        ("Kenya condemned unprovoked attacks of Norway.", ["unprovoked"]),
        ("Kenya expressed serious concerns.", ["serious concerns"]),
    ],
)
def test_what_is_there_is_one(text, words):
    assert assessed(text) == words
