"""What is believed of answers about holders, and what is left out and counted."""

from datetime import date

import pytest

from query_services import row
from servanda.lexicon.cleanings import believe, clean_name

TODAY = date(2026, 11, 21)


def told(*rows, office="head of state"):
    return [
        f"{h.name}, {h.office} {h.state} {h.start}/{h.end or ''}" for h in believe(_asked(rows, office), TODAY).holders
    ]


def _asked(rows, office="head of state"):
    return [(office, one) for one in rows]


TERMS = [
    pytest.param([row(start="2020-01-01")], ["2020-01-01/"], id="open"),
    pytest.param([row(start="2020-01-01", end="2024-02-29")], ["2020-01-01/2024-02-29"], id="ended"),
    pytest.param([row(start="2020-01-01", end="2020-01-01")], ["2020-01-01/2020-01-01"], id="one day"),
    pytest.param([row(start="2020-01-01", end="2029-01-01")], ["2020-01-01/"], id="an end to come"),
    pytest.param(
        [row(start="2020-01-01", end="2024-01-01"), row(start="2024-01-01", end="2025-01-01")],
        ["2020-01-01/2025-01-01"],
        id="two mandates in a row",
    ),
    pytest.param(
        [row(start="2020-01-01", end="2024-01-01"), row(start="2024-06-01")],
        ["2020-01-01/2024-01-01", "2024-06-01/"],
        id="two mandates apart",
    ),
    pytest.param([row(start="2020-01-01"), row(start="2020-01-01", position="Q7")], ["2020-01-01/"], id="said twice"),
    pytest.param(
        [row(start="2020-01-01") | {"died": "2023-04-05T00:00:00Z"}], ["2020-01-01/2023-04-05"], id="died in office"
    ),
    pytest.param(
        [row(start="2020-01-01") | {"died": "http://www.wikidata.org/.well-known/genid/1"}],
        ["2020-01-01/"],
        id="died one does not know when",
    ),
]


@pytest.mark.parametrize(("rows", "expected"), TERMS)
def test_terms_are_joined_and_ended(rows, expected):
    assert told(*rows) == [f"Jane Wanjiru, president KEN {term}" for term in expected]


def test_a_term_that_nobody_ended_ends_with_the_next_holders_first_day():
    found = told(row(start="2020-01-01"), row(person="Q11", name="Peter Otieno", start="2024-05-05"))
    assert found == ["Jane Wanjiru, president KEN 2020-01-01/2024-05-05", "Peter Otieno, president KEN 2024-05-05/"]


def test_holders_do_not_depend_on_the_order_of_the_rows():
    rows = [row(start=f"20{n}-01-01", person=f"Q{n}", name=f"Jane {'Abcdefghij'[n - 10]}ert") for n in range(10, 20)]
    assert believe(_asked(rows), TODAY) == believe(_asked(rows[::-1]), TODAY)


OFFICES = [
    ("head of state", "President of Kenya", "president"),
    ("head of state", "monarch of the United Kingdom", "monarch"),
    ("head of state", "Emperor of Japan", "emperor"),
    ("head of state", "Governor-General of Belize", "governor general"),
    ("head of state", "Captain Regent of San Marino", "head of state"),
    ("head of government", "Prime Minister of Japan", "prime minister"),
    ("head of government", "President of the Council of Ministers of Peru", "prime minister"),
    ("head of government", "Prime Minister of Spain", "prime minister"),
    ("head of government", "Federal Chancellor of Austria", "chancellor"),
    ("head of government", "President of Kenya", "president"),
    ("head of government", "Taoiseach", "taoiseach"),
    ("foreign minister", "Minister of Foreign Affairs of Kenya", "foreign minister"),
    ("foreign minister", "United States Secretary of State", "secretary of state"),
    ("foreign minister", "Secretary of State for Foreign and Commonwealth Affairs", "foreign secretary"),
    ("defense minister", "Minister of National Defense", "defense minister"),
    ("defense minister", "United States Secretary of Defense", "secretary of defense"),
    ("defense minister", "Secretary of State for Defence", "defence secretary"),
]


