"""What changed, what is due, briefs and words, over ledgers of short texts that the real reader read and linking joined."""

from datetime import UTC, date, datetime

import pytest

import followed_prose as prose
from servanda.codebook import Document, Judgement, When
from servanda.codebook.vocabulary import About, Clock, DocumentKind, Verdict
from servanda.pipeline import link
from servanda.reading.readers import read_document
from servanda.store import Ledger, Query
from servanda.view.briefs import brief_page
from servanda.view.changes import changes_page
from servanda.view.deadlines import due_page, is_span_of_time
from servanda.view.questions import UnaskableError
from servanda.view.statuses import ladder_of
from servanda.view.undertakings import commitments_between, undertakings_of
from servanda.view.words import words_page

YEAR = {"since": date(2024, 1, 1), "until": date(2024, 12, 31)}


@pytest.fixture(name="ledger")
def _ledger(place):
    with Ledger.open(prose.make_ledger(place), create=False) as ledger:
        yield ledger


def told(page):
    """What is new, with the number of the text that says so."""
    return {(line.news.value, line.what, line.now.source.title) for line in page.lines}


def test_what_changed_between_all_parties(ledger):
    page = changes_page(ledger, (), since=date(2024, 3, 1), until=date(2024, 12, 31))
    assert told(page) >= {
        ("reworded", "strengthens", "Text 1"),
        ("status", "announced → fulfilled", "Text 4"),
        ("deadline passed", "was due 31 August 2024", "Text 5"),
        ("new", "announced", "Text 5"),
    }
    assert ("new", "announced", "Text 0") not in told(page)
    assert all(line.now.words in line.now.sentence or "…" in line.now.words for line in page.lines)


@pytest.mark.parametrize(
    ("parties", "texts"),
    [
        (("NOR",), {"Text 1"}),
        (("Kenya", "norway"), {"Text 1"}),
        (("BRA", "AGO"), {"Text 3", "Text 4"}),
        (("BRA", "KEN"), set()),
    ],
)
def test_changes_of_parties(ledger, parties, texts):
    page = changes_page(ledger, parties, since=date(2024, 3, 1), until=date(2024, 12, 31))
    assert {line.now.source.title for line in page.lines} == texts


def test_of_many_the_strongest_are_listed_and_all_are_counted(ledger):
    whole = changes_page(ledger, (), since=date(2024, 1, 1), until=date(2024, 12, 31))
    few = changes_page(ledger, (), since=date(2024, 1, 1), until=date(2024, 12, 31), most=2)
    assert few.counts == whole.counts
    assert dict(whole.counts)["new"] > 2 == [line.news.value for line in few.lines].count("new")
    assert {line.undertaking.id for line in few.lines} <= {line.undertaking.id for line in whole.lines}


ALONE = (
    "The European Union pledged to supply Moldova with generators by 30 June 2025. The European Union committed to close its coal plants by 30 June 2025.",
)


def test_what_a_party_says_of_itself_alone_is_counted_and_left_out(place):
    with Ledger.open(place) as ledger:
        for text in ALONE:
            document = Document(text=text, published=When.parse("2025-01-05"), location="a.txt")
            ledger.append_reading(document, read_document(document))
        link(ledger)
        page = due_page(ledger, (), date(2025, 8, 1), alone=False)
        whole = due_page(ledger, (), date(2025, 8, 1))
    assert [line.undertaking.creditors for line in page.lines] == [("Moldova",)]
    assert page.alone == 1 == len(whole.lines) - len(page.lines)


@pytest.mark.parametrize(
    ("words", "is_time"),
    [
        ("over the weekend", True),
        ("through the winter", True),
        ("over the next week", True),
        ("over the next three years", False),
        ("by this winter", False),
        ("through 31 December 2026", False),
    ],
)
def test_a_time_in_which_something_goes_on_is_no_deadline(words, is_time):
    assert is_span_of_time(words) is is_time


def test_what_lies_outside_the_days_is_not_new(ledger):
    page = changes_page(ledger, (), since=date(2024, 7, 1), until=date(2024, 7, 31))
    assert told(page) == {("new", "announced", "Text 5")}


