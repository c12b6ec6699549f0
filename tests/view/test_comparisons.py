"""The page of a comparison: rows with the words of both sides, and both texts with the words in place."""

import gc

import pytest

from servanda.codebook import Document, When
from servanda.codebook.encoding import encode
from servanda.reading.readers import read_document
from servanda.resolve.layouts import Layout
from servanda.store import Ledger
from servanda.view.comparisons import comparison_page, find_comparison
from servanda.view.outlets import find_reports, outlets_page

TEXT = """Joint Declaration of Ghana and Togo on Fisheries

Ghana will lend Togo $30 million for patrol boats at Lomé subject to approval by its parliament.

Togo will open its trawling grounds off Aného to crews from Ghana.
"""
REPORT = """ACCRA - Ghana and Togo adopted a joint declaration on Monday.

The declaration says that Ghana will lend Togo $32 million for patrol boats at Lomé.

It also says that Togo will open its trawling grounds off Aného to Ghana's crews.
"""
OTHER = "Rain fell in Lima on Tuesday."


def _pair(text, **given):
    document = Document(text=text, **given)
    return document, read_document(document)


@pytest.fixture(scope="module")
def pairs():
    return (
        _pair(TEXT, kind="instrument", title=TEXT.split("\n", maxsplit=1)[0], published=When.parse("2024-05-06")),
        _pair(REPORT, title="Loan for boats", outlet="Coast Wire", published=When.parse("2024-05-07")),
        _pair(OTHER, title="Rain", outlet="Andes Wire", published=When.parse("2024-05-07")),
    )


@pytest.fixture(scope="module")
def ledger(pairs, tmp_path_factory):
    with Ledger.open(tmp_path_factory.mktemp("ledgers") / "servanda.db") as opened:
        for pair in pairs:
            opened.append_reading(*pair)
        yield opened


def test_a_row_has_the_words_of_both_sides_and_who_says_so(pairs):
    page = comparison_page(pairs[0], pairs[1:2])
    row = next(row for row in page.rows if row.happening == "changed")
    assert (row.aspect, row.text_words, row.news_words) == ("number", "$30 million", "$32 million")
    assert row.source.outlet == "Coast Wire"
    assert [part.code for part in row.by]
    assert "$30 million" in "".join(s.text for passage in row.text_passages for s in passage.segments)


def test_both_texts_are_drawn_whole_with_every_row_in_place(pairs):
    page = comparison_page(pairs[0], pairs[1:])
    for compared, (document, _) in zip((page.text, *page.reports), pairs, strict=True):
        drawn = "".join("".join(s.text for s in part.segments) + part.gap for part in compared.paragraphs)
        assert drawn == document.text
    labels = {
        opening.highlight.label
        for part in page.text.paragraphs
        for segment in part.segments
        for opening in segment.opens
    }
    assert labels == {row.label for row in page.rows if row.text_words}


def test_the_page_is_the_same_bytes_each_time(pairs):
    assert encode(comparison_page(pairs[0], pairs[1:])) == encode(comparison_page(pairs[0], pairs[1:]))


def test_a_ledger_finds_the_reports_of_a_text(ledger, pairs):
    assert [document.title for document, _ in find_reports(ledger, pairs[0])] == ["Loan for boats"]


def test_a_comparison_in_a_ledger_names_actors_as_the_ledger_does(ledger, pairs):
    page = find_comparison(ledger, pairs[0][0].id, [pairs[1][0].id])
    assert page is not None
    assert find_comparison(ledger, pairs[0][0].id, ["d-0000"]) is None


def test_an_outlet_is_counted_with_its_reports(ledger):
    page = outlets_page(ledger)
    assert [outlet.name for outlet in page.outlets] == ["Coast Wire"]
    assert dict(page.outlets[0].counts)["changed"] == 1
    assert [(report.title, text.id) for report, text in page.outlets[0].reports] == [
        ("Loan for boats", page.texts[0].id)
    ]