@pytest.mark.parametrize(("asked", "label", "office"), OFFICES)
def test_offices_have_the_names_of_our_table(asked, label, office):
    (holder,) = believe(_asked([row(office=label, start="2020-01-01")], asked), TODAY).holders
    assert holder.office == office


LEFT_OUT = [
    (row(start="2020-01-01", office="Deputy Foreign Minister of Kenya"), "another office"),
    (row(start="2020-01-01", office="Shadow Secretary of State for Defence"), "another office"),
    (row(start="2020-01-01", office="Minister of State for Europe"), "another office"),
    (row(start="2020-01-01", office="First Deputy Prime Minister"), "another office"),
    (row(start="2020-01-01") | {"startPrecision": "9"}, "not known to the day"),
    (row(start="2020-01-01", end="2021-01-01") | {"endPrecision": "10"}, "not known to the day"),
    (row(start="2020-01-01") | {"start": "http://www.wikidata.org/.well-known/genid/1"}, "not known to the day"),
    (row(), "not known to the day"),
    (row(start="2020-02-31"), "not known to the day"),
    (row(start="2020-01-01", end="2019-01-01"), "days that cannot be"),
    (row(start="2027-01-20"), "days that cannot be"),
    (row(start="1890-01-01", end="1990-01-01"), "days that cannot be"),
    (row(start="1890-01-01"), "days that cannot be"),
    (row("Q5", start="2020-01-01"), "no state that is known"),
    (row("Q114", "NOR", start="2020-01-01"), "no state that is known"),
    (row(start="2020-01-01") | {"state": "javascript:alert(1)"}, "no item of Wikidata"),
    (row(start="2020-01-01") | {"person": "http://evil.example/Q10"}, "no item of Wikidata"),
]


@pytest.mark.parametrize(("said", "reason"), LEFT_OUT)
def test_what_cannot_be_is_left_out_and_counted(said, reason):
    believed = believe(_asked([said, row(start="2020-01-01", person="Q77", name="Ann Berg")]), TODAY)
    assert ([h.name for h in believed.holders], believed.dropped) == (["Ann Berg"], {reason: 1})


NAMES = [
    ("Jane Wanjiru", "Jane Wanjiru"),
    ("  Jane   Wanjiru ", "Jane Wanjiru"),
    ("Gideon Sa'ar", "Gideon Sa'ar"),
    ("Jean-Yves O’Neill Jr.", "Jean-Yves O’Neill Jr."),
    ("Nguye\u0302\u0303n Va\u0306n Minh", "Nguyễn Văn Minh"),
    ("Zoë Ýrsdóttir", "Zoë Ýrsdóttir"),
]
HOSTILE = [
    ("", "empty"),
    ("   ", "blanks"),
    ("Jane\tWanjiru", "tab"),
    ("Jane\nWanjiru", "new line"),
    ("Jane\u2028Wanjiru", "line separator"),
    ("Jane\x00Wanjiru", "nil"),
    ("Jane\u202eurijnaW", "turned round"),
    ("Jane\u200bWanjiru", "of no width"),
    ("<script>alert(1)</script>", "markup"),
    ("Jane & Co", "sign"),
    ("=cmd|' /C calc'!A0", "formula"),
    ("Q1234567", "item"),
    ("Jane 2", "number"),
    ("# Jane", "remark"),
    ("J" * 81, "long"),
    ("J" * 1_000_000, "very long"),
    ("周恩来", "no Latin letters"),
    ("'Jane", "mark first"),
    ("\ud800", "half a sign"),
]


@pytest.mark.parametrize(("written", "name"), NAMES)
def test_names_are_brought_into_one_form(written, name):
    assert clean_name(written) == name


@pytest.mark.parametrize(("written", "why"), HOSTILE, ids=[why for _, why in HOSTILE])
def test_what_can_be_no_name_is_none(written, why):
    assert clean_name(written) is None
    believed = believe(_asked([row(start="2020-01-01", name=written)]), TODAY)
    assert (believed.holders, believed.dropped) == ((), {"no name that can be a person's": 1})
