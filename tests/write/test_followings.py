"""What changed, what is due, briefs, words and differences as files and lines."""

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest

import followed_prose as prose
from sample_ledgers import HOSTILE
from servanda.store import Ledger
from servanda.view.briefs import BriefLine, BriefPage, BriefSection, BriefSource, brief_page
from servanda.view.changes import changes_page
from servanda.view.deadlines import due_page
from servanda.view.differences import difference_page
from servanda.view.sources import Source
from servanda.view.words import words_page
from servanda.write.brief_documents import write_brief_docx
from servanda.write.briefs import write_brief
from servanda.write.differences import write_differences
from servanda.write.followings import write_changes, write_due
from servanda.write.words import write_words

START, END = date(2024, 3, 1), date(2024, 12, 31)


@pytest.fixture(scope="module", name="ledger")
def _ledger(tmp_path_factory):
    place = tmp_path_factory.mktemp("ledger") / "followed.db"
    with Ledger.open(prose.make_ledger(str(place)), create=False) as ledger:
        yield ledger


def written(write, page, form):
    stream = io.StringIO(newline="")
    write(page, form, stream)
    return stream.getvalue()


@pytest.fixture(scope="module", name="pages")
def _pages(ledger):
    return {
        "changes": (write_changes, changes_page(ledger, (), since=START, until=END)),
        "due": (write_due, due_page(ledger, (), END, None)),
        "words": (write_words, words_page(ledger, ("CHL", "PER"))),
    }


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("changes", "    strengthens: intended, then pledged"),
        ("changes", "    announced → fulfilled: open, then fulfilled"),
        ("changes", "    now:    “Norway pledged to build a deep-water port at Mombasa for Kenya by 2026.”"),
        (
            "due",
            "  31 August 2024, 122 days ago: Finland → Estonia: support · Estonian coast guard crews (intended, announced)",
        ),
        ("words", "  unshakeable: in 1 of 3 texts; no longer said since 1 May 2024"),
    ],
)
def test_a_person_reads(pages, name, line):
    assert line in written(*pages[name], "table").splitlines()


@pytest.mark.parametrize("name", ["changes", "due", "words"])
def test_a_spreadsheet_has_a_line_for_each(pages, name):
    write, page = pages[name]
    rows = list(csv.DictReader(io.StringIO(written(write, page, "csv"))))
    wanted = sum(len(row.counts) for row in page.rows) if name == "words" else len(page.lines)
    assert len(rows) == wanted > 0
    assert all(None not in row.values() for row in rows)


@pytest.mark.parametrize("name", ["changes", "due", "words"])
def test_json_is_the_page_model(pages, name):
    write, page = pages[name]
    assert json.loads(written(write, page, "json")).keys() == set(page.__slots__)


def test_a_difference_lists_what_is_in_one_alone(ledger, tmp_path):
    with Ledger.open(prose.make_ledger(str(tmp_path / "less.db"), 1), create=False) as other:
        page = difference_page(other, ledger)
    lines = written(write_differences, page, "table").splitlines()
    assert any("“Text 0”" in line for line in lines)
    assert "Commitments come: 1" not in lines, "it came with its document"
    assert json.loads(written(write_differences, page, "json"))["tallies"][0]["come"] == 1


def a_hostile_brief():
    """A brief in which every word of a document tries to be more than a word."""
    words = f"{HOSTILE} [x](javascript:alert(1)) [^1]: **b** | `c` \x07"
    line = BriefLine(label=words, note=words, quotes=((words, 1), (words, 2)), id="c-1", goal="record")
    section = BriefSection(title=words, lines=(line,), more=0)
    sources = tuple(
        BriefSource(
            number=n,
            sentence=words,
            source=Source(id="d-1", title=words, outlet=words),
            location="javascript:alert(1)",
            record="c-1",
        )
        for n in (1, 2)
    )
    days = {"since": "2024-01-01", "since_words": "1 January 2024", "on": "2024-02-01", "on_words": "1 February 2024"}
    counts = {"open": 1, "undertakings": 1, "records": 1, "documents": 1}
    return BriefPage(
        parties=(words, words),
        called=(words, words),
        **days,
        **counts,
        sections=(section,),
        sides=(section,),
        sources=sources,
    )


def test_nothing_in_a_brief_as_html_is_more_than_a_word():
    page = written(write_brief, a_hostile_brief(), "html")
    assert "<script" not in page.lower()
    assert "<img" not in page
    assert 'href="javascript' not in page


def test_nothing_in_a_brief_as_markdown_is_more_than_a_word():
    lines = written(write_brief, a_hostile_brief(), "markdown").splitlines()
    assert not any("<script" in line.replace("\\<", "") for line in lines)
    assert not any("](" in line.replace("\\]", "") for line in lines)
    assert [line for line in lines if line.startswith("[^")] == lines[-2:]


def texts_of(path):
    """The text of each paragraph of a DOCX file."""
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    with zipfile.ZipFile(path) as parts:
        body = ET.fromstring(parts.read("word/document.xml"))
    return ["".join(run.text or "" for run in paragraph.iter(f"{word}t")) for paragraph in body.iter(f"{word}p")], body


def test_a_brief_as_docx_says_what_the_others_say(ledger, tmp_path):
    page = brief_page(ledger, ("NOR", "KEN"), since=START, on=END)
    write_brief_docx(page, tmp_path / "brief.docx")
    paragraphs, body = texts_of(tmp_path / "brief.docx")
    said = "\n".join(paragraphs)
    assert all(source.sentence in said for source in page.sources)
    assert all(line.label in said for section in (*page.sections, *page.sides) for line in section.lines)
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    marks = {mark.get(f"{word}name") for mark in body.iter(f"{word}bookmarkStart")}
    assert {link.get(f"{word}anchor") for link in body.iter(f"{word}hyperlink")} <= marks != set()


def test_the_same_brief_is_the_same_bytes(ledger, tmp_path):
    page = brief_page(ledger, ("NOR", "KEN"), since=START, on=END)
    for name in ("one", "other"):
        write_brief_docx(page, tmp_path / f"{name}.docx")
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "other.docx").read_bytes()


def test_a_hostile_brief_is_a_docx_file(tmp_path):
    write_brief_docx(a_hostile_brief(), tmp_path / "brief.docx")
    paragraphs, _ = texts_of(tmp_path / "brief.docx")
    assert any("<script>" in text for text in paragraphs)


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_each_number_leads_to_one_source(ledger, form):
    page = brief_page(ledger, ("BRA", "AGO"), since=START, on=END)
    said = written(write_brief, page, form)
    for source in page.sources:
        place = f'<li id="source-{source.number}"' if form == "html" else f"\n[^{source.number}]: "
        assert said.count(place) == 1


def test_due_says_for_how_many_no_later_text_was_searched(ledger):
    page = due_page(ledger, (), END, None)
    told = []
    for one in (page, replace(page, unasked=1200)):
        stream = io.StringIO()
        write_due(one, "text", stream)
        told.append("no later text was searched" in stream.getvalue())
        assert ("For the 1,200 that are overdue longest" in stream.getvalue()) is told[-1]
    assert told == [False, True]
