"""Three parties and more: whom a joint text lists, whom a group told by its number means, and for whom persons of no known state speak."""

from datetime import date

import pytest

from servanda.codebook import Document, When
from servanda.codebook.vocabulary import DocumentKind
from servanda.reading.readers import read_document


def bound(text, kind="news", title=None, outlet=None):
    document = Document(
        text=text, kind=DocumentKind(kind), title=title, outlet=outlet, published=When.day(date(2024, 5, 6))
    )
    return [set(one.debtors.value or ()) for one in read_document(document).commitments]


JOINT = [
    pytest.param(
        "Lakes Leaders’ Joint Statement\n\nToday, we – President William Ruto of Kenya, President Paul Kagame of Rwanda, and President Samia Hassan of"
        " Tanzania – met in Arusha.\n\nWe will build two ports on the lake.",
        {"KEN", "RWA", "TZA"},
        id="leaders in dashes behind we",
    ),
    pytest.param(
        "Andean Joint Declaration\n\nWe, the Presidents of Peru, the Republic of Colombia, Ecuador, and the Plurinational State of Bolivia, met in Lima.\n\nWe commit to"
        " lower duties on copper.",
        {"PER", "COL", "ECU", "BOL"},
        id="presidents of listed states",
    ),
    pytest.param(
        "Joint Statement of the Baltic Sea Ministers\n\nEstonia, Latvia and Poland held consultations on Monday.\n\nWe will share data on undersea cables.",
        {"EST", "LVA", "POL"},
        id="a list as subject",
    ),
    pytest.param(
        "Joint Statement of the Gulf Talks\n\nThe talks between Oman, Qatar and Iraq ended on Sunday.\n\nWe pledge to reopen the railway.",
        {"OMN", "QAT", "IRQ"},
        id="talks between those listed",
    ),
]


@pytest.mark.parametrize(("text", "expected"), JOINT)
def test_a_joint_text_binds_all_whom_its_opening_lists(text, expected):
    assert bound(text, "instrument", text.partition("\n")[0]) == [expected]


BILATERAL = [
    pytest.param(
        "Joint Statement of Chile and Peru\n\nChile and Peru met in Lima, and thanked Bolivia, Brazil and Ecuador.\n\nWe will open two bridges.",
        {"CHL", "PER"},
        id="those thanked do not speak",
    ),
    pytest.param(
        "Joint Statement of India and Japan\n\nIndia, Japan and Australia train together.\n\nWe will build a railway in Gujarat.",
        {"IND", "JPN"},
        id="a title of two holds against a list",
    ),
]


@pytest.mark.parametrize(("text", "expected"), BILATERAL)
def test_those_only_spoken_of_are_not_bound(text, expected):
    assert bound(text, "instrument", text.partition("\n")[0]) == [expected]


NUMBERS = [
    ("Niger, Mali and Chad signed the accord. The three countries will send troops to Benin.", [{"NER", "MLI", "TCD"}]),
    (
        "The accord binds Norway, Sweden and Finland. Sweden sent a note to Oslo. The three governments agreed to share data on ships.",
        [{"NOR", "SWE", "FIN"}],
    ),
    pytest.param("Ghana and Togo met. The four countries will open a bridge in Benin.", [], id="no four are listed"),
    pytest.param("Ghana and Togo met. The two countries will open a bridge in Benin.", [{"GHA", "TGO"}], id="two"),
]


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_a_group_told_by_its_number_has_that_many(text, expected):
    assert bound(text) == expected


CAPITALS = [
    ("Chad thanked Cairo, Doha and Ankara, which have promised to take in exiles.", [{"EGY", "QAT", "TUR"}]),
    ("Chad thanked Oslo, Lima and Accra, which have promised to send doctors to Mali.", [{"NOR", "PER", "GHA"}]),
    pytest.param(
        "The ship sailed from Lima, Peru. Norway promised to send doctors to Mali.",
        [{"NOR"}],
        id="a town and its state",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CAPITALS)
def test_capitals_in_a_row_act(text, expected):
    assert bound(text) == expected


PERSONS = [
    ("Gabon's trade envoy Paul Ondo Mba said he would send engineers to Chad.", [{"GAB"}]),
    (
        "ECOWAS met on Monday. “We will send monitors to Togo,” said Ada Eze Okoro, the ECOWAS commissioner for trade.",
        [{"ecowas"}],
    ),
    pytest.param(
        "Paul Ondo Mba, the envoy to Chad, promised to send engineers to Mali.",
        [],
        id="where an envoy is sent is not whom he binds",
    ),
    pytest.param(
        "Paul Ondo Mba welcomed his Norwegian guest, and promised to send engineers to Mali.",
        [],
        id="a guest's state is not his",
    ),
]


@pytest.mark.parametrize(("text", "expected"), PERSONS)
def test_a_person_binds_the_side_that_the_words_around_the_name_tell(text, expected):
    assert bound(text) == expected


@pytest.mark.parametrize(
    ("outlet", "title", "expected"),
    [
        ("United Nations", "Report of the Secretary-General", [{"un"}]),
        ("United Nations", "Statement of Botswana", [{"BWA"}]),
    ],
)
def test_a_body_speaks_in_its_own_text(outlet, title, expected):
    text = (
        "The attack on Chad was a crime. The United Nations protects civilians.\n\nWe will send more monitors to Chad."
    )
    assert bound(text, "release", title, outlet) == expected


def test_a_side_of_an_adopted_text_is_no_body():
    text = "Joint Communiqué of Ghana and Togo\n\nThe Ghanaian Party promised to open a port for Togo."
    assert bound(text, "instrument", "Joint Communiqué of Ghana and Togo") == [{"GHA"}]
