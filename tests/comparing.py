"""A text beside one report of it, for the tables of the rules of a comparison: which findings, on which words.

In a row the words that a finding quotes are marked in the report.
"""

from marks import mark, unmark
from servanda.codebook import Document, When
from servanda.reading.readers import read_document
from servanda.resolve.comparisons import compare_texts
from servanda.view.layouts import layout_of

FRAME = "Joint Declaration of {}\n\n{}\n\nBoth parties will publish gauge readings every spring. They thanked the hydrologists of the two academies."


def layout(text, day="2024-03-04"):
    """A document of that day, laid out."""
    document = Document(text=text, title=text.split("\n")[0], published=When.parse(day))
    return layout_of(document, read_document(document))


def found_between(parties, term, report):
    """The findings of a report with a headline, each with its label: `changed number`."""
    text, news = layout(FRAME.format(parties, term)), layout(f"Officials meet\n\n{report}", "2024-03-05")
    return news.document.text, [
        (f"{one.happening} {one.aspect}", one) for one in compare_texts(text, (news,)).findings if one.news
    ]


def assert_found(wanted, parties, term, report):
    """That the finding stands on the marked words of the report."""
    plain, marked = unmark(report)
    news, found = found_between(parties, term, plain)
    start = news.index(plain)
    places = [(span.start + start, span.end + start) for span in marked["x"]]
    at = [[(span.start, span.end) for span in one.news_spans] for label, one in found if label == wanted]
    assert places in at, "\n".join(f"{label}: {mark(news, one.news_spans)}" for label, one in found)


def assert_left(unwanted, parties, term, report):
    """That no such finding is made."""
    _, found = found_between(parties, term, report)
    assert not [one.reason for label, one in found if label == unwanted]