def test_what_was_said_after_the_last_day_is_not_compared(ledger):
    early = changes_page(ledger, (), since=date(2023, 1, 1), until=date(2024, 2, 15))
    late = changes_page(ledger, (), since=date(2023, 1, 1), until=date(2024, 12, 31))
    assert "reworded" in {news for news, *_ in told(late)} - {news for news, *_ in told(early)}
    assert {line.now.source.date <= "2024-02-15" for line in early.lines} == {True}


def test_what_is_new_to_the_ledger_whenever_it_was_said(place):
    prose.make_ledger(place, 0, 4)
    with Ledger.open(place, create=False) as ledger:
        then = datetime.now(UTC)
        for document, reading in prose.read_texts()[4:]:
            ledger.append_reading(document, reading)
        link(ledger)
        page = changes_page(ledger, (), since=then.date(), until=date(2024, 12, 31), known_since=then)
    assert ("status", "announced → fulfilled", "Text 4") in told(page)
    assert not {title for *_, title in told(page)} & {"Text 0", "Text 1", "Text 2", "Text 3"}


def test_what_was_not_known_then_is_left_out(place):
    prose.make_ledger(place, 0, 4)
    with Ledger.open(place, create=False) as ledger:
        then = datetime.now(UTC)
        for document, reading in prose.read_texts()[4:]:
            ledger.append_reading(document, reading)
        link(ledger)
        page = due_page(ledger.as_known_on(then), ("BRA",), date(2025, 1, 1))
        assert [line.deadline.clock for line in page.lines] == [Clock.OVERDUE]
        assert due_page(ledger, ("BRA",), date(2025, 1, 1)).lines == ()


DAYS = [
    (date(2024, 8, 1), 90, {("Text 5", Clock.DUE), ("Text 3", Clock.DUE)}),
    (date(2024, 8, 1), 40, {("Text 5", Clock.DUE)}),
    (date(2024, 10, 10), 40, {("Text 5", Clock.OVERDUE), ("Text 3", Clock.OVERDUE)}),
    (date(2025, 1, 1), 40, {("Text 5", Clock.OVERDUE)}),
    (date(2025, 1, 1), None, {("Text 5", Clock.OVERDUE), ("Text 2", Clock.DUE)}),
    (date(2024, 2, 1), None, {("Text 0", Clock.DUE)}),
]


@pytest.mark.parametrize(("on", "within", "lines"), DAYS, ids=[f"{row[0]} within {row[1]}" for row in DAYS])
def test_what_is_due_on_a_day(ledger, on, within, lines):
    page = due_page(ledger, (), on, within)
    assert {(line.deadline.citation.source.title, line.deadline.clock) for line in page.lines} == lines
    assert all(line.deadline.words in line.deadline.citation.sentence for line in page.lines)


def test_a_judgement_that_it_is_broken_stops_the_clock_and_is_new(ledger):
    (line,) = due_page(ledger, ("FIN",), date(2025, 1, 1)).lines
    key = line.deadline.citation.id
    at = datetime(2024, 11, 11, tzinfo=UTC)
    ledger.judge(Judgement(verdict=Verdict.STATUS, records=(key,), by="ada", at=at, value="broken", why="no crew came"))
    assert due_page(ledger, ("FIN",), date(2025, 1, 1)).lines == ()
    page = changes_page(ledger, ("FIN",), since=date(2024, 11, 1), until=date(2024, 11, 30))
    assert [(one.what, one.reason) for one in page.lines] == [("announced → broken", "no crew came (judged by ada)")]
    rungs = ladder_of(ledger, key, date(2025, 1, 1)).rungs
    assert [(rung.status, rung.by) for rung in rungs] == [("announced", ""), ("broken", "ada")]


def test_the_status_of_a_past_day_knows_nothing_later(ledger):
    found = commitments_between(ledger, ("AGO",))
    for until, status in ((date(2024, 6, 30), "announced"), (date(2024, 12, 31), "fulfilled")):
        (one,) = undertakings_of(ledger, found, until, until=until)
        assert one.status == status


