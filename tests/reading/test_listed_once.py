"""What the head of a list binds somebody to is one record, whatever else its words could be read as."""

import pytest

from servanda.codebook import Document
from servanda.codebook.vocabulary import DocumentKind
from servanda.reading.readers import PACKAGED, read_document

HEAD = "Fact sheet\n\nKenya and Norway will work together to take the following measures:\n\n"


def clauses(items):
    text = HEAD + items
    document = Document(text=text, title="Fact sheet", outlet="Government of Norway", kind=DocumentKind.RELEASE)
    return [one.span[-1].of(text) for one in read_document(document, means=PACKAGED).commitments]


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (
            "Promoting collaboration on ocean research.\n\nDrawing on joint efforts to develop rules for fishing in Kenya.",
            ["Promoting collaboration on ocean research", "Drawing on joint efforts to develop rules for fishing in Kenya"],
        ),
        (
            "Promoting collaboration on ocean research. Norway will lend Kenya two ships.",
            ["Promoting collaboration on ocean research", "Norway will lend Kenya two ships"],
        ),
    ],
    ids=["part of a deed of the list", "a sentence of its own behind it"],
)  # fmt: skip
def test_a_deed_of_a_list_is_told_once(items, expected):
    assert sorted(clauses(items)) == sorted(expected)
