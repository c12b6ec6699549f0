"""Days of occasions where the words around a time do not say what it dates: timetables, requests, asides, announcements, titles."""

import pytest

from servanda.codebook import Document, When
from servanda.codebook.vocabulary import DocumentKind
from servanda.reading.readers import PACKAGED, READERS, read_document

_ONLY = READERS[:2]
_TITLE = "Fish in the North\n\n"


def _days(text, name, kind="news"):
    """The days of the occasion whose words hold some others, in a text of Friday, 7 March 2025."""
    document = Document(text=text, published=When.parse("2025-03-07"), kind=DocumentKind(kind))
    occasions = read_document(document, readers=_ONLY, means=PACKAGED).occasions
    found = [str(one.date.value) for one in occasions if name in one.span[0].of(text)]
    assert len(set(found)) == 1, [one.span[0].of(text) for one in occasions]
    return found[0]


AHEAD = [
    (f"{_TITLE}President Ruto meets Prime Minister Store in Oslo on Tuesday.", "meets", "2025-03-11"),
    (f"{_TITLE}Ministers of Chile and Peru convene in Lima on Sunday.", "convene", "2025-03-09"),
    (
        "President Lula invited President Petro to visit Brasilia in February for talks on gas.",
        "talks",
        "2026-02-01/2026-02-28",
    ),
]
BEHIND = [
    ("President Ruto met Prime Minister Store in Oslo on Tuesday.", "met", "2025-03-04"),
    (
        "Norway will go on with this work, building on the meeting on Sunday with Chile and Peru.",
        "meeting",
        "2025-03-02",
    ),
    (
        "President Ruto Meets Prime Minister Store on Tuesday\n\nThey spoke of fish. Norway likes fish.",
        "Meets",
        "2025-03-04",
    ),
]


@pytest.mark.parametrize(("text", "name", "day"), [*AHEAD, *BEHIND])
def test_a_verb_says_whether_a_day_is_to_come(text, name, day):
    assert _days(text, name) == day


ASIDES = [
    (
        "President Ali Odhiambo of Kenya, sworn in on 3 February, met President Eva Rojas of Chile on Tuesday.",
        "met",
        "2025-03-04",
    ),
    ("In January, Peru ended a pact with Chile that was reached in 1992.", "ended", "2025-01-01/2025-01-31"),
    ("A summit of Chile and Peru was proposed in January by Norway.", "summit", "None"),
    ("On Monday Norway announced a complete withdrawal from Chad.", "withdrawal", "None"),
]
OF_ITS_DAY = [
    ("The summit of Chile and Peru is set to open tomorrow.", "summit", "2025-03-08"),
    ("Our treaty with Chile, signed in 2004, is short, Kenya said.", "treaty", "2004-01-01/2004-12-31"),
    ("Norway welcomed the talks of Chile and Peru in Lima on Monday.", "talks", "2025-03-03"),
    ("The accord of Chile and Peru, signed on Monday, is short.", "accord", "2025-03-03"),
]


@pytest.mark.parametrize(("text", "name", "day"), [*ASIDES, *OF_ITS_DAY])
def test_what_a_time_describes_or_announces_is_not_of_it(text, name, day):
    assert _days(text, name) == day


LEADS = [
    (
        "Readout of Minister Berg's Meeting with President Ruto of Kenya\n\nMinister Berg of Norway met yesterday with President Ruto of Kenya in Oslo.",
        "Meeting",
        "2025-03-06",
    ),
]
NO_LEADS = [
    (
        "Readout of Minister Berg's Meeting with President Ruto of Kenya\n\nThey spoke of fish. Chile and Peru met yesterday in Lima.",
        "Meeting",
        "2025-03-07",
    ),
]


@pytest.mark.parametrize(("text", "name", "day"), [*LEADS, *NO_LEADS])
def test_a_title_has_the_day_that_the_first_paragraph_tells(text, name, day):
    assert _days(text, name, "readout") == day