def test_every_line_of_a_brief_has_its_sentence(ledger):
    page = brief_page(ledger, ("Morocco", "ESP"), since=date(2024, 9, 1), on=date(2024, 12, 31))
    assert page.parties == ("Morocco", "Spain")
    sentences = {source.number: source.sentence for source in page.sources}
    lines = [line for section in (*page.sections, *page.sides) for line in section.lines]
    assert lines
    assert all(words in sentences[number] for line in lines for words, number in line.quotes)
    assert {section.title for section in page.sections} >= {"New", "Given in return"}
    assert {section.party: len(section.lines) for section in page.sides} == {"Morocco": 1, "Spain": 1, "together": 0}


def test_a_brief_shows_before_and_now(ledger):
    page = brief_page(ledger, ("NOR", "KEN"), since=date(2024, 3, 1), on=date(2024, 12, 31))
    (section,) = [section for section in page.sections if section.title == "Changed in wording"]
    (line,) = section.lines
    assert [words.split()[1] for words, _ in line.quotes] == ["plans", "pledged"]


def test_what_a_series_no_longer_says(ledger):
    (series,) = words_page(ledger, ("CHL", "PER")).series
    assert (series.texts, series.newest_title) == (3, "Text 8")
    silent = {row.word: (row.since, row.last.source.title) for row in series.silences}
    assert silent["demining"] == ("2024-09-01", "Text 7")
    assert silent["unshakeable"] == ("2024-05-01", "Text 6")
    assert "fisheries" not in silent


READOUTS = (
    ("2024-01-10", "President Mokgweetsi Masisi of Botswana met today with President Hage Geingob of Namibia. The presidents pledged to widen the fisheries accord."),
    ("2024-02-10", "Botswana's Foreign Minister Lemogang Kwape met with Namibian Foreign Minister Netumbo Nandi-Ndaitwah. The ministers pledged to open the border posts."),
    ("2024-03-10", "Botswana's Foreign Minister Lemogang Kwape met with Namibian Foreign Minister Netumbo Nandi-Ndaitwah. The ministers pledged to train customs officers."),
    ("2024-04-10", "President Mokgweetsi Masisi of Botswana met today with President Nangolo Mbumba of Namibia. The presidents pledged to share water."),
)  # fmt: skip


def test_what_leaders_say_is_no_series_with_what_ministers_say(place):
    with Ledger.open(place) as ledger:
        for number, (day, text) in enumerate(READOUTS):
            told = {"title": f"Readout {number}", "location": f"{number}.txt", "kind": DocumentKind.READOUT}
            document = Document(text=text, published=When.parse(day), **told)
            ledger.append_reading(document, read_document(document))
        series = words_page(ledger, ("BWA", "NAM")).series
    assert [(one.kind, one.texts, one.newest_title) for one in series] == [
        ("leaders' readout", 2, "Readout 3"),
        ("officials' readout", 2, "Readout 2"),
    ]


def test_words_of_one_party_are_those_said_of_it(ledger):
    page = words_page(ledger, ("FIN",), about=About.PARTNER)
    assert [(row.word, row.voices[0].name) for row in page.rows if row.word == "ironclad"] == [("ironclad", "Estonia")]
    assert page.commitments == 0


def test_counts_of_a_word_add_up(ledger):
    page = words_page(ledger)
    assert page.rows
    assert all(sum(row.counts) == row.total and len(row.counts) == len(page.periods) for row in page.rows)


def test_words_of_one_undertaking(ledger):
    (thread,) = ledger.find_threads("commitments", Query(debtor="NOR"))
    page = words_page(ledger, thread=thread.id)
    assert {row.word for row in page.rows} >= {"port", "deep-water"}
    assert page.series == ()


@pytest.mark.parametrize(
    "ask",
    [lambda ledger: due_page(ledger, ("XYZ",), date(2024, 1, 1)), lambda ledger: words_page(ledger, thread="t-none")],
)
def test_what_is_not_there_is_said(ledger, ask):
    with pytest.raises(UnaskableError):
        ask(ledger)
