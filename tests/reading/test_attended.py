"""Who came to an occasion: speakers and signers at an assembly, hosts who invited, officials who serve; and which of two meetings is meant."""

import pytest

from servanda.codebook import Document, When
from servanda.codebook.vocabulary import DocumentKind
from servanda.reading.readers import PACKAGED, READERS, read_document

_ONLY = READERS[:2]


def _occasions(text, kind="news"):
    document = Document(text=text, published=When.parse("2024-05-15"), kind=DocumentKind(kind))
    return read_document(document, readers=_ONLY, means=PACKAGED).occasions, text


def _one(found, name):
    occasions, text = found
    named = [one for one in occasions if name in one.span[0].of(text)]
    assert len(named) == 1, [one.span[0].of(text) for one in occasions]
    return named[0]


ATTENDED = [
    (
        "Kenyan Defence Minister Ann Owino signed a letter of intent at the NATO Ministerial Meeting in Brussels on Tuesday.",
        "Meeting",
        {"nato", "ann-owino"},
    ),
    (
        "President William Ruto said at the African Union summit on Monday that the debt was too high.",
        "summit",
        {"african-union", "william-ruto"},
    ),
    ("Kenya was praised for what was decided at the African Union summit.", "summit", {"african-union"}),
    ("President William Ruto hailed the decisions of the African Union summit on Monday.", "summit", {"african-union"}),
]
INVITED = [
    (
        "At the kind invitation of His Excellency William Ruto, the Kenyan President, Prime Minister Jonas Gahr Store paid a working visit to Mombasa from 8 to 10 May 2024.",
        "visit",
        {"jonas-gahr-store", "william-ruto"},
    ),
    (
        "At the invitation of the President of Kenya, William Ruto, Norwegian Prime Minister Jonas Gahr Store visited Nairobi on 8 May.",
        "visited",
        {"jonas-gahr-store", "william-ruto"},
    ),
    (
        "Norwegian Prime Minister Jonas Gahr Store visited Nairobi on 8 May. He declined the invitation of President William Ruto to a safari.",
        "visited",
        {"jonas-gahr-store"},
    ),
]
SERVING = [
    (
        "Norwegian Prime Minister Jonas Gahr Store and Kenyan President William Ruto met in Oslo. They asked their ministers to prepare a second session of the Joint Herring Committee in July.",
        "session",
        {"NOR", "KEN"},
    ),
]


@pytest.mark.parametrize(("text", "name", "actors"), [*ATTENDED, *INVITED, *SERVING])
def test_who_came_takes_part(text, name, actors):
    assert set(_one(_occasions(text), name).participants.value) == actors


DATED = [
    (
        "Peru and Chile plan talks on herring in June prior to a meeting of their port ministers.",
        "a meeting",
        None,
    ),
    (
        "Peru and Chile plan talks on herring in June prior to a meeting of their port ministers.",
        "talks",
        "2024-06-01/2024-06-30",
    ),
    (
        "On Friday, President William Ruto met Norwegian Prime Minister Jonas Gahr Store at the old customs house beside the fjord in Oslo, where both signed a treaty on herring.",
        "signed",
        "2024-05-10",
    ),
    ("The Peruvian cabinet, which won office in April, held talks with Chile.", "talks", None),
    ("The Peruvian cabinet held talks with Chile in April.", "talks", "2024-04-01/2024-04-30"),
]


@pytest.mark.parametrize(("text", "name", "date"), DATED)
def test_a_time_dates_what_it_stands_with(text, name, date):
    when = _one(_occasions(text), name).date.value
    assert (str(when) if when else None) == date


def test_an_amount_of_talks_is_talks():
    found = _occasions("The grain deal between Peru and Chile, reached after nine days of negotiations, pleased both.")
    assert _one(found, "negotiations").kind.value.value == "talks"


TOLD_AGAIN = (
    "Kenya and Norway agree on fish\n\n"
    "Kenyan President William Ruto met Norwegian Prime Minister Jonas Gahr Store in Doha on Monday.\n\n"
    "Both will send teams to a later meeting of biologists on 23 May. The meeting of the two leaders was praised by Qatar."
)


def test_the_two_leaders_met_where_the_text_told_it():
    occasions, text = _occasions(TOLD_AGAIN)
    told = {one.span[0].of(text): one for one in occasions}
    assert sorted(told) == ["The meeting of the two leaders", "a later meeting of biologists"]
    met = told["The meeting of the two leaders"]
    assert set(met.participants.value) == {"william-ruto", "jonas-gahr-store"}
    assert str(met.date.value) == "2024-05-13"


def test_talks_that_are_over_are_not_those_yet_to_come():
    text = (
        "Peru and Chile held talks in Lima on Monday. They will begin a second round of talks in July. "
        "The talks were useful, Peru said."
    )
    occasions, _ = _occasions(text)
    assert len(occasions) == 2
