"""Journeys of delegations in the texts of a government: who went, whom they met, and on which days."""

from datetime import date

import pytest

from servanda.codebook import Document, When
from servanda.codebook.vocabulary import DocumentKind
from servanda.reading.readers import READERS, read_document

DAY = date(2025, 11, 24)


def read(text, kind=DocumentKind.READOUT):
    """The occasions of an official text of Monday, 24 November 2025, by their names."""
    document = Document(text=text, kind=kind, outlet="Government of Norway", published=When.day(DAY))
    found = read_document(document, READERS[:3]).occasions
    return {one.span[0].of(text): one for one in found}


STATIONS = [
    (
        "Deputy Minister Ann Berg traveled to Chile and Peru on November 4-5.\n\nIn Chile, Ms. Berg met with President Gabriel Boric.",
        "Ms. Berg met with President Gabriel Boric",
        "2025-11-04/2025-11-05",
    ),
    (
        "Minister Ann Berg visited Kenya on 4 November and Ghana from 6-7 November 2025.\n\nIn Ghana, Minister Berg met with President John Mahama.",
        "Minister Berg met with President John Mahama",
        "2025-11-06/2025-11-07",
    ),
    # A station that the journey's sentence does not name has no day.
    (
        "On November 20, Minister Ann Berg visited Kenya.\n\nIt followed a stop in Ghana, where Minister Berg met with President John Mahama.",
        "Minister Berg met with President John Mahama",
        None,
    ),
    # A meeting with a day of its own keeps it.
    (
        "Minister Ann Berg traveled to Chile on November 4-6.\n\nIn Chile, Ms. Berg met with President Gabriel Boric on November 5.",
        "Ms. Berg met with President Gabriel Boric",
        "2025-11-05",
    ),
]


@pytest.mark.parametrize(("text", "name", "days"), STATIONS, ids=["whole", "its-goal", "unnamed", "own"])
def test_a_meeting_on_a_journey_was_held_in_its_days(text, name, days):
    when = read(text)[name].date.value
    assert (str(when) if when else None) == days


CAST = [
    (
        "On Friday, a Norwegian delegation led by Minister Ann Berg, Admiral Kari Lie, and Envoy Lars Moe visited Peru. The delegation met with President Dina Boluarte.",
        "The delegation met with President Dina Boluarte",
        {"ann-berg", "kari-lie", "lars-moe", "dina-boluarte"},
    ),
    (
        "On Friday, a Norwegian delegation led by Minister Ann Berg and Envoy Lars Moe visited Peru. It followed a stop in Chile, where they met with President Gabriel Boric.",
        "they met with President Gabriel Boric",
        {"ann-berg", "lars-moe", "gabriel-boric"},
    ),
    (
        "Minister Ann Berg traveled to Peru on Friday. She was accompanied by Admiral Kari Lie.",
        "Minister Ann Berg traveled to Peru",
        {"ann-berg", "kari-lie"},
    ),
    # Officials without a name stand for the state where they were met, beside those who are named.
    (
        "In Kenya, Minister Ann Berg met with President William Ruto and other senior officials.",
        "Minister Ann Berg met with President William Ruto and other senior officials",
        {"ann-berg", "william-ruto", "KEN"},
    ),
    (
        "On her visit to Ghana, Minister Ann Berg met a number of ministers.",
        "Minister Ann Berg met a number of ministers",
        {"ann-berg", "GHA"},
    ),
    # Others who are no officials bring no state in.
    (
        "In Kenya, Minister Ann Berg met with President William Ruto and religious leaders.",
        "Minister Ann Berg met with President William Ruto and religious leaders",
        {"ann-berg", "william-ruto"},
    ),
]


@pytest.mark.parametrize(
    ("text", "name", "actors"), CAST, ids=["led-by", "they", "went-along", "officials", "counted", "no-officials"]
)
def test_those_who_went_and_whom_they_met_take_part(text, name, actors):
    assert set(read(text)[name].participants.value) == actors


TITLES = [
    (
        "Readout of Minister Ann Berg’s Travel to Chile and Peru\n\nMinister Ann Berg traveled to Chile and Peru on November 4-5.",
        ["Minister Ann Berg’s Travel to Chile and Peru"],
    ),
    (
        "Joint Readout of Second Norway-Kenya 2+2 Meeting\n\nMinisters Ann Berg and Lars Moe met with Minister Musalia Mudavadi of Kenya today.",
        ["Second Norway-Kenya 2+2 Meeting"],
    ),
    ("Statement on the Travel Advice for Peru\n\nNorwegians may travel to Peru again.", []),
]


@pytest.mark.parametrize(("text", "names"), TITLES, ids=["travel", "2+2", "advice"])
def test_a_title_names_what_its_text_tells(text, names):
    assert list(read(text)) == names


def test_whoever_signs_a_statement_says_i():
    text = "Statement by President Ann Berg on Kenya\n\nToday I spoke with President William Ruto of Kenya."
    (call,) = read(text, DocumentKind.RELEASE).values()
    assert set(call.participants.value) == {"ann-berg", "william-ruto"}


ONCE = [
    ("Minister Ann Berg will visit Kenya on 4 May. They may speak of trade during Berg's working visit.", 1),
    ("Minister Ann Berg will fly to Oman, visiting Kenya on the way.", 1),
    # Two journeys of one traveller on days that differ.
    ("Minister Ann Berg visited Kenya on 4 May 2025. Minister Ann Berg traveled to Kenya on 9 July 2025.", 2),
]


@pytest.mark.parametrize(("text", "count"), ONCE, ids=["taken-up", "leg", "twice"])
def test_one_journey_is_one_record(text, count):
    assert len(read(text)) == count


def test_talks_on_a_state_of_affairs_reach_to_where_it_is():
    assert "talks on the situation in Chad and across Sudan" in read(
        "Minister Ann Berg and President William Ruto held talks on the situation in Chad and across Sudan."
    )


def test_to_meet_someone_is_told_by_the_verb():
    found = read("Minister Ann Berg will fly to Kenya in May and meet with President William Ruto.")
    assert found["meet with President William Ruto"].origin.rule == "meet-verb"


LEADS = [
    ("Minister Ann Berg of Norway on Friday underlined the need for trade.", "2025-11-21"),
    ("Trade will grow, ministers declared on Thursday.", "2025-11-20"),
    ("Norway needs trade.", None),
]


@pytest.mark.parametrize(("lead", "day"), LEADS, ids=["before-the-verb", "behind-it", "none"])
def test_whom_a_report_has_met_was_met_on_the_day_of_its_news(lead, day):
    text = f"{lead}\n\nMinister Ann Berg met with President William Ruto of Kenya in Oslo."
    (met,) = (one for name, one in read(text, DocumentKind.NEWS).items() if "met with" in name)
    assert (str(met.date.value) if met.date.value else None) == day


def test_whoever_speaks_at_a_summit_takes_part():
    text = "Remarks by President Ann Berg at the Norway-Kenya Summit\n\nIt is good to be here."
    (summit,) = read(text, DocumentKind.TRANSCRIPT).values()
    assert "ann-berg" in summit.participants.value
