"""Whom `we`, `our` and `they` bind, in transcripts and in news."""

from datetime import date

import pytest

from servanda.codebook import Document, When
from servanda.codebook.vocabulary import DocumentKind
from servanda.reading.actors.issuers import home_of
from servanda.reading.readers import read_document
from servanda.reading.scenes import Scene


def debtors(text, kind="news", title=None, outlet=None):
    document = Document(
        text=text, kind=DocumentKind(kind), title=title, outlet=outlet, published=When.day(date(2024, 5, 6))
    )
    return [set(one.debtors.value) for one in read_document(document).commitments]


TRANSCRIPTS = [
    pytest.param(
        "Background Press Call on Ukraine",
        "SENIOR ADMINISTRATION OFFICIAL: Ukraine has asked for help. We will continue to support Ukraine with radars.",
        [{"USA"}],
        id="an official whom no name tells speaks for the publisher, not for the topic",
    ),
    pytest.param(
        "Remarks by President Biden Providing an Update on Russia and Ukraine",
        "THE PRESIDENT: Russia and Ukraine are at war. We will send Ukraine more radars.",
        [{"USA"}],
        id="the states that a title is about do not speak",
    ),
    pytest.param(
        "Remarks by President Biden and President Ruto of Kenya",
        "PRESIDENT BIDEN: Our two countries will open new ports for Somalia together.",
        [{"USA", "KEN"}],
        id="the states whose leaders the title names speak together",
    ),
    pytest.param(
        "Remarks by President Biden and President Ruto of Kenya",
        "PRESIDENT BIDEN: Kenya is a friend. Our allies will send ships to Somalia.",
        [],
        id="our allies are others than we",
    ),
]


@pytest.mark.parametrize(("title", "text", "expected"), TRANSCRIPTS)
def test_we_of_a_transcript(title, text, expected):
    assert debtors(text, "transcript", title, "whitehouse.gov/briefing-room") == expected


@pytest.mark.parametrize(
    ("outlet", "state"),
    [
        ("The White House", "USA"),
        ("whitehouse.gov/statements", "USA"),
        ("www.mofa.go.jp", "JPN"),
        ("https://www.gov.uk/government", "GBR"),
        ("gob.mx", "MEX"),
        ("The Governance Review", None),
        ("www.gov.example.com", None),
    ],
)
def test_the_site_of_a_government_tells_whose_text_it_is(outlet, state):
    assert home_of(Scene(Document(text="A text.", kind=DocumentKind.RELEASE, outlet=outlet))) == state


def test_no_outlet_of_a_report_speaks():
    assert home_of(Scene(Document(text="A text.", outlet="www.gov.uk"))) is None


def test_a_title_tells_whose_statement_it_is():
    text = "Syria has suffered for years.\n\nWe will continue to support the people of Syria."
    assert debtors(text, "release", "Statement of Botswana", "General Debate") == [{"BWA"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oman and Yemen met in Muscat. They agreed to open the border.", [{"OMN", "YEM"}]),
        pytest.param(
            "Oman and Yemen met in Muscat. The rain went on. Farmers said that they would sell tea to Chad.",
            [],
            id="they of a report are not the parties that nobody near names",
        ),
    ],
)
def test_they_of_a_report(text, expected):
    assert debtors(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Task Force Orion will train the crews of Kenya.",
        "America's Ardent Technologies and Orion Works will build a port in Kenya.",
        "Senior Administration officials, the two ships and the airport will help Kenya.",
    ],
)
def test_task_forces_companies_and_things_bind_nobody(text):
    assert debtors(text) == []


def test_a_sea_that_bears_a_states_name_is_owed_nothing():
    text = "Norway vowed to protect shipping in the Gulf of Guinea. Its navy is ready."
    document = Document(text=text, published=When.day(date(2024, 5, 6)))
    assert [one.creditors.value for one in read_document(document).commitments] == [None]


@pytest.mark.parametrize(
    ("guest", "words", "expected"),
    [
        ("King Harald of Norway", "renew their pledge to protect the seas", {"KEN", "NOR"}),
        ("President Joseph Boakai of Liberia", "reaffirm their commitment to build a school in Chad", {"KEN", "LBR"}),
        ("President Joseph Boakai of Liberia", "renew his pledge to build a school in Liberia", {"KEN"}),
    ],
)
def test_their_means_the_host_and_the_guest(guest, words, expected):
    title = f"Readout of President Ruto's Meeting with {guest}"
    text = f"{title}\n\nPresident William Ruto of Kenya met with {guest} in Oslo to {words}."
    assert debtors(text, "readout", title) == [expected]
