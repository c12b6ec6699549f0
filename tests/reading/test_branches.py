"""What the tree decides in the reading of commitments: subjects, ends of deeds, participles and possessives."""

import pytest

from casts import cast_of, scene_of
from marks import mark, unmark
from servanda.reading.commitments.commitments import read_commitments

SUBJECTS = [
    pytest.param("Norway thanked <a>Kenya, which will send two ships</a>.", ["KEN transfer intended"], id="relative"),
    pytest.param(
        "<a>Kenya, along with Ghana and Togo, will fund a clinic in Norway</a>.",
        ["GHA+KEN+TGO fund intended"],
        id="beside another",
    ),
    pytest.param(
        "<a>Neither Kenya nor Chad will recognize the junta</a>.", ["KEN+TCD refrain intended"], id="neither of two"
    ),
    pytest.param(
        "Kenya ended its talks with Chad after <a>agreeing to send 70 engineers</a>.",
        ["KEN support agreed"],
        id="behind after",
    ),
    pytest.param(
        "Chad thanked Kenya for <a>agreeing to extend a $3 million loan</a>.", ["KEN fund agreed"], id="thanked for it"
    ),
    pytest.param("<a>Vowing to defend Chad</a>, Kenya left the talks.", ["KEN defend pledged"], id="in front"),
    pytest.param(
        "The envoy told Chad that <a>Kenya would no longer arm rebels</a>.", ["KEN transfer intended"], id="told"
    ),
]

ENDS = [
    pytest.param(
        "<a>Kenya agreed to buy tea from Chad</a> and <b>Chad agreed to lower its duties</b>.",
        ["KEN procure agreed", "TCD tariff agreed"],
        id="another clause",
    ),
    pytest.param(
        "<a>The decision of Kenya to open its market to Chad</a> was welcomed.",
        ["KEN trade binding"],
        id="the main verb's passive",
    ),
]

NOBODYS = [
    "Kenya was first to provide ships to Chad.",
    "Kenya hopes that Chad will withdraw its troops.",
    "Kenya asked Chad to reopen the border.",
    "Kenya persuaded Chad to reopen the border.",
    "Kenya expects Chad to reopen the border.",
    "The idea that Kenya will attack Chad is absurd.",
    "Kenya would reopen the border if Chad apologized.",
    "Kenya would have reopened the border if Chad had asked.",
    "It is unclear whether Kenya will reopen the border with Chad.",
    "Kenya said it would consider sending jets to Chad.",
]


def read(text):
    scene = scene_of(text)
    return list(read_commitments(scene, cast_of(scene)))


def told(record):
    return f"{'+'.join(sorted(record.debtors.value))} {record.act.value} {record.firmness.value}"


@pytest.mark.parametrize(("marked", "expected"), [*SUBJECTS, *ENDS])
def test_subject_and_end_are_the_trees(marked, expected):
    text, spans = unmark(marked)
    found = read(text)
    shown = [mark(text, one.span) for one in found]
    assert [told(one) for one in found] == expected, shown
    ends = [stretches[-1].end for _, stretches in sorted(spans.items())]
    assert [max(span.end for span in one.span) for one in found] == ends, shown


@pytest.mark.parametrize("text", NOBODYS)
def test_what_is_asked_or_imagined_binds_nobody(text):
    assert read(text) == []


def test_a_possessive_means_the_subject_of_the_clause_above():
    (found,) = read("The prime minister of Kenya told lawmakers from Chad that her country would send troops.")
    assert found.debtors.value == ("KEN",)


def test_a_promise_refused_in_a_plan_is_minus():
    (found,) = read("Kenya has no plans to reopen its embassy in Chad.")
    assert found.polarity.value == "-"


def test_a_condition_that_is_told_leaves_the_promise():
    (found,) = read("Kenya said it would send troops to Chad if asked.")
    assert told(found) == "KEN defend intended"
    assert len(found.condition) == 1
