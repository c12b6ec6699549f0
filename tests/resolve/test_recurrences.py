"""A body that a text founds, in a report of it: named, and how often it meets; on our own prose."""

import pytest

from servanda.codebook import Document, When
from servanda.reading.readers import read_document
from servanda.resolve.comparisons import compare_texts
from servanda.view.layouts import layout_of

TEXT = "Joint Declaration of Peru and Chile on Cod\n\nPeru and Chile will establish a Joint Committee on Cod Stocks, which shall meet {} in Lima."
OFTEN = [
    ("at least once a year", "will meet twice a year", "changed", "twice a year"),
    ("every quarter", "will meet once a year", "changed", "once a year"),
    ("once a year", "will meet annually", "kept", "annually"),
    ("monthly", "will meet every month", "kept", "every month"),
]


def findings(text, report):
    layouts = []
    for words in (text, report):
        document = Document(text=words, title=words.split("\n", maxsplit=1)[0], published=When.parse("2024-03-04"))
        layouts.append(layout_of(document, read_document(document)))
    found = compare_texts(layouts[0], layouts[1:]).findings
    return [(one.happening, one.aspect, "".join(span.of(report) for span in one.news_spans)) for one in found]


@pytest.mark.parametrize(("here", "there", "happening", "words"), OFTEN)
def test_how_often_a_new_body_meets_is_compared(here, there, happening, words):
    found = findings(TEXT.format(here), f"A new Joint Committee on Cod Stocks {there}, the minister said.")
    assert (happening, "number", words) in found
    assert ("kept", "words", "Joint Committee on Cod Stocks") in found
    assert not [one for one in found if one[:2] == ("dropped", "term")]


@pytest.mark.parametrize(
    "report", ["A new Joint Committee on Tuna will meet twice a year.", "The cod boats of Callao meet twice a year."]
)
def test_another_body_is_left_alone(report):
    found = findings(TEXT.format("once a year"), report)
    assert not [one for one in found if one[1] == "number" or one[:2] == ("kept", "words")]
