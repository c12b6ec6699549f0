"""A comparison as one HTML file: every row and both texts, in which no word of a document is more than a word."""

import io
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from hostile import WORDS
from sample_ledgers import a_hostile_document, a_report, an_adopted_text
from servanda.view.comparisons import comparison_page
from servanda.write.comparisons import write_comparison

KNOWN = {
    *("html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "ul", "li", "div", "article"),
    *("table", "thead", "tbody", "tr", "th", "td", "strong", "small", "q", "mark", "a", "br", "span"),
}


class Tags(HTMLParser):
    """Which elements a page has, the places in it, and where its links lead."""

    def __init__(self, written):
        super().__init__()
        self.names, self.places, self.goals, self.odd, self.said = set(), set(), set(), set(), []
        self.feed(written)

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        self.names.add(tag)
        self.places.add(told.get("id"))
        self.goals.add(told["href"].removeprefix("#")) if "href" in told else None
        self.odd |= {name for name in told if name.startswith("on") or name in {"style", "src"}}

    def handle_data(self, data):
        self.said.append(data)


def written(*reports):
    page, stream = comparison_page(an_adopted_text(), reports), io.StringIO()
    write_comparison(page, "html", stream)
    return page, stream.getvalue()


def test_every_row_stands_beside_both_texts_and_leads_into_them():
    page, html = written(a_report())
    tags = Tags(html)
    assert {row.label for row in page.rows} <= tags.places
    assert tags.goals <= tags.places
    said = " ".join("".join(tags.said).split())
    assert all(" ".join(row.text_words.split()) in said for row in page.rows if len(row.text_passages) == 1)
    assert html.isascii() or 'charset="utf-8"' in html


def test_no_word_of_a_hostile_document_is_more_than_a_word():
    page, html = written(a_report(), a_hostile_document())
    tags = Tags(html)
    assert len(page.reports) == 2
    assert tags.names <= KNOWN
    assert not tags.odd
    assert html.count("<script") == 0


@pytest.mark.parametrize("name", WORDS)
def test_a_hostile_title_is_words(name):
    document, reading = a_report()
    tags = Tags(written((replace(document, title=WORDS[name], outlet=WORDS[name]), reading))[1])
    assert tags.names <= KNOWN
    assert not tags.odd