@pytest.mark.slow
def test_few_reports_are_laid_out_at_once(tmp_path, pairs):
    """However many reports a ledger has of a text, the trees of most of them are gone again."""
    day = When.parse("2024-05-07")
    with Ledger.open(tmp_path / "servanda.db") as opened:
        opened.append_reading(*pairs[0])
        for number in range(40):
            opened.append_reading(*_pair(f"{REPORT}\nFerry {number} was late.", outlet="Coast Wire", published=day))
        before, found = _layouts_alive(), 0
        for _ in find_reports(opened, pairs[0]):
            found += 1
            alive = _layouts_alive() if found == 40 else 0
    assert (found, alive - before < 30) == (40, True)


def _layouts_alive():
    gc.collect()
    return sum(isinstance(one, Layout) for one in gc.get_objects())


@pytest.mark.parametrize(
    ("kind", "title", "lead", "counted"),
    [
        ("release", "Fact Sheet: Ghana and Togo on Fisheries", "The fact sheet has Ghana lend", 1),
        ("readout", "Readout of the Call between Ghana and Togo", "The readout has Ghana lend", 1),
        ("instrument", "Declaration of Lomé", "Ghana and Togo signed the Fishery Accord. The accord has Ghana lend", 1),
        ("release", "Fact Sheet: Ghana and Togo on Fisheries", "A port study by Kenya and Malta has Ghana lend", 0),
    ],
    ids=["fact-sheet", "readout", "another-name", "another-paper"],
)
def test_reports_of_texts_of_one_side_and_under_another_name_count(tmp_path, kind, title, lead, counted):
    text = TEXT.replace(TEXT.split("\n", maxsplit=1)[0], title)
    report = f"{lead} Togo $32 million for patrol boats at Lomé.\n\nTogo will open its trawling grounds off Aného to Ghana's crews."
    with Ledger.open(tmp_path / "servanda.db") as opened:
        opened.append_reading(*_pair(text, kind=kind, title=title, published=When.parse("2024-05-06")))
        opened.append_reading(*_pair(report, outlet="Coast Wire", published=When.parse("2024-05-07")))
        page = outlets_page(opened)
    assert sum(len(outlet.reports) for outlet in page.outlets) == counted


PLAIN = (
    "Ghana will lend Togo $30 million for patrol boats at Lomé, officials said.\n\n"
    "Togo will open its trawling grounds off Aného to crews from Ghana.\n\n"
    "Ghana will also give Togo 40 sonar buoys for the lagoon of Aného."
)


@pytest.mark.parametrize(
    ("report", "day", "found"),
    [
        (PLAIN, "2024-05-07", 1),
        (PLAIN, "2024-06-07", 0),
        (PLAIN.replace("40", "some").replace("$30 million", "money"), "2024-05-07", 0),
        (PLAIN.replace("Togo", "Kenya"), "2024-05-07", 0),
    ],
    ids=["at-once", "a-month-later", "without-numbers", "another-party"],
)
def test_a_report_of_the_next_day_need_not_name_the_text(tmp_path, report, day, found):
    further = "Ghana will give Togo 40 sonar buoys for the lagoon of Aného."
    text = _pair(
        f"{TEXT}\n{further}\n",
        kind="instrument",
        title=TEXT.split("\n", maxsplit=1)[0],
        published=When.parse("2024-05-06"),
    )
    with Ledger.open(tmp_path / "servanda.db") as opened:
        opened.append_reading(*text)
        opened.append_reading(*_pair(report, outlet="Coast Wire", published=When.parse(day)))
        assert len(list(find_reports(opened, text))) == found


def test_a_copy_is_no_second_source_for_what_it_drops(pairs):
    copy = _pair(REPORT, title="Loan for boats", outlet="Lagoon Times", published=When.parse("2024-05-08"))
    own = _pair(
        "TEMA - Fishermen here have waited for years. The joint declaration says that Ghana will lend Togo $32 million for patrol boats at Lomé. Nets are dear.",
        outlet="Tema Post",
        published=When.parse("2024-05-08"),
    )
    page = comparison_page(pairs[0], [pairs[1], copy, own])
    assert len(page.sources) == 2
    assert {row.support for row in page.rows if row.happening == "changed" and row.source} == {2}
