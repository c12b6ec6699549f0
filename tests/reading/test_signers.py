"""Headings that are long: whose words a text is must be seen as fast as in short ones."""

import time

import pytest

from servanda.codebook import Document
from servanda.codebook.vocabulary import DocumentKind
from servanda.reading.readers import read_document


@pytest.mark.parametrize(
    "heading",
    [
        "REMARKS BY THE HONORABLE MINISTER OF FOREIGN AFFAIRS AND INTERNATIONAL TRADE OF THE REPUBLIC 12 May Ann Berg",
        f"Remarks by {'The ' * 60}12 May Ann Berg",
        f"Remarks by {',' * 200}12 May Ann Berg",
    ],
)
def test_a_heading_in_capitals_is_read_at_once(heading):
    text = f"{heading}\n\nNorway and Kenya met. I will help Kenya, Ann Berg said."
    read_document(Document(text="Norway met Kenya."))
    started = time.process_time()
    read_document(Document(text=text, kind=DocumentKind.TRANSCRIPT))
    assert time.process_time() - started < 5
